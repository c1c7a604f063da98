import type { Settings } from '../../shared/contract/app.ts';
import type { CommandArgs } from '../../shared/contract/commands.ts';
import type { CellBlock } from '../../shared/contract/pasting.ts';
import type { CellValue } from '../../shared/contract/vectors.ts';
import type { Column } from '../../shared/model/table.ts';
import type { RowWindow } from './rowCache.ts';

export interface CellChange {
  /** The row's id. */
  readonly row: number;
  readonly column: string;
  /** Text is read by the column's type; null clears. */
  readonly value: string | null;
}

/** What the grid asks of the program around it. */
export interface GridActions {
  readonly table: string;
  readonly readOnly: boolean;
  readonly numbers: Settings['numbers'];
  fetch(from: number, count: number): Promise<RowWindow & { readonly elapsed: number }>;
  /** Rows of the order with these columns alone. */
  fetchColumns(
    from: number,
    count: number,
    columns: readonly string[],
    signal?: AbortSignal,
  ): Promise<RowWindow>;
  /** Where ctrl and an arrow up or down lead from a row of a column. */
  edge(column: string, from: number, direction: 1 | -1): Promise<number>;
  /** One command; rejects with a Problem and changes nothing. */
  setCells(cells: readonly CellChange[]): Promise<void>;
  /** One command; answers the ids of rows that it added. */
  paste(args: CommandArgs<'paste'>): Promise<readonly number[]>;
  fill(args: CommandArgs<'fill'>): Promise<void>;
  clearCells(blocks: readonly CellBlock[]): Promise<void>;
  shownText(value: CellValue, column: Column): string;
  exactText(value: CellValue, column: Column): string;
  /** The texts that stand in a column, the most frequent first. */
  distinctTexts(column: string): Promise<readonly string[]>;
  /** What a text means in a column of periods; null where it is none. */
  understoodPeriod(text: string, column: Column): string | null;
  /** This month as the column spells it. */
  thisMonth(column: Column): string;
  addRow(): void;
  deleteRows(): void;
  askRow(): void;
  find(): void;
  showProvenance(): void;
  /** Something that concerns the whole gesture: a block that does not fit. */
  report(error: unknown): void;
}
