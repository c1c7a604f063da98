import type { CodeTools } from './codeTools.ts';
import { type ColumnSample, textsOf } from './columnSample.ts';

/** UNIT_MULT is a power of ten. It is said in the unit's words; values stay as they are. */
const SCALES: Readonly<Record<string, string>> = {
  '0': '',
  '2': 'hundred',
  '3': 'thousand',
  '6': 'million',
  '9': 'billion',
  '12': 'trillion',
};
/** Units by their codes in SDMX and at Eurostat. Others are shown by their own name or code. */
const UNITS: Readonly<Record<string, string>> = {
  USD: 'US$',
  EUR: '€',
  PKR: 'Rs',
  GBP: '£',
  JPY: '¥',
  PT: '%',
  PC: '%',
  XDC: 'national currency',
  NAC: 'national currency',
  MIO_EUR: '€ million',
  MIO_USD: 'US$ million',
  MIO_NAC: 'national currency, million',
  THS_EUR: '€ thousand',
  BN_EUR: '€ billion',
};

/** One unit for all: its words, and its columns to be dropped. Several: one column of units in words. */
export async function proposeUnits(
  samples: readonly ColumnSample[],
  { add, isConstant }: CodeTools,
): Promise<{ words?: string; column?: string; drop?: string[] }> {
  const named = (pattern: RegExp) => samples.find(({ name }) => pattern.test(name));
  // Eurostat's balance of payments calls it a currency.
  const unit = named(/^UNIT_MEASURE$/i) ?? named(/^UNIT$/i) ?? named(/^currency$/);
  const scale = named(/^UNIT_MULT$/i);
  if (!unit && !scale) return {};
  const columns = [unit, scale].flatMap((one) => (one ? [one.name] : []));
  const single = (await Promise.all(columns.map((name) => isConstant(name)))).every(Boolean);
  if (single) {
    const [code = ''] = unit ? textsOf(unit) : [];
    const [power = '0'] = scale ? textsOf(scale) : [];
    if (!Object.hasOwn(SCALES, power)) return unit ? { column: unit.name } : {};
    const words = [UNITS[code] ?? code, SCALES[power] ?? ''].filter((part) => part !== '').join(' ');
    return words === '' ? {} : { words, drop: columns };
  }
  if (scale) {
    await add({ step: 'replace', columns: [scale.name], find: '0', with: '', as: 'cell' });
    const { '0': _, ...map } = SCALES;
    await add({ step: 'mapCodes', column: scale.name, map });
  }
  if (!unit || !scale) return { column: columns[0] ?? '' };
  await add({ step: 'mapCodes', column: unit.name, map: { ...UNITS } });
  await add({
    step: 'mergeColumns',
    columns: [unit.name, scale.name],
    separator: ' ',
    to: 'UNIT',
    keep: false,
  });
  return { column: 'UNIT' };
}
