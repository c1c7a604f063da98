/** Parsed JSON whose numbers keep their spelling: a number is a `Spelled`. */
export type Json = string | boolean | null | Spelled | Json[] | { [key: string]: Json };

interface Spelled {
  readonly rawJSON: string;
}

/** ES2025's source text access, which TypeScript's library does not type yet. */
const spelling = JSON as unknown as {
  rawJSON(text: string): Spelled;
  isRawJSON(value: unknown): value is Spelled;
  parse(
    text: string,
    revive: (key: string, value: unknown, context: { source?: string }) => unknown,
  ): unknown;
};

/** Throws a SyntaxError, whose message tells line and column. */
export function parseJson(text: string): Json {
  return spelling.parse(text, (_key, value, { source }) =>
    typeof value === 'number' && source !== undefined ? spelling.rawJSON(source) : value,
  ) as Json;
}

export function isRecord(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !spelling.isRawJSON(value);
}

/** One value as the text of a cell; what is nested stays JSON. */
export function cellOfJson(value: Json): string | null {
  if (value === null) return null;
  if (typeof value === 'string') return value;
  return spelling.isRawJSON(value) ? value.rawJSON : JSON.stringify(value);
}

/** The cells of a record by column: one level of nesting becomes "outer.inner", deeper ones stay JSON. */
export function flatCells(record: { [key: string]: Json }): Map<string, string | null> {
  const cells = new Map<string, string | null>();
  for (const [key, value] of Object.entries(record)) {
    if (isRecord(value) && Object.keys(value).length > 0)
      for (const [inner, nested] of Object.entries(value)) cells.set(`${key}.${inner}`, cellOfJson(nested));
    else cells.set(key, cellOfJson(value));
  }
  return cells;
}
