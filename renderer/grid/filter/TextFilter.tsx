import { useState } from 'react';
import { TextTest } from '../../../shared/contract/rowFilter.ts';
import { Select } from '../../design/Select.tsx';
import { TextInput } from '../../design/TextInput.tsx';
import { t } from '../../i18n/index.ts';
import type { FilterPartProps } from './FilterPopover.tsx';

/** A test of the text that is shown. */
export function TextFilter({ column, filter, onChange }: FilterPartProps) {
  const letters = filter && 'text' in filter ? filter.letters : '';
  const [test, setTest] = useState<TextTest>(filter && 'text' in filter ? filter.text : 'contains');
  const change = (text: TextTest, typed: string) =>
    onChange(typed.trim() === '' ? null : { column: column.id, text, letters: typed.trim() });
  return (
    <div className="pair">
      <Select
        label={t('order.test')}
        items={TextTest.options.map((id) => ({ id, label: t(`order.text.${id}`) }))}
        value={test}
        onChange={(chosen) => {
          setTest(chosen);
          if (letters) change(chosen, letters);
        }}
      />
      <TextInput label={t('order.letters')} value={letters} onCommit={(typed) => change(test, typed)} />
    </div>
  );
}
