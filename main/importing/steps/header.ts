import type { Column } from '../../../shared/model/table.ts';
import { identifier } from '../../engine/engine.ts';
import { columnId } from '../columnIds.ts';
import { LONGEST_NAME } from '../detection/headerNames.ts';
import { headerLines } from './headerLines.ts';
import { reportLines } from './headerNotes.ts';
import { counted, defineStep, type StepContext, type StepOf, Uneven } from './step.ts';

/** Names the columns and takes the data lines. Lines that hold nothing, remarks and repeated headers are left out, short ones padded, cells beyond the last column left out: each is reported. */
export const header = defineStep({
  step: 'header',
  async apply(_state, step, context) {
    // Lines are left out here: the rows are not those of the file one for one.
    if (context.unread && (step.repeated || step.comment !== undefined || step.firstColumn !== undefined))
      throw new Uneven();
    const lines = await headerLines(step, context);
    const taken = new Set<string>();
    const seen = new Map<string, number>();
    const columns = lines.names.map((written, i): Column => {
      const plain = written || `column ${i + 1}`;
      const times = (seen.get(plain) ?? 0) + 1;
      seen.set(plain, times);
      const name = times === 1 ? plain : `${plain} ${times}`;
      const id = columnId(name, taken);
      taken.add(id);
      return { id, name, type: 'text', role: 'note' };
    });
    await reportLines(step, lines, context);
    tellLongNames(lines.names, context);
    return {
      sql: `SELECT _line, ${columns.map(({ id }, i) => `${lines.columns[i]} AS ${identifier(id)}`).join(', ')} FROM raw WHERE ${lines.isData}`,
      columns,
      light: true,
      unread: context.unread !== undefined,
      words: {
        title: 'Header',
        words: headerWords(step),
        count: counted(columns.length, 'column'),
      },
    };
  },
});

function tellLongNames(names: readonly string[], context: StepContext): void {
  const long = names.filter((name) => name.length >= LONGEST_NAME).length;
  if (long === 0) return;
  context.note({
    code: 'import.long-name',
    weight: 'note',
    title: 'Names cut short',
    text: `A name in the header has more than ${LONGEST_NAME.toLocaleString('en-GB')} letters: only its beginning is kept.`,
    count: long,
    place: { file: context.fileName },
  });
}

function headerWords({ lines, units }: StepOf<'header'>): string {
  if (lines.length === 0) return 'none: columns are numbered';
  const words = lines.length === 1 ? `line ${lines[0]}` : `lines ${lines[0]} to ${lines.at(-1)}`;
  return units ? `${words}, units below` : words;
}
