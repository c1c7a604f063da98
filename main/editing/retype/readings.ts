import type { Column, ColumnType, PeriodSpelling } from '../../../shared/model/table.ts';
import { parsePeriod } from '../../../shared/periods/parsePeriod.ts';
import { fiscalMonthOf, fiscalYearOf, spanOf } from '../../../shared/periods/period.ts';
import { periodText } from '../../../shared/periods/periodText.ts';
import { spellPeriod } from '../../../shared/periods/spellPeriod.ts';
import type { CellValue } from '../../project/rowEffects.ts';
import { readNumber } from '../readNumber.ts';

/** How the cells of one type are read as another. */
export interface Reading {
  /** In the engine, of the column `c`; NULL where it does not know. */
  sql?: string;
  /** Of the different values that the engine does not know; null: does not fit. */
  read?: (value: CellValue) => CellValue;
}

export interface ReadingOptions {
  fiscalYearStart: number;
  /** Of the texts that become periods. */
  spelling?: PeriodSpelling | undefined;
}

/** A number as text reads back as the same number: whole ones without a point. */
const NUMBER_TEXT =
  'CASE WHEN c = floor(c) AND abs(c) < 1e15 THEN CAST(CAST(c AS BIGINT) AS VARCHAR) WHEN isfinite(c) THEN CAST(c AS VARCHAR) END';
/** Plain digits need no reading in JavaScript. */
const PLAIN_NUMBER =
  "CASE WHEN regexp_full_match(c, '\\s*[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?\\s*') THEN TRY_CAST(trim(c) AS DOUBLE) END";
const BOOLEAN_OF_TEXT =
  "CASE WHEN regexp_full_match(lower(trim(c)), 'true|yes|y|1') THEN true WHEN regexp_full_match(lower(trim(c)), 'false|no|n|0') THEN false END";

export function readingOf(column: Column, to: ColumnType, options: ReadingOptions): Reading {
  const from = column.type;
  if (isText(from) && isText(to)) return { sql: 'c' };
  if (isText(from)) return ofText(column, to, options);
  if (from === 'number') {
    if (isText(to)) return { sql: NUMBER_TEXT };
    if (to === 'boolean') return { sql: 'CASE WHEN c = 1 THEN true WHEN c = 0 THEN false END' };
    return { read: (value) => parsePeriod(String(value), options) };
  }
  if (from === 'boolean') {
    if (isText(to)) return { sql: "CASE WHEN c THEN 'yes' ELSE 'no' END" };
    return to === 'number' ? { sql: 'CASE WHEN c THEN 1 ELSE 0 END' } : {};
  }
  if (isText(to)) return { read: (value) => periodName(column, Number(value), options.fiscalYearStart) };
  return to === 'number' ? { read: (value) => yearOf(Number(value), options.fiscalYearStart) } : {};
}

function ofText(column: Column, to: ColumnType, options: ReadingOptions): Reading {
  if (to === 'number') {
    return { sql: PLAIN_NUMBER, read: (value) => readNumber(String(value), column.unit) };
  }
  if (to === 'boolean') return { sql: BOOLEAN_OF_TEXT };
  return { read: (value) => parsePeriod(String(value), options) };
}

export function isText(type: ColumnType): boolean {
  return type === 'text' || type === 'category';
}

/** A period in the spelling of its column, as its file had it. */
export function periodName({ spelling }: Column, code: number, fiscalYearStart: number): string {
  return spelling ? spellPeriod(code, spelling, fiscalYearStart) : periodText(code);
}

/** The number of a calendar or fiscal year; months and quarters have none. */
function yearOf(code: number, fiscalYearStart: number): number | null {
  const { start, months } = spanOf(code);
  if (months !== 12) return null;
  if (start % 12 === 0) return start / 12;
  return fiscalMonthOf(start, fiscalYearStart) === 1 ? fiscalYearOf(start, fiscalYearStart) : null;
}
