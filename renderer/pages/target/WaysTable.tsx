import type { TargetAnswer } from '../../../shared/contract/views.ts';
import { t } from '../../i18n/index.ts';
import { stripScale } from './stripScale.ts';
import type { TargetWords } from './targetWords.ts';

interface WaysTableProps {
  answer: TargetAnswer;
  words: TargetWords;
  withOutcome: boolean;
}

/** How the year could end under plain assumptions, the outcome among them, highest first. */
export function WaysTable({ answer, words, withOutcome }: WaysTableProps) {
  const { goal } = answer;
  const outcome = withOutcome ? answer.outcome : null;
  const ways = [
    ...answer.ways.map((way) => ({ ...way, isOutcome: false })),
    ...(outcome === null
      ? []
      : [
          {
            words: t('target.ways.outcome'),
            reckoning: t('target.ways.published'),
            result: outcome,
            fromGoal: outcome - goal,
            fromOutcome: 0,
            isOutcome: true,
          },
        ]),
  ].sort((one, other) => other.result - one.result);
  const at = stripScale([goal, ...ways.map(({ result }) => result)]);
  const percent = (value: number) => ({ insetInlineStart: `${at(value) * 100}%` });
  const reaching = answer.ways.filter(({ result }) => result >= goal).length;
  const unit = t('target.ways.unit', { unit: answer.unit, span: words.span });
  return (
    <section className="View wide" aria-label={t('target.ways.title')}>
      <header>
        <h3>{t('target.ways.title')}</h3>
        <span className="unit">{unit}</span>
      </header>
      <table className="Ways">
        <thead>
          <tr>
            <th>{t('target.ways.assumption')}</th>
            <th>{t('target.ways.reckoning')}</th>
            <th className="num">{words.year}</th>
            <th className="num">{t('target.ways.fromGoal')}</th>
            {outcome !== null && <th className="num">{t('target.ways.fromOutcome')}</th>}
            <th className="strip">
              <span className="StripHead">
                <span className="visually-hidden">{t('target.ways.strip')}</span>
                {outcome !== null && (
                  <span className="o" style={percent(outcome)} aria-hidden="true">
                    {t('target.ways.outcomeMark', { value: words.number(outcome) })}
                  </span>
                )}
                <span className="g" style={percent(goal)} aria-hidden="true">
                  {t('target.ways.goalMark', { value: words.number(goal) })}
                </span>
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {ways.map((way) => (
            <tr key={way.words} className={way.isOutcome ? 'is-outcome' : ''}>
              <td>{way.words}</td>
              <td className="how">{way.reckoning}</td>
              <td className="num v">{words.number(way.result)}</td>
              <td className="num">{words.number(way.fromGoal, 0, true)}</td>
              {outcome !== null && (
                <td className="num">
                  {way.fromOutcome === null ? '' : words.number(way.fromOutcome, 0, true)}
                </td>
              )}
              <td className="strip" aria-hidden="true">
                <span className="Strip">
                  <i className="goal" style={percent(goal)} />
                  {outcome !== null && <i className="out" style={percent(outcome)} />}
                  <i className="dot" style={percent(way.result)} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {answer.ways.length > 0 && (
        <footer>
          {reaching === 0
            ? t('target.ways.none', { goal: words.number(goal) })
            : t('target.ways.some', { count: reaching, of: answer.ways.length, goal: words.number(goal) })}
        </footer>
      )}
    </section>
  );
}
