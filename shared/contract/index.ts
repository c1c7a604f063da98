import type { z } from 'zod';
import { appCalls, appEvents } from './app.ts';
import { columnsCalls } from './columns.ts';
import { combiningCalls } from './combining.ts';
import { editingCalls } from './editing.ts';
import { exportingCalls } from './exporting.ts';
import { formulasCalls } from './formulas.ts';
import { importingCalls } from './importing.ts';
import { manyFilesCalls } from './manyFiles.ts';
import { mappingsCalls } from './mappings.ts';
import { projectCalls, projectEvents } from './project.ts';
import { refreshingCalls } from './refreshing.ts';
import { tablesCalls } from './tables.ts';
import { trustCalls } from './trust.ts';
import { viewsCalls } from './views.ts';

/** Every call between a window and the workbench. A handler file for each group stands in main/workbench. */
export const calls = {
  ...appCalls,
  ...projectCalls,
  ...editingCalls,
  ...tablesCalls,
  ...columnsCalls,
  ...trustCalls,
  ...formulasCalls,
  ...viewsCalls,
  ...importingCalls,
  ...manyFilesCalls,
  ...mappingsCalls,
  ...combiningCalls,
  ...refreshingCalls,
  ...exportingCalls,
};
export type Calls = typeof calls;
export type CallName = keyof Calls;
export type CallArgs<N extends CallName> = z.input<Calls[N]['args']>;
export type CallResult<N extends CallName> = z.output<Calls[N]['result']>;

/** Every event that the workbench sends to its windows. */
export const events = { ...appEvents, ...projectEvents };
export type Events = typeof events;
export type EventName = keyof Events;
export type EventData<N extends EventName> = z.output<Events[N]>;
