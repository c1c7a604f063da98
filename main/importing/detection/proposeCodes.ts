import { type Classification, codeOf } from '../../../shared/classifications/classification.ts';
import { classifications } from '../../../shared/classifications/index.ts';
import type { Step } from '../../../shared/model/recipe.ts';
import { mappableTo } from '../classify.ts';
import type { CodeTools } from './codeTools.ts';
import { type ColumnSample, textsOf } from './columnSample.ts';
import { type Known, proposeSdmx } from './proposeSdmx.ts';

/** Words of a name that say whether it is the code or the name of a thing. */
const CODE = /[ _-]*\b(code|codes|id|iso ?[23]?|alpha ?[23]|m49)\b/gi;
const NAME = /[ _-]*\b(name|names|label|description|desc|title)\b/gi;
const MOST_TEXTS = 900;

/** Columns of codes and of names of known things: mapped, a code with its name beside it made one. What is known of columns is answered by name. */
export async function proposeCodes(samples: readonly ColumnSample[], tools: CodeTools): Promise<Known> {
  const sdmx = await proposeSdmx(samples, tools);
  if (sdmx) return sdmx;
  const known = new Map<string, { type: 'category'; role: 'dimension' }>();
  const gone = new Set<string>();
  const coded = { type: 'category', role: 'dimension' } as const;
  // Codes first: the names beside them are theirs, and need no codes of their own.
  const isCoded = (sample: ColumnSample) =>
    CODE_WORD.test(sample.name) || ownList(sample.name, textsOf(sample)) !== undefined;
  const order = [...samples.filter(isCoded), ...samples.filter((sample) => !isCoded(sample))];
  for (const sample of order) {
    const { name } = sample;
    if (gone.has(name) || sample.many || sample.texts.length > MOST_TEXTS) continue;
    const texts = textsOf(sample);
    if (texts.length === 0 || texts.some((text) => text.length > 120)) continue;
    const classification =
      ownList(name, texts) ?? mappableTo(name, texts) ?? mappedBefore(texts, tools.mappings);
    const beside = await nameBeside(sample, samples, classification?.id, tools);
    const mapping = classification && tools.mappings[classification.id];
    const isOwn =
      classification !== undefined && texts.every((text) => Object.hasOwn(classification.labels, text));
    const byName =
      beside && classification ? namedOtherwise(classification, await tools.pairs(name, beside.name)) : {};
    if (beside) gone.add(beside.name);
    // A list's own codes are recognised without a step.
    if (!beside && (!classification || isOwn)) continue;
    await tools.add({
      step: 'mapCodes',
      column: name,
      map: {
        ...byName,
        ...Object.fromEntries(Object.entries(mapping ?? {}).filter(([text]) => texts.includes(text))),
      },
      ...(classification && { classification: classification.id }),
      ...(beside && { names: beside.name }),
    });
    known.set(name, coded);
  }
  if (gone.size > 0) await tools.add({ step: 'dropColumns', columns: [...gone] });
  return known;
}

/** Codes of another system, which the names beside them tell: 534 is India at the IMF and Sint Maarten in M49. Letters that say themselves stay. */
function namedOtherwise(
  list: Classification,
  pairs: readonly (readonly [code: string, name: string])[],
): Record<string, string> {
  const known = pairs.flatMap(([code, name]) => {
    const byName = codeOf(list, name);
    return byName === null ? [] : [{ code, byName, byCode: codeOf(list, code) }];
  });
  return Object.fromEntries(
    known.flatMap(({ code, byName, byCode }) =>
      byCode === byName || list.plainCodes?.test(code) === true ? [] : [[code, byName]],
    ),
  );
}

/** A proposed step as it is for a column whose codes are known. */
export function settled(step: Step, known: Known): Step {
  const said = step.step === 'setColumn' ? known.get(step.column) : undefined;
  if (step.step !== 'setColumn' || !said) return step;
  if (said.role === 'measure') return { ...step, ...said };
  const {
    nature: _nature,
    unit: _unit,
    unitFrom: _from,
    affixes: _affixes,
    decimalUnsure: _unsure,
    ...rest
  } = step;
  return { ...rest, ...said };
}

/** The list that the user mapped nearly all of these texts to, in another import. */
function mappedBefore(texts: readonly string[], mappings: CodeTools['mappings']) {
  return classifications.find((one) => {
    const known = mappings[one.id];
    if (!known || !texts.some((text) => Object.hasOwn(known, text))) return false;
    const found = texts.filter((text) => Object.hasOwn(known, text) || codeOf(one, text) !== null);
    return found.length >= texts.length * 0.8;
  });
}

/** A list by its own codes, as `mappableTo` leaves them alone. */
function ownList(name: string, texts: readonly string[]) {
  return classifications.find(
    ({ labels, plainCodes, columnNames }) =>
      columnNames !== undefined &&
      texts.filter(
        (text) => Object.hasOwn(labels, text) && (plainCodes?.test(text) || columnNames.test(name)),
      ).length >=
        texts.length * 0.8,
  );
}

/** The column that holds the names of these codes: by what the two are called, or because the names are those of the same list. */
async function nameBeside(
  codes: ColumnSample,
  samples: readonly ColumnSample[],
  list: string | undefined,
  tools: CodeTools,
): Promise<ColumnSample | undefined> {
  const stem = stemOf(codes.name);
  const classification = classifications.find(({ id }) => id === list);
  for (const other of samples) {
    if (other === codes || other.many || textsOf(other).length < 1) continue;
    const paired =
      stemOf(other.name) === stem &&
      (NAME_WORD.test(other.name) || CODE_WORD.test(codes.name)) &&
      !CODE_WORD.test(other.name) &&
      !NAME_WORD.test(codes.name);
    if (paired && (await tools.isNameOf(codes.name, other.name))) return other;
    if (!classification?.names || !codes.texts.some(({ text }) => Object.hasOwn(classification.labels, text)))
      continue;
    if (mappableTo(other.name, textsOf(other)) !== classification) continue;
    const pairs = await tools.pairs(codes.name, other.name);
    if (
      pairs.length > 0 &&
      pairs.every(([code, name]) => codeOf(classification, name) === codeOf(classification, code))
    )
      return other;
  }
  return undefined;
}

const CODE_WORD = /(^|[ _-])(codes?|id|iso[ _-]?[23]?|alpha[ _-]?[23]|m49)($|[ _-])/i;
const NAME_WORD = /(^|[ _-])(names?|label|description|desc|title)($|[ _-])/i;

function stemOf(name: string): string {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_-]+/g, ' ');
  return words.replace(CODE, '').replace(NAME, '').trim().toLowerCase();
}
