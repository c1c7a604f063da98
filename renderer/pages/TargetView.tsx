import { Target as TargetIcon } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import type { ChartTheme } from '../../shared/charts/chart.ts';
import { findById } from '../../shared/model/document.ts';
import type { Target } from '../../shared/model/target.ts';
import { monthShort } from '../../shared/periods/monthNames.ts';
import { spanOf } from '../../shared/periods/period.ts';
import { useProject } from '../app/projectStore.ts';
import { OptionChart } from '../charts/OptionChart.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { PageHeader } from '../design/PageHeader.tsx';
import { SegmentedControl } from '../design/SegmentedControl.tsx';
import { ViewSkeleton } from '../design/ViewSkeleton.tsx';
import { useCellFormat } from '../grid/useCellFormat.ts';
import { t } from '../i18n/index.ts';
import { answerSentence, markedParts } from './target/answerSentence.ts';
import { eachMonthOption } from './target/eachMonthOption.ts';
import { pathOption } from './target/pathOption.ts';
import type { TargetChart } from './target/targetChart.ts';
import { targetWords } from './target/targetWords.ts';
import { useTarget } from './target/useTarget.ts';
import { WaysTable } from './target/WaysTable.tsx';
import './target/target.css';

/** A goal, the path to it, and what came of it. */
export function TargetView({ id }: { id: string }) {
  const target = useProject(({ document }) => document && findById(document.targets, id));
  if (target === null) return null;
  return (
    <main className="Main TargetView">
      {target ? (
        <TargetPage target={target} />
      ) : (
        <EmptyState icon={TargetIcon} title={t('target.removed.title')} text={t('target.removed.text')} />
      )}
    </main>
  );
}

type Shown = 'known' | 'outcome';

function TargetPage({ target }: { target: Target }) {
  const table = useProject(({ document }) => document && findById(document.tables, target.table));
  const { answer, problem, retry } = useTarget(target.id);
  const format = useCellFormat();
  const [shown, setShown] = useState<Shown>('outcome');
  const hasOutcome = answer?.months.some(({ known, value }) => !known && value !== null) ?? false;
  const withOutcome = shown === 'outcome' && hasOutcome;

  const chart = useMemo(() => {
    if (!answer) return null;
    const words = targetWords(answer, target.period, format);
    const { number } = words;
    const gap = answer.outcomeGap ?? 0;
    return {
      words,
      of: (theme: ChartTheme): TargetChart => ({
        answer,
        withOutcome,
        theme,
        format: number,
        months: answer.months.map(({ period }) => monthShort((spanOf(period).start % 12) + 1)),
        words: {
          average: t('target.chart.average', { value: number(answer.averageSoFar ?? 0, 1) }),
          needed: t('target.chart.needed', { value: number(answer.neededPerMonth ?? 0, 1) }),
          publishedTo: t('target.chart.publishedTo', { month: words.lastKnown }),
          achieved: t('target.chart.achieved', { value: number(answer.achieved), span: words.span }),
          target: t('target.chart.target', { value: number(answer.goal) }),
          outcome: t('target.chart.outcome', { value: number(answer.outcome ?? 0) }),
          outcomeGap: gap
            ? t(gap < 0 ? 'target.chart.short' : 'target.chart.over', { value: number(Math.abs(gap)) })
            : '',
          lastYear: t('target.chart.lastYear', {
            year: words.yearBefore,
            value: number(answer.lastYear ?? 0),
          }),
        },
      }),
    };
  }, [answer, target.period, format, withOutcome]);
  const eachMonth = useCallback(
    (theme: ChartTheme) => (chart ? eachMonthOption(chart.of(theme)) : {}),
    [chart],
  );
  const path = useCallback((theme: ChartTheme) => (chart ? pathOption(chart.of(theme)) : {}), [chart]);

  const subtitle = [
    table?.title,
    target.asOf && shown === 'known' ? t('target.knownOn', { date: target.asOf }) : null,
  ];
  return (
    <>
      <PageHeader
        title={target.question ?? target.title}
        subtitle={subtitle.filter(Boolean).join(', ')}
        end={
          hasOutcome ? (
            <SegmentedControl
              label={t('target.show')}
              items={[
                { id: 'known', label: t('target.asKnown') },
                { id: 'outcome', label: t('target.withOutcome') },
              ]}
              value={shown}
              onChange={setShown}
            />
          ) : undefined
        }
      />
      {problem && <ErrorState problem={problem} action={{ label: t('target.retry'), run: retry }} />}
      {!answer && !problem && <ViewSkeleton text={t('target.loading')} />}
      {answer && chart && (
        <>
          <p className="Answer">
            {markedParts(answerSentence(answer, chart.words, withOutcome)).map(({ text, mark }) =>
              mark ? (
                <b key={text} className={mark}>
                  {text}
                </b>
              ) : (
                text
              ),
            )}
          </p>
          <div className="TargetGrid">
            <section className="View half" aria-label={t('target.months.title')}>
              <header>
                <h3>{t('target.months.title')}</h3>
                <span className="unit">{answer.unit}</span>
                <span className="end" aria-hidden="true">
                  <span className="Key">
                    <i style={{ background: 'var(--mark)' }} />
                    {t('target.months.published')}
                  </span>
                  {withOutcome && (
                    <span className="Key">
                      <i style={{ background: 'var(--mark-average)' }} />
                      {t('target.months.outcome')}
                    </span>
                  )}
                  {answer.monthsLeft > 0 && (
                    <span className="Key">
                      <i style={{ boxShadow: 'inset 0 0 0 1px var(--mark-target)' }} />
                      {t('target.months.needed')}
                    </span>
                  )}
                </span>
              </header>
              <OptionChart
                label={t('target.months.describe', {
                  known: answer.monthsKnown,
                  average: chart.words.number(answer.averageSoFar ?? 0, 1),
                  needed: chart.words.number(answer.neededPerMonth ?? 0, 1),
                })}
                option={eachMonth}
              />
              <footer>
                {[
                  withOutcome ? t('target.months.solid') : '',
                  t('target.source', { source: answer.sourceLine.replace(/^Source: |\.$/g, '') }),
                ].join(' ')}
              </footer>
            </section>
            <section className="View half" aria-label={t('target.path.title')}>
              <header>
                <h3>{t('target.path.title')}</h3>
                <span className="unit">
                  {t('target.path.unit', { unit: answer.unit, month: chart.words.firstMonth })}
                </span>
              </header>
              <OptionChart
                label={t('target.path.describe', {
                  achieved: chart.words.number(answer.achieved),
                  goal: chart.words.number(answer.goal),
                })}
                option={path}
              />
              <footer>
                {[
                  answer.achievedFrom === 'printed'
                    ? t('target.path.printed', { span: chart.words.span })
                    : '',
                  t('target.source', { source: answer.sourceLine.replace(/^Source: |\.$/g, '') }),
                ].join(' ')}
              </footer>
            </section>
            <WaysTable answer={answer} words={chart.words} withOutcome={withOutcome} />
          </div>
        </>
      )}
    </>
  );
}
