import { useEffect, useState } from 'react';
import type { CallResult } from '../../shared/contract/index.ts';
import { formatNumber } from '../../shared/formats/formatNumber.ts';
import { findById } from '../../shared/model/document.ts';
import { type Column, ColumnRole, columnLabel, MeasureNature, type Table } from '../../shared/model/table.ts';
import { periodOfText } from '../../shared/periods/periodText.ts';
import { client } from '../app/client.ts';
import { run, useProject } from '../app/projectStore.ts';
import { reportProblem } from '../app/reportProblem.ts';
import { Button } from '../design/Button.tsx';
import { FieldRow } from '../design/FieldRow.tsx';
import { InspectorHeader } from '../design/InspectorHeader.tsx';
import { InspectorSection } from '../design/InspectorSection.tsx';
import { KeyList } from '../design/KeyList.tsx';
import { Select } from '../design/Select.tsx';
import { Tabs } from '../design/Tabs.tsx';
import { TextInput } from '../design/TextInput.tsx';
import { shownText } from '../grid/cellText.ts';
import { openColumnDialog } from '../grid/columns/columnDialogs.ts';
import { FormatFields } from '../grid/columns/FormatFields.tsx';
import { PLAIN_FORMAT } from '../grid/columns/plainFormat.ts';
import { stepText } from '../grid/stepText.ts';
import { ChangesTab } from '../grid/trust/ChangesTab.tsx';
import { RulesSection } from '../grid/trust/RulesSection.tsx';
import { useCellFormat } from '../grid/useCellFormat.ts';
import { t } from '../i18n/index.ts';
import './column.css';

/** A column of a table: what it is, what it holds, and where the table came from. */
export function ColumnInspector({ table: tableId, column: columnId }: { table: string; column: string }) {
  const table = useProject(({ document }) => document && findById(document.tables, tableId));
  const column = table?.columns.find(({ id }) => id === columnId);
  if (!table || !column) return null;
  const changed = Object.keys(table.handEdits ?? {}).length;
  return (
    <>
      <InspectorHeader kind={t('grid.column.kind', { table: table.title })} title={columnLabel(column)} />
      <Tabs
        items={[
          {
            id: 'column',
            label: t('grid.column.tabColumn'),
            content: (
              <>
                <Fields table={table} column={column} />
                <Profile table={table} column={column} />
                <RulesSection table={table} column={column} />
              </>
            ),
          },
          { id: 'recipe', label: t('grid.column.tabRecipe'), content: <RecipeOf table={table} /> },
          {
            id: 'changes',
            label: changed > 0 ? t('trust.tabCount', { count: changed }) : t('trust.tab'),
            content: <ChangesTab table={table} />,
          },
        ]}
      />
    </>
  );
}

interface ColumnProps {
  table: Table;
  column: Column;
}

function Fields({ table, column }: ColumnProps) {
  const readOnly = useProject(({ status }) => status.readOnly !== undefined);
  type Change = Partial<Pick<Column, 'role' | 'nature' | 'unit'>>;
  const change = (edit: Change) => {
    run('updateColumn', { table: table.id, column: column.id, change: edit }).catch(reportProblem);
  };
  return (
    <InspectorSection>
      <FieldRow label={t('grid.column.name')}>
        <TextInput
          label={t('grid.column.name')}
          labelHidden
          value={columnLabel(column)}
          isDisabled={readOnly}
          onCommit={(label) => {
            const renamed = label.trim() || column.name;
            run('renameColumn', { table: table.id, column: column.id, label: renamed }).catch(reportProblem);
          }}
        />
      </FieldRow>
      <FieldRow label={t('grid.column.type')}>
        <span className="ColumnType">
          {t(`grid.types.${column.type}`)}
          {column.derived === undefined && (
            <Button
              variant="quiet"
              isDisabled={readOnly}
              onPress={() => openColumnDialog({ kind: 'type', column: column.id })}
            >
              {t('columns.change')}
            </Button>
          )}
        </span>
      </FieldRow>
      <FieldRow label={t('grid.column.role')}>
        <Select
          label={t('grid.column.role')}
          labelHidden
          items={ColumnRole.options.map((id) => ({ id, label: t(`grid.roles.${id}`) }))}
          value={column.role}
          isDisabled={readOnly}
          onChange={(role) => change({ role })}
        />
      </FieldRow>
      {column.role === 'measure' && (
        <FieldRow label={t('grid.column.nature')}>
          <Select
            label={t('grid.column.nature')}
            labelHidden
            items={MeasureNature.options.map((id) => ({ id, label: t(`grid.natures.${id}`) }))}
            value={column.nature ?? null}
            isDisabled={readOnly}
            onChange={(nature) => change({ nature })}
          />
        </FieldRow>
      )}
      {column.type === 'number' && (
        <>
          <FieldRow label={t('grid.column.unit')}>
            <TextInput
              label={t('grid.column.unit')}
              labelHidden
              value={column.unit ?? ''}
              placeholder={t('grid.column.noUnit')}
              isDisabled={readOnly}
              onCommit={(unit) => change({ unit: unit.trim() })}
            />
          </FieldRow>
          <FormatFields
            column={column}
            format={column.format ?? PLAIN_FORMAT}
            isDisabled={readOnly}
            onChange={(format) => {
              const columns = [column.id];
              run('formatColumns', { table: table.id, columns, format }).catch(reportProblem);
            }}
          />
        </>
      )}
      <FieldRow label={t('grid.column.missing')}>
        <span>{t('grid.column.missingValue')}</span>
      </FieldRow>
      {column.name !== columnLabel(column) && (
        <FieldRow label={t('grid.column.inFile')}>
          <span>{column.name}</span>
        </FieldRow>
      )}
      {column.derived && (
        <FieldRow label={t('grid.column.formula')}>
          <span>{column.derived}</span>
        </FieldRow>
      )}
    </InspectorSection>
  );
}

function Profile({ table, column }: ColumnProps) {
  const [profile, setProfile] = useState<CallResult<'tables.profile'> | null>(null);
  const format = useCellFormat();
  const { id, revision } = table;
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows have another profile
  useEffect(() => {
    const controller = new AbortController();
    client()
      .call('tables.profile', { table: id, column: column.id }, { signal: controller.signal })
      .then(setProfile)
      .catch(reportProblem);
    return () => controller.abort();
  }, [id, column.id, revision]);
  if (!profile) return null;
  const count = (value: number) => formatNumber(value, { decimals: 0, style: format.numbers });
  // Answers are texts: numbers in full, periods canonical.
  const shown = (text: string | null) => {
    if (text === null) return null;
    const value =
      column.type === 'number' ? Number(text) : column.type === 'period' ? periodOfText(text) : text;
    return shownText(value, column, format);
  };
  const { histogram } = profile;
  const most = Math.max(1, ...histogram.map((bar) => bar.count));
  const rows: [string, string | null][] = [
    [t('grid.column.least'), shown(profile.least)],
    [t('grid.column.median'), shown(profile.median)],
    [t('grid.column.most'), shown(profile.most)],
    [t('grid.column.distinct'), count(profile.distinct)],
  ];
  return (
    <InspectorSection
      title={t('grid.column.profile')}
      aside={t('grid.column.profileAside', {
        values: count(profile.values),
        missing: count(profile.missing),
      })}
    >
      {histogram.length > 0 && (
        <div
          className="Histogram"
          role="img"
          aria-label={t('grid.column.histogram', {
            from: shown(profile.least) ?? '',
            to: shown(profile.most) ?? '',
            most: count(most),
          })}
        >
          {histogram.map((bar) => (
            <i key={bar.from} style={{ blockSize: `${(bar.count / most) * 100}%` }} />
          ))}
        </div>
      )}
      <KeyList items={rows.filter((row): row is [string, string] => row[1] !== null)} />
    </InspectorSection>
  );
}

function RecipeOf({ table }: { table: Table }) {
  const source = useProject(({ document }) =>
    document && table.source ? findById(document.sources, table.source) : undefined,
  );
  const recipe = table.builtFrom?.recipe ?? source?.recipe ?? [];
  if (recipe.length === 0) {
    return (
      <InspectorSection>
        <p className="muted">{t('grid.column.noRecipe')}</p>
      </InspectorSection>
    );
  }
  let at = 0;
  return (
    <>
      <InspectorSection
        title={t('grid.column.recipe')}
        aside={t('grid.column.recipeAside', { count: recipe.length })}
      >
        <ol className="RecipeSteps">
          {recipe.map((step) => (
            <li key={at++}>{stepText(step)}</li>
          ))}
        </ol>
      </InspectorSection>
      {source && (
        <InspectorSection title={t('grid.column.source')}>
          <KeyList
            items={[
              [t('grid.column.inFile'), source.fileName],
              [t('grid.column.imported'), source.importedAt.slice(0, 10)],
              [t('grid.column.fileRows'), formatNumber(source.rows, { decimals: 0 })],
            ]}
          />
        </InspectorSection>
      )}
      {source && source.notes.length > 0 && (
        <InspectorSection title={t('grid.column.notes')}>
          <ul className="RecipeSteps">
            {source.notes.map(({ code, text }) => (
              <li key={`${code} ${text}`}>{text}</li>
            ))}
          </ul>
        </InspectorSection>
      )}
    </>
  );
}
