import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../../shared/contract/problem.ts';
import { RefreshAnswers } from '../../shared/contract/refreshing.ts';
import type { Handlers } from '../../shared/contract/server.ts';
import { findById } from '../../shared/model/document.ts';
import type { Source } from '../../shared/model/source.ts';
import { fileFacts } from '../importing/fileFacts.ts';
import { Importer } from '../importing/importer.ts';
import { forkImporter } from '../importing/importerProcess.ts';
import { acceptedRelease } from '../importing/refresh/acceptedRelease.ts';
import { figuresPage } from '../importing/refresh/figuresPage.ts';
import { folderAt } from '../importing/refresh/refreshFiles.ts';
import { Refreshing } from '../importing/refresh/refreshing.ts';
import type { Bench } from './bench.ts';
import { releaseView } from './releaseView.ts';

type RefreshCalls = Extract<keyof Handlers, `refresh.${string}`>;

/** Newer files on their way into tables: nothing changes until one is accepted. */
export function refreshingHandlers(bench: Bench): Pick<Handlers, RefreshCalls> {
  const open = new Map<string, Refreshing>();
  const { options } = bench;
  const places = bench.sourcePlaces;

  function refreshing(id: string): Refreshing {
    const found = open.get(id);
    if (found && found.options.project === bench.current()) return found;
    throw new Problem({
      code: 'refresh.forgotten',
      message: 'This file is no longer compared with the table.',
      remedy: 'Choose it again.',
    });
  }

  async function drop(id: string): Promise<void> {
    const found = open.get(id);
    open.delete(id);
    await found?.drop();
  }

  const notePlace = ({ id, fileName }: Source, path: string, sha256: string) =>
    places
      .note(id, path, sha256)
      .catch((error) => options.log(`The place of ${fileName} was not noted: ${error}`));

  return {
    async 'refresh.plan'({ table, path }, { signal, progress }) {
      const project = bench.project();
      const id = options.newId();
      const importer = new Importer(
        options.spawnImporter ?? forkImporter(options.importerModule),
        options.log,
      );
      const folder = await mkdtemp(join(project.folder, 'refresh-'));
      const one = new Refreshing({ id, project, table, path, importer, folder, now: options.now() });
      open.set(id, one);
      try {
        const plan = await one.plan(RefreshAnswers.parse({}), signal, progress);
        const { source } = one.subject;
        // Where nothing is to be accepted, files that were only moved or touched are known where they are now.
        if (source.files && plan.state === 'same')
          await notePlace(source, await folderAt(path), source.sha256);
        return plan;
      } catch (error) {
        await drop(id);
        throw error;
      }
    },
    'refresh.change': ({ id, answers }, { signal, progress }) =>
      refreshing(id).plan(answers, signal, progress),
    'refresh.figures': ({ id, ...page }, { signal }) =>
      figuresPage(refreshing(id).compared.comparison, page, signal),
    'refresh.view': ({ id, view }, { signal }) =>
      releaseView(refreshing(id).compared.comparison, view, options.newId, signal),
    async 'refresh.accept'({ id }, { signal }) {
      const one = refreshing(id);
      const { comparison, dates } = one.compared;
      const { table, source } = one.subject;
      const { project, path } = one.options;
      const accepted = await acceptedRelease(
        { comparison, source, fileName: one.fileName, file: one.file, ...dates, now: options.now() },
        project,
        options.newId(),
        signal,
      );
      try {
        await bench
          .editor()
          .run(
            'refreshTable',
            { table: table.id, ...accepted.table, source: accepted.source, rows: accepted.rows },
            signal,
          );
      } catch (error) {
        await rm(accepted.rows, { force: true });
        throw error;
      }
      await notePlace(source, source.files ? await folderAt(path) : path, accepted.source.sha256);
      await drop(id);
      return { table: table.id, rows: accepted.added };
    },
    async 'refresh.drop'({ id }) {
      await drop(id);
      return undefined;
    },
    async 'refresh.places'(_nothing, { signal }) {
      return await places.check(bench.current()?.document.sources ?? [], signal);
    },
    async 'refresh.relink'({ source: id, path }, { signal }) {
      const source = findById(bench.project().document.sources, id);
      if (!source)
        throw new Problem({ code: 'source.missing', message: 'That source is no longer in the project.' });
      const { sha256 } = await fileFacts(path, signal);
      await places.note(id, path, sha256);
      return { isSame: sha256 === source.sha256 };
    },
  };
}
