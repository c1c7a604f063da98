import './trust.css';
import { Check, Plus, TriangleAlert, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { CallResult } from '../../../shared/contract/index.ts';
import { type ColumnRule, type RuleKind, rulesFor } from '../../../shared/model/columnRules.ts';
import type { Column, Table } from '../../../shared/model/table.ts';
import { client } from '../../app/client.ts';
import { run, useProject } from '../../app/projectStore.ts';
import { reportProblem } from '../../app/reportProblem.ts';
import { Icon } from '../../design/Icon.tsx';
import { IconButton } from '../../design/IconButton.tsx';
import { InspectorSection } from '../../design/InspectorSection.tsx';
import { MenuButton } from '../../design/MenuButton.tsx';
import { NumberInput } from '../../design/NumberInput.tsx';
import { TextInput } from '../../design/TextInput.tsx';
import { t } from '../../i18n/index.ts';
import { goToCell } from './goToCell.ts';

type Breaches = CallResult<'trust.breaches'>['rules'];

/** What the cells of a column should keep to, and those that do not. */
export function RulesSection({ table, column }: { table: Table; column: Column }) {
  const readOnly = useProject(({ status }) => status.readOnly !== undefined);
  const breaches = useBreaches(table, column);
  const rules = column.rules ?? [];
  const save = (next: readonly ColumnRule[]) => {
    run('updateColumn', {
      table: table.id,
      column: column.id,
      change: { rules: next.length > 0 ? [...next] : undefined },
    }).catch(reportProblem);
  };
  const add = (kind: RuleKind) => save([...rules, newRule(kind, column)]);
  return (
    <InspectorSection title={t('trust.rules')}>
      {rules.length === 0 && <p className="muted">{t('trust.noRules')}</p>}
      <ul className="CheckList">
        {rules.map((rule, i) => {
          const found = breaches?.[i];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two rules of one kind are told apart by their place alone
            <li key={i}>
              <div className="rule">
                {found && <Icon icon={found.count > 0 ? TriangleAlert : Check} small />}
                <span>{t(`trust.kinds.${rule.rule}`)}</span>
                {found && found.count > 0 && <small>{t('trust.breaches', { count: found.count })}</small>}
                <IconButton
                  label={t('trust.removeRule', { rule: t(`trust.kinds.${rule.rule}`) })}
                  icon={X}
                  small
                  isDisabled={readOnly}
                  onPress={() => save(rules.filter((_, at) => at !== i))}
                />
              </div>
              <RuleFields
                rule={rule}
                isDisabled={readOnly}
                onChange={(next) => save(rules.map((one, at) => (at === i ? next : one)))}
              />
              {found && found.count > 0 && (
                <ul className="Breaches">
                  {found.cells.slice(0, 5).map(({ row, name, text }) => (
                    <li key={row}>
                      <button
                        type="button"
                        title={t('trust.goTo')}
                        onClick={() => goToCell({ table: table.id, row, column: column.id })}
                      >
                        <span>{name}</span>
                        <b>{text || t('trust.nothing')}</b>
                      </button>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
      <MenuButton
        label={t('trust.addRule')}
        icon={Plus}
        isDisabled={readOnly}
        items={rulesFor(column.type).map((kind) => ({
          id: kind,
          label: t(`trust.kinds.${kind}`),
          isDisabled: kind !== 'range' && rules.some(({ rule }) => rule === kind),
          run: () => add(kind),
        }))}
      />
    </InspectorSection>
  );
}

function useBreaches(table: Table, column: Column): Breaches | null {
  const [breaches, setBreaches] = useState<Breaches | null>(null);
  const { revision, id } = table;
  const { rules } = column;
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows break other rules
  useEffect(() => {
    setBreaches(null);
    if (!rules?.length) return;
    const controller = new AbortController();
    client()
      .call('trust.breaches', { table: id, column: column.id }, { signal: controller.signal })
      .then((answer) => setBreaches(answer.rules))
      .catch((error) => {
        if (!controller.signal.aborted) reportProblem(error);
      });
    return () => controller.abort();
  }, [id, column.id, rules, revision]);
  return breaches;
}

/** A list begins with the codes that the column knows. */
function newRule(kind: RuleKind, column: Column): ColumnRule {
  if (kind !== 'list') return { rule: kind };
  const known = column.order ?? Object.keys(column.labels ?? {});
  return { rule: kind, values: known.length > 0 ? known.slice(0, 1000) : [''] };
}

interface RuleFieldsProps {
  rule: ColumnRule;
  isDisabled: boolean;
  onChange(rule: ColumnRule): void;
}

function RuleFields({ rule, isDisabled, onChange }: RuleFieldsProps) {
  if (rule.rule === 'range') {
    const bound = (key: 'least' | 'most') => (
      <NumberInput
        label={t(`trust.${key}`)}
        value={rule[key] ?? null}
        isDisabled={isDisabled}
        onCommit={(value) => {
          const { [key]: _, ...rest } = rule;
          onChange(value === null ? rest : { ...rest, [key]: value });
        }}
      />
    );
    return (
      <div className="pair">
        {bound('least')}
        {bound('most')}
      </div>
    );
  }
  if (rule.rule !== 'list') return null;
  return (
    <TextInput
      label={t('trust.values')}
      value={rule.values.join('; ')}
      isDisabled={isDisabled}
      multiline
      onCommit={(text) => {
        const values = text
          .split(/[;\n]/)
          .map((value) => value.trim())
          .filter((value) => value !== '');
        if (values.length > 0) onChange({ ...rule, values });
      }}
    />
  );
}
