import { askDecimal } from './askDecimal.ts';
import { missingTest, reportRefused } from './cellNotes.ts';
import { type ReadColumn, wordsOf } from './columnReading.ts';
import { decimalsExpression, numberExpression } from './numberExpression.ts';
import { DECIMALS_SEEN } from './plainNumbers.ts';
import type { StepContext, StepOf } from './step.ts';

export const readNumber: ReadColumn = async ({ from, cell, step, base, plainDecimals }, context) => {
  const { decimal, affixes, zero = [] } = step;
  const missing = missingTest(cell, step.missing);
  const isPlain = plainDecimals !== undefined;
  const value = isPlain ? `TRY_CAST(${cell} AS DOUBLE)` : numberExpression(cell, decimal, affixes);
  const decimals = plainDecimals ?? (await mostDecimals(from, cell, step, context));
  const format = {
    decimals: Math.min(3, decimals),
    thousands: step.role === 'measure',
    signed: false,
  };
  const cases = [
    // An empty cell is nobody's nil.
    ...(zero.length > 0
      ? [`WHEN trim(coalesce(${cell}, '')) <> '' AND ${missingTest(cell, zero)} THEN 0`]
      : []),
    // An empty cell is no number anyway; a mark may look like one (-999).
    ...(step.missing.some((mark) => mark !== '') ? [`WHEN ${missing} THEN NULL`] : []),
  ];
  return {
    expression: cases.length > 0 ? `CASE ${cases.join(' ')} ELSE ${value} END` : value,
    async finish({ empty }) {
      const isNil = missingTest(cell, zero);
      const refused =
        empty && !isPlain
          ? await reportRefused(
              from,
              cell,
              `NOT ${missing} AND ${zero.length > 0 ? `NOT ${isNil} AND ` : ''}(${value}) IS NULL`,
              step,
              'number',
              context,
            )
          : 0;
      await askDecimal(from, cell, step, context);
      return { column: { ...base, format }, words: wordsOf(step, numberWords(step), `${refused} refused`) };
    },
  };
};

async function mostDecimals(
  from: string,
  cell: string,
  { decimal, affixes }: StepOf<'setColumn'>,
  context: StepContext,
): Promise<number> {
  const [[decimals = 0] = []] = await context.rows(
    `SELECT max(${decimalsExpression('cell', decimal, affixes)}) FROM (SELECT ${cell} AS cell FROM ${from} LIMIT ${DECIMALS_SEEN})`,
  );
  return Number(decimals ?? 0);
}

/** "value, US$ million (from the title), - is 0" */
function numberWords({ column, unit, unitFrom, zero = [] }: StepOf<'setColumn'>): string {
  const sources = {
    title: ' (from the title)',
    header: ' (from its name)',
    unitsRow: ' (from the units row)',
    cells: ' (from its cells)',
    labels: ' (from the labels)',
    column: ' (from a unit column)',
  };
  const told = unit ? `${column}, ${unit}${unitFrom ? sources[unitFrom] : ''}` : column;
  return zero.length > 0 ? `${told}; ${zero.join(' ')} is 0` : told;
}
