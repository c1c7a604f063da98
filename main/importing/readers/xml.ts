import { basename } from 'node:path';
import { Problem } from '../../../shared/contract/problem.ts';
import type { Reader } from './reader.ts';

/** XML that is neither a workbook nor a page: refused with what to ask the publisher for, rather than read as odd text. */
export const xml: Reader = {
  format: 'xml',
  extensions: [],
  accepts: ({ head }) => /^(?:\ufeff|\u00ef\u00bb\u00bf)?\s*<\?xml\s/.test(startOf(head)),
  async open(path, head) {
    const isSdmx = /sdmx\.org|<(\w+:)?(Structure|GenericData|StructureSpecificData)\b/.test(startOf(head));
    throw new Problem({
      code: 'import.xml',
      message: isSdmx ? 'The file is SDMX-ML, which cannot be read.' : 'The file is XML that holds no sheet.',
      remedy: isSdmx
        ? 'Ask the same source for SDMX-CSV or SDMX-JSON: both carry the same figures, and are read.'
        : 'Ask the source for CSV, Excel or JSON, or open it in a spreadsheet program and save it as XLSX.',
      place: { file: basename(path) },
    });
  },
};

function startOf(head: Uint8Array): string {
  return Buffer.from(head.subarray(0, 4096)).toString('latin1');
}
