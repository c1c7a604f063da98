/** A tag of a page, and the text before it. `name` is '' for what is passed over. */
export interface HtmlTag {
  text: string;
  name: string;
  closes: boolean;
  attributes: string;
}

/** What stands between these tags is no text. */
const PASSED: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'object',
  'iframe',
  'textarea',
  'select',
]);
const NAME = /[a-z][a-z0-9]*/iy;
/** A tag longer than this is a quote that was never closed. */
const LONGEST = 64 * 1024;

/** The tags of a page in order, in time that grows with its length whatever it holds. Comments, declarations, scripts and styles are passed over. */
export function* htmlTags(page: string): Generator<HtmlTag> {
  let at = 0;
  for (let start = page.indexOf('<'); start >= 0; start = page.indexOf('<', start)) {
    NAME.lastIndex = page[start + 1] === '/' ? start + 2 : start + 1;
    const written = NAME.exec(page)?.[0];
    if (written === undefined) {
      const end = page.startsWith('<!--', start)
        ? after(page, '-->', start + 4)
        : page[start + 1] === '!' || page[start + 1] === '?'
          ? after(page, '>', start)
          : start + 1;
      // "x < 5" is text.
      if (end > start + 1) {
        yield { text: page.slice(at, start), name: '', closes: false, attributes: '' };
        at = end;
      }
      start = end;
      continue;
    }
    const name = written.toLowerCase();
    const end = endOfTag(page, NAME.lastIndex);
    const closes = page[start + 1] === '/';
    yield {
      text: page.slice(at, start),
      name: PASSED.has(name) ? '' : name,
      closes,
      attributes: page.slice(start + written.length + (closes ? 2 : 1), Math.max(0, end - 1)),
    };
    at = PASSED.has(name) && !closes && page[end - 2] !== '/' ? endOfElement(page, name, end) : end;
    start = at;
  }
  yield { text: page.slice(at), name: '', closes: false, attributes: '' };
}

function after(page: string, mark: string, from: number): number {
  const found = page.indexOf(mark, from);
  return found < 0 ? page.length : found + mark.length;
}

/** Behind the next ">" that stands in no quotes. */
function endOfTag(page: string, from: number): number {
  let i = from;
  for (const most = Math.min(page.length, from + LONGEST); i < most; i++) {
    const mark = page[i];
    if (mark === '>') return i + 1;
    if (mark !== '"' && mark !== "'") continue;
    const close = page.indexOf(mark, i + 1);
    if (close < 0 || close > most) return Math.min(after(page, '>', i), page.length);
    i = close;
  }
  return i;
}

function endOfElement(page: string, name: string, from: number): number {
  const close = new RegExp(`</${name}[^>]{0,100}>`, 'gi');
  close.lastIndex = from;
  const found = close.exec(page);
  return found ? found.index + found[0].length : page.length;
}
