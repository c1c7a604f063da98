import type { EventData, EventName } from '../../shared/contract/index.ts';
import type { Table } from '../../shared/model/table.ts';
import type { Rebuilt } from '../editing/command.ts';
import type { Editor } from '../editing/editor.ts';
import type { SpawnImporter } from '../importing/importerProcess.ts';
import type { OpenProject } from '../project/openProject.ts';
import type { RecentFiles } from './recentFiles.ts';
import type { SettingsFile } from './settingsFile.ts';
import type { SourcePlaces } from './sourcePlaces.ts';

export interface BenchOptions {
  /** Where settings, recent files and the private work folders of open projects live. */
  userFolder: string;
  hostKind: 'electron' | 'browser' | 'cli';
  /** The program's version. */
  version: string;
  now(): Date;
  /** A new id, unique and allowed by `Id`. */
  newId(): string;
  /** The folder `assets` of the program; `sample/sample.tijarat` in it is the sample project. */
  assetsFolder: string;
  log(line: string): void;
  /** Runs the recipe of a table built from others. */
  rebuild?(project: OpenProject, table: Table, signal?: AbortSignal): Promise<Rebuilt>;
  /** The module that the importer's child process runs, where it is not the source file itself. */
  importerModule?: string;
  /** Starts the importer's process, where it is not a Node child process. */
  spawnImporter?: SpawnImporter;
}

/** The workbench's state: at most one open project, and what is kept for the user. Handlers get it as their only argument. */
export interface Bench {
  readonly options: BenchOptions;
  readonly settings: SettingsFile;
  readonly recent: RecentFiles;
  readonly sourcePlaces: SourcePlaces;
  /** The open project; throws the Problem `project.none` where none is open. */
  project(): OpenProject;
  /** Runs commands on the open project, and tells the windows. */
  editor(): Editor;
  current(): OpenProject | null;
  /** Puts another project, or none, in the place of the open one, which is closed without its unsaved changes. */
  replace(next: OpenProject | null): Promise<void>;
  /** To every window. */
  emit<N extends EventName>(name: N, data: EventData<N>): void;
  /** Once the project that was open when the process was killed is back, or there was none. */
  resumed(): Promise<void>;
  /** A window knows the project now, and hears events from here on. */
  snapshotTaken(): void;
  /** The engine's version in words. */
  engineVersion(): string;
}
