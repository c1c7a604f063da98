import type { ImportNote } from '../../../shared/contract/importing.ts';
import type { Recipe, Step } from '../../../shared/model/recipe.ts';
import { type Column, codeLabel } from '../../../shared/model/table.ts';
import { counted, type StepContext, type StepOf } from './step.ts';

/** One text of a column, the code that it became, and where it stands first. */
export interface MappedText {
  text: string;
  code: string;
  /** Neither the recipe nor the list knows it. */
  unknown: boolean;
  rows: number;
  line: number;
}

const CELLS = 100;

/** What is to be said of a mapping: texts that nothing knows, several texts that became one code, groups among the codes. */
export function codeNotes(
  made: Column,
  from: string,
  texts: readonly MappedText[],
  step: StepOf<'mapCodes'>,
  context: StepContext,
): ImportNote[] {
  const placed = ({ line }: MappedText) => ({ file: context.fileName, line, column: from });
  const noteOf = (
    note: Pick<ImportNote, 'code' | 'weight' | 'title' | 'text'>,
    about: readonly MappedText[],
    treatments: ImportNote['treatments'],
  ): ImportNote => ({
    ...note,
    count: about.length,
    ...(about[0] && { place: placed(about[0]) }),
    cells: about.slice(0, CELLS).map((one) => ({ place: placed(one), text: one.text })),
    ...(treatments && treatments.length > 0 && { treatments }),
  });
  const notes: ImportNote[] = [];

  const unknown = texts.filter((one) => one.unknown);
  if (unknown.length > 0) {
    const kept = {
      ...step,
      map: { ...step.map, ...Object.fromEntries(unknown.map(({ text }) => [text, ''])) },
    };
    notes.push(
      noteOf(
        {
          code: 'codes.unmatched',
          weight: 'decide',
          title: 'Names not in the list',
          text: `In ${from}: ${shown(unknown)}. They keep their text.`,
        },
        unknown,
        [
          ...treatment('Keep them as they are', context, step, [kept]),
          ...treatment('Leave their rows out', context, step, [step, dropped(made, unknown)]),
        ],
      ),
    );
  }

  const byCode = Map.groupBy(texts, ({ code }) => code);
  const joined = [...byCode.values()].filter((all) => all.length > 1);
  if (joined.length > 0)
    notes.push(
      noteOf(
        {
          code: 'codes.joined',
          weight: 'note',
          title: 'Several names became one code',
          text: joined
            .slice(0, 5)
            .map((all) => `${all.map(({ text }) => `"${text}"`).join(', ')} are ${all[0]?.code}`)
            .join('; '),
        },
        joined.flat(),
        undefined,
      ),
    );

  const groups = texts.filter(({ code }) => made.groups?.includes(code));
  if (groups.length > 0 && groups.length < texts.length)
    notes.push(
      noteOf(
        {
          code: 'codes.groups',
          weight: 'note',
          title: 'Groups among the areas',
          text: `In ${from}: ${groups
            .slice(0, 5)
            .map(({ code }) => codeLabel(made, code))
            .join(
              ', ',
            )}${groups.length > 5 ? ` and ${groups.length - 5} more` : ''}. A sum or share never runs over a group and others.`,
        },
        groups,
        treatment('Leave the groups out', context, step, [step, dropped(made, groups)]),
      ),
    );
  return notes;
}

function shown(texts: readonly MappedText[]): string {
  const first = texts.slice(0, 5).map(({ text, rows }) => `"${text}" (${counted(rows, 'row')})`);
  return `${first.join(', ')}${texts.length > 5 ? ` and ${texts.length - 5} more` : ''}`;
}

function dropped({ name }: Column, texts: readonly MappedText[]): Step {
  return { step: 'filterRows', column: name, drop: [...new Set(texts.map(({ code }) => code))] };
}

/** The whole recipe with these steps in the place of the one that speaks. */
function treatment(
  title: string,
  { recipe }: StepContext,
  step: Step,
  steps: readonly Step[],
): { title: string; recipe: Recipe }[] {
  const at = recipe?.indexOf(step) ?? -1;
  return recipe && at >= 0 ? [{ title, recipe: recipe.toSpliced(at, 1, ...steps) }] : [];
}
