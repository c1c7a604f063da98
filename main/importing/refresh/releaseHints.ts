import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { ReleaseDate } from '../../../shared/contract/refreshing.ts';
import type { ImportSession } from '../session.ts';
import { announcesRelease, dayIn, releaseDay } from './releaseDate.ts';

/** Workbooks beyond this are not opened again for a date. */
const LARGEST_BYTES = 200 * 1024 * 1024;
const LARGEST_PART = 1024 * 1024;

/** When the file was released, as far as it says so itself: in the lines around its table, in its name, in the workbook's own record. Null where it does not. */
export async function releaseHint(session: ImportSession): Promise<ReleaseDate | null> {
  return (await inTitles(session)) ?? inFileName(session.fileName) ?? (await inWorkbook(session));
}

async function inTitles(session: ImportSession): Promise<ReleaseDate | null> {
  const { found, lineOf, cellsOf } = await session.tables();
  for (const row of found.flatMap(({ before, after }) => [...before, ...after])) {
    const cells = cellsOf(row);
    for (const [at, cell] of cells.entries()) {
      if (!cell) continue;
      const beside = cells.slice(at + 1).find((next) => next?.trim());
      const date = releaseDay(cell) ?? (announcesRelease(cell) && beside ? dayIn(beside) : null);
      const words = `Line ${lineOf(row)}: ${cell.trim().slice(0, 80)}`;
      if (date) return { date, estimated: false, from: 'title', words };
    }
  }
  return null;
}

function inFileName(name: string): ReleaseDate | null {
  const date = dayIn(name);
  return date ? { date, estimated: false, from: 'fileName', words: name } : null;
}

/** A workbook records when it was last saved. The one who publishes may save it days before: an estimate. */
async function inWorkbook({ path, bytes, file }: ImportSession): Promise<ReleaseDate | null> {
  if (file.format !== 'xlsx' || bytes > LARGEST_BYTES) return null;
  try {
    const parts = unzipSync(await readFile(path), {
      filter: ({ name, originalSize }) => name === 'docProps/core.xml' && originalSize <= LARGEST_PART,
    });
    const text = new TextDecoder().decode(parts['docProps/core.xml']);
    const saved = /<dcterms:(?:modified|created)[^>]*>\s*(\d{4}-\d\d-\d\d)/.exec(text)?.[1];
    const date = saved ? dayIn(saved) : null;
    return date ? { date, estimated: true, from: 'workbook', words: `Saved on ${date}` } : null;
  } catch {
    // It was read as a workbook; only its record is missing.
    return null;
  }
}
