import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { ProblemData } from '../../../shared/contract/problem.ts';
import type { Table } from '../../../shared/model/table.ts';
import { t } from '../../i18n/index.ts';
import { type Completion, completions, type Typed, typedAt } from './completions.ts';

interface FormulaInputProps {
  table: Table;
  tables: readonly Table[];
  value: string;
  problem: ProblemData | null;
  onChange(text: string): void;
  onEnter(): void;
}

/** A formula as it is typed: names are offered, and what is wrong is marked at its place. */
export function FormulaInput({ table, tables, value, problem, onChange, onEnter }: FormulaInputProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState<Typed | null>(null);
  const [marked, setMarked] = useState(0);
  const id = useId();
  const offered = typed ? completions(typed, table, tables) : [];

  const look = () => {
    const at = field.current?.selectionStart ?? 0;
    setTyped(typedAt(field.current?.value ?? '', at));
    setMarked(0);
  };
  const take = (completion: Completion) => {
    if (!typed || !field.current) return;
    const text = value.slice(0, typed.from) + completion.text + value.slice(typed.to);
    const caret = typed.from + completion.text.length;
    onChange(text);
    setTyped(null);
    const element = field.current;
    // The caret can be set once the text is there.
    requestAnimationFrame(() => element.setSelectionRange(caret, caret));
    element.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const chosen = offered[marked];
    if (event.key === 'Escape' && chosen) {
      // Closes the list, and not the dialog.
      event.stopPropagation();
      setTyped(null);
      return;
    }
    if (chosen && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      setMarked((marked + (event.key === 'ArrowDown' ? 1 : -1) + offered.length) % offered.length);
      return;
    }
    if (chosen && (event.key === 'Tab' || event.key === 'Enter') && chosen.text !== typed?.text) {
      event.preventDefault();
      // The dialog's own Tab would lead on to its buttons, and a space press one.
      event.stopPropagation();
      take(chosen);
      return;
    }
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    onEnter();
  };
  const at = typeof problem?.details?.['at'] === 'number' ? problem.details['at'] : null;
  return (
    <div className="FormulaInput">
      <label htmlFor={id}>{t('formula.formula')}</label>
      <textarea
        id={id}
        ref={field}
        rows={3}
        role="combobox"
        aria-expanded={offered.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-invalid={problem !== null}
        aria-describedby={`${id}-problem`}
        {...(offered.length > 0 && { 'aria-activedescendant': `${id}-${marked}` })}
        value={value}
        spellCheck={false}
        placeholder={t('formula.placeholder')}
        onChange={(event) => {
          onChange(event.currentTarget.value);
          look();
        }}
        onClick={look}
        onBlur={() => setTyped(null)}
        onKeyDown={onKeyDown}
      />
      {offered.length > 0 && (
        <div className="FormulaOffers" role="listbox" id={`${id}-list`} aria-label={t('formula.offers')}>
          {offered.map((completion, i) => (
            // The keyboard stays in the text: the list is worked from there.
            // biome-ignore lint/a11y/useKeyWithClickEvents: arrows and Enter in the text choose as well
            <div
              key={completion.text}
              id={`${id}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === marked}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(completion)}
            >
              <span>{completion.label}</span>
              <small>
                {completion.kind === 'function'
                  ? t(`formula.functions.${completion.label as FunctionKey}`)
                  : (completion.aside ?? '')}
              </small>
            </div>
          ))}
        </div>
      )}
      <div id={`${id}-problem`} className="FormulaProblem" aria-live="polite">
        {problem && (
          <>
            {at !== null && value !== '' && (
              <code>
                {value.slice(0, at)}
                <mark>{value.slice(at, at + 1) || '⌄'}</mark>
                {value.slice(at + 1)}
              </code>
            )}
            <p>
              {problem.message} {problem.remedy}
            </p>
          </>
        )}
      </div>
    </div>
  );
}

type FunctionKey = keyof typeof import('../../i18n/en/formula.ts').formula.functions;
