import { createHash } from 'node:crypto';
import type { NativeChart, NativeSeries } from '../../../shared/charts/chart.ts';
import { textXml, withTrueMinus } from './chartAxes.ts';
import { type ChartSheet, columnLetters, SHEET, type SheetSeries } from './chartSheet.ts';
import { fillXml, lineXml, textOn } from './colour.ts';
import { escapeXml, NS } from './xml.ts';

/** What a series looks like: its elements before the data, in schema order. */
export type SeriesForm = 'bar' | 'line' | 'area';

export interface SeriesContext {
  readonly chartId: string;
  readonly chart: NativeChart;
  readonly sheet: ChartSheet;
}

/** `c:ser` of the drawn series, with its caches and its place in the sheet. */
export function seriesXml(context: SeriesContext, index: number, form: SeriesForm): string {
  const series = context.sheet.series[index];
  if (!series) return '';
  const native = series.role === 'series' ? context.chart.series[index] : undefined;
  const look =
    series.role === 'total'
      ? totalLook(context, series, form)
      : native
        ? nativeLook(context, native, series, form)
        : overlayLook(context.chart.overlay?.colour ?? 'tx1');
  return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>${nameXml(series, index)}${look}${categoriesXml(context.sheet)}${valuesXml(context, series, index)}${form === 'line' ? '<c:smooth val="0"/>' : ''}${uniqueIdXml(context.chartId, series)}</c:ser>`;
}

function nativeLook(
  context: SeriesContext,
  native: NativeSeries,
  series: SheetSeries,
  form: SeriesForm,
): string {
  const { chart } = context;
  const length = series.values.length;
  const points = native.points
    .filter(({ index }) => index >= 0 && index < length)
    .toSorted((a, b) => a.index - b.index)
    .filter(({ index }, at, all) => all[at - 1]?.index !== index);
  if (form === 'line') {
    const line = lineXml(native.colour, lineWidth(native)).replace('<a:ln ', '<a:ln cap="rnd" ');
    const marked = points.map(({ index, fill, outline, dashed }) => {
      const marker = `<c:marker><c:symbol val="circle"/><c:size val="7"/><c:spPr>${fillXml(fill)}${lineXml(outline ?? fill, 1.5)}</c:spPr></c:marker>`;
      const segment = lineXml(outline ?? (fill === 'none' ? native.colour : fill), lineWidth(native), dashed);
      return `<c:dPt><c:idx val="${index}"/>${marker}<c:bubble3D val="0"/><c:spPr>${segment}</c:spPr></c:dPt>`;
    });
    return `<c:spPr>${line}</c:spPr><c:marker><c:symbol val="none"/></c:marker>${marked.join('')}${labelsXml(context, native, series, form)}`;
  }
  const fill = `<c:spPr>${fillXml(native.colour)}${form === 'bar' && isStacked(chart) ? lineXml('bg1', 0.75) : '<a:ln><a:noFill/></a:ln>'}</c:spPr>`;
  // Points of an area cannot be filled one by one.
  if (form === 'area') return `${fill}${labelsXml(context, native, series, form)}`;
  const single = points.map(
    ({ index, fill: colour, outline, dashed }) =>
      `<c:dPt><c:idx val="${index}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>${fillXml(colour)}${lineXml(outline ?? '', 1.25, dashed)}</c:spPr></c:dPt>`,
  );
  return `${fill}<c:invertIfNegative val="0"/>${single.join('')}${labelsXml(context, native, series, form)}`;
}

function overlayLook(colour: string): string {
  return `<c:spPr>${lineXml(colour, 2.5).replace('<a:ln ', '<a:ln cap="rnd" ')}</c:spPr><c:marker><c:symbol val="none"/></c:marker>`;
}

/** Nothing but its labels: a hidden line over columns, hidden bars behind bars. */
function totalLook({ chart }: SeriesContext, series: SheetSeries, form: SeriesForm): string {
  const labels = `<c:dLbls>${numberFormat(chart.format)}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textXml(labelSize(series), 'tx1', true)}<c:dLblPos val="${form === 'line' ? 't' : 'inBase'}"/>${shows(true)}</c:dLbls>`;
  return form === 'line'
    ? `<c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>${labels}`
    : `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:invertIfNegative val="0"/>${labels}`;
}

/** Lines are as wide as on the screen, in the proportion that slides are larger. */
function lineWidth(native: NativeSeries): number {
  return (native.width ?? 2.5) * 1.4;
}

function labelsXml(
  context: SeriesContext,
  native: NativeSeries,
  series: SheetSeries,
  form: SeriesForm,
): string {
  const { chart } = context;
  if (native.labels === 'none') return '';
  const inside = form !== 'line' && labelsInside(context);
  const label = (index: number | null) => {
    const fill = native.points.find((point) => point.index === index)?.fill ?? native.colour;
    const text = textXml(labelSize(series), inside ? textOn(fill) : 'tx1');
    const position = labelPosition(context, form, index === series.values.length - 1);
    return `${numberFormat(chart.format)}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${text}${position}${shows(true)}`;
  };
  const wanted =
    native.labels === 'all' ? series.values.map((_, index) => index) : [...new Set(native.labels)];
  const present = wanted
    .filter((index) => series.values[index] !== undefined && series.values[index] !== null)
    .toSorted((a, b) => a - b);
  const all = native.labels === 'all';
  // Where every mark has a label, only those that differ from the rest are written one by one.
  const single = present.filter((index) => !all || label(index) !== label(null));
  const each = single.map((index) => `<c:dLbl><c:idx val="${index}"/>${label(index)}</c:dLbl>`).join('');
  const rest = all ? label(null) : `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${shows(false)}`;
  return `<c:dLbls>${each}${rest}</c:dLbls>`;
}

/** Labels stand in the marks where marks are stacked, and where a line runs over the columns' ends. */
function labelsInside({ chart, sheet }: SeriesContext): boolean {
  return chart.type === 'area' || isStacked(chart) || sheet.series.some(({ role }) => role === 'overlay');
}

function isStacked({ grouping }: NativeChart): boolean {
  return grouping === 'stacked' || grouping === 'percentStacked';
}

/** Each kind has its own positions: a stacked bar has no outer end, an area none at all; PowerPoint repairs files that differ. */
function labelPosition(context: SeriesContext, form: SeriesForm, last: boolean): string {
  if (form === 'area') return '';
  if (form === 'line') return `<c:dLblPos val="${last ? 'r' : 't'}"/>`;
  if (isStacked(context.chart)) return '<c:dLblPos val="ctr"/>';
  return `<c:dLblPos val="${labelsInside(context) ? 'inBase' : 'outEnd'}"/>`;
}

function labelSize(series: SheetSeries): number {
  return series.values.length > 16 ? 14 : 18;
}

function numberFormat(format: string): string {
  return `<c:numFmt formatCode="${escapeXml(withTrueMinus(format))}" sourceLinked="0"/>`;
}

function shows(value: boolean): string {
  return `<c:showLegendKey val="0"/><c:showVal val="${value ? 1 : 0}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;
}

function nameXml(series: SheetSeries, index: number): string {
  return `<c:tx><c:strRef><c:f>${SHEET}!$${columnLetters(index + 1)}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escapeXml(series.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`;
}

function categoriesXml({ categories }: ChartSheet): string {
  const count = categories.values.length;
  const range = `<c:f>${SHEET}!$A$2:$A$${count + 1}</c:f>`;
  const points = categories.values.map(
    (value, index) => `<c:pt idx="${index}"><c:v>${escapeXml(String(value))}</c:v></c:pt>`,
  );
  return categories.kind === 'date'
    ? `<c:cat><c:numRef>${range}<c:numCache><c:formatCode>${categories.format}</c:formatCode><c:ptCount val="${count}"/>${points.join('')}</c:numCache></c:numRef></c:cat>`
    : `<c:cat><c:strRef>${range}<c:strCache><c:ptCount val="${count}"/>${points.join('')}</c:strCache></c:strRef></c:cat>`;
}

/** A gap has no point at all: an empty value would be read as zero or as damage. */
function valuesXml({ chart }: SeriesContext, { values }: SheetSeries, index: number): string {
  const letters = columnLetters(index + 1);
  const points = values.map((value, at) =>
    value === null ? '' : `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`,
  );
  return `<c:val><c:numRef><c:f>${SHEET}!$${letters}$2:$${letters}$${values.length + 1}</c:f><c:numCache><c:formatCode>${escapeXml(chart.format)}</c:formatCode><c:ptCount val="${values.length}"/>${points.join('')}</c:numCache></c:numRef></c:val>`;
}

function uniqueIdXml(chartId: string, { role, key }: SheetSeries): string {
  return `<c:extLst><c:ext uri="{C3380CC4-5D6E-409C-BE32-E72D297353CC}" xmlns:c16="${NS.c16}"><c16:uniqueId val="${guidOf(`${chartId}/${role}/${key}`)}"/></c:ext></c:extLst>`;
}

/** A GUID that is always the same for the same text. */
function guidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex').toUpperCase();
  return `{${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}}`;
}
