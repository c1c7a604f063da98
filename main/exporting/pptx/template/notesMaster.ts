import { namespaces, XML_HEAD } from '../xml.ts';
import { placeholderXml, promptXml, TREE_HEAD } from './shapes.ts';

/** Notes pages, A4-like: the slide above, the words below. 914,400 EMU an inch, page 7.5 x 10 inches. */
export const NOTES_SIZE = { cx: 6858000, cy: 9144000 } as const;

const px = (value: number) => value / 9525;

export const notesBoxes = {
  image: { x: px(685800), y: px(1143000), w: px(5486400), h: px(3086100) },
  text: { x: px(685800), y: px(4400550), w: px(5486400), h: px(3600450) },
} as const;

export function notesMasterXml(): string {
  const image = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="685800" y="1143000"/><a:ext cx="5486400" cy="3086100"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="9525"><a:solidFill><a:prstClr val="black"/></a:solidFill></a:ln></p:spPr></p:sp>`;
  const words = placeholderXml({
    id: 3,
    name: 'Notes',
    placeholder: 'type="body" idx="1"',
    box: notesBoxes.text,
    prompt: promptXml('Notes'),
  });
  return `${XML_HEAD}<p:notesMaster${namespaces('a', 'r', 'p')}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg><p:spTree>${TREE_HEAD}${image}${words}</p:spTree></p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:notesStyle><a:lvl1pPr marL="0" algn="l"><a:defRPr sz="1200" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl1pPr></p:notesStyle></p:notesMaster>`;
}
