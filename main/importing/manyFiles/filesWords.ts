/** What many files are called where there is room for one name. */
export function filesWords(names: readonly string[]): string {
  const [first = ''] = names;
  return names.length === 1 ? first : `${names.length} files: ${first} to ${names.at(-1)}`;
}
