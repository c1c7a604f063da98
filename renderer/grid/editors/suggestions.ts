export interface Suggestion {
  /** As it is stored. */
  readonly code: string;
  readonly label: string;
}

/** Codes for what was typed: first those whose label or code begins with it, then those that hold it; all for an empty text. */
export function suggestionsFor(all: readonly Suggestion[], typed: string, most = 200): Suggestion[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return all.slice(0, most);
  const begins: Suggestion[] = [];
  const holds: Suggestion[] = [];
  for (const one of all) {
    const [label, code] = [one.label.toLowerCase(), one.code.toLowerCase()];
    if (label.startsWith(wanted) || code.startsWith(wanted)) begins.push(one);
    else if (label.includes(wanted) || code.includes(wanted)) holds.push(one);
  }
  return [...begins, ...holds].slice(0, most);
}

/** The rest of the one label that begins with what was typed, to be offered behind the caret; empty where none or several do. */
export function completionOf(all: readonly Suggestion[], typed: string): string {
  if (typed.trim() === '') return '';
  const wanted = typed.toLowerCase();
  const matching = all.filter(({ label }) => label.toLowerCase().startsWith(wanted));
  const [only] = matching;
  return matching.length === 1 && only ? only.label.slice(typed.length) : '';
}

/** What a text means: the code of that label or code, whatever its case; else the text itself. */
export function codeOfText(all: readonly Suggestion[], text: string): string {
  const exact = all.find(({ code }) => code === text) ?? all.find(({ label }) => label === text);
  if (exact) return exact.code;
  const wanted = text.trim().toLowerCase();
  const named = all.filter(
    ({ code, label }) => code.toLowerCase() === wanted || label.toLowerCase() === wanted,
  );
  return named.length === 1 ? (named[0]?.code ?? text) : text;
}
