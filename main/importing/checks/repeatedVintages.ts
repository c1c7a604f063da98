import { codeLabel } from '../../../shared/model/table.ts';
import { periodText } from '../../../shared/periods/periodText.ts';
import { identifier } from '../../engine/engine.ts';
import { keyColumns } from '../steps/latestVintage.ts';
import type { Check } from './check.ts';

/** Values of one key that are told. */
const MOST_VALUES = 6;

/** Keys that stand several times: kept as vintages where something tells them apart, else a duplicate to decide on. */
export const repeatedVintages: Check = async (state, context) => {
  const key = keyColumns(state.columns);
  const measure = state.columns.find(({ role }) => role === 'measure');
  const vintage = state.columns.find(({ role }) => role === 'vintage');
  const time = key.find(({ role }) => role === 'time');
  if (!measure || !time) return [];
  const keys = key.map(({ id }) => identifier(id));
  const value = identifier(measure.id);
  // One number stands for the key: grouping by all its columns costs far more than the rest of the import.
  const hash = `hash(${keys.join(', ')})`;
  const filled = `FROM (${state.sql}) WHERE ${value} IS NOT NULL`;
  const again = context.helperTable();
  await context.run(
    `CREATE OR REPLACE TABLE ${again} AS SELECT ${hash} AS h ${filled} GROUP BY h HAVING count(*) > 1`,
  );
  const [[repeated = 0] = []] = await context.rows(`SELECT count(*) FROM ${again}`);
  if (Number(repeated) === 0) return [];
  const [most] = await context.rows(
    `SELECT CAST(h AS VARCHAR), line, count(*) OVER () FROM (SELECT ${hash} AS h, min(_line) AS line, max(${value}) - min(${value}) AS spread ${filled} AND ${hash} IN (SELECT h FROM ${again}) GROUP BY h) ORDER BY spread DESC, line LIMIT 1`,
  );
  if (!most) return [];
  const [code, line, count] = most;
  const rows = await context.rows(
    `SELECT ${keys.join(', ')}, ${value}, count(*) OVER () ${filled} AND ${hash} = CAST('${code}' AS UBIGINT) ORDER BY ${vintage ? `${identifier(vintage.id)}, _line` : '_line'} LIMIT ${MOST_VALUES}`,
  );
  const [first = []] = rows;
  const name = key
    .map((column, i) => {
      const cell = first[i];
      if (cell === null || cell === undefined) return '';
      return column.type === 'period' ? periodText(Number(cell)) : codeLabel(column, String(cell));
    })
    .filter((text) => text !== '')
    .join(', ');
  const values = rows.map((row) => String(row[key.length])).join(', then ');
  const more = Number(first[key.length + 1]) - rows.length;
  return [
    {
      code: vintage ? 'import.vintages' : 'import.duplicates',
      weight: vintage ? 'note' : 'decide',
      title: vintage ? 'Several values for one period' : 'Rows with the same key',
      text: `${vintage ? 'Kept as vintages.' : 'Nothing says which one holds.'} ${name}: ${values}${more > 0 ? ` and ${more} more` : ''}.`,
      count: Number(count),
      place: { file: context.fileName, line: Number(line) },
    },
  ];
};
