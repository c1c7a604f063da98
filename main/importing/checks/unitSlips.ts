import { formatPeriod } from '../../../shared/formats/formatPeriod.ts';
import { cellsIn } from '../noteCells.ts';
import { MOST_CELLS } from '../steps/cellNotes.ts';
import { withoutLines } from '../treatments.ts';
import type { Check } from './check.ts';
import { seriesHistory } from './seriesHistory.ts';
import { seriesName } from './seriesName.ts';

/** Decimal digits between 500 and 2,000 times. */
const [LEAST, MOST] = [2.7, 3.3];
/** Half the figures of a steady series lie within a factor of two of its middle. */
const STEADY = 0.3;
const TOLD = 3;

/** Figures about a thousand times as large or as small as the rest of their series: millions among thousands. */
export const unitSlips: Check = async (state, context) => {
  const history = await seriesHistory(state, context);
  if (!history) return [];
  const { table, dimensions, measure } = history;
  const keys = dimensions.map((_, i) => `, k${i}`).join('');
  // A series of which half is in another unit has no middle: there the one step between steady halves tells.
  const rows = await context.rows(
    `WITH steps AS (SELECT *, x - lag(x) OVER (PARTITION BY h ORDER BY t, line) AS step FROM ${table}), ` +
      `calm AS (SELECT h, median(abs(step)) AS usual FROM steps GROUP BY h) ` +
      `SELECT line, CAST(v AS VARCHAR), t, x - med, step, count(*) OVER ()${keys} FROM steps JOIN calm USING (h) ` +
      `WHERE (mad < ${STEADY} AND abs(x - med) BETWEEN ${LEAST} AND ${MOST}) OR (mad >= ${STEADY} AND usual < ${STEADY} AND abs(step) BETWEEN ${LEAST} AND ${MOST}) ORDER BY line LIMIT ${MOST_CELLS}`,
  );
  const [first] = rows;
  if (!first) return [];
  const told = rows.slice(0, TOLD).map(([, value, period, , , , ...cells]) => {
    const name = seriesName(dimensions, cells);
    return `${formatPeriod(Number(period), { fiscalYearStart: context.fiscalYearStart })}${name === '' ? '' : `, ${name}`}: ${value}`;
  });
  const count = Number(first[5]);
  const lines = rows.map(([line]) => Number(line));
  return [
    {
      code: 'import.unit-slip',
      weight: 'decide',
      title: 'About a thousand times the rest',
      text: `${told.join('; ')}${count > told.length ? ` and ${count - told.length} more` : ''}. Another unit, or a slip of the comma?`,
      count,
      place: { file: context.fileName, line: Number(first[0]), column: measure.name },
      cells: cellsIn(measure.name, rows, context),
      ...(context.recipe &&
        count === rows.length && {
          treatments: [{ title: 'Skip these lines', recipe: withoutLines(context.recipe, lines) }],
        }),
    },
  ];
};
