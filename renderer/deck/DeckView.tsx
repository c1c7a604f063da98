import { Download, Play, Presentation as PresentationIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Progress as Done } from '../../shared/contract/define.ts';
import type { Deck } from '../../shared/model/deck.ts';
import { type Document, findById } from '../../shared/model/document.ts';
import { registerCommand } from '../app/commands/registry.ts';
import { useNavigation } from '../app/navigation.ts';
import { run, useProject } from '../app/projectStore.ts';
import { reportProblem } from '../app/reportProblem.ts';
import { setStatus } from '../app/statusStore.ts';
import { Button } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { Progress } from '../design/Progress.tsx';
import { t } from '../i18n/index.ts';
import { EditableText } from './EditableText.tsx';
import { exportDeck } from './exportDeck.ts';
import { Presentation } from './Presentation.tsx';
import { ScaledSlide } from './ScaledSlide.tsx';
import { SlideList } from './SlideList.tsx';
import { type SlideChange, SlideView } from './SlideView.tsx';
import { addSlide, slideOfView } from './slideActions.ts';
import { useSlideContent } from './useSlideContent.ts';
import './deck.css';

/** A deck: its slides as thumbnails, one of them to work on, and what the speaker says. */
export function DeckView({ id }: { id: string }) {
  const document = useProject((state) => state.document);
  const deck = document && findById(document.decks, id);
  return document && deck ? <OpenDeck deck={deck} document={document} /> : null;
}

function OpenDeck({ deck, document }: { deck: Deck; document: Document }) {
  const { inspected, inspect } = useNavigation();
  const chosen = inspected.kind === 'slide' && inspected.deck === deck.id ? inspected.slide : undefined;
  const at = Math.max(
    0,
    deck.slides.findIndex(({ id }) => id === chosen),
  );
  const slide = deck.slides[at];
  const [presenting, setPresenting] = useState(false);
  const [exporting, setExporting] = useState<{ done: Done | null; stop: AbortController } | null>(null);

  const slideId = slide?.id;
  useEffect(() => {
    if (slideId && chosen !== slideId) inspect({ kind: 'slide', deck: deck.id, slide: slideId });
  }, [slideId, chosen, deck.id, inspect]);
  useEffect(() => {
    setStatus('rows', t('deck.status', { number: at + 1, count: deck.slides.length }));
    return () => setStatus('rows', null);
  }, [at, deck.slides.length]);

  useEffect(() => {
    const stops = [
      registerCommand({
        id: 'deck.export',
        label: t('deck.exportCommand'),
        icon: Download,
        menu: 'deck',
        group: 20,
        enabled: () => deck.slides.length > 0,
        run: () => exportDeck(deck),
      }),
      registerCommand({
        id: 'deck.present',
        label: t('deck.present'),
        icon: Play,
        shortcut: 'F5',
        menu: 'deck',
        group: 20,
        enabled: () => deck.slides.length > 0,
        run: () => setPresenting(true),
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [deck]);

  const write = async () => {
    const stop = new AbortController();
    setExporting({ done: null, stop });
    try {
      await exportDeck(deck, {
        signal: stop.signal,
        onProgress: (done) => setExporting({ done, stop }),
      });
    } catch (error) {
      reportProblem(error);
    } finally {
      setExporting(null);
    }
  };
  const change = (edit: SlideChange) => {
    if (slide) run('updateSlide', { deck: deck.id, slide: slide.id, change: edit }).catch(reportProblem);
  };
  const [firstView] = document.views;
  return (
    <main className="Main DeckView" aria-label={deck.title}>
      <SlideList deck={deck} document={document} current={slide?.id} />
      <div className="DeckStage">
        <div className="DeckBar">
          <h1>{deck.title}</h1>
          <Button
            icon={Download}
            onPress={() => void write()}
            isDisabled={deck.slides.length === 0 || exporting !== null}
          >
            {t('deck.export')}
          </Button>
          <Button
            icon={Play}
            variant="primary"
            onPress={() => setPresenting(true)}
            isDisabled={deck.slides.length === 0}
          >
            {t('deck.present')}
          </Button>
        </div>
        {exporting?.done && (
          <div className="DeckProgress">
            <Progress
              text={exporting.done.note || t('deck.exporting')}
              done={exporting.done.done}
              total={exporting.done.total}
              onCancel={() => exporting.stop.abort()}
            />
          </div>
        )}
        <div className="stage">
          {slide ? (
            <ScaledSlide>
              <SlideView key={slide.id} slide={slide} number={at + 1} onChange={change} />
            </ScaledSlide>
          ) : (
            <EmptyState
              icon={PresentationIcon}
              title={t('deck.empty.title')}
              text={t('deck.empty.text')}
              {...(firstView && {
                action: {
                  label: t('deck.addFromView'),
                  run: () => void addSlide(deck, slideOfView(firstView, document)).catch(reportProblem),
                },
              })}
            />
          )}
        </div>
        {slide && <Notes key={slide.id} slide={slide} onChange={change} />}
      </div>
      {presenting && (
        <Presentation
          deck={deck}
          start={at}
          onEnd={(last) => {
            setPresenting(false);
            const shown = deck.slides[last];
            if (shown) inspect({ kind: 'slide', deck: deck.id, slide: shown.id });
          }}
        />
      )}
    </main>
  );
}

function Notes({ slide, onChange }: { slide: Deck['slides'][number]; onChange(change: SlideChange): void }) {
  const { figures } = useSlideContent(slide);
  return (
    <section className="Notes" aria-label={t('deck.notes')}>
      <h2>
        {t('deck.notes')}
        <small>{t('deck.notesHint')}</small>
      </h2>
      <EditableText
        what={t('deck.notes')}
        value={slide.notes ?? ''}
        figures={figures}
        onCommit={(notes) => onChange({ notes })}
        placeholder={t('deck.notesEmpty', { braces: '{{name}}' })}
        multiline
      />
    </section>
  );
}
