import type { Column } from '../../../shared/model/table.ts';
import { identifier, literal } from '../../engine/engine.ts';
import { isChange, type PeriodHeader, periodHeaders } from '../detection/periodHeaders.ts';
import { stepMisfit } from '../problems.ts';
import { askGrains } from './askGrains.ts';
import { longTable, wideWords } from './longTable.ts';
import { counted, type StepContext, type StepOf, type StepResult, type TableState } from './step.ts';

/** A column that is turned: what its name says. One without a period says how those before it moved. */
export interface WideColumn extends PeriodHeader {
  column: Column;
}

/** Columns named by periods become rows: one for each period and status, with a column for each measure. */
export function unpivotPeriods(state: TableState, step: StepOf<'unpivot'>, context: StepContext): StepResult {
  const wide = wideColumnsOf(state, step, context);
  const kept = wide.filter(({ grain }) => !step.keep || step.keep.includes(grain));
  if (kept.length === 0)
    throw stepMisfit(
      'unpivot',
      step.columns.join(', '),
      state.columns.map(({ name }) => name),
    );
  if (!step.keep) askGrains(step, kept, context);
  tellChanges(kept, context);
  const rows = rowsOf(kept);
  const measures = [...new Set(kept.map(({ measure }) => measure))];
  // Without a word of its own a measure is the figure itself.
  const valueNames = measures.map((measure) => (measure === '' ? step.valueTo : measure));
  const hasStatus = step.statusTo !== undefined && kept.some(({ status }) => status !== undefined);
  const cellOf = (row: readonly WideColumn[], measure: string) => {
    const found = row.find((one) => one.measure === measure);
    return found ? identifier(found.column.id) : 'CAST(NULL AS VARCHAR)';
  };
  const text = (words: string | undefined) =>
    words === undefined ? 'CAST(NULL AS VARCHAR)' : literal(words);
  const table = longTable(
    state,
    wide.map(({ column }) => column),
    [
      { name: step.nameTo, list: rows.map(([one]) => text(one?.period)) },
      ...measures.map((measure, i) => ({
        name: valueNames[i] ?? step.valueTo,
        list: rows.map((row) => cellOf(row, measure)),
      })),
      ...(hasStatus
        ? [
            {
              name: step.statusTo ?? 'status',
              list: rows.map((row) => text(row.find(({ status }) => status)?.status)),
            },
          ]
        : []),
    ],
  );
  const left = wide.length - kept.length;
  return {
    ...table,
    words: {
      ...wideWords(
        step,
        kept.map(({ column }) => column),
      ),
      words: `${kept[0]?.name} to ${kept.at(-1)?.name}, into ${[step.nameTo, ...valueNames].join(', ')}${left > 0 ? `; ${counted(left, 'column')} of other lengths left out` : ''}`,
    },
  };
}

/** The named columns that are there, and others of their kind: next month's file has another month. */
function wideColumnsOf(state: TableState, step: StepOf<'unpivot'>, context: StepContext): WideColumn[] {
  const named = new Set(step.columns);
  const headers = periodHeaders(
    state.columns.map(({ name }) => name),
    context.fiscalYearStart,
  );
  const known = state.columns.filter(({ name, id }) => named.has(name) || named.has(id));
  const kinds = new Set(known.flatMap(({ name }) => kindOf(headers.get(name))));
  const wide: WideColumn[] = [];
  for (const column of state.columns) {
    const header = headers.get(column.name);
    const isNamed = known.includes(column);
    if (header && (isNamed || kinds.has(kindOf(header)[0] ?? ''))) {
      wide.push({ ...header, column });
    } else if (isNamed) {
      const of = latestInFront(wide);
      if (of) wide.push({ ...of, name: column.name, column, measure: changeOf(column.name, of) });
    }
  }
  const gone = step.columns.filter(
    (name) => !known.some((column) => column.name === name || column.id === name),
  );
  if (gone.length > 0)
    context.note({
      code: 'import.columns-gone',
      weight: 'note',
      title: 'Periods that are no longer in the file',
      text: `${gone.slice(0, 20).join(', ')}. The table has no rows of them.`,
      count: gone.length,
      place: { file: context.fileName, ...(gone[0] !== undefined && { column: gone[0] }) },
    });
  return wide;
}

/** Of the figures since the last column of change the latest: "2024-25, 2023-24, % change" is the change of 2024-25. */
function latestInFront(wide: readonly WideColumn[]): WideColumn | undefined {
  const last = wide.findLastIndex(({ measure }) => isChange(measure));
  const figures = wide.slice(last + 1);
  return figures.toSorted((a, b) => b.code - a.code)[0] ?? wide.at(-1);
}

function kindOf(header: PeriodHeader | undefined): string[] {
  return header ? [`${header.grain} ${header.measure}`] : [];
}

/** "% change" beside "Exports Jul-24" is the change of exports. A repeated header has its number taken off. */
function changeOf(name: string, before: WideColumn): string {
  const bare = name.replace(/ \d+$/, '');
  return before.measure === '' || isChange(before.measure) ? bare : `${before.measure} ${bare}`;
}

/** Columns of one period and status stand in one row; a period that comes again with the same measure begins another. */
function rowsOf(wide: readonly WideColumn[]): WideColumn[][] {
  const rows: WideColumn[][] = [];
  const byKey = new Map<string, WideColumn[][]>();
  for (const one of wide) {
    const key = `${one.code} ${one.status ?? ''}`;
    const known = byKey.get(key) ?? [];
    const open = known.find((row) => !row.some(({ measure }) => measure === one.measure));
    if (open) {
      open.push(one);
      continue;
    }
    const row = [one];
    rows.push(row);
    byKey.set(key, [...known, row]);
  }
  return rows;
}

/** A change without a period of its own was put to the latest one before it: that is a reading, so it is told. */
function tellChanges(wide: readonly WideColumn[], context: StepContext): void {
  const placed = wide.filter(({ name, measure }) => isChange(measure) && !/\d{2}/.test(name));
  const [first] = placed;
  if (!first) return;
  context.note({
    code: 'import.change-columns',
    weight: 'note',
    title: 'Columns of change',
    text: `Each stands beside the latest of the periods in front of it, as a rate that is never added: ${placed
      .slice(0, 10)
      .map(({ name, period }) => `${name} at ${period}`)
      .join(', ')}.`,
    count: placed.length,
    place: { file: context.fileName, column: first.name },
  });
}
