import { brushBuild } from './brushBuild.ts';
import { brushData } from './brushData.ts';
import { brushFrame } from './brushFrame.ts';
import { computeColumn } from './computeColumn.ts';
import { convertMany } from './convertMany.ts';
import { deckTen } from './deckTen.ts';
import { detectDialects } from './detectDialects.ts';
import { firstLook, importCsv } from './importCsv.ts';
import { importXlsx } from './importXlsx.ts';
import { queryPage } from './queryPage.ts';
import { openMillion, saveMillion } from './saveAndOpen.ts';
import { startWindow } from './startWindow.ts';
import type { Bench } from './support/bench.ts';

/** Every figure, in the order in which they are printed. */
export const benches: readonly Bench[] = [
  startWindow,
  importCsv('1m'),
  importCsv('10m'),
  firstLook,
  importXlsx,
  detectDialects,
  convertMany('cells'),
  convertMany('table'),
  saveMillion,
  openMillion,
  queryPage,
  brushBuild('1m'),
  brushBuild('10m'),
  brushData('1m'),
  brushData('10m'),
  brushFrame('1m'),
  brushFrame('10m'),
  computeColumn('1m'),
  computeColumn('10m'),
  deckTen,
];
