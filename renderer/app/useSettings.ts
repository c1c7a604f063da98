import { create } from 'zustand';
import { Settings } from '../../shared/contract/app.ts';
import { client, onConnection } from './client.ts';
import { reportProblem } from './reportProblem.ts';

/** The user's settings; the defaults until the workbench has answered. */
export const useSettings = create<Settings>(() => Settings.parse({}));

onConnection((made) => {
  if (!made) return;
  made.on('app.settingsChanged', ({ settings }) => useSettings.setState(settings));
  made
    .call('app.settings', null)
    .then((settings) => useSettings.setState(settings))
    .catch(reportProblem);
});

/** Shown at once, kept by the workbench; taken back where it cannot be kept. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  const before = useSettings.getState();
  useSettings.setState(change);
  try {
    useSettings.setState(await client().call('app.changeSettings', { change }));
  } catch (error) {
    useSettings.setState(before);
    reportProblem(error);
  }
}
