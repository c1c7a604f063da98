import { formulaProblem } from './formulaProblem.ts';

export interface Token {
  kind: 'number' | 'text' | 'column' | 'name' | 'sign' | 'end';
  /** Without quotes or brackets. */
  text: string;
  at: number;
}

const SIGNS = [
  '<>',
  '<=',
  '>=',
  '+',
  '-',
  '*',
  '/',
  '^',
  '&',
  '=',
  '<',
  '>',
  '(',
  ')',
  ',',
  ';',
  '%',
] as const;
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const NAME = /[A-Za-z][A-Za-z0-9_]*/y;
const TEXT = /"((?:[^"]|"")*)"/y;
const COLUMN = /\[((?:[^\]]|\]\])+)\]/y;
const SPACE = /\s+/y;

/** The words of a formula, with an end. An equals sign at the start is Excel's habit and is passed over. */
export function formulaTokens(formula: string): Token[] {
  const tokens: Token[] = [];
  let at = /^\s*=?/.exec(formula)?.[0].length ?? 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(formula);
  };
  while (at < formula.length) {
    const space = take(SPACE);
    if (space) {
      at += space[0].length;
      continue;
    }
    const token = next(formula, at, take);
    tokens.push(token.token);
    at += token.length;
  }
  return [...tokens, { kind: 'end', text: '', at: formula.length }];
}

function next(
  formula: string,
  at: number,
  take: (pattern: RegExp) => RegExpExecArray | null,
): { token: Token; length: number } {
  const text = take(TEXT);
  if (text)
    return {
      token: { kind: 'text', text: (text[1] ?? '').replaceAll('""', '"'), at },
      length: text[0].length,
    };
  const column = take(COLUMN);
  if (column)
    return {
      token: { kind: 'column', text: (column[1] ?? '').replaceAll(']]', ']'), at },
      length: column[0].length,
    };
  const number = take(NUMBER);
  if (number) return { token: { kind: 'number', text: number[0], at }, length: number[0].length };
  const name = take(NAME);
  if (name) return { token: { kind: 'name', text: name[0], at }, length: name[0].length };
  const sign = SIGNS.find((one) => formula.startsWith(one, at));
  if (sign) return { token: { kind: 'sign', text: sign === ';' ? ',' : sign, at }, length: sign.length };
  const odd = String.fromCodePoint(formula.codePointAt(at) ?? 32);
  if (odd === '"') throw formulaProblem('syntax', 'A text is not closed.', 'Put a " at its end.', at);
  if (odd === '[')
    throw formulaProblem('syntax', 'The name of a column is not closed.', 'Put a ] at its end.', at);
  throw formulaProblem(
    'syntax',
    `"${odd}" means nothing in a formula.`,
    'Columns stand in [brackets], texts in "quotes".',
    at,
  );
}
