import { z } from 'zod';
import { call, nothing } from './define.ts';

/** Least and most width of a panel in px. */
export const PANEL = { least: 180, most: 360 } as const;
const panelWidth = z.number().int().min(PANEL.least).max(PANEL.most);

/** What the status bar can say of selected cells. */
export const SelectionFigure = z.enum(['sum', 'average', 'least', 'most', 'count', 'numbers']);
export type SelectionFigure = z.infer<typeof SelectionFigure>;

const settings = {
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['compact', 'medium', 'roomy']),
  contrast: z.enum(['normal', 'more']),
  /** Digits as in 1,234.5 or 1.234,5 or 1 234,5 or 12,34,567.8 (Indian grouping). */
  numbers: z.enum(['1,234.5', '1.234,5', '1 234,5', '12,34,567.8']),
  /** How a month is printed. */
  dates: z.enum(['Mar 2025', '2025-03', 'Mar-25']),
  /** For new projects: 7 = July. */
  fiscalYearStart: z.number().int().min(1).max(12),
  /** Where file dialogs begin; empty: the home folder. */
  defaultFolder: z.string(),
  /** Widths of the panels in px. */
  panels: z.object({ navigator: panelWidth, inspector: panelWidth }),
  /** The figures of selected cells that the status bar shows. */
  figures: z.array(SelectionFigure),
};

/** Kept per user, not in projects. */
export const Settings = z.object({
  theme: settings.theme.default('system'),
  density: settings.density.default('medium'),
  contrast: settings.contrast.default('normal'),
  numbers: settings.numbers.default('1,234.5'),
  dates: settings.dates.default('Mar 2025'),
  fiscalYearStart: settings.fiscalYearStart.default(7),
  defaultFolder: settings.defaultFolder.default(''),
  panels: settings.panels.default({ navigator: 216, inspector: 276 }),
  figures: settings.figures.default(['sum', 'average', 'least', 'most', 'count']),
});
export type Settings = z.infer<typeof Settings>;

export const RecentProject = z.object({
  path: z.string(),
  title: z.string(),
  /** "5 tables, 912 rows, 3 pages, 1 deck" in numbers. */
  tables: z.number().int(),
  rows: z.number().int(),
  pages: z.number().int(),
  decks: z.number().int(),
  openedAt: z.string(),
  missing: z.boolean(),
});
export type RecentProject = z.infer<typeof RecentProject>;

export const FileEntry = z.object({
  name: z.string(),
  path: z.string(),
  folder: z.boolean(),
  bytes: z.number(),
  changedAt: z.string(),
});
export type FileEntry = z.infer<typeof FileEntry>;

export const appCalls = {
  'app.settings': call(nothing, Settings),
  'app.changeSettings': call(z.strictObject({ change: z.strictObject(settings).partial() }), Settings),
  'app.recent': call(nothing, z.array(RecentProject)),
  'app.forgetRecent': call(z.strictObject({ path: z.string() }), nothing),
  'app.about': call(
    nothing,
    z.object({
      version: z.string(),
      engine: z.string(),
      node: z.string(),
      platform: z.string(),
      host: z.enum(['electron', 'browser', 'cli']),
      process: z.number(),
    }),
  ),
  /** The entries of a folder, folders first; hidden ones left out. For the browser host's own file dialog. */
  'files.list': call(
    z.strictObject({ folder: z.string().optional() }),
    z.object({
      folder: z.string(),
      parent: z.string().optional(),
      crumbs: z.array(z.object({ name: z.string(), path: z.string() })),
      places: z.array(z.object({ name: z.string(), path: z.string() })),
      entries: z.array(FileEntry),
    }),
  ),
  /** Whether a path stands for a file, a folder or nothing, and whether it can be written. */
  'files.check': call(
    z.strictObject({ folder: z.string(), name: z.string() }),
    z.object({ path: z.string(), exists: z.boolean(), folder: z.boolean(), writable: z.boolean() }),
  ),
  /** A dropped file: a copy in the program's own folder, named as the file was. */
  'files.receive': call(
    z.strictObject({ name: z.string(), bytes: z.instanceof(Uint8Array) }),
    z.object({ path: z.string() }),
  ),
};

export const appEvents = {
  'app.settingsChanged': z.object({ settings: Settings }),
  /** A file was handed over (double click, command line): open it. */
  'app.openFile': z.object({ path: z.string() }),
};
