import { posix } from 'node:path';
import { DOMParser, type Element } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';

/** What PowerPoint repairs or refuses, and what an export promises, looked for in a finished file. Each finding is one line; none is good. */
export async function checkDeck(bytes: Uint8Array): Promise<string[]> {
  const parts = unzipSync(bytes);
  const found: string[] = [];
  const xml = new Map<string, Element>();
  for (const [path, content] of Object.entries(parts)) {
    if (!/\.(xml|rels)$/.test(path)) continue;
    const text = strFromU8(content);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: looked for
    if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/.test(text)) found.push(`${path}: control character`);
    const root = new DOMParser({ onError: () => found.push(`${path}: not well formed`) }).parseFromString(
      text,
      'text/xml',
    ).documentElement;
    if (root) xml.set(path, root);
  }
  checkTypes(parts, xml, found);
  checkRelations(parts, xml, found);
  checkIds(xml, found);
  checkFrames(xml, found);
  for (const [path, root] of xml) {
    if (path.startsWith('ppt/charts/chart')) await checkChart(path, root, xml, parts, found);
  }
  return found;
}

function all(root: Element, name: string): Element[] {
  return [...root.getElementsByTagName(name)];
}

function child(root: Element | undefined, name: string): Element | undefined {
  return root && [...root.childNodes].find((node): node is Element => node.nodeName === name);
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

function checkTypes(parts: Record<string, Uint8Array>, xml: Map<string, Element>, found: string[]): void {
  const types = xml.get('[Content_Types].xml');
  if (!types) return void found.push('no content types');
  const overrides = new Map(
    all(types, 'Override').map((item) => [item.getAttribute('PartName'), item.getAttribute('ContentType')]),
  );
  const defaults = new Set(all(types, 'Default').map((item) => item.getAttribute('Extension')));
  for (const path of overrides.keys()) {
    if (!parts[String(path).slice(1)]) found.push(`override without part: ${path}`);
  }
  for (const path of Object.keys(parts)) {
    if (path === '[Content_Types].xml') continue;
    const typed =
      overrides.has(`/${path}`) || (!path.endsWith('.xml') && defaults.has(path.split('.').at(-1) ?? ''));
    if (!typed) found.push(`part without type: ${path}`);
  }
  const main = overrides.get('/ppt/presentation.xml');
  if (!main?.endsWith('.presentation.main+xml')) found.push('the main part is not a presentation');
}

function targetsOf(path: string, xml: Map<string, Element>): Map<string, string> {
  const rels = xml.get(posix.join(posix.dirname(path), '_rels', `${posix.basename(path)}.rels`));
  if (!rels) return new Map();
  return new Map(
    all(rels, 'Relationship').map((item) => [
      item.getAttribute('Id') ?? '',
      posix.join(posix.dirname(path), item.getAttribute('Target') ?? ''),
    ]),
  );
}

function checkRelations(parts: Record<string, Uint8Array>, xml: Map<string, Element>, found: string[]): void {
  const reached = new Set<string>();
  const chartUsers: string[] = [];
  for (const [path, root] of xml) {
    if (path.endsWith('.rels')) {
      const ids = all(root, 'Relationship').map((item) => item.getAttribute('Id') ?? '');
      for (const id of repeated(ids)) found.push(`${path}: ${id} twice`);
      const base = posix.join(posix.dirname(path), '..');
      for (const item of all(root, 'Relationship')) {
        const target = posix.join(base, item.getAttribute('Target') ?? '');
        if (!parts[target]) found.push(`${path}: no ${target}`);
        if (target.startsWith('ppt/charts/')) chartUsers.push(target);
        reached.add(target);
      }
      continue;
    }
    const targets = targetsOf(path, xml);
    for (const element of [root, ...all(root, '*')]) {
      for (const { name, value } of element.attributes) {
        if (name.startsWith('r:') && !targets.has(value))
          found.push(`${path}: ${name}="${value}" leads nowhere`);
      }
    }
  }
  for (const chart of repeated(chartUsers)) found.push(`${chart} is shared by two frames`);
  for (const path of Object.keys(parts)) {
    if (!path.endsWith('.rels') && path !== '[Content_Types].xml' && !reached.has(path))
      found.push(`orphan: ${path}`);
  }
}

function checkIds(xml: Map<string, Element>, found: string[]): void {
  const big: string[] = [];
  for (const [path, root] of xml) {
    const shapes = all(root, 'p:cNvPr').map((item) => item.getAttribute('id') ?? '');
    for (const id of repeated(shapes)) found.push(`${path}: shape id ${id} twice`);
    for (const name of ['p:sldMasterId', 'p:sldLayoutId'])
      big.push(...all(root, name).map((item) => item.getAttribute('id') ?? ''));
    const slides = all(root, 'p:sldId').map((item) => item.getAttribute('id') ?? '');
    for (const id of repeated(slides)) found.push(`${path}: slide id ${id} twice`);
    const unique = all(root, 'c16:uniqueId').map((item) => item.getAttribute('val') ?? '');
    for (const id of repeated(unique)) found.push(`${path}: c16:uniqueId ${id} twice`);
    for (const id of unique.filter((id) => id !== id.toUpperCase()))
      found.push(`${path}: GUID ${id} in lower case`);
    for (const element of [...all(root, 'a:off'), ...all(root, 'a:ext')]) {
      for (const name of ['x', 'y', 'cx', 'cy']) {
        const value = element.getAttribute(name);
        if (value !== null && value !== '' && !/^-?\d+$/.test(value))
          found.push(`${path}: ${name}="${value}"`);
      }
    }
  }
  for (const id of repeated(big)) found.push(`master or layout id ${id} twice`);
  for (const id of big.filter((id) => Number(id) < 2 ** 31))
    found.push(`master or layout id ${id} below 2^31`);
}

function checkFrames(xml: Map<string, Element>, found: string[]): void {
  for (const [path, root] of xml) {
    for (const frame of all(root, 'p:graphicFrame').filter((item) => all(item, 'c:chart').length > 0)) {
      const name = all(frame, 'p:cNvPr')[0];
      if (!name?.getAttribute('descr')) found.push(`${path}: chart without alt text`);
      if (!/\[tijarat:[^\]]+\]$/.test(name?.getAttribute('name') ?? ''))
        found.push(`${path}: chart without id`);
      if (all(frame, 'p:tags').length !== 1) found.push(`${path}: chart without tags`);
    }
    for (const picture of all(root, 'p:pic')) {
      if (!all(picture, 'p:cNvPr')[0]?.getAttribute('descr')) found.push(`${path}: picture without alt text`);
    }
  }
}

/** Label positions that a kind knows; others make PowerPoint repair the file. */
function allowedPositions(group: Element): readonly string[] {
  if (group.nodeName === 'c:areaChart') return [];
  if (group.nodeName === 'c:lineChart') return ['t', 'b', 'l', 'r', 'ctr'];
  const grouping = child(group, 'c:grouping')?.getAttribute('val');
  return ['ctr', 'inEnd', 'inBase', ...(grouping === 'clustered' ? ['outEnd'] : [])];
}

async function checkChart(
  path: string,
  root: Element,
  xml: Map<string, Element>,
  parts: Record<string, Uint8Array>,
  found: string[],
): Promise<void> {
  const groups = ['c:barChart', 'c:lineChart', 'c:areaChart'].flatMap((name) => all(root, name));
  const axes = ['c:catAx', 'c:dateAx', 'c:valAx'].flatMap((name) => all(root, name));
  const ids = axes.map((axis) => child(axis, 'c:axId')?.getAttribute('val') ?? '');
  const crossed = axes.map((axis) => child(axis, 'c:crossAx')?.getAttribute('val') ?? '');
  if (ids.length !== 2 || crossed[0] !== ids[1] || crossed[1] !== ids[0])
    found.push(`${path}: axes do not pair`);
  for (const group of groups) {
    const own = [...group.childNodes].filter((node): node is Element => node.nodeName === 'c:axId');
    if (own.length !== 2 || own.some((axis) => !ids.includes(axis.getAttribute('val') ?? '')))
      found.push(`${path}: a group without its two axes`);
    const allowed = allowedPositions(group);
    for (const position of all(group, 'c:dLblPos')) {
      const value = position.getAttribute('val') ?? '';
      if (!allowed.includes(value)) found.push(`${path}: ${group.nodeName} has no label position ${value}`);
    }
  }
  const series = all(root, 'c:ser');
  for (const name of ['c:idx', 'c:order']) {
    const values = series.map((item) => child(item, name)?.getAttribute('val') ?? '');
    for (const value of repeated(values)) found.push(`${path}: ${name} ${value} twice`);
  }
  const book = [...targetsOf(path, xml).values()].find((target) => target.endsWith('.xlsx'));
  const content = book && parts[book];
  if (!content) return void found.push(`${path}: no workbook`);
  const sheet = await readXlsx(content).then(
    ({ sheets }) => sheets[0],
    () => undefined,
  );
  if (!sheet) return void found.push(`${path}: the workbook does not open`);
  for (const cache of ['c:numCache', 'c:strCache'].flatMap((name) => all(root, name)))
    checkCache(path, cache, sheet.rows, found);
}

function checkCache(
  path: string,
  cache: Element,
  rows: readonly (readonly unknown[])[],
  found: string[],
): void {
  const formula = child(cache.parentNode as Element, 'c:f')?.textContent ?? '';
  const range = /!\$([A-Z]+)\$(\d+)(?::\$[A-Z]+\$(\d+))?$/.exec(formula);
  if (!range) return void found.push(`${path}: ${formula} is no range`);
  const first = Number(range[2]);
  const length = Number(range[3] ?? range[2]) - first + 1;
  const count = Number(child(cache, 'c:ptCount')?.getAttribute('val'));
  if (count !== length) found.push(`${path}: ${count} points over ${length} cells`);
  const points = all(cache, 'c:pt');
  const at = points.map((point) => point.getAttribute('idx') ?? '');
  for (const index of repeated(at)) found.push(`${path}: point ${index} twice`);
  const column = [...(range[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const seen = new Map(
    points.map((point) => [Number(point.getAttribute('idx')), child(point, 'c:v')?.textContent ?? '']),
  );
  for (const [index, text] of seen)
    if (index >= count) found.push(`${path}: point ${index} (${text}) beyond ${count}`);
  for (let index = 0; index < length; index++) {
    const raw = rows[first - 1 + index]?.[column];
    const cell = raw instanceof Date ? raw.getTime() / 86_400_000 + 25_569 : raw;
    const text = seen.get(index);
    const empty = cell === null || cell === undefined || cell === '';
    if (cache.nodeName === 'c:strCache') {
      if ((text ?? '') !== String(cell ?? ''))
        found.push(`${path}: "${text}" is "${String(cell)}" in the sheet`);
      continue;
    }
    if (text === undefined) {
      if (!empty) found.push(`${path}: a gap is ${String(cell)} in the sheet`);
      continue;
    }
    const value = Number(text);
    if (text === '' || !Number.isFinite(value)) found.push(`${path}: value "${text}"`);
    else if (typeof cell !== 'number' || Math.abs(cell - value) > 1e-12 * Math.max(1, Math.abs(value)))
      found.push(`${path}: ${value} is ${String(cell)} in the sheet`);
  }
}
