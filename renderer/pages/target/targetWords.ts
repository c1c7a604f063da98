import type { Settings } from '../../../shared/contract/app.ts';
import type { TargetAnswer } from '../../../shared/contract/views.ts';
import { formatNumber } from '../../../shared/formats/formatNumber.ts';
import { formatPeriod } from '../../../shared/formats/formatPeriod.ts';
import { unitScale } from '../../../shared/formats/unitScale.ts';
import { monthName } from '../../../shared/periods/monthNames.ts';
import { periodCode, spanOf } from '../../../shared/periods/period.ts';
import { periodOfText } from '../../../shared/periods/periodText.ts';
import { t } from '../../i18n/index.ts';

/** The names and figures of a target as its page prints them. */
export interface TargetWords {
  /** "FY2025" */
  readonly year: string;
  readonly yearBefore: string;
  /** The known months: "July to March". */
  readonly span: string;
  /** "March" */
  readonly lastKnown: string;
  readonly firstMonth: string;
  /** "US$4 bn" */
  readonly goal: string;
  /** A value without decimals, its scale behind it: "392 m". */
  amount(value: number): string;
  number(value: number, decimals?: number, signed?: boolean): string;
}

export function targetWords(
  answer: TargetAnswer,
  period: string,
  { numbers, fiscalYearStart }: { numbers: Settings['numbers']; fiscalYearStart: number },
): TargetWords {
  const code = periodOfText(period);
  const name = (of: number) => formatPeriod(of, { fiscalYearStart });
  const month = (index: number) => {
    const at = answer.months[index]?.period;
    return at === undefined ? '' : monthName((spanOf(at).start % 12) + 1);
  };
  const number = (value: number, decimals = 0, signed = false) =>
    formatNumber(value, { decimals, signed, style: numbers });
  const scale = unitScale(answer.unit)?.short ?? '';
  const last = answer.monthsKnown - 1;
  return {
    year: code === null ? period : name(code),
    yearBefore: code === null ? '' : name(periodCode(spanOf(code).start - 12, spanOf(code).months)),
    span: last <= 0 ? month(0) : t('grid.filter.between', { from: month(0), to: month(last) }),
    lastKnown: month(last),
    firstMonth: month(0),
    goal: goalWords(answer.goal, answer.unit, numbers),
    amount: (value) => [number(value), scale].filter(Boolean).join(' '),
    number,
  };
}

/** A goal in its usual scale: 4,000 US$ million is US$4 bn. */
export function goalWords(goal: number, unit: string, numbers: Settings['numbers']): string {
  const scale = unitScale(unit);
  const money = unit.replace(new RegExp(`\\s*\\b${scale?.word ?? ''}s?\\b`, 'i'), '').trim();
  const isThousand = scale?.word === 'million' && Math.abs(goal) >= 1000;
  const value = isThousand ? goal / 1000 : goal;
  const decimals = [0, 1, 2].find((digits) => Math.abs(value - Number(value.toFixed(digits))) < 1e-9) ?? 3;
  const text = formatNumber(value, { decimals, style: numbers });
  if (!scale) return [text, unit].filter(Boolean).join(' ');
  return `${money}${text} ${isThousand ? 'bn' : scale.short}`;
}
