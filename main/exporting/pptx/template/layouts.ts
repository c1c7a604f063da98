import type { Slide } from '../../../../shared/model/deck.ts';
import { type Box, boxes, textSize } from '../geometry.ts';
import { namespaces, XML_HEAD } from '../xml.ts';
import { NUMBER_FIELD, placeholders, placeholderXml, promptXml, ruleXml, TREE_HEAD } from './shapes.ts';

/** The layouts of the template, in the order of PowerPoint's menu. `type` is how refreshing programs find them: names are translated. */
export const layouts: readonly {
  layout: Slide['layout'];
  name: string;
  type: string;
  shapes: () => string[];
}[] = [
  { layout: 'cover', name: 'Cover', type: 'title', shapes: coverShapes },
  {
    layout: 'chart',
    name: 'Title and chart',
    type: 'obj',
    shapes: () => [...headShapes(), content(4, 'Chart', placeholders.chart, boxes.content)],
  },
  {
    layout: 'chartAndFigures',
    name: 'Title, chart and figures',
    type: 'twoObj',
    shapes: () => [
      ...headShapes(),
      content(4, 'Chart', placeholders.chart, boxes.chart),
      content(8, 'Figures', placeholders.figures, boxes.figures),
    ],
  },
  {
    layout: 'table',
    name: 'Title and table',
    type: 'tbl',
    shapes: () => [...headShapes(), content(4, 'Table', placeholders.table, boxes.content)],
  },
];

export function layoutXml(layout: (typeof layouts)[number]): string {
  return `${XML_HEAD}<p:sldLayout${namespaces('a', 'r', 'p')} type="${layout.type}" preserve="1"><p:cSld name="${layout.name}"><p:spTree>${TREE_HEAD}${[...layout.shapes(), ...footShapes()].join('')}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`;
}

function headShapes(): string[] {
  return [
    placeholderXml({
      id: 2,
      name: 'Title',
      placeholder: placeholders.title,
      prompt: promptXml('The finding, in one sentence'),
    }),
    text(
      3,
      'Subtitle',
      placeholders.subtitle,
      boxes.subtitle,
      style(20, 'tx2'),
      'What is shown, of when, in which unit',
    ),
  ];
}

function coverShapes(): string[] {
  const figure = style(150, 'accent1', 'b="1"', '+mj-lt');
  return [
    text(
      2,
      'Title',
      placeholders.coverTitle,
      boxes.coverTitle,
      style(56, 'tx1', 'b="1"', '+mj-lt'),
      'The subject',
      'b',
    ),
    text(
      3,
      'Subtitle',
      placeholders.coverSubtitle,
      boxes.coverSubtitle,
      style(24, 'tx2'),
      'Where, when, known on which day',
    ),
    text(4, 'Figure', placeholders.coverFigure, boxes.coverFigure, figure, 'One figure', 'b'),
  ];
}

function footShapes(): string[] {
  return [
    ruleXml(5, boxes.rule),
    text(6, 'Source', placeholders.source, boxes.source, style(15, 'tx2'), 'Source: who published it, when'),
    placeholderXml({
      id: 7,
      name: 'Slide number',
      placeholder: placeholders.number,
      box: boxes.number,
      prompt: NUMBER_FIELD,
    }),
  ];
}

/** A text placeholder of one level: deeper levels look the same. */
function text(
  id: number,
  name: string,
  placeholder: string,
  box: Box,
  levels: string,
  prompt: string,
  anchor: 't' | 'b' = 't',
): string {
  const body = `<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="${anchor}"><a:normAutofit/></a:bodyPr>`;
  return placeholderXml({ id, name, placeholder, box, body, levels, prompt: promptXml(prompt) });
}

function content(id: number, name: string, placeholder: string, box: Box): string {
  return placeholderXml({ id, name, placeholder, box, levels: style(18, 'tx2'), prompt: promptXml(name) });
}

function style(px: number, colour: string, attributes = '', face = '+mn-lt'): string {
  return `<a:lvl1pPr marL="0" indent="0" algn="l"><a:buNone/><a:defRPr sz="${textSize(px)}"${attributes && ` ${attributes}`}><a:solidFill><a:schemeClr val="${colour}"/></a:solidFill><a:latin typeface="${face}"/></a:defRPr></a:lvl1pPr>`;
}
