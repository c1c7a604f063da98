import { useState } from 'react';
import type { RefreshAnswers, RefreshPlan, ReleaseDate } from '../../shared/contract/refreshing.ts';
import type { Table } from '../../shared/model/table.ts';
import { sizeWords } from '../app/files/fileWords.ts';
import { TextInput } from '../design/TextInput.tsx';
import { t } from '../i18n/index.ts';
import { isDay } from './isDay.ts';

/** Which file for which table, and when its figures, and those that are there, were released. */
export function RefreshHead({
  plan,
  table,
  onChange,
}: {
  plan: RefreshPlan;
  table: Table;
  onChange: (answers: Partial<RefreshAnswers>) => void;
}) {
  const { released, releasedBefore } = plan;
  const isCompared = plan.state === 'changes' || plan.state === 'same';
  return (
    <section className="TaskHead" aria-labelledby="refresh-head">
      <div>
        <h1 id="refresh-head">{t('refreshing.title', { table: table.title })}</h1>
        <p>{t('refreshing.from', { file: plan.fileName })}</p>
      </div>
      <dl>
        {releasedBefore && (
          <Released
            label={t('refreshing.releasedBefore')}
            released={releasedBefore}
            onChange={(date) => onChange({ releasedBefore: date })}
          />
        )}
        {released && (
          <Released
            label={t('refreshing.released')}
            released={released}
            onChange={(date) => onChange({ released: date })}
          />
        )}
        {isCompared && !released && (
          <div>
            <dd>{t('refreshing.inRows')}</dd>
            <dt>{t('refreshing.released')}</dt>
          </div>
        )}
        <div>
          <dd>{sizeWords(plan.bytes)}</dd>
          <dt>{plan.sha256.slice(0, 8)}</dt>
        </div>
      </dl>
    </section>
  );
}

function Released({
  label,
  released,
  onChange,
}: {
  label: string;
  released: ReleaseDate;
  onChange: (date: string) => void;
}) {
  const origin = t(`refreshing.origin.${released.from}`);
  const [isWrong, setWrong] = useState(false);
  return (
    <div className={released.estimated ? 'date is-estimated' : 'date'}>
      <dd>
        <TextInput
          label={label}
          labelHidden
          value={released.date}
          placeholder={t('refreshing.dateHint')}
          error={isWrong ? t('refreshing.dateWrong') : undefined}
          onCommit={(text) => {
            const date = text.trim();
            setWrong(!isDay(date));
            if (isDay(date)) onChange(date);
          }}
        />
      </dd>
      <dt title={released.words}>
        {label}, {origin}
      </dt>
    </div>
  );
}
