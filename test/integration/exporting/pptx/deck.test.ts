import { createHash } from 'node:crypto';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { deckFile } from '../../../../main/exporting/pptx/deck.ts';
import type { NativeChart } from '../../../../shared/charts/chart.ts';
import { checkDeck } from './checkDeck.ts';
import { hasOpenXmlSdk, openXmlErrors } from './openXmlSdk.ts';
import { monthly, sampleDeck } from './sampleDeck.ts';

const wide: NativeChart = {
  ...monthly,
  categories: { kind: 'text', values: ['zero & <co>', 'gap "x"', 'below 😀', 'bad \u0001 \uD800'] },
  series: Array.from({ length: 30 }, (_, index) => ({
    key: `k${index}`,
    name: `Series ${index} & < " 😀`,
    values: [0, null, -1.5 - index, index + 0.1 + 0.2],
    colour: '#82878C',
    points: [{ index: 9, fill: '#15191C' }],
    labels: [0, 1, 9],
  })),
};

function deckWith(chart: NativeChart) {
  const [, slide] = sampleDeck.slides;
  if (!slide?.chart) throw new Error('the sample lost its chart');
  return { ...sampleDeck, slides: [{ ...slide, chart: { ...slide.chart, chart } }] };
}

const partsOf = (bytes: Uint8Array) => unzipSync(bytes);
const textOf = (bytes: Uint8Array, path: string) => strFromU8(partsOf(bytes)[path] ?? new Uint8Array());

describe('a deck as a PowerPoint file', () => {
  it('passes our own checks, in every layout and chart form', async () => {
    expect(await checkDeck(await deckFile(sampleDeck))).toEqual([]);
  });

  it('passes with 30 series, zeros, gaps, negatives and texts that hurt', async () => {
    const bytes = await deckFile(deckWith(wide));
    expect(await checkDeck(bytes)).toEqual([]);
    const workbook = partsOf(bytes)['ppt/embeddings/Microsoft_Excel_Sheet1.xlsx'] ?? new Uint8Array();
    const rows = (await readXlsx(workbook)).sheets[0]?.rows ?? [];
    // Column AE is the 30th series.
    expect(textOf(bytes, 'ppt/charts/chart1.xml')).toContain('Data!$AE$2:$AE$5');
    expect([rows[1]?.[30], rows[2]?.[30] ?? null, rows[3]?.[30]]).toEqual([0, null, -30.5]);
  });

  it('is the same bytes each time', async () => {
    const hash = async () =>
      createHash('sha256')
        .update(await deckFile(sampleDeck))
        .digest('hex');
    expect(await hash()).toBe(await hash());
  });

  it('leaves out the point of a gap and keeps zero', async () => {
    const xml = textOf(await deckFile(deckWith(wide)), 'ppt/charts/chart1.xml');
    const values = /<c:val>.*?<\/c:val>/.exec(xml)?.[0];
    expect(values).toContain('<c:pt idx="0"><c:v>0</c:v></c:pt><c:pt idx="2"><c:v>-1.5</c:v></c:pt>');
    expect(xml).not.toContain('<c:v></c:v>');
  });

  it('names its charts in three places and its deck in one', async () => {
    const bytes = await deckFile(sampleDeck);
    expect(textOf(bytes, 'ppt/slides/slide2.xml')).toContain('[tijarat:s2-v1]');
    expect(textOf(bytes, 'ppt/tags/tag2.xml')).toContain('name="TIJARAT_CHART" val="s2-v1"');
    expect(textOf(bytes, 'ppt/charts/chart2.xml')).toContain('<tijarat:chart id="s2-v1"/>');
    expect(textOf(bytes, 'docProps/custom.xml')).toContain('<vt:lpwstr>deck1</vt:lpwstr>');
  });

  it('uses the colours of the theme where they are its colours', async () => {
    const xml = textOf(await deckFile(deckWith(monthly)), 'ppt/charts/chart1.xml');
    expect(xml).toContain('<a:schemeClr val="accent1"/>');
    expect(xml).not.toContain('086E79');
  });

  it('writes a deck without slides, and stops when taken back', async () => {
    expect(await checkDeck(await deckFile({ id: 'empty', title: '', slides: [] }))).toEqual([]);
    const abort = AbortSignal.abort();
    await expect(deckFile(sampleDeck, { signal: abort })).rejects.toThrow();
  });
});

describe("Microsoft's Open XML SDK", () => {
  if (!hasOpenXmlSdk)
    console.warn('SKIPPED: the Open XML SDK comes for Linux on x64 alone; nothing of it was checked here.');
  it.skipIf(!hasOpenXmlSdk)(
    'finds no error in decks or in their workbooks',
    { timeout: 180_000 },
    async () => {
      for (const deck of [sampleDeck, deckWith(wide), { id: 'empty', title: 'Empty', slides: [] }]) {
        const bytes = await deckFile(deck);
        expect(openXmlErrors(bytes, 'pptx')).toEqual([]);
        // One with dates, or one with many columns: the others differ in numbers alone.
        const book = Object.entries(partsOf(bytes)).find(([path]) => path.endsWith('.xlsx'))?.[1];
        if (book) expect(openXmlErrors(book, 'xlsx')).toEqual([]);
      }
    },
  );
});

describe('the checks themselves', () => {
  const faults: [string, string, (xml: string) => string, RegExp][] = [
    [
      'a label position of another kind',
      'ppt/charts/chart3.xml',
      (x) => x.replace('dLblPos val="ctr"', 'dLblPos val="outEnd"'),
      /no label position outEnd/,
    ],
    [
      'a value that differs from its cell',
      'ppt/charts/chart2.xml',
      (x) => x.replace('<c:v>348</c:v>', '<c:v>349</c:v>'),
      /349 is 348 in the sheet/,
    ],
    [
      'an empty value',
      'ppt/charts/chart2.xml',
      (x) => x.replace('<c:v>348</c:v>', '<c:v></c:v>'),
      /value ""/,
    ],
    [
      'a third axis',
      'ppt/charts/chart2.xml',
      (x) => x.replace('</c:barChart>', '<c:axId val="3"/></c:barChart>'),
      /without its two axes/,
    ],
    [
      'a shape id used twice',
      'ppt/slides/slide2.xml',
      (x) => x.replace('id="8"', 'id="2"'),
      /shape id 2 twice/,
    ],
    [
      'a broken reference',
      'ppt/slides/slide2.xml',
      (x) => x.replace(/r:id="rId2"/, 'r:id="rId99"'),
      /leads nowhere/,
    ],
    [
      'a chart without alt text',
      'ppt/slides/slide2.xml',
      (x) => x.replace(/ descr="[^"]*"/, ''),
      /without alt text/,
    ],
    [
      'a place between pixels',
      'ppt/slides/slide2.xml',
      (x) => x.replace(/<a:off x="(\d+)"/g, '<a:off x="$1.5"'),
      /x="/,
    ],
    [
      'a layout id below 2^31',
      'ppt/slideMasters/slideMaster1.xml',
      (x) => x.replace('2147483649', '7'),
      /below 2\^31/,
    ],
    [
      'a template for a deck',
      '[Content_Types].xml',
      (x) => x.replace('presentation.main+xml', 'template.main+xml'),
      /not a presentation/,
    ],
    [
      'a series index used twice',
      'ppt/charts/chart3.xml',
      (x) => x.replace('<c:idx val="1"/><c:order', '<c:idx val="0"/><c:order'),
      /c:idx 0 twice/,
    ],
    [
      'a control character',
      'ppt/slides/slide5.xml',
      (x) => x.replace('November', 'Nov\u0002ember'),
      /control character/,
    ],
  ];
  it.each(faults)('notice %s', async (_name, path, spoil, finding) => {
    const parts = partsOf(await deckFile(sampleDeck));
    const before = strFromU8(parts[path] ?? new Uint8Array());
    const after = spoil(before);
    expect(after).not.toBe(before);
    parts[path] = strToU8(after);
    expect((await checkDeck(zipSync(parts))).join('\n')).toMatch(finding);
  });
});
