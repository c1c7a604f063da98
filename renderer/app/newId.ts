/** A new id for a part of a project: `page-k3v9x0qa`. Forty bits of chance; the workbench refuses one that is taken. */
export function newId(kind: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return `${kind}-${Array.from(bytes, (byte) => alphabet[byte % 32]).join('')}`;
}

const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';
