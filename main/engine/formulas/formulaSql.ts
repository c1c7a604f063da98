import type { ColumnReference, Comparison, Formula, FormulaCall } from '../../../shared/formulas/formula.ts';
import { formulaFunctions } from '../../../shared/formulas/formulaFunctions.ts';
import { formulaProblem } from '../../../shared/formulas/formulaProblem.ts';
import { parsePeriod } from '../../../shared/periods/parsePeriod.ts';
import { identifier, literal } from '../engine.ts';

export interface FormulaSql {
  sql: string;
  type: 'number' | 'text' | 'boolean' | 'period';
}

/** Parts that stand twice in what they are compiled to must not double for ever. */
const MOST_SQL = 100_000;

/** What a formula may name, and how its surroundings read what a formula alone cannot say. */
export interface FormulaNames {
  column(reference: ColumnReference): { id: string; type: FormulaSql['type'] | 'category' };
  /** A text as a number, where the columns have no types yet; else a text is no number. */
  textAsNumber?(sql: string): string;
  /** A function that looks at other rows; without it there are none. */
  beyondRow?(call: FormulaCall, names: FormulaNames): FormulaSql;
  fiscalYearStart: number;
}

/**
 * A formula as SQL over the columns of a row. Missing stays missing: a sum with a missing part, or IF on one, is missing, never zero.
 * A text that is an empty cell equals "". Division by zero gives nothing. Problem `formula.types` where a part cannot be used so.
 */
export function formulaSql(formula: Formula, names: FormulaNames): FormulaSql {
  const made = compiled(formula, names);
  if (made.sql.length <= MOST_SQL) return made;
  throw formulaProblem(
    'too-deep',
    'The formula is too long to be worked out.',
    'Work it out in two columns.',
    formula.at,
  );
}

function compiled(formula: Formula, names: FormulaNames): FormulaSql {
  const compile = (part: Formula) => formulaSql(part, names);
  switch (formula.kind) {
    case 'number':
      if (!Number.isFinite(formula.value))
        throw formulaProblem('types', 'The number is too large.', 'Write a smaller one.', formula.at);
      return { sql: `CAST(${literal(String(formula.value))} AS DOUBLE)`, type: 'number' };
    case 'text':
      return { sql: literal(formula.value), type: 'text' };
    case 'truth':
      return { sql: String(formula.value), type: 'boolean' };
    case 'column': {
      const { id, type } = names.column(formula);
      return { sql: identifier(id), type: type === 'category' ? 'text' : type };
    }
    case 'unary': {
      const of = asNumber(compile(formula.of), formula.of, names);
      if (formula.operator === '%') return { sql: `(${of} / 100)`, type: 'number' };
      return { sql: formula.operator === '-' ? `(- ${of})` : of, type: 'number' };
    }
    case 'binary':
      return binary(formula, compile, names);
    case 'call':
      return call(formula, compile, names);
  }
}

type Compile = (part: Formula) => FormulaSql;

function binary(
  formula: Extract<Formula, { kind: 'binary' }>,
  compile: Compile,
  names: FormulaNames,
): FormulaSql {
  const { operator, left, right } = formula;
  const numbers = () =>
    [asNumber(compile(left), left, names), asNumber(compile(right), right, names)] as const;
  switch (operator) {
    case '+':
    case '-':
    case '*': {
      const [a, b] = numbers();
      return { sql: `(${a} ${operator} ${b})`, type: 'number' };
    }
    case '/': {
      const [a, b] = numbers();
      return { sql: `(${a} / nullif(${b}, 0))`, type: 'number' };
    }
    case '^': {
      const [a, b] = numbers();
      return { sql: `pow(${a}, ${b})`, type: 'number' };
    }
    case '&':
      return { sql: `(${asText(compile(left), left)} || ${asText(compile(right), right)})`, type: 'text' };
    default:
      return {
        sql: comparison(operator, [left, compile(left)], [right, compile(right)], names),
        type: 'boolean',
      };
  }
}

type Side = readonly [Formula, FormulaSql];

function comparison(is: Comparison, left: Side, right: Side, names: FormulaNames): string {
  const [a, b] = [left[1], right[1]];
  const plain = (x: string, y: string) => `(${x} ${is} ${y})`;
  const empty = isEmptyText(left[0]) ? b : isEmptyText(right[0]) ? a : undefined;
  if (empty && empty.type !== 'text' && (is === '=' || is === '<>'))
    return `(${empty.sql} IS ${is === '=' ? '' : 'NOT '}NULL)`;
  if (a.type === 'period' || b.type === 'period') return plain(asPeriod(left, names), asPeriod(right, names));
  if (a.type === 'boolean' || b.type === 'boolean') return plain(asTruth(a, left[0]), asTruth(b, right[0]));
  if (a.type === 'number' || b.type === 'number')
    return plain(asNumber(a, left[0], names), asNumber(b, right[0], names));
  return plain(`coalesce(${a.sql}, '')`, `coalesce(${b.sql}, '')`);
}

function call(formula: FormulaCall, compile: Compile, names: FormulaNames): FormulaSql {
  const { name, of, at } = formula;
  if (formulaFunctions[name].over === 'table') {
    if (names.beyondRow) return names.beyondRow(formula, names);
    throw formulaProblem(
      'types',
      `${name} looks at other rows, which cannot be asked for here.`,
      'Add it as a column of the finished table.',
      at,
    );
  }
  const [first, second, third] = of;
  if (!first) throw formulaProblem('syntax', `${name} is empty.`, 'Put a value into its brackets.', at);
  const number = (part: Formula) => asNumber(compile(part), part, names);
  const numbers = () => of.map(number).join(', ');
  switch (name) {
    case 'ABS':
    case 'EXP':
      return { sql: `${name}(${number(first)})`, type: 'number' };
    // Of what has none, they give nothing; the engine's own functions would end the query.
    case 'SQRT':
      return { sql: `nullif(pow(${number(first)}, 0.5), CAST('NaN' AS DOUBLE))`, type: 'number' };
    case 'LN':
      return { sql: `ln(nullif(greatest(${number(first)}, 0), 0))`, type: 'number' };
    // As in Excel, the missing ones are passed over.
    case 'MIN':
      return { sql: `least(${numbers()})`, type: 'number' };
    case 'MAX':
      return { sql: `greatest(${numbers()})`, type: 'number' };
    case 'ROUND': {
      const digits = second ? number(second) : '0';
      return { sql: `round(${number(first)}, CAST(${digits} AS INTEGER))`, type: 'number' };
    }
    case 'TRIM':
      return { sql: `trim(${asText(compile(first), first)})`, type: 'text' };
    case 'LEFT':
    case 'RIGHT': {
      const letters = second ? number(second) : '1';
      return {
        sql: `${name}(${asText(compile(first), first)}, greatest(0, CAST(${letters} AS INTEGER)))`,
        type: 'text',
      };
    }
    case 'ISBLANK': {
      const { sql, type } = compile(first);
      return { sql: type === 'text' ? `(coalesce(${sql}, '') = '')` : `(${sql} IS NULL)`, type: 'boolean' };
    }
    case 'COALESCE': {
      const type = branchType(...of.map((part) => [part, compile(part)] as const));
      return { sql: `coalesce(${of.map((part) => compile(part).sql).join(', ')})`, type };
    }
    case 'NOT':
      return { sql: `(NOT ${asTruth(compile(first), first)})`, type: 'boolean' };
    case 'AND':
    case 'OR':
      return {
        sql: `(${of.map((part) => asTruth(compile(part), part)).join(` ${name} `)})`,
        type: 'boolean',
      };
    case 'IF': {
      const [test, yes, no] = [
        asTruth(compile(first), first),
        second && compile(second),
        third && compile(third),
      ];
      const type = branchType([second, yes], [third, no]);
      const branch = (part: Formula | undefined, made: FormulaSql | undefined): string => {
        if (!part || !made || (type !== 'text' && isEmptyText(part))) return 'NULL';
        return made.sql;
      };
      // A missing test is neither: one CASE, so that the test is worked out once.
      return {
        sql: `(CASE ${test} WHEN true THEN ${branch(second, yes)} WHEN false THEN ${branch(third, no)} END)`,
        type,
      };
    }
    default:
      throw formulaProblem('unknown', `${name} cannot be worked out here.`, 'Take it away.', at);
  }
}

/** The type that all ways of an IF or a COALESCE share; "" is nothing, whatever the other one is. */
function branchType(
  ...branches: readonly (readonly [Formula | undefined, FormulaSql | undefined])[]
): FormulaSql['type'] {
  const types = new Set<FormulaSql['type']>();
  for (const [part, made] of branches) if (part && made && !isEmptyText(part)) types.add(made.type);
  const [type = 'text', other] = types;
  const last = branches.at(-1)?.[0];
  if (other)
    throw formulaProblem(
      'types',
      `It would give a ${type} in one row and a ${other} in another.`,
      'Make all of them numbers, or join one to "" with & to make it a text.',
      last?.at ?? 0,
    );
  return type;
}

function isEmptyText(part: Formula): boolean {
  return part.kind === 'text' && part.value === '';
}

export function asNumber({ sql, type }: FormulaSql, part: Formula, names: FormulaNames): string {
  if (type === 'number') return sql;
  // A column that has no type yet holds figures as they are written.
  if (type === 'text' && names.textAsNumber) return names.textAsNumber(sql);
  throw formulaProblem(
    'types',
    `${nounOf(part, type)} cannot be reckoned with.`,
    'Use a column of numbers there.',
    part.at,
  );
}

function asText({ sql, type }: FormulaSql, part: Formula): string {
  if (type === 'text') return `coalesce(${sql}, '')`;
  // 324, not 324.0.
  if (type === 'number') return `coalesce(regexp_replace(CAST(${sql} AS VARCHAR), '\\.0$', ''), '')`;
  if (type === 'boolean')
    return `coalesce(CASE ${sql} WHEN true THEN 'TRUE' WHEN false THEN 'FALSE' END, '')`;
  throw formulaProblem(
    'types',
    'A period cannot be joined to a text.',
    'Use a text or a number there.',
    part.at,
  );
}

function asTruth({ sql, type }: FormulaSql, part: Formula): string {
  if (type === 'boolean') return sql;
  throw formulaProblem(
    'types',
    `${nounOf(part, type)} is neither true nor false.`,
    'Compare it with something: [Value] > 100.',
    part.at,
  );
}

function asPeriod([part, { sql, type }]: Side, { fiscalYearStart }: FormulaNames): string {
  if (type === 'period') return sql;
  const code = part.kind === 'text' ? parsePeriod(part.value, { fiscalYearStart }) : null;
  if (code !== null) return String(code);
  throw formulaProblem(
    'types',
    'A period can be compared with a period only.',
    'Write it as a text: [month] >= "2024-07".',
    part.at,
  );
}

function nounOf(part: Formula, type: FormulaSql['type']): string {
  if (part.kind === 'column') return `The column "${part.name}"`;
  return type === 'boolean' ? 'A comparison' : `A ${type}`;
}
