import type { ChartData } from '../../../shared/charts/chart.ts';
import { chartOf } from '../../../shared/charts/index.ts';
import type { View } from '../../../shared/model/view.ts';
import { paperTheme } from '../paperTheme.ts';
import { escapeXml } from '../pptx/xml.ts';
import { drawChart } from './drawChart.ts';

export interface PictureOptions {
  /** Of the whole picture, px. */
  readonly width: number;
  readonly height: number;
  /** The line at the foot; '' leaves it out. */
  readonly source: string;
}

const PAD = 20;
const HEAD = 44;
const FOOT = 26;

/** A view as it stands on paper: title, unit, chart, source. A whole SVG file that refers to nothing outside itself. */
export function viewSvg(view: View, data: ChartData, { width, height, source }: PictureOptions): string {
  const chart = chartOf(view.kind);
  const foot = source === '' ? 0 : FOOT;
  const area = {
    width: Math.max(40, width - 2 * PAD),
    height: Math.max(40, height - PAD - HEAD - foot - PAD / 2),
  };
  const theme = paperTheme({ ...area, fontSize: 12 });
  const drawn = drawChart(chart.toECharts(view.options, data, theme), area).replace(
    /^<svg /,
    `<svg x="${PAD}" y="${PAD + HEAD}" `,
  );
  const sans = "'IBM Plex Sans', Arial, sans-serif";
  const serif = "'Source Serif 4', Georgia, serif";
  const unit = view.unitLine ?? data.unit;
  const lines = [
    `<rect width="${width}" height="${height}" fill="${theme.token('paper')}"/>`,
    `<path d="M${PAD} ${PAD / 2}H${width - PAD}" stroke="${theme.token('line-strong')}"/>`,
    textXml(
      { x: PAD, y: PAD + 14, size: 16, family: serif, weight: 600, fill: theme.token('ink') },
      fitted(view.title, area.width, 16),
    ),
    textXml(
      { x: PAD, y: PAD + 33, size: 12, family: sans, weight: 400, fill: theme.token('ink-3') },
      fitted(unit, area.width, 12),
    ),
    drawn,
    source === ''
      ? ''
      : textXml(
          {
            x: PAD,
            y: height - PAD / 2 - 4,
            size: 11,
            family: sans,
            weight: 400,
            fill: theme.token('ink-3'),
          },
          fitted(source, area.width, 11),
        ),
  ];
  const alt = `${view.title}. ${chart.describe(view.options, data)}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(alt)}">${lines.join('')}</svg>\n`;
}

interface TextStyle {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly family: string;
  readonly weight: number;
  readonly fill: string;
}

function textXml({ x, y, size, family, weight, fill }: TextStyle, text: string): string {
  return `<text x="${x}" y="${y}" font-family="${family}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escapeXml(text)}</text>`;
}

/** SVG text does not wrap: what is longer than the picture ends in an ellipsis. A character is half an em on average. */
function fitted(text: string, width: number, size: number): string {
  const room = Math.floor(width / (size * 0.52));
  return text.length <= room ? text : `${text.slice(0, Math.max(1, room - 1)).trimEnd()}…`;
}
