import { boxes, textSize } from '../geometry.ts';
import { namespaces, XML_HEAD } from '../xml.ts';
import { NUMBER_FIELD, placeholderXml, promptXml, TREE_HEAD } from './shapes.ts';

const NO_INSET = 'lIns="0" tIns="0" rIns="0" bIns="0"';

/** The master: where a title, a text and a number stand unless a layout says otherwise, and how they are set. */
export function masterXml(layoutRIds: readonly string[]): string {
  const shapes = [
    placeholderXml({
      id: 2,
      name: 'Title',
      placeholder: 'type="title"',
      box: boxes.title,
      body: `<a:bodyPr vert="horz" ${NO_INSET} rtlCol="0" anchor="t"><a:normAutofit/></a:bodyPr>`,
      prompt: promptXml('The finding, in one sentence'),
    }),
    placeholderXml({
      id: 3,
      name: 'Text',
      placeholder: 'type="body" idx="1"',
      box: boxes.content,
      body: `<a:bodyPr vert="horz" ${NO_INSET} rtlCol="0"><a:normAutofit/></a:bodyPr>`,
      prompt: promptXml('Text'),
    }),
    placeholderXml({
      id: 4,
      name: 'Slide number',
      placeholder: 'type="sldNum" sz="quarter" idx="4"',
      box: boxes.number,
      body: `<a:bodyPr vert="horz" ${NO_INSET} rtlCol="0" anchor="t"/>`,
      levels: `<a:lvl1pPr algn="r"><a:defRPr sz="1100"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr>`,
      prompt: NUMBER_FIELD,
    }),
  ];
  // Ids of masters and layouts share one space from 2^31 up; the master has the first.
  const layouts = layoutRIds
    .map((rId, index) => `<p:sldLayoutId id="${2147483649 + index}" r:id="${rId}"/>`)
    .join('');
  return `${XML_HEAD}<p:sldMaster${namespaces('a', 'r', 'p')}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>${TREE_HEAD}${shapes.join('')}</p:spTree></p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst>${layouts}</p:sldLayoutIdLst><p:txStyles><p:titleStyle>${level(1, 40, 'mj', { bold: true, spacing: 100 })}</p:titleStyle><p:bodyStyle>${[1, 2, 3, 4, 5].map((n) => level(n, n === 1 ? 24 : 20, 'mn', {})).join('')}</p:bodyStyle><p:otherStyle>${level(1, 24, 'mn', {})}</p:otherStyle></p:txStyles></p:sldMaster>`;
}

function level(
  n: number,
  px: number,
  font: 'mj' | 'mn',
  options: { bold?: boolean; spacing?: number },
): string {
  const indent = (n - 1) * 228600;
  return `<a:lvl${n}pPr marL="${indent}" indent="0" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">${options.spacing ? `<a:lnSpc><a:spcPct val="${options.spacing * 1000}"/></a:lnSpc>` : ''}<a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/><a:defRPr sz="${textSize(px)}"${options.bold ? ' b="1"' : ''} kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+${font}-lt"/><a:ea typeface="+${font}-ea"/><a:cs typeface="+${font}-cs"/></a:defRPr></a:lvl${n}pPr>`;
}
