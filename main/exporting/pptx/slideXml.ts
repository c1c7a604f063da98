import { type Box, boxes, emu, textSize, transform } from './geometry.ts';
import type { ResolvedChart, ResolvedSlide } from './resolvedDeck.ts';
import { dataTableXml, FIGURE_HEIGHT, figuresTableXml } from './tableXml.ts';
import { NUMBER_FIELD, type PlaceholderName, placeholders, TREE_HEAD } from './template/shapes.ts';
import { paragraphsXml } from './text.ts';
import { escapeXml, NS, namespaces, XML_HEAD } from './xml.ts';

/** The relationships that a slide's chart hangs on. */
export interface ChartLinks {
  readonly chart: string;
  readonly tags: string;
}

/** The height that a title of one line leaves to what stands under it. */
const ONE_LINE = 48;

export function slideXml(slide: ResolvedSlide, links: ChartLinks | undefined): string {
  const shapes = slide.layout === 'cover' ? coverShapes(slide) : contentShapes(slide, links);
  if (slide.source) shapes.push(textShape(6, 'Source', 'source', paragraphsXml(slide.source)));
  shapes.push(textShape(7, 'Slide number', 'number', NUMBER_FIELD));
  return `${XML_HEAD}<p:sld${namespaces('a', 'r', 'p')}><p:cSld><p:spTree>${TREE_HEAD}${shapes.join('')}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`;
}

function coverShapes(slide: ResolvedSlide): string[] {
  const shapes = [textShape(2, 'Title', 'coverTitle', paragraphsXml(slide.title))];
  if (slide.subtitle) shapes.push(textShape(3, 'Subtitle', 'coverSubtitle', paragraphsXml(slide.subtitle)));
  const [first] = slide.aside;
  if (first) {
    const words = first.words
      ? `<a:r><a:rPr lang="en-GB" sz="${textSize(28)}" b="0"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill><a:latin typeface="+mn-lt"/></a:rPr><a:t>  ${escapeXml(first.words)}</a:t></a:r>`
      : '';
    shapes.push(
      textShape(
        4,
        'Figure',
        'coverFigure',
        `<a:p><a:r><a:rPr lang="en-GB"/><a:t>${escapeXml(first.figure)}</a:t></a:r>${words}</a:p>`,
      ),
    );
  }
  return shapes;
}

function contentShapes(slide: ResolvedSlide, links: ChartLinks | undefined): string[] {
  const rise = fitsOneLine(slide.title) ? ONE_LINE : 0;
  const shapes = [textShape(2, 'Title', 'title', paragraphsXml(slide.title))];
  if (slide.subtitle) {
    const box = rise ? { ...boxes.subtitle, y: boxes.subtitle.y - rise } : undefined;
    shapes.push(textShape(3, 'Subtitle', 'subtitle', paragraphsXml(slide.subtitle), box));
  }
  const grown = (box: Box): Box => ({ ...box, y: box.y - rise, h: box.h + rise });
  if (slide.layout === 'table') {
    if (slide.rows.length > 0) {
      const box = grown(boxes.content);
      const table = dataTableXml(slide.rows, box.w);
      shapes.push(tableFrame(4, 'Table', 'table', { ...box, y: box.y + 8 }, table));
    }
    return shapes;
  }
  const beside = slide.layout === 'chartAndFigures';
  if (slide.chart && links) {
    shapes.push(chartFrame(slide.chart, links, grown(beside ? boxes.chart : boxes.content)));
  }
  if (beside && slide.aside.length > 0) {
    const area = grown(boxes.figures);
    const height = Math.min(area.h, FIGURE_HEIGHT * slide.aside.length);
    const box = { ...area, y: area.y + (area.h - height) / 2, h: height };
    shapes.push(tableFrame(8, 'Figures', 'figures', box, figuresTableXml(slide.aside, box.w)));
  }
  return shapes;
}

/**
 * Whether a title takes one line of 1152 px at 40 px bold. A character of Palatino bold is 0.53 em on average; a wider guess
 * than that keeps a near miss on two lines, where nothing overlaps.
 */
function fitsOneLine(title: string): boolean {
  return !/[\r\n]/.test(title) && title.length * 40 * 0.56 < boxes.title.w;
}

function textShape(
  id: number,
  name: string,
  placeholder: PlaceholderName,
  paragraphs: string,
  box?: Box,
): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${placeholders[placeholder]}/></p:nvPr></p:nvSpPr><p:spPr>${box ? transform(box) : ''}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs}</p:txBody></p:sp>`;
}

function tableFrame(id: number, name: string, placeholder: PlaceholderName, box: Box, table: string): string {
  const heights = [...table.matchAll(/<a:tr h="(\d+)"/g)].map((match) => Number(match[1]));
  const real = heights.reduce((sum, height) => sum + height, 0);
  const place = transform({ ...box, h: real / emu(1) }, 'p');
  return `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="${name}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr><p:ph ${placeholders[placeholder]}/></p:nvPr></p:nvGraphicFramePr>${place}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">${table}</a:graphicData></a:graphic></p:graphicFrame>`;
}

/** The frame carries the chart's id in its name (it survives other programs) and in a tags part (it survives renaming). */
function chartFrame({ id, name, alt }: ResolvedChart, links: ChartLinks, box: Box): string {
  return `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="4" name="${escapeXml(`${name} [tijarat:${id}]`)}" descr="${escapeXml(alt)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr><p:ph ${placeholders.chart}/><p:custDataLst><p:tags r:id="${links.tags}"/></p:custDataLst></p:nvPr></p:nvGraphicFramePr>${transform(box, 'p')}<a:graphic><a:graphicData uri="${NS.c}"><c:chart xmlns:c="${NS.c}" r:id="${links.chart}"/></a:graphicData></a:graphic></p:graphicFrame>`;
}
