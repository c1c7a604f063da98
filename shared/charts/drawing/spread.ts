/**
 * Places for labels that want to stand at `wanted` (px, any order) but need `height` each, between `from` and `to`.
 * They keep their order and move as little as the room allows; where there is no room for all they still keep equal distances.
 */
export function spread(wanted: readonly number[], height: number, from: number, to: number): number[] {
  const order = wanted.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at || a.index - b.index);
  const step = Math.min(height, order.length > 1 ? (to - from) / (order.length - 1) : height);
  const placed: number[] = [];
  for (const { at } of order)
    placed.push(Math.max(at, (placed.at(-1) ?? Number.NEGATIVE_INFINITY) + step, from));
  let limit = to;
  for (let i = placed.length - 1; i >= 0; i--) {
    limit = Math.min(placed[i] ?? limit, limit);
    placed[i] = limit;
    limit -= step;
  }
  const places = new Array<number>(wanted.length).fill(0);
  order.forEach(({ index }, i) => {
    places[index] = placed[i] ?? from;
  });
  return places;
}
