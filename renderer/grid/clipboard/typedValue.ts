import type { Settings } from '../../../shared/contract/app.ts';
import type { Column } from '../../../shared/model/table.ts';
import { monthPeriod } from '../../../shared/periods/period.ts';
import { periodText } from '../../../shared/periods/periodText.ts';
import type { PastedCell } from './pastedCell.ts';

/** A pasted cell as it is typed into a column: exact values before shown texts, texts by the user's decimal sign. Null is an empty cell. */
export function typedValue(
  cell: PastedCell,
  column: Pick<Column, 'type' | 'labels'>,
  numbers: Settings['numbers'],
): string | null {
  if (cell.own && cell.own.type === column.type) return cell.own.text === '' ? null : cell.own.text;
  const text = cell.text.trim();
  switch (column.type) {
    case 'number':
      if (cell.number === undefined || cell.isDate) return text === '' ? null : numberText(text, numbers);
      // A share shown as 12.5% is 0.125 there; whether that is 12.5 here is for the column's unit to say.
      return text.endsWith('%') ? `${Number((cell.number * 100).toPrecision(15))}%` : String(cell.number);
    case 'period':
      return text === '' ? null : (monthOf(cell) ?? text);
    case 'boolean':
      if (cell.boolean !== undefined) return String(cell.boolean);
      return text === '' ? null : text;
    case 'category':
      return text === '' ? null : codeOf(text, column.labels ?? {});
    default:
      return text === '' ? null : text;
  }
}

/** A number as the user's programs write it, as commands read it: without a currency, with a decimal point. Anything else as it is. */
export function numberText(text: string, numbers: Settings['numbers']): string {
  const bare = text
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/^(\(?\s*[-+\u2212]?\s*)(?:US\$|Rs\.?|PKR|USD|EUR|GBP|[$€£¥₨₹])\s*/i, '$1')
    .replace(/\s*(?:PKR|USD|EUR|GBP|[$€£¥₨₹])(\)?)$/i, '$1')
    .trim();
  const isComma = numbers === '1.234,5' || numbers === '1 234,5';
  const isNumber = isComma
    ? /^\(?\s*[-+\u2212]?\s*\d[\d. ]*(,\d+)?\s*\)?\s*%?$/.test(bare)
    : /^\(?\s*[-+\u2212]?\s*[\d.][\d, ]*(\.\d*)?(e[-+]?\d+)?\s*\)?\s*%?$/i.test(bare);
  if (!isNumber) return text;
  const packed = bare.replace(/^(\(?)\s*([-+\u2212]?)\s*/, '$1$2').replace(/\s+\)/, ')');
  return isComma ? packed.replace(/[. ](?=\d{3})/g, '').replace(',', '.') : packed;
}

/** The month of a date that opens or closes it; other days are no month, and the text says what they are. */
function monthOf({ text, number, isDate }: PastedCell): string | null {
  if (!isDate || number === undefined || !/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/.test(text.trim())) return null;
  // Day 60 of 1900 does not exist, and spreadsheets count it.
  const day = Math.floor(number) + (number < 60 ? 1 : 0);
  const date = new Date(Date.UTC(1899, 11, 30 + day));
  const next = new Date(date.getTime() + 86_400_000);
  if (date.getUTCDate() !== 1 && next.getUTCDate() !== 1) return null;
  return periodText(monthPeriod(date.getUTCFullYear(), date.getUTCMonth() + 1));
}

function codeOf(text: string, labels: Readonly<Record<string, string>>): string {
  if (Object.hasOwn(labels, text)) return text;
  const named = Object.entries(labels).filter(([, label]) => label.toLowerCase() === text.toLowerCase());
  return named.length === 1 ? (named[0]?.[0] ?? text) : text;
}
