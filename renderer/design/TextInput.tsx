import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { FieldError, Group, Input, Label, Text, TextArea, TextField } from 'react-aria-components';

export interface TextInputProps {
  label: string;
  labelHidden?: boolean | undefined;
  value: string;
  /** Told on Enter and on leaving, only when the text changed. */
  onCommit: (text: string) => void;
  /** Told on every letter, where something follows while typing. */
  onInput?: ((text: string) => void) | undefined;
  /** Enter, after the commit, whether or not the text changed. */
  onEnter?: ((text: string) => void) | undefined;
  unit?: string | undefined;
  error?: string | undefined;
  hint?: string | undefined;
  placeholder?: string | undefined;
  multiline?: boolean | undefined;
  isDisabled?: boolean | undefined;
  autoFocus?: boolean | undefined;
  inputMode?: 'text' | 'decimal' | undefined;
}

/** A text that is taken on Enter or on leaving; Escape brings the old one back. In a multiline one Enter is a new line. */
export function TextInput(props: TextInputProps) {
  const {
    label,
    labelHidden = false,
    value,
    onCommit,
    onInput,
    unit,
    error,
    hint,
    multiline = false,
  } = props;
  const [draft, setDraft] = useState(value);
  // Escape restores and then leaves: the blur that follows must not commit the draft it still sees.
  const restored = useRef(false);
  useEffect(() => setDraft(value), [value]);

  const change = (text: string) => {
    setDraft(text);
    onInput?.(text);
  };
  const commit = () => {
    if (!restored.current && draft !== value) onCommit(draft);
    restored.current = false;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !multiline && !event.nativeEvent.isComposing) {
      commit();
      props.onEnter?.(draft);
    }
    if (event.key === 'Escape' && draft !== value) {
      event.stopPropagation();
      restored.current = true;
      change(value);
      (event.target as HTMLElement).blur();
    }
  };
  const field = { onKeyDown, onBlur: commit, placeholder: props.placeholder ?? '' };

  return (
    <TextField
      className="Field"
      value={draft}
      onChange={change}
      isInvalid={error !== undefined}
      isDisabled={props.isDisabled ?? false}
      autoFocus={props.autoFocus ?? false}
      {...(labelHidden && { 'aria-label': label })}
    >
      {!labelHidden && <Label className="FieldLabel">{label}</Label>}
      <Group
        className={multiline ? 'TextInput is-multiline' : 'TextInput'}
        isInvalid={error !== undefined}
        isDisabled={props.isDisabled ?? false}
        role="presentation"
      >
        {multiline ? (
          <TextArea rows={3} {...field} />
        ) : (
          <Input {...field} spellCheck={false} {...(props.inputMode && { inputMode: props.inputMode })} />
        )}
        {unit && <span className="Unit">{unit}</span>}
      </Group>
      {hint && !error && (
        <Text slot="description" className="FieldHint">
          {hint}
        </Text>
      )}
      <FieldError className="FieldHint is-error">{error}</FieldError>
    </TextField>
  );
}
