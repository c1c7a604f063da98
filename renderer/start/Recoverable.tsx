import { useEffect, useState } from 'react';
import type { CallResult } from '../../shared/contract/index.ts';
import { client } from '../app/client.ts';
import { recoverProject } from '../app/projectActions.ts';
import { useProject } from '../app/projectStore.ts';
import { reportProblem } from '../app/reportProblem.ts';
import { Button } from '../design/Button.tsx';
import { Message } from '../design/Message.tsx';
import { t } from '../i18n/index.ts';
import { daysAgoWords } from './daysAgoWords.ts';

/** Projects whose last run ended badly, with edits that no save has taken. */
export function Recoverable() {
  const [found, setFound] = useState<CallResult<'project.recoverable'>>([]);
  const connected = useProject((state) => state.connected);
  useEffect(() => {
    if (connected) client().call('project.recoverable', null).then(setFound).catch(reportProblem);
  }, [connected]);

  const forget = async (id: string) => {
    await client().call('project.forget', { id });
    setFound((before) => before.filter((project) => project.id !== id));
  };
  if (found.length === 0) return null;
  return (
    <section className="Recoverable" aria-label={t('app.recover.title')}>
      {found.map(({ id, title, changes, at }) => (
        <Message key={id} tone="caution" title={t('app.recover.named', { title })}>
          <p>{t('app.recover.text', { count: changes, when: daysAgoWords(at, new Date()) })}</p>
          <div className="actions">
            <Button onPress={() => void recoverProject(id).catch(reportProblem)}>
              {t('app.recover.recover')}
            </Button>
            <Button variant="quiet" onPress={() => void forget(id).catch(reportProblem)}>
              {t('app.recover.forget')}
            </Button>
          </div>
        </Message>
      ))}
    </section>
  );
}
