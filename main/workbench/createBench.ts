import { Problem } from '../../shared/contract/problem.ts';
import type { Server } from '../../shared/contract/server.ts';
import { createEditor, type Editor } from '../editing/editor.ts';
import { engineVersion } from '../engine/engineVersion.ts';
import { forkImporter } from '../importing/importerProcess.ts';
import { spareImporter } from '../importing/spareImporter.ts';
import type { OpenProject } from '../project/openProject.ts';
import { recoverProject } from '../project/recoverProject.ts';
import type { Bench, BenchOptions } from './bench.ts';
import { createRecentFiles } from './recentFiles.ts';
import { createSession } from './session.ts';
import { createSettingsFile } from './settingsFile.ts';
import { createSourcePlaces } from './sourcePlaces.ts';

export interface OwnBench extends Bench {
  /** A file was handed over to the program: the windows are told, at once or when there is one. */
  openFile(path: string): void;
  /** Brings back the project that was open when the process was killed. */
  resume(): Promise<void>;
  /** Ends: unsaved changes stay in the journal, and come back with the next start. */
  shutDown(): Promise<void>;
}

/** The state behind the handlers. `server` is asked for when an event is to be sent: it is made of the handlers, so after this. */
export function createBench(given: BenchOptions, server: () => Server): OwnBench {
  const importers = spareImporter(given.spawnImporter ?? forkImporter(given.importerModule));
  // Without a window nobody is about to choose a file.
  const options: BenchOptions =
    given.hostKind === 'cli' ? given : { ...given, spawnImporter: importers.spawn };
  const session = createSession(options.userFolder);
  const recent = createRecentFiles(options.userFolder);
  let windowsListen = false;
  let handedOver: string | null = null;
  let open: { project: OpenProject; editor: Editor } | null = null;
  let resuming: Promise<void> = Promise.resolve();

  const bench: OwnBench = {
    options,
    settings: createSettingsFile(options.userFolder),
    recent,
    sourcePlaces: createSourcePlaces(options.userFolder),
    engineVersion,
    current: () => open?.project ?? null,
    project: () => mustBeOpen(open).project,
    editor: () => mustBeOpen(open).editor,
    emit: (name, data) => server().emit(name, data),
    async replace(next) {
      const before = open;
      open = next && {
        project: next,
        editor: createEditor(next, {
          ...(options.rebuild && { rebuild: options.rebuild }),
          changed: (change) => bench.emit('project.changed', change),
        }),
      };
      if (next && options.hostKind !== 'cli') importers.warm();
      await session.write(next?.id ?? null);
      await before?.project.close({ keepJournal: false });
      if (next) await recent.note(next, options.now()).catch((error) => options.log(String(error)));
      bench.emit('project.replaced', { status: next?.status() ?? CLOSED });
    },
    openFile(path) {
      // A window that is still loading hears no event: the file waits until one has asked for a snapshot.
      if (windowsListen) bench.emit('app.openFile', { path });
      else handedOver = path;
    },
    snapshotTaken() {
      windowsListen = true;
      const path = handedOver;
      handedOver = null;
      // After the answer to the snapshot, which stands before it in the window's queue.
      if (path !== null) setImmediate(() => bench.emit('app.openFile', { path }));
    },
    resume() {
      resuming = bringBack();
      return resuming;
    },
    resumed: () => resuming,
    async shutDown() {
      importers.end();
      const dirty = open?.project.status().dirty ?? false;
      await open?.project.close({ keepJournal: dirty });
      if (!dirty) await session.write(null);
      open = null;
    },
  };
  async function bringBack(): Promise<void> {
    const work = await session.read();
    if (work === null) return;
    try {
      await bench.replace(await recoverProject(options, work));
    } catch (error) {
      // Still in the list of what can be recovered, unless nothing is left of it.
      options.log(`The open project did not come back: ${error instanceof Error ? error.stack : error}`);
      await session.write(null);
    }
  }
  return bench;
}

const CLOSED = { open: false, title: '', sequence: 0, dirty: false, changes: 0, recovered: 0 };

function mustBeOpen<T>(open: T | null): T {
  if (open !== null) return open;
  throw new Problem({
    code: 'project.none',
    message: 'No project is open.',
    remedy: 'Open one, or begin a new one.',
  });
}
