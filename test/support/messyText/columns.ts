import type { Random } from './random.ts';

/** How numbers and words are written where a file comes from. */
export type Locale = 'en' | 'de' | 'fr' | 'in' | 'ur';

/** One column of a random table: its name and what one cell of it holds. */
export interface MessyColumn {
  name: string;
  cell(random: Random): string;
}

type Maker = (random: Random, locale: Locale) => MessyColumn;

const FIRST = [
  'Amina',
  'José',
  'Li',
  'Mary Ann',
  'Björn',
  'Fatima',
  'Kofi',
  'Siobhán',
  'Tariq',
  'Anne-Marie',
];
const LAST = [
  "O'Brien",
  'Khan',
  'Müller',
  'D’Souza',
  'Garcia',
  'van den Berg',
  'Chaudhry',
  'Smith Jr.',
  'Ito',
];
const PLACES = [
  'Pakistan',
  'Côte d’Ivoire',
  'Korea, Rep.',
  'Hong Kong SAR, China',
  'Germany',
  'Iran (Islamic Rep. of)',
  'Viet Nam',
  'Bosnia & Herzegovina',
  'India',
  'Türkiye',
];
const URDU = [
  'پاکستان',
  'برآمدات',
  'کل خدمات',
  'ٹیلی کمیونیکیشن',
  'کمپیوٹر سروسز',
  'اسلام آباد',
  'جولائی',
  'کراچی',
];
const ARABIC = [
  'مصر',
  'صادرات',
  'القاهرة',
  'خدمات الحاسوب',
  'المجموع',
  'المملكة العربية السعودية',
  'تونس',
  'عدد السكان',
];
const ITEMS = [
  'Computer services',
  'Software; consultancy',
  'Call centres',
  'Freelance "gig" work',
  'Telecom, fixed and mobile',
  'Hardware & repair',
  'Other',
  'IT/ITeS',
  'Total (net)',
];
const WORDS =
  'the a of and exports rose fell by month services firms data revised figures first second quarter compared with year growth new contract price list see note page office total state bank report waterproof light design quality customer order delivered late returned open source'.split(
    ' ',
  );
const MISSING = ['', '', '', '-', '..', 'n.a.', 'N/A', ':', 'NULL'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const two = (value: number) => String(value).padStart(2, '0');

/** A number with the marks of its place. */
export function figure(value: number, digits: number, locale: Locale, grouped: boolean): string {
  const [whole = '', part] = Math.abs(value).toFixed(digits).split('.');
  const mark = locale === 'de' || locale === 'fr' ? ',' : '.';
  const group = locale === 'de' ? '.' : locale === 'fr' ? '\u00a0' : ',';
  const pattern = locale === 'in' ? /(\d)(?=(\d\d)+\d$)/g : /(\d)(?=(\d{3})+$)/g;
  const written = grouped ? whole.replace(pattern, `$1${group}`) : whole;
  return `${value < 0 ? '-' : ''}${written}${part === undefined ? '' : mark + part}`;
}

function sentence(random: Random, special: boolean): string {
  const words = Array.from({ length: random.int(3, 22) }, () => random.pick(WORDS));
  for (let i = 0; i < words.length - 1; i++) {
    const odd = random.next();
    if (odd < 0.12) words[i] += ',';
    else if (odd < 0.16) words[i] += random.pick(["'s", ':']);
    else if (special && odd < 0.19) words[i] += ';';
    else if (special && odd < 0.22) words[i] = `"${words[i]}"`;
    else if (special && odd < 0.24) words[i] += ' |';
  }
  const text = words.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1) + (random.chance(0.7) ? '.' : '');
}

const MAKERS: readonly (readonly [Maker, number])[] = [
  [(random) => counter(random), 3],
  [() => ({ name: 'code', cell: (r) => `${r.pick(['AB', 'RI', 'MG', 'ZN'])}-${r.int(1000, 9999)}` }), 3],
  [() => ({ name: 'Name', cell: (r) => `${r.pick(FIRST)} ${r.pick(LAST)}` }), 4],
  [() => ({ name: 'Customer, full', cell: (r) => `${r.pick(LAST)}, ${r.pick(FIRST)}` }), 2],
  [
    (_, locale) => ({
      name: 'Country',
      cell: (r) => r.pick(locale === 'ur' ? [...URDU, ...ARABIC] : PLACES),
    }),
    5,
  ],
  [
    (_, locale) => ({
      name: locale === 'ur' ? 'مد' : 'Item',
      cell: (r) => r.pick(locale === 'ur' ? ARABIC : ITEMS),
    }),
    4,
  ],
  [(random) => dates(random), 6],
  [() => ({ name: 'time', cell: (r) => `${two(r.int(0, 23))}:${two(r.int(0, 59))}` }), 2],
  [
    () => ({
      name: 'at',
      cell: (r) =>
        `2024-${two(r.int(1, 12))}-${two(r.int(1, 28))}T${two(r.int(0, 23))}:${two(r.int(0, 59))}:00Z`,
    }),
    1,
  ],
  [(random, locale) => numbers(random, locale), 14],
  [(_, locale) => ({ name: 'price', cell: (r) => money(r, locale) }), 3],
  [
    (_, locale) => ({
      name: 'growth',
      cell: (r) => `${figure(r.int(-300, 900) / 10, 1, locale, false)}${locale === 'fr' ? ' %' : '%'}`,
    }),
    2,
  ],
  [
    () => ({
      name: 'url',
      cell: (r) =>
        `https://www.example.org/${r.pick(WORDS)}/${r.int(1, 99)}?a=${r.int(1, 9)}&b=${r.pick(WORDS)}`,
    }),
    2,
  ],
  [() => ({ name: 'e-mail', cell: (r) => `${r.pick(WORDS)}.${r.pick(WORDS)}@example.org` }), 1],
  [() => ({ name: 'phone', cell: (r) => `+92 ${r.int(21, 99)} ${r.int(100, 999)}-${r.int(1000, 9999)}` }), 1],
  [() => ({ name: 'New?', cell: (r) => r.pick(['true', 'false']) }), 1],
  [() => ({ name: 'flag', cell: (r) => r.pick(['', '', 'p', 'r', 'A;B', 'A;C', 'e']) }), 2],
  [() => ({ name: 'comment', cell: (r) => (r.chance(0.3) ? '' : sentence(r, true)) }), 4],
  [() => ({ name: 'description', cell: (r) => sentence(r, false) }), 2],
  [
    () => ({
      name: 'address',
      cell: (r) => `${r.int(1, 400)} ${r.pick(LAST)} St.${r.pick(['\n', ', ', ' '])}${r.pick(PLACES)}`,
    }),
    1,
  ],
  [() => ({ name: 'empty', cell: () => '' }), 1],
  [() => ({ name: 'position', cell: (r) => `${r.int(0, 89)}°${r.int(0, 59)}'${r.int(0, 59)}.5"N` }), 1],
  [
    () => ({
      name: 'attributes',
      cell: (r) => `{"k": "${r.pick(WORDS)}", "v": [${r.int(1, 9)}, ${r.int(1, 9)}]}`,
    }),
    1,
  ],
  [() => ({ name: 'path', cell: (r) => `C:\\data\\${r.pick(WORDS)}\\${r.int(1, 9)}.xls` }), 1],
];

function counter(random: Random): MessyColumn {
  let at = random.int(1, 50_000);
  return { name: 'id', cell: () => String(at++) };
}

function dates(random: Random): MessyColumn {
  const form = random.int(0, 8);
  return {
    name: random.pick(['date', 'DATE', 'Period', 'month']),
    cell(r) {
      const [year, month, day] = [r.int(1990, 2026), r.int(1, 12), r.int(1, 28)];
      const name = MONTHS[month - 1] ?? '';
      return (
        [
          `${year}-${two(month)}-${two(day)}`,
          `${two(day)}/${two(month)}/${year}`,
          `${day}.${month}.${year}`,
          `${name}-${two(year % 100)}`,
          `${name} ${day}, ${year}`,
          `${year}-${two((year + 1) % 100)}`,
          `${year}Q${1 + (month % 4)}`,
          `FY${two(year % 100)}`,
          `${year}-${two(month)}-${two(day)} ${two(r.int(0, 23))}:${two(r.int(0, 59))}:${two(r.int(0, 59))}`,
        ][form] ?? ''
      );
    },
  };
}

function numbers(random: Random, locale: Locale): MessyColumn {
  const digits = random.pick([0, 0, 1, 2, 3]);
  const grouped = random.chance(0.4);
  const size = 10 ** random.int(1, 7);
  const gaps = random.chance(0.3) ? 0.15 : 0;
  return {
    name: random.pick(['value', 'US$ million', 'OBS_VALUE', '2024', 'Qty', 'exports, net', 'Wert (€)']),
    cell: (r) =>
      r.chance(gaps) ? r.pick(MISSING) : figure((r.next() - 0.1) * size, digits, locale, grouped),
  };
}

function money(random: Random, locale: Locale): string {
  const value = figure(random.next() * 5000, 2, locale, true);
  return { en: `$${value}`, de: `${value} €`, fr: `${value} €`, in: `₹${value}`, ur: `Rs. ${value}` }[locale];
}

/** As many columns, of kinds by chance. */
export function messyColumns(random: Random, width: number, locale: Locale): MessyColumn[] {
  return Array.from({ length: width }, () => random.weighted(MAKERS)(random, locale));
}
