import type { LucideIcon } from 'lucide-react';

/** A Lucide icon at 16 px (14 with `small`) and 1.5 px stroke, hidden from screen readers: words beside it, or a label, say what it means. */
export function Icon({ icon: Drawn, small = false }: { icon: LucideIcon; small?: boolean }) {
  return (
    <Drawn
      className={small ? 'Icon is-small' : 'Icon'}
      size={small ? 14 : 16}
      strokeWidth={1.5}
      aria-hidden="true"
      focusable="false"
    />
  );
}
