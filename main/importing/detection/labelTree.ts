/** A label as it stands, spaces before it included, in the order of the file. */
export interface Branch {
  label: string;
  parent: string;
  /** How it is known: by numbers (9.2 > 9.2.1), spaces before the label, "of which", or a word for totals. */
  by: 'number' | 'indent' | 'ofWhich' | 'total';
}

const NUMBERED = /^\s*([A-Z]|\d+)((?:\.(?:\d+|[A-Za-z]))*)(?:[.)]\s*|\s+|$)/;
const OF_WHICH = /^\s*(of which|o\/w|thereof)\b/i;
const TOTAL =
  /^(?:(?:grand|sub|overall|general)[- ]?)?totals?\b|\btotals?\)?$|^all (?:items|services|goods|countries|sectors)$/i;

/** The whole that each label is part of, as its number, its spaces or "of which" tell. */
export function labelTree(labels: readonly string[]): Branch[] {
  const numbered = byNumber(labels);
  if (numbered.length > 0) return [...numbered, ...byOfWhich(labels)];
  const indented = byIndent(labels);
  return indented.length > 0 ? [...indented, ...byOfWhich(labels)] : byOfWhich(labels);
}

export function isTotal(label: string): boolean {
  return TOTAL.test(label.trim());
}

/** Whether any label may have a place above or below another: seen before the rows are asked. */
export function mayBeTree(labels: readonly string[]): boolean {
  return labels.some(
    (label) =>
      isTotal(label) || isOfWhich(label) || /^[\s\u00a0]+\S/.test(label) || /^\s*(\d+|[A-Z])\.\w/.test(label),
  );
}

export function isOfWhich(label: string): boolean {
  return OF_WHICH.test(label);
}

function byNumber(labels: readonly string[]): Branch[] {
  const byCode = new Map<string, string>();
  const codes = labels.map((label) => {
    const parts = NUMBERED.exec(label);
    // A lone capital is a number only with a point: "A. Goods", not "A group".
    if (!parts?.[1] || (/^[A-Z]$/.test(parts[1]) && !/^\s*[A-Z]\./.test(label))) return '';
    const code = parts[1] + (parts[2] ?? '');
    if (!byCode.has(code)) byCode.set(code, label);
    return code;
  });
  return labels.flatMap((label, i): Branch[] => {
    let code = codes[i] ?? '';
    while (code.includes('.')) {
      code = code.slice(0, code.lastIndexOf('.'));
      const parent = byCode.get(code);
      if (parent !== undefined && parent !== label) return [{ label, parent, by: 'number' }];
    }
    return [];
  });
}

function byIndent(labels: readonly string[]): Branch[] {
  const open: { label: string; depth: number }[] = [];
  return labels.flatMap((label): Branch[] => {
    const depth = /^[\s\u00a0]*/.exec(label)?.[0].length ?? 0;
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
    const parent = open.at(-1)?.label;
    open.push({ label, depth });
    return parent === undefined ? [] : [{ label, parent, by: 'indent' }];
  });
}

/** What follows "of which" is part of the label above it. */
function byOfWhich(labels: readonly string[]): Branch[] {
  let whole: string | undefined;
  return labels.flatMap((label): Branch[] => {
    if (!isOfWhich(label)) {
      whole = label;
      return [];
    }
    return whole === undefined ? [] : [{ label, parent: whole, by: 'ofWhich' }];
  });
}

/** The labels that a row of totals may add up, likeliest first: those since the total before it, all free ones above, and the same below. */
export function totalCandidates(
  labels: readonly string[],
  at: number,
  hasParent: ReadonlySet<string>,
): string[][] {
  const free = (label: string) => !hasParent.has(label);
  const above = labels.slice(0, at).filter(free);
  const below = labels.slice(at + 1).filter(free);
  const last = labels.slice(0, at).findLastIndex(isTotal);
  const next = labels.slice(at + 1).findIndex(isTotal);
  const since = labels.slice(last + 1, at).filter(free);
  const until = next < 0 ? below : labels.slice(at + 1, at + 1 + next).filter(free);
  const seen = new Set<string>();
  return [since, above, until, below].filter((parts) => {
    const key = JSON.stringify(parts);
    if (parts.length < 2 || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
