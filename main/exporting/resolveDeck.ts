import type { ChartData, ChartTheme, NativeChart } from '../../shared/charts/chart.ts';
import { chartOf } from '../../shared/charts/index.ts';
import type { Settings } from '../../shared/contract/app.ts';
import type { Figure } from '../../shared/contract/views.ts';
import { liveText } from '../../shared/figures/liveText.ts';
import type { Deck, Slide } from '../../shared/model/deck.ts';
import { type Document, findById } from '../../shared/model/document.ts';
import type { View } from '../../shared/model/view.ts';
import { paperTheme } from './paperTheme.ts';
import { boxes } from './pptx/geometry.ts';
import type { ResolvedChart, ResolvedDeck, ResolvedSlide } from './pptx/resolvedDeck.ts';
import { viewSource } from './viewSource.ts';

/** What working out a deck asks of the open project. */
export interface DeckSource {
  readonly document: Document;
  readonly numbers: Settings['numbers'];
  chartData(view: View, signal?: AbortSignal): Promise<ChartData>;
  figures(slide: Slide, signal?: AbortSignal): Promise<Readonly<Record<string, Figure>>>;
}

/** A deck with its figures and charts worked out, and what its reader should know: figures that failed, views that are gone. */
export async function resolveDeck(
  deck: Deck,
  source: DeckSource,
  signal?: AbortSignal,
): Promise<{ deck: ResolvedDeck; notes: string[] }> {
  const slides: ResolvedSlide[] = [];
  const notes: string[] = [];
  for (const [index, slide] of deck.slides.entries()) {
    signal?.throwIfAborted();
    const note = (text: string) => notes.push(`Slide ${index + 1}: ${text}`);
    slides.push(await resolveSlide(slide, source, note, signal));
  }
  return { deck: { id: deck.id, title: deck.title, slides }, notes };
}

async function resolveSlide(
  slide: Slide,
  source: DeckSource,
  note: (text: string) => void,
  signal: AbortSignal | undefined,
): Promise<ResolvedSlide> {
  const figures = Object.keys(slide.figures).length > 0 ? await source.figures(slide, signal) : {};
  for (const [id, { problem }] of Object.entries(figures)) {
    if (problem) note(`the figure "${id}" could not be worked out. ${problem.message}`);
  }
  const text = (words: string) => liveText(words, figures, source.numbers);
  const view = slide.view === undefined ? undefined : findById(source.document.views, slide.view);
  if (slide.view !== undefined && !view) note('its view is no longer in the project.');
  const charted = view && (slide.layout === 'chart' || slide.layout === 'chartAndFigures');
  const chart = charted ? await resolveChart(slide, view, source, note, signal) : undefined;
  const line = slide.source === undefined ? view && viewSource(view, source.document) : text(slide.source);
  return {
    id: slide.id,
    layout: slide.layout,
    title: text(slide.title),
    aside: slide.aside.map(({ figure, words }) => ({ figure: text(figure), words: text(words) })),
    rows: slide.rows.map((row) => row.map(text)),
    ...(slide.subtitle !== undefined && { subtitle: text(slide.subtitle) }),
    ...(chart && { chart }),
    ...(line && { source: line }),
    ...(slide.notes && { notes: text(slide.notes) }),
  };
}

async function resolveChart(
  slide: Slide,
  view: View,
  source: DeckSource,
  note: (text: string) => void,
  signal: AbortSignal | undefined,
): Promise<ResolvedChart | undefined> {
  const data = await source.chartData(view, signal);
  if (data.categories.length === 0 || data.series.length === 0) {
    note(`"${view.title}" has nothing to draw.`);
    return undefined;
  }
  const definition = chartOf(view.kind);
  const native = definition.toPptx(view.options, data, slideTheme(slide));
  return {
    id: `${slide.id}-${view.id}`,
    name: view.title,
    alt: `${view.title}. ${definition.describe(view.options, data)}`,
    chart: withDates(native, data),
  };
}

function slideTheme({ layout }: Slide): ChartTheme {
  const box = layout === 'chartAndFigures' ? boxes.chart : boxes.content;
  return paperTheme({ width: box.w, height: box.h, fontSize: 18 });
}

/** Months and calendar years are true dates in PowerPoint, so that its axis and its sheet know them; other periods keep their names. */
function withDates(native: NativeChart, { time, categories }: ChartData): NativeChart {
  const keys = categories.map(({ key }) => key);
  const dated =
    time &&
    native.direction === 'col' &&
    keys.length === native.categories.values.length &&
    keys.every((key) => /^\d{4}(-\d{2})?$/.test(key)) &&
    new Set(keys.map((key) => key.length)).size === 1;
  return dated ? { ...native, categories: { kind: 'date', values: keys } } : native;
}
