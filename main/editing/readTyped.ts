import { type Place, Problem } from '../../shared/contract/problem.ts';
import type { Column } from '../../shared/model/table.ts';
import { parsePeriod } from '../../shared/periods/parsePeriod.ts';
import type { CellValue } from '../project/rowEffects.ts';
import { readNumber } from './readNumber.ts';

/**
 * A cell as it was typed -> as the engine holds it (periods as codes). Empty text clears.
 * Problems, at `place`: cell.derived, cell.not-a-number, cell.not-a-period, cell.not-a-boolean.
 */
export function readTyped(
  value: string | number | boolean | null,
  column: Pick<Column, 'type' | 'name' | 'label' | 'unit' | 'derived'>,
  fiscalYearStart: number,
  place: Place,
): CellValue {
  if (column.derived !== undefined) {
    throw new Problem({
      code: 'cell.derived',
      message: `"${column.label ?? column.name}" is worked out by the program (${column.derived}).`,
      remedy: 'Change the figures that it is worked out from.',
      place,
    });
  }
  if (value === null) return null;
  if (typeof value === 'string' && value.trim() === '') return null;
  switch (column.type) {
    case 'number': {
      const number = typeof value === 'string' ? readNumber(value, column.unit) : Number(value);
      if (number !== null && Number.isFinite(number)) return number;
      throw new Problem({
        code: 'cell.not-a-number',
        message: `"${value}" is not a number.`,
        remedy: 'Type a number such as 1,234.5, a sum such as =1200/3, or leave the cell empty.',
        place,
      });
    }
    case 'period': {
      const code = parsePeriod(String(value), { fiscalYearStart });
      if (code !== null) return code;
      throw new Problem({
        code: 'cell.not-a-period',
        message: `"${value}" is not a period.`,
        remedy: 'Type a month such as Mar 2025, a quarter such as 2025-Q1, or a year such as FY2025.',
        place,
      });
    }
    case 'boolean': {
      if (typeof value === 'boolean') return value;
      const word = String(value).trim().toLowerCase();
      if (/^(true|yes|y|1)$/.test(word)) return true;
      if (/^(false|no|n|0)$/.test(word)) return false;
      throw new Problem({
        code: 'cell.not-a-boolean',
        message: `"${value}" is neither yes nor no.`,
        remedy: 'Type yes or no, or leave the cell empty.',
        place,
      });
    }
    default:
      return String(value);
  }
}
