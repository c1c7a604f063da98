import type { ResolvedDeck } from './resolvedDeck.ts';
import { escapeXml, XML_HEAD } from './xml.ts';

/** Who made a file and when. The day is fixed, so that a deck that did not change exports to the same bytes. */
export function corePropertiesXml({ title }: ResolvedDeck): string {
  return `${XML_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:creator>Tijarat</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:modified></cp:coreProperties>`;
}

export function appPropertiesXml({ slides }: ResolvedDeck): string {
  return `${XML_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Tijarat</Application><PresentationFormat>Widescreen</PresentationFormat><Slides>${slides.length}</Slides></Properties>`;
}

/** Which deck this is: it survives other programs. */
export function customPropertiesXml({ id }: ResolvedDeck): string {
  return `${XML_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="TIJARAT_DECK"><vt:lpwstr>${escapeXml(id)}</vt:lpwstr></property></Properties>`;
}
