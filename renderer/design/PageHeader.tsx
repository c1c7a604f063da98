import type { ReactNode } from 'react';

export interface PageHeaderProps {
  title: ReactNode;
  subtitle?: ReactNode;
  /** Buttons. */
  end?: ReactNode;
}

export function PageHeader({ title, subtitle, end }: PageHeaderProps) {
  return (
    <header className="PageHeader">
      <div>
        <h1>{title}</h1>
        {subtitle && <div className="sub">{subtitle}</div>}
      </div>
      {end && <div className="end">{end}</div>}
    </header>
  );
}
