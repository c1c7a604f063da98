import { codeOf } from '../../../shared/classifications/classification.ts';
import { classificationOf } from '../../../shared/classifications/index.ts';
import type { Column } from '../../../shared/model/table.ts';
import { identifier, literal } from '../../engine/engine.ts';
import { type CodedColumn, codedColumn } from '../classify.ts';
import { columnId } from '../columnIds.ts';
import { codeNotes, type MappedText } from './codeNotes.ts';
import { displayNames } from './displayNames.ts';
import { columnNamed, counted, defineStep, type StepOf } from './step.ts';
import { storedState } from './storedState.ts';
import { textLookup } from './textLookup.ts';
import { textOf } from './textOf.ts';

/** Texts become codes of one list: the recipe's own mapping first, then the list. What neither knows keeps its text and is told. */
export const mapCodes = defineStep({
  step: 'mapCodes',
  async apply(given, step, context) {
    // Its texts are asked for several times, and by the next steps of its kind.
    const state = given.light ? given : await storedState(given, context);
    const column = columnNamed(state, step.column, 'map codes');
    const cell = `trim(${textOf(column, 'map codes').replace(identifier(column.id), `t.${identifier(column.id)}`)})`;
    const found = await context.rows(
      `SELECT ${cell} AS text, count(*), min(_line) FROM (${state.sql}) t WHERE ${cell} <> '' GROUP BY 1 ORDER BY 3, 1`,
    );
    const texts = found.map(([text, rows, line]) => ({
      ...mapped(String(text), step),
      rows: Number(rows),
      line: Number(line),
    }));
    const codeIn = textLookup(
      texts.map(({ text, code }) => [text, literal(code)] as const),
      'VARCHAR',
    );
    const coded = `coalesce(${codeIn(cell)}, nullif(${cell}, ''))`;

    const inPlace = step.to === undefined || step.to === column.name;
    const others = state.columns.filter((one) => !inPlace || one !== column);
    const name = step.to ?? column.name;
    const id = inPlace ? column.id : columnId(name, new Set(others.map((one) => one.id)));
    const codes = [...new Set(texts.map(({ code }) => code))];
    const names =
      step.names === undefined ? undefined : await displayNames(state, step.names, coded, context);
    const made: Column = {
      id,
      name,
      ...(column.label !== undefined && inPlace && { label: column.label }),
      type: 'category',
      role: 'dimension',
      ...knownOf(step, codes, names ?? ownWords(step, texts)),
      ...(inPlace && writtenOf(texts)),
    };
    for (const note of codeNotes(made, column.name, texts, step, context)) context.note(note);

    const columns = state.columns.flatMap((one) =>
      one !== column ? [one] : inPlace ? [made] : [column, made],
    );
    const fields = columns.map((one) =>
      one === made ? `${coded} AS ${identifier(id)}` : `t.${identifier(one.id)}`,
    );
    const unmatched = texts.filter(({ unknown }) => unknown).length;
    return {
      sql: `SELECT t._line, ${fields.join(', ')} FROM (${state.sql}) t`,
      columns,
      light: true,
      words: {
        title: 'Codes',
        words: `${column.name}, ${classificationOf(step.classification ?? '')?.title ?? 'names of its codes'}`,
        count: unmatched > 0 ? `${unmatched} not known` : counted(codes.length, 'code'),
      },
    };
  },
});

function mapped(text: string, step: StepOf<'mapCodes'>): { text: string; code: string; unknown: boolean } {
  const own = Object.hasOwn(step.map, text) ? step.map[text] : undefined;
  if (own !== undefined) return { text, code: own === '' ? text : own, unknown: false };
  const classification =
    step.classification === undefined ? undefined : classificationOf(step.classification);
  const code = classification && codeOf(classification, text);
  return { text, code: code ?? text, unknown: classification !== undefined && code === null };
}

/** The file's own words for a code, where it has one name for it. */
function ownWords(step: StepOf<'mapCodes'>, texts: readonly MappedText[]): Record<string, string> {
  const classification =
    step.classification === undefined ? undefined : classificationOf(step.classification);
  if (!classification) return {};
  const { labels, otherCodes } = classification;
  // What the user mapped to a known code is called as the list calls it.
  const named = texts.filter(
    ({ text, code }) =>
      !Object.hasOwn(labels, text) &&
      !otherCodes?.has(text) &&
      !(Object.hasOwn(step.map, text) && Object.hasOwn(labels, code)),
  );
  return Object.fromEntries(
    named
      .filter(({ code, text }) => code !== text && named.filter((other) => other.code === code).length === 1)
      .map(({ code, text }) => [code, text]),
  );
}

/** What the file wrote for each code; where it wrote it in several ways, the most usual one. */
function writtenOf(texts: readonly MappedText[]): Pick<Column, 'written'> {
  const written: Record<string, string> = {};
  for (const { text, code } of texts.toSorted((a, b) => a.rows - b.rows)) written[code] = text;
  const others = Object.entries(written).filter(([code, text]) => code !== text);
  return others.length > 0 ? { written: Object.fromEntries(others) } : {};
}

function knownOf(
  step: StepOf<'mapCodes'>,
  codes: readonly string[],
  names: Record<string, string> | undefined,
): CodedColumn {
  const classification =
    step.classification === undefined ? undefined : classificationOf(step.classification);
  const known: CodedColumn = classification ? codedColumn(classification, codes) : {};
  // A thing is called as its office calls it; other tables know it by its code.
  const labels = { ...known.labels, ...names };
  const concept = step.concept ?? known.concept;
  return {
    ...known,
    ...(Object.keys(labels).length > 0 && { labels }),
    ...(concept !== undefined && { concept }),
  };
}
