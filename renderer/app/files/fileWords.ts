import type { FileFilter } from '../../../shared/contract/host.ts';

/** Whether a file's name ends as a filter wants it; without a filter every file fits. */
export function matchesFilter(name: string, filter: FileFilter | undefined): boolean {
  if (!filter) return true;
  const lower = name.toLowerCase();
  return filter.extensions.some((extension) => lower.endsWith(`.${extension}`));
}

/** The name with the filter's first extension, unless it already ends as the filter wants. */
export function withExtension(name: string, filter: FileFilter | undefined): string {
  const first = filter?.extensions[0];
  return first && !matchesFilter(name, filter) ? `${name}.${first}` : name;
}

/** 23,911 bytes are 23.9 kB; thousands, as systems print them. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value.toFixed(1)} ${units[unit]}`;
}
