import { cellKind } from '../detection/cellKind.ts';
import type { OpenedFile, RawRow, ReaderNote } from './reader.ts';

/** Rows that show what a file holds, and rows of it that are told. */
const LOOKED_AT = 200;
const MOST_ROWS = 1000;
/** Characters of one told row: a definition may be long. */
const LONGEST = 2000;
const NAMES =
  /(^|[^a-z])(meta[ _-]?data|footnotes?|code[ _-]?(book|lists?)|definitions?|dictionary|glossary|variables?)([^a-z]|$)/i;

/** Whether a part of an archive explains the others rather than holding figures: by its name, or because next to none of its cells is a figure. */
export async function isDescribing(name: string, file: OpenedFile): Promise<boolean> {
  const own = name.split('/').at(-1) ?? name;
  if (NAMES.test(own.replace(/([a-z])([A-Z])/g, '$1 $2'))) return true;
  let figures = 0;
  let texts = 0;
  for (const { cells } of await firstRows(file, LOOKED_AT)) {
    for (const cell of cells) {
      const kind = cellKind(cell);
      if (kind === 'number') figures++;
      else if (kind === 'text') texts++;
    }
  }
  return texts > 0 && figures <= (figures + texts) * 0.02;
}

/** What a describing file says, a note for each row: the names of its columns beside what stands below them. */
export async function describingNotes(name: string, file: OpenedFile): Promise<ReaderNote[]> {
  const [header, ...rows] = await firstRows(file, MOST_ROWS);
  return rows.flatMap(({ cells }): ReaderNote[] => {
    const said = cells.flatMap((cell, i) => {
      const text = cell?.trim() ?? '';
      return text === '' ? [] : `${header?.cells[i]?.trim() || `column ${i + 1}`}: ${text}`;
    });
    // A key alone says nothing.
    if (said.length < 2) return [];
    return [
      {
        code: 'import.described',
        text: 'The archive explains its table in files of their own, which can be chosen like sheets.',
        shown: said.join('; ').slice(0, LONGEST),
        from: name,
      },
    ];
  });
}

async function firstRows(file: OpenedFile, most: number): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  const found: AbortController = new AbortController();
  for await (const batch of file.rows(file.sheets[0]?.name, () => undefined, found.signal)) {
    rows.push(...batch.filter(({ cells }) => cells.some((cell) => cell !== null && cell.trim() !== '')));
    if (rows.length >= most) break;
  }
  return rows.slice(0, most);
}
