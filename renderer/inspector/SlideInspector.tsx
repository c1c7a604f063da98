import { ChartColumn, Check, Plus, TriangleAlert, X } from 'lucide-react';
import { formatFigure, liveText } from '../../shared/figures/liveText.ts';
import type { Slide } from '../../shared/model/deck.ts';
import { findById } from '../../shared/model/document.ts';
import { run, useProject } from '../app/projectStore.ts';
import { reportProblem } from '../app/reportProblem.ts';
import { useSettings } from '../app/useSettings.ts';
import type { SlideChange } from '../deck/SlideView.tsx';
import { useSlideContent } from '../deck/useSlideContent.ts';
import { VIEW_DRAG } from '../deck/viewDrag.ts';
import { Button } from '../design/Button.tsx';
import { FieldRow } from '../design/FieldRow.tsx';
import { Icon } from '../design/Icon.tsx';
import { IconButton } from '../design/IconButton.tsx';
import { InspectorHeader } from '../design/InspectorHeader.tsx';
import { InspectorSection } from '../design/InspectorSection.tsx';
import { Select } from '../design/Select.tsx';
import { Tabs } from '../design/Tabs.tsx';
import { TextInput } from '../design/TextInput.tsx';
import { t } from '../i18n/index.ts';

/** A slide: its figures with their reckoning, its layout and view, its source. */
export function SlideInspector({ deck: deckId, slide: slideId }: { deck: string; slide: string }) {
  const deck = useProject(({ document }) => document && findById(document.decks, deckId));
  const slide = deck && findById(deck.slides, slideId);
  if (!deck || !slide) return null;
  const change = (edit: SlideChange) => {
    run('updateSlide', { deck: deckId, slide: slideId, change: edit }).catch(reportProblem);
  };
  return (
    <>
      <InspectorHeader
        kind={t('deck.inspector.kind', {
          number: deck.slides.indexOf(slide) + 1,
          count: deck.slides.length,
        })}
        title={<ResolvedTitle slide={slide} />}
      />
      <Tabs
        items={[
          {
            id: 'figures',
            label: t('deck.inspector.figures', { count: Object.keys(slide.figures).length }),
            content: <Figures slide={slide} />,
          },
          {
            id: 'layout',
            label: t('deck.inspector.layout'),
            content: <Layout slide={slide} onChange={change} />,
          },
          {
            id: 'source',
            label: t('deck.inspector.source'),
            content: (
              <InspectorSection>
                <TextInput
                  label={t('deck.inspector.sourceText')}
                  value={slide.source ?? ''}
                  multiline
                  onCommit={(source) => change({ source: source.trim() || undefined })}
                />
              </InspectorSection>
            ),
          },
        ]}
      />
      <ViewShelf slide={slide} onChange={change} />
    </>
  );
}

function ResolvedTitle({ slide }: { slide: Slide }) {
  const { figures } = useSlideContent(slide);
  const numbers = useSettings((settings) => settings.numbers);
  return <>{liveText(slide.title, figures, numbers) || t('deck.untitled')}</>;
}

function Figures({ slide }: { slide: Slide }) {
  const { figures } = useSlideContent(slide);
  const numbers = useSettings((settings) => settings.numbers);
  const ids = Object.keys(slide.figures);
  if (ids.length === 0) {
    return (
      <InspectorSection>
        <p className="muted">{t('deck.inspector.noFigures', { braces: '{{name}}' })}</p>
      </InspectorSection>
    );
  }
  return (
    <InspectorSection>
      <ul className="FigureList">
        {ids.map((id) => {
          const figure = figures[id];
          return (
            <li key={id}>
              <b>{figure ? formatFigure(figure, '', numbers) : ''}</b>
              <span>
                {id}
                <small>{figure?.problem?.message ?? figure?.reckoning}</small>
              </span>
              {figure && (
                <span
                  className={figure.problem ? 'warn' : 'ok'}
                  role="img"
                  aria-label={t(figure.problem ? 'deck.inspector.failed' : 'deck.inspector.traced')}
                >
                  <Icon icon={figure.problem ? TriangleAlert : Check} small />
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </InspectorSection>
  );
}

interface EditProps {
  slide: Slide;
  onChange(change: SlideChange): void;
}

function Layout({ slide, onChange }: EditProps) {
  const { layout, aside } = slide;
  const hasAside = layout === 'cover' || layout === 'chartAndFigures';
  const replace = (at: number, edit: Partial<Slide['aside'][number]>) =>
    onChange({ aside: aside.map((entry, index) => (index === at ? { ...entry, ...edit } : entry)) });
  return (
    <>
      <InspectorSection>
        <FieldRow label={t('deck.inspector.layoutLabel')}>
          <Select
            label={t('deck.inspector.layoutLabel')}
            labelHidden
            items={(['cover', 'chart', 'chartAndFigures', 'table'] as const).map((id) => ({
              id,
              label: t(`deck.layouts.${id}`),
            }))}
            value={layout}
            onChange={(next) => onChange({ layout: next })}
          />
        </FieldRow>
      </InspectorSection>
      {hasAside && (
        <InspectorSection title={t('deck.inspector.beside')}>
          {aside.map((entry, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: figures beside a chart are known by their place
            <div key={at} className="AsideFields">
              <TextInput
                label={t('deck.inspector.asideFigure')}
                value={entry.figure}
                onCommit={(figure) => replace(at, { figure })}
              />
              <TextInput
                label={t('deck.inspector.asideWords')}
                value={entry.words}
                onCommit={(words) => replace(at, { words })}
              />
              <IconButton
                label={t('deck.inspector.removeAside')}
                icon={X}
                small
                onPress={() => onChange({ aside: aside.filter((_, index) => index !== at) })}
              />
            </div>
          ))}
          <Button
            variant="quiet"
            icon={Plus}
            onPress={() => onChange({ aside: [...aside, { figure: '', words: '' }] })}
          >
            {t('deck.inspector.addAside')}
          </Button>
        </InspectorSection>
      )}
    </>
  );
}

/** The project's views: dragged into the slide list they become slides, pressed they stand on this one. */
function ViewShelf({ slide, onChange }: EditProps) {
  const views = useProject(({ document }) => document?.views ?? []);
  const charts = views.filter(({ kind }) => kind !== 'tile');
  if (charts.length === 0) return null;
  return (
    <InspectorSection title={t('deck.inspector.viewShelf')}>
      <p className="muted">{t('deck.inspector.viewShelfHint')}</p>
      <ul className="ViewShelf">
        {charts.map(({ id, title }) => (
          <li key={id}>
            <button
              type="button"
              draggable
              title={title}
              aria-pressed={slide.view === id}
              onClick={() =>
                onChange({
                  view: id,
                  ...((slide.layout === 'cover' || slide.layout === 'table') && { layout: 'chart' }),
                })
              }
              onDragStart={(event) => event.dataTransfer.setData(VIEW_DRAG, id)}
            >
              <Icon icon={ChartColumn} small />
              <span>{title}</span>
            </button>
          </li>
        ))}
      </ul>
    </InspectorSection>
  );
}
