import { useEffect, useRef } from 'react';
import { toast } from '../design/toast.ts';
import { t } from '../i18n/index.ts';
import { useProject } from './projectStore.ts';

/** Keeps the window still while the workbench is started again, and says that it was. */
export function ConnectionNotice() {
  const connected = useProject((state) => state.connected);
  const was = useRef(false);
  const lost = useRef(false);
  useEffect(() => {
    if (connected && lost.current)
      toast({ tone: 'info', title: t('app.connection.back'), text: t('app.connection.kept') });
    lost.current = was.current && !connected;
    was.current ||= connected;
  }, [connected]);

  if (connected) return null;
  return (
    <div className="Veil">
      <output>{was.current ? t('app.connection.lost') : t('app.connection.first')}</output>
    </div>
  );
}
