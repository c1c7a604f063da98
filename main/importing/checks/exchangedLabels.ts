import { formatPeriod } from '../../../shared/formats/formatPeriod.ts';
import { codeLabel } from '../../../shared/model/table.ts';
import { cellsIn } from '../noteCells.ts';
import { MOST_CELLS } from '../steps/cellNotes.ts';
import type { Check } from './check.ts';
import { seriesHistory } from './seriesHistory.ts';

/** Ten times away from the own history, within twice of the other's. */
const FAR = 1;
const NEAR = 0.3;
const TOLD = 3;

/** Two items of one period, each far from its own history and near the other's: their labels may stand the wrong way round. */
export const exchangedLabels: Check = async (state, context) => {
  const history = await seriesHistory(state, context);
  if (!history || history.dimensions.length === 0) return [];
  const { table, dimensions, measure } = history;
  const notes = [];
  for (const [i, item] of dimensions.entries()) {
    const same = dimensions.flatMap((_, other) =>
      other === i ? [] : `a.k${other} IS NOT DISTINCT FROM b.k${other}`,
    );
    const far = (one: string) => `abs(${one}.x - ${one}.med) >= ${FAR}`;
    const near = (one: string, other: string) => `abs(${one}.x - ${other}.med) <= ${NEAR}`;
    const rows = await context.rows(
      `SELECT a.line, a.v, b.line, b.v, a.t, a.k${i}, b.k${i}, count(*) OVER () FROM ${table} a JOIN ${table} b ON a.o = b.o AND a.line < b.line AND a.h <> b.h ` +
        `WHERE ${[far('a'), far('b'), near('a', 'b'), near('b', 'a'), ...same].join(' AND ')} ORDER BY a.line LIMIT ${MOST_CELLS}`,
    );
    const [first] = rows;
    if (!first) continue;
    const told = rows.slice(0, TOLD).map(([, one, , other, period, a, b]) => {
      const when = formatPeriod(Number(period), { fiscalYearStart: context.fiscalYearStart });
      return `${when}: ${codeLabel(item, String(a))} ${one}, ${codeLabel(item, String(b))} ${other}`;
    });
    const count = Number(first[7]);
    notes.push({
      code: 'import.exchanged-labels',
      weight: 'note' as const,
      title: 'Labels may be exchanged',
      text: `${told.join('; ')}${count > told.length ? ` and ${count - told.length} more` : ''}. Each fits the history of the other.`,
      count,
      place: { file: context.fileName, line: Number(first[0]), column: measure.name },
      cells: cellsIn(
        measure.name,
        rows.flatMap(([lineA, a, lineB, b]) => [
          [lineA ?? 0, a ?? null],
          [lineB ?? 0, b ?? null],
        ]),
        context,
      ),
    });
  }
  return notes;
};
