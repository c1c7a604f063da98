import { useState } from 'react';
import type { Document } from '../../shared/model/document.ts';
import type { Table } from '../../shared/model/table.ts';
import { run } from '../app/projectStore.ts';
import { reportProblem } from '../app/reportProblem.ts';
import { Button } from '../design/Button.tsx';
import { Message } from '../design/Message.tsx';
import { t } from '../i18n/index.ts';
import { changedSources } from './changedSources.ts';

/** A table built from others whose rows changed since: says so, and builds it again when asked. */
export function BuiltFromMessage({ table, document }: { table: Table; document: Document }) {
  const [isBuilding, setBuilding] = useState(false);
  const changed = changedSources(table, document);
  if (changed.length === 0) return null;
  const rebuild = () => {
    setBuilding(true);
    run('rebuildTable', { table: table.id })
      .catch(reportProblem)
      .finally(() => setBuilding(false));
  };
  return (
    <div className="GridMessage">
      <Message
        tone="caution"
        title={t('grid.built.staleTitle', { tables: changed.map(({ title }) => title).join(', ') })}
      >
        <p>{t('grid.built.stale')}</p>
        <div className="actions">
          <Button onPress={rebuild} isDisabled={isBuilding}>
            {t(isBuilding ? 'grid.built.rebuilding' : 'grid.built.rebuild')}
          </Button>
        </div>
      </Message>
    </div>
  );
}
