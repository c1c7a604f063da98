import type { Progress } from '../../../shared/contract/define.ts';
import { chartSheet } from './chartSheet.ts';
import { chartXml } from './chartXml.ts';
import { appPropertiesXml, corePropertiesXml, customPropertiesXml } from './docProps.ts';
import { emu, SLIDE } from './geometry.ts';
import { notesXml } from './notesXml.ts';
import { createPackage, type OpcPackage } from './opc.ts';
import type { ResolvedChart, ResolvedDeck, ResolvedSlide } from './resolvedDeck.ts';
import { type ChartLinks, slideXml } from './slideXml.ts';
import { layouts, layoutXml } from './template/layouts.ts';
import { masterXml } from './template/master.ts';
import { NOTES_SIZE, notesMasterXml } from './template/notesMaster.ts';
import { themeXml } from './template/theme.ts';
import { chartWorkbook } from './workbook.ts';
import { escapeXml, NS, namespaces, XML_HEAD } from './xml.ts';

const PML = 'application/vnd.openxmlformats-officedocument.presentationml.';
const DOCUMENT = 'application/vnd.openxmlformats-officedocument.';
const PRESENTATION = 'ppt/presentation.xml';
const MASTER = 'ppt/slideMasters/slideMaster1.xml';
const NOTES_MASTER = 'ppt/notesMasters/notesMaster1.xml';

export interface DeckOptions {
  readonly signal?: AbortSignal;
  readonly progress?: (progress: Progress) => void;
}

/** A deck as a PowerPoint file with native charts. The same deck gives the same bytes. Throws the signal's reason when it is taken back. */
export async function deckFile(
  deck: ResolvedDeck,
  { signal, progress }: DeckOptions = {},
): Promise<Uint8Array> {
  const file = createPackage();
  file.relate('', 'officeDocument', PRESENTATION);
  addProperties(file, deck);
  addTemplate(file);
  const masterRId = file.relate(PRESENTATION, 'slideMaster', MASTER);
  const hasNotes = deck.slides.some(({ notes }) => notes);
  const notesRId = hasNotes ? addNotesMaster(file) : undefined;
  const slideRIds: string[] = [];
  for (const [index, slide] of deck.slides.entries()) {
    signal?.throwIfAborted();
    slideRIds.push(file.relate(PRESENTATION, 'slide', await addSlide(file, slide, index + 1)));
    progress?.({ done: index + 1, total: deck.slides.length, note: slide.title });
  }
  file.relate(PRESENTATION, 'theme', 'ppt/theme/theme1.xml');
  file.add(PRESENTATION, presentationXml(masterRId, notesRId, slideRIds), `${PML}presentation.main+xml`);
  return file.save();
}

function addProperties(file: OpcPackage, deck: ResolvedDeck): void {
  file.add(
    'docProps/core.xml',
    corePropertiesXml(deck),
    'application/vnd.openxmlformats-package.core-properties+xml',
  );
  file.relate(
    '',
    'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    'docProps/core.xml',
  );
  file.add('docProps/app.xml', appPropertiesXml(deck), `${DOCUMENT}extended-properties+xml`);
  file.relate('', 'extended-properties', 'docProps/app.xml');
  file.add('docProps/custom.xml', customPropertiesXml(deck), `${DOCUMENT}custom-properties+xml`);
  file.relate('', 'custom-properties', 'docProps/custom.xml');
}

function addTemplate(file: OpcPackage): void {
  file.add('ppt/theme/theme1.xml', themeXml('Tijarat'), `${DOCUMENT}theme+xml`);
  const rIds = layouts.map((layout, index) => {
    const path = layoutPath(index);
    file.add(path, layoutXml(layout), `${PML}slideLayout+xml`);
    file.relate(path, 'slideMaster', MASTER);
    return file.relate(MASTER, 'slideLayout', path);
  });
  file.relate(MASTER, 'theme', 'ppt/theme/theme1.xml');
  file.add(MASTER, masterXml(rIds), `${PML}slideMaster+xml`);
}

function addNotesMaster(file: OpcPackage): string {
  file.add(NOTES_MASTER, notesMasterXml(), `${PML}notesMaster+xml`);
  file.add('ppt/theme/theme2.xml', themeXml('Tijarat notes'), `${DOCUMENT}theme+xml`);
  file.relate(NOTES_MASTER, 'theme', 'ppt/theme/theme2.xml');
  return file.relate(PRESENTATION, 'notesMaster', NOTES_MASTER);
}

async function addSlide(file: OpcPackage, slide: ResolvedSlide, number: number): Promise<string> {
  const path = `ppt/slides/slide${number}.xml`;
  const layout = layouts.findIndex((item) => item.layout === slide.layout);
  file.relate(path, 'slideLayout', layoutPath(layout));
  const charted = slide.chart && (slide.layout === 'chart' || slide.layout === 'chartAndFigures');
  const links = charted && slide.chart ? await addChart(file, slide.chart, path, number) : undefined;
  file.add(path, slideXml(slide, links), `${PML}slide+xml`);
  if (slide.notes) {
    const notes = `ppt/notesSlides/notesSlide${number}.xml`;
    file.add(notes, notesXml(slide.notes), `${PML}notesSlide+xml`);
    file.relate(notes, 'notesMaster', NOTES_MASTER);
    file.relate(notes, 'slide', path);
    file.relate(path, 'notesSlide', notes);
  }
  return path;
}

async function addChart(
  file: OpcPackage,
  chart: ResolvedChart,
  slidePath: string,
  number: number,
): Promise<ChartLinks> {
  const path = `ppt/charts/chart${number}.xml`;
  const workbook = `ppt/embeddings/Microsoft_Excel_Sheet${number}.xlsx`;
  const tags = `ppt/tags/tag${number}.xml`;
  const sheet = chartSheet(chart.chart);
  file.add(workbook, await chartWorkbook(sheet, chart.chart.format), `${DOCUMENT}spreadsheetml.sheet`);
  const rId = file.relate(path, 'package', workbook);
  const xml = chartXml({ chartId: chart.id, chart: chart.chart, sheet }, rId);
  file.add(path, xml, `${DOCUMENT}drawingml.chart+xml`);
  file.add(
    tags,
    `${XML_HEAD}<p:tagLst xmlns:p="${NS.p}"><p:tag name="TIJARAT_CHART" val="${escapeXml(chart.id)}"/></p:tagLst>`,
    `${PML}tags+xml`,
  );
  return { chart: file.relate(slidePath, 'chart', path), tags: file.relate(slidePath, 'tags', tags) };
}

function layoutPath(index: number): string {
  return `ppt/slideLayouts/slideLayout${index + 1}.xml`;
}

function presentationXml(master: string, notes: string | undefined, slides: readonly string[]): string {
  const list = slides.map((rId, index) => `<p:sldId id="${256 + index}" r:id="${rId}"/>`).join('');
  return `${XML_HEAD}<p:presentation${namespaces('a', 'r', 'p')} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="${master}"/></p:sldMasterIdLst>${notes ? `<p:notesMasterIdLst><p:notesMasterId r:id="${notes}"/></p:notesMasterIdLst>` : ''}${list && `<p:sldIdLst>${list}</p:sldIdLst>`}<p:sldSz cx="${emu(SLIDE.w)}" cy="${emu(SLIDE.h)}"/><p:notesSz cx="${NOTES_SIZE.cx}" cy="${NOTES_SIZE.cy}"/></p:presentation>`;
}
