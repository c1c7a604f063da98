import type { ImportNote } from '../../../shared/contract/importing.ts';
import type { FileLayout } from './layout.ts';

/** Says which tables of a file stay out: of many files, one table of each is taken. */
export function otherTables(file: string, { otherTables: tables }: FileLayout): ImportNote[] {
  const [first] = tables;
  if (!first) return [];
  const words = tables.map(
    ({ title, firstLine, lastLine, rows }) =>
      `${title === '' ? '' : `"${title}", `}lines ${firstLine} to ${lastLine}, ${rows} ${rows === 1 ? 'row' : 'rows'}`,
  );
  return [
    {
      code: 'files.other-tables',
      weight: 'decide',
      title: tables.length === 1 ? 'Another table is left out' : `${tables.length} other tables are left out`,
      text: `Of many files, the largest table of each is taken. ${words.join('; ')}. Import the file by itself to take it.`,
      count: tables.length,
      place: { file, line: first.firstLine },
      cells: tables.map(({ title, firstLine }) => ({ place: { file, line: firstLine }, text: title })),
    },
  ];
}
