import { join } from 'node:path';
import { current, type Draft } from 'immer';
import type { Document } from '../../shared/model/document.ts';
import type { Id } from '../../shared/model/ids.ts';
import { identifier, type Statement } from '../engine/engine.ts';
import { applyEffect } from './applyEffect.ts';
import { adoptBlob } from './blobs.ts';
import { computeColumns } from './computed/computeColumns.ts';
import { touchedBy } from './computed/touched.ts';
import { ROW_LIST } from './listParameter.ts';
import { writeParquet } from './parquet.ts';
import type { Blob, CellValue, Row, RowEffect, StoredColumn } from './rowEffects.ts';
import type { Run } from './run.ts';

/** Before-images of more cells than this go to a Parquet file instead of into the journal's record. */
const MOST_CELLS = 20_000;

/**
 * One change while it is being made: a draft of the document, and changes of rows that happen at once within a transaction.
 * Each takes its before-image, so that nothing has to be written to undo it.
 */
export class Change {
  readonly draft: Draft<Document>;
  /** The number that this change gets. */
  readonly sequence: number;
  /** When it is made, ISO 8601. */
  readonly time: string;
  readonly effects: RowEffect[] = [];
  readonly inverseEffects: RowEffect[] = [];
  readonly #run: Run;
  readonly #folder: string;
  #files = 0;

  constructor(
    draft: Draft<Document>,
    { sequence, time }: { sequence: number; time: string },
    run: Run,
    folder: string,
  ) {
    this.draft = draft;
    this.sequence = sequence;
    this.time = time;
    this.#run = run;
    this.#folder = folder;
  }

  /** Reads within the transaction, as it stands by then. */
  readonly query: Run = (statement) => this.#run(statement);

  /** The engine's table, quoted. */
  tableName(table: Id): string {
    return identifier(table);
  }

  /** Which of these rows there are. */
  async existing(table: Id, rows: readonly number[]): Promise<Set<number>> {
    const found = await this.#run({
      sql: `SELECT _id FROM ${identifier(table)} WHERE _id IN (${ROW_LIST})`,
      values: [JSON.stringify(rows)],
    });
    return new Set(found.map(([id]) => Number(id)));
  }

  /** Sets cells of rows that exist. */
  async setCells(
    table: Id,
    columns: readonly StoredColumn[],
    cells: { row: number; column: StoredColumn; value: CellValue }[],
  ): Promise<void> {
    const before: RowEffect[] = [];
    if (cells.length > MOST_CELLS) {
      const rows = [...new Set(cells.map((cell) => cell.row))];
      before.push({
        kind: 'putBlob',
        table,
        columns: plain(columns),
        blob: await this.#keep(table, columns, rows),
      });
    } else {
      const old: { row: number; column: StoredColumn; value: CellValue }[] = [];
      for (const [id, group] of Map.groupBy(cells, (cell) => cell.column.id)) {
        const column = group[0]?.column;
        if (!column) continue;
        const values = await this.#values(table, id, [...new Set(group.map((cell) => cell.row))]);
        for (const [row, value] of values) old.push({ row, column: plainColumn(column), value });
      }
      before.push({ kind: 'setCells', table, cells: old });
    }
    await this.#do(
      {
        kind: 'setCells',
        table,
        cells: cells.map(({ row, column, value }) => ({ row, column: plainColumn(column), value })),
      },
      before,
    );
    this.#touch(table);
  }

  /** Adds rows at the end, and answers their ids. */
  async insertRows(
    table: Id,
    columns: readonly StoredColumn[],
    rows: readonly Record<Id, CellValue>[],
  ): Promise<number[]> {
    const [top] = await this.#run({ sql: `SELECT coalesce(max(_id), 0) FROM ${identifier(table)}` });
    const first = Number(top?.[0] ?? 0) + 1;
    const full: Row[] = rows.map((cells, i) => ({ id: first + i, line: null, cells }));
    const ids = full.map((row) => row.id);
    await this.#do({ kind: 'putRows', table, columns: plain(columns), rows: full }, [
      { kind: 'removeRows', table, rows: ids },
    ]);
    this.#touch(table);
    return ids;
  }

  async deleteRows(table: Id, columns: readonly StoredColumn[], rows: number[]): Promise<void> {
    const stored = plain(columns);
    const before: RowEffect =
      rows.length * (columns.length + 1) > MOST_CELLS
        ? { kind: 'putBlob', table, columns: stored, blob: await this.#keep(table, columns, rows) }
        : { kind: 'putRows', table, columns: stored, rows: await this.#rows(table, columns, rows) };
    await this.#do({ kind: 'removeRows', table, rows }, [before]);
    this.#touch(table);
  }

  /**
   * Makes a table's rows from a Parquet file of the work folder (columns by id, periods as canonical text, `_id` and `_line` where known).
   * Takes the file. Rows that the table had are kept for undo; the document's entry is the caller's to write.
   */
  async createTable(
    table: Id,
    columns: readonly StoredColumn[],
    path: string,
    before?: readonly StoredColumn[],
  ): Promise<number> {
    const inverse: RowEffect = before
      ? { kind: 'createTable', table, columns: plain(before), blob: await this.#keep(table, before) }
      : { kind: 'dropTable', table };
    const blob = await adoptBlob(this.#folder, path);
    await this.#do({ kind: 'createTable', table, columns: plain(columns), blob }, [inverse]);
    this.#touch(table);
    const [count] = await this.#run({ sql: `SELECT count(*) FROM ${identifier(table)}` });
    return Number(count?.[0] ?? 0);
  }

  /** Takes a table's rows away; the document's entry is the caller's to remove. */
  async dropTable(table: Id, columns: readonly StoredColumn[]): Promise<void> {
    const blob = await this.#keep(table, columns);
    await this.#do({ kind: 'dropTable', table }, [
      { kind: 'createTable', table, columns: plain(columns), blob },
    ]);
  }

  /** Adds a column at the end, `value` in every row; the document's entry is the caller's to write. */
  async addColumn(table: Id, column: StoredColumn, value: CellValue): Promise<void> {
    await this.#do({ kind: 'addColumn', table, column: plainColumn(column), value }, [
      { kind: 'dropColumn', table, column: column.id },
    ]);
    this.#touch(table);
  }

  /** Adds a column at the end with the cells of another one. */
  async copyColumn(table: Id, column: StoredColumn, from: Id): Promise<void> {
    await this.#do({ kind: 'copyColumn', table, column: plainColumn(column), from }, [
      { kind: 'dropColumn', table, column: column.id },
    ]);
    this.#touch(table);
  }

  /** Puts other cells, of another type where it is one, in a column's place: `cells` is a query of `_id` and `value`. */
  async replaceColumn(table: Id, before: StoredColumn, after: StoredColumn, cells: Statement): Promise<void> {
    const made = 'internal.replaced';
    const value = identifier(after.id);
    await this.#run({
      ...cells,
      sql: `CREATE OR REPLACE TABLE ${made} AS SELECT _id, CAST(NULL AS INTEGER) AS _line, value AS ${value} FROM (${cells.sql})`,
    });
    const path = this.#newFile();
    await writeParquet(this.#run, made, [after], path);
    await this.#run({ sql: `DROP TABLE ${made}` });
    const blob = await adoptBlob(this.#folder, path);
    await this.dropColumn(table, before);
    await this.#do({ kind: 'fillColumn', table, column: plainColumn(after), blob }, [
      { kind: 'dropColumn', table, column: after.id },
    ]);
  }

  /** Takes a column's cells away; the document's entry is the caller's to remove. */
  async dropColumn(table: Id, column: StoredColumn): Promise<void> {
    const blob = await this.#keep(table, [column]);
    await this.#do({ kind: 'dropColumn', table, column: column.id }, [
      { kind: 'fillColumn', table, column: plainColumn(column), blob },
    ]);
    this.#touch(table);
  }

  /** The formula of a column is another one than before. */
  async changeFormula(table: Id, column: Id): Promise<void> {
    const effect: RowEffect = { kind: 'formula', table, of: column };
    await this.#do(effect, [effect]);
    this.#touch(table);
  }

  /** Computed columns, the number of rows and the revision follow from what was done; commands need not count. */
  async settle(): Promise<void> {
    if (this.draft.tables.some(hasFormulas)) {
      const touched = touchedBy(this.effects);
      const computed = await computeColumns(this.#run, current(this.draft), touched);
      for (const table of computed) this.#touch(table);
    }
    for (const table of this.#touched) {
      const entry = this.draft.tables.find(({ id }) => id === table);
      if (!entry) continue;
      const [count] = await this.#run({ sql: `SELECT count(*) FROM ${identifier(table)}` });
      entry.rowCount = Number(count?.[0] ?? 0);
      entry.revision = this.sequence;
    }
  }

  readonly #touched = new Set<Id>();

  #touch(table: Id): void {
    this.#touched.add(table);
  }

  async #do(effect: RowEffect, before: RowEffect[]): Promise<void> {
    await applyEffect(this.#run, this.#folder, effect);
    this.effects.push(effect);
    this.inverseEffects.unshift(...before);
  }

  async #values(table: Id, column: Id, rows: readonly number[]): Promise<Map<number, CellValue>> {
    const answer = await this.#run({
      sql: `SELECT _id, ${identifier(column)} FROM ${identifier(table)} WHERE _id IN (${ROW_LIST})`,
      values: [JSON.stringify(rows)],
    });
    return new Map(answer.map(([id, value]) => [Number(id), value ?? null]));
  }

  async #rows(table: Id, columns: readonly StoredColumn[], rows: readonly number[]): Promise<Row[]> {
    const answer = await this.#run({
      sql: `SELECT _id, _line${columns.map(({ id }) => `, ${identifier(id)}`).join('')} FROM ${identifier(table)} WHERE _id IN (${ROW_LIST})`,
      values: [JSON.stringify(rows)],
    });
    return answer.map(([id, line, ...cells]) => ({
      id: Number(id),
      line: line === null || line === undefined ? null : Number(line),
      cells: Object.fromEntries(columns.map((column, i) => [column.id, cells[i] ?? null])),
    }));
  }

  #newFile(): string {
    return join(this.#folder, 'blobs', `writing-${this.sequence}-${++this.#files}.parquet`);
  }

  /** Rows as they are now, as a blob. */
  async #keep(table: Id, columns: readonly StoredColumn[], rows?: readonly number[]): Promise<Blob> {
    const path = this.#newFile();
    const name = identifier(table);
    if (!rows) {
      await writeParquet(this.#run, name, columns, path);
      return await adoptBlob(this.#folder, path);
    }
    await this.#run({
      sql: `CREATE OR REPLACE TABLE internal.kept AS ${ROW_LIST}`,
      values: [JSON.stringify(rows)],
    });
    await writeParquet(this.#run, name, columns, path, 'SELECT id FROM internal.kept');
    await this.#run({ sql: 'DROP TABLE internal.kept' });
    return await adoptBlob(this.#folder, path);
  }
}

function hasFormulas({ columns }: Draft<Document>['tables'][number]): boolean {
  return columns.some(({ formula }) => formula !== undefined);
}

function plain(columns: readonly StoredColumn[]): StoredColumn[] {
  return columns.map(plainColumn);
}

/** Without what a document's column knows besides: the journal needs no labels. Drafts of immer must not outlive the change, either. */
function plainColumn({ id, type }: StoredColumn): StoredColumn {
  return { id, type };
}
