/** The tallest box that AG Grid 36 makes; a longer table is stretched over it, and a wheel notch then moves too far. */
const TALLEST_BOX = 32_000_000;

/** How many pixels of rows one pixel of the scroll bar stands for; 1 where the table is not stretched. */
export function stretchOf(rows: number, rowHeight: number, bodyHeight: number): number {
  const real = rows * rowHeight;
  if (real <= TALLEST_BOX) return 1;
  return (real - bodyHeight) / (TALLEST_BOX - bodyHeight);
}

/** Pixels of rows that a wheel event asks for: browsers report pixels, lines or pages. */
export function wheelPixels(
  { deltaY, deltaMode }: { deltaY: number; deltaMode: number },
  rowHeight: number,
  bodyHeight: number,
): number {
  if (deltaMode === 1) return deltaY * rowHeight;
  if (deltaMode === 2) return deltaY * bodyHeight;
  return deltaY;
}
