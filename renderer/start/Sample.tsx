import { runCommand } from '../app/commands/registry.ts';
import { Button } from '../design/Button.tsx';
import { t } from '../i18n/index.ts';
import { SamplePicture } from './SamplePicture.tsx';

/** The sample project, as a copy to work on. */
export function Sample() {
  return (
    <section aria-labelledby="samples">
      <h2 id="samples">
        {t('app.start.samples')}
        <small>{t('app.start.samplesAside')}</small>
      </h2>
      <div className="Samples">
        <article className="Sample">
          <SamplePicture />
          <h3>{t('app.start.sampleTitle')}</h3>
          <p>{t('app.start.sampleText')}</p>
          <Button onPress={() => void runCommand('file.sample')}>{t('app.start.openCopy')}</Button>
        </article>
      </div>
    </section>
  );
}
