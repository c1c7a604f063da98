import type { Handlers } from '../../shared/contract/server.ts';
import type { Bench } from './bench.ts';

type AppCalls = 'app.settings' | 'app.changeSettings' | 'app.recent' | 'app.forgetRecent' | 'app.about';

export function appHandlers(bench: Bench): Pick<Handlers, AppCalls> {
  return {
    'app.settings': () => bench.settings.get(),
    async 'app.changeSettings'({ change }) {
      const settings = await bench.settings.change(change);
      bench.emit('app.settingsChanged', { settings });
      return settings;
    },
    'app.recent': () => bench.recent.list(),
    async 'app.forgetRecent'({ path }) {
      await bench.recent.forget(path);
      return undefined;
    },
    'app.about'() {
      return {
        version: bench.options.version,
        engine: `DuckDB ${bench.engineVersion()}`,
        node: process.versions.node,
        platform: `${process.platform} ${process.arch}`,
        host: bench.options.hostKind,
        process: process.pid,
      };
    },
  };
}
