import type { CallArgs, CallResult } from '../../../shared/contract/index.ts';
import type { FigureChange } from '../../../shared/contract/refreshing.ts';
import { formatPeriod } from '../../../shared/formats/formatPeriod.ts';
import { type Column, codeLabel } from '../../../shared/model/table.ts';
import { identifier, literal } from '../../engine/engine.ts';
import type { Comparison } from './comparison.ts';
import { handEditKey } from './handEdits.ts';
import { fields } from './releaseTables.ts';

type Cell = string | number | boolean | null;

/** A page of the figures that differ, as people read them. */
export async function figuresPage(
  comparison: Comparison,
  { kind, sort, search = '', from, count }: Omit<CallArgs<'refresh.figures'>, 'id'>,
  signal?: AbortSignal,
): Promise<CallResult<'refresh.figures'>> {
  const { project, scratch, loaded } = comparison;
  const { keys, measures } = loaded.columns;
  const kept = [`kind = ${literal(kind)}`];
  if (search.trim() !== '') kept.push(await holds(comparison, search.trim().toLowerCase(), signal));
  const where = `FROM ${scratch.name('changes')} WHERE ${kept.join(' AND ')}`;
  const difference = '("change:now" - "change:old")';
  const fraction = `CASE WHEN "change:old" > 0 THEN ${difference} / "change:old" END`;
  const order = (): string => {
    if (!sort)
      return kind === 'new' || kind === 'vanished'
        ? `${fields(keys)}, n`
        : `abs(${difference}) DESC NULLS LAST, n`;
    const key = typeof sort.by === 'number' ? keys[sort.by] : undefined;
    const by =
      typeof sort.by === 'number'
        ? key
          ? identifier(key.id)
          : 'n'
        : {
            old: 'coalesce(CAST("change:old" AS VARCHAR), "change:oldText")',
            now: 'coalesce(CAST("change:now" AS VARCHAR), "change:nowText")',
            difference,
            fraction,
          }[sort.by];
    const numeric = sort.by === 'old' ? '"change:old"' : sort.by === 'now' ? '"change:now"' : null;
    const direction = sort.descending ? 'DESC NULLS LAST' : 'ASC NULLS LAST';
    return `${numeric ? `${numeric} ${direction}, ` : ''}${by} ${direction}, n`;
  };
  const chosen = `${fields(keys)}, "change:measure", "change:before", "change:old", "change:now", "change:oldText", "change:nowText", ${difference}, ${fraction}, "change:also"`;
  const [rows, [[total = 0] = []]] = await Promise.all([
    project.engine.rows(
      { sql: `SELECT ${chosen} ${where} ORDER BY ${order()} LIMIT ${count} OFFSET ${from}` },
      signal,
    ),
    project.engine.rows({ sql: `SELECT count(*) ${where}` }, signal),
  ]);
  const fiscalYearStart = project.document.fiscalYearStart;
  const figures = rows.map((row): FigureChange => {
    const [measure = '', before, old, now, oldText, nowText, by, part, also] = row.slice(keys.length);
    const column = measures.find(({ id }) => id === measure);
    const shown = (number: Cell | undefined, text: Cell | undefined): string | number | null => {
      if (typeof text === 'string') return column ? codeLabel(column, text) : text;
      if (typeof number !== 'number') return null;
      if (column?.type === 'period') return formatPeriod(number, { fiscalYearStart });
      return column?.type === 'boolean' ? String(number === 1) : number;
    };
    const isNumber = column?.type === 'number';
    return {
      ...(kind === 'conflict' && { edit: handEditKey(Number(before), String(measure)) }),
      keys: keys.map((key, i) => keyText(key, row[i] ?? null, fiscalYearStart)),
      measure: String(measure),
      old: shown(old, oldText),
      now: shown(now, nowText),
      difference: isNumber && typeof by === 'number' ? by : null,
      fraction: isNumber && typeof part === 'number' ? part : null,
      also: String(also ?? ''),
    };
  });
  return { total: Number(total), figures };
}

function keyText(column: Column, cell: Cell, fiscalYearStart: number): string {
  if (cell === null) return '';
  return column.type === 'period'
    ? formatPeriod(Number(cell), { fiscalYearStart })
    : codeLabel(column, String(cell));
}

/** Rows whose key, as it is shown, holds these letters. */
async function holds(
  { project, scratch, loaded }: Comparison,
  letters: string,
  signal?: AbortSignal,
): Promise<string> {
  const { fiscalYearStart } = project.document;
  const tests: string[] = [];
  for (const column of loaded.columns.keys) {
    const at = identifier(column.id);
    if (column.type !== 'period') tests.push(`contains(lower(CAST(${at} AS VARCHAR)), ${literal(letters)})`);
    const codes =
      column.type === 'period'
        ? (
            await project.engine.rows(
              { sql: `SELECT DISTINCT ${at} FROM ${scratch.name('changes')} WHERE ${at} IS NOT NULL` },
              signal,
            )
          )
            .map(([code]) => Number(code))
            .filter((code) => formatPeriod(code, { fiscalYearStart }).toLowerCase().includes(letters))
            .map(String)
        : Object.entries(column.labels ?? {})
            .filter(([, label]) => label.toLowerCase().includes(letters))
            .map(([code]) => literal(code));
    if (codes.length > 0) tests.push(`${at} IN (${codes.join(', ')})`);
  }
  return tests.length > 0 ? `(${tests.join(' OR ')})` : 'false';
}
