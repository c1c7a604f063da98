import type { TargetAnswer } from '../../../shared/contract/views.ts';
import { t } from '../../i18n/index.ts';
import type { TargetWords } from './targetWords.ts';

/** The answer in words, with <t>, <a> and <b> around the figures that carry it. */
export function answerSentence(answer: TargetAnswer, words: TargetWords, withOutcome: boolean): string {
  const { goal, year, span } = words;
  return [needs(), brought(), withOutcome ? closed() : ''].filter(Boolean).join(' ');

  function needs(): string {
    const { left, monthsLeft, neededPerMonth } = answer;
    if (monthsLeft === 0) return t('target.answer.closed', { year });
    const months = t(`target.counts.n${monthsLeft as 1}`, { defaultValue: String(monthsLeft) });
    if (left <= 0) return t('target.answer.reached', { goal, year, months });
    const needed = words.amount(neededPerMonth ?? 0);
    if (monthsLeft === 1) return t('target.answer.needsOne', { goal, year, needed });
    return t('target.answer.needs', { goal, year, needed, months });
  }

  function brought(): string {
    const { averageSoFar, bestMonth } = answer;
    if (averageSoFar === null || bestMonth === null) return t('target.answer.nothing');
    const best = words.amount(bestMonth.value);
    return t('target.answer.brought', { span, average: words.amount(averageSoFar), best });
  }

  function closed(): string {
    const { outcome, outcomeGap } = answer;
    if (outcome === null || outcomeGap === null) return '';
    const figures = { outcome: words.amount(outcome), gap: words.amount(Math.abs(outcomeGap)) };
    if (outcomeGap === 0) return t('target.answer.outcomeExact', figures);
    return t(outcomeGap < 0 ? 'target.answer.outcomeShort' : 'target.answer.outcomeOver', figures);
  }
}

/** The sentence cut at its marks. */
export function markedParts(text: string): { text: string; mark: 't' | 'a' | 'b' | null }[] {
  return [...text.matchAll(/<([tab])>(.*?)<\/\1>|[^<]+|</g)].map(([whole, mark, inner]) =>
    mark && inner !== undefined
      ? { text: inner, mark: mark as 't' | 'a' | 'b' }
      : { text: whole, mark: null },
  );
}
