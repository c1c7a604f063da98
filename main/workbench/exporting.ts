import { join } from 'node:path';
import { Problem } from '../../shared/contract/problem.ts';
import type { Handlers } from '../../shared/contract/server.ts';
import { type Document, findById } from '../../shared/model/document.ts';
import type { View } from '../../shared/model/view.ts';
import { columnOf } from '../../shared/views/columns.ts';
import type { Selection } from '../../shared/views/query.ts';
import { csvText } from '../exporting/csv.ts';
import { resolveDeck } from '../exporting/resolveDeck.ts';
import { shownCsv } from '../exporting/shownCsv.ts';
import { tableCsv } from '../exporting/tableCsv.ts';
import { viewColumns } from '../exporting/viewColumns.ts';
import { viewSource } from '../exporting/viewSource.ts';
import { writeExport } from '../exporting/writeExport.ts';
import type { Bench } from './bench.ts';
import { chartDataOf } from './chartDataOf.ts';
import { shownPages } from './order/shownPages.ts';
import { runFigures } from './runFigures.ts';
import { runView } from './views.ts';

type ExportCall = 'export.deck' | 'export.table' | 'export.rows' | 'export.viewData' | 'export.viewPicture';

/** What a window writes is opened in spreadsheets; the reader is told. */
const SAFE_NOTE = 'Texts that a spreadsheet would run as formulas begin with an apostrophe.';

export function exportingHandlers(
  bench: Pick<Bench, 'project' | 'settings' | 'options'>,
): Pick<Handlers, ExportCall> {
  return {
    async 'export.deck'({ deck: id, path }, { signal, progress }) {
      const project = bench.project();
      const deck = found(findById(project.document.decks, id), 'deck', id);
      const settings = await bench.settings.get();
      const { deck: resolved, notes } = await resolveDeck(
        deck,
        {
          document: project.document,
          numbers: settings.numbers,
          chartData: (view, abort) => chartDataOf(project, view, { selection: [], settings, signal: abort }),
          figures: (slide, abort) => runFigures(project, slide.figures, abort),
        },
        signal,
      );
      // Slides and pictures need large libraries: they are loaded with the first export, not with the program.
      const { deckFile } = await import('../exporting/pptx/deck.ts');
      const bytes = await deckFile(resolved, { signal, progress });
      return await written(path, bytes, notes, signal);
    },
    async 'export.table'({ table: id, path, safe = true }, { signal, progress }) {
      const project = bench.project();
      const { document, engine } = project;
      const table = found(findById(document.tables, id), 'table', id);
      const { fiscalYearStart } = document;
      const pages = tableCsv(engine, table, project.tableName(id), {
        fiscalYearStart,
        signal,
        progress,
        safe,
      });
      return await written(path, pages, safe ? [SAFE_NOTE] : [], signal);
    },
    async 'export.rows'({ rows, columns, format, path, safe = true }, { signal, progress }) {
      const project = bench.project();
      const table = found(findById(project.document.tables, rows.table), 'table', rows.table);
      const shown = columns.map(({ id, width }) => ({ column: columnOf(table, id), width }));
      const ids = columns.map(({ id }) => id);
      const pages = shownPages(project, { rows, columns: ids }, { signal, progress });
      const { fiscalYearStart } = project.document;
      if (format === 'csv') {
        const text = shownCsv(
          shown.map(({ column }) => column),
          pages,
          { fiscalYearStart, safe },
        );
        return await written(path, text, safe ? [SAFE_NOTE] : [], signal);
      }
      const { shownXlsx } = await import('../exporting/shownXlsx.ts');
      await writeExport(path, shownXlsx(shown, pages, { fiscalYearStart, name: table.title }), signal);
      return { path, notes: [] };
    },
    async 'export.viewData'({ view: id, path, safe = true }, { signal }) {
      const project = bench.project();
      const view = found(findById(project.document.views, id), 'view', id);
      const data = await runView(project, view, selectionOver(view, project.document), signal);
      const text = csvText(viewColumns(view, data, project.document), { safe });
      return await written(path, text, [...(safe ? [SAFE_NOTE] : []), ...data.notes], signal);
    },
    async 'export.viewPicture'({ view: id, format, width, height, path }, { signal }) {
      const project = bench.project();
      const { document } = project;
      const view = found(findById(document.views, id), 'view', id);
      const settings = await bench.settings.get();
      const selection = selectionOver(view, document);
      const data = await chartDataOf(project, view, { selection, settings, signal });
      const { viewSvg } = await import('../exporting/pictures/viewSvg.ts');
      const svg = viewSvg(view, data, { width, height, source: viewSource(view, document) });
      signal.throwIfAborted();
      if (format === 'svg') return await written(path, svg, [], signal);
      const { svgToPng } = await import('../exporting/pictures/svgToPng.ts');
      const content = svgToPng(svg, join(bench.options.assetsFolder, 'fonts'));
      return await written(path, content, [], signal);
    },
  };
}

/** The selection under which a view stands on its page: a picture shows what the screen shows. */
function selectionOver(view: View, { pages }: Document): Selection {
  const page = pages.find(
    ({ layout, tiles }) => tiles.includes(view.id) || layout.some((cell) => cell.view === view.id),
  );
  return page?.selection ?? [];
}

/** To a file where a path is named; else the bytes themselves. */
async function written(
  path: string | undefined,
  content: Uint8Array | string | AsyncIterable<string>,
  notes: string[],
  signal: AbortSignal,
): Promise<{ path?: string; bytes?: Uint8Array<ArrayBuffer>; notes: string[] }> {
  if (path !== undefined) {
    await writeExport(path, content, signal);
    return { path, notes };
  }
  if (content instanceof Uint8Array) return { bytes: new Uint8Array(content), notes };
  let text = '';
  if (typeof content === 'string') text = content;
  else for await (const page of content) text += page;
  return { bytes: new TextEncoder().encode(text), notes };
}

function found<T>(item: T | undefined, kind: 'deck' | 'table' | 'view', id: string): T {
  if (item !== undefined) return item;
  throw new Problem({
    code: `export.no-${kind}`,
    message: `There is no ${kind} "${id}".`,
    remedy: 'It may have been removed; undo brings it back.',
  });
}
