import { describe, expect, it } from 'vitest';
import { csvText } from '../../../main/exporting/csv.ts';

const texts = ['=1+1', '+x', '-x', '@x', '\tx', 'a,b', 'a "b"', 'two\nlines', ' padded', 'plain'];
const columns = [
  {
    name: 'name',
    vector: { kind: 'text', codes: Int32Array.from([...texts.keys(), -1]), dictionary: texts },
  },
  {
    name: 'value',
    vector: {
      kind: 'number',
      values: Float64Array.from([0, -1.5, 0.1 + 0.2, Number.NaN, 5, 6, 7, 8, 9, 10, 11]),
    },
  },
] as const;

describe('CSV', () => {
  it('says exactly what the table says', () => {
    expect(csvText(columns, { safe: false })).toBe(
      'name,value\r\n=1+1,0\r\n+x,-1.5\r\n-x,0.30000000000000004\r\n@x,\r\n"\tx",5\r\n"a,b",6\r\n"a ""b""",7\r\n"two\nlines",8\r\n" padded",9\r\nplain,10\r\n,11\r\n',
    );
  });

  it('keeps spreadsheets from running texts, and leaves numbers alone', () => {
    const lines = csvText(columns, { safe: true }).split('\r\n');
    expect(lines.slice(1, 6)).toEqual(["'=1+1,0", "'+x,-1.5", "'-x,0.30000000000000004", "'@x,", "'\tx,5"]);
  });
});
