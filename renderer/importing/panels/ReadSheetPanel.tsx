import { Select } from '../../design/Select.tsx';
import { t } from '../../i18n/index.ts';
import type { Panel } from './panel.ts';

/** Another sheet is a decision: the steps below are found again. */
export const ReadSheetPanel: Panel<'readSheet'> = ({ step, preview, onChange }) => (
  <Select
    label={t('importing.sheet')}
    items={preview.sheets.map(({ name, hidden }) => ({
      id: name,
      label: hidden ? t('importing.hiddenSheet', { name }) : name,
    }))}
    value={step.sheet}
    onChange={(sheet) => onChange({ ...step, sheet })}
  />
);
