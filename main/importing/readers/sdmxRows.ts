import { cellOfJson, isRecord, type Json } from './jsonCells.ts';
import type { ReaderNote } from './reader.ts';
import type { Component, JsonRecord, MessageStructure } from './sdmxMessage.ts';

type Cells = Map<string, string | null>;
type Tell = (note: ReaderNote) => void;

/** One data set as flat rows, the names first: each component's code, beside it its name where it has one. Groups and series give their attributes to all their observations. */
export function* rowsOfDataSet(
  set: JsonRecord,
  structure: MessageStructure,
  tell: Tell,
): Generator<(string | null)[]> {
  const { dimensions, attributes } = structure;
  const measures = structure.measures.length > 0 ? structure.measures : [OBS_VALUE];
  const keys = [...dimensions.dataSet, ...dimensions.series, ...dimensions.observation];
  const order = keys.every(({ position }) => Number.isFinite(position))
    ? keys.toSorted((a, b) => a.position - b.position)
    : keys;
  const columns = [
    ...order,
    ...measures,
    ...attributes.dataSet,
    ...attributes.dimensionGroup,
    ...attributes.series,
    ...attributes.observation,
  ].flatMap((component) => (hasNames(component) ? [component.id, labelId(component)] : [component.id]));
  const names = [...new Set(columns)];
  yield names;

  const base: Cells = new Map();
  for (const component of dimensions.dataSet) put(base, component, component.values ? ZERO : undefined, tell);
  // Drafts give the attributes of the data set as values; where they are left out, the only value holds.
  putAll(
    base,
    attributes.dataSet,
    set.attributes ?? attributes.dataSet.map(({ values }) => (values ? ZERO : null)),
    tell,
  );

  const groups = isRecord(set.dimensionGroupAttributes) ? Object.entries(set.dimensionGroupAttributes) : [];
  const row = (start: Cells, key: readonly string[], seriesKey: readonly string[], written: Json) => {
    const cells = new Map(start);
    for (const [i, component] of dimensions.observation.entries()) put(cells, component, index(key[i]), tell);
    const whole = [...dimensions.dataSet.map(() => '0'), ...seriesKey, ...key];
    for (const [group, values] of groups)
      if (covers(group, whole) || covers(group, [...seriesKey, ...key]))
        putAll(cells, attributes.dimensionGroup, values, tell);
    const parts = Array.isArray(written) ? written : [written];
    for (const [i, measure] of measures.entries()) put(cells, measure, parts[i], tell);
    putAll(cells, attributes.observation, parts.slice(measures.length), tell);
    return names.map((name) => cells.get(name) ?? null);
  };
  for (const [key, written] of entries(set.observations)) yield row(base, key.split(':'), [], written);
  for (const [key, series] of entries(set.series)) {
    if (!isRecord(series)) continue;
    const cells = new Map(base);
    const seriesKey = key.split(':');
    for (const [i, component] of dimensions.series.entries())
      put(cells, component, index(seriesKey[i]), tell);
    putAll(cells, attributes.series, series.attributes, tell);
    for (const [own, written] of entries(series.observations))
      yield row(cells, own.split(':'), seriesKey, written);
  }
}

const OBS_VALUE: Component = { id: 'OBS_VALUE', values: undefined, position: Number.NaN, fallback: null };
const ZERO = '0';

function entries(value: Json | undefined): [string, Json][] {
  return isRecord(value) ? Object.entries(value) : [];
}

function hasNames({ values }: Component): boolean {
  return values?.some(({ id, name }) => name !== null && name !== id) ?? false;
}

function labelId({ id }: Component): string {
  return `${id}_LABEL`;
}

/** A part of a key is the place of a value. */
function index(part: string | undefined): Json | undefined {
  return part === undefined || part === '' ? undefined : part;
}

/** "0::2" speaks of all keys with these places. */
function covers(group: string, key: readonly string[]): boolean {
  const parts = group.split(':');
  return parts.length === key.length && parts.every((part, i) => part === '' || part === key[i]);
}

function putAll(cells: Cells, components: readonly Component[], written: Json | undefined, tell: Tell): void {
  if (!Array.isArray(written)) return;
  for (const [i, component] of components.entries()) put(cells, component, written[i], tell);
}

function put(cells: Cells, component: Component, written: Json | undefined, tell: Tell): void {
  const { id, values, fallback } = component;
  if (written === undefined || written === null) {
    if (fallback !== null && !cells.has(id)) cells.set(id, fallback);
    return;
  }
  const cell = cellOfJson(written);
  if (!values || cell === null || !/^\d+$/.test(cell)) {
    cells.set(id, cell);
    return;
  }
  const value = values[Number(cell)];
  if (!value) {
    tell({
      code: 'import.sdmx-key',
      text: `The message points to value ${cell} of ${id}, which it does not hold: the cell is empty.`,
    });
    return;
  }
  cells.set(id, value.id ?? value.name);
  if (hasNames(component)) cells.set(labelId(component), value.name);
}
