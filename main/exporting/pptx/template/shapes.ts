import { type Box, transform } from '../geometry.ts';
import { escapeXml } from '../xml.ts';

/** The placeholders of our layouts. Titles and numbers are known to PowerPoint by type, ours by index. */
export const placeholders = {
  title: 'type="title"',
  coverTitle: 'type="ctrTitle"',
  subtitle: 'type="body" sz="quarter" idx="13"',
  coverSubtitle: 'type="subTitle" idx="1"',
  chart: 'type="chart" idx="14"',
  figures: 'type="tbl" sz="quarter" idx="15"',
  table: 'type="tbl" idx="16"',
  coverFigure: 'type="body" sz="quarter" idx="17"',
  source: 'type="body" sz="quarter" idx="18"',
  number: 'type="sldNum" sz="quarter" idx="12"',
} as const;
export type PlaceholderName = keyof typeof placeholders;

/** A placeholder of a master or layout: its place, how its text stands, and what PowerPoint shows while it is empty. */
export function placeholderXml(options: {
  id: number;
  name: string;
  placeholder: string;
  box?: Box;
  body?: string;
  levels?: string;
  prompt: string;
}): string {
  const { id, name, placeholder, box, body, levels, prompt } = options;
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${escapeXml(name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${placeholder}/></p:nvPr></p:nvSpPr><p:spPr>${box ? transform(box) : ''}</p:spPr><p:txBody>${body ?? '<a:bodyPr/>'}<a:lstStyle>${levels ?? ''}</a:lstStyle>${prompt}</p:txBody></p:sp>`;
}

export function promptXml(text: string): string {
  return `<a:p><a:r><a:rPr lang="en-GB"/><a:t>${escapeXml(text)}</a:t></a:r></a:p>`;
}

export const NUMBER_FIELD =
  '<a:p><a:fld id="{6E8DB7F0-2B2E-4F0C-9B0E-0D2C6D7B5A11}" type="slidenum"><a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld><a:endParaRPr lang="en-GB"/></a:p>';

/** The hairline over source and number. */
export function ruleXml(id: number, box: Box): string {
  return `<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="${id}" name="Rule"/><p:cNvCxnSpPr/><p:nvPr userDrawn="1"/></p:nvCxnSpPr><p:spPr>${transform(box)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="C6CBCE"/></a:solidFill></a:ln></p:spPr></p:cxnSp>`;
}

/** An empty group's head: every shape tree begins with one. */
export const TREE_HEAD =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';
