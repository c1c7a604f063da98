import type { Shape } from '../../../shared/charts/drawing/shapes.ts';

/** What shapes.ts writes into a style. */
interface Style {
  fill?: string;
  stroke?: string;
  lineWidth?: number;
  lineDash?: number[];
  text?: string;
  x?: number;
  y?: number;
  align?: CanvasTextAlign;
  verticalAlign?: 'top' | 'middle' | 'bottom';
  font?: string;
}

const lineHeights = new Map<string, number>();

/** One shape of shared/charts, as zrender draws it. */
export function paintShape(canvas: CanvasRenderingContext2D, { type, shape = {}, style }: Shape): void {
  const look = style as Style;
  if (type === 'text') {
    paintText(canvas, look);
    return;
  }
  const n = (name: string) => Number(shape[name] ?? 0);
  canvas.beginPath();
  switch (type) {
    case 'line':
      canvas.moveTo(n('x1'), n('y1'));
      canvas.lineTo(n('x2'), n('y2'));
      break;
    case 'circle':
      canvas.arc(n('cx'), n('cy'), n('r'), 0, Math.PI * 2);
      break;
    case 'rect':
      canvas.roundRect(n('x'), n('y'), n('width'), n('height'), n('r'));
      break;
    case 'polyline':
      for (const [x, y] of (shape['points'] ?? []) as readonly (readonly [number, number])[])
        canvas.lineTo(x, y);
      break;
  }
  if (look.fill && type !== 'line' && type !== 'polyline') {
    canvas.fillStyle = look.fill;
    canvas.fill();
  }
  if (look.stroke) {
    canvas.strokeStyle = look.stroke;
    canvas.lineWidth = look.lineWidth ?? 1;
    canvas.setLineDash(look.lineDash ?? []);
    canvas.stroke();
  }
}

function paintText(canvas: CanvasRenderingContext2D, style: Style): void {
  const { text = '', x = 0, y = 0, fill, stroke, lineWidth = 1, font = '', align = 'left' } = style;
  // Setting a font is parsed each time; most neighbours share one.
  if (canvas.font !== font) canvas.font = font;
  canvas.textAlign = align;
  canvas.textBaseline = 'middle';
  const half = lineHeight(canvas, font) / 2;
  const shift = { top: half, middle: 0, bottom: -half }[style.verticalAlign ?? 'middle'];
  if (stroke) {
    canvas.setLineDash([]);
    canvas.strokeStyle = stroke;
    canvas.lineWidth = lineWidth;
    canvas.strokeText(text, x, y + shift);
  }
  if (fill) {
    canvas.fillStyle = fill;
    canvas.fillText(text, x, y + shift);
  }
}

/** zrender takes the width of one wide letter for the height of a line. */
function lineHeight(canvas: CanvasRenderingContext2D, font: string): number {
  let height = lineHeights.get(font);
  if (height === undefined) {
    height = canvas.measureText('国').width;
    lineHeights.set(font, height);
  }
  return height;
}
