import { useEffect } from 'react';
import { t } from '../i18n/index.ts';
import { onConnection } from './client.ts';
import { runCommand } from './commands/registry.ts';
import { host } from './host.ts';
import { importPath, mayLeave, openPath } from './projectActions.ts';
import { useProject } from './projectStore.ts';
import { reportProblem } from './reportProblem.ts';

/** What passes between this window and the program around it: its title, closing, files handed over, a native menu's choices. */
export function useHostWindow(): void {
  const { open, title, dirty, path } = useProject((state) => state.status);
  useEffect(() => {
    const words = open ? `${title} \u2013 ${t('app.name')}` : t('app.name');
    host.setWindow({ title: words, dirty, ...(path !== undefined && { path }) });
  }, [open, title, dirty, path]);

  useEffect(() => {
    host.onCloseAsked?.(mayLeave);
    host.onCommand?.((id) => void runCommand(id));
    return onConnection((made) => {
      made?.on('app.openFile', ({ path: handed }) => {
        const taken = /\.tijarat$/i.test(handed) ? openPath(handed) : importPath(handed);
        taken.catch(reportProblem);
      });
    });
  }, []);
}
