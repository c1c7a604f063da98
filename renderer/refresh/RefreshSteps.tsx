import { CircleX, Columns3, Info, TriangleAlert } from 'lucide-react';
import type { RefreshPlan } from '../../shared/contract/refreshing.ts';
import { Button } from '../design/Button.tsx';
import { Icon } from '../design/Icon.tsx';
import { t } from '../i18n/index.ts';
import { FilesOfTable } from './FilesOfTable.tsx';

const icons = { decide: TriangleAlert, refused: CircleX, note: Info };

/** The recipe's steps, each with what it could not do as before, and what did not fit. */
export function RefreshSteps({ plan, onColumns }: { plan: RefreshPlan; onColumns: () => void }) {
  const { steps, notes, columns } = plan;
  const differing = steps.filter(({ told }) => told.length > 0).length;
  const canMatch = columns.missing.length + columns.added.length + columns.renamed.length > 0;
  return (
    <aside className="TaskStart RefreshSteps" aria-label={t('refreshing.steps.title')}>
      {plan.files && <FilesOfTable files={plan.files} />}
      <h2>
        {t('refreshing.steps.title')}
        <small>
          {differing === 0 ? t('refreshing.steps.same') : t('refreshing.steps.count', { count: differing })}
        </small>
      </h2>
      <ol>
        {steps.map(({ title, words, told }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have no name but their place
          <li key={index} className={told.length > 0 ? 'is-told' : undefined}>
            <b>{title}</b>
            {words && <span>{words}</span>}
            {told.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </li>
        ))}
      </ol>
      {canMatch && (
        <Button icon={Columns3} onPress={onColumns}>
          {t('refreshing.steps.columns')}
        </Button>
      )}
      {plan.state !== 'columns' && <h2>{t('refreshing.notes')}</h2>}
      {plan.state === 'columns' ? null : notes.length === 0 ? (
        <p className="none">{t('refreshing.noNotes')}</p>
      ) : (
        <ul>
          {notes.map((note) => (
            <li key={note.code + note.text} className={`is-${note.weight}`}>
              <Icon icon={icons[note.weight]} />
              <b>{note.title}</b>
              {note.count !== undefined && <small>{t('refreshing.cases', { count: note.count })}</small>}
              <p>{note.text}</p>
            </li>
          ))}
        </ul>
      )}
    </aside>
  );
}
