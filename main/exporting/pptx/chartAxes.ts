import type { NativeChart } from '../../../shared/charts/chart.ts';
import type { ChartSheet } from './chartSheet.ts';
import { lineXml } from './colour.ts';
import { textSize } from './geometry.ts';
import { escapeXml } from './xml.ts';

/** Two axes and no more: every group of a chart shares them. */
export const AXES = { category: 111111111, value: 222222222 } as const;

export function axesXml(chart: NativeChart, sheet: ChartSheet): string {
  return categoryAxis(chart, sheet) + valueAxis(chart, sheet);
}

function categoryAxis(chart: NativeChart, sheet: ChartSheet): string {
  const across = chart.direction === 'bar';
  const { categories } = sheet;
  // Columns over dates of uneven or longer steps would be hairs: they stand in a row, with their dates as names.
  const byTime = categories.kind === 'date' && (categories.even || chart.type !== 'bar');
  const tag = byTime ? 'c:dateAx' : 'c:catAx';
  const format = categories.kind === 'date' ? categories.axisFormat : 'General';
  const rest = byTime
    ? `<c:auto val="0"/><c:lblOffset val="100"/><c:baseTimeUnit val="${categories.unit}"/>`
    : '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/>';
  return `<${tag}><c:axId val="${AXES.category}"/><c:scaling><c:orientation val="${across ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/><c:axPos val="${across ? 'l' : 'b'}"/><c:numFmt formatCode="${escapeXml(format)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>${lineXml('6E767B', 1)}</c:spPr>${axisText(chart, across ? 'tx1' : 'tx2')}<c:crossAx val="${AXES.value}"/><c:crosses val="autoZero"/>${rest}</${tag}>`;
}

function valueAxis(chart: NativeChart, sheet: ChartSheet): string {
  const across = chart.direction === 'bar';
  const totals = across && sheet.series.some(({ role }) => role === 'total');
  const max = totals ? Math.max(chart.max ?? 0, roomFor(sheet) ?? 0) || undefined : chart.max;
  const scale = `<c:scaling><c:orientation val="minMax"/>${max === undefined ? '' : `<c:max val="${max}"/>`}${chart.min === undefined ? '' : `<c:min val="${chart.min}"/>`}</c:scaling>`;
  // Bars that carry their values need no scale.
  const hidden = across && chart.series.every(({ labels }) => labels === 'all');
  const grid = hidden ? '' : `<c:majorGridlines><c:spPr>${lineXml('E6E9EA', 1)}</c:spPr></c:majorGridlines>`;
  return `<c:valAx><c:axId val="${AXES.value}"/>${scale}<c:delete val="${hidden ? 1 : 0}"/><c:axPos val="${across ? 'b' : 'l'}"/>${grid}<c:numFmt formatCode="${escapeXml(withTrueMinus(axisFormat(chart)))}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>${lineXml('', 0)}</c:spPr>${axisText(chart, 'tx2')}<c:crossAx val="${AXES.category}"/><c:crosses val="${across ? 'max' : 'autoZero'}"/><c:crossBetween val="${chart.type === 'area' ? 'midCat' : 'between'}"/></c:valAx>`;
}

/** The totals of horizontal bars stand behind their ends; the hidden bars that carry them must not stretch the axis. */
function roomFor(sheet: ChartSheet): number | undefined {
  const total = sheet.series.find(({ role }) => role === 'total');
  const most = Math.max(0, ...(total?.values ?? []).map((value) => value ?? 0));
  if (most <= 0) return undefined;
  const step = 10 ** Math.floor(Math.log10(most)) / 10;
  return Number((Math.ceil((most * 1.12) / step) * step).toPrecision(12));
}

/** Ticks are round: decimals of the values would be noise. Small scales keep them. */
function axisFormat(chart: NativeChart): string {
  const numbers = chart.series.flatMap(({ values }) => values.filter((value) => value !== null));
  const most = Math.max(0, ...numbers.map(Math.abs));
  if (chart.grouping === 'percentStacked') return '0%';
  const small = chart.format.includes('%') ? most < 0.05 : most < 5;
  return small ? chart.format : chart.format.replace(/\.[0#]+/g, '');
}

function axisText(chart: NativeChart, colour: string): string {
  const many = chart.categories.values.length > 16;
  return textXml(many ? 15 : 18, colour);
}

/** Excel prints a hyphen before negative numbers; people read a minus. Formats that already say what negatives look like stay. */
export function withTrueMinus(format: string): string {
  return format.includes(';') || format === 'General' ? format : `${format};"−"${format}`;
}

/** Text of a chart part, in px of the slide; the face is the theme's. */
export function textXml(px: number, colour: string, bold = false): string {
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${textSize(px)}" b="${bold ? 1 : 0}"><a:solidFill><a:schemeClr val="${colour}"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`;
}
