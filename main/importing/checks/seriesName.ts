import { type Column, codeLabel } from '../../../shared/model/table.ts';

type Cell = string | number | boolean | null | undefined;

/** A series by what tells it from the others: "Telecommunications, credit". '' where the table is one series. */
export function seriesName(dimensions: readonly Column[], cells: readonly Cell[]): string {
  return dimensions
    .map((column, i) => {
      const cell = cells[i];
      return cell === null || cell === undefined ? '' : codeLabel(column, String(cell));
    })
    .filter((text) => text !== '')
    .join(', ');
}
