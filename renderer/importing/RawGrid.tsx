import { type KeyboardEvent, type MouseEvent, useEffect, useState } from 'react';
import type { ImportPreview } from '../../shared/contract/importing.ts';
import type { Recipe } from '../../shared/model/recipe.ts';
import type { MenuItem } from '../design/Menu.tsx';
import { useContextMenu } from '../design/useContextMenu.tsx';
import { t } from '../i18n/index.ts';
import { columnLetter } from './changeRecipe.ts';
import { rawColumns } from './rawColumns.ts';
import { type CellMarks, isSameCell, type ShownCell } from './useCellMarks.ts';
import { useRows } from './useRows.ts';
import { useRowWindow } from './useRowWindow.ts';

interface RawGridProps {
  preview: ImportPreview;
  recipe: Recipe;
  marks: CellMarks;
  /** A cell to bring into sight; the same one again is asked for by a new object. */
  shown: ShownCell | null;
  /** A click on a line's number; with Shift the header reaches to it. */
  onHeader: (line: number, extend: boolean) => void;
  menu: (line: number) => MenuItem[];
}

const ROW = 24;

/** The cells as the file has them, all of them. A click on a line's number makes it the header. */
export function RawGrid({ preview, recipe, marks, shown, onHeader, menu }: RawGridProps) {
  const rows = useRows(preview.id, 'raw', preview.recipe, preview.raw, preview.rawCount);
  const { scroller, onScroll, from, to, before, after, scrollTo } = useRowWindow(rows.count, ROW);
  const [current, setCurrent] = useState(0);
  const context = useContextMenu();
  const header = recipe.find(({ step }) => step === 'header');
  const headerLines = new Set(header?.step === 'header' ? header.lines : []);
  const skipped = new Set(
    recipe.flatMap((step) => (step.step === 'skipRows' && !step.where ? step.lines : [])),
  );
  const ends = header?.step === 'header' ? (header.lastDataLine ?? Infinity) : Infinity;
  const letters = Array.from({ length: preview.columns }, (_, index) => columnLetter(index + 1));
  const columnsOf = rawColumns(preview);

  useEffect(() => rows.want(from, to));
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when another cell is asked for, not when rows come
  useEffect(() => {
    if (!shown) return;
    void rows.find(shown.line).then((row) => {
      if (row === undefined) return;
      setCurrent(row);
      scrollTo(row);
    });
  }, [shown]);

  const onKey = (event: KeyboardEvent<HTMLButtonElement>, row: number) => {
    const by = { ArrowUp: -1, ArrowDown: 1, PageUp: -10, PageDown: 10 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(rows.count - 1, row + by));
    setCurrent(next);
    const grid = event.currentTarget.closest('section');
    requestAnimationFrame(() => grid?.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus());
  };
  const openMenu = (event: MouseEvent, line: number) =>
    context.open(event, t('importing.lineNo', { line }), menu(line));

  return (
    <section
      className="grid"
      ref={scroller}
      onScroll={onScroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      aria-label={t('importing.file')}
    >
      <table className="PreviewGrid RawGrid" aria-rowcount={rows.count}>
        <thead>
          <tr>
            <th className="rowno" scope="col">
              <span className="visually-hidden">{t('importing.line')}</span>
            </th>
            {letters.map((letter) => (
              <th key={letter} className="letter" scope="col">
                {letter}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Spacer height={before} />}
          {Array.from({ length: to - from }, (_, i) => from + i).map((index) => {
            const row = rows.row(index);
            if (!row) return <Waiting key={index} columns={letters.length} />;
            const { line, cells } = row;
            const isShown = line === shown?.line;
            const className = [
              headerLines.has(line) && 'hdr',
              (skipped.has(line) || line > ends) && 'is-out',
              isShown && 'is-here',
            ]
              .filter(Boolean)
              .join(' ');
            return (
              <tr
                key={index}
                className={className || undefined}
                onContextMenu={(event) => openMenu(event, line)}
              >
                <th className="rowno" scope="row">
                  <button
                    type="button"
                    data-row={index}
                    tabIndex={
                      index === current || (index === from && (current < from || current >= to)) ? 0 : -1
                    }
                    title={t('importing.makeHeader', { line })}
                    aria-label={t('importing.makeHeader', { line })}
                    onClick={(event) => onHeader(line, event.shiftKey)}
                    onKeyDown={(event) => onKey(event, index)}
                    onContextMenu={(event) => {
                      event.stopPropagation();
                      openMenu(event, line);
                    }}
                  >
                    {line}
                  </button>
                </th>
                {letters.map((letter, at) => (
                  <td
                    key={letter}
                    className={[
                      numberLike(cells[at]) && 'num',
                      (marks.hasAt(line, letter) || marks.has(line, columnsOf(at), cells[at])) &&
                        'is-problem',
                      isShown && isShownCell(shown, letter, columnsOf(at), cells[at]) && 'is-shown',
                    ]
                      .filter(Boolean)
                      .join(' ')}
                    title={cells[at]}
                  >
                    {cells[at]}
                  </td>
                ))}
              </tr>
            );
          })}
          {after > 0 && <Spacer height={after} />}
        </tbody>
      </table>
      {context.menu}
    </section>
  );
}

export function Spacer({ height }: { height: number }) {
  return (
    <tr>
      <td className="spacer" style={{ height }} />
    </tr>
  );
}

/** A row that is on its way. */
export function Waiting({ columns }: { columns: number }) {
  return (
    <tr className="is-waiting">
      <th className="rowno" scope="row" />
      {Array.from({ length: columns }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: empty cells have nothing else
        <td key={index} />
      ))}
    </tr>
  );
}

function isShownCell(
  shown: ShownCell | null,
  letter: string,
  names: readonly string[],
  text: string | undefined,
): boolean {
  const letters = /^[A-Z]+/.exec(shown?.cell ?? '')?.[0];
  if (letters !== undefined) return letters === letter;
  return shown?.column !== undefined && names.includes(shown.column) && isSameCell(shown.text, text);
}

function numberLike(text: string | undefined): boolean {
  return (
    text !== undefined && /^\s*[-+\u2212(]?[\d.,\s]*\d[)%]?\s*$/.test(text) && !/^\d{4}-\d\d$/.test(text)
  );
}
