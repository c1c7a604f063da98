import { unzipSync } from 'fflate';
import type { Reader } from './reader.ts';
import { refuseBomb } from './refuseBomb.ts';
import type { SheetFacts } from './workbookRows.ts';

/**
 * OpenDocument spreadsheets. SheetJS rather than hucre 1.0.0, which leaves out rows inside header and outline groups without a word
 * and reads dates that are stored as styled numbers as numbers. What SheetJS 0.20.3 does not tell, hidden sheets and rows and names without their XML escapes, is looked up here.
 */
export const ods: Reader = {
  format: 'ods',
  extensions: ['.ods', '.ots'],
  accepts: ({ parts }) => parts.includes('content.xml') && parts.includes('META-INF/manifest.xml'),
  async open(path, _head, bytes) {
    await refuseBomb(path);
    // A large library: loaded by those who need it.
    const { openWorkbook } = await import('./workbookRows.ts');
    return await openWorkbook('ods', path, bytes, hiddenIn);
  },
};

const TAG = /<(table:table|table:table-row|style:style|style:table-properties)(\s[^>]*)?>/g;

function hiddenIn(buffer: Buffer): SheetFacts[] {
  const content = unzipSync(buffer, { filter: ({ name }) => name === 'content.xml' })['content.xml'];
  const facts: SheetFacts[] = [];
  const hiddenStyles = new Set<string>();
  let style = '';
  let line = 1;
  let rows: number[] = [];
  for (const [, tag, attributes = ''] of new TextDecoder().decode(content).matchAll(TAG)) {
    if (tag === 'style:style') style = attribute(attributes, 'style:name');
    else if (tag === 'style:table-properties') {
      if (attribute(attributes, 'table:display') === 'false') hiddenStyles.add(style);
    } else if (tag === 'table:table') {
      line = 1;
      rows = [];
      const hidden = hiddenStyles.has(attribute(attributes, 'table:style-name'));
      facts.push({ name: unescaped(attribute(attributes, 'table:name')), hidden, hiddenRows: rows });
    } else {
      const repeated = Number(attribute(attributes, 'table:number-rows-repeated') || 1);
      // A long run of hidden rows is the unused end of the sheet.
      if (/^(collapse|filter)$/.test(attribute(attributes, 'table:visibility')) && repeated < 1000)
        for (let i = 0; i < repeated; i++) rows.push(line + i);
      line += repeated;
    }
  }
  return facts;
}

function attribute(text: string, name: string): string {
  return new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`).exec(text)?.slice(1).find(Boolean) ?? '';
}

function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}
