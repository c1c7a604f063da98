import { basename } from 'node:path';
import { damagedFile } from '../problems.ts';
import { parseJsonFile } from './json.ts';
import type { RawRow, Reader } from './reader.ts';
import { dataSetsOf } from './sdmxMessage.ts';
import { rowsOfDataSet } from './sdmxRows.ts';

const BATCH = 1024;

/** SDMX-JSON data messages, series by series or flat, as the same rows that SDMX-CSV has. Several data sets are offered like sheets. */
export const sdmxJson: Reader = {
  format: 'sdmx-json',
  extensions: ['.json'],
  accepts: ({ head }) => {
    const text = new TextDecoder().decode(head);
    return /^\s*\{/.test(text) && /"dataSets"\s*:\s*\[/.test(text);
  },
  async open(path, _head, bytes) {
    const file = basename(path);
    const sets = dataSetsOf(await parseJsonFile(path, file, bytes));
    if (!sets)
      throw damagedFile(file, 'it holds data sets of SDMX, but not the structure that explains them');
    const nameOf = (i: number) => `Data set ${i + 1}`;
    return {
      format: 'sdmx-json',
      sheets: sets.length === 1 ? [] : sets.map((_, i) => ({ name: nameOf(i), hidden: false })),
      isHeaded: () => true,
      async *rows(sheet, note, signal) {
        const found = sets.find((_, i) => nameOf(i) === sheet) ?? sets[0];
        if (!found) return;
        let line = 0;
        let batch: RawRow[] = [];
        for (const cells of rowsOfDataSet(found.set, found.structure, (odd) =>
          note({ ...odd, line: line + 1 }),
        )) {
          line++;
          batch.push({ line, cells });
          if (batch.length < BATCH) continue;
          signal.throwIfAborted();
          yield batch;
          batch = [];
        }
        if (batch.length > 0) yield batch;
      },
    };
  },
};
