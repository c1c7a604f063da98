import type { FileGroup, GroupWanted } from '../../shared/contract/manyFiles.ts';

/** What the user wants of a group of files. */
export interface GroupChoice {
  taken: boolean;
  title: string;
  fileColumn: string | null;
  period: 'none' | 'time' | 'vintage';
  without: readonly string[];
}

/** The largest group is taken; the names say the period where the rows do not. */
export function firstChoice(group: FileGroup, at: number, asked: readonly { path: string }[]): GroupChoice {
  const hasTime = group.columns.some(({ role }) => role === 'time');
  return {
    taken: at === 0,
    title: titleOf(group, asked),
    fileColumn: 'file',
    period: namesHoldPeriods(group) && !hasTime ? 'time' : 'none',
    without: [],
  };
}

/** Every file's name holds one, and they are not all the same. */
export function namesHoldPeriods({ files }: FileGroup): boolean {
  const periods = new Set(files.map(({ period }) => period));
  return !periods.has(undefined) && (periods.size > 1 || files.length === 1);
}

export function wantedOf(groups: readonly FileGroup[], choices: readonly GroupChoice[]): GroupWanted[] {
  return choices.flatMap((choice, group) => {
    const { taken, title, fileColumn, period, without } = choice;
    const files = groups[group]?.files ?? [];
    if (!taken || files.every(({ path }) => without.includes(path))) return [];
    return [
      {
        group,
        title,
        ...(fileColumn !== null && { fileColumn }),
        ...(period === 'time' && { period: { name: 'period', as: period } }),
        ...(period === 'vintage' && { period: { name: 'release', as: period } }),
        without: [...without],
      },
    ];
  });
}

/** What the names have in common, else the folder's name: bop-2025-01.csv and bop-2025-02.csv are "Bop". */
function titleOf({ files }: FileGroup, asked: readonly { path: string }[]): string {
  const [first = '', ...others] = files.map(({ name }) => lastPart(name).replace(/\.[^.]+$/, ''));
  let length = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length--;
  const words = first
    .slice(0, length)
    .replace(/[-_.\s]+/g, ' ')
    .replace(/( \d{1,4})+ ?$/, '')
    .trim();
  const folder = asked.length === 1 ? lastPart(asked[0]?.path ?? '') : '';
  const title = words.length >= 2 ? words : folder.replace(/[-_]+/g, ' ').trim();
  return title === '' ? 'Files' : title.charAt(0).toUpperCase() + title.slice(1);
}

function lastPart(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
