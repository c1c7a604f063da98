import { useState } from 'react';
import { type Document, findById } from '../../shared/model/document.ts';
import { columnLabel, type Table } from '../../shared/model/table.ts';
import { ChartKind, type Page } from '../../shared/model/view.ts';
import { newId } from '../app/newId.ts';
import { run } from '../app/projectStore.ts';
import { reportProblem } from '../app/reportProblem.ts';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { Message } from '../design/Message.tsx';
import { Select } from '../design/Select.tsx';
import { t } from '../i18n/index.ts';
import { dimensionsOf, measuresOf, suggestedView, viewOfChoice } from './newView.ts';
import { addViewTo, editView } from './viewMenu.ts';

const NONE = '-';

/** Which table, which figure, by what: three choices, each with a proposal, and the view is there to be changed. */
export function AddView({ page, document, onClose }: { page: Page; document: Document; onClose(): void }) {
  const tables = [...document.tables].sort((a, b) => Number(a.kind !== 'data') - Number(b.kind !== 'data'));
  const [tableId, setTable] = useState(tables[0]?.id ?? '');
  const table = findById(document.tables, tableId);
  const [choice, setChoice] = useState(() => (table ? suggestedView(table) : null));
  const change = (part: Partial<NonNullable<typeof choice>>) => choice && setChoice({ ...choice, ...part });
  const chooseTable = (id: string) => {
    setTable(id);
    const chosen = findById(document.tables, id);
    setChoice(chosen ? suggestedView(chosen) : null);
  };
  const add = async () => {
    if (!table || !choice) return;
    onClose();
    const view = viewOfChoice(newId('view'), table, choice);
    if (view.kind === 'tile') {
      await run('addView', { view });
      await run('updatePage', { page: page.id, change: { tiles: [...page.tiles, view.id] } });
      editView(view.id);
    } else await addViewTo(page, view);
  };
  return (
    <Dialog
      title={t('pages.addView')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('pages.cancel')}</Button>
          <Button variant="primary" isDisabled={!choice} onPress={() => void add().catch(reportProblem)}>
            {t('pages.add.add')}
          </Button>
        </>
      }
    >
      <div className="page-form">
        <Select
          label={t('pages.add.table')}
          items={tables.map(({ id, title }) => ({ id, label: title }))}
          value={tableId}
          onChange={chooseTable}
        />
        {table && choice ? (
          <Choices table={table} choice={choice} onChange={change} />
        ) : (
          <Message tone="info">{t(table ? 'pages.add.noNumbers' : 'pages.empty.noTables')}</Message>
        )}
      </div>
    </Dialog>
  );
}

function Choices({
  table,
  choice,
  onChange,
}: {
  table: Table;
  choice: NonNullable<ReturnType<typeof suggestedView>>;
  onChange(part: Partial<NonNullable<ReturnType<typeof suggestedView>>>): void;
}) {
  const dimensions = dimensionsOf(table).map((column) => ({ id: column.id, label: columnLabel(column) }));
  const none = { id: NONE, label: t('pages.add.none') };
  return (
    <>
      <Select
        label={t('pages.add.kind')}
        items={ChartKind.options.map((id) => ({ id, label: t(`pages.kind.${id}`) }))}
        value={choice.kind}
        onChange={(kind) => onChange({ kind })}
      />
      <Select
        label={t('pages.add.measure')}
        items={measuresOf(table).map((column) => ({ id: column.id, label: columnLabel(column) }))}
        value={choice.measure}
        onChange={(measure) => onChange({ measure })}
      />
      <Select
        label={t('pages.add.across')}
        items={choice.kind === 'tile' ? [none, ...dimensions] : dimensions}
        value={choice.across ?? NONE}
        onChange={(id) => onChange({ across: id === NONE ? null : id })}
      />
      {choice.kind !== 'tile' && (
        <Select
          label={t('pages.add.series')}
          items={[none, ...dimensions.filter(({ id }) => id !== choice.across)]}
          value={choice.series ?? NONE}
          onChange={(id) => onChange({ series: id === NONE ? null : id })}
        />
      )}
    </>
  );
}
