import { posix } from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { escapeXml, XML_HEAD } from './xml.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/';

/** 1 January 1980, the first date a zip can hold: the same deck gives the same bytes. */
const FIXED_TIME = new Date(1980, 0, 1);

/** An Open Packaging file being made: parts with their content types, and who refers to whom. */
export interface OpcPackage {
  /** Adds a part at a path such as "ppt/slides/slide1.xml". */
  add(path: string, content: string | Uint8Array, contentType: string): void;
  /** Adds a relationship from a part ('' = the package) and returns its rId. `type` is the last word of an office type, or a whole address. */
  relate(from: string, type: string, to: string): string;
  save(): Uint8Array;
}

export function createPackage(): OpcPackage {
  const parts = new Map<string, Uint8Array>();
  const types = new Map<string, string>();
  const relations = new Map<string, { type: string; to: string }[]>();

  return {
    add(path, content, contentType) {
      parts.set(path, typeof content === 'string' ? strToU8(content) : content);
      types.set(path, contentType);
    },
    relate(from, type, to) {
      const list = relations.get(from) ?? [];
      list.push({ type: type.includes(':') ? type : OFFICE + type, to });
      relations.set(from, list);
      return `rId${list.length}`;
    },
    save() {
      const files = new Map(parts);
      for (const [from, list] of relations) files.set(relationsPath(from), strToU8(relationsXml(from, list)));
      files.set('[Content_Types].xml', strToU8(contentTypesXml(types)));
      return zipFixed(files);
    },
  };
}

/** A zip whose bytes depend on names and contents alone: sorted, without times. `[Content_Types].xml` sorts first, as readers like it. */
export function zipFixed(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted: Zippable = {};
  for (const path of [...files.keys()].sort()) {
    const bytes = files.get(path);
    // A workbook is a zip already.
    if (bytes) sorted[path] = [bytes, { mtime: FIXED_TIME, level: path.endsWith('.xlsx') ? 0 : 6, os: 0 }];
  }
  return zipSync(sorted);
}

function relationsPath(from: string): string {
  return posix.join(posix.dirname(from), '_rels', `${posix.basename(from)}.rels`);
}

function relationsXml(from: string, list: readonly { type: string; to: string }[]): string {
  const items = list.map(({ type, to }, index) => {
    const target = from === '' ? to : posix.relative(posix.dirname(from), to);
    return `<Relationship Id="rId${index + 1}" Type="${type}" Target="${escapeXml(target)}"/>`;
  });
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}relationships">${items.join('')}</Relationships>`;
}

function contentTypesXml(types: ReadonlyMap<string, string>): string {
  const overrides = [...types]
    .filter(([path]) => !path.endsWith('.xlsx'))
    .map(([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`);
  return `${XML_HEAD}<Types xmlns="${PACKAGE}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}
