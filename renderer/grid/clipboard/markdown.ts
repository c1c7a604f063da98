/** Cells as a table of Markdown: numbers to the right, bars and line ends escaped. */
export function toMarkdown(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  numeric: readonly boolean[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |`;
  const rule = `| ${heads.map((_, at) => (numeric[at] ? '---:' : '---')).join(' | ')} |`;
  return [line(heads), rule, ...rows.map(line)].join('\n');
}

function escaped(text: string): string {
  return text.replace(/[\\|]/g, '\\$&').replace(/\r\n?|\n/g, '<br>');
}
