import type { ChartData, ChartTheme } from '../chart.ts';
import { levelOf, type Plot, pitchOf, placeOf } from './plot.ts';
import { lineShape, type Shape, textShape } from './shapes.ts';
import { fitText, textWidth } from './textWidth.ts';

const LEVELS = 3;
const STEP = 16;
/** Longer notes are cut; the tooltip has them whole. */
const LONGEST = 190;

/**
 * Dated notes over the plot, newest first: a dotted leader from the words to the mark, at most three levels, and only where the
 * words cross no mark, no other note and no leader. The others wait in the tooltip. `tops` is the highest value at each category.
 */
export function eventLeaders(
  plot: Plot,
  data: ChartData,
  theme: ChartTheme,
  tops: readonly (number | null)[],
): Shape[] {
  const taken: { level: number; left: number; right: number; x: number }[] = [];
  const shapes: Shape[] = [];
  for (const { at, date, text: words } of [...data.events].sort((a, b) => b.at - a.at)) {
    const text = fitText(words, theme.fontSize, LONGEST);
    const x = placeOf(plot, at);
    const size = theme.fontSize;
    const width = textWidth(`${date} `, size, true) + textWidth(text, size);
    // Near the left edge words stand to the right of their leader.
    const right = x - 6 - width < plot.left;
    const [from, to] = right ? [x + 6, x + 6 + width] : [x - 6 - width, x - 6];
    if (from < plot.left || to > plot.left + plot.width) continue;
    for (let level = 0; level < LEVELS; level++) {
      const y = plot.top - 4 + level * STEP;
      const clearOfMarks = tops.every((top, index) => {
        const place = placeOf(plot, index);
        const over =
          place > Math.min(from, x) - pitchOf(plot) / 2 && place < Math.max(to, x) + pitchOf(plot) / 2;
        return !over || index === at || top === null || levelOf(plot, top) > y + 14;
      });
      const clearOfNotes = taken.every(
        (note) =>
          (note.level !== level || to + 8 < note.left || from - 8 > note.right) &&
          // A leader runs down from its level: it may not pass through words below it, nor theirs through these.
          !(note.level > level && x > note.left - 4 && x < note.right + 4) &&
          !(note.level < level && note.x > from - 4 && note.x < to + 4),
      );
      if (!clearOfMarks || !clearOfNotes) continue;
      taken.push({ level, left: from, right: to, x });
      const top = tops[at] ?? null;
      const foot = top === null ? plot.top + plot.height : levelOf(plot, top) - 3;
      const dotted = { lineDash: [1, 2] };
      const middle = y + 6;
      if (foot > middle) {
        shapes.push(
          lineShape(
            theme.token('line-control'),
            [right ? x : x - 3, middle],
            [right ? x + 3 : x, middle],
            dotted,
          ),
        );
        shapes.push(lineShape(theme.token('line-control'), [x, middle], [x, foot], dotted));
      }
      const dateWidth = textWidth(`${date} `, size, true);
      shapes.push(
        right
          ? textShape(theme, date, from, middle, { fill: theme.token('ink-2'), strong: true, halo: true })
          : textShape(theme, text, to, middle, { fill: theme.token('ink-3'), align: 'right', halo: true }),
        right
          ? textShape(theme, text, from + dateWidth, middle, { fill: theme.token('ink-3'), halo: true })
          : textShape(theme, date, to - textWidth(text, size) - 4, middle, {
              fill: theme.token('ink-2'),
              strong: true,
              align: 'right',
              halo: true,
            }),
      );
      break;
    }
  }
  return shapes;
}
