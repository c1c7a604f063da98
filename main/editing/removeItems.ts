/** Takes the items out of a list, in place, for which `gone` says so. */
export function removeItems<T>(list: T[], gone: (item: T) => boolean): void {
  for (let i = list.length - 1; i >= 0; i--) {
    const item = list[i];
    if (item !== undefined && gone(item)) list.splice(i, 1);
  }
}
