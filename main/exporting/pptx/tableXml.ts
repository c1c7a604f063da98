import { fillXml, lineXml } from './colour.ts';
import { emu, textSize } from './geometry.ts';
import { paragraphsXml } from './text.ts';

const INK = 2;
const HAIR = 1;

/** The rows of a table slide as a native table: first column left, numbers right, a heavy rule on top and over a last row of sums. */
export function dataTableXml(rows: readonly (readonly string[])[], width: number): string {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  // Words need room: the first column takes a share and a half more than the others.
  const unit = width / (columns + (columns > 1 ? 1.5 : 0));
  const widths = Array.from({ length: columns }, (_, index) =>
    index === 0 && columns > 1 ? unit * 2.5 : unit,
  );
  const large = rows.length <= 6;
  const cells = rows.map((row, at) => {
    const header = at === 0;
    const size = header ? (large ? 20 : 16) : large ? 26 : rows.length <= 10 ? 20 : 16;
    const sum = at === rows.length - 1 && at > 1;
    const each = Array.from({ length: columns }, (_, column) =>
      cellXml({
        text: paragraphsXml(row[column] ?? '', `<a:pPr algn="${column === 0 ? 'l' : 'r'}"/>`, {
          attributes: `sz="${textSize(size)}"${sum ? ' b="1"' : ' b="0"'}`,
          children: `<a:solidFill><a:schemeClr val="${header ? 'tx2' : 'tx1'}"/></a:solidFill>`,
        }),
        top: header || sum ? INK : HAIR,
        bottom: at === rows.length - 2 && rows.length > 2 ? INK : HAIR,
        padding: column === 0 ? { left: 0, right: 8 } : { left: 8, right: 0 },
        anchor: 'ctr',
      }),
    );
    const height = large ? (header ? 52 : 68) : Math.min(52, 430 / rows.length);
    return `<a:tr h="${emu(height)}">${each.join('')}</a:tr>`;
  });
  return tableXml(widths, cells.join(''), true);
}

export const FIGURE_HEIGHT = 98;

/** The figures beside a chart: each a row with the number over its words. */
export function figuresTableXml(aside: readonly { figure: string; words: string }[], width: number): string {
  const rows = aside.map(({ figure, words }, at) => {
    const number = paragraphsXml(figure, '', {
      attributes: `sz="${textSize(34)}" b="1"`,
      children: '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mj-lt"/>',
    });
    const text = paragraphsXml(words, '', {
      attributes: `sz="${textSize(18)}"`,
      children:
        '<a:solidFill><a:schemeClr val="tx1"><a:lumMod val="75000"/><a:lumOff val="25000"/></a:schemeClr></a:solidFill>',
    });
    const cell = cellXml({
      text: number + text,
      top: at === 0 ? INK : HAIR,
      bottom: HAIR,
      padding: { left: 0, right: 0 },
      anchor: 'ctr',
    });
    return `<a:tr h="${emu(FIGURE_HEIGHT)}">${cell}</a:tr>`;
  });
  return tableXml([width], rows.join(''), false);
}

function tableXml(widths: readonly number[], rows: string, header: boolean): string {
  const grid = widths.map((width) => `<a:gridCol w="${emu(width)}"/>`).join('');
  return `<a:tbl><a:tblPr${header ? ' firstRow="1"' : ''}/><a:tblGrid>${grid}</a:tblGrid>${rows}</a:tbl>`;
}

interface Cell {
  readonly text: string;
  readonly top: number;
  readonly bottom: number;
  readonly padding: { readonly left: number; readonly right: number };
  readonly anchor: 't' | 'ctr';
}

function cellXml({ text, top, bottom, padding, anchor }: Cell): string {
  const edge = (side: 'L' | 'R' | 'T' | 'B', width: number) => {
    const line = width === 0 ? lineXml('', 0) : lineXml(width === INK ? 'tx1' : 'E1E4E5', width);
    return line.replace(/^<a:ln\b/, `<a:ln${side}`).replace(/<\/a:ln>$/, `</a:ln${side}>`);
  };
  const edges = edge('L', 0) + edge('R', 0) + edge('T', top) + edge('B', bottom);
  return `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${text}</a:txBody><a:tcPr marL="${emu(padding.left)}" marR="${emu(padding.right)}" marT="${emu(8)}" marB="${emu(8)}" anchor="${anchor}">${edges}${fillXml('none')}</a:tcPr></a:tc>`;
}
