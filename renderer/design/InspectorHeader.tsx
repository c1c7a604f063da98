/** What the inspector is about: its kind ("View, monthly columns") and its title. */
export function InspectorHeader({ kind, title }: { kind: string; title: string }) {
  return (
    <header className="InspectorHeader">
      <div className="kind">{kind}</div>
      <h2>{title}</h2>
    </header>
  );
}
