import { cellKey } from '../../../shared/model/cellKey.ts';
import { findById } from '../../../shared/model/document.ts';
import { run, useProject } from '../../app/projectStore.ts';
import { reportProblem } from '../../app/reportProblem.ts';
import { Button } from '../../design/Button.tsx';
import { t } from '../../i18n/index.ts';

interface RevertSectionProps {
  table: string;
  row: number;
  column: string;
  /** The button goes with the difference: whoever holds the keyboard must take it elsewhere. */
  onReverted(): void;
}

/** The way back to what the file says, where a cell differs from it. */
export function RevertSection({ table: id, row, column, onReverted }: RevertSectionProps) {
  const table = useProject(({ document }) => document && findById(document.tables, id));
  const readOnly = useProject(({ status }) => status.readOnly !== undefined);
  if (!Object.hasOwn(table?.handEdits ?? {}, cellKey(row, column)) || readOnly) return null;
  const revert = async () => {
    await run('revertCells', { table: id, cells: [{ row, column }] });
    onReverted();
  };
  return (
    <section className="sec">
      <Button onPress={() => void revert().catch(reportProblem)}>{t('trust.revert')}</Button>
    </section>
  );
}
