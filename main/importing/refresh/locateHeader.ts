import type { Recipe } from '../../../shared/model/recipe.ts';
import { type FoundTable, namesOf } from '../detection/structure.ts';
import { headerOf } from '../headerOf.ts';
import { noTable } from '../problems.ts';
import type { ImportSession } from '../session.ts';
import type { StepOf } from '../steps/step.ts';
import { plainName } from './nameLikeness.ts';

type Header = StepOf<'header'>;

/** How the newer file is read and where its table begins; for both, what is otherwise than before. */
export interface Located {
  first: [...Recipe];
  told: string[][];
}

interface Candidate {
  header: Header;
  told: string[];
  /** 0 to 1: how many of the names that the recipe counts on stand there. */
  score: number;
}

/** A header further down than this is no header. */
const LOOK = 200;
const SURE = 0.999;

/** Finds the table again by the names of its columns: lines move, sheets are renamed, a text comes with another delimiter. */
export async function locateHeader(
  session: ImportSession,
  recipe: Recipe,
  expected: readonly string[],
): Promise<Located> {
  const stored = recipe.find((step) => step.step === 'header');
  const [storedReading] = recipe;
  let best: (Candidate & { reading: Recipe }) | undefined;
  for (const reading of readings(session, recipe)) {
    const read = reading ? await session.readAs(reading) : await session.read();
    const found = await candidateIn(session, stored, expected);
    if (found && (!best || found.score > best.score)) best = { ...found, reading: read };
    if (best && best.score >= SURE) break;
  }
  if (!best) throw noTable(session.fileName);
  await session.readAs(best.reading);
  return {
    first: [...best.reading, best.header],
    told: [readingWords(storedReading, best.reading[0]), best.told],
  };
}

/** As before, where the file can be read so; as its reader understands it; its other sheets. */
function readings({ file }: ImportSession, [stored]: Recipe): (Recipe | undefined)[] {
  const isText = file.dialect !== undefined;
  const all: (Recipe | undefined)[] = [];
  if (stored?.step === 'readText' && isText) all.push([stored]);
  if (stored?.step === 'readSheet' && !isText) {
    const named = file.sheets.find(({ name }) => name === stored.sheet);
    if (named || file.sheets.length === 0) all.push([stored]);
  }
  if (isText || file.sheets.length === 0) return [...all, undefined];
  const others = file.sheets.filter(({ hidden }) => !hidden);
  return [...all, ...others.map(({ name }): Recipe => [{ step: 'readSheet', sheet: name }])];
}

async function candidateIn(
  session: ImportSession,
  stored: Header | undefined,
  expected: readonly string[],
): Promise<Candidate | undefined> {
  const { found, lineOf, cellsOf } = await session.tables();
  const wanted = new Set(expected.map(plainName));
  const score = (names: readonly string[]) => {
    const there = new Set(names.map(plainName));
    return wanted.size === 0 ? 1 : [...wanted].filter((name) => there.has(name)).length / wanted.size;
  };
  const all: Candidate[] = found.map((table) => ({
    header: headerOf(table, lineOf, found.length === 1 && table.after.length === 0),
    told: [],
    score: score(table.names),
  }));
  if (stored) {
    // Names that were given by hand, or none at all, cannot be looked for: the lines are as they were.
    if (stored.names || stored.lines.length === 0) return { header: stored, told: [], score: 1 };
    all.push(...windows(stored, found, { lineOf, cellsOf, score }));
  }
  const best = all.toSorted((a, b) => b.score - a.score)[0];
  return best && { ...best, told: stored ? headerWords(stored, best.header) : [] };
}

interface Cells {
  lineOf(row: number): number;
  cellsOf(row: number): readonly (string | null)[];
  score(names: readonly string[]): number;
}

/** Each place where as many lines as the header had would stand, if it had been set by hand where no header is recognised. */
function windows(
  stored: Header,
  found: readonly FoundTable[],
  { lineOf, cellsOf, score }: Cells,
): Candidate[] {
  const height = stored.lines.length;
  const gap = stored.firstDataLine - Math.max(...stored.lines);
  const list: Candidate[] = [];
  for (let top = 0; top < LOOK; top++) {
    const rows = Array.from({ length: height }, (_, i) => top + i);
    const width = Math.max(...rows.map((row) => cellsOf(row).length));
    if (width === 0) continue;
    const names = namesOf(rows, width, cellsOf);
    const last = lineOf(top + height - 1);
    const inside = found.find((table) => lineOf(table.last) > last);
    const ends = inside && (inside.after.length > 0 || inside !== found.at(-1));
    list.push({
      header: {
        step: 'header',
        lines: rows.map(lineOf),
        firstDataLine: last + gap,
        ...(ends && { lastDataLine: lineOf(inside.last) }),
      },
      told: [],
      // Of two places that fit as well, the one that is recognised as a header.
      score: score(names) - 0.0001,
    });
  }
  return list;
}

function headerWords(before: Header, now: Header): string[] {
  const words: string[] = [];
  if (before.lines.join() !== now.lines.join())
    words.push(`The header stands in ${linesWords(now.lines)} now, it stood in ${linesWords(before.lines)}.`);
  const gap = (header: Header) => header.firstDataLine - Math.max(0, ...header.lines);
  if (gap(before) !== gap(now)) words.push(`The data begins in line ${now.firstDataLine}.`);
  if (before.lastDataLine !== now.lastDataLine)
    words.push(
      now.lastDataLine === undefined
        ? 'The data goes to the end of the file.'
        : `The data ends in line ${now.lastDataLine}.`,
    );
  return words;
}

function linesWords(lines: readonly number[]): string {
  if (lines.length === 0) return 'no line';
  return lines.length === 1 ? `line ${lines[0]}` : `lines ${lines[0]} to ${lines.at(-1)}`;
}

function readingWords(before: Recipe[number] | undefined, now: Recipe[number] | undefined): string[] {
  if (!before || !now || JSON.stringify(before) === JSON.stringify(now)) return [];
  if (before.step === 'readSheet' && now.step === 'readSheet')
    return before.sheet === now.sheet
      ? []
      : [`Sheet "${before.sheet}" is not there: "${now.sheet}" is read.`];
  if (before.step === 'readText' && now.step === 'readText')
    return [`The text is written otherwise: ${now.encoding}, delimiter "${now.delimiter}".`];
  return ['The file has another format than before.'];
}
