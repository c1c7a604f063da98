import { NumberInput } from '../../design/NumberInput.tsx';
import { TextInput } from '../../design/TextInput.tsx';
import { t } from '../../i18n/index.ts';
import { numbersOf } from './linesOf.ts';
import type { Panel } from './panel.ts';

/** Changes are decisions: the steps below are found again. */
export const HeaderPanel: Panel<'header'> = ({ step, preview, onChange }) => {
  const { names: _, units: __, ...plain } = step;
  return (
    <>
      <TextInput
        label={t('importing.headerLines')}
        value={step.lines.join(', ')}
        placeholder={t('importing.noHeader')}
        onCommit={(text) => {
          const lines = numbersOf(text).filter((line) => line <= preview.lines);
          const last = lines.at(-1);
          onChange({ ...plain, lines, firstDataLine: last === undefined ? 1 : last + 1 });
        }}
      />
      <NumberInput
        label={t('importing.firstDataLine')}
        value={step.firstDataLine}
        least={1}
        most={preview.lines}
        onCommit={(line) => line !== null && onChange({ ...step, firstDataLine: line })}
      />
      <NumberInput
        label={t('importing.lastDataLine')}
        value={step.lastDataLine ?? null}
        least={1}
        most={preview.lines}
        placeholder={t('importing.toTheEnd')}
        onCommit={(line) => {
          const { lastDataLine: ___, ...rest } = step;
          onChange(line === null ? rest : { ...rest, lastDataLine: line });
        }}
      />
      <p className="FieldHint">{t('importing.headerHint')}</p>
    </>
  );
};
