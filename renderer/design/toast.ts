import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components';

export interface ToastContent {
  tone: 'success' | 'caution' | 'danger' | 'info';
  title: string;
  text?: string | undefined;
  action?: { label: string; run: () => void } | undefined;
}

/** The notices at the corner of the window, at most three; Toasts shows them. */
export const toastQueue = new ToastQueue<ToastContent>({ maxVisibleToasts: 3 });

/**
 * Shows a notice. Good news leaves after 6 seconds; whatever went wrong, or offers an action, stays until it is closed. What comes back
 * closes it, where what it offers has become untrue.
 */
export function toast(content: ToastContent): () => void {
  const stays = content.tone === 'danger' || content.tone === 'caution' || content.action;
  const key = toastQueue.add(content, stays ? {} : { timeout: 6000 });
  return () => toastQueue.close(key);
}
