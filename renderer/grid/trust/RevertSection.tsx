import { cellKey } from '../../../shared/model/cellKey.ts';
import { findById } from '../../../shared/model/document.ts';
import { run, useProject } from '../../app/projectStore.ts';
import { reportProblem } from '../../app/reportProblem.ts';
import { Button } from '../../design/Button.tsx';
import { t } from '../../i18n/index.ts';

/** The way back to what the file says, where a cell differs from it. */
export function RevertSection({ table: id, row, column }: { table: string; row: number; column: string }) {
  const table = useProject(({ document }) => document && findById(document.tables, id));
  const readOnly = useProject(({ status }) => status.readOnly !== undefined);
  if (!Object.hasOwn(table?.handEdits ?? {}, cellKey(row, column)) || readOnly) return null;
  return (
    <section className="sec">
      <Button
        onPress={() => void run('revertCells', { table: id, cells: [{ row, column }] }).catch(reportProblem)}
      >
        {t('trust.revert')}
      </Button>
    </section>
  );
}
