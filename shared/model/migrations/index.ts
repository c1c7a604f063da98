/**
 * What makes a stored document (its sources inside) of one format into one of the next, by the version that it has.
 * A change that older programs cannot read raises `FORMAT_VERSION` and adds a line here, also where old documents stay as they are.
 */
const migrations: Readonly<Record<number, (stored: unknown) => unknown>> = {
  // 2: kinds of steps, conditions of a filter, spellings of periods and notes of built tables that 1 does not know. All that 1 says is said alike.
  1: (stored) => stored,
};

/** The document as the format `to` has it. One of a newer format is left as it is: it is only read. */
export function migrate(stored: unknown, from: number, to: number): unknown {
  let document = stored;
  for (let version = from; version < to; version++) {
    const step = migrations[version];
    if (!step) throw new Error(`There is no migration from format ${version}.`);
    document = step(document);
  }
  return document;
}
