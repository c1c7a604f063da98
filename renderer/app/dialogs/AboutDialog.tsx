import { useEffect, useState } from 'react';
import type { CallResult } from '../../../shared/contract/index.ts';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { KeyList } from '../../design/KeyList.tsx';
import { t } from '../../i18n/index.ts';
import { client } from '../client.ts';
import { Brand } from '../frame/Brand.tsx';
import { reportProblem } from '../reportProblem.ts';

export function AboutDialog({ onClose }: { onClose: () => void }) {
  const [about, setAbout] = useState<CallResult<'app.about'> | null>(null);
  useEffect(() => {
    client().call('app.about', null).then(setAbout).catch(reportProblem);
  }, []);
  return (
    <Dialog
      title={t('app.about.title')}
      isOpen
      onClose={onClose}
      footer={
        <Button variant="primary" onPress={onClose}>
          {t('app.action.close')}
        </Button>
      }
    >
      <div className="About">
        <Brand />
        <p>{t('app.start.line')}</p>
        {about && (
          <KeyList
            items={[
              [t('app.about.version'), about.version],
              [t('app.about.engine'), about.engine],
              [t('app.about.node'), about.node],
              [t('app.about.platform'), about.platform],
            ]}
          />
        )}
        <p>{t('app.start.promiseOffline')}</p>
      </div>
    </Dialog>
  );
}
