import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { useQuestion } from './ask.ts';

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
    </Dialog>
  );
}
