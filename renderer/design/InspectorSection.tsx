import type { ReactNode } from 'react';

export interface InspectorSectionProps {
  title?: string | undefined;
  aside?: string | undefined;
  children: ReactNode;
}

export function InspectorSection({ title, aside, children }: InspectorSectionProps) {
  return (
    <section className="InspectorSection">
      {title && (
        <h3>
          {title}
          {aside && <small>{aside}</small>}
        </h3>
      )}
      {children}
    </section>
  );
}
