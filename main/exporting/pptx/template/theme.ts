import { themeColours } from '../colour.ts';
import { NS, XML_HEAD } from '../xml.ts';

/**
 * The faces of a deck. A deck is opened on machines that do not have the program's own fonts, and PowerPoint sets text in
 * missing fonts with whatever it likes, so these are faces that Office brings with it on Windows and macOS: Palatino
 * Linotype stands near Source Serif and has lining figures (Georgia's old-style ones dance in titles full of numbers), Arial
 * stands for Plex. LibreOffice finds metric twins for both (P052, Liberation Sans).
 */
export const faces = { major: 'Palatino Linotype', minor: 'Arial' } as const;

const PANOSE = { major: '02040502050505030304', minor: '020B0604020202020204' } as const;

export function themeXml(name: string): string {
  const colours = Object.entries(themeColours)
    .map(([slot, hex]) => `<a:${slot}><a:srgbClr val="${hex}"/></a:${slot}>`)
    .join('');
  const font = (slot: 'major' | 'minor') =>
    `<a:${slot}Font><a:latin typeface="${faces[slot]}" panose="${PANOSE[slot]}"/><a:ea typeface=""/><a:cs typeface=""/></a:${slot}Font>`;
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const lines = [9525, 12700, 19050]
    .map((w) => `<a:ln w="${w}" cap="flat" cmpd="sng" algn="ctr">${fill}<a:prstDash val="solid"/></a:ln>`)
    .join('');
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
  return `${XML_HEAD}<a:theme xmlns:a="${NS.a}" name="${name}"><a:themeElements><a:clrScheme name="${name}">${colours}</a:clrScheme><a:fontScheme name="${name}">${font('major')}${font('minor')}</a:fontScheme><a:fmtScheme name="${name}"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${lines}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;
}
