import { Problem } from '../../../shared/contract/problem.ts';
import { newId } from '../../app/newId.ts';
import { t } from '../../i18n/index.ts';
import { boundsOf } from '../cellRange.ts';
import { allRanges } from '../severalRanges.ts';
import type { TableGrid } from '../tableGrid.ts';
import { type Block, cellsOf, copyTooLarge, selectedPlace } from './block.ts';
import { type CopiedFormats, type CopyAs, copiedFormats, MOST_HTML } from './copiedFormats.ts';
import { setCut } from './cutCells.ts';
import { OWN_TYPE, rememberOwn } from './ownBlock.ts';
import { pasteBlock } from './pasteBlock.ts';
import { pastedBlock } from './pastedBlock.ts';
import { createSelectionLoader, type SelectionLoader } from './selectionLoader.ts';

const loaders = new WeakMap<TableGrid, SelectionLoader>();

/** Copies what is selected in one of the ways that a menu offers. */
export function copySelection(grid: TableGrid, as: CopyAs): void {
  byCommand(grid, 'copy', as);
}

export function cutSelection(grid: TableGrid): void {
  if (!grid.actions.readOnly) byCommand(grid, 'cut', 'values');
}

/** A command of the document raises the event that the key raises, but at the document: nothing is marked as text in a grid. */
function byCommand(grid: TableGrid, command: 'copy' | 'cut', as: CopyAs): void {
  const loader = loaders.get(grid);
  const { range, others } = grid.store.getState();
  if (!loader || !range) return;
  grid.select(range, { others, reveal: 'nothing' });
  const answer = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopPropagation();
    try {
      copyNow(grid, loader, event.clipboardData, { as, isCut: command === 'cut' });
    } catch (error) {
      grid.actions.report(error);
    }
  };
  document.addEventListener(command, answer, true);
  document.execCommand(command);
  document.removeEventListener(command, answer, true);
}

/** Copy, cut and paste of the selected cells through the system's clipboard. */
export function attachClipboard(grid: TableGrid): () => void {
  const loader = createSelectionLoader(grid);
  loaders.set(grid, loader);

  const isOurs = (event: ClipboardEvent): boolean =>
    !(event.target instanceof Element && event.target.closest('input,textarea,[contenteditable]')) &&
    grid.host.contains(document.activeElement) &&
    grid.store.getState().range !== null;

  const copy = (event: ClipboardEvent) => {
    if (!isOurs(event)) return;
    event.preventDefault();
    const isCut = event.type === 'cut';
    try {
      if (isCut && grid.actions.readOnly) return;
      copyNow(grid, loader, event.clipboardData, { as: 'values', isCut });
    } catch (error) {
      grid.actions.report(error);
    }
  };
  const paste = (event: ClipboardEvent) => {
    if (!isOurs(event) || !event.clipboardData) return;
    event.preventDefault();
    const { clipboardData } = event;
    const block = pastedBlock((type) => clipboardData.getData(type));
    if (block) void pasteBlock(grid, block);
  };

  const forget = grid.store.subscribe((state, before) => {
    // Rows came or went: the outline would stand around others.
    if (state.copied && state.total !== before.total) grid.store.setState({ copied: null });
    if (before.copied?.isCut && state.copied === null) setCut(null);
  });

  grid.host.addEventListener('copy', copy);
  grid.host.addEventListener('cut', copy);
  grid.host.addEventListener('paste', paste);
  return () => {
    loader.stop();
    forget();
    grid.host.removeEventListener('copy', copy);
    grid.host.removeEventListener('cut', copy);
    grid.host.removeEventListener('paste', paste);
  };
}

function copyNow(
  grid: TableGrid,
  loader: SelectionLoader,
  clipboard: DataTransfer | null,
  { as, isCut }: { as: CopyAs; isCut: boolean },
): void {
  const place = selectedPlace(grid);
  const ranges = allRanges(grid.store.getState()).map(boundsOf);
  // A paste knows what was cut by an entry that large blocks do not have.
  if (isCut && cellsOf(place) > MOST_HTML) throw copyTooLarge(cellsOf(place), MOST_HTML);
  const token = newId('cut');
  setCut(null);
  const copied = (block: Block): CopiedFormats => {
    if (isCut) {
      const rows = Array.from({ length: block.height }, (_, row) => block.id(row)).filter((id) => id >= 0);
      const columns = block.columns.filter(({ derived }) => derived === undefined).map(({ id }) => id);
      setCut({ token, table: grid.actions.table, block: { rows, columns } });
    }
    const { actions } = grid;
    const print = { numbers: actions.numbers, shown: actions.shownText, exact: actions.exactText };
    return copiedFormats(block, as, print, { version: 1, token, heads: 0 });
  };
  const outline = () => grid.store.setState({ copied: { ranges, isCut }, problem: null });

  // The event is synchronous: only what is at hand can be put into it.
  const ready = loader.ready(place);
  if (ready) {
    const { text, html, own } = copied(ready);
    rememberOwn(text, own);
    clipboard?.setData('text/plain', text);
    if (html !== undefined) clipboard?.setData('text/html', html);
    if (own !== undefined) clipboard?.setData(OWN_TYPE, own);
    outline();
    return;
  }
  const later = loader.wait(place).then(copied);
  const blob = (type: string, of: (formats: CopiedFormats) => string) =>
    later.then((formats) => new Blob([of(formats)], { type }));
  const item = new ClipboardItem({
    'text/plain': blob('text/plain', ({ text }) => text),
    'text/html': blob(
      'text/html',
      ({ html, text }) =>
        html ?? `<pre>${text.replace(/[&<]/g, (letter) => `&#${letter.charCodeAt(0)};`)}</pre>`,
    ),
  });
  navigator.clipboard.write([item]).then(outline, (cause) => {
    const words = {
      code: 'grid.copy-late',
      message: t('gridClipboard.late'),
      remedy: t('gridClipboard.lateRemedy'),
    };
    grid.actions.report(new Problem(words, { cause }));
  });
}
