import { type Formula, formulaParts } from './formula.ts';
import { type FunctionName, formulaFunctions, isFormulaFunction } from './formulaFunctions.ts';
import { type Expectation, parse, SyntaxError as Unreadable } from './formulaGrammar.js';
import { formulaProblem } from './formulaProblem.ts';

const MOST_LETTERS = 1000;
const MOST_DEPTH = 50;

/**
 * Reads a formula: numbers, + - * / ^ %, "texts", &, comparisons, [columns] (or bare words in any script), [Table].[columns], and the functions of formulaFunctions.ts.
 * It binds as Excel does, where its users come from: a sign binds tighter than a power, -2^2 is 4, and 2^3^2 is 64.
 * Problems `formula.syntax`, `formula.unknown` and `formula.too-deep` carry the place in `details.at`.
 */
export function parseFormula(text: string): Formula {
  if (text.length > MOST_LETTERS)
    throw formulaProblem(
      'too-deep',
      `The formula has ${text.length} letters; at most ${MOST_LETTERS} are read.`,
      'Work it out in two columns.',
      MOST_LETTERS,
    );
  refuseDepth(text);
  const formula = read(text);
  for (const part of formulaParts(formula)) if (part.kind === 'call') mustBeCalledRight(part);
  return formula;
}

function read(text: string): Formula {
  try {
    // The grammar builds nothing else; names of functions are checked below.
    return parse(text) as Formula;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const at = error.location.start.offset;
    // What the grammar says in its own words has no list of what was expected.
    if (!error.expected)
      throw formulaProblem('syntax', error.message, 'Columns stand in [brackets], texts in "quotes".', at);
    const found = error.found === null ? null : wordAt(text, at);
    throw formulaProblem(
      'syntax',
      found === null ? 'The formula stops too early.' : `"${found}" cannot stand there.`,
      `Expected: ${wanted(error.expected.map(expectation))}.`,
      at,
    );
  }
}

function expectation(one: Expectation): string {
  if (one.type === 'end') return 'the end';
  if (one.type === 'literal') return `"${one.text}"`;
  return one.type === 'other' ? one.description : '';
}

/** "a column, a number or )" without what every place allows. */
function wanted(all: readonly string[]): string {
  const words = [...new Set(all)].filter((word) => !['', 'space', '"="'].includes(word)).sort();
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function wordAt(text: string, at: number): string {
  return /^[\p{L}\p{N}_]+|^./u.exec(text.slice(at))?.[0] ?? '';
}

function mustBeCalledRight({ name, of, at }: { name: string; of: readonly Formula[]; at: number }): void {
  if (!isFormulaFunction(name))
    throw formulaProblem(
      'unknown',
      `There is no function ${name}.`,
      `Known are ${Object.keys(formulaFunctions).join(', ')}.`,
      at,
    );
  const { least, most } = formulaFunctions[name satisfies FunctionName];
  if (of.length >= least && of.length <= most) return;
  throw formulaProblem(
    'syntax',
    `${name} has ${of.length} ${of.length === 1 ? 'value' : 'values'} in its brackets.`,
    least === most ? `It takes ${least}.` : `It takes ${least} to ${most}.`,
    at,
  );
}

/** Brackets and signs inside each other are counted before the grammar, which goes as deep as they do. */
function refuseDepth(text: string): void {
  let depth = 0;
  let signs = 0;
  const outside = text.replace(/"(?:[^"]|"")*"|\[(?:[^\]]|\]\])*\]/g, (quoted) => 'x'.repeat(quoted.length));
  for (const [at, letter] of [...outside].entries()) {
    if (letter === '(') depth++;
    if (letter === ')') depth--;
    if (letter.trim() !== '') signs = letter === '-' || letter === '+' ? signs + 1 : 0;
    if (depth > MOST_DEPTH || signs > MOST_DEPTH)
      throw formulaProblem(
        'too-deep',
        `The formula has more than ${MOST_DEPTH} brackets or signs inside each other.`,
        'Work it out in two columns.',
        at,
      );
  }
}
