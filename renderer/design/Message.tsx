import { CircleCheck, CircleX, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

export interface MessageProps {
  tone?: 'info' | 'caution' | 'danger' | 'success' | undefined;
  title?: string | undefined;
  children?: ReactNode;
}

const icons: Record<NonNullable<MessageProps['tone']>, LucideIcon> = {
  info: Info,
  caution: TriangleAlert,
  danger: CircleX,
  success: CircleCheck,
};

/** Something to know, in the place that it concerns. */
export function Message({ tone = 'info', title, children }: MessageProps) {
  return (
    <div className={`Message is-${tone}`} role={tone === 'danger' ? 'alert' : 'note'}>
      <Icon icon={icons[tone]} />
      <div>
        {title && <b>{title}</b>}
        {children}
      </div>
    </div>
  );
}
