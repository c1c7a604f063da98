import type { ColDef } from 'ag-grid-community';
import { type Column, codeLabel, columnLabel } from '../../../shared/model/table.ts';
import { t } from '../../i18n/index.ts';
import { CellEditor } from '../CellEditor.ts';
import type { GridActions } from '../gridActions.ts';
import type { GridRow } from '../rowCache.ts';
import { CodeEditor } from './CodeEditor.ts';
import { LongTextEditor } from './LongTextEditor.ts';
import { PeriodEditor } from './PeriodEditor.ts';
import type { Suggestion } from './suggestions.ts';

/** The editor that a column's cells open. */
export function editorOf(
  column: Column,
  actions: GridActions,
  startText: (row: GridRow) => string,
): Pick<ColDef<GridRow>, 'cellEditor' | 'cellEditorParams'> {
  const params = { label: columnLabel(column), startText };
  switch (column.type) {
    case 'category':
      return {
        cellEditor: CodeEditor,
        cellEditorParams: {
          ...params,
          listLabel: t('gridEditing.codes', { column: columnLabel(column) }),
          suggest: () => codesOf(column, actions),
        },
      };
    case 'period':
      return {
        cellEditor: PeriodEditor,
        cellEditorParams: {
          ...params,
          understood: (text: string) => actions.understoodPeriod(text, column) ?? t('gridEditing.noPeriod'),
          thisMonth: () => actions.thisMonth(column),
        },
      };
    case 'text':
      return { cellEditor: LongTextEditor, cellEditorParams: params };
    default:
      return { cellEditor: CellEditor, cellEditorParams: params };
  }
}

/** What a rule allows; else the codes that have a label, and those that stand in cells. */
async function codesOf(column: Column, actions: GridActions): Promise<Suggestion[]> {
  const list = column.rules?.find((rule) => rule.rule === 'list');
  const known =
    list?.rule === 'list'
      ? list.values
      : [...new Set([...Object.keys(column.labels ?? {}), ...(await actions.distinctTexts(column.id))])];
  return known
    .map((code) => ({ code, label: codeLabel(column, code) }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
}
