import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { TextInput } from '../design/TextInput.tsx';
import { t } from '../i18n/index.ts';

interface GoToRowDialogProps {
  last: number;
  onGo(row: number): void;
  onClose(): void;
}

/** Asks for a row by its number, counted from 1 in the order on the screen. */
export function GoToRowDialog({ last, onGo, onClose }: GoToRowDialogProps) {
  const [text, setText] = useState('');
  const row = Number(text.replace(/[\s,.]/g, ''));
  const isRow = Number.isInteger(row) && row >= 1 && row <= last;
  const go = () => {
    if (!isRow) return;
    onGo(row - 1);
    onClose();
  };
  return (
    <Dialog
      title={t('grid.goToRowTitle')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('grid.cancel')}</Button>
          <Button variant="primary" onPress={go} isDisabled={!isRow}>
            {t('grid.go')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <TextInput
          label={t('grid.goToRowLabel', { last })}
          value={text}
          onInput={setText}
          onCommit={setText}
          inputMode="decimal"
          autoFocus
        />
      </form>
    </Dialog>
  );
}
