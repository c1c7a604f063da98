import { AXES, axesXml, textXml } from './chartAxes.ts';
import { type SeriesContext, type SeriesForm, seriesXml } from './chartSeries.ts';
import { escapeXml, namespaces, XML_HEAD } from './xml.ts';

/** Our mark inside the chart part: the third witness of which chart this is, after the tag and the frame's name. */
const OWN_EXTENSION = '{8B4E6D1C-52F7-4C3A-9D0E-7A51B0C6E2F4}';

/** A chart part. `workbookRId` names the embedded workbook in the part's relationships. */
export function chartXml(context: SeriesContext, workbookRId: string): string {
  const { chart, sheet, chartId } = context;
  return `${XML_HEAD}<c:chartSpace${namespaces('c', 'a', 'r')}><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>${groupsXml(context)}${axesXml(chart, sheet)}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>${legendXml(context)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textXml(18, 'tx1')}<c:externalData r:id="${workbookRId}"><c:autoUpdate val="0"/></c:externalData><c:extLst><c:ext uri="${OWN_EXTENSION}" xmlns:tijarat="urn:tijarat:chart"><tijarat:chart id="${escapeXml(chartId)}"/></c:ext></c:extLst></c:chartSpace>`;
}

/** The series that are drawn as the chart's own kind, then the lines over them. */
function groupsXml(context: SeriesContext): string {
  const { chart, sheet } = context;
  const own: number[] = [];
  const lines: number[] = [];
  sheet.series.forEach(({ role }, index) => {
    const withOwn =
      role === 'series' || chart.type === 'line' || (role === 'total' && chart.direction === 'bar');
    (withOwn ? own : lines).push(index);
  });
  return groupXml(context, chart.type, own) + (lines.length > 0 ? groupXml(context, 'line', lines) : '');
}

function groupXml(context: SeriesContext, form: SeriesForm, indexes: readonly number[]): string {
  const { chart } = context;
  const series = indexes.map((index) => seriesXml(context, index, form)).join('');
  const axes = `<c:axId val="${AXES.category}"/><c:axId val="${AXES.value}"/>`;
  if (form === 'bar') {
    const grouping = chart.grouping === 'standard' ? 'clustered' : chart.grouping;
    const overlap = grouping === 'clustered' ? -6 : 100;
    const gap = grouping === 'clustered' && indexes.length > 1 ? 60 : chart.direction === 'bar' ? 45 : 28;
    return `<c:barChart><c:barDir val="${chart.direction}"/><c:grouping val="${grouping}"/><c:varyColors val="0"/>${series}<c:gapWidth val="${gap}"/><c:overlap val="${overlap}"/>${axes}</c:barChart>`;
  }
  const stackable = chart.grouping === 'clustered' ? 'standard' : chart.grouping;
  // A line over columns is never stacked itself.
  const grouping = form === chart.type ? stackable : 'standard';
  const tag = form === 'line' ? 'c:lineChart' : 'c:areaChart';
  return `<${tag}><c:grouping val="${grouping}"/><c:varyColors val="0"/>${series}${form === 'line' ? '<c:marker val="1"/>' : ''}${axes}</${tag}>`;
}

function legendXml({ chart, sheet }: SeriesContext): string {
  if (!chart.legend) return '';
  // Programs disagree on how the legend of horizontal bars is counted: there the total keeps its word, without a key.
  const hidden =
    chart.direction === 'bar'
      ? []
      : sheet.series
          .flatMap(({ role }, index) => (role === 'total' ? [index] : []))
          .map((index) => `<c:legendEntry><c:idx val="${index}"/><c:delete val="1"/></c:legendEntry>`);
  return `<c:legend><c:legendPos val="t"/>${hidden.join('')}<c:overlay val="0"/>${textXml(16, 'tx2')}</c:legend>`;
}
