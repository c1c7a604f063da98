import { useLayoutEffect, useRef, useState } from 'react';
import { t } from '../i18n/index.ts';
import { LiveText } from './LiveText.tsx';
import type { SlideContent } from './useSlideContent.ts';

interface EditableTextProps {
  /** "Title" */
  what: string;
  value: string;
  figures: SlideContent['figures'];
  onCommit(text: string): void;
  placeholder?: string | undefined;
  multiline?: boolean | undefined;
}

/** A text in its place on the slide: a press shows it as it is written, braces and all; Enter or leaving keeps it, Escape does not. */
export function EditableText({
  what,
  value,
  figures,
  onCommit,
  placeholder,
  multiline = false,
}: EditableTextProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const isEditing = draft !== null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the box grows with what is typed
  useLayoutEffect(() => {
    if (!area.current) return;
    area.current.style.blockSize = 'auto';
    area.current.style.blockSize = `${area.current.scrollHeight}px`;
  }, [draft]);

  if (!isEditing) {
    return (
      <button
        type="button"
        className={value ? 'EditableText' : 'EditableText is-empty'}
        aria-label={t('deck.text.edit', { what })}
        onClick={() => setDraft(value)}
      >
        {value ? (
          <LiveText text={value} figures={figures} marked />
        ) : (
          (placeholder ?? t('deck.text.empty', { what: what.toLowerCase() }))
        )}
      </button>
    );
  }
  const leave = (keep: boolean) => {
    setDraft(null);
    const text = multiline ? draft.trimEnd() : draft.trim();
    if (keep && text !== value) onCommit(text);
  };
  return (
    <textarea
      ref={area}
      className="EditableText"
      aria-label={what}
      rows={1}
      // biome-ignore lint/a11y/noAutofocus: the press that opened it asked for the keyboard
      autoFocus
      value={draft}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => leave(true)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') leave(false);
        if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          leave(true);
        }
      }}
    />
  );
}
