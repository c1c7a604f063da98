import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { literal } from '../../../main/engine/engine.ts';
import { figureText } from '../../../main/importing/detection/figureText.ts';
import { numberExpression } from '../../../main/importing/steps/numberExpression.ts';
import { Workshop } from '../../../main/importing/workshop.ts';

let folder: string;
let workshop: Workshop;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tijarat-test-'));
  workshop = await Workshop.open(folder, join(folder, 'none'));
});
afterAll(async () => {
  workshop.close();
  await rm(folder, { recursive: true });
});

/** How a country or an office writes its figures. */
interface Locale {
  decimal: '.' | ',';
  group: string;
  indian: boolean;
  zero: number;
  negative: 'minus' | 'brackets' | 'trailing' | 'true minus';
  before: string;
  behind: string;
}

const locales: fc.Arbitrary<Locale> = fc
  .record({
    decimal: fc.constantFrom<'.' | ','>('.', ','),
    group: fc.constantFrom('', ',', '.', ' ', '\u00a0', '\u2009', '\u202f', "'", '\u2019'),
    indian: fc.boolean(),
    zero: fc.constantFrom(0x30, 0x660, 0x6f0),
    negative: fc.constantFrom<Locale['negative']>('minus', 'brackets', 'trailing', 'true minus'),
    before: fc.constantFrom('', 'US$ ', 'Rs. ', '€'),
    behind: fc.constantFrom('', ' %', ' USD', ' million'),
  })
  .filter(({ decimal, group, before, behind }) => decimal !== group && (before === '' || behind === ''));

function written(value: number, locale: Locale): string {
  const [whole = '', fraction = ''] = Math.abs(value).toFixed(2).split('.');
  const pattern = locale.indian ? /(\d)(?=(\d\d)+\d$)/g : /(\d)(?=(\d{3})+$)/g;
  const grouped = locale.group === '' ? whole : whole.replace(pattern, `$1${locale.group}`);
  const digits = `${grouped}${locale.decimal}${fraction}`.replace(/\d/g, (digit) =>
    String.fromCodePoint(locale.zero + Number(digit)),
  );
  const figure = `${locale.before}${digits}${locale.behind}`;
  if (value >= 0) return figure;
  const signs = {
    minus: `-${figure}`,
    brackets: `(${figure})`,
    trailing: locale.behind === '' ? `${figure}-` : `-${figure}`,
    'true minus': `\u2212${figure}`,
  };
  return signs[locale.negative];
}

const values = fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }).map((cents) => cents / 100);

test('figures in any locale read back as what they are', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(values, locales), { minLength: 20, maxLength: 60 }), async (pairs) => {
      const fields = pairs.map(([value, locale]) => {
        const affixes = [locale.before, locale.behind]
          .map((one) => one.trim())
          .filter((one) => /[^%]/.test(one));
        return numberExpression(literal(written(value, locale)), locale.decimal, affixes);
      });
      const [row = []] = await workshop.rows(`SELECT ${fields.join(', ')}`);
      pairs.forEach(([value, locale], i) => {
        expect([written(value, locale), row[i]]).toEqual([written(value, locale), value === 0 ? 0 : value]);
      });
    }),
    { numRuns: 25 },
  );
});

test('what is no figure in a locale is refused, never read as another', async () => {
  const refused = [
    '1,23',
    '12,34,5',
    '1.2.3',
    '5%6',
    '1,234.5.6',
    '--5',
    '(5',
    'US$',
    '',
    '1 2',
    '12/5',
    '1-2',
  ];
  const [row = []] = await workshop.rows(
    `SELECT ${refused.map((text) => numberExpression(literal(text), '.')).join(', ')}`,
  );
  expect(row).toEqual(refused.map(() => null));
});

test('the figure in a cell is found whatever stands around it', () => {
  fc.assert(
    fc.property(values, locales, fc.constantFrom('', ' p', ' (R)', '*', ' 1/'), (value, locale, flag) => {
      fc.pre(locale.behind === '' && !(flag !== '' && value < 0 && locale.negative === 'trailing'));
      const found = figureText(`${written(value, locale)}${flag}`);
      expect(found).not.toBeNull();
      expect(found?.flag ?? '').toBe(flag.trim());
      expect(found?.affixes ?? []).toEqual(locale.before === '' ? [] : [locale.before.trim()]);
    }),
    { numRuns: 1000 },
  );
});
