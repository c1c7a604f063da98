import type { ReactNode } from 'react';

export interface FilterBarProps {
  label: string;
  /** Chips. */
  children: ReactNode;
  /** What the filters leave, and Clear. */
  end?: ReactNode;
}

export function FilterBar({ label, children, end }: FilterBarProps) {
  return (
    <section className="FilterBar" aria-label={label}>
      <span className="label" aria-hidden="true">
        {label}
      </span>
      {children}
      {end && <div className="end">{end}</div>}
    </section>
  );
}
