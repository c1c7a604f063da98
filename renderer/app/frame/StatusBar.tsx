import { ShieldCheck } from 'lucide-react';
import { Focusable } from 'react-aria-components';
import { Icon } from '../../design/Icon.tsx';
import { Tooltip } from '../../design/Tooltip.tsx';
import { t } from '../../i18n/index.ts';
import { useProject } from '../projectStore.ts';
import { useStatus } from '../statusStore.ts';
import { StatusFigures } from './StatusFigures.tsx';
import { saveWords } from './saveWords.ts';

/** The foot of every window: what is shown and selected, whether it is saved, and that nothing leaves the machine. */
export function StatusBar({ start }: { start?: string }) {
  const { rows, cells, views, query } = useStatus();
  const status = useProject((project) => project.status);
  return (
    <footer className="StatusBar">
      {[start, rows, cells].filter(Boolean).map((text) => (
        <span key={text}>{text}</span>
      ))}
      <StatusFigures />
      {[views, query].filter(Boolean).map((text) => (
        <span key={text}>{text}</span>
      ))}
      <output className="end">{status.open ? saveWords(status) : ''}</output>
      <Tooltip text={t('app.status.offlineWhy')}>
        <Focusable>
          <span role="note" className="offline">
            <Icon icon={ShieldCheck} small />
            {t('app.status.offline')}
          </span>
        </Focusable>
      </Tooltip>
    </footer>
  );
}
