/** A statement under way: its parameters are collected as they are written, so that text and values keep one order. */
export interface SqlText {
  readonly sql: string;
  readonly values: readonly SqlParameter[];
}
export type SqlParameter = string | number | boolean | null;

/** Writes SQL: `sql\`a = ${value(3)} AND ${other}\``. Only other SqlText is put in; values become parameters. */
export function sql(strings: TemplateStringsArray, ...parts: readonly SqlText[]): SqlText {
  let text = strings[0] ?? '';
  const values: SqlParameter[] = [];
  parts.forEach((part, i) => {
    text += part.sql + (strings[i + 1] ?? '');
    values.push(...part.values);
  });
  return { sql: text, values };
}

/** A value, as a parameter. */
export function value(of: SqlParameter): SqlText {
  return { sql: '?', values: [of] };
}

/** An identifier, quoted. */
export function name(of: string): SqlText {
  return { sql: `"${of.replaceAll('"', '""')}"`, values: [] };
}

/** SQL that this program wrote itself: a keyword, a table name that is quoted already. Never text from a project. */
export function trusted(of: string): SqlText {
  return { sql: of, values: [] };
}

export function join(parts: readonly SqlText[], separator: string): SqlText {
  return { sql: parts.map((part) => part.sql).join(separator), values: parts.flatMap((part) => part.values) };
}

/** WHERE with all of the conditions, or nothing. */
export function where(conditions: readonly SqlText[]): SqlText {
  return conditions.length === 0 ? trusted('') : sql` WHERE ${join(conditions, ' AND ')}`;
}
