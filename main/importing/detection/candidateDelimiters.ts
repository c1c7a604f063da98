import { BLANKS, GAPS } from './dialect.ts';

const USUAL = [',', ';', '\t', '|'];
/** Marks that part figures, dates and words rather than cells. */
const MARKS = /[^\p{L}\p{M}\p{N}"'`\r\n.,;\t|_()[\]{}/%\\°€£¥₹-]/gu;
const MOST = 20;
const LOOK = 20_000;

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
  return ['', ...new Set([...singles, ...grown, ...blanks])];
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
