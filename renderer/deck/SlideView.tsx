import { ChartColumn } from 'lucide-react';
import { useCallback } from 'react';
import type { ChartTheme } from '../../shared/charts/chart.ts';
import { chartOf } from '../../shared/charts/index.ts';
import type { Slide } from '../../shared/model/deck.ts';
import { OptionChart } from '../charts/OptionChart.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { t } from '../i18n/index.ts';
import { EditableText } from './EditableText.tsx';
import { LiveText } from './LiveText.tsx';
import { slideTheme } from './slideTheme.ts';
import { type SlideContent, useSlideContent } from './useSlideContent.ts';
import { withCell } from './withCell.ts';

export type SlideChange = Partial<Omit<Slide, 'id'>>;

interface SlideViewProps {
  slide: Slide;
  number: number;
  /** Absent: only shown, as in the list and on the wall. */
  onChange?: ((change: SlideChange) => void) | undefined;
}

/** A slide at its real size, 1280 x 720, always on white paper. */
export function SlideView({ slide, number, onChange }: SlideViewProps) {
  const content = useSlideContent(slide);
  const { figures } = content;
  const text = (field: 'title' | 'subtitle' | 'source', value: string) =>
    onChange ? (
      <EditableText
        key={slide.id}
        what={t(`deck.text.${field}`)}
        value={value}
        figures={figures}
        onCommit={(next) => onChange({ [field]: next })}
      />
    ) : (
      <LiveText text={value} figures={figures} />
    );
  const { title, subtitle = '', source = '', layout } = slide;
  return (
    <article className={`Slide is-${layout}`} data-theme="light" aria-label={t('deck.slide', { number })}>
      <h2>{text('title', title)}</h2>
      {(subtitle || onChange) && <p className="sub">{text('subtitle', subtitle)}</p>}
      <div className="content">
        {layout === 'cover' && <Cover slide={slide} figures={figures} />}
        {layout === 'table' && <Rows slide={slide} figures={figures} onChange={onChange} />}
        {(layout === 'chart' || layout === 'chartAndFigures') && (
          <SlideChart slide={slide} content={content} />
        )}
        {layout === 'chartAndFigures' && slide.aside.length > 0 && (
          <ul className="points">
            {slide.aside.map(({ figure, words }) => (
              <li key={`${figure} ${words}`}>
                <b>
                  <LiveText text={figure} figures={figures} />
                </b>
                <span>
                  <LiveText text={words} figures={figures} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
      <footer>
        <span className="source">{text('source', source)}</span>
        <span className="no">{number}</span>
      </footer>
    </article>
  );
}

type Figures = SlideContent['figures'];

function Cover({ slide, figures }: { slide: Slide; figures: Figures }) {
  const [first] = slide.aside;
  if (!first) return null;
  return (
    <div className="cover">
      <LiveText text={first.figure} figures={figures} />
      <small>
        <LiveText text={first.words} figures={figures} />
      </small>
    </div>
  );
}

/** A table of figures: the first row is its head, the last one its total where there are three or more. */
function Rows({
  slide,
  figures,
  onChange,
}: {
  slide: Slide;
  figures: Figures;
  onChange: SlideViewProps['onChange'];
}) {
  const [head, ...rows] = slide.rows;
  const cells = (row: readonly string[], rowAt: number, Cell: 'td' | 'th') => {
    let at = 0;
    return row.map((text) => {
      const column = at++;
      return (
        <Cell key={column}>
          {onChange ? (
            <EditableText
              what={t('deck.text.cell', { row: rowAt + 1, column: column + 1 })}
              value={text}
              figures={figures}
              placeholder={t('deck.text.emptyCell')}
              onCommit={(next) => onChange({ rows: withCell(slide.rows, rowAt, column, next) })}
            />
          ) : (
            <LiveText text={text} figures={figures} />
          )}
        </Cell>
      );
    });
  };
  let at = 0;
  return (
    <table className="rows">
      {head && (
        <thead>
          <tr>{cells(head, 0, 'th')}</tr>
        </thead>
      )}
      <tbody>
        {rows.map((row) => {
          const key = at++;
          return (
            <tr key={key} className={rows.length > 1 && key === rows.length - 1 ? 'sum' : ''}>
              {cells(row, key + 1, 'td')}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function SlideChart({ slide, content }: { slide: Slide; content: SlideContent }) {
  const { view, chart, problem } = content;
  const option = useCallback(
    (theme: ChartTheme) => (view && chart ? chartOf(view.kind).toECharts(view.options, chart, theme) : {}),
    [view, chart],
  );
  if (problem) return <ErrorState problem={problem} />;
  if (!view) {
    const words = slide.view ? 'deck.viewGone' : 'deck.noView';
    return <EmptyState icon={ChartColumn} title={t(`${words}.title`)} text={t(`${words}.text`)} />;
  }
  if (!chart) return <div className="Chart" />;
  return (
    <OptionChart
      label={chartOf(view.kind).describe(view.options, chart)}
      option={option}
      theme={slideTheme}
    />
  );
}
