import type { ReactNode } from 'react';
import type { Page, View } from '../../shared/model/view.ts';
import { useNavigation } from '../app/navigation.ts';
import { useContextMenu } from '../design/useContextMenu.tsx';
import { editView, viewMenu } from './viewMenu.ts';

/** The frame of a tile: label, figure, and a line under it. A missing figure is a dash, a problem stands in its place. */
export function TileFrame({
  page,
  view,
  label,
  figure,
  unit,
  problem,
  children,
}: {
  page: Page;
  view: View;
  label: string;
  figure: string | null;
  unit: string;
  problem: string | undefined;
  children: ReactNode;
}) {
  const inspected = useNavigation(({ inspected: now }) => now.kind === 'view' && now.id === view.id);
  const { open, menu } = useContextMenu();
  return (
    <section
      aria-label={label}
      className={inspected ? 'Tile is-selected' : 'Tile'}
      onContextMenu={(event) => open(event, view.title, viewMenu(page, view))}
    >
      <button type="button" aria-pressed={inspected} onClick={() => editView(view.id)}>
        <span className="label">{label}</span>
        {problem ? (
          <span className="delta is-problem">{problem}</span>
        ) : (
          <>
            <span className="figure">
              {figure ?? '\u2013'}
              {unit && <small>{unit}</small>}
            </span>
            <span className="delta">{children}</span>
          </>
        )}
      </button>
      {menu}
    </section>
  );
}
