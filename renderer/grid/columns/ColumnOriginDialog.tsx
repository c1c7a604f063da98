import { useEffect, useState } from 'react';
import { dependentsOf } from '../../../shared/model/dependents.ts';
import { findById } from '../../../shared/model/document.ts';
import type { Step } from '../../../shared/model/recipe.ts';
import { type Column, codeLabel, columnLabel, type Table } from '../../../shared/model/table.ts';
import { client } from '../../app/client.ts';
import { useProject } from '../../app/projectStore.ts';
import { reportProblem } from '../../app/reportProblem.ts';
import { DependentList } from '../../dependents/DependentList.tsx';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { KeyList } from '../../design/KeyList.tsx';
import { t } from '../../i18n/index.ts';
import { stepText } from '../stepText.ts';

interface ColumnOriginDialogProps {
  table: Table;
  column: Column;
  onClose(): void;
}

/** Where a column comes from: its name in the file, unit, definitions, the steps that name it, and what uses it. */
export function ColumnOriginDialog({ table, column, onClose }: ColumnOriginDialogProps) {
  const document = useProject((state) => state.document);
  const definitions = useValues(table, 'definition');
  const units = useValues(table, 'unit');
  if (!document) return null;
  const source = table.source ? findById(document.sources, table.source) : undefined;
  const recipe = table.builtFrom?.recipe ?? source?.recipe ?? [];
  const steps = recipe.filter((step) => names(step, column.name));
  const users = dependentsOf(document, { kind: 'column', table: table.id, id: column.id });
  const facts: [string, string | undefined][] = [
    [t('columns.source.inFile'), column.own || column.derived ? undefined : column.name],
    [t('columns.source.file'), column.own ? undefined : source?.fileName],
    [t('columns.source.sheet'), column.own ? undefined : source?.sheet],
    [t('columns.source.imported'), column.own ? undefined : source?.importedAt.slice(0, 10)],
    [t('columns.source.derived'), column.derived],
    [t('columns.source.type'), t(`grid.types.${column.type}`)],
    [
      t('columns.source.unit'),
      column.type === 'number' ? (column.unit ?? units ?? t('columns.source.none')) : undefined,
    ],
    [t('columns.source.definition'), column.type === 'number' ? definitions : undefined],
    [t('columns.source.concept'), column.concept],
  ];
  return (
    <Dialog
      title={t('columns.source.title', { column: columnLabel(column) })}
      isOpen
      onClose={onClose}
      footer={
        <Button variant="primary" onPress={onClose} autoFocus>
          {t('columns.source.close')}
        </Button>
      }
    >
      {column.own && <p>{t('columns.source.own')}</p>}
      <KeyList items={facts.filter((fact): fact is [string, string] => fact[1] !== undefined)} />
      {steps.length > 0 && (
        <section className="ColumnUsers">
          <h3>{t('columns.source.steps')}</h3>
          <ol className="RecipeSteps">
            {steps.map((step) => (
              <li key={JSON.stringify(step)}>{stepText(step)}</li>
            ))}
          </ol>
        </section>
      )}
      <section className="ColumnUsers">
        <h3>{t('columns.source.usedBy')}</h3>
        {users.length > 0 ? <DependentList dependents={users} /> : <p>{t('columns.source.unused')}</p>}
      </section>
    </Dialog>
  );
}

/** The first value of the table's column of a role, and how many more there are. */
function useValues(table: Table, role: 'definition' | 'unit'): string | undefined {
  const [said, setSaid] = useState<string>();
  const column = table.columns.find((one) => one.role === role);
  const { id } = table;
  useEffect(() => {
    if (!column) return;
    client()
      .call('tables.distinct', { table: id, column: column.id, limit: 1 })
      .then(({ values, total }) => {
        const first = codeLabel(column, values[0]?.value ?? '');
        setSaid(total > 1 ? t('columns.source.several', { first, count: total - 1 }) : first);
      })
      .catch(reportProblem);
  }, [id, column]);
  return said;
}

/** Whether a step says the column's name anywhere. */
function names(step: Step, name: string): boolean {
  const has = (value: unknown): boolean => {
    if (typeof value === 'string') return value === name || value.includes(`[${name}]`);
    return typeof value === 'object' && value !== null && Object.values(value).some(has);
  };
  return has(step);
}
