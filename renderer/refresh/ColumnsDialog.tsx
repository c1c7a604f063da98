import { useState } from 'react';
import type { RefreshAnswers, RefreshPlan } from '../../shared/contract/refreshing.ts';
import { Button } from '../design/Button.tsx';
import { Checkbox } from '../design/Checkbox.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { Select } from '../design/Select.tsx';
import { t } from '../i18n/index.ts';

interface ColumnsDialogProps {
  plan: RefreshPlan;
  file: string;
  onClose: () => void;
  onAnswer: (answers: Partial<RefreshAnswers>) => void;
}

/** No column can be called so: names of columns hold no line ends after the header step. */
const EMPTY = '\n';

/** What became of the columns that the recipe wants, and what is done with those that only the newer file has. */
export function ColumnsDialog({ plan, file, onClose, onAnswer }: ColumnsDialogProps) {
  const { columns, answers } = plan;
  const answered = Object.keys(answers.columns);
  const wanted = [...new Set([...columns.missing.map(({ name }) => name), ...answered])];
  const offered = [
    ...new Set([...columns.added, ...Object.values(answers.columns).filter((name) => name !== null)]),
  ];
  const [chosen, setChosen] = useState<Record<string, string>>(() =>
    Object.fromEntries(
      wanted.flatMap((name) => {
        const before = answers.columns[name];
        if (before !== undefined) return [[name, before ?? EMPTY]];
        const guess = columns.missing.find((column) => column.name === name)?.guess;
        return guess === undefined ? [] : [[name, guess]];
      }),
    ),
  );
  const [taken, setTaken] = useState<ReadonlySet<string>>(() => new Set(answers.added));
  const used = new Set(Object.values(chosen));
  const free = offered.filter((name) => !used.has(name));
  const isAnswered = wanted.every((name) => chosen[name] !== undefined);
  const answer = () =>
    onAnswer({
      columns: Object.fromEntries(
        wanted.map((name) => [name, chosen[name] === EMPTY ? null : (chosen[name] ?? null)]),
      ),
      added: free.filter((name) => taken.has(name)),
    });
  return (
    <Dialog
      title={t('refreshing.columnsTitle')}
      isOpen
      wide
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('refreshing.stop')}</Button>
          <Button variant="primary" isDisabled={!isAnswered} onPress={answer}>
            {t('refreshing.goOn')}
          </Button>
        </>
      }
    >
      {wanted.length > 0 && <p>{t('refreshing.columnsText', { file })}</p>}
      <div className="RefreshColumns">
        {wanted.map((name) => (
          <Select
            key={name}
            label={name}
            value={chosen[name] ?? null}
            placeholder={t('refreshing.columnChoose')}
            items={[
              ...offered
                .filter((other) => other === chosen[name] || !used.has(other))
                .map((other) => ({ id: other, label: other })),
              { id: EMPTY, label: t('refreshing.columnEmpty') },
            ]}
            onChange={(column) => setChosen({ ...chosen, [name]: column })}
          />
        ))}
      </div>
      {free.length > 0 && (
        <fieldset className="RefreshAdded">
          <legend>{t('refreshing.columnsAdded')}</legend>
          {free.map((name) => (
            <Checkbox
              key={name}
              isSelected={taken.has(name)}
              onChange={(isTaken) => {
                const next = new Set(taken);
                if (isTaken) next.add(name);
                else next.delete(name);
                setTaken(next);
              }}
            >
              {name}
            </Checkbox>
          ))}
        </fieldset>
      )}
    </Dialog>
  );
}
