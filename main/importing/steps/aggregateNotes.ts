import type { ImportNote } from '../../../shared/contract/importing.ts';
import { type Column, columnLabel } from '../../../shared/model/table.ts';
import { type BaseRows, coarseKey, type Grouping } from './aggregateRows.ts';
import { keyText } from './matchNotes.ts';
import { counted, type StepContext } from './step.ts';

interface Aggregated {
  cover: string;
  grouping: Grouping;
  outKeys: readonly Column[];
  outValues: readonly Column[];
  rows: BaseRows;
  /** Rows before one printing of each figure was picked. */
  before: number;
}

/** What was left out, what stays empty because a part of the period is missing, and sums that lack a figure. */
export async function aggregateNotes(made: Aggregated, context: StepContext): Promise<ImportNote[]> {
  const { rows, before } = made;
  const notes: ImportNote[] = [];
  const picked = rows.rows + rows.tooLong + rows.noPeriod;
  if (picked < before)
    notes.push({
      code: 'combine.printings',
      weight: 'note',
      title: 'One release of each figure',
      text: `Of ${counted(before, 'row')}, ${counted(before - picked, 'row')} are other releases of a figure that was taken.`,
      count: before - picked,
    });
  if (rows.tooLong > 0)
    notes.push({
      code: 'combine.period-too-long',
      weight: 'decide',
      title: 'Periods that lie in no single one',
      text: `${counted(rows.tooLong, 'row')} are of a period that is longer than the wished one or lies across two: they are left out.`,
      count: rows.tooLong,
    });
  if (rows.noPeriod > 0)
    notes.push({
      code: 'combine.no-period',
      weight: 'decide',
      title: 'Rows without a period',
      text: `${counted(rows.noPeriod, 'row')} have no period and are left out.`,
      count: rows.noPeriod,
    });
  notes.push(...(await incomplete(made, context)), ...(await gaps(made, context)));
  return notes;
}

async function incomplete(
  { cover, grouping, outKeys, outValues }: Aggregated,
  context: StepContext,
): Promise<ImportNote[]> {
  const coarse = coarseKey(grouping);
  if (coarse < 0) return [];
  const groups = outKeys.map((_, i) => `_g${i}`);
  const notes: ImportNote[] = [];
  for (const [i, { how }] of grouping.values.entries()) {
    const value = outValues[i];
    if (!value || how === 'count') continue;
    const found = await context.rows(
      `SELECT count(*) OVER (), _c${i}, _g${coarse} % 1000, ${groups.join(', ')} FROM ${cover} WHERE _v${i} IS NULL AND _n${i} > 0 ORDER BY ${groups.join(', ')} LIMIT 100`,
    );
    if (found.length === 0) continue;
    const count = Number(found[0]?.[0]);
    const cells = found.map(([, months, of, ...cells]) => ({
      place: { column: value.name },
      text: `${keyText(outKeys, cells, context)}: ${how === 'last' ? 'its end is missing' : `${months} of ${of} months`}`,
    }));
    notes.push({
      code: 'combine.incomplete',
      weight: 'decide',
      title: 'Periods of which a part is missing',
      text: `"${columnLabel(value)}" stays empty in ${counted(count, 'row')}: ${cells
        .slice(0, 3)
        .map(({ text }) => text)
        .join(', ')}${count > 3 ? ' and more' : ''}.`,
      count,
      place: { column: value.name },
      cells,
    });
  }
  return notes;
}

async function gaps(
  { cover, grouping, outKeys, outValues }: Aggregated,
  context: StepContext,
): Promise<ImportNote[]> {
  const groups = outKeys.map((_, i) => `_g${i}`);
  const notes: ImportNote[] = [];
  for (const [i, { how }] of grouping.values.entries()) {
    const value = outValues[i];
    if (!value || (how !== 'sum' && how !== 'mean')) continue;
    const found = await context.rows(
      `SELECT count(*) OVER (), _rows - _n${i}, _rows${groups.map((name) => `, ${name}`).join('')} FROM ${cover} WHERE _v${i} IS NOT NULL AND _n${i} < _rows${groups.length > 0 ? ` ORDER BY ${groups.join(', ')}` : ''} LIMIT 100`,
    );
    if (found.length === 0) continue;
    const count = Number(found[0]?.[0]);
    const cells = found.map(([, empty, of, ...cells]) => ({
      place: { column: value.name },
      text: `${keyText(outKeys, cells, context)}: ${empty} of ${counted(Number(of), 'row')} empty`,
    }));
    notes.push({
      code: 'combine.partial',
      weight: 'decide',
      title: how === 'sum' ? 'Sums that lack a figure' : 'Averages that lack a figure',
      text: `"${columnLabel(value)}" is worked out in ${counted(count, 'row')} although some of the rows that it covers are empty.`,
      count,
      place: { column: value.name },
      cells,
    });
  }
  return notes;
}
