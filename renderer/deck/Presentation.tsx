import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Deck } from '../../shared/model/deck.ts';
import { IconButton } from '../design/IconButton.tsx';
import { t } from '../i18n/index.ts';
import { ScaledSlide } from './ScaledSlide.tsx';
import { SlideView } from './SlideView.tsx';

/** How long the buttons stay after the pointer moved, in milliseconds. */
const BAR_TIME = 2000;

interface PresentationProps {
  deck: Deck;
  start: number;
  onEnd(slide: number): void;
}

/** The slides on the whole screen: arrows, Space and Page keys walk, Home and End jump, Escape ends. */
export function Presentation({ deck, start, onEnd }: PresentationProps) {
  const wall = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(start);
  // Each move of the pointer is a new number; the buttons stay a while after the last one.
  const [moves, setMoves] = useState(0);
  const count = deck.slides.length;
  const go = (to: number) => setAt(Math.max(0, Math.min(count - 1, to)));
  const end = useRef(() => {});
  end.current = () => onEnd(at);

  useEffect(() => {
    const element = wall.current;
    if (!element) return;
    element.focus();
    // Where the whole screen is refused, the slides fill the window; Escape works in both.
    void element.requestFullscreen().catch(() => {});
    const left = () => {
      if (!document.fullscreenElement) end.current();
    };
    document.addEventListener('fullscreenchange', left);
    return () => {
      document.removeEventListener('fullscreenchange', left);
      if (document.fullscreenElement === element) void document.exitFullscreen();
    };
  }, []);

  useEffect(() => {
    if (moves === 0) return;
    const rest = setTimeout(() => setMoves(0), BAR_TIME);
    return () => clearTimeout(rest);
  }, [moves]);

  const onKeyDown = (event: KeyboardEvent) => {
    const to = {
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      PageDown: at + 1,
      ' ': at + 1,
      Enter: at + 1,
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      PageUp: at - 1,
      Backspace: at - 1,
      Home: 0,
      End: count - 1,
    }[event.key];
    if (event.target instanceof HTMLButtonElement && (event.key === ' ' || event.key === 'Enter')) return;
    event.stopPropagation();
    if (event.key === 'Escape') end.current();
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  };
  const slide = deck.slides[at];
  return (
    <div
      ref={wall}
      className={moves > 0 ? 'Presentation is-pointed' : 'Presentation'}
      role="dialog"
      aria-modal="true"
      aria-label={t('deck.presenting', { number: at + 1, count })}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onPointerMove={() => setMoves((count) => count + 1)}
    >
      {slide && (
        <ScaledSlide>
          <SlideView key={slide.id} slide={slide} number={at + 1} />
        </ScaledSlide>
      )}
      <div className="bar">
        <IconButton
          label={t('deck.previous')}
          icon={ChevronLeft}
          onPress={() => go(at - 1)}
          isDisabled={at === 0}
        />
        <span>
          {at + 1} / {count}
        </span>
        <IconButton
          label={t('deck.next')}
          icon={ChevronRight}
          onPress={() => go(at + 1)}
          isDisabled={at === count - 1}
        />
        <IconButton label={t('deck.endPresenting')} icon={X} onPress={() => end.current()} />
      </div>
    </div>
  );
}
