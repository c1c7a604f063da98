import { Search } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import type { ChangeKind, RefreshAnswers, RefreshPlan } from '../../shared/contract/refreshing.ts';
import { formatNumber } from '../../shared/formats/formatNumber.ts';
import { useSettings } from '../app/useSettings.ts';
import { Icon } from '../design/Icon.tsx';
import { SegmentedControl } from '../design/SegmentedControl.tsx';
import { Tabs } from '../design/Tabs.tsx';
import { TextInput } from '../design/TextInput.tsx';
import { t } from '../i18n/index.ts';
import { FiguresTable } from './FiguresTable.tsx';
import type { FigureSort } from './useFigures.ts';

type Change = (answers: Partial<RefreshAnswers>) => void;

const kinds: readonly ChangeKind[] = ['revised', 'new', 'vanished', 'restated', 'conflict', 'deleted'];

/** Figure by figure: what is new, revised, gone, and what the user has changed as well. */
export function FiguresPanel({ plan, onChange }: { plan: RefreshPlan; onChange: Change }) {
  const { counts } = plan;
  const numbers = useSettings((state) => state.numbers);
  const count = (kind: ChangeKind) => (kind === 'conflict' ? counts.conflicts : counts[kind]);
  // What must be decided comes first, then what there is.
  const first = counts.conflicts > 0 ? 'conflict' : (kinds.find((kind) => count(kind) > 0) ?? 'revised');
  const [kind, setKind] = useState<ChangeKind>(first);
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState<FigureSort | undefined>(undefined);
  const sought = useDeferredValue(search);
  return (
    <Tabs
      label={t('refreshing.figures')}
      value={kind}
      onChange={(next) => {
        setKind(next);
        setSort(undefined);
      }}
      items={kinds
        // Few tables have such rows.
        .filter((id) => id !== 'deleted' || counts.deleted > 0)
        .map((id) => ({
          id,
          label: `${t(`refreshing.kind.${id}`)} ${formatNumber(count(id), { decimals: 0, style: numbers })}`,
          content: (
            <div className="RefreshFigures">
              <header>
                <p>{t(`refreshing.about.${id}`)}</p>
                <Decision kind={id} plan={plan} onChange={onChange} />
                <div className="search">
                  <Icon icon={Search} />
                  <TextInput
                    label={t('refreshing.search')}
                    labelHidden
                    value={search}
                    placeholder={t('refreshing.search')}
                    onInput={setSearch}
                    onCommit={setSearch}
                  />
                </div>
              </header>
              <FiguresTable
                plan={plan}
                kind={id}
                search={sought}
                sort={sort}
                onSort={setSort}
                onChange={onChange}
              />
            </div>
          ),
        }))}
    />
  );
}

/** What is decided for all figures of a kind at once. */
function Decision({ kind, plan, onChange }: { kind: ChangeKind; plan: RefreshPlan; onChange: Change }) {
  const { answers, counts } = plan;
  if (kind === 'vanished' && counts.vanished > 0)
    return (
      <SegmentedControl
        label={t('refreshing.vanished.label')}
        value={answers.vanished}
        items={[
          { id: 'keep', label: t('refreshing.vanished.keep') },
          { id: 'empty', label: t('refreshing.vanished.empty') },
        ]}
        onChange={(vanished) => onChange({ vanished })}
      />
    );
  if (kind === 'deleted' && counts.deleted > 0)
    return (
      <SegmentedControl
        label={t('refreshing.deleted.label')}
        value={answers.deleted}
        items={[
          { id: 'keep', label: t('refreshing.deleted.keep') },
          { id: 'restore', label: t('refreshing.deleted.restore') },
        ]}
        onChange={(deleted) => onChange({ deleted })}
      />
    );
  if (kind === 'conflict' && counts.conflicts > 0)
    return (
      <SegmentedControl
        label={t('refreshing.keepAll')}
        value={answers.edits.take}
        items={[
          { id: 'mine', label: t('refreshing.mine') },
          { id: 'theirs', label: t('refreshing.theirs') },
        ]}
        onChange={(take) => onChange({ edits: { take, except: [] } })}
      />
    );
  return null;
}
