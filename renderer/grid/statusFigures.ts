import type { Settings } from '../../shared/contract/app.ts';
import { formatNumber } from '../../shared/formats/formatNumber.ts';
import type { Column } from '../../shared/model/table.ts';
import type { StatusFigure } from '../app/statusStore.ts';
import type { Summary } from './rangeSummary.ts';

/** The figures of selected cells as the status bar prints them, by the decimals of their columns; `exact` is what a click copies. */
export function statusFigures(
  { count, numbers, sum, least, most }: Summary,
  columns: readonly Pick<Column, 'type' | 'format'>[],
  style: Settings['numbers'],
): StatusFigure[] {
  const usual = columns
    .filter(({ type }) => type === 'number')
    .reduce((decimals, { format }) => Math.max(decimals, format?.decimals ?? 2), 0);
  const isWhole = [sum, least ?? 0, most ?? 0].every(Number.isInteger);
  const figure = (
    kind: StatusFigure['kind'],
    value: number,
    decimals = isWhole ? 0 : usual,
  ): StatusFigure => ({
    kind,
    text: formatNumber(value, { decimals, style }),
    // As spreadsheets: of a figure's digits fifteen are true, and 90.07 + 0.237 is 90.307.
    exact: String(Number(value.toPrecision(15))),
  });
  const found: StatusFigure[] = [];
  if (numbers > 0 && least !== null && most !== null) {
    found.push(
      figure('sum', sum),
      figure('average', sum / numbers, isWhole && Number.isInteger(sum / numbers) ? 0 : Math.max(1, usual)),
      figure('least', least),
      figure('most', most),
    );
  }
  return [...found, figure('count', count, 0), figure('numbers', numbers, 0)];
}
