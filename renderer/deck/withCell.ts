/** Rows of texts with one of them replaced; the others, and the rows given, stay as they are. */
export function withCell(
  rows: readonly (readonly string[])[],
  row: number,
  column: number,
  text: string,
): string[][] {
  return rows.map((cells, at) => cells.map((cell, along) => (at === row && along === column ? text : cell)));
}
