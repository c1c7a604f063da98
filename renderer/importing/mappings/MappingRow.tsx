import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../../design/IconButton.tsx';
import { TextInput } from '../../design/TextInput.tsx';
import { t } from '../../i18n/index.ts';

interface MappingRowProps {
  text: string;
  code: string;
  /** What the code means. */
  name: string | undefined;
  /** Answers what is wrong with it; null forgets the text. */
  onChange: (code: string | null) => Promise<string | undefined>;
}

export function MappingRow({ text, code, name, onChange }: MappingRowProps) {
  const [error, setError] = useState<string>();
  return (
    <li>
      <span className="text" title={text}>
        {text}
      </span>
      <TextInput
        label={t('importing.mappings.codeOf', { text })}
        labelHidden
        value={code}
        error={error}
        onInput={() => setError(undefined)}
        onCommit={(next) => void onChange(next.trim()).then(setError)}
      />
      <small>{name}</small>
      <IconButton
        label={t('importing.mappings.forget', { text })}
        icon={Trash2}
        small
        onPress={() => void onChange(null)}
      />
    </li>
  );
}
