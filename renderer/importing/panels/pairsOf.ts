/** "P = provisional" a line as pairs; a line without the sign is passed over. */
export function pairsOf(text: string): Record<string, string> {
  const pairs = text.split('\n').flatMap((line): [string, string][] => {
    const at = line.lastIndexOf('=');
    const [from, to] = [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    return at > 0 && from !== '' ? [[from, to]] : [];
  });
  return Object.fromEntries(pairs);
}

export function pairLines(pairs: Readonly<Record<string, string>>): string {
  return Object.entries(pairs)
    .map(([from, to]) => `${from} = ${to}`)
    .join('\n');
}
