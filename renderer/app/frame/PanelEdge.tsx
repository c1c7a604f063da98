import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { PANEL } from '../../../shared/contract/app.ts';

interface PanelEdgeProps {
  label: string;
  /** Which side of the edge its panel stands on, in reading direction. */
  side: 'start' | 'end';
  width: number;
  onResize: (width: number) => void;
}

/** The edge of a panel: drag it, or focus it and use the arrow keys (8 px a step). */
export function PanelEdge({ label, side, width, onResize }: PanelEdgeProps) {
  const from = useRef<{ x: number; width: number } | null>(null);
  const resize = (next: number) => onResize(Math.min(PANEL.most, Math.max(PANEL.least, Math.round(next))));
  const outward = () => {
    const rtl = document.documentElement.dir === 'rtl' ? -1 : 1;
    return side === 'start' ? rtl : -rtl;
  };
  const onPointerDown = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { x: event.clientX, width };
  };
  const onPointerMove = (event: PointerEvent) => {
    if (from.current) resize(from.current.width + (event.clientX - from.current.x) * outward());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowLeft: -8 * outward(), ArrowRight: 8 * outward() };
    const ends: Record<string, number> = { Home: PANEL.least, End: PANEL.most };
    const next =
      ends[event.key] ?? (steps[event.key] !== undefined ? width + (steps[event.key] ?? 0) : undefined);
    if (next === undefined) return;
    event.preventDefault();
    resize(next);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr is no window splitter; this is the ARIA pattern for one
    <div
      className={`PanelEdge is-${side}`}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={PANEL.least}
      aria-valuemax={PANEL.most}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        from.current = null;
      }}
      onKeyDown={onKeyDown}
    />
  );
}
