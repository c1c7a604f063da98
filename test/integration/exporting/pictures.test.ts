import { join } from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { svgToPng } from '../../../main/exporting/pictures/svgToPng.ts';
import { viewSvg } from '../../../main/exporting/pictures/viewSvg.ts';
import type { ChartData } from '../../../shared/charts/chart.ts';
import type { View } from '../../../shared/model/view.ts';

const values = [286, 298, null, 330];
const data: ChartData = {
  title: 'Monthly exports',
  categories: values.map((_, index) => ({
    key: `2024-0${index + 1}`,
    name: `Month ${index}`,
    short: `${index}`,
  })),
  time: true,
  series: [
    {
      key: '',
      name: 'Exports',
      colour: 1,
      points: values.map((value) => ({ value, flags: 0, inside: true })),
    },
  ],
  unit: 'US$ million',
  fraction: false,
  signed: false,
  decimals: 0,
  events: [],
  format: (value) => value.toFixed(0),
};
const view: View = {
  id: 'v',
  title: 'Exports & <script>alert(1)</script> "x"',
  kind: 'column',
  options: { stacking: 'none', labels: 'auto', compare: 'none' },
  query: {
    table: 't',
    measure: { column: 'c', aggregate: 'sum' },
    keys: [],
    as: 'none',
    where: [],
    vintage: 'latest',
    sort: 'natural',
    others: false,
  },
  follows: true,
};
const options = { width: 640, height: 360, source: 'Source: State Bank of Pakistan' };

describe('a picture of a view', () => {
  it('is the same each time, refers to nothing outside, and runs nothing', () => {
    const svg = viewSvg(view, data, options);
    expect(viewSvg(view, data, options)).toBe(svg);
    expect(svg).not.toMatch(/<script|zr\d|href=|url\((?!#)/);
    expect(svg).toContain('Source: State Bank of Pakistan');
  });

  it('is drawn with the words in the fonts of the program', () => {
    const fonts = join(import.meta.dirname, '../../../assets/fonts');
    const draw = (source: string) =>
      PNG.sync.read(Buffer.from(svgToPng(viewSvg(view, data, { ...options, source }), fonts)));
    const image = draw(options.source);
    expect([image.width, image.height]).toEqual([1280, 720]);
    // Another source line changes pixels: text is really drawn.
    expect(image.data.equals(draw('Source: Ministry of IT').data)).toBe(false);
  });
});
