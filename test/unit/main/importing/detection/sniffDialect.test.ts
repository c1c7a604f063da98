import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { BLANKS, GAPS } from '../../../../../main/importing/detection/dialect.ts';
import { sniffDialect } from '../../../../../main/importing/detection/sniffDialect.ts';
import { sniffEncoding } from '../../../../../main/importing/detection/sniffEncoding.ts';
import { Tokenizer } from '../../../../../main/importing/readers/tokenizer.ts';
import { type MessyText, messyText } from '../../../../support/messyText/messyText.ts';

const USUAL = [',', ';', '\t', '|'];

function readBack({ bytes }: MessyText): (string | null)[][] {
  const encoding = sniffEncoding(bytes, true);
  if (!encoding) return [];
  const text = iconv.decode(bytes.subarray(encoding.mark), encoding.name, { stripBOM: false });
  return new Tokenizer(sniffDialect(text, true), () => undefined).push(text, true).map(({ cells }) => cells);
}

/** Cells that end a row empty may stand there or not; blank lines are no rows. */
function filledRows(rows: readonly (readonly (string | null)[])[]): string[] {
  return rows
    .map((row) => JSON.stringify(row.slice(0, row.findLastIndex((cell) => (cell ?? '') !== '') + 1)))
    .filter((row) => row !== '[]');
}

/** Whether the table stands among the rows read, cell for cell and in one piece. */
function holds(read: readonly (string | null)[][], table: readonly string[][]): boolean {
  const [got, wanted] = [filledRows(read), filledRows(table)];
  return got.some((_, from) => wanted.every((row, i) => got[from + i] === row));
}

test('random tables in random dialects and encodings, with notes around them, are read back cell for cell', () => {
  const all = Array.from({ length: 100 }, (_, i) => messyText(700_000 + i));
  const wrong = all.filter((one) => !holds(readBack(one), one.rows));
  // What is left has more than one meaning: dates parted by colons, names parted by spaces.
  expect(wrong.length).toBeLessThanOrEqual(3);
  const plain = wrong.filter(({ writing, rows }) => USUAL.includes(writing.delimiter) && rows.length >= 8);
  expect(plain.map(({ rows }) => rows[0])).toEqual([]);
}, 20_000);

const dialectOf = (text: string) => sniffDialect(text, true);

test('a comma that is a decimal mark does not part', () => {
  expect(dialectOf('1,5;2,3\n4,1;5,2\n0,7;1,8\n').delimiter).toBe(';');
  expect(dialectOf('"1,5"\t"2,3"\n"4,1"\t"5,2"\n').delimiter).toBe('\t');
});

test('times, dates and addresses are not cut at their own marks', () => {
  expect(dialectOf('10:45\n11:00\n11:15\n12:30\n').delimiter).toBe('');
  expect(dialectOf('2025-01-03 10:45\n2025-01-04 11:00\n2025-01-05 11:15\n').delimiter).not.toBe(':');
  expect(dialectOf('u\nhttps://a.example/x?a=1&b=2\nhttps://b.example/y?a=3&b=4\n').delimiter).toBe('');
});

test('columns that stand under each other are parted by blanks, and cells keep single ones', () => {
  expect(dialectOf(' 2021    1  22\n 2022  114 205\n 2023    7  81\n').delimiter).toBe(BLANKS);
  expect(
    dialectOf('Sri Lanka   1.5\nViet Nam   12.0\nHong Kong   7.3\nPakistan    3.1\nIndia     120.4\n')
      .delimiter,
  ).toBe(GAPS);
});

test('what Excel is told in the first line holds where the text bears it out', () => {
  expect(dialectOf('sep=^\na^b;c\n1^2;3\n').delimiter).toBe('^');
  expect(dialectOf('sep=;\na,b\n1,2\n3,4\n').delimiter).toBe(',');
});

test('a head of SDMX dimensions and a tab is believed, however few the periods', () => {
  const text =
    'freq,unit,geo\\TIME_PERIOD\t2021 \t2022 \nA,MIO_EUR,DE\t24.3 \t27.1 b\nA,MIO_EUR,FR\t: \t15.1 \n';
  expect(dialectOf(text).delimiter).toBe('\t');
});

test('a long preamble does not outvote the table: the middle and the end are looked at', () => {
  const preamble = 'These notes; which are long, stand above the table; page 1, 2\n'.repeat(2000);
  const table = Array.from({ length: 400 }, (_, i) => `2025-${i}|item ${i % 7}|${i * 3}.5\n`).join('');
  expect(sniffDialect(preamble, false, [table, table]).delimiter).toBe('|');
});

test('time grows with the length of the text, and no text of marks takes long', () => {
  const started = performance.now();
  for (const text of [
    '"'.repeat(200_000),
    ',"'.repeat(100_000),
    '"a"b,'.repeat(50_000),
    '\\"'.repeat(100_000),
    ', '.repeat(100_000),
    `${'x'.repeat(300_000)}\n`.repeat(2),
    ',;|\t:^~#*&$!=+ '.repeat(20_000),
    '"a\n'.repeat(50_000),
    '\'"`'.repeat(60_000),
  ]) {
    new Tokenizer(dialectOf(text), () => undefined).push(text, true);
  }
  expect(performance.now() - started).toBeLessThan(8000);
}, 30_000);

test('marks that stand together as often in each line part cells, whatever they are', () => {
  for (const mark of ['->', '%%', '<>', ' - ', '=='])
    expect(
      dialectOf(
        [
          ['town', 'n', 'place'],
          ['St. John', '12', 'Kyoto'],
          ['Accra', '7', 'Hobart'],
          ['Izmir', '-3', 'La Paz'],
        ]
          .map((cells) => `${cells.join(mark)}\n`)
          .join(''),
      ),
    ).toMatchObject({ delimiter: mark });
});

test('a list of addresses is one column', () => {
  const hosts = ['willow', 'ember', 'opal', 'copper', 'quartz', 'marsh', 'fjord', 'cobalt'];
  expect(
    dialectOf(hosts.map((host, i) => `https://www.${host}.org/a${i}?id=${i * 37}&p=${i}\n`).join('')),
  ).toMatchObject({
    delimiter: '',
  });
  expect(
    dialectOf(hosts.map((host, i) => `leila.${host}${i}@${hosts[(i * 3) % 8]}.com\n`).join('')),
  ).toMatchObject({
    delimiter: '',
  });
});

test('as many words in every line are cells where most are no words of a sentence', () => {
  const rows = Array.from({ length: 15 }, (_, i) =>
    [
      `K/${697 + 13 * i}`,
      'ACGT'.repeat(3).slice(i % 4, 5 + ((i * 7) % 6)),
      `${168 - i}.${i * 7}.51.${i + 9}`,
      `${i % 9}.17.${i % 4}`,
    ].join(' '),
  );
  expect(dialectOf(`Ref allele ip version\n${rows.join('\n')}\n`)).toMatchObject({ delimiter: ' ' });
});
