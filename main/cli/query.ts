import { parseArgs } from 'node:util';
import { Problem } from '../../shared/contract/problem.ts';
import { type Vector, valueAt, vectorLength } from '../../shared/contract/vectors.ts';
import type { Document } from '../../shared/model/document.ts';
import { type Column, codeOfWritten, type Table, writtenText } from '../../shared/model/table.ts';
import { parsePeriod } from '../../shared/periods/parsePeriod.ts';
import { periodText } from '../../shared/periods/periodText.ts';
import { spellPeriod } from '../../shared/periods/spellPeriod.ts';
import {
  Aggregate,
  type Calculation,
  type Filter,
  type Key,
  QuerySpec,
  type ViewData,
} from '../../shared/views/query.ts';
import { csvLine } from '../importing/csvText.ts';
import { runQuery } from '../workbench/runQuery.ts';
import { runView } from '../workbench/views.ts';
import { type CliCommand, callerPath, usage } from './command.ts';
import { named } from './named.ts';
import { withProject } from './withProject.ts';

const CALCULATIONS: Record<string, Calculation> = {
  none: 'none',
  yoy: 'yearOnYear',
  fytd: 'fiscalYearToDate',
  share: 'shareOfTotal',
};

export const query: CliCommand = {
  name: 'query',
  summary: 'Answers what a view or a table says',
  help: `tijarat query P.tijarat --view NAME [--format csv|json]
tijarat query P.tijarat --table NAME [--by COL,...] [--measure "sum(COL)"]
                        [--as yoy|fytd|share] [--where COL=VALUE]... [--format csv|json]

  --by        columns to group by, first in the answer; none: one figure
  --measure   sum, mean, min, max or count of a column; else the sum of the first measure
  --where     keeps rows of a value; several of one column keep any of them

Each figure is the latest vintage of its key. Values and names are as in the file, in full precision.`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        view: { type: 'string' },
        table: { type: 'string' },
        by: { type: 'string' },
        measure: { type: 'string' },
        as: { type: 'string', default: 'none' },
        where: { type: 'string', multiple: true, default: [] },
        format: { type: 'string', default: 'csv' },
      },
    });
    const [path, ...rest] = positionals;
    if (path === undefined || rest.length > 0) throw usage('Name one project.');
    if ((values.view === undefined) === (values.table === undefined))
      throw usage('Give either --view or --table.');
    const { format } = values;
    if (format !== 'csv' && format !== 'json') throw usage('--format is csv or json.');
    const as = CALCULATIONS[values.as];
    if (as === undefined) throw usage('--as is yoy, fytd or share.');
    if (values.view !== undefined && (values.by ?? values.measure) !== undefined)
      throw usage('--by and --measure go with --table; a view has its own.');
    const text = await withProject(io, callerPath(path), async ({ project }) => {
      const { document } = project();
      if (values.view !== undefined) {
        const view = named(document.views, values.view, 'view');
        const data = await runView(project(), view, [], io.signal);
        return written(view.query, data, document, format, io.log);
      }
      const table = named(document.tables, values.table ?? '', 'table');
      const spec = specOf(table, document, values.by, values.measure, as, values.where);
      const data = await runQuery(project(), spec, { signal: io.signal });
      return written(spec, data, document, format, io.log);
    });
    await io.write(text);
    return 0;
  },
};

function specOf(
  table: Table,
  document: Document,
  by: string | undefined,
  measure: string | undefined,
  as: Calculation,
  where: readonly string[],
): QuerySpec {
  const keys = (by ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name): Key => ({ column: columnNamed(table, name).id }));
  if (keys.length > 3) throw usage('--by takes at most three columns.');
  return QuerySpec.parse({
    table: table.id,
    measure: measureOf(table, measure),
    keys,
    as,
    where: filters(table, document, where),
  });
}

function measureOf(table: Table, text: string | undefined): QuerySpec['measure'] {
  if (text === undefined) {
    const first = table.columns.find(({ role }) => role === 'measure');
    if (first) return { column: first.id, aggregate: 'sum' };
    throw new Problem({
      code: 'cli.no-measure',
      message: `"${table.title}" has no measure.`,
      remedy: 'Name one: --measure "count(COL)".',
    });
  }
  const parts = /^\s*(\w+)\s*\((.+)\)\s*$/.exec(text);
  const aggregate = Aggregate.safeParse(parts?.[1]?.toLowerCase());
  if (!parts?.[2] || !aggregate.success)
    throw usage('--measure is like "sum(COL)": sum, mean, min, max or count.');
  return { column: columnNamed(table, parts[2].trim()).id, aggregate: aggregate.data };
}

function filters(table: Table, document: Document, where: readonly string[]): Filter[] {
  const wanted = new Map<string, string[]>();
  for (const clause of where) {
    const at = clause.indexOf('=');
    if (at < 1) throw usage('--where is COL=VALUE.');
    const column = columnNamed(table, clause.slice(0, at).trim());
    const value = clause.slice(at + 1);
    wanted.set(column.id, [...(wanted.get(column.id) ?? []), value]);
  }
  return [...wanted].map(([id, values]): Filter => {
    const column = columnNamed(table, id);
    return { column: id, oneOf: values.map((value) => filterValue(column, value, document)) };
  });
}

function filterValue(column: Column, text: string, document: Document): string | number | boolean | null {
  if (text === '') return null;
  if (column.type === 'period') {
    const code = parsePeriod(text, { fiscalYearStart: document.fiscalYearStart, spelling: column.spelling });
    if (code !== null) return periodText(code);
    throw new Problem({
      code: 'cli.not-a-period',
      message: `"${text}" is not a period.`,
      remedy: 'Write it as 2025-03, 2025-Q1, FY2025 or Jul-Mar FY25.',
      place: { column: column.name },
    });
  }
  if (column.type === 'number') {
    if (Number.isFinite(Number(text))) return Number(text);
    throw new Problem({
      code: 'cli.not-a-number',
      message: `"${text}" is not a number.`,
      place: { column: column.name },
    });
  }
  return column.type === 'boolean'
    ? text.toLowerCase() === 'true' || text.toLowerCase() === 'yes'
    : codeOfWritten(column, text);
}

function columnNamed(table: Table, name: string): Column {
  const found =
    table.columns.find((column) => column.name === name) ??
    table.columns.find((column) => column.id === name) ??
    table.columns.find((column) => column.label === name);
  if (found) return found;
  throw new Problem({
    code: 'cli.no-column',
    message: `"${table.title}" has no column "${name}".`,
    remedy: `Its columns are: ${table.columns.map((column) => column.name).join(', ')}.`,
    place: { table: table.title },
  });
}

function written(
  spec: QuerySpec,
  data: ViewData,
  document: Document,
  format: 'csv' | 'json',
  log: (line: string) => void,
): string {
  for (const note of data.notes) log(note);
  const table = named(document.tables, spec.table, 'table');
  const columns: { name: string; vector: Vector; period(code: number): string; column?: Column }[] =
    spec.keys.flatMap((key, i) => {
      const vector = data.keys[i];
      const column = columnNamed(table, key.column);
      return vector
        ? [{ name: column.name, vector, column, period: spelling(key, column, document.fiscalYearStart) }]
        : [];
    });
  columns.push({ name: columnNamed(table, spec.measure.column).name, vector: data.value, period: String });
  if (data.overlay) columns.push({ name: spec.overlay ?? 'overlay', vector: data.overlay, period: String });
  const rows = Array.from({ length: vectorLength(data.value) }, (_, row) =>
    columns.map(({ vector, period, column }) => {
      const value = valueAt(vector, row);
      if (column && typeof value === 'string') return writtenText(column, value);
      return vector.kind === 'period' && typeof value === 'number' ? period(value) : value;
    }),
  );
  const names = columns.map(({ name }) => name);
  if (format === 'json') {
    const objects = rows.map((row) => Object.fromEntries(row.map((value, i) => [names[i] ?? '', value])));
    return `${JSON.stringify(objects, null, 2)}\n`;
  }
  return [names, ...rows.map((row) => row.map((value) => (value === null ? '' : String(value))))]
    .map(csvLine)
    .join('');
}

function spelling({ level }: Key, column: Column, fiscalYearStart: number): (code: number) => string {
  if (level === 'fiscalMonth') return String;
  if (level === 'fiscalYear') return (code) => spellPeriod(code, 'fiscalLong', fiscalYearStart);
  if (level === undefined || level === 'asIs' || level === 'month')
    return (code) => spellPeriod(code, column.spelling ?? 'iso', fiscalYearStart);
  return periodText;
}
