import { useEffect } from 'react';
import type { ImportNote, ImportPreview } from '../../shared/contract/importing.ts';
import { t } from '../i18n/index.ts';
import { columnLetter } from './changeRecipe.ts';
import { useRowWindow } from './useRowWindow.ts';

interface RawGridProps {
  preview: ImportPreview;
  /** A line to bring into sight. */
  at: number | null;
  onHeader: (line: number) => void;
}

const ROW = 24;

/** The cells as the file has them. A click on a line's number makes it the header. */
export function RawGrid({ preview, at, onHeader }: RawGridProps) {
  const { raw, recipe, notes } = preview;
  const { scroller, onScroll, from, to, before, after, scrollTo } = useRowWindow(raw.length, ROW);
  const header = recipe.find(({ step }) => step === 'header');
  const headerLines = new Set(header?.step === 'header' ? header.lines : []);
  const noted = new Map<number, ImportNote>();
  for (const note of notes)
    if (note.place?.line !== undefined && noted.get(note.place.line)?.weight !== 'decide')
      noted.set(note.place.line, note);
  const columns = raw.reduce((most, { cells }) => Math.max(most, cells.length), preview.columns);

  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when another line is asked for, not when rows are redrawn
  useEffect(() => {
    const row = raw.findIndex(({ line }) => line === at);
    if (row >= 0) scrollTo(row);
  }, [at, raw]);

  return (
    <section
      className="grid"
      ref={scroller}
      onScroll={onScroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      aria-label={t('importing.file')}
    >
      <table className="PreviewGrid RawGrid" aria-rowcount={raw.length}>
        <thead>
          <tr>
            <th className="rowno" scope="col">
              <span className="visually-hidden">{t('importing.line')}</span>
            </th>
            {Array.from({ length: columns }, (_, index) => (
              <th key={columnLetter(index + 1)} className="letter" scope="col">
                {columnLetter(index + 1)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Spacer height={before} />}
          {raw.slice(from, to).map(({ line, cells }) => {
            const note = noted.get(line);
            const isHeader = headerLines.has(line);
            return (
              <tr key={line} className={isHeader ? 'hdr' : line === at ? 'is-here' : undefined}>
                <th className="rowno" scope="row">
                  <button
                    type="button"
                    tabIndex={-1}
                    title={t('importing.makeHeader', { line })}
                    aria-label={t('importing.makeHeader', { line })}
                    onClick={() => onHeader(line)}
                  >
                    {line}
                  </button>
                </th>
                {Array.from({ length: columns }, (_, index) => (
                  <td
                    // biome-ignore lint/suspicious/noArrayIndexKey: cells have no name but their column's number
                    key={index}
                    className={[numberLike(cells[index]) && 'num', note && marks(note, index) && 'is-problem']
                      .filter(Boolean)
                      .join(' ')}
                    title={cells[index]}
                  >
                    {cells[index]}
                  </td>
                ))}
              </tr>
            );
          })}
          {after > 0 && <Spacer height={after} />}
        </tbody>
      </table>
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

/** Whether a note is about this cell. One that names no cell is about its whole line; what was only noted is not marked so. */
function marks({ place, weight }: ImportNote, index: number): boolean {
  const letters = /^[A-Z]+/.exec(place?.cell ?? '')?.[0];
  return letters === undefined ? weight !== 'note' : letters === columnLetter(index + 1);
}

function numberLike(text: string | undefined): boolean {
  return (
    text !== undefined && /^\s*[-+\u2212(]?[\d.,\s]*\d[)%]?\s*$/.test(text) && !/^\d{4}-\d\d$/.test(text)
  );
}
