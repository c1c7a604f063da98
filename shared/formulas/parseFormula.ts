import { type BinaryOperator, type Formula, type FunctionName, formulaFunctions } from './formula.ts';
import { formulaProblem } from './formulaProblem.ts';
import { formulaTokens, type Token } from './tokens.ts';

const MOST_LETTERS = 1000;
const MOST_DEPTH = 50;

/** Weakest first; all of them read from left to right, `^` too, as in Excel. */
const LEVELS: readonly (readonly string[])[] = [
  ['=', '<>', '<', '<=', '>', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];

/**
 * Reads a formula over the columns of a row: numbers, + - * / ^ %, "texts", &, [columns], comparisons, IF AND OR NOT ABS ROUND.
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
  const parser = new Parser(formulaTokens(text));
  return parser.whole();
}

class Parser {
  readonly #tokens: readonly Token[];
  #position = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Formula {
    const formula = this.#level(0);
    const rest = this.#token;
    if (rest.kind !== 'end')
      throw formulaProblem(
        'syntax',
        `"${rest.text}" stands where the formula should end or go on with a sign.`,
        'Put + - * / ^ & or a comparison before it, or take it away.',
        rest.at,
      );
    return formula;
  }

  get #token(): Token {
    return this.#tokens[this.#position] ?? { kind: 'end', text: '', at: 0 };
  }

  #isSign(...signs: readonly string[]): boolean {
    return this.#token.kind === 'sign' && signs.includes(this.#token.text);
  }

  #level(level: number): Formula {
    const signs = LEVELS[level];
    if (!signs) return this.#signed();
    let left = this.#level(level + 1);
    while (this.#isSign(...signs)) {
      const { text, at } = this.#token;
      this.#position++;
      // `LEVELS` holds nothing else.
      left = { kind: 'binary', at, operator: text as BinaryOperator, left, right: this.#level(level + 1) };
    }
    return left;
  }

  #signed(): Formula {
    return this.#deeper(() => {
      const { text, at } = this.#token;
      if (!this.#isSign('-', '+')) return this.#percent();
      this.#position++;
      return { kind: 'unary', at, operator: text === '-' ? '-' : '+', of: this.#signed() };
    });
  }

  #percent(): Formula {
    let of = this.#single();
    while (this.#isSign('%')) {
      of = { kind: 'unary', at: this.#token.at, operator: '%', of };
      this.#position++;
    }
    return of;
  }

  #single(): Formula {
    const { kind, text, at } = this.#token;
    this.#position++;
    if (kind === 'number') return { kind, at, value: Number(text) };
    if (kind === 'text') return { kind, at, value: text };
    if (kind === 'column') return { kind, at, name: text.trim() };
    if (kind === 'name') return this.#named(text, at);
    if (kind === 'sign' && text === '(') {
      const inside = this.#level(0);
      this.#close('(', at);
      return inside;
    }
    this.#position--;
    throw formulaProblem(
      'syntax',
      kind === 'end' ? 'The formula stops too early.' : `"${text}" stands where a value should.`,
      'Put a number, a [column] or a "text" there.',
      at,
    );
  }

  #named(text: string, at: number): Formula {
    const name = text.toUpperCase();
    if (name === 'TRUE' || name === 'FALSE') return { kind: 'truth', at, value: name === 'TRUE' };
    if (!isFunction(name))
      throw formulaProblem(
        'unknown',
        `There is no function ${text}.`,
        `Known are ${Object.keys(formulaFunctions).join(', ')}; a column's name stands in [brackets].`,
        at,
      );
    if (!this.#isSign('('))
      throw formulaProblem('syntax', `${name} wants its values in brackets.`, `Write ${name}(…).`, at);
    this.#position++;
    const of: Formula[] = [];
    if (!this.#isSign(')')) {
      of.push(this.#level(0));
      while (this.#isSign(',')) {
        this.#position++;
        of.push(this.#level(0));
      }
    }
    this.#close(name, at);
    const [least, most] = formulaFunctions[name];
    if (of.length < least || of.length > most)
      throw formulaProblem(
        'syntax',
        `${name} has ${of.length} ${of.length === 1 ? 'value' : 'values'} in its brackets.`,
        least === most ? `It takes ${least}.` : `It takes ${least} to ${most}.`,
        at,
      );
    return { kind: 'call', at, name, of };
  }

  #close(what: string, at: number): void {
    if (!this.#isSign(')'))
      throw formulaProblem(
        'syntax',
        what === '('
          ? `The bracket at letter ${at + 1} is not closed.`
          : `The bracket of ${what} is not closed.`,
        'Put a ) where it ends.',
        this.#token.at,
      );
    this.#position++;
  }

  #deeper<T>(read: () => T): T {
    if (++this.#depth > MOST_DEPTH)
      throw formulaProblem(
        'too-deep',
        `The formula has more than ${MOST_DEPTH} brackets or signs inside each other.`,
        'Work it out in two columns.',
        this.#token.at,
      );
    try {
      return read();
    } finally {
      this.#depth--;
    }
  }
}

function isFunction(name: string): name is FunctionName {
  return Object.hasOwn(formulaFunctions, name);
}
