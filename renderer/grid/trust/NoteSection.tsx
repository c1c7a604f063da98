import './trust.css';
import { useState } from 'react';
import { cellKey } from '../../../shared/model/cellKey.ts';
import { findById } from '../../../shared/model/document.ts';
import { run, useProject } from '../../app/projectStore.ts';
import { reportProblem } from '../../app/reportProblem.ts';
import { Button } from '../../design/Button.tsx';
import { TextInput } from '../../design/TextInput.tsx';
import { t } from '../../i18n/index.ts';

interface NoteSectionProps {
  table: string;
  row: number;
  column: string;
}

/** The note on a cell, to be read and written; where more is said stands as text and is never opened. */
export function NoteSection({ table: id, row, column }: NoteSectionProps) {
  const table = useProject(({ document }) => document && findById(document.tables, id));
  const readOnly = useProject(({ status }) => status.readOnly !== undefined);
  const note = table?.cellNotes?.[cellKey(row, column)];
  const [isWriting, setWriting] = useState(false);
  const save = (change: { text?: string; link?: string }) => {
    const next = { text: note?.text ?? '', link: note?.link ?? '', ...change };
    run('noteCell', {
      table: id,
      row,
      column,
      text: next.text,
      ...(next.link.trim() && { link: next.link }),
    }).catch(reportProblem);
  };
  if (!note && !isWriting) {
    if (readOnly) return null;
    return (
      <section className="sec">
        <Button variant="quiet" onPress={() => setWriting(true)}>
          {t('trust.addNote')}
        </Button>
      </section>
    );
  }
  return (
    <section className="sec CellNote">
      <h4>{t('trust.note')}</h4>
      <TextInput
        label={t('trust.noteText')}
        labelHidden
        value={note?.text ?? ''}
        placeholder={t('trust.notePlaceholder')}
        multiline
        autoFocus={isWriting}
        isDisabled={readOnly}
        onCommit={(text) => save({ text })}
      />
      {note && (
        <TextInput
          label={t('trust.noteLink')}
          labelHidden
          value={note.link ?? ''}
          placeholder={t('trust.noteLink')}
          isDisabled={readOnly}
          onCommit={(link) => save({ link })}
        />
      )}
    </section>
  );
}
