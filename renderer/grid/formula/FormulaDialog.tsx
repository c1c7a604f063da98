import { useEffect, useState } from 'react';
import type { CallResult } from '../../../shared/contract/index.ts';
import { type ProblemData, toProblemData } from '../../../shared/contract/problem.ts';
import { valueAt, vectorLength } from '../../../shared/contract/vectors.ts';
import { findById } from '../../../shared/model/document.ts';
import { type Column, columnLabel, type Table } from '../../../shared/model/table.ts';
import { client } from '../../app/client.ts';
import { useNavigation } from '../../app/navigation.ts';
import { newId } from '../../app/newId.ts';
import { run, useProject } from '../../app/projectStore.ts';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { TextInput } from '../../design/TextInput.tsx';
import { t } from '../../i18n/index.ts';
import { shownText } from '../cellText.ts';
import { useCellFormat } from '../useCellFormat.ts';
import { FormulaInput } from './FormulaInput.tsx';
import { closeFormulaDialog, type FormulaSubject, useFormulaDialog } from './formulaDialog.ts';
import './formula.css';

type Tried = CallResult<'formulas.try'>;

/** A computed column: its name, its formula, and what it gives in the first rows while one types. */
export function FormulaDialog() {
  const { subject } = useFormulaDialog();
  const tables = useProject(({ document }) => document?.tables);
  const table = subject && tables && findById(tables, subject.table);
  if (!table) return null;
  return (
    <Editor key={`${subject.table} ${subject.column}`} subject={subject} table={table} tables={tables} />
  );
}

interface EditorProps {
  subject: FormulaSubject;
  table: Table;
  tables: readonly Table[];
}

function Editor({ subject, table, tables }: EditorProps) {
  const column = table.columns.find(({ id }) => id === subject.column);
  const [name, setName] = useState(column ? columnLabel(column) : freeName(table));
  const [formula, setFormula] = useState(column?.formula ?? '');
  const { tried, problem, setProblem } = useTried(table.id, subject.column, formula);
  // A new one stands where one works, not out of sight.
  const { inspected } = useNavigation.getState();
  const active = inspected.kind === 'column' && inspected.table === table.id ? inspected.column : undefined;
  const beside = subject.beside ?? active;
  const isReady = tried !== null && problem === null && name.trim() !== '';

  const save = async () => {
    if (!isReady) return;
    try {
      if (column) await run('changeFormula', { table: table.id, column: column.id, formula });
      else {
        await run('addComputedColumn', {
          table: table.id,
          column: newId('column'),
          label: name.trim(),
          formula,
          ...(beside !== undefined && { beside: { column: beside, side: 'after' as const } }),
        });
      }
      closeFormulaDialog();
    } catch (error) {
      setProblem(toProblemData(error));
    }
  };
  return (
    <Dialog
      title={
        column
          ? t('formula.changeTitle', { column: columnLabel(column) })
          : t('formula.addTitle', { table: table.title })
      }
      isOpen
      wide
      onClose={closeFormulaDialog}
      footer={
        <>
          <Button onPress={closeFormulaDialog}>{t('app.action.cancel')}</Button>
          <Button variant="primary" isDisabled={!isReady} onPress={() => void save()}>
            {column ? t('formula.save') : t('formula.add')}
          </Button>
        </>
      }
    >
      <div className="FormulaEditor">
        {!column && <TextInput label={t('formula.name')} value={name} onInput={setName} onCommit={setName} />}
        <FormulaInput
          table={table}
          tables={tables}
          value={formula}
          problem={formula.trim() === '' ? null : problem}
          onChange={setFormula}
          onEnter={() => void save()}
        />
        {formula.trim() === '' ? (
          <p className="FieldHint">{t('formula.hint')}</p>
        ) : (
          tried && problem === null && <Preview table={table} tried={tried} name={name} />
        )}
      </div>
    </Dialog>
  );
}

/** What a formula gives, asked a moment after the last letter. */
function useTried(table: string, column: string | undefined, formula: string) {
  const [tried, setTried] = useState<Tried | null>(null);
  const [problem, setProblem] = useState<ProblemData | null>(null);
  useEffect(() => {
    setTried(null);
    setProblem(null);
    if (formula.trim() === '') return;
    const controller = new AbortController();
    const wait = setTimeout(() => {
      client()
        .call(
          'formulas.try',
          { table, formula, ...(column !== undefined && { column }) },
          { signal: controller.signal },
        )
        .then(setTried)
        .catch((error) => {
          if (!controller.signal.aborted) setProblem(toProblemData(error));
        });
    }, 250);
    return () => {
      clearTimeout(wait);
      controller.abort();
    };
  }, [table, column, formula]);
  return { tried, problem, setProblem };
}

function Preview({ table, tried, name }: { table: Table; tried: Tried; name: string }) {
  const format = useCellFormat();
  const { values } = tried;
  const rows = values ? vectorLength(values) : 0;
  if (!values || rows === 0) return <p className="FieldHint">{t('formula.previewEmpty')}</p>;
  const used = tried.uses.flatMap((id) => {
    const column = table.columns.find((one) => one.id === id);
    const vector = tried.columns[id];
    return column && vector ? [{ column, vector }] : [];
  });
  const made: Column = { id: 'made', name, type: tried.type, role: 'dimension' };
  const type = t(`grid.types.${tried.type}`);
  return (
    <div className="FormulaPreview">
      <p>
        {tried.unit === undefined
          ? t('formula.gives', { type })
          : t('formula.givesUnit', { type, unit: tried.unit })}
        {tried.nature === 'rate' && <span> {t('formula.rate')}</span>}
      </p>
      <table aria-label={t('formula.preview')}>
        <thead>
          <tr>
            {used.map(({ column }) => (
              <th key={column.id} className={column.type === 'number' ? 'is-num' : ''} scope="col">
                {columnLabel(column)}
              </th>
            ))}
            <th className={tried.type === 'number' ? 'is-num is-made' : 'is-made'} scope="col">
              {name}
            </th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: rows }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the first rows in their order, replaced as a whole
            <tr key={row}>
              {used.map(({ column, vector }) => (
                <td key={column.id} className={column.type === 'number' ? 'is-num' : ''}>
                  {shownText(valueAt(vector, row), column, format)}
                </td>
              ))}
              <td className={tried.type === 'number' ? 'is-num is-made' : 'is-made'}>
                {shownText(valueAt(values, row), made, format)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** "Computed", or "Computed 2" where there is one. */
function freeName(table: Table): string {
  const taken = new Set(table.columns.map((column) => columnLabel(column).toLowerCase()));
  let name = t('formula.newName');
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${t('formula.newName')} ${n}`;
  return name;
}
