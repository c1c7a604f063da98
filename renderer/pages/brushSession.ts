import type { ChartData } from '../../shared/charts/chart.ts';
import { niceScale } from '../../shared/charts/drawing/scale.ts';
import { stackEnds } from '../../shared/charts/drawing/stack.ts';
import { filteringClauses } from '../../shared/charts/selectionMarks.ts';
import type { CallResult } from '../../shared/contract/index.ts';
import type { Document } from '../../shared/model/document.ts';
import type { ChartOptions, View } from '../../shared/model/view.ts';
import { spanOf } from '../../shared/periods/period.ts';
import { periodOfText } from '../../shared/periods/periodText.ts';
import type { Selection, ViewData } from '../../shared/views/query.ts';
import { client } from '../app/client.ts';
import type { BrushRange } from '../charts/brushRange.ts';
import type { ChartHandle } from '../charts/Chart.tsx';
import { brushCube } from './brushCubes.ts';
import { withRange } from './chooseMark.ts';
import { type PrefixCube, prefixCube, sumBetween } from './prefixCube.ts';

/** A view as it stands when a brush begins. */
export interface BrushedView {
  readonly view: View;
  readonly data: ViewData;
  readonly chart: ChartData;
  readonly handle: ChartHandle;
}

interface BrushSetting {
  readonly active: BrushedView;
  readonly views: readonly BrushedView[];
  readonly document: Document;
  readonly selection: Selection;
  /** Makes chart data with the user's formats and the view's events. */
  chartData(view: View, data: ViewData, selection: Selection): ChartData;
}

/**
 * A brush while it is drawn: every step goes straight to the charts, without React. Views with the brushed time on an axis recolour;
 * the others are answered from running sums once views.cube has come, and by plain queries (the newest only) where it leaves them out.
 * Their value axes do not shrink until the gesture ends.
 */
export class BrushSession {
  readonly #setting: BrushSetting;
  readonly #cubes = new Map<string, { cube: PrefixCube; keys: ViewData['keys'] }>();
  readonly #axes = new Map<string, { min: number; max: number }>();
  readonly #followers: readonly BrushedView[];
  readonly #abort = new AbortController();
  #asked = false;
  #range: BrushRange | null = null;
  #querying = false;

  constructor(setting: BrushSetting) {
    this.#setting = setting;
    this.#followers = followers(setting);
    void this.#askCubes();
  }

  step(range: BrushRange): void {
    this.#range = range;
    const { active, views, selection } = this.#setting;
    const draft = withRange(selection, active.view, active.chart, range);
    const following = new Set(this.#followers.map(({ view }) => view.id));
    for (const item of views) if (!following.has(item.view.id)) this.#recolour(item, draft);
    const left: BrushedView[] = [];
    for (const item of this.#followers) if (!this.#fromCube(item, draft, range)) left.push(item);
    if (left.length > 0 && this.#asked) void this.#query(left, draft);
  }

  /** The selection that the gesture ended with. */
  end(range: BrushRange | null): Selection {
    this.#abort.abort();
    const { active, selection } = this.#setting;
    return withRange(selection, active.view, active.chart, range);
  }

  #recolour({ view, data, handle }: BrushedView, draft: Selection): void {
    handle.sketch(this.#setting.chartData(view, data, draft));
  }

  #fromCube(item: BrushedView, draft: Selection, range: BrushRange): boolean {
    const found = this.#cubes.get(item.view.id);
    if (!found) return false;
    const { categories } = this.#setting.active.chart;
    const from = periodOfText(categories[range.from]?.key ?? '');
    const to = periodOfText(categories[range.to]?.key ?? '');
    if (from === null || to === null) return false;
    // Codes sort by start: the last bin that belongs begins within the last period of the range.
    const last = spanOf(to);
    const values = sumBetween(found.cube, spanOf(from).start * 1000, (last.start + last.months) * 1000 - 1);
    const data: ViewData = {
      ...item.data,
      keys: found.keys,
      value: { kind: 'number', values: values as Float64Array<ArrayBuffer> },
      flags: new Uint8Array(values.length),
    };
    this.#show(item, data, draft);
    return true;
  }

  #show({ view, chart, handle }: BrushedView, data: ViewData, draft: Selection): void {
    const next = this.#setting.chartData(view, data, draft);
    const held = this.#axes.get(view.id) ?? handle.plot().scale;
    const natural = endsFor(next, view.options);
    const axis = { min: Math.min(held.min, natural.min), max: Math.max(held.max, natural.max) };
    this.#axes.set(view.id, axis);
    handle.sketch({ ...next, unit: chart.unit }, { ...view.options, ...axis });
  }

  async #askCubes(): Promise<void> {
    try {
      const answer = await askAhead(this.#setting);
      if (!answer || this.#abort.signal.aborted) return;
      for (const [id, { keys, keyCount, cells, counts }] of Object.entries(answer.views))
        this.#cubes.set(id, { cube: prefixCube(answer.bins, keyCount, cells, counts), keys });
    } catch {
      // Without cubes every step asks; what is wrong is told by those answers.
      if (this.#abort.signal.aborted) return;
    }
    this.#asked = true;
    if (this.#range) this.step(this.#range);
  }

  /** One query at a time; when it is answered and the brush has moved on, the next one asks for where it is now. */
  async #query(items: readonly BrushedView[], draft: Selection): Promise<void> {
    if (this.#querying) return;
    this.#querying = true;
    const asked = this.#range;
    try {
      const answers = await client().call(
        'views.query',
        { views: items.map(({ view }) => view.id), selection: draft },
        { signal: this.#abort.signal },
      );
      for (const item of items) {
        const answer = answers[item.view.id];
        if (answer && 'data' in answer) this.#show(item, answer.data, draft);
      }
    } catch {
      return; // aborted by the end of the gesture, or refused: the query at its end tells the view
    } finally {
      this.#querying = false;
    }
    if (this.#range && this.#range !== asked) this.step(this.#range);
  }
}

/** Asks for the sums of a brush that has not begun; null where it would have none. */
export async function askAhead(setting: BrushSetting): Promise<CallResult<'views.cube'> | null> {
  const { active, selection, document } = setting;
  const key = active.view.query.keys[0];
  if (!key) return null;
  return await brushCube(document, {
    active: active.view.id,
    column: key.column,
    ...(key.level && { level: key.level }),
    // A share needs the total of its own group, which sums over bins do not tell.
    views: followers(setting)
      .filter(({ view }) => view.query.as === 'none')
      .map(({ view }) => view.id),
    selection: selection.filter((clause) => clause.view !== active.view.id),
  });
}

/** The views that a range of the brushed one filters; the others at most recolour. */
function followers({ active, views, document }: BrushSetting): BrushedView[] {
  const to = Math.max(active.chart.categories.length - 2, 0);
  const probe = withRange([], active.view, active.chart, { from: 0, to });
  return views.filter(
    ({ view }) => view.id !== active.view.id && filteringClauses(view, probe, document).length > 0,
  );
}

/** The round ends that the values alone would need, stacks included. */
function endsFor(data: ChartData, options: ChartOptions): { min: number; max: number } {
  const values =
    options.stacking === 'none'
      ? data.series.flatMap(({ points }) => points.map(({ value }) => value))
      : stackEnds(data);
  return niceScale(values, { zero: true });
}
