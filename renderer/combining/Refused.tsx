import type { ProblemData } from '../../shared/contract/problem.ts';
import { Button } from '../design/Button.tsx';
import { Message } from '../design/Message.tsx';
import { t } from '../i18n/index.ts';

interface RefusedProps {
  problem: ProblemData;
  /** The repair, where there is one click for it. */
  onLatest: (() => void) | undefined;
}

/** Why nothing comes of the choice, with the keys that it is about, and what to do. */
export function Refused({ problem, onLatest }: RefusedProps) {
  const keys = problem.details?.['keys'];
  const listed = Array.isArray(keys) ? keys.map(String) : [];
  return (
    <div className="CombineRefused">
      <Message tone="danger" title={problem.message}>
        {problem.remedy && <p>{problem.remedy}</p>}
        {onLatest && (
          <div className="actions">
            <Button onPress={onLatest}>{t('combining.takeLatest')}</Button>
          </div>
        )}
      </Message>
      {listed.length > 0 && (
        <section aria-label={t('combining.repeated')}>
          <h3>{t('combining.repeated')}</h3>
          <ul className="CombineKeys">
            {listed.map((key) => (
              <li key={key}>{key}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
