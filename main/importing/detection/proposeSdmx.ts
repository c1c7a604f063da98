import { classificationOf } from '../../../shared/classifications/index.ts';
import { conceptOf, sdmxCodes } from '../../../shared/classifications/sdmxCodes.ts';
import type { Step } from '../../../shared/model/recipe.ts';
import { mappableTo } from '../classify.ts';
import type { CodeTools } from './codeTools.ts';
import { type ColumnSample, textsOf } from './columnSample.ts';
import { proposeUnits } from './sdmxUnits.ts';

type SetColumn = Extract<Step, { step: 'setColumn' }>;

/** What is known of columns before their types are sought: by name, what is said of them instead. */
export type Known = ReadonlyMap<string, Partial<Pick<SetColumn, 'type' | 'role' | 'unit'>>>;

/** An id of a component, in the capitals of SDMX or the small letters of Eurostat. */
const ID = /^[A-Z][A-Z0-9_]*$|^[a-z][a-z0-9_]*$/;
/** "A: Annual", or a structure with its agency: "STAT:BOP(1.0): Balance of payments". */
const LABELLED = /^([A-Z0-9_.+@$-]+|[\w.]+:\w+\([\w.]+\)): \S/;
/** What tells where rows come from, not what they say. */
const STRUCTURE = /^(STRUCTURE|STRUCTURE_NAME|ACTION)$/i;
const FLOW = /^(DATAFLOW|STRUCTURE_ID|DATASET|DATASTRUCTURE|KEY)$/i;
const COMMENT = /(^|_)(COM|COMMENT|NOTE|TITLE|TITLE_COMPL|DESC|UPDATE)(_|$)|LAST UPDATE/i;
/** Places and items stay even where there is only one: other tables are joined by them. */
const KEPT = new Set([
  'TIME_PERIOD',
  'OBS_VALUE',
  'REF_AREA',
  'COUNTERPART_AREA',
  'INT_ACC_ITEM',
  'ACCOUNTING_ENTRY',
  'UNIT_MEASURE',
  'UNIT_MULT',
  'UNIT',
]);

/**
 * SDMX-CSV 1.0 and 2.0, the flat rows of SDMX-JSON, and Eurostat's TSV, by their columns: "code: label" cells are split, names become the display names of
 * codes, the unit and its multiplier become words, columns of one value are dropped and told. Null where the columns are those of another file.
 */
export async function proposeSdmx(samples: readonly ColumnSample[], tools: CodeTools): Promise<Known | null> {
  const eurostat = samples.find(({ name }) => /^[\w-]+(,[\w-]+)+\s*\\\s*\w+$/.test(name));
  if (eurostat) {
    const dimensions = eurostat.name.split('\\')[0]?.split(',') ?? [];
    await tools.add({
      step: 'splitColumn',
      column: eurostat.name,
      by: { kind: 'delimiter', delimiter: ',' },
      into: dimensions.map((name) => name.trim()),
      keep: false,
    });
    const parts = async () =>
      (await tools.look()).filter(({ name }) => dimensions.some((one) => one.trim() === name));
    return await finished(await components(await parts(), tools), parts, VALUE_OF_PERIODS, tools);
  }
  const ids = samples.map(({ name }) => name.split(': ')[0] ?? name);
  if (!ids.some((id) => /^TIME_PERIOD$/i.test(id)) || !ids.some((id) => /^OBS_VALUE$/i.test(id))) return null;
  await splitLabels(samples, tools);
  const value = ids.findIndex((id) => /^OBS_VALUE$/i.test(id));
  return await finished(await components(await tools.look(), tools), tools.look, ids[value] ?? '', tools);
}

/** The name that the figures of columns of periods get. */
const VALUE_OF_PERIODS = 'value';

/** The unit in words, and what says nothing out of the way. */
async function finished(
  components: Known,
  look: CodeTools['look'],
  value: string,
  tools: CodeTools,
): Promise<Known> {
  const known = new Map(components);
  const unit = await proposeUnits(await look(), tools);
  known.set(value, {
    type: 'number',
    role: 'measure',
    ...(unit.words !== undefined && { unit: unit.words }),
  });
  if (unit.column !== undefined) known.set(unit.column, { type: 'category', role: 'unit' });
  await dropConstant(await look(), known, unit.drop ?? [], tools);
  return known;
}

/** Headers and cells of labels=both, "FREQ: Frequency" over "A: Annual". */
async function splitLabels(samples: readonly ColumnSample[], { add }: CodeTools): Promise<void> {
  for (const sample of samples) {
    const [id = sample.name, ...rest] = sample.name.split(': ');
    const isBoth = rest.length > 0 && ID.test(id);
    const texts = textsOf(sample);
    const labelled = texts.filter((text) => LABELLED.test(text)).length;
    // Comments have colons too, and are never parted.
    if (texts.length > 0 && labelled >= texts.length * 0.9 && ID.test(id) && !COMMENT.test(id))
      await add({
        step: 'splitColumn',
        column: sample.name,
        by: { kind: 'delimiter', delimiter: ': ' },
        into: [id, `${id}_LABEL`],
        keep: false,
      });
    else if (isBoth) await add({ step: 'rename', from: sample.name, to: id });
  }
}

/** Codes with their names, the roles of dimensions and attributes. What stands behind the value is an attribute. */
async function components(samples: readonly ColumnSample[], tools: CodeTools): Promise<Known> {
  const known = new Map<string, Partial<Pick<SetColumn, 'type' | 'role' | 'unit'>>>();
  const value = samples.findIndex(({ name }) => /^OBS_VALUE$/i.test(name));
  const gone = new Set<string>();
  for (const [i, sample] of samples.entries()) {
    const { name } = sample;
    if (gone.has(name) || !ID.test(name)) continue;
    const concept = conceptOf(name);
    const label = await labelOf(sample, samples, i, tools);
    if (label) gone.add(label.name);
    if (STRUCTURE.test(name)) {
      gone.add(name);
      continue;
    }
    if (concept === 'TIME_PERIOD') known.set(name, { type: 'period', role: 'time' });
    if (concept === 'TIME_PERIOD' || concept === 'OBS_VALUE') continue;
    const classification = listFor(sample, concept);
    if (label || classification !== undefined)
      await tools.add({
        step: 'mapCodes',
        column: name,
        map: {},
        ...(classification !== undefined && { classification }),
        ...(label && { names: label.name }),
        concept,
      });
    known.set(name, roleOf(name, concept, value >= 0 && i > value));
  }
  if (gone.size > 0) await tools.add({ step: 'dropColumns', columns: [...gone] });
  return known;
}

function roleOf(
  name: string,
  concept: string,
  attribute: boolean,
): { type: SetColumn['type']; role: SetColumn['role'] } {
  if (concept === 'OBS_STATUS') return { type: 'category', role: 'status' };
  if (COMMENT.test(name)) return { type: 'text', role: 'note' };
  if (FLOW.test(name)) return { type: 'category', role: 'definition' };
  if (concept === 'UNIT_MEASURE') return { type: 'category', role: 'unit' };
  return attribute ? { type: 'text', role: 'note' } : { type: 'category', role: 'dimension' };
}

/** The list whose codes these are: the concept's own, or areas and items where enough of them are known. */
function listFor(sample: ColumnSample, concept: string): string | undefined {
  const texts = textsOf(sample);
  if (texts.length === 0) return undefined;
  const short = sdmxCodes(concept);
  if (short && texts.every((text) => Object.hasOwn(short.labels, text))) return short.id;
  const byName = concept.replaceAll('_', ' ');
  const found = mappableTo(byName, texts);
  if (found) return found.id;
  const own = ['areas', 'ebops-2010'].map(classificationOf).find((one) => one?.columnNames?.test(byName));
  const codes = own && texts.filter((text) => Object.hasOwn(own.labels, text)).length;
  return own && codes !== undefined && codes >= texts.length * 0.8 ? own.id : undefined;
}

/** The column of names for a column of codes: called after it, or standing beside it, with one name for each code. */
async function labelOf(
  sample: ColumnSample,
  samples: readonly ColumnSample[],
  at: number,
  { isNameOf }: CodeTools,
): Promise<ColumnSample | undefined> {
  const called = samples.find(({ name }) =>
    [`${sample.name}_LABEL`, `${sample.name}_NAME`, `${sample.name} label`].some(
      (one) => one.toLowerCase() === name.toLowerCase(),
    ),
  );
  if (called) return called;
  const next = samples[at + 1];
  if (!next || ID.test(next.name) || textsOf(next).length === 0) return undefined;
  return (await isNameOf(sample.name, next.name)) ? next : undefined;
}

/** A column that holds one value in every row tells nothing of them apart. */
async function dropConstant(
  samples: readonly ColumnSample[],
  known: Known,
  more: readonly string[],
  { add, isConstant }: CodeTools,
): Promise<void> {
  const columns = [...more];
  for (const { name, texts } of samples)
    if (
      texts.length <= 1 &&
      !KEPT.has(conceptOf(name)) &&
      known.get(name)?.role !== 'definition' &&
      (await isConstant(name))
    )
      columns.push(name);
  if (columns.length > 0 && columns.length < samples.length)
    await add({ step: 'dropColumns', columns, constant: true });
}
