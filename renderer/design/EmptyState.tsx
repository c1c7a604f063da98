import type { LucideIcon } from 'lucide-react';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

export interface EmptyStateProps {
  icon: LucideIcon;
  title: string;
  /** Why it is empty. */
  text?: string | undefined;
  action?: { label: string; run: () => void } | undefined;
}

/** Why there is nothing here, and one thing to do about it. */
export function EmptyState({ icon, title, text, action }: EmptyStateProps) {
  return (
    <div className="EmptyState">
      <Icon icon={icon} />
      <p className="title">{title}</p>
      {text && <p>{text}</p>}
      {action && <Button onPress={action.run}>{action.label}</Button>}
    </div>
  );
}
