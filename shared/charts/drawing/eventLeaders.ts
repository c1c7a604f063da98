import type { ChartData, ChartTheme } from '../chart.ts';
import { levelOf, type Plot, pitchOf, placeOf } from './plot.ts';
import { lineShape, type Shape, textShape } from './shapes.ts';
import { inTwoLines, textWidth } from './textWidth.ts';

const LEVELS = 3;
const STEP = 15;
/** The widest line of a note in one line and in two, in heights of its letters; what needs more waits in the tooltip. */
const WIDEST = { one: 26, two: 17 };

/** A note as it would stand: where, and over how many levels. */
interface Note {
  readonly at: number;
  readonly date: string;
  readonly lines: readonly string[];
  readonly level: number;
  readonly left: number;
  readonly right: number;
  /** The leader's place. */
  readonly x: number;
  /** Words stand to the right of their leader. */
  readonly after: boolean;
}

/**
 * Dated notes over the plot, newest first: words in one or two lines, a dotted leader from them to the mark, at most three levels, and
 * only where they cross no mark, no other note and no leader. The others wait in the tooltip. `tops` is the highest value at each category.
 */
export function eventLeaders(
  plot: Plot,
  data: ChartData,
  theme: ChartTheme,
  tops: readonly (number | null)[],
): Shape[] {
  const taken: Note[] = [];
  for (const event of [...data.events].sort((a, b) => b.at - a.at)) {
    const note = candidates(event, plot, theme).find(
      (one) => clearOfMarks(one, plot, tops) && taken.every((other) => apart(one, other)),
    );
    if (note) taken.push(note);
  }
  return taken.flatMap((note) => drawn(note, plot, theme, tops));
}

/** One line before two, upper levels before lower ones, left of the leader before right of it. */
function candidates({ at, date, text }: ChartData['events'][number], plot: Plot, theme: ChartTheme): Note[] {
  const size = theme.fontSize;
  const x = placeOf(plot, at);
  const dateWidth = textWidth(`${date} `, size, true);
  const forms = [
    textWidth(text, size) <= WIDEST.one * size ? [text] : null,
    inTwoLines(text, size, WIDEST.two * size),
  ].filter((lines) => lines !== null);
  return forms.flatMap((lines) => {
    const width = dateWidth + Math.max(...lines.map((line) => textWidth(line, size)));
    return [false, true].flatMap((after) => {
      const [left, right] = after ? [x + 6, x + 6 + width] : [x - 6 - width, x - 6];
      if (left < plot.left || right > plot.left + plot.width) return [];
      const levels = Array.from({ length: LEVELS + 1 - lines.length }, (_, level) => level);
      return levels.map((level) => ({ at, date, lines, level, left, right, x, after }));
    });
  });
}

function lastLevel({ level, lines }: Note): number {
  return level + lines.length - 1;
}

function clearOfMarks(note: Note, plot: Plot, tops: readonly (number | null)[]): boolean {
  const foot = plot.top - 4 + lastLevel(note) * STEP + 14;
  const half = pitchOf(plot) / 2;
  const [from, to] = [Math.min(note.left, note.x) - half, Math.max(note.right, note.x) + half];
  return tops.every((top, index) => {
    const place = placeOf(plot, index);
    return place <= from || place >= to || index === note.at || top === null || levelOf(plot, top) > foot;
  });
}

/** A leader runs down from its level: it may not pass through words below it, nor theirs through these. */
function apart(a: Note, b: Note): boolean {
  const shareLevel = a.level <= lastLevel(b) && b.level <= lastLevel(a);
  const beside = a.right + 8 < b.left || a.left - 8 > b.right;
  const crosses = (leader: Note, words: Note) =>
    lastLevel(words) > leader.level && leader.x > words.left - 4 && leader.x < words.right + 4;
  return (!shareLevel || beside) && !crosses(a, b) && !crosses(b, a);
}

function drawn(
  { at, date, lines, level, left, right, x, after }: Note,
  plot: Plot,
  theme: ChartTheme,
  tops: readonly (number | null)[],
): Shape[] {
  const middle = plot.top + 2 + level * STEP;
  const top = tops[at] ?? null;
  const foot = top === null ? plot.top + plot.height : levelOf(plot, top) - 3;
  const stroke = theme.token('line-control');
  const dotted = { lineDash: [1, 2] };
  // A second line begins under the first; both keep clear of the leader.
  const widest = Math.max(...lines.map((line) => textWidth(line, theme.fontSize)));
  const wordsAt = after ? left + textWidth(`${date} `, theme.fontSize, true) : right - widest;
  return [
    ...(foot > middle
      ? [
          lineShape(stroke, [after ? x : x - 3, middle], [after ? x + 3 : x, middle], dotted),
          lineShape(stroke, [x, middle], [x, foot], dotted),
        ]
      : []),
    textShape(theme, date, wordsAt - 4, middle, {
      fill: theme.token('ink-2'),
      strong: true,
      align: 'right',
      halo: true,
    }),
    ...lines.map((line, row) =>
      textShape(theme, line, wordsAt, middle + row * STEP, { fill: theme.token('ink-3'), halo: true }),
    ),
  ];
}
