import { Fragment, type ReactNode } from 'react';

/** Names with values, the values at the end of the line. */
export function KeyList({ items }: { items: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="KeyList">
      {items.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
