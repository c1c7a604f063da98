import { t } from '../i18n/index.ts';
import { Button } from './Button.tsx';
import { ProgressBar } from './ProgressBar.tsx';

export interface ProgressProps {
  text: string;
  done: number;
  total?: number | undefined;
  /** Counted things in words, where `done` is not one. */
  count?: string | undefined;
  onCancel?: (() => void) | undefined;
}

/** Long work: what is done of how much, and a way to stop it. */
export function Progress({ text, done, total, count, onCancel }: ProgressProps) {
  const words = count ?? (total === undefined ? '' : t('app.progress.of', { done, total }));
  return (
    <div className="Progress">
      <div>
        <div className="words">
          {text} <small>{words}</small>
        </div>
        <ProgressBar label={text} done={done} total={total} />
      </div>
      {onCancel && <Button onPress={onCancel}>{t('app.action.cancel')}</Button>}
    </div>
  );
}
