import type { ReactNode } from 'react';

/** A label beside a control whose own label is hidden (`labelHidden`), so that it is said once. */
export function FieldRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="FieldRow">
      <span className="label" aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  );
}
