import type { EChartsType } from 'echarts/core';
import {
  type KeyboardEvent,
  type PointerEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { ChartData } from '../../shared/charts/chart.ts';
import { categoryAt, levelOf, type Plot, pitchOf, placeOf } from '../../shared/charts/drawing/plot.ts';
import { chartOf } from '../../shared/charts/index.ts';
import type { ChartKind, ChartOptions } from '../../shared/model/view.ts';
import { t } from '../i18n/index.ts';
import { type BrushGesture, type BrushRange, brushedRange } from './brushRange.ts';
import { ChartTooltip } from './ChartTooltip.tsx';
import { openChart } from './echarts.ts';
import { setHover, useHover } from './hoverStore.ts';
import { paintOption } from './light/paintOption.ts';
import { TimeBrush, type TimeBrushHandle } from './TimeBrush.tsx';
import { useThemeVersion, windowTheme } from './themeTokens.ts';
import './charts.css';

export interface ChartHandle {
  /** Draws other data at once, outside React, by the light path where the kind allows it: a step of a brush. Options may hold the value axis. */
  sketch(data: ChartData, options?: ChartOptions): void;
  /** The gesture rests: what was sketched is drawn by ECharts. */
  settle(): void;
  plot(): Plot;
}

export interface ChartBrush {
  /** The rail under the scale, in the lead view of a page. */
  readonly rail: boolean;
  /** The pointer is over the rail: a brush may come. */
  onNear(): void;
  onStart(): void;
  /** At most once a frame. */
  onStep(range: BrushRange): void;
  /** Null where nothing is kept. */
  onEnd(range: BrushRange | null): void;
}

export interface ChartProps {
  kind: ChartKind;
  options: ChartOptions;
  data: ChartData;
  /** The column of the first key: marks under the pointer are marked in other charts of that column. */
  column?: string | undefined;
  /** A mark was chosen; null: the empty part of the chart. `add` is Ctrl, `extend` Shift. */
  onSelect?: ((index: number | null, how: { add: boolean; extend: boolean }) => void) | undefined;
  brush?: ChartBrush | undefined;
  ref?: Ref<ChartHandle> | undefined;
}

const BELOW_FOR_RAIL = 20;
const DRAG_STARTS = 4;

/** A view's chart: canvas by ECharts, and over it what must be text, keyboard and pointer: tooltip, brush, hover, announcements. */
export function Chart({ kind, options, data, column, onSelect, brush, ref }: ChartProps) {
  const box = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const sketched = useRef<HTMLCanvasElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const timeBrush = useRef<TimeBrushHandle>(null);
  const drawn = useRef({ kind, options, data });
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [hover, setHovered] = useState<number | null>(null);
  const [focused, setFocused] = useState<number | null>(null);
  const version = useThemeVersion();
  const below = brush?.rail ? BELOW_FOR_RAIL : 0;
  const dragging = useRef(false);
  const plotNow = (): Plot => {
    const { kind: shown, options: as, data: held } = drawn.current;
    return chartOf(shown).plot(as, held, windowTheme(size.width, size.height, below));
  };

  const optionNow = () => {
    const { options: as, data: held } = drawn.current;
    return chartOf(kind).toECharts(as, held, windowTheme(size.width, size.height, below));
  };
  const isDrawable = () => chart.current !== null && size.width >= 40 && size.height >= 30;
  const draw = (next: ChartData, nextOptions: ChartOptions) => {
    drawn.current = { kind, options: nextOptions, data: next };
    if (!isDrawable()) return;
    chart.current?.setOption(optionNow(), { replaceMerge: ['series'], silent: true });
    showSketch(false);
  };
  const sketch = (next: ChartData, nextOptions: ChartOptions) => {
    drawn.current = { kind, options: nextOptions, data: next };
    if (!isDrawable()) return;
    const context = sketched.current && cleared(sketched.current, size);
    if (context && paintOption(context, optionNow(), plotNow())) showSketch(true);
    else draw(next, nextOptions);
  };
  const showSketch = (shown: boolean) => {
    // Opacity rather than display: no layout in a frame of a gesture.
    if (sketched.current) sketched.current.style.opacity = shown ? '1' : '0';
    if (canvas.current) canvas.current.style.opacity = shown ? '0' : '1';
  };
  const now = useRef({ draw, sketch, plotNow });
  now.current = { draw, sketch, plotNow };

  useImperativeHandle(
    ref,
    () => ({
      sketch: (next, nextOptions) => now.current.sketch(next, nextOptions ?? drawn.current.options),
      settle: () => now.current.draw(drawn.current.data, drawn.current.options),
      plot: () => now.current.plotNow(),
    }),
    [],
  );

  useEffect(() => {
    const element = canvas.current;
    const frame = box.current;
    if (!element || !frame) return;
    chart.current = openChart(element);
    const observer = new ResizeObserver(() =>
      setSize({ width: frame.clientWidth, height: frame.clientHeight }),
    );
    observer.observe(frame);
    setSize({ width: frame.clientWidth, height: frame.clientHeight });
    return () => {
      observer.disconnect();
      chart.current?.dispose();
      chart.current = null;
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new size, theme or kind draws the same data again
  useLayoutEffect(() => {
    chart.current?.resize();
    draw(data, options);
  }, [data, options, kind, size, version, below]);

  const plot = chartOf(kind).plot(options, data, windowTheme(size.width, size.height, below));
  const range = data.brush ?? null;
  const brushed = useRef(range);
  brushed.current = range;

  const pointOf = (event: { clientX: number; clientY: number }) => {
    const { left, top } = box.current?.getBoundingClientRect() ?? { left: 0, top: 0 };
    return { x: event.clientX - left, y: event.clientY - top };
  };

  /** Follows the pointer from a press until it is let go; steps are joined to one a frame. */
  const follow = (event: PointerEvent, kindOfGesture: BrushGesture['kind'], atOnce: boolean) => {
    if (event.button !== 0 || !brush) return;
    event.stopPropagation();
    const from = pointOf(event);
    const at = (x: number, y: number) => categoryAt(plotNow(), x, y, true) ?? 0;
    const gesture: BrushGesture = { kind: kindOfGesture, start: at(from.x, from.y), before: brushed.current };
    let last: BrushRange | null = null;
    let frame = 0;
    const begin = () => {
      dragging.current = true;
      setHovered(null);
      brush.onStart();
    };
    if (atOnce) begin();
    const move = (to: { clientX: number; clientY: number }) => {
      const { x, y } = pointOf(to);
      if (!dragging.current) {
        if (Math.abs(x - from.x) < DRAG_STARTS) return;
        begin();
      }
      const next = brushedRange(gesture, at(x, y), drawn.current.data.categories.length);
      if (last && next.from === last.from && next.to === last.to) return;
      last = next;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        timeBrush.current?.show(next);
        brush.onStep(next);
      });
    };
    const up = (to: globalThis.PointerEvent) => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', up);
      cancelAnimationFrame(frame);
      if (!dragging.current) {
        select(to);
        return;
      }
      dragging.current = false;
      // A press on the rail that did not move clears; on a handle it changes nothing.
      brush.onEnd(last ?? (kindOfGesture === 'draw' ? null : gesture.before));
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', up);
  };

  const select = (event: {
    clientX: number;
    clientY: number;
    ctrlKey: boolean;
    metaKey: boolean;
    shiftKey: boolean;
  }) => {
    const { x, y } = pointOf(event);
    const index = categoryAt(plotNow(), x, y);
    onSelect?.(index, { add: event.ctrlKey || event.metaKey, extend: event.shiftKey });
  };

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    if (brush) follow(event, 'draw', false);
    else if (onSelect) {
      const up = (to: globalThis.PointerEvent) => select(to);
      window.addEventListener('pointerup', up, { once: true });
    }
  };

  const onPointerMove = (event: PointerEvent) => {
    if (dragging.current) return;
    const { x, y } = pointOf(event);
    const index = categoryAt(plotNow(), x, y);
    if (index === hover) return;
    setHovered(index);
    setHover(column ?? null, index === null ? null : (data.categories[index]?.key ?? null));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const count = data.categories.length;
    const ahead = plot.across === 'x' ? 'ArrowRight' : 'ArrowDown';
    const back = plot.across === 'x' ? 'ArrowLeft' : 'ArrowUp';
    const at = focused ?? (event.key === back ? count : -1);
    const to = { [ahead]: at + 1, [back]: at - 1, Home: 0, End: count - 1 }[event.key];
    if (to !== undefined && count > 0 && !event.altKey) {
      event.preventDefault();
      setFocused(Math.min(Math.max(to, 0), count - 1));
    } else if ((event.key === 'Enter' || event.key === ' ') && focused !== null) {
      event.preventDefault();
      onSelect?.(focused, { add: event.ctrlKey || event.metaKey, extend: event.shiftKey });
    } else if (event.key === 'Escape') onSelect?.(null, { add: false, extend: false });
  };

  const shown = focused ?? hover;
  const told = focused === null ? undefined : data.categories[focused];
  return (
    <figure
      ref={box}
      className={brush ? 'Chart is-brushable' : 'Chart'}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys walk through the marks of the picture
      tabIndex={0}
      aria-label={chartOf(kind).describe(options, data)}
      aria-roledescription={t('charts.role')}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerLeave={() => {
        setHovered(null);
        setHover(null, null);
      }}
      onKeyDown={onKeyDown}
      onBlur={() => setFocused(null)}
    >
      <div ref={canvas} className="canvas" />
      <canvas ref={sketched} className="sketch" />
      {size.width > 0 && <HoverMark plot={plot} data={data} column={column} focused={focused} />}
      {brush && size.width > 0 && (
        <TimeBrush
          ref={timeBrush}
          data={data}
          plot={plot}
          rail={brush.rail}
          range={range}
          onNear={brush.onNear}
          onPress={(event, gesture) => follow(event, gesture, true)}
          onKey={(next) => brush.onEnd(next)}
        />
      )}
      {shown !== null && size.width > 0 && (
        <ChartTooltip data={data} index={shown} width={size.width} {...tooltipPlace(plot, data, shown)} />
      )}
      <span className="visually-hidden" aria-live="polite">
        {told && focused !== null && announcement(data, focused)}
      </span>
    </figure>
  );
}

/** The canvas emptied, at the size and the resolution of the window. */
function cleared(
  canvas: HTMLCanvasElement,
  { width, height }: { width: number; height: number },
): CanvasRenderingContext2D | null {
  const context = canvas.getContext('2d');
  const ratio = window.devicePixelRatio;
  const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== across || canvas.height !== down) {
    canvas.width = across;
    canvas.height = down;
  }
  context?.setTransform(ratio, 0, 0, ratio, 0, 0);
  context?.clearRect(0, 0, width, height);
  return context;
}

function tooltipPlace(plot: Plot, data: ChartData, index: number): { x: number; y: number } {
  if (plot.across === 'y') {
    const value = data.series[0]?.points[index]?.value ?? 0;
    return { x: Math.max(levelOf(plot, value), plot.left), y: placeOf(plot, index) + 8 };
  }
  return { x: placeOf(plot, index), y: plot.top };
}

function announcement(data: ChartData, index: number): string {
  const name = data.categories[index]?.name ?? '';
  const values = data.series.map(({ name: series, points }) => {
    const value = points[index]?.value ?? null;
    const text = value === null ? t('charts.missing') : data.format(value);
    return data.series.length > 1 ? `${series} ${text}` : text;
  });
  return `${name}: ${values.join(', ')}`;
}

/** A tint over the mark that is under the pointer here or in another chart, or that the keys have reached. */
function HoverMark({
  plot,
  data,
  column,
  focused,
}: {
  plot: Plot;
  data: ChartData;
  column: string | undefined;
  focused: number | null;
}) {
  const hovered = useHover((state) => (state.column !== null && state.column === column ? state.key : null));
  const index = focused ?? (hovered === null ? -1 : data.categories.findIndex(({ key }) => key === hovered));
  if (index < 0) return null;
  const pitch = pitchOf(plot);
  const at = placeOf(plot, index);
  const across = plot.band ? Math.max(pitch, 3) : 1;
  const style =
    plot.across === 'x'
      ? { left: at - across / 2, width: across, top: plot.top, height: plot.height }
      : { left: 0, right: 0, top: at - across / 2, height: across };
  return <div className={focused === null ? 'HoverMark' : 'HoverMark is-focus'} style={style} />;
}
