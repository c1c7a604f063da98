import type { ReactNode } from 'react';

/** What the inspector is about: its kind ("View, monthly columns") and its title. */
export function InspectorHeader({ kind, title }: { kind: string; title: ReactNode }) {
  return (
    <header className="InspectorHeader">
      <div className="kind">{kind}</div>
      <h2>{title}</h2>
    </header>
  );
}
