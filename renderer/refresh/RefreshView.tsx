import './refresh.css';
import { useState } from 'react';
import { findById } from '../../shared/model/document.ts';
import { fileName } from '../app/files/filePaths.ts';
import { TaskWaiting, TaskWindow } from '../app/frame/TaskWindow.tsx';
import { useNavigation } from '../app/navigation.ts';
import { useProject } from '../app/projectStore.ts';
import { Message } from '../design/Message.tsx';
import { toast } from '../design/toast.ts';
import { t } from '../i18n/index.ts';
import { BeforeAfter } from './BeforeAfter.tsx';
import { ColumnsDialog } from './ColumnsDialog.tsx';
import { FiguresPanel } from './FiguresPanel.tsx';
import { RefreshFoot } from './RefreshFoot.tsx';
import { RefreshHead } from './RefreshHead.tsx';
import { RefreshSteps } from './RefreshSteps.tsx';
import { useRefresh } from './useRefresh.ts';

/** A newer file beside the table that it belongs to: what it would change, figure by figure and chart by chart, before anything does. */
export function RefreshView({ table: id, path }: { table: string; path: string }) {
  const table = useProject(({ document }) => document && findById(document.tables, id));
  const go = useNavigation((state) => state.go);
  const { plan, problem, work, change, accept } = useRefresh(id, path);
  const [isMatching, setMatching] = useState(false);
  const leave = () => go({ kind: 'table', id });
  if (!table) return null;

  if (!plan || problem) {
    return (
      <TaskWaiting
        state={t('refreshing.state')}
        name="RefreshWindow"
        title={t('refreshing.title', { table: table.title })}
        problem={problem}
        back={t('refreshing.back')}
        progress={{ text: t('refreshing.reading'), done: 0, count: work ?? '' }}
        onLeave={leave}
      />
    );
  }

  const finish = async () => {
    const rows = await accept();
    if (rows === null) return;
    toast({
      tone: 'success',
      title: t('refreshing.done', { title: table.title, file: plan.fileName }),
      text: t('refreshing.doneRows', { count: rows }),
    });
    leave();
  };
  const asks = plan.state === 'columns';
  return (
    <TaskWindow state={t('refreshing.state')} name="RefreshWindow" isBusy={work !== null}>
      <RefreshHead plan={plan} table={table} onChange={change} />
      <RefreshSteps plan={plan} onColumns={() => setMatching(true)} />
      <main className="RefreshMid">
        {plan.state === 'problem' && plan.problem && (
          <div className="RefreshMessage">
            <Message tone="danger" title={plan.problem.message}>
              <p>{plan.problem.remedy}</p>
            </Message>
          </div>
        )}
        {plan.state === 'same' && (
          <div className="RefreshMessage">
            <Message tone="success" title={t('refreshing.same')}>
              {plan.isKnownFile && <p>{t('refreshing.sameFile')}</p>}
            </Message>
          </div>
        )}
        {(plan.state === 'changes' || plan.state === 'same') && (
          <FiguresPanel plan={plan} onChange={change} />
        )}
      </main>
      <BeforeAfter plan={plan} />
      <RefreshFoot plan={plan} isBusy={work !== null} onCancel={leave} onAccept={() => void finish()} />
      {(asks || isMatching) && work === null && (
        <ColumnsDialog
          plan={plan}
          file={fileName(path)}
          onClose={asks ? leave : () => setMatching(false)}
          onAnswer={(answers) => {
            setMatching(false);
            change(answers);
          }}
        />
      )}
    </TaskWindow>
  );
}
