import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { t } from '../../i18n/index.ts';
import { type Question, useQuestion } from './ask.ts';

export function AskDialog() {
  const { question, answer } = useQuestion();
  if (!question) return null;
  return (
    <Dialog
      title={question.title}
      role="alertdialog"
      isOpen
      onClose={() => answer(null)}
      footer={question.choices.map(({ id, label, variant, apart }, index) => (
        <Button
          key={id}
          variant={variant ?? 'default'}
          className={apart ? 'first' : undefined}
          autoFocus={index === question.choices.length - 1}
          onPress={() => answer(id)}
        >
          {label}
        </Button>
      ))}
    >
      <p>{question.text}</p>
      {question.list && <AskedList list={question.list} />}
    </Dialog>
  );
}

/** More than a screen of them are counted. */
const MOST = 12;

function AskedList({ list }: { list: NonNullable<Question['list']> }) {
  const more = list.length - MOST;
  // Two slides may have one title.
  let at = 0;
  return (
    <ul className="AskedList">
      {list.slice(0, MOST).map(({ label, note }) => (
        <li key={at++}>
          <b>{label}</b> <small>{note}</small>
        </li>
      ))}
      {more > 0 && <li>{t('columns.dependents.more', { count: more })}</li>}
    </ul>
  );
}
