import './mappings.css';
import { useState } from 'react';
import { create } from 'zustand';
import { classificationOf, classifications } from '../../../shared/classifications/index.ts';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { Select } from '../../design/Select.tsx';
import { TextInput } from '../../design/TextInput.tsx';
import { t } from '../../i18n/index.ts';
import { AddMapping } from './AddMapping.tsx';
import { MappingRow } from './MappingRow.tsx';
import { useMappings } from './useMappings.ts';

const useShown = create<{ list: string | null }>(() => ({ list: null }));

/** Opens the window of the user's own mappings, on the given code list. */
export function showMappings(list: string | undefined): void {
  useShown.setState({ list: list ?? classifications[0]?.id ?? '' });
}

/** What the user mapped to codes in imports: seen, added to, changed and forgotten. Each change is kept at once. */
export function MappingsDialog() {
  const { list } = useShown();
  return list === null ? null : <ShownMappings list={list} />;
}

function ShownMappings({ list }: { list: string }) {
  const { mappings, change } = useMappings();
  const [sought, setSought] = useState('');
  const close = () => useShown.setState({ list: null });
  const lists = [...new Set([...classifications.map(({ id }) => id), ...Object.keys(mappings ?? {}), list])];
  const all = Object.entries(mappings?.[list] ?? {}).toSorted(([a], [b]) => a.localeCompare(b));
  const labels = classificationOf(list)?.labels ?? {};
  const words = sought.trim().toLowerCase();
  const found = all.filter(([text, code]) =>
    `${text} ${code} ${labels[code] ?? ''}`.toLowerCase().includes(words),
  );
  return (
    <Dialog
      title={t('importing.mappings.title')}
      isOpen
      wide
      onClose={close}
      footer={
        <Button variant="primary" onPress={close}>
          {t('importing.mappings.close')}
        </Button>
      }
    >
      <div className="Mappings">
        <p>{t('importing.mappings.about')}</p>
        <div className="which">
          <Select
            label={t('importing.mappings.list')}
            items={lists.map((id) => ({ id, label: classificationOf(id)?.title ?? id }))}
            value={list}
            onChange={(id) => useShown.setState({ list: id })}
          />
          <TextInput
            label={t('importing.mappings.find')}
            value={sought}
            onInput={setSought}
            onCommit={setSought}
          />
        </div>
        <AddMapping key={list} onAdd={(text, code) => change({ list, text, code })} />
        {mappings && (
          <ul aria-label={t('importing.mappings.title')}>
            {found.map(([text, code]) => (
              <MappingRow
                key={text}
                text={text}
                code={code}
                name={code === '' ? t('importing.mappings.keepsText') : labels[code]}
                onChange={(next) => change({ list, text, code: next })}
              />
            ))}
          </ul>
        )}
        {mappings && found.length === 0 && (
          <p className="none">
            {t(all.length === 0 ? 'importing.mappings.none' : 'importing.mappings.noneFound')}
          </p>
        )}
      </div>
    </Dialog>
  );
}
