import { BLANKS, GAPS } from './dialect.ts';

const USUAL = [',', ';', '\t', '|'];
/** Marks that part figures, dates and words rather than cells. */
const MARKS = /[^\p{L}\p{M}\p{N}"'`\r\n.,;\t|_()[\]{}/%\\°€£¥₹-]/gu;
const MOST = 20;
const LOOK = 20_000;
/** Two to four marks, and blanks among them. */
const RUN = /(?<=[\p{L}\p{M}\p{N}.)])[^\p{L}\p{M}\p{N}"'`()[\]{}]{2,4}(?=[\p{L}\p{M}\p{N}(])/gu;
const MOST_LINES = 200;
const MOST_RUNS = 6;

/** Eurostat's TSV: the names of the dimensions in one cell, a backslash, the name across the columns, a tab. */
const SDMX_TSV = /^\ufeff?"?[\w ]+(?:,[\w ]+)*\\\w+"?[ ]*\t/;

/** What a file says of itself: Excel's first line `sep=;` where the text bears it out, or the head of Eurostat's TSV. */
export function statedDelimiter(text: string): string | undefined {
  if (SDMX_TSV.test(text)) return '\t';
  const stated = /^\ufeff?"?sep=([^\r\n]{1,3}?)"?[\r\n]/i.exec(text);
  const delimiter = stated?.[1];
  return delimiter !== undefined && text.slice(stated?.[0].length).includes(delimiter)
    ? delimiter
    : undefined;
}

/** The delimiters that a text may have: of those that describe it equally well, the first is meant. */
export function candidateDelimiters(text: string): string[] {
  const look = text.slice(0, LOOK);
  const lines = look.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  const usual = (mark: string) => lines.filter((line) => line.includes(mark)).length * 2 >= lines.length;
  const found = USUAL.filter((delimiter) => text.includes(delimiter));
  const marks = [...new Set(look.match(MARKS) ?? [])].filter(usual).slice(0, MOST);
  const singles = [...found, ...marks];
  const grown = singles.flatMap((mark) => (mark === ' ' ? [] : grownFrom(look, mark)));
  const gaps = lines.filter((line) => /\S {2,}\S/.test(line)).length;
  const blanks = gaps * 3 >= lines.length ? [GAPS] : [];
  // Two tabs have an empty cell between them, two spaces have none.
  if (!usual('\t') && /\S[ \t]{2,}\S/.test(look) && usual(' ')) blanks.push(BLANKS);
  return ['', ...new Set([...singles, ...grown, ...runsOfMarks(lines), ...blanks])];
}

/** Marks that stand together as often in each line, whatever they are: "->", "%%", " - ". */
function runsOfMarks(lines: readonly string[]): string[] {
  const some = lines.slice(0, MOST_LINES);
  const runs = new Map<string, number>();
  for (const line of some)
    for (const run of new Set(line.match(RUN) ?? [])) runs.set(run, (runs.get(run) ?? 0) + 1);
  return [...runs]
    .filter(([run, count]) => count * 2 >= some.length && isFree(run))
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, MOST_RUNS)
    .flatMap(([run]) => (isRegular(some, run) && isWhole(some, run) ? [run] : []));
}

/** Not of marks that end a cell, part cells by themselves, or stand in addresses. */
function isFree(run: string): boolean {
  if (/^(.)\1$/u.test(run)) return run.trim() !== '';
  return /\S/.test(run) && !/[,;\t|%_\\°€£¥₹$]/.test(run) && run !== '://';
}

/** One of its marks stands nowhere but in it: ":/" of paths parted by colons is none. */
function isWhole(lines: readonly string[], run: string): boolean {
  const marks = [...run].filter((mark) => mark.trim() !== '');
  const count = (line: string, part: string) => line.split(part).length - 1;
  return marks.some((mark) => {
    const each = count(run, mark);
    const covered = lines.filter((line) => count(line, mark) <= count(line, run) * each + each - 1);
    return covered.length >= lines.length * 0.6;
  });
}

function isRegular(lines: readonly string[], run: string): boolean {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const count = line.split(run).length - 1;
    counts.set(count, (counts.get(count) ?? 0) + 1);
  }
  counts.delete(0);
  return Math.max(0, ...counts.values()) >= lines.length * 0.7;
}

/** Longer delimiters around a mark: what nearly always stands beside it belongs to it. */
function grownFrom(text: string, mark: string): string[] {
  const right = new Map<string, number>();
  const left = new Map<string, number>();
  let count = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) {
    count++;
    add(right, text.charAt(at + 1));
    add(left, text.charAt(at - 1));
  }
  const [after, before] = [most(right, count), most(left, count)];
  const grown: string[] = [];
  if (after !== undefined && joins(after, mark)) grown.push(mark + after);
  if (before !== undefined && joins(before, mark)) grown.push(before + mark);
  if (after !== undefined && before === after && before !== mark && !/["'`.\r\n-]/.test(after))
    grown.push(before + mark + after);
  const pairs = text.split(mark + mark).length - 1;
  if (pairs * 2 > count * 0.7) grown.unshift(mark + mark);
  return [...new Set(grown)];
}

function joins(neighbour: string, mark: string): boolean {
  return (
    (neighbour === ' ' && !/[$+#@&?]/.test(mark)) || (/[~^:&!=<>]/.test(neighbour) && USUAL.includes(mark))
  );
}

function add(counts: Map<string, number>, letter: string): void {
  counts.set(letter, (counts.get(letter) ?? 0) + 1);
}

function most(counts: ReadonlyMap<string, number>, of: number): string | undefined {
  for (const [letter, count] of counts) {
    if (letter !== '' && count >= of * 0.4 && !/[\p{L}\p{N}]/u.test(letter)) return letter;
  }
  return undefined;
}
