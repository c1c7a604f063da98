import { useState } from 'react';
import { t } from '../i18n/index.ts';
import { TextInput } from './TextInput.tsx';

export interface NumberInputProps {
  label: string;
  labelHidden?: boolean | undefined;
  value: number | null;
  onCommit: (value: number | null) => void;
  unit?: string | undefined;
  error?: string | undefined;
  placeholder?: string | undefined;
  least?: number | undefined;
  most?: number | undefined;
  isDisabled?: boolean | undefined;
}

/** A number or nothing. Thousands commas and the true minus are understood; what is no number is kept and said. */
export function NumberInput({ value, onCommit, error, least, most, ...rest }: NumberInputProps) {
  const [refused, setRefused] = useState<{ text: string; why: string } | null>(null);

  const commit = (text: string) => {
    const number = readNumber(text);
    if (number === undefined) return setRefused({ text, why: t('app.input.notANumber') });
    if (number !== null && ((least !== undefined && number < least) || (most !== undefined && number > most)))
      return setRefused({ text, why: t('app.input.outOfRange', { least, most }) });
    setRefused(null);
    if (number !== value) onCommit(number);
  };

  return (
    <TextInput
      {...rest}
      inputMode="decimal"
      value={refused?.text ?? (value === null ? '' : String(value))}
      error={refused?.why ?? error}
      onCommit={commit}
    />
  );
}

/** undefined where the text is no number; null where it is empty. */
function readNumber(text: string): number | null | undefined {
  const plain = text.trim().replaceAll(',', '').replace('\u2212', '-');
  if (plain === '') return null;
  const number = Number(plain);
  return Number.isFinite(number) ? number : undefined;
}
