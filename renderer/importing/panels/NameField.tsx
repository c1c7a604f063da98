import { TextInput } from '../../design/TextInput.tsx';

interface NameFieldProps {
  label: string;
  value: string;
  hint?: string | undefined;
  onChange: (name: string) => void;
}

/** A text that may not be empty: emptied, the old one comes back. */
export function NameField({ label, value, hint, onChange }: NameFieldProps) {
  return (
    <TextInput
      label={label}
      value={value}
      hint={hint}
      onCommit={(text) => text.trim() !== '' && onChange(text.trim())}
    />
  );
}
