import type { FileGroup, GroupWanted, ManyFiles } from '../../shared/contract/manyFiles.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { CallContext, Handlers } from '../../shared/contract/server.ts';
import type { CliIo } from './command.ts';

/** What becomes of files whose columns differ from those of the most files. */
export type OtherLayouts = 'stop' | 'own' | 'leave';

interface Wanted {
  files: readonly string[];
  title: string;
  others: OtherLayouts;
}

/** Files and folders of one layout as one table. Whatever is left out, differs or was doubtful is told by file. */
export async function importAsOne(
  { files, title, others }: Wanted,
  handlers: Handlers,
  context: CallContext,
  io: CliIo,
): Promise<void> {
  const found = await handlers['importMany.inspect']({ files: files.map((path) => ({ path })) }, context);
  try {
    await importGroups(found, { title, others }, handlers, context, io);
  } finally {
    // The importer's process would keep the program running.
    await handlers['importMany.drop']({ id: found.id }, context);
  }
}

async function importGroups(
  found: ManyFiles,
  { title, others }: Omit<Wanted, 'files'>,
  handlers: Handlers,
  context: CallContext,
  io: CliIo,
): Promise<void> {
  for (const { name, problem } of found.skipped) io.log(`${name}: left out: ${problem.message}`);
  const [first, ...rest] = found.groups;
  if (!first)
    throw new Problem({
      code: 'import.no-files',
      message: 'None of the files could be read.',
      remedy: 'What is wrong with each is said above.',
    });
  for (const [i, group] of rest.entries())
    io.log(`Layout ${i + 2} of ${group.files.map(({ name }) => name).join(', ')}: ${differenceWords(group)}`);
  if (rest.length > 0 && others === 'stop')
    throw new Problem({
      code: 'import.layouts-differ',
      message: `The files are of ${rest.length + 1} layouts.`,
      remedy:
        'Give each layout a table (--other-layouts own), or leave the others out (--other-layouts leave).',
    });
  for (const group of found.groups) tellNotes(group, io);
  const taken = others === 'own' ? found.groups : [first];
  const wanted = taken.map((group, i) => ({
    group: i,
    without: [],
    title: i === 0 ? title : `${title} ${i + 1}`,
    fileColumn: 'file',
    ...periodWanted(group),
  }));
  const { tables } = await handlers['importMany.run']({ id: found.id, groups: wanted }, context);
  for (const [i, { rows }] of tables.entries())
    io.log(`${taken[i]?.files.length} files: ${rows} rows into "${wanted[i]?.title}"`);
}

/** The period of the names is the time of the rows where they have none of their own, and every name holds one. */
function periodWanted({ files, columns }: FileGroup): Pick<GroupWanted, 'period'> {
  if (columns.some(({ role }) => role === 'time') || files.some(({ period }) => period === undefined))
    return {};
  return { period: { name: 'period', as: 'time' } };
}

function differenceWords({ difference: { missing, added, units } }: FileGroup): string {
  const parts = [
    ...(missing.length > 0 ? [`without ${missing.join(', ')}`] : []),
    ...(added.length > 0 ? [`with ${added.join(', ')}`] : []),
    ...units,
  ];
  return parts.join('; ');
}

function tellNotes({ files }: FileGroup, io: CliIo): void {
  for (const { name, notes, otherOrder } of files) {
    if (otherOrder) io.log(`${name}: note: Its columns stand in another order; they were matched by name.`);
    for (const { weight, title, text, count } of notes)
      io.log(`${name}: ${weight}: ${title}${count === undefined ? '' : ` (${count})`}. ${text}`);
  }
}
