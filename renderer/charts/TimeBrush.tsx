import {
  type KeyboardEvent,
  type PointerEvent,
  type Ref,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react';
import type { ChartData } from '../../shared/charts/chart.ts';
import { edgesOf, type Plot } from '../../shared/charts/drawing/plot.ts';
import { textWidth } from '../../shared/charts/drawing/textWidth.ts';
import { t } from '../i18n/index.ts';
import type { BrushGesture, BrushRange } from './brushRange.ts';

export interface TimeBrushHandle {
  /** Shows a range without a React render: called on each step of a gesture. */
  show(range: BrushRange | null): void;
}

interface TimeBrushProps {
  data: ChartData;
  plot: Plot;
  /** The rail lies under the scale; without it only the edges are drawn over the plot. */
  rail: boolean;
  range: BrushRange | null;
  onNear(): void;
  onPress(event: PointerEvent, kind: BrushGesture['kind']): void;
  /** A step by key, committed at once; null clears. */
  onKey(range: BrushRange | null): void;
  ref: Ref<TimeBrushHandle>;
}

const RAIL_TOP = 21;

/** The range of months that the page's other views follow: one rail under the scale of the lead view, with a handle at each end. */
export function TimeBrush({ data, plot, rail, range, onNear, onPress, onKey, ref }: TimeBrushProps) {
  const root = useRef<HTMLDivElement>(null);
  const place = useRef(paint);
  place.current = paint;

  function paint(next: BrushRange | null): void {
    const element = root.current;
    if (!element) return;
    element.dataset.empty = String(next === null);
    if (!next) return;
    const [left, right] = edgesOf(plot, next.from, next.to);
    element.style.setProperty('--brush-from', `${left}px`);
    element.style.setProperty('--brush-to', `${right}px`);
    const words = brushWords(data, next);
    const label = element.querySelector<HTMLElement>('.label');
    if (label) {
      label.textContent = words;
      // Where the words are wider than the range they stand beside it.
      const wide = textWidth(words, 11) + 16 <= right - left;
      const after = right + textWidth(words, 11) + 12 < plot.left + plot.width;
      label.dataset.side = wide ? 'inside' : after ? 'after' : 'before';
    }
    for (const [selector, index] of [
      ['.handle.is-from', next.from],
      ['.handle.is-to', next.to],
    ] as const) {
      const handle = element.querySelector(selector);
      handle?.setAttribute('aria-valuenow', String(index));
      handle?.setAttribute('aria-valuetext', data.categories[index]?.name ?? '');
    }
  }

  useImperativeHandle(ref, () => ({ show: (next) => place.current(next) }), []);
  useLayoutEffect(() => paint(range));

  const count = data.categories.length;
  const onKeyDown = (end: 'from' | 'to' | 'move') => (event: KeyboardEvent) => {
    if (!range) return;
    if (event.key === 'Escape' || event.key === 'Delete') {
      event.preventDefault();
      event.stopPropagation();
      return onKey(null);
    }
    const step = { ArrowLeft: -1, ArrowRight: 1, PageUp: -12, PageDown: 12, Home: -count, End: count }[
      event.key
    ];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const limit = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);
    if (end === 'from') return onKey({ ...range, from: limit(range.from + step, 0, range.to) });
    if (end === 'to') return onKey({ ...range, to: limit(range.to + step, range.from, count - 1) });
    const from = limit(range.from + step, 0, count - 1 - (range.to - range.from));
    onKey({ from, to: from + range.to - range.from });
  };

  const slider = (end: 'from' | 'to') => (
    <div
      className={`handle is-${end}`}
      role="slider"
      tabIndex={0}
      aria-label={t(end === 'from' ? 'charts.brush.from' : 'charts.brush.to')}
      aria-valuemin={0}
      aria-valuemax={count - 1}
      aria-valuenow={range?.[end] ?? 0}
      onPointerDown={(event) => onPress(event, end)}
      onKeyDown={onKeyDown(end)}
    />
  );

  const base = plot.top + plot.height;
  return (
    <div
      ref={root}
      className="TimeBrush"
      data-empty={range === null}
      onPointerEnter={onNear}
      style={{
        ['--plot-top' as string]: `${plot.top - 4}px`,
        ['--plot-base' as string]: `${rail ? base + RAIL_TOP : base}px`,
      }}
    >
      {rail && (
        <div
          className="rail"
          style={{ left: plot.left, width: plot.width, insetBlockStart: base + RAIL_TOP }}
          onPointerDown={(event) => onPress(event, 'draw')}
        />
      )}
      <div className="edge is-from" />
      <div className="edge is-to" />
      {rail && (
        <>
          <div
            className="span"
            style={{ insetBlockStart: base + RAIL_TOP }}
            onPointerDown={(event) => onPress(event, 'move')}
          >
            <span className="label" />
          </div>
          <div className="ends" style={{ insetBlockStart: base + RAIL_TOP - 1 }}>
            {slider('from')}
            {slider('to')}
          </div>
        </>
      )}
    </div>
  );
}

/** "Jul 2024 to Feb 2026, 20 months" */
export function brushWords({ categories }: ChartData, { from, to }: BrushRange): string {
  const first = categories[from];
  const last = categories[to];
  if (!first || !last) return '';
  const count = to - from + 1;
  const unit = unitOf(first.key);
  const key = `charts.brush.${unit}` as const;
  return from === to
    ? `${first.name}, ${t(key, { count })}`
    : t('charts.brush.range', { from: first.name, to: last.name, length: t(key, { count }) });
}

function unitOf(key: string): 'months' | 'quarters' | 'years' | 'periods' {
  if (/^\d{4}-\d{2}$/.test(key)) return 'months';
  if (/^\d{4}-Q\d$/.test(key)) return 'quarters';
  if (/^\d{4}(-\d{2}\/P12M)?$/.test(key)) return 'years';
  return 'periods';
}
