import { Select } from '../../design/Select.tsx';
import { t } from '../../i18n/index.ts';
import type { Panel } from './panel.ts';

const sames = ['row', 'key'] as const;
const keeps = ['first', 'last', 'all'] as const;

export const RepeatsPanel: Panel<'repeats'> = ({ step, onChange }) => (
  <>
    <Select
      label={t('importing.field.same')}
      items={sames.map((id) => ({ id, label: t(`importing.sames.${id}`) }))}
      value={step.same}
      onChange={(same) => onChange({ ...step, same })}
    />
    <Select
      label={t('importing.field.keep')}
      items={keeps.map((id) => ({ id, label: t(`importing.keeps.${id}`) }))}
      value={step.keep}
      onChange={(keep) => onChange({ ...step, keep })}
    />
  </>
);
