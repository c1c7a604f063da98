import type { CallResult } from '../../shared/contract/index.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { CellValue } from '../../shared/contract/vectors.ts';
import { type Document, findById } from '../../shared/model/document.ts';
import { filterWords } from '../../shared/model/filterWords.ts';
import type { Step } from '../../shared/model/recipe.ts';
import { releaseOfRow } from '../../shared/model/source.ts';
import type { Column, Table } from '../../shared/model/table.ts';
import { periodOfText } from '../../shared/periods/periodText.ts';
import { columnOf, columnOfRole } from '../../shared/views/columns.ts';
import { join, name, type SqlText, sql, trusted, value } from '../../shared/views/sql.ts';
import { keyColumns } from '../../shared/views/vintageSql.ts';
import { cellText } from './cellText.ts';
import { type QueryProject, tableOf } from './runQuery.ts';

type Provenance = CallResult<'tables.provenance'>;

/** Where a cell comes from: other printings of its figure, its file and line, the steps in words, the pages that show its table. */
export async function provenance(
  project: QueryProject,
  asked: { table: string; row: number; column: string },
  signal?: AbortSignal,
): Promise<Provenance> {
  const { document } = project;
  const table = tableOf(document, asked.table);
  const column = columnOf(table, asked.column);
  const keys = keyColumns(table);
  const wanted = [...new Set([column, ...keys])];
  const columns = join([...wanted.map(({ id }) => name(id)), trusted('"_line"')], ', ');
  const statement = sql`SELECT ${columns} FROM ${trusted(project.tableName(table.id))} WHERE "_id" = ${value(asked.row)}`;
  const [row] = await project.engine.rows(statement, signal);
  if (!row) {
    throw new Problem({
      code: 'table.no-row',
      message: 'That row is no longer in the table.',
      remedy: 'Choose another one.',
      place: { table: table.title },
    });
  }
  const at = (of: Column) => row[wanted.indexOf(of)] ?? null;
  const line = row[wanted.length];
  const key = keys.map((of) => ({ column: of, value: at(of) }));
  const tables = [table, ...(table.builtFrom?.tables ?? []).map((id) => findById(document.tables, id))];
  const vintages =
    column.role === 'measure'
      ? await Promise.all(
          tables
            .filter((one) => one !== undefined)
            .map((one) => printings(project, one, table, column, key, signal)),
        )
      : [];
  const own = vintages[0] ?? [];
  const earlier = vintages.slice(1).flat();
  const unit = column.unit ?? textOf(key.find((part) => part.column.role === 'unit')?.value ?? null);
  return {
    text: cellText(document, column, at(column)),
    ...(unit && { unit }),
    // A table built from releases holds the one that was picked: the releases themselves tell more.
    vintages: earlier.length > 0 ? earlier : own,
    trace: [
      ...trace(document, table, asked.row, typeof line === 'number' ? line : null),
      ...handEdit(document, table, asked.row, column),
    ],
    usedBy: usedBy(document, table.id),
  };
}

/** The rows of `table` that stand for the same figure, newest release first; none where the table lacks a part of the key. */
async function printings(
  { document, engine, tableName }: QueryProject,
  table: Table,
  from: Table,
  column: Column,
  key: readonly { column: Column; value: CellValue }[],
  signal: AbortSignal | undefined,
): Promise<Provenance['vintages']> {
  const released = columnOfRole(table, 'vintage');
  const measure =
    table === from
      ? column
      : table.columns.find(({ name: of, role }) => of === column.name && role === 'measure');
  if (!released || !measure) return [];
  const conditions: SqlText[] = [];
  for (const part of key) {
    const same = table.columns.find(
      ({ name: of, role }) => of === part.column.name && role === part.column.role,
    );
    if (!same) return [];
    conditions.push(sql`${name(same.id)} IS NOT DISTINCT FROM ${value(part.value)}`);
  }
  const kept = conditions.length > 0 ? sql` WHERE ${join(conditions, ' AND ')}` : trusted('');
  const words = [columnOfRole(table, 'status'), columnOfRole(table, 'source')].filter(
    (of) => of !== undefined,
  );
  const selected = join(
    [measure, released, ...words].map(({ id }) => name(id)),
    ', ',
  );
  const statement = sql`SELECT ${selected} FROM ${trusted(tableName(table.id))}${kept} ORDER BY ${name(released.id)} DESC NULLS LAST, "_id" DESC`;
  const rows = await engine.rows(statement, signal);
  const estimated = estimatedDates(document, table);
  return rows.map(([figure = null, day = null, ...rest], i) => ({
    value: cellText(document, measure, figure),
    released: textOf(day),
    words: [
      ...rest.map((part, at) => (words[at] ? cellText(document, words[at], part) : '')),
      estimated.has(textOf(day)) ? 'date estimated' : '',
    ]
      .filter(Boolean)
      .join(', '),
    current: i === 0,
  }));
}

/** From the file to the table, one line a step. */
function trace(document: Document, table: Table, row: number, line: number | null): string[] {
  const lines: string[] = [];
  const source = table.source === undefined ? undefined : findById(document.sources, table.source);
  if (source) {
    const sheet = source.sheet === undefined ? '' : `, sheet ${source.sheet}`;
    const range = source.range === undefined ? '' : `, ${source.range}`;
    const file = releaseOfRow(source, row)?.fileName ?? source.fileName;
    lines.push(`${file}${sheet}${range}${line === null ? '' : `, line ${line}`}`);
    lines.push(...source.recipe.map(stepWords));
  }
  if (table.builtFrom) {
    const titles = table.builtFrom.tables.map((id) => findById(document.tables, id)?.title ?? id);
    lines.push(`Built from ${titles.join(', ')}`, ...table.builtFrom.recipe.map(stepWords));
  }
  if (lines.length === 0) lines.push('Entered by hand');
  return lines;
}

/** What the file said of a cell that was changed by hand. */
function handEdit(document: Document, { handEdits }: Table, row: number, column: Column): string[] {
  const was = handEdits?.[`${row}:${column.id}`];
  if (was === undefined) return [];
  const cell = column.type === 'period' && typeof was === 'string' ? periodOfText(was) : was;
  return [`Changed by hand; the file says ${cellText(document, column, cell) || 'nothing'}`];
}

/** Dates of release that were worked out, not printed. */
function estimatedDates(document: Document, { source: id }: Table): Set<string> {
  const source = id === undefined ? undefined : findById(document.sources, id);
  const releases = source?.releases ?? [];
  return new Set(releases.flatMap(({ released, estimated }) => (estimated && released ? [released] : [])));
}

/** A step of a recipe in words. */
function stepWords(step: Step): string {
  switch (step.step) {
    case 'readText':
      return `Read as text, ${step.encoding}`;
    case 'readSheet':
      return `Read sheet ${step.sheet}`;
    case 'header':
      return step.lines.length === 0
        ? 'No header line'
        : `Header in line ${step.lines.join(', ')}, data from line ${step.firstDataLine}`;
    case 'dropColumns':
      return `Left out ${step.columns.join(', ')}`;
    case 'rename':
      return `Renamed ${step.from} to ${step.to}`;
    case 'unpivot':
      return `Turned ${step.columns.length} columns into rows of ${step.nameTo} and ${step.valueTo}`;
    case 'setColumn':
      return `Read ${step.column} as ${step.type}${step.unit ? `, ${step.unit}` : ''}`;
    case 'filterRows':
      return `Kept rows where ${step.column} ${filterWords(step)}`;
    case 'spanPeriod':
      return `Joined ${step.year} and ${step.months} into ${step.to}`;
    case 'splitStatus':
      return `Moved flags beside ${step.column} to ${step.to}`;
    case 'splitUnit':
      return `Moved the unit of ${step.column} to ${step.to}`;
    case 'accountingEntry':
      return `Moved credit and debit out of ${step.column} to ${step.to}`;
    case 'monthsFromCumulative':
      return `Worked out months of ${step.columns.join(', ')} from cumulative figures`;
    case 'latestVintage':
      return 'Kept the latest release of each figure';
    case 'residual':
      return `Worked out ${step.name} as ${step.total} minus ${step.part}`;
    case 'skipRows':
      return `Skipped ${step.lines.length > 0 ? `line ${step.lines.join(', ')}` : 'rows'}${step.where ? ` where ${step.where.column} matches ${step.where.matches}` : ''}`;
    case 'splitColumn':
      return `Split ${step.column} into ${step.into.join(', ')}`;
    case 'mergeColumns':
      return `Joined ${step.columns.join(', ')} into ${step.to}`;
    case 'fillDown':
      return `Filled empty cells of ${step.columns.join(', ')} from above`;
    case 'replace':
      return `Replaced "${step.find}" by "${step.with}"${step.columns ? ` in ${step.columns.join(', ')}` : ''}`;
    case 'computedColumn':
      return `Worked out ${step.to} as ${step.formula}`;
    case 'moveColumn':
      return `Moved ${step.column} to place ${step.to}`;
    case 'appendTables':
      return `Put the rows of ${step.tables.length} tables one under the other`;
    case 'lookup':
      return `Looked up ${step.columns.length} columns by ${step.keys.map(({ right }) => right).join(', ')}`;
    case 'aggregate':
      return `Aggregated ${step.values.map(({ column, how }) => `${how} of ${column}`).join(', ')} by ${step.keys.map(({ column }) => column).join(', ') || 'nothing'}`;
    case 'mapCodes':
      return `Read the codes of ${step.column}${step.classification ? `, ${step.classification}` : ''}`;
    case 'repeats':
      return step.keep === 'all'
        ? 'Numbered the printings of one key'
        : `Left out repeats, the ${step.keep} stays`;
  }
}

function usedBy(document: Document, table: string): Provenance['usedBy'] {
  const views = new Set(document.views.filter(({ query }) => query.table === table).map(({ id }) => id));
  return document.pages
    .map(({ id, title, tiles, layout }) => ({
      page: id,
      title,
      views: [...tiles, ...layout.map(({ view }) => view)].filter((view) => views.has(view)).length,
    }))
    .filter((page) => page.views > 0);
}

function textOf(cell: CellValue): string {
  return cell === null ? '' : String(cell);
}
