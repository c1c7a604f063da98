import type { Table } from '../../shared/model/table.ts';
import { Checkbox } from '../design/Checkbox.tsx';
import { TextInput } from '../design/TextInput.tsx';
import { t } from '../i18n/index.ts';
import type { Draft } from './combination.ts';

interface AppendPanelProps {
  tables: readonly Table[];
  draft: Draft['append'];
  onChange: (part: Partial<Draft['append']>) => void;
}

/** The tables that are put one under the other, in the order in which they are ticked. */
export function AppendPanel({ tables, draft, onChange }: AppendPanelProps) {
  return (
    <>
      <fieldset>
        <legend>{t('combining.append.tables')}</legend>
        {tables.map(({ id, title, rowCount }) => (
          <Checkbox
            key={id}
            isSelected={draft.tables.includes(id)}
            onChange={(on) =>
              onChange({
                tables: on ? [...draft.tables, id] : draft.tables.filter((one) => one !== id),
              })
            }
          >
            <span className="words">{title}</span>
            <small>{t('combining.match.rows', { count: rowCount })}</small>
          </Checkbox>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('combining.append.tableColumn')}</legend>
        <Checkbox
          isSelected={draft.tableColumn !== null}
          onChange={(on) => onChange({ tableColumn: on ? 'table' : null })}
        >
          {t('combining.append.withColumn')}
        </Checkbox>
        {draft.tableColumn !== null && (
          <TextInput
            label={t('combining.append.columnName')}
            value={draft.tableColumn}
            onCommit={(text) => text.trim() && onChange({ tableColumn: text.trim() })}
          />
        )}
      </fieldset>
    </>
  );
}
