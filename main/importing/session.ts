import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { ImportNote, ImportPreview } from '../../shared/contract/importing.ts';
import type { Recipe } from '../../shared/model/recipe.ts';
import { literal } from '../engine/engine.ts';
import { checks } from './checks/index.ts';
import { cellKind } from './detection/cellKind.ts';
import type { Dialect } from './detection/dialect.ts';
import { type FoundTable, findTables, type RowShape } from './detection/structure.ts';
import type { RunResult } from './importerProcess.ts';
import { periodsAsText } from './periodsAsText.ts';
import { noTable } from './problems.ts';
import { proposeRecipe } from './proposeRecipe.ts';
import { dropRaw, loadRaw, loadRawFast, type RawTable } from './rawTable.ts';
import { rowsOfText } from './readers/delimited.ts';
import { openFile } from './readers/index.ts';
import type { OpenedFile, ReaderNote } from './readers/reader.ts';
import { runRecipe } from './runRecipe.ts';
import { shownText } from './shownText.ts';
import type { StepContext, TableState } from './steps/step.ts';
import { Workshop } from './workshop.ts';

const PREVIEW_ROWS = 200;
/** Files up to this are looked at whole when tables are sought; of larger ones the head and the tail. */
const LOOK_ROWS = 50_000;
const HEAD_ROWS = 2000;
const TAIL_ROWS = 300;

type Tell = (done: number, note: string) => void;

/** One file in its workshop: raw cells loaded once, recipes run over them as often as asked. */
export class ImportSession {
  readonly path: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly file: OpenedFile;
  readonly workshop: Workshop;
  readonly #fiscalYearStart: number;
  readonly #tell: Tell;
  readonly #never = new AbortController().signal;
  #raw: RawTable = { rows: 0, width: 1 };
  #reading: Recipe = [];
  #readerNotes: ReaderNote[] = [];
  #helpers = 0;
  #sha256: Promise<string> | undefined;

  private constructor(
    path: string,
    bytes: number,
    file: OpenedFile,
    workshop: Workshop,
    year: number,
    tell: Tell,
  ) {
    this.path = path;
    this.fileName = basename(path);
    this.bytes = bytes;
    this.file = file;
    this.workshop = workshop;
    this.#fiscalYearStart = year;
    this.#tell = tell;
  }

  static async open(
    path: string,
    folder: string,
    fiscalYearStart: number,
    tell: Tell,
  ): Promise<ImportSession> {
    const { file, bytes } = await openFile(path);
    const workshop = await Workshop.open(folder, path);
    return new ImportSession(path, bytes, file, workshop, fiscalYearStart, tell);
  }

  close(): void {
    this.workshop.close();
  }

  get raw(): RawTable {
    return this.#raw;
  }

  /** Reads as the reader understood the file, or the given sheet of it. */
  async read(sheet?: string): Promise<Recipe> {
    const { dialect, encoding } = this.file;
    if (dialect && encoding) return await this.#readText(encoding, dialect);
    const name =
      sheet ?? this.file.sheets.find(({ hidden }) => !hidden)?.name ?? this.file.sheets[0]?.name ?? '';
    return await this.#readSheet(name);
  }

  /** The tables of what was read, with the line of a row. */
  async tables(): Promise<{
    found: FoundTable[];
    lineOf(row: number): number;
    cellsOf(row: number): readonly (string | null)[];
  }> {
    const { shapes = await this.#shapesOfEnds() } = this.#raw;
    const lines = new Map<number, (string | null)[]>();
    const where =
      this.#raw.rows <= LOOK_ROWS
        ? ''
        : `WHERE _line <= ${shapes[Math.min(shapes.length - 1, HEAD_ROWS)]?.line ?? 0} OR _line >= ${shapes[Math.max(0, shapes.length - TAIL_ROWS)]?.line ?? 0}`;
    for await (const rows of this.workshop.stream(`SELECT * FROM raw ${where}`)) {
      for (const [line, ...cells] of rows) {
        const width = cells.findLastIndex((cell) => cell !== null) + 1;
        lines.set(
          Number(line),
          cells.slice(0, width).map((cell) => (cell === null ? null : String(cell))),
        );
      }
    }
    const lineOf = (row: number) => shapes[row]?.line ?? row + 1;
    const cellsOf = (row: number) => lines.get(lineOf(row)) ?? [];
    return { found: findTables(shapes, cellsOf), lineOf, cellsOf };
  }

  async propose(): Promise<Recipe> {
    const reading = await this.read();
    const { found, lineOf } = await this.tables();
    const best = found.toSorted((a, b) => b.last - b.first - (a.last - a.first))[0];
    if (!best) throw noTable(this.fileName);
    const context = this.context([]);
    return await proposeRecipe(reading, best, lineOf, found.length === 1, context);
  }

  async preview(recipe: Recipe): Promise<ImportPreview> {
    const notes: ImportNote[] = [];
    await this.#readAs(recipe);
    const made = await runRecipe(recipe, { sql: '', columns: [] }, this.context(notes));
    const table = await this.#store(made);
    for (const check of checks) notes.push(...(await check(table, this.context(notes))));
    notes.push(...this.#odditiesAsNotes(), ...(await this.#outside(recipe)));
    const [[rowCount = 0] = []] = await this.workshop.rows(`SELECT count(*) FROM (${table.sql})`);
    const rows = await this.workshop.rows(`SELECT * FROM (${table.sql}) LIMIT ${PREVIEW_ROWS}`);
    const raw = await this.workshop.rows(`SELECT * FROM raw LIMIT ${PREVIEW_ROWS}`);
    const [[lines = 0] = []] = await this.workshop.rows('SELECT max(_line) FROM raw');
    return {
      id: '',
      fileName: this.fileName,
      bytes: this.bytes,
      sha256: await this.sha256(),
      format: this.file.format,
      sheets: this.file.sheets,
      lines: Number(lines ?? 0),
      columns: this.#raw.width,
      raw: raw.map(([line, ...cells]) => ({
        line: Number(line),
        cells: cells.map((cell) => (cell === null ? '' : String(cell))),
      })),
      recipe,
      stepWords: made.words,
      result: {
        columns: table.columns,
        rowCount: Number(rowCount),
        rows: rows.map(([line, ...cells]) => ({
          line: Number(line ?? 0),
          cells: table.columns.map((column, i) => shownText(column, cells[i] ?? null, this.#fiscalYearStart)),
        })),
      },
      notes: byWeight(notes),
    };
  }

  /** Runs the recipe over all rows and writes the table. */
  async run(recipe: Recipe, to: string): Promise<RunResult> {
    const notes: ImportNote[] = [];
    await this.#readAs(recipe);
    this.#tell(this.#raw.rows, 'Working out the table');
    const made = await runRecipe(recipe, { sql: '', columns: [] }, this.context(notes));
    this.#tell(this.#raw.rows, 'Writing the table');
    // Once, in memory: the file and the checks then read the typed table instead of working it out again.
    const table = await this.#store(made);
    await this.workshop.run(
      `COPY (${await periodsAsText(table, this.context(notes))}) TO ${literal(to)} (FORMAT parquet)`,
    );
    const [[rowCount = 0] = []] = await this.workshop.rows(`SELECT count(*) FROM (${table.sql})`);
    for (const check of checks) notes.push(...(await check(table, this.context(notes))));
    notes.push(...this.#odditiesAsNotes(), ...(await this.#outside(recipe)));
    return { columns: made.columns, rowCount: Number(rowCount), notes: byWeight(notes), recipe };
  }

  context(notes: ImportNote[]): StepContext {
    return {
      rows: (sql) => this.workshop.rows(sql),
      run: (sql) => this.workshop.run(sql),
      helperTable: () => `helper_${++this.#helpers}`,
      note: (note) => void notes.push(note),
      fileName: this.fileName,
      isText: this.file.format === 'text',
      even: this.#raw.shapes === undefined,
      fiscalYearStart: this.#fiscalYearStart,
      sourceRank: [],
      rawWidth: this.#raw.width,
    };
  }

  get oddities(): readonly ReaderNote[] {
    return this.#readerNotes;
  }

  async sha256(): Promise<string> {
    this.#sha256 ??= hashOf(this.path);
    return await this.#sha256;
  }

  /** Reads again where the recipe reads otherwise than the cells at hand were read. */
  async #readAs(recipe: Recipe): Promise<void> {
    const [first] = recipe;
    if (!first || JSON.stringify(first) === JSON.stringify(this.#reading[0])) return;
    if (first.step === 'readText')
      await this.#readText(first.encoding, {
        delimiter: first.delimiter,
        quote: first.quote,
        escape: first.escape,
      });
    else if (first.step === 'readSheet') await this.#readSheet(first.sheet);
  }

  async #readText(encoding: string, dialect: Dialect): Promise<Recipe> {
    this.#readerNotes = [];
    await dropRaw(this.workshop);
    const fast =
      encoding === 'utf-8' && (await loadRawFast(this.workshop, this.path, this.bytes, dialect, this.#never));
    this.#raw =
      fast ||
      (await this.#load(
        rowsOfText(this.path, await markOf(this.path, encoding), dialect, this.#odd, this.#never),
      ));
    this.#reading = [{ step: 'readText', encoding, ...dialect }];
    return this.#reading;
  }

  async #readSheet(sheet: string): Promise<Recipe> {
    this.#readerNotes = [];
    await dropRaw(this.workshop);
    this.#raw = await this.#load(this.file.rows(sheet, this.#odd, this.#never));
    this.#reading = [{ step: 'readSheet', sheet }];
    return this.#reading;
  }

  readonly #odd = (note: ReaderNote) => void this.#readerNotes.push(note);

  async #load(rows: Parameters<typeof loadRaw>[1]): Promise<RawTable> {
    return await loadRaw(this.workshop, rows, this.fileName, (done) => this.#tell(done, 'Reading'));
  }

  /** The typed table kept for the preview's several looks at it. */
  async #store(made: TableState): Promise<TableState> {
    const name = `helper_${++this.#helpers}`;
    await this.workshop.run(`CREATE TABLE ${name} AS ${made.sql}`);
    return { sql: `SELECT * FROM ${name}`, columns: made.columns };
  }

  async #shapesOfEnds(): Promise<RowShape[]> {
    const { rows, width } = this.#raw;
    const ends = await this.workshop.rows(
      `SELECT * FROM raw WHERE _line <= ${HEAD_ROWS} OR _line > ${Math.max(HEAD_ROWS, rows - TAIL_ROWS)}`,
    );
    return ends.map(([line, ...cells]) => {
      const kinds = cells.map((cell) => cellKind(cell === null ? null : String(cell)));
      return {
        line: Number(line),
        width,
        last: kinds.findLastIndex((kind) => kind !== 'empty') + 1,
        filled: kinds.filter((kind) => kind !== 'empty').length,
        numbers: kinds.filter((kind) => kind === 'number').length,
      };
    });
  }

  #odditiesAsNotes(): ImportNote[] {
    const byCode = new Map<string, ReaderNote[]>();
    for (const note of this.#readerNotes) byCode.set(note.code, [...(byCode.get(note.code) ?? []), note]);
    return [...byCode].map(([code, notes]) => ({
      code,
      weight: 'note',
      title: ODDITIES[code] ?? code,
      text: notes[0]?.text ?? '',
      count: notes.length,
      place: { file: this.fileName, ...(notes[0]?.line !== undefined && { line: notes[0].line }) },
    }));
  }

  /** Lines above and under the table: titles, notes, sources. Told with their text, not dropped. */
  async #outside(recipe: Recipe): Promise<ImportNote[]> {
    const header = recipe.find((step) => step.step === 'header');
    if (!header) return [];
    const above = Math.min(header.firstDataLine, ...header.lines);
    const cells = Array.from({ length: this.#raw.width }, (_, i) => `nullif(trim(c${i + 1}), '')`);
    const text = `concat_ws(' | ', ${cells.join(', ')})`;
    const found = await this.workshop.rows(
      `SELECT _line, ${text} AS text, count(*) OVER () FROM raw WHERE (_line < ${above}${header.lastDataLine === undefined ? '' : ` OR _line > ${header.lastDataLine}`}) AND text <> '' ORDER BY _line LIMIT 20`,
    );
    const [first] = found;
    if (!first) return [];
    return [
      {
        code: 'import.outside',
        weight: 'note',
        title: 'Lines outside the table',
        text: found.map(([line, words]) => `line ${line}: ${words}`).join('; '),
        count: Number(first[2]),
        place: { file: this.fileName, line: Number(first[0]) },
      },
    ];
  }
}

const ODDITIES: Record<string, string> = {
  'import.stray-quote': 'Quotes that are not closed',
  'import.merged': 'Merged cells',
  'import.hidden-row': 'Hidden rows',
};

function byWeight(notes: readonly ImportNote[]): ImportNote[] {
  const order = { decide: 0, refused: 1, note: 2 };
  return notes.toSorted((a, b) => order[a.weight] - order[b.weight]);
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(bytes as Buffer);
  return hash.digest('hex');
}

/** The byte order mark belongs to the encoding, not to the first cell. */
async function markOf(path: string, name: string): Promise<{ name: string; mark: number }> {
  for await (const bytes of createReadStream(path, { end: 2 })) {
    const head = (bytes as Buffer).toString('hex');
    if (name === 'utf-8' && head.startsWith('efbbbf')) return { name, mark: 3 };
    if (name === 'utf-16le' && head.startsWith('fffe')) return { name, mark: 2 };
    if (name === 'utf-16be' && head.startsWith('feff')) return { name, mark: 2 };
  }
  return { name, mark: 0 };
}
