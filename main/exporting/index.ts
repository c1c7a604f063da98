/** The ways out of a project: what main/workbench and the command line call. */
export { csvText } from './csv.ts';
export { svgToPng } from './pictures/svgToPng.ts';
export { viewSvg } from './pictures/viewSvg.ts';
export { deckFile } from './pptx/deck.ts';
export { type DeckSource, resolveDeck } from './resolveDeck.ts';
export { tableCsv } from './tableCsv.ts';
export { viewColumns } from './viewColumns.ts';
export { viewSource } from './viewSource.ts';
export { writeExport } from './writeExport.ts';
