import type { Comparison, Formula } from '../../../shared/formulas/formula.ts';
import { formulaProblem } from '../../../shared/formulas/formulaProblem.ts';
import type { Column } from '../../../shared/model/table.ts';
import { parsePeriod } from '../../../shared/periods/parsePeriod.ts';
import { identifier, literal } from '../../engine/engine.ts';
import { numberExpression } from './numberExpression.ts';

export interface FormulaSql {
  sql: string;
  type: 'number' | 'text' | 'boolean' | 'period';
}

interface Names {
  column(name: string): Column;
  fiscalYearStart: number;
}

/**
 * A formula as SQL over the columns of a row. Missing stays missing: a sum with a missing part, or IF on one, is missing, never zero.
 * A text that is an empty cell equals "". Division by zero gives nothing. Problem `formula.types` where a part cannot be used so.
 */
export function formulaSql(formula: Formula, names: Names): FormulaSql {
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
      const { id, type } = names.column(formula.name);
      return { sql: identifier(id), type: type === 'category' ? 'text' : type };
    }
    case 'unary': {
      const of = asNumber(compile(formula.of), formula.of);
      if (formula.operator === '%') return { sql: `(${of} / 100)`, type: 'number' };
      return { sql: formula.operator === '-' ? `(- ${of})` : of, type: 'number' };
    }
    case 'binary':
      return binary(formula, compile, names);
    case 'call':
      return call(formula, compile);
  }
}

type Compile = (part: Formula) => FormulaSql;

function binary(formula: Extract<Formula, { kind: 'binary' }>, compile: Compile, names: Names): FormulaSql {
  const { operator, left, right } = formula;
  const numbers = () => [asNumber(compile(left), left), asNumber(compile(right), right)] as const;
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

function comparison(is: Comparison, left: Side, right: Side, names: Names): string {
  const [a, b] = [left[1], right[1]];
  const plain = (x: string, y: string) => `(${x} ${is} ${y})`;
  const empty = isEmptyText(left[0]) ? b : isEmptyText(right[0]) ? a : undefined;
  if (empty && empty.type !== 'text' && (is === '=' || is === '<>'))
    return `(${empty.sql} IS ${is === '=' ? '' : 'NOT '}NULL)`;
  if (a.type === 'period' || b.type === 'period') return plain(asPeriod(left, names), asPeriod(right, names));
  if (a.type === 'boolean' || b.type === 'boolean') return plain(asTruth(a, left[0]), asTruth(b, right[0]));
  if (a.type === 'number' || b.type === 'number') return plain(asNumber(a, left[0]), asNumber(b, right[0]));
  return plain(`coalesce(${a.sql}, '')`, `coalesce(${b.sql}, '')`);
}

function call({ name, of, at }: Extract<Formula, { kind: 'call' }>, compile: Compile): FormulaSql {
  const [first, second, third] = of;
  if (!first) throw formulaProblem('syntax', `${name} is empty.`, 'Put a value into its brackets.', at);
  switch (name) {
    case 'ABS':
      return { sql: `abs(${asNumber(compile(first), first)})`, type: 'number' };
    case 'ROUND': {
      const digits = second ? asNumber(compile(second), second) : '0';
      return { sql: `round(${asNumber(compile(first), first)}, CAST(${digits} AS INTEGER))`, type: 'number' };
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
  }
}

/** The type of both ways of an IF; "" is nothing, whatever the other one is. */
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
      `IF would give a ${type} in one row and a ${other} in another.`,
      'Make both ways numbers, or join one to "" with & to make it a text.',
      last?.at ?? 0,
    );
  return type;
}

function isEmptyText(part: Formula): boolean {
  return part.kind === 'text' && part.value === '';
}

function asNumber({ sql, type }: FormulaSql, part: Formula): string {
  if (type === 'number') return sql;
  // A column that has no type yet holds figures as they are written.
  if (type === 'text') return numberExpression(sql, '.');
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
    'Put this step above the one that reads the periods.',
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

function asPeriod([part, { sql, type }]: Side, { fiscalYearStart }: Names): string {
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
