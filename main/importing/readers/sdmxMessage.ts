import { cellOfJson, isRecord, type Json } from './jsonCells.ts';

/** A dimension, measure or attribute of an SDMX-JSON message, and the values that numbers in the data point to. */
export interface Component {
  id: string;
  /** Absent: what stands in the data is the value itself. */
  values: readonly ComponentValue[] | undefined;
  /** Where it stands in the key of the structure; dimensions of several levels are put in that order. */
  position: number;
  /** The value where the data say nothing. */
  fallback: string | null;
}

export interface ComponentValue {
  id: string | null;
  name: string | null;
}

/** What the numbers of one data set mean. */
export interface MessageStructure {
  dimensions: Record<'dataSet' | 'series' | 'observation', Component[]>;
  measures: Component[];
  attributes: Record<'dataSet' | 'dimensionGroup' | 'series' | 'observation', Component[]>;
}

/** The data sets of a message with their structures: SDMX-JSON 2.0 and 1.0, and the drafts before it without "data". Null where it is none. */
export function dataSetsOf(message: Json): { set: JsonRecord; structure: MessageStructure }[] | null {
  if (!isRecord(message)) return null;
  const { data = message } = message;
  if (!isRecord(data) || !Array.isArray(data.dataSets)) return null;
  const structures = Array.isArray(data.structures) ? data.structures : [data.structure ?? message.structure];
  const found = data.dataSets.filter(isRecord).flatMap((set) => {
    const at = Number(set.structure === undefined ? 0 : cellOfJson(set.structure));
    const structure = structures[at] ?? structures[0];
    return isRecord(structure) && isRecord(structure.dimensions)
      ? [{ set, structure: structureOf(structure) }]
      : [];
  });
  return found.length === 0 ? null : found;
}

export type JsonRecord = { [key: string]: Json };

function structureOf({ dimensions, measures, attributes }: JsonRecord): MessageStructure {
  const at = (part: Json | undefined, level: string) => components(isRecord(part) ? part[level] : undefined);
  return {
    dimensions: {
      dataSet: at(dimensions, 'dataSet'),
      series: at(dimensions, 'series'),
      observation: at(dimensions, 'observation'),
    },
    measures: at(measures, 'observation'),
    attributes: {
      dataSet: at(attributes, 'dataSet'),
      dimensionGroup: at(attributes, 'dimensionGroup'),
      series: at(attributes, 'series'),
      observation: at(attributes, 'observation'),
    },
  };
}

function components(list: Json | undefined): Component[] {
  if (!Array.isArray(list)) return [];
  return list.filter(isRecord).map((component, i): Component => {
    const { values } = component;
    return {
      id: text(component.id) ?? `component ${i + 1}`,
      values: Array.isArray(values) && values.length > 0 ? values.map(componentValue) : undefined,
      position: Number(text(component.keyPosition) ?? Number.NaN),
      fallback: text(component.default),
    };
  });
}

function componentValue(value: Json): ComponentValue {
  if (!isRecord(value)) return { id: cellOfJson(value), name: null };
  const plain = value.value ?? value.values;
  return { id: text(value.id) ?? (plain === undefined ? null : cellOfJson(plain)), name: nameOf(value) };
}

/** The English name where there are several languages, else the one that the message leads with. */
function nameOf({ name, names }: JsonRecord): string | null {
  const languages = isRecord(names) ? names : isRecord(name) ? name : {};
  const english = Object.keys(languages).find((language) => /^en(-|$)/i.test(language));
  if (english !== undefined) return text(languages[english]);
  return text(isRecord(name) ? undefined : name) ?? text(Object.values(languages)[0]);
}

function text(value: Json | undefined): string | null {
  if (value === undefined || value === null || isRecord(value) || Array.isArray(value)) return null;
  return cellOfJson(value);
}
