import type { Column } from '../../../shared/model/table.ts';

/** The columns of one recipe over several files: as the first file's, with the decimals, the names and the order of codes of all. */
export function mergeColumns(files: readonly (readonly Column[])[]): Column[] {
  const [first = []] = files;
  return first.map((column) => {
    const all = files.flatMap((columns) => columns.find(({ id }) => id === column.id) ?? []);
    const decimals = Math.max(...all.map(({ format }) => format?.decimals ?? 0));
    const labels = Object.assign({}, ...all.toReversed().map((one) => one.labels));
    const parents = Object.assign({}, ...all.toReversed().map((one) => one.parents));
    const order = [...new Set(all.flatMap((one) => one.order ?? []))];
    const groups = [...new Set(all.flatMap((one) => one.groups ?? []))];
    return {
      ...column,
      ...(column.format && { format: { ...column.format, decimals } }),
      ...(Object.keys(labels).length > 0 && { labels }),
      ...(Object.keys(parents).length > 0 && { parents }),
      ...(order.length > 0 && { order }),
      ...(groups.length > 0 && { groups }),
    };
  });
}
