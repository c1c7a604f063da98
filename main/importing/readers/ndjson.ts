import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Problem } from '../../../shared/contract/problem.ts';
import { damagedFile, tooLarge } from '../problems.ts';
import { flatCells, isRecord, parseJson } from './jsonCells.ts';
import type { Look, RawRow, Reader } from './reader.ts';

/** A record longer than this is no row of a table. */
const LONGEST_LINE = 32_000_000;
/** Excel's own limit. */
const MOST_COLUMNS = 16_384;
const FIRST_BYTES = 1 << 17;

/**
 * One JSON object a line. The file streams twice: its keys, in the order in which they first come, are row 1; then each record is a row.
 * Numbers stand as written. A line that is no object is told by its number; blank lines are passed over.
 */
export const ndjson: Reader = {
  format: 'ndjson',
  extensions: ['.ndjson', '.jsonl'],
  accepts: (look) => recordsIn(look) > (/^\.(ndjson|jsonl)$/.test(look.extension) ? 0 : 1),
  async open(path, head, bytes) {
    const file = basename(path);
    return {
      format: 'ndjson',
      sheets: [],
      isHeaded: () => true,
      first: () => {
        const text = new TextDecoder().decode(head.subarray(0, FIRST_BYTES));
        const lines = text.split('\n').slice(0, -1);
        const found = lines.flatMap((line, i) => (line.trim() === '' ? [] : [recordOf(line, i + 1, file)]));
        const names = [...new Set(found.flatMap((record) => [...record.keys()]))];
        return { rows: once(rowsOf(names, found)), count: Math.round((lines.length * bytes) / FIRST_BYTES) };
      },
      async *rows(_sheet, _note, signal) {
        const columns = new Set<string>();
        for await (const batch of records(path, file, signal))
          for (const record of batch) for (const key of record.keys()) columns.add(key);
        if (columns.size > MOST_COLUMNS)
          throw tooLarge(
            file,
            `The records have ${columns.size} different keys; at most ${MOST_COLUMNS} can be read.`,
          );
        const names = [...columns];
        yield [{ line: 1, cells: names }] satisfies RawRow[];
        let line = 2;
        for await (const batch of records(path, file, signal))
          yield batch.map((record) => ({
            line: line++,
            cells: names.map((name) => record.get(name) ?? null),
          }));
      },
    };
  },
};

function rowsOf(names: readonly string[], records: readonly Map<string, string | null>[]): RawRow[] {
  const rows = records.map((record, i) => ({
    line: i + 2,
    cells: names.map((name) => record.get(name) ?? null),
  }));
  return [{ line: 1, cells: [...names] }, ...rows];
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value;
}

/** How many whole lines at the start are records; 0 where any of the first is something else. */
function recordsIn({ head, bytes }: Look): number {
  const lines = new TextDecoder().decode(head.subarray(0, 1 << 18)).split('\n');
  if (lines.length > 1 || bytes > 1 << 18) lines.pop();
  const filled = lines.filter((line) => line.trim() !== '').slice(0, 2);
  return filled.every(isObject) ? filled.length : 0;
}

function isObject(line: string): boolean {
  if (!line.trimStart().startsWith('{')) return false;
  try {
    return isRecord(parseJson(line));
  } catch {
    return false;
  }
}

async function* records(
  path: string,
  file: string,
  signal: AbortSignal,
): AsyncGenerator<Map<string, string | null>[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let number = 0;
  const take = (lines: readonly string[]) =>
    lines.flatMap((line) => {
      number++;
      return line.trim() === '' ? [] : [recordOf(line, number, file)];
    });
  for await (const bytes of createReadStream(path, { highWaterMark: 1 << 20, signal })) {
    signal.throwIfAborted();
    const lines = (rest + decodeMore(decoder, bytes as Buffer, file)).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE)
      throw tooLarge(file, `Line ${number + lines.length + 1} is longer than ${LONGEST_LINE / 1e6} MB.`);
    yield take(lines);
  }
  yield take([rest]);
}

function decodeMore(decoder: TextDecoder, bytes: Buffer, file: string): string {
  try {
    return decoder.decode(bytes, { stream: true });
  } catch (error) {
    throw damagedFile(file, 'it is not UTF-8, as JSON must be', error);
  }
}

function recordOf(line: string, number: number, file: string): Map<string, string | null> {
  let cause: unknown;
  try {
    const value = parseJson(line);
    if (isRecord(value)) return flatCells(value);
  } catch (error) {
    cause = error;
  }
  throw new Problem(
    {
      code: 'import.damaged',
      message: `Line ${number} is no JSON object.`,
      remedy: 'Correct that line, or download the file again.',
      place: { file, line: number },
    },
    { cause },
  );
}
