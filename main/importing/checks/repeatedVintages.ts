import { codeLabel } from '../../../shared/model/table.ts';
import { periodText } from '../../../shared/periods/periodText.ts';
import { identifier } from '../../engine/engine.ts';
import { keyColumns } from '../steps/latestVintage.ts';
import type { Check } from './check.ts';

/** Keys that stand several times: kept as vintages where something tells them apart, else a duplicate to decide on. */
export const repeatedVintages: Check = async (state, context) => {
  const key = keyColumns(state.columns);
  const measure = state.columns.find(({ role }) => role === 'measure');
  const vintage = state.columns.find(({ role }) => role === 'vintage');
  const time = key.find(({ role }) => role === 'time');
  if (!measure || !time) return [];
  const keys = key.map(({ id }) => identifier(id));
  const value = identifier(measure.id);
  const order = vintage ? `${identifier(vintage.id)}, _line` : '_line';
  const rows = await context.rows(
    `SELECT ${keys.join(', ')}, list(${value} ORDER BY ${order})::VARCHAR, min(_line), count(*) OVER () FROM (${state.sql}) WHERE ${value} IS NOT NULL GROUP BY ${keys.join(', ')} HAVING count(*) > 1 ORDER BY max(${value}) - min(${value}) DESC LIMIT 1`,
  );
  const [first] = rows;
  if (!first) return [];
  const name = key
    .map((column, i) => {
      const cell = first[i];
      if (cell === null || cell === undefined) return '';
      return column.type === 'period' ? periodText(Number(cell)) : codeLabel(column, String(cell));
    })
    .filter((text) => text !== '')
    .join(', ');
  const values = String(first[key.length])
    .replace(/^\[|\]$/g, '')
    .split(', ')
    .join(', then ');
  return [
    {
      code: vintage ? 'import.vintages' : 'import.duplicates',
      weight: vintage ? 'note' : 'decide',
      title: vintage ? 'Several values for one period' : 'Rows with the same key',
      text: `${vintage ? 'Kept as vintages.' : 'Nothing says which one holds.'} ${name}: ${values}.`,
      count: Number(first[key.length + 2]),
      place: { file: context.fileName, line: Number(first[key.length + 1]) },
    },
  ];
};
