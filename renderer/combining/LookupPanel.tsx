import { Plus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { type Column, columnLabel, type Table } from '../../shared/model/table.ts';
import { hasVintages } from '../../shared/views/vintageSql.ts';
import { client } from '../app/client.ts';
import { reportProblem } from '../app/reportProblem.ts';
import { Button } from '../design/Button.tsx';
import { Checkbox } from '../design/Checkbox.tsx';
import { IconButton } from '../design/IconButton.tsx';
import { Select } from '../design/Select.tsx';
import { t } from '../i18n/index.ts';
import { bringable, columnsToBring, type Draft, releaseOf } from './combination.ts';

interface LookupPanelProps {
  tables: readonly Table[];
  draft: Draft['lookup'];
  onChange: (part: Partial<Draft['lookup']>) => void;
}

/** Two tables, the keys by which rows find each other, and what is brought. Keys are proposed when a table is chosen. */
export function LookupPanel({ tables, draft, onChange }: LookupPanelProps) {
  const left = tables.find(({ id }) => id === draft.left);
  const right = tables.find(({ id }) => id === draft.right);
  const [none, setNone] = useState(false);
  const newest = useRef(0);

  const propose = async (from: string, to: string) => {
    const turn = ++newest.current;
    const target = tables.find(({ id }) => id === to);
    if (!target) return;
    onChange({ left: from, right: to, keys: [], columns: [], release: releaseOf(target) });
    try {
      const found = await client().call('combine.keys', { left: from, right: to });
      if (turn !== newest.current) return;
      const keys = found.pairs.slice(0, found.use).map((pair) => ({ left: pair.left, right: pair.right }));
      setNone(keys.length === 0);
      onChange({
        left: from,
        right: to,
        keys,
        columns: columnsToBring(target, keys),
        release: releaseOf(target),
      });
    } catch (error) {
      reportProblem(error);
    }
  };
  const titles = tables.map(({ id, title }) => ({ id, label: title }));
  const setKey = (at: number, part: Partial<{ left: string; right: string }>) =>
    onChange({ keys: draft.keys.map((key, i) => (i === at ? { ...key, ...part } : key)) });
  const inKeys = new Set(draft.keys.map((key) => key.right));
  const choices = right ? bringable(right, draft.keys) : [];
  const toggle = (id: string, on: boolean) =>
    onChange({
      columns: (right?.columns ?? [])
        .map((column) => column.id)
        .filter((one) => (one === id ? on : draft.columns.includes(one))),
    });
  return (
    <>
      <Select
        label={t('combining.lookup.left')}
        items={titles}
        value={draft.left}
        onChange={(id) => void (draft.right ? propose(id, draft.right) : onChange({ left: id }))}
      />
      <Select
        label={t('combining.lookup.right')}
        items={titles}
        value={draft.right}
        placeholder={t('combining.lookup.choose')}
        onChange={(id) => void propose(draft.left, id)}
      />
      {right && (
        <fieldset>
          <legend>{t('combining.lookup.keys')}</legend>
          {none && draft.keys.length === 0 && <p className="hint">{t('combining.lookup.noKeys')}</p>}
          {draft.keys.map((key, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a key is known by its place alone
            <div className="KeyPair" key={at}>
              <Select
                label={t('combining.lookup.leftKey', { number: at + 1 })}
                labelHidden
                items={columnItems(left)}
                value={key.left}
                onChange={(id) => setKey(at, { left: id })}
              />
              <span aria-hidden="true">=</span>
              <Select
                label={t('combining.lookup.rightKey', { number: at + 1 })}
                labelHidden
                items={columnItems(right)}
                value={key.right}
                onChange={(id) => setKey(at, { right: id })}
              />
              <IconButton
                label={t('combining.lookup.removeKey', { number: at + 1 })}
                icon={X}
                small
                onPress={() => onChange({ keys: draft.keys.filter((_, i) => i !== at) })}
              />
            </div>
          ))}
          {left && (
            <Button
              icon={Plus}
              variant="quiet"
              onPress={() => onChange({ keys: [...draft.keys, nextPair(left, right, draft.keys)] })}
            >
              {t('combining.lookup.addKey')}
            </Button>
          )}
          <Checkbox isSelected={draft.loose} onChange={(loose) => onChange({ loose })}>
            {t('combining.lookup.loose')}
          </Checkbox>
        </fieldset>
      )}
      {right && hasVintages(right) && (
        <Select
          label={t('combining.lookup.release', { table: right.title })}
          items={(['latest', 'first', 'all'] as const).map((id) => ({
            id,
            label: t(`combining.release.${id}`),
          }))}
          value={draft.release ?? 'all'}
          onChange={(id) => onChange({ release: id === 'all' ? null : id })}
        />
      )}
      {right && (
        <fieldset>
          <legend>{t('combining.lookup.columns')}</legend>
          {choices.map((column) => (
            <Checkbox
              key={column.id}
              isSelected={draft.columns.includes(column.id)}
              onChange={(on) => toggle(column.id, on)}
            >
              {inKeys.has(column.id)
                ? t('combining.lookup.names', { column: columnLabel(column) })
                : columnLabel(column)}
            </Checkbox>
          ))}
        </fieldset>
      )}
    </>
  );
}

function columnItems(table: Table | undefined) {
  return (table?.columns ?? []).map((column) => ({ id: column.id, label: columnLabel(column) }));
}

/** Two columns of one type that are in no key yet, rather than none. */
function nextPair(
  left: Table,
  right: Table,
  keys: readonly { left: string; right: string }[],
): { left: string; right: string } {
  const free = (table: Table, taken: readonly string[]): Column[] =>
    table.columns.filter(({ id }) => !taken.includes(id));
  const rights = free(
    right,
    keys.map((key) => key.right),
  );
  for (const a of free(
    left,
    keys.map((key) => key.left),
  )) {
    const b = rights.find(({ type, role }) => type === a.type && role === a.role);
    if (b) return { left: a.id, right: b.id };
  }
  return { left: left.columns[0]?.id ?? '', right: rights[0]?.id ?? right.columns[0]?.id ?? '' };
}
