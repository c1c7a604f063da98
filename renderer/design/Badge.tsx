import type { ReactNode } from 'react';

export interface BadgeProps {
  tone?: 'plain' | 'accent' | 'success' | 'caution' | 'danger' | undefined;
  children: ReactNode;
}

export function Badge({ tone = 'plain', children }: BadgeProps) {
  return <span className={tone === 'plain' ? 'Badge' : `Badge is-${tone}`}>{children}</span>;
}
