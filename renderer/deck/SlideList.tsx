import { Copy, MoveDown, MoveUp, Plus, Trash2 } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, type MouseEvent, useState } from 'react';
import type { Deck, Slide } from '../../shared/model/deck.ts';
import type { Document } from '../../shared/model/document.ts';
import { findById } from '../../shared/model/document.ts';
import { useNavigation } from '../app/navigation.ts';
import { reportProblem } from '../app/reportProblem.ts';
import type { MenuItem } from '../design/Menu.tsx';
import { MenuButton } from '../design/MenuButton.tsx';
import { useContextMenu } from '../design/useContextMenu.tsx';
import { t } from '../i18n/index.ts';
import { ScaledSlide } from './ScaledSlide.tsx';
import { SlideView } from './SlideView.tsx';
import { addSlide, blankSlide, duplicateSlide, moveSlide, removeSlide, slideOfView } from './slideActions.ts';
import { VIEW_DRAG } from './viewDrag.ts';

const SLIDE_DRAG = 'application/x-tijarat-slide';

interface SlideListProps {
  deck: Deck;
  document: Document;
  current: string | undefined;
}

/** The slides as thumbnails: chosen by press or arrows, moved by drag or Alt and arrows; a view dropped here becomes a slide. */
export function SlideList({ deck, document, current }: SlideListProps) {
  const inspect = useNavigation((navigation) => navigation.inspect);
  const { open, menu } = useContextMenu();
  const [dropAt, setDropAt] = useState<number | null>(null);
  const choose = (slide: Slide | undefined) => {
    if (slide) inspect({ kind: 'slide', deck: deck.id, slide: slide.id });
  };

  const onKeyDown = (event: KeyboardEvent, slide: Slide, index: number) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      if (event.altKey) void moveSlide(deck, slide.id, by).catch(reportProblem);
      else {
        choose(deck.slides[index + by]);
        const neighbour =
          event.currentTarget.closest('li')?.[by < 0 ? 'previousElementSibling' : 'nextElementSibling'];
        neighbour?.querySelector('button')?.focus();
      }
    }
    if (event.key === 'Delete') void removeSlide(deck, slide.id).catch(reportProblem);
  };
  const over = (event: DragEvent, index: number) => {
    if (!event.dataTransfer.types.some((type) => type === SLIDE_DRAG || type === VIEW_DRAG)) return;
    event.preventDefault();
    const { top, height } = event.currentTarget.getBoundingClientRect();
    setDropAt(event.clientY > top + height / 2 ? index + 1 : index);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    const at = dropAt ?? deck.slides.length;
    setDropAt(null);
    const slide = event.dataTransfer.getData(SLIDE_DRAG);
    const view = findById(document.views, event.dataTransfer.getData(VIEW_DRAG));
    const from = deck.slides.findIndex(({ id }) => id === slide);
    if (from >= 0) void moveSlide(deck, slide, (at > from ? at - 1 : at) - from).catch(reportProblem);
    else if (view)
      void addSlide(deck, slideOfView(view, document), deck.slides[at - 1]?.id).catch(reportProblem);
  };
  const add = (slide: Slide) => void addSlide(deck, slide, current).catch(reportProblem);
  const adding: MenuItem[] = [
    { id: 'cover', label: t('deck.addCover'), run: () => add(blankSlide('cover')) },
    {
      id: 'table',
      label: t('deck.addTable'),
      run: () =>
        add({
          ...blankSlide('table'),
          rows: [
            ['', ''],
            ['', ''],
          ],
        }),
    },
    { id: 'rule', rule: true },
    document.views.length > 0
      ? {
          id: 'views',
          label: t('deck.addFromView'),
          items: document.views.map((view) => ({
            id: view.id,
            label: view.title,
            run: () => add(slideOfView(view, document)),
          })),
        }
      : { id: 'noViews', label: t('deck.noViews'), isDisabled: true },
  ];
  const actions = (slide: Slide, index: number): MenuItem[] => [
    {
      id: 'copy',
      label: t('deck.duplicate'),
      icon: Copy,
      run: () => void duplicateSlide(deck, slide).catch(reportProblem),
    },
    {
      id: 'up',
      label: t('deck.moveUp'),
      icon: MoveUp,
      shortcut: 'Alt+Up',
      isDisabled: index === 0,
      run: () => void moveSlide(deck, slide.id, -1).catch(reportProblem),
    },
    {
      id: 'down',
      label: t('deck.moveDown'),
      icon: MoveDown,
      shortcut: 'Alt+Down',
      isDisabled: index === deck.slides.length - 1,
      run: () => void moveSlide(deck, slide.id, 1).catch(reportProblem),
    },
    { id: 'rule', rule: true },
    {
      id: 'remove',
      label: t('deck.remove'),
      icon: Trash2,
      tone: 'danger',
      shortcut: 'Delete',
      run: () => void removeSlide(deck, slide.id).catch(reportProblem),
    },
  ];
  const onMenu = (event: MouseEvent, slide: Slide, index: number) => {
    choose(slide);
    open(event, t('deck.actions'), actions(slide, index));
  };
  return (
    <aside className="SlideList" aria-label={t('deck.slides')}>
      <div className="top">
        {t('deck.slides')}
        <MenuButton label={t('deck.addSlide')} icon={Plus} items={adding} small />
      </div>
      <ol
        onDrop={drop}
        onDragLeave={() => setDropAt(null)}
        onDragOver={(event) => deck.slides.length === 0 && over(event, 0)}
      >
        {deck.slides.map((slide, index) => (
          <li
            key={slide.id}
            className={[
              'SlideThumb',
              slide.id === current ? 'is-on' : '',
              dropAt === index ? 'is-before' : '',
              dropAt === index + 1 ? 'is-after' : '',
            ].join(' ')}
            onDragOver={(event) => over(event, index)}
          >
            <span className="no" aria-hidden="true">
              {index + 1}
            </span>
            <button
              type="button"
              draggable
              aria-label={t('deck.slideTitled', {
                number: index + 1,
                title: slide.title || t('deck.untitled'),
              })}
              aria-current={slide.id === current}
              onClick={() => choose(slide)}
              onKeyDown={(event) => onKeyDown(event, slide, index)}
              onContextMenu={(event) => onMenu(event, slide, index)}
              onDragStart={(event) => {
                event.dataTransfer.setData(SLIDE_DRAG, slide.id);
                event.dataTransfer.effectAllowed = 'move';
              }}
              onDragEnd={() => setDropAt(null)}
            >
              <span className="inert" inert>
                <ScaledSlide width={164}>
                  <SlideView slide={slide} number={index + 1} />
                </ScaledSlide>
              </span>
            </button>
          </li>
        ))}
      </ol>
      {menu}
    </aside>
  );
}
