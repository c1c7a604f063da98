import { AREA_GROUPS } from './areaGroups.ts';
import { AREA_LIST } from './areaList.ts';
import { type Classification, listOf } from './classification.ts';
import { nameKey } from './nameKey.ts';

/** Eurostat and the EU write two countries otherwise than ISO. */
const OTHER_ALPHA2: readonly [string, string][] = [
  ['EL', 'GRC'],
  ['UK', 'GBR'],
];

const areas = listOf(AREA_LIST).map(
  ({ code: alpha2, name: alpha3, others: [m49 = '', label = '', ...names] }) => ({
    alpha2,
    alpha3,
    m49,
    label,
    names,
  }),
);
const groups = listOf(AREA_GROUPS);

/** Countries and areas by ISO 3166 alpha-3, and the groups of them that offices print in the same column. */
export const isoAreas: Classification = {
  id: 'areas',
  title: 'Countries and groups (ISO 3166, M49)',
  concept: 'REF_AREA',
  labels: Object.fromEntries([
    ...areas.map(({ alpha3, label }) => [alpha3, label]),
    ...groups.map(({ code, name }) => [code, name]),
  ]),
  parents: {},
  order: [],
  groups: new Set(groups.map(({ code }) => code)),
  otherCodes: new Map([
    ...areas.map(({ alpha2, alpha3 }): [string, string] => [alpha2, alpha3]),
    ...OTHER_ALPHA2,
    ...areas.flatMap(({ m49, alpha3 }) => (m49 === '' ? [] : numbersOf(m49, alpha3))),
    ...groups.flatMap(({ code }) => (/^\d+$/.test(code) ? numbersOf(code, code) : [])),
    ...numbersOf('001', 'WLD'),
    ...numbersOf('000', 'WLD'),
  ]),
  names: new Map([
    ...groups.flatMap(({ code, name, others }) =>
      [name, ...others].map((one): [string, string] => [nameKey(one), code]),
    ),
    ...areas.flatMap(({ alpha3, label, names }) =>
      [label, ...names].map((one): [string, string] => [nameKey(one), alpha3]),
    ),
  ]),
  plainCodes: /^[A-Z]{3}$/,
  columnNames:
    /(^|[^a-z])(countr(y|ies)|econom(y|ies)|areas?|geo(graphy)?|nations?|reporters?|reporting|partners?|counterparts?|territor(y|ies)|iso[ _-]?[23]?|m49|location)($|[^a-z])/i,
};

/** A number of three digits as files write it: with its zeros, without them, and as UNCTADstat does with four. */
function numbersOf(m49: string, code: string): [string, string][] {
  return [m49, String(Number(m49)), `0${m49}`].map((written) => [written, code]);
}
