import { useEffect, useRef, useState } from 'react';
import { toProblemData } from '../../../shared/contract/problem.ts';
import { Button } from '../../design/Button.tsx';
import { Checkbox } from '../../design/Checkbox.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { Message } from '../../design/Message.tsx';
import { shortcutText } from '../../design/shortcutText.ts';
import { t } from '../../i18n/index.ts';
import type { TableGrid } from '../tableGrid.ts';
import { pasteBlock } from './pasteBlock.ts';
import { type PastedBlock, pastedBlock } from './pastedBlock.ts';
import { readClipboard } from './readClipboard.ts';

/** Asks how to paste. The paste key works here as well, and needs nobody's leave. */
export function PasteSpecialDialog({ grid, onClose }: { grid: TableGrid; onClose: () => void }) {
  const [transpose, setTranspose] = useState(false);
  const [asText, setAsText] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const take = (block: PastedBlock | null) => {
    if (!block) return setProblem(t('gridClipboard.special.empty'));
    onClose();
    const rows = asText ? block.rows.map((row) => row.map(({ text }) => ({ text }))) : block.rows;
    void pasteBlock(grid, { ...block, rows }, { transpose });
  };
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const onPaste = ({ clipboardData }: ClipboardEvent) => {
      if (clipboardData) latest.current(pastedBlock((type) => clipboardData.getData(type)));
    };
    window.addEventListener('paste', onPaste, true);
    return () => window.removeEventListener('paste', onPaste, true);
  }, []);

  return (
    <Dialog
      title={t('gridClipboard.special.title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('grid.cancel')}</Button>
          <Button
            variant="primary"
            onPress={() => {
              readClipboard().then(take, (error) => setProblem(toProblemData(error).message));
            }}
          >
            {t('gridClipboard.special.paste')}
          </Button>
        </>
      }
    >
      <Checkbox isSelected={transpose} onChange={setTranspose}>
        {t('gridClipboard.special.transpose')}
      </Checkbox>
      <Checkbox isSelected={asText} onChange={setAsText}>
        {t('gridClipboard.special.asText')}
      </Checkbox>
      {problem ? (
        <Message tone="caution">{problem}</Message>
      ) : (
        <p className="PasteHint">{t('gridClipboard.special.text', { keys: shortcutText('Mod+V') })}</p>
      )}
    </Dialog>
  );
}
