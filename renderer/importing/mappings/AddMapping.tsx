import { useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { TextInput } from '../../design/TextInput.tsx';
import { t } from '../../i18n/index.ts';

interface AddMappingProps {
  /** Answers what is wrong with it. */
  onAdd: (text: string, code: string) => Promise<string | undefined>;
}

/** A text and its code, for what no file has shown yet. */
export function AddMapping({ onAdd }: AddMappingProps) {
  const [text, setText] = useState('');
  const [code, setCode] = useState('');
  const [error, setError] = useState<string>();
  const add = async () => {
    const wrong = await onAdd(text.trim(), code.trim());
    setError(wrong);
    if (wrong !== undefined) return;
    setText('');
    setCode('');
  };
  return (
    <div className="add">
      <TextInput label={t('importing.mappings.text')} value={text} onInput={setText} onCommit={setText} />
      <TextInput
        label={t('importing.mappings.code')}
        value={code}
        error={error}
        hint={t('importing.mappings.codeHint')}
        onInput={(next) => {
          setCode(next);
          setError(undefined);
        }}
        onCommit={setCode}
      />
      <Button isDisabled={text.trim() === ''} onPress={() => void add()}>
        {t('importing.mappings.add')}
      </Button>
    </div>
  );
}
