import { basename } from 'node:path';
import { Problem } from '../../../shared/contract/problem.ts';
import { binaryFile, damagedFile, encryptedFile, tooLarge } from '../problems.ts';
import { type ArchivePart, UNPACK, withArchive } from './archiveParts.ts';
import { describingNotes, isDescribing } from './describing.ts';
import type { OpenedFile, Reader, ReaderNote, SheetInfo, Surroundings } from './reader.ts';
import { boundedFile, dropUnpacked, MOST_UNPACKED, unpackedPath } from './unpackTo.ts';

/** Opened at once, to tell their sheets; an archive with more tables than a menu can show is no publication. */
const MOST_FILES = 200;
const NO_TABLE = /\.(pdf|docx?|pptx?|html?|xml|md|rtf|png|jpe?g|gif|svg|exe|dll|zip|7z|rar|tar|gz|bz2|xz)$/i;
const ABOUT = /(^|\/)(readme|licen[cs]e|copying|about)[^/]*$/i;

/** An archive: its one data file as if it stood alone; several side by side, like sheets, the largest first and those that only explain the others last. Names inside are shown, never used as paths. */
export const zip: Reader = {
  format: 'zip',
  extensions: ['.zip'],
  accepts: ({ head }) => head[0] === 0x50 && head[1] === 0x4b,
  async open(path, _head, _bytes, around) {
    const file = basename(path);
    return await withArchive(path, file, async (all) => {
      const parts = dataParts(all);
      if (parts.length === 0) throw binaryFile(file, 'an archive without a data file');
      if (parts.length > MOST_FILES)
        throw tooLarge(
          file,
          `The archive holds ${parts.length} data files; at most ${MOST_FILES} can be shown.`,
          UNPACK,
        );
      if (parts.some(({ isEncrypted }) => isEncrypted)) throw encryptedFile(file);
      if (parts.reduce((sum, { unpacked }) => sum + unpacked, 0) > MOST_UNPACKED)
        throw tooLarge(file, `It unpacks to more than ${MOST_UNPACKED / 2 ** 30} GB.`, UNPACK);
      const notes: ReaderNote[] = all
        .filter((part) => !part.isFolder && !parts.includes(part))
        .slice(0, MOST_FILES)
        .map(({ name }) => ({ code: 'import.not-opened', text: `In the archive, not opened: ${name}` }));
      const [only, second] = parts;
      if (only && !second) {
        const opened = await openPart(only, file, around);
        return { ...opened, notes: [...(opened.notes ?? []), ...notes] };
      }
      return sideBySide(await inOrder(await openAll(parts, file, around)), notes);
    });
  },
};

function dataParts(all: readonly ArchivePart[]): ArchivePart[] {
  const files = all.filter(
    ({ name, isFolder, unpacked }) =>
      !isFolder &&
      unpacked > 0 &&
      !NO_TABLE.test(name) &&
      !name.split('/').some((folder) => folder === '__MACOSX' || folder.startsWith('.')),
  );
  const data = files.filter(({ name }) => !ABOUT.test(name));
  return (data.length > 0 ? data : files).toSorted((a, b) => b.unpacked - a.unpacked);
}

async function openPart(part: ArchivePart, file: string, around: Surroundings): Promise<OpenedFile> {
  const shown = `${file} › ${part.name}`;
  const to = unpackedPath(around.folder);
  const { stream, finished, giveUp } = boundedFile(to, shown, part.packed);
  try {
    await Promise.all([part.write(stream), finished]);
  } catch (error) {
    // What broke before the end of the data leaves the file open for more.
    giveUp();
    await dropUnpacked(to);
    const cause = await finished.then(
      () => error,
      (reason: unknown) => (reason instanceof Problem ? reason : error),
    );
    if (cause instanceof Problem) throw cause;
    throw damagedFile(shown, 'it cannot be unpacked to its end', cause);
  }
  return await around.openInside(to, shown);
}

interface Opened {
  name: string;
  file: OpenedFile;
}

/** What cannot be read is left out by name, unless nothing can. */
async function openAll(
  parts: readonly ArchivePart[],
  file: string,
  around: Surroundings,
): Promise<AllOpened> {
  const opened: Opened[] = [];
  const notes: ReaderNote[] = [];
  let first: Problem | undefined;
  for (const part of parts) {
    try {
      opened.push({ name: part.name, file: await openPart(part, file, around) });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      first ??= error;
      notes.push({
        code: 'import.not-opened',
        text: `In the archive, not opened: ${part.name}. ${error.message}`,
      });
    }
  }
  if (opened.length === 0 && first) throw first;
  return { opened, notes };
}

interface AllOpened {
  opened: Opened[];
  notes: ReaderNote[];
}

/** Files that explain the others stand behind them, the shortest first: what an indicator means counts more than a list of countries. */
async function inOrder({ opened, notes }: AllOpened): Promise<AllOpened & { explaining: Opened[] }> {
  const explaining: Opened[] = [];
  for (const one of opened.toReversed()) if (await isDescribing(one.name, one.file)) explaining.push(one);
  // Where all do, they are the data.
  if (explaining.length === opened.length) return { opened, notes, explaining: [] };
  return {
    opened: [...opened.filter((one) => !explaining.includes(one)), ...explaining],
    notes,
    explaining,
  };
}

interface Side extends SheetInfo {
  file: OpenedFile;
  inner: string | undefined;
}

function sideBySide(
  all: AllOpened & { explaining: readonly Opened[] },
  notes: readonly ReaderNote[],
): OpenedFile {
  const sides = all.opened.flatMap(({ name, file }): Side[] =>
    file.sheets.length === 0
      ? [{ name, hidden: false, file, inner: undefined }]
      : file.sheets.map((sheet) => ({
          name: file.sheets.length === 1 ? name : `${name} › ${sheet.name}`,
          hidden: sheet.hidden,
          file,
          inner: sheet.name,
        })),
  );
  const sideOf = (sheet: string | undefined) => sides.find(({ name }) => name === sheet) ?? sides[0];
  return {
    format: 'zip',
    sheets: sides.map(({ name, hidden }) => ({ name, hidden })),
    notes: [...all.notes, ...all.opened.flatMap(({ file }) => file.notes ?? []), ...notes],
    isHeaded(sheet) {
      const side = sideOf(sheet);
      return side?.file.isHeaded?.(side.inner) ?? false;
    },
    async *rows(sheet, note, signal) {
      const side = sideOf(sheet);
      if (!side) return;
      if (!all.explaining.some(({ file }) => file === side.file))
        for (const { name, file } of all.explaining) (await describingNotes(name, file)).forEach(note);
      yield* side.file.rows(side.inner, note, signal);
    },
  };
}
