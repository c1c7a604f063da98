import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { ImportNote, ImportPreview, TableInFile } from '../../shared/contract/importing.ts';
import type { Recipe } from '../../shared/model/recipe.ts';
import { literal } from '../engine/engine.ts';
import { checks } from './checks/index.ts';
import { LARGE_BYTES } from './csvReader.ts';
import { cellKind } from './detection/cellKind.ts';
import type { Dialect } from './detection/dialect.ts';
import { sniffEncoding } from './detection/sniffEncoding.ts';
import { type FoundTable, findTables, type RowShape } from './detection/structure.ts';
import { type FileFacts, fileFacts } from './fileFacts.ts';
import type { RunResult } from './importerProcess.ts';
import type { Mappings } from './mappings.ts';
import { periodsAsText } from './periodsAsText.ts';
import { proposeFor } from './proposeFor.ts';
import { dropRaw, holdRaw, loadRaw, type RawTable, storeHeld } from './rawTable.ts';
import { loadEnds, loadFirst, loadWhole, type TextFile, unreadBy } from './rawText.ts';
import { type NotesOf, readerNotes, withAddresses } from './readerNotes.ts';
import { rowsOfText } from './readers/delimited.ts';
import { openFile } from './readers/index.ts';
import type { OpenedFile, ReaderNote } from './readers/reader.ts';
import { type RowsAsked, type RowsFound, rowsAt } from './rowsAt.ts';
import { runRecipe } from './runRecipe.ts';
import { shownText } from './shownText.ts';
import { type StepContext, type StepWords, type TableState, Uneven } from './steps/step.ts';
import { storedState } from './steps/storedState.ts';
import { tablesInFile } from './tablesInFile.ts';
import { type Cell, Workshop } from './workshop.ts';

const PREVIEW_ROWS = 200;
/** Files up to this are looked at whole when tables are sought; of larger ones the head and the tail. */
const LOOK_ROWS = 50_000;
const HEAD_ROWS = 2000;
const TAIL_ROWS = 300;

type Tell = (done: number, note: string) => void;

interface Lent {
  workshop: Workshop;
  /** Rows are held where they are few: whoever borrows asks for them to be stored. */
  isHolding: boolean;
}

/** What a recipe made of the file. */
interface Made {
  /** The recipe as text. */
  key: string;
  table: TableState;
  words: StepWords[];
  notes: ImportNote[];
  rowCount: number;
}

/** One file in its workshop: raw cells loaded once, recipes run over them as often as asked. */
export class ImportSession {
  readonly path: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly file: OpenedFile;
  readonly workshop: Workshop;
  /** What the user mapped before; consulted when a recipe is proposed. */
  mappings: Mappings = {};
  readonly #fiscalYearStart: number;
  readonly #tell: Tell;
  readonly #never = new AbortController().signal;
  #raw: RawTable = { rows: 0, width: 1, even: false };
  #text: TextFile | undefined;
  #reading: Recipe = [];
  #readerNotes: ReaderNote[] = [];
  #helpers: string[] = [];
  #helperCount = 0;
  #made: Made | undefined;
  #isLent = false;
  /** Rows are held in JavaScript where they are few, and stored when `store` is asked. */
  #isHolding = false;
  /** What was found in the cells at hand. */
  #tables: TableInFile[] | undefined;
  #facts: Promise<FileFacts> | undefined;
  #unpackedFacts: Promise<FileFacts> | undefined;
  /** Only the first rows are wanted. */
  #quick = false;
  /** Raw cells stand in the workshop. */
  #isLoaded = false;
  /** Also those that were held. */
  #isStored = false;

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
    /** A workshop that files use one after the other; whoever lends it closes it. */
    lent?: Lent,
  ): Promise<ImportSession> {
    const { file, bytes, workshop } = await openedWith(
      lent?.workshop ?? Workshop.open(folder, path),
      path,
      folder,
    );
    const session = new ImportSession(path, bytes, file, workshop, fiscalYearStart, tell);
    session.#isLent = lent !== undefined;
    session.#isHolding = lent?.isHolding ?? false;
    return session;
  }

  close(): void {
    if (!this.#isLent) this.workshop.close();
  }

  /** What one pass over the file's bytes tells; it begins with the first who asks. */
  facts(): Promise<FileFacts> {
    if (!this.#facts) {
      this.#facts = fileFacts(this.path, this.#never);
      // Who needs them hears of a failure; until then it is nobody's.
      this.#facts.catch(() => undefined);
    }
    return this.#facts;
  }

  get raw(): RawTable {
    return this.#raw;
  }

  /** Reads as the reader understood the file, or the given sheet of it. */
  async read(sheet?: string): Promise<Recipe> {
    const { dialect, encoding } = this.file;
    if (dialect && encoding) return await this.#readText(await this.#surely(encoding), dialect);
    const name =
      sheet ?? this.file.sheets.find(({ hidden }) => !hidden)?.name ?? this.file.sheets[0]?.name ?? '';
    return await this.#readSheet(name);
  }

  /** What the first look took for plain ASCII may hold letters beyond it further on, which tell another encoding. */
  async #surely(encoding: string): Promise<string> {
    if (!this.file.isPlain || this.#quick) return encoding;
    const { upperLines } = await this.#textFacts();
    return (upperLines && sniffEncoding(upperLines, false)?.name) ?? encoding;
  }

  /** The facts of the text itself, where it was unpacked those of what came out. */
  #textFacts(): Promise<FileFacts> {
    const { unpacked } = this.file;
    if (!unpacked) return this.facts();
    if (!this.#unpackedFacts) {
      this.#unpackedFacts = fileFacts(unpacked.path, this.#never);
      this.#unpackedFacts.catch(() => undefined);
    }
    return this.#unpackedFacts;
  }

  /** The tables of what was read, with the line of a row. */
  async tables(): Promise<{
    found: FoundTable[];
    lineOf(row: number): number;
    cellsOf(row: number): readonly (string | null)[];
  }> {
    const { shapes = await this.#shapesOfEnds(), held } = this.#raw;
    const lines = new Map<number, readonly (string | null)[]>(
      held?.rows.map(({ line, cells }) => [line, withoutNulls(cells)]),
    );
    const where =
      this.#raw.rows <= LOOK_ROWS
        ? ''
        : `WHERE _line <= ${shapes[Math.min(shapes.length, HEAD_ROWS) - 1]?.line ?? 0} OR _line >= ${shapes[Math.max(0, shapes.length - TAIL_ROWS)]?.line ?? 0}`;
    for await (const rows of held ? [] : this.workshop.stream(`SELECT * FROM raw ${where}`)) {
      for (const [line, ...cells] of rows)
        lines.set(
          Number(line),
          withoutNulls(cells).map((cell) => (cell === null ? null : String(cell))),
        );
    }
    const lineOf = (row: number) => shapes[row]?.line ?? row + 1;
    const cellsOf = (row: number) => lines.get(lineOf(row)) ?? [];
    const sheet = this.#reading[0]?.step === 'readSheet' ? this.#reading[0].sheet : undefined;
    const found = this.file.isHeaded?.(sheet)
      ? headedTable(this.#raw, cellsOf)
      : findTables(shapes, cellsOf, this.file.format === 'text');
    // Where only some rows are at hand, each is one line: the lines tell how many there are.
    this.#tables = tablesInFile(found, lineOf, this.#reading).map((table, i) => {
      const { first = 0, last = 0 } = found[i] ?? {};
      return this.#raw.even ? { ...table, rows: lineOf(last) - lineOf(first) + 1 } : table;
    });
    return { found, lineOf, cellsOf };
  }

  /** Rows of the file as read or of the recipe's table, as texts. */
  async rows(of: 'raw' | 'result', recipe: Recipe, asked: RowsAsked): Promise<RowsFound> {
    if (of === 'raw') {
      await this.readAs(recipe);
      await this.whole();
      return await rowsAt(this.workshop, 'SELECT * FROM raw', asked);
    }
    const { table } = await this.#make(recipe);
    const found = await rowsAt(this.workshop, table.sql, asked);
    const { columns } = table;
    const shown = (cells: Cell[]) =>
      columns.map((column, i) => shownText(column, cells[i] ?? null, this.#fiscalYearStart));
    return { ...found, rows: found.rows.map(([line = 0, ...cells]) => [line, ...shown(cells)]) };
  }

  /** The recipe as understood; `first` are steps that are decided: how to read, and the header where it was set by hand. */
  async propose(first: Recipe = []): Promise<Recipe> {
    await this.#show('raw_sample');
    return await proposeFor(this, first);
  }

  /** What a large file shows of itself at once, from its first rows and some others: counts are estimates. Undefined where the whole is as near. */
  async quickLook(): Promise<ImportPreview | undefined> {
    const { dialect, first } = this.file;
    if (this.bytes < LARGE_BYTES || !(dialect || first)) return undefined;
    this.#quick = true;
    try {
      const preview = await this.preview(await this.propose());
      const [[atHand = 1] = []] = await this.workshop.rows('SELECT count(*) FROM raw');
      const share = preview.result.rowCount / Math.max(1, Number(atHand));
      const rowCount = Math.round(share * this.#raw.rows);
      return { ...preview, partial: true, lines: this.#raw.rows, result: { ...preview.result, rowCount } };
    } finally {
      this.#quick = false;
      // Whoever asks next asks for the whole.
      await this.#forget();
      this.#reading = [];
      this.#tables = undefined;
    }
  }

  async preview(recipe: Recipe): Promise<ImportPreview> {
    const { table, words, notes, rowCount } = await this.#make(recipe);
    const rows = await this.workshop.rows(`SELECT * FROM (${table.sql}) LIMIT ${PREVIEW_ROWS}`);
    const raw = await this.workshop.rows(`SELECT * FROM raw LIMIT ${PREVIEW_ROWS}`);
    const [[lines = 0] = []] = await this.workshop.rows('SELECT max(_line) FROM raw');
    const { sha256 } = this.#quick ? { sha256: '' } : await this.facts();
    if (!this.#tables) await this.tables();
    return {
      id: '',
      fileName: this.fileName,
      bytes: this.bytes,
      sha256,
      format: this.file.format,
      sheets: this.file.sheets,
      lines: Number(lines ?? 0),
      columns: this.#raw.width,
      rawCount: this.#raw.rows,
      tables: this.#tables ?? [],
      raw: raw.map(([line, ...cells]) => ({
        line: Number(line),
        cells: cells.map((cell) => (cell === null ? '' : String(cell))),
      })),
      recipe,
      stepWords: words,
      result: {
        columns: table.columns,
        rowCount,
        rows: rows.map(([line, ...cells]) => ({
          line: Number(line ?? 0),
          cells: table.columns.map((column, i) => shownText(column, cells[i] ?? null, this.#fiscalYearStart)),
        })),
      },
      notes,
    };
  }

  /** Runs the recipe over all rows and writes the table. */
  async run(recipe: Recipe, to: string): Promise<RunResult> {
    const { table, words, notes, rowCount } = await this.#make(recipe);
    this.#tell(this.#raw.rows, 'Writing the table');
    await this.workshop.run(
      `COPY (${await periodsAsText({ ...table, sql: table.packed ?? table.sql }, this.context([]))}) TO ${literal(to)} (FORMAT parquet)`,
    );
    const { sha256 } = await this.facts();
    return { columns: table.columns, rowCount, notes, recipe, words, sha256 };
  }

  /** The table of a recipe, stored, with all that is to be said of it. The last one is kept: what was previewed is what is written. */
  async #make(recipe: Recipe): Promise<Made> {
    const key = JSON.stringify(recipe);
    // The cells at hand may be those of another sheet by now.
    await this.readAs(recipe);
    if (this.#made?.key === key) return this.#made;
    await this.#forget();
    this.#tell(this.#raw.rows, 'Working out the table');
    const notes: ImportNote[] = [];
    const context = this.context(notes);
    const { words, ...made } = await this.#apply(recipe, context);
    const table = made.light && recipe.at(-1)?.step === 'setColumn' ? made : await storedState(made, context);
    this.#tell(this.#raw.rows, 'Checking the figures');
    // A few rows of many prove nothing about their figures.
    for (const check of this.#quick ? [] : checks)
      notes.push(...(await check(table, { ...context, recipe })));
    const told = this.#notesOf(recipe, words);
    notes.push(...readerNotes(this.#readerNotes, told), ...(await this.#outside(recipe)));
    const [[rowCount = 0] = []] = await this.workshop.rows(`SELECT count(*) FROM (${table.sql})`);
    this.#made = {
      key,
      table,
      words,
      notes: byWeight(withAddresses(notes, told)),
      rowCount: Number(rowCount),
    };
    return this.#made;
  }

  /** Large texts are read straight into the typed table where that can be; where their rows turn out odd, again with care. */
  async #apply(recipe: Recipe, context: StepContext): Promise<TableState & { words: StepWords[] }> {
    const none = { sql: '', columns: [] };
    await this.#show('raw_ends');
    const unread = this.#text && unreadBy(recipe, this.#text, this.#raw);
    if (unread) {
      try {
        return await runRecipe(recipe, none, { ...context, unread });
      } catch (error) {
        if (!(error instanceof Uneven)) throw error;
      }
    }
    await this.whole();
    return await runRecipe(recipe, none, { ...context, even: this.#raw.even, rawWidth: this.#raw.width });
  }

  /** Drops what earlier recipes left: only the raw cells stay. */
  async #forget(): Promise<void> {
    this.#made = undefined;
    for (const helper of this.#helpers.splice(0)) await this.workshop.run(`DROP TABLE IF EXISTS ${helper}`);
  }

  context(notes: ImportNote[]): StepContext {
    return {
      rows: (sql) => this.workshop.rows(sql),
      run: (sql) => this.workshop.run(sql),
      helperTable: () => this.#helper(),
      note: (note) => void notes.push(note),
      fileName: this.fileName,
      isText: this.file.format === 'text',
      even: this.#raw.even,
      fiscalYearStart: this.#fiscalYearStart,
      sourceRank: [],
      rawWidth: this.#raw.width,
      mappings: this.mappings,
      ...(this.#raw.held && { held: this.#raw.held }),
    };
  }

  get oddities(): readonly ReaderNote[] {
    return this.#readerNotes;
  }

  #helper(): string {
    const name = `helper_${++this.#helperCount}`;
    this.#helpers.push(name);
    return name;
  }

  /** Reads again where the recipe reads otherwise than the cells at hand were read. Answers the reading step. */
  async readAs(recipe: Recipe): Promise<Recipe> {
    const [first] = recipe;
    if (!first || JSON.stringify(first) === JSON.stringify(this.#reading[0])) return this.#reading;
    if (first.step === 'readText')
      return await this.#readText(first.encoding, {
        delimiter: first.delimiter,
        quote: first.quote,
        escape: first.escape,
      });
    return first.step === 'readSheet' ? await this.#readSheet(first.sheet) : this.#reading;
  }

  async #readText(encoding: string, dialect: Dialect): Promise<Recipe> {
    this.#readerNotes = [...(this.file.notes ?? [])];
    this.#tables = undefined;
    await this.#dropRaw();
    const { unpacked } = this.file;
    const { path, bytes } = unpacked ?? this;
    const found = await markOf(path, encoding);
    this.#reading = [{ step: 'readText', encoding, ...dialect }];
    if (this.#quick) {
      this.#raw = await loadFirst(this.workshop, { path, bytes, dialect, encoding: found });
      return this.#reading;
    }
    this.#text = { path, bytes, dialect, encoding: found, facts: this.#textFacts() };
    const ends = found.name === 'utf-8' ? await loadEnds(this.workshop, this.#text) : undefined;
    this.#raw = ends ?? (await this.#readWhole(this.#text));
    this.#reading = [{ step: 'readText', encoding, ...dialect }];
    return this.#reading;
  }

  /** All raw cells, where only the ends of a large text are at hand. */
  async whole(): Promise<void> {
    if (!this.#raw.ends || !this.#text) return;
    await this.#dropRaw();
    this.#raw = await this.#readWhole(this.#text);
  }

  async #dropRaw(): Promise<void> {
    if (this.#isLoaded && (this.#isStored || !this.#raw.held)) await dropRaw(this.workshop);
    this.#isLoaded = true;
    this.#isStored = false;
  }

  async #readWhole(text: TextFile): Promise<RawTable> {
    const { path, encoding, dialect } = text;
    const fast = encoding.name === 'utf-8' ? await loadWhole(this.workshop, text) : undefined;
    return fast ?? (await this.#load(rowsOfText(path, encoding, dialect, this.#odd, this.#never)));
  }

  async #readSheet(sheet: string): Promise<Recipe> {
    this.#readerNotes = [...(this.file.notes ?? [])];
    this.#tables = undefined;
    await this.#dropRaw();
    const first = this.#quick ? this.file.first?.(this.#never) : undefined;
    this.#raw = await this.#load(first?.rows ?? this.file.rows(sheet, this.#odd, this.#never));
    if (first) this.#raw = { ...this.#raw, rows: await first.count };
    this.#reading = [{ step: 'readSheet', sheet }];
    return this.#reading;
  }

  /** Which rows of a large text stand for it: those with known lines, or those from all over it. */
  async #show(table: 'raw_ends' | 'raw_sample'): Promise<void> {
    if (this.#raw.sampled) await this.workshop.run(`CREATE OR REPLACE VIEW raw AS SELECT * FROM ${table}`);
  }

  readonly #odd = (note: ReaderNote) => void this.#readerNotes.push(note);

  async #load(rows: Parameters<typeof loadRaw>[1]): Promise<RawTable> {
    const load = this.#isHolding ? holdRaw : loadRaw;
    return await load(this.workshop, rows, this.fileName, (done) => this.#tell(done, 'Reading'));
  }

  /** From here on queries find the raw cells, also where they were only held. */
  async store(): Promise<void> {
    const { held, width } = this.#raw;
    if (held && !this.#isStored) await storeHeld(this.workshop, held, width);
    this.#isStored = true;
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

  /** What notes say of cells: their sheet, and the names of its columns. */
  #notesOf(recipe: Recipe, words: readonly StepWords[]): NotesOf {
    const header = recipe.findIndex(({ step }) => step === 'header');
    const first = recipe[0];
    return {
      fileName: this.fileName,
      sheet: first?.step === 'readSheet' && this.file.sheets.length > 0 ? first.sheet : undefined,
      recipe,
      names: words[header]?.columns ?? [],
    };
  }

  /** Lines above and under the table: titles, notes, sources. Told with their text, not dropped. */
  async #outside(recipe: Recipe): Promise<ImportNote[]> {
    const header = recipe.find((step) => step.step === 'header');
    if (!header) return [];
    const above = Math.min(header.firstDataLine, ...header.lines);
    if (above <= 1 && header.lastDataLine === undefined) return [];
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

/** The file and the workshop open at the same time. */
async function openedWith(opening: Workshop | Promise<Workshop>, path: string, folder: string) {
  try {
    const [opened, workshop] = await Promise.all([openFile(path, folder), opening]);
    return { ...opened, workshop };
  } catch (error) {
    // One that is lent stays open: whoever lends it closes it.
    if (opening instanceof Promise)
      await opening.then(
        (workshop) => workshop.close(),
        () => undefined,
      );
    throw error;
  }
}

/** Up to the last cell that is there. */
function withoutNulls<T>(cells: readonly (T | null)[]): readonly (T | null)[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== null) + 1);
}

function byWeight(notes: readonly ImportNote[]): ImportNote[] {
  const order = { decide: 0, refused: 1, note: 2 };
  return notes.toSorted((a, b) => order[a.weight] - order[b.weight]);
}

/** Where the first row is known to hold the names: all below it is the table. */
function headedTable(
  { rows, width }: RawTable,
  cellsOf: (row: number) => readonly (string | null)[],
): FoundTable[] {
  if (rows < 2) return [];
  const names = Array.from({ length: width }, (_, i) => cellsOf(0)[i] ?? '');
  return [
    {
      header: [0],
      first: 1,
      last: rows - 1,
      left: 0,
      width,
      beside: false,
      names,
      title: [],
      before: [],
      after: [],
    },
  ];
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
