import type { ImportNote } from '../../../shared/contract/importing.ts';
import type { Column } from '../../../shared/model/table.ts';
import { identifier } from '../../engine/engine.ts';
import { keyColumns } from './latestVintage.ts';
import { keyText } from './matchNotes.ts';
import { counted, type ProjectRows, type StepContext, type TableState } from './step.ts';

/** Figures that stand in more than one of the tables: a sum over the whole would count them twice. */
export async function repeatedKeys(
  state: TableState,
  label: Column | undefined,
  parts: readonly ProjectRows[],
  context: StepContext,
): Promise<ImportNote | undefined> {
  const keys = keyColumns(state.columns).filter((column) => column !== label);
  const releases = state.columns.filter(({ role }) => role === 'vintage');
  if (keys.length === 0 || !state.columns.some(({ role }) => role === 'measure')) return undefined;
  const group = [...keys, ...releases].map(({ id }) => identifier(id)).join(', ');
  const found = await context.rows(
    `SELECT count(*) OVER (), ${keys.map(({ id }) => identifier(id)).join(', ')}, count(*) FROM (${state.sql}) GROUP BY ${group} HAVING count(*) > 1 ORDER BY count(*) DESC, ${group} LIMIT 100`,
  );
  if (found.length === 0) return undefined;
  const cells = found.map(([, ...cells]) => ({
    place: { column: keys[0]?.name ?? '' },
    text: `${keyText(keys, cells, context)} (${counted(Number(cells[keys.length]), 'row')})`,
  }));
  const count = Number(found[0]?.[0]);
  return {
    code: 'combine.repeated-keys',
    weight: 'decide',
    title: 'Figures that stand more than once',
    text: `${counted(count, 'key')} of ${parts.map(({ table }) => table.title).join(', ')} come in several rows: ${cells
      .slice(0, 3)
      .map(({ text }) => text)
      .join(', ')}${count > 3 ? ' and more' : ''}. A sum over all rows counts them more than once.`,
    count,
    cells,
  };
}
