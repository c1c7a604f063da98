import { ListOrdered, Ungroup } from 'lucide-react';
import type { FileGroup } from '../../shared/contract/manyFiles.ts';
import { Button } from '../design/Button.tsx';
import { Checkbox } from '../design/Checkbox.tsx';
import { IconButton } from '../design/IconButton.tsx';
import { Select } from '../design/Select.tsx';
import { TextInput } from '../design/TextInput.tsx';
import { t } from '../i18n/index.ts';
import { type GroupChoice, namesHoldPeriods } from './groupChoice.ts';

interface FileGroupPanelProps {
  group: FileGroup;
  number: number;
  choice: GroupChoice;
  /** Its table is in the preview. */
  isShown: boolean;
  isBusy: boolean;
  onShow: () => void;
  onRecipe: () => void;
  /** Makes a file a group of its own. */
  onApart: (path: string) => void;
  onChange: (part: Partial<GroupChoice>) => void;
}

/** Files of one layout: whether they become a table, under what name, with which columns of their own, and which of them. */
export function FileGroupPanel(props: FileGroupPanelProps) {
  const { group, number, choice, isShown, isBusy, onShow, onRecipe, onApart, onChange } = props;
  const { taken, title, fileColumn, period, without } = choice;
  const toggle = (path: string, on: boolean) =>
    onChange({ without: on ? without.filter((one) => one !== path) : [...without, path] });
  const heading = t('combining.many.group', { number });
  return (
    <section className={isShown ? 'FileGroup is-on' : 'FileGroup'} aria-label={heading}>
      <header>
        <Checkbox isSelected={taken} onChange={(on) => onChange({ taken: on })}>
          {t('combining.many.take', { number })}
        </Checkbox>
        <small>{t('combining.many.count', { count: group.files.length })}</small>
      </header>
      <DifferenceWords group={group} />
      {taken && (
        <div className="choices">
          <TextInput
            label={t('importing.tableName')}
            value={title}
            onCommit={(text) => text.trim() && onChange({ title: text.trim() })}
          />
          <Checkbox
            isSelected={fileColumn !== null}
            onChange={(on) => onChange({ fileColumn: on ? 'file' : null })}
          >
            {t('combining.many.fileColumn')}
          </Checkbox>
          {namesHoldPeriods(group) && (
            <Select
              label={t('combining.many.period')}
              items={(['none', 'time', 'vintage'] as const).map((id) => ({
                id,
                label: t(`combining.many.periods.${id}`),
              }))}
              value={period}
              onChange={(id) => onChange({ period: id })}
            />
          )}
        </div>
      )}
      <details open={group.files.length <= 12}>
        <summary>{t('combining.many.which', { count: group.files.length })}</summary>
        <div className="files">
          {group.files.map((file) => (
            <Checkbox
              key={file.path}
              isSelected={taken && !without.includes(file.path)}
              isDisabled={!taken}
              onChange={(on) => toggle(file.path, on)}
            >
              <span className="words">{file.name}</span>
              <small>{t('combining.match.rows', { count: file.rows })}</small>
            </Checkbox>
          ))}
        </div>
      </details>
      {group.unfit.length > 0 && (
        <div className="unfit" role="alert">
          <b>{t('combining.many.unfit', { count: group.unfit.length })}</b>
          <p>{t('combining.many.unfitText')}</p>
          <ul>
            {group.unfit.map(({ path, name, problem }) => (
              <li key={path}>
                <span className="words">
                  <b>{name}</b> {problem.message}
                </span>
                <IconButton
                  label={t('combining.many.apartFile', { file: name })}
                  icon={Ungroup}
                  small
                  isDisabled={isBusy}
                  onPress={() => onApart(path)}
                />
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="actions">
        <Button icon={ListOrdered} variant="quiet" isDisabled={isBusy} onPress={onRecipe}>
          {t('combining.many.recipe')}
        </Button>
        {!isShown && (
          <Button variant="quiet" onPress={onShow}>
            {t('combining.many.show')}
          </Button>
        )}
      </div>
    </section>
  );
}

function DifferenceWords({ group: { difference, files } }: { group: FileGroup }) {
  const { missing, added, units } = difference;
  const reordered = files.filter(({ otherOrder }) => otherOrder).length;
  const words = [
    ...(missing.length > 0 ? [t('combining.many.without', { columns: missing.join(', ') })] : []),
    ...(added.length > 0 ? [t('combining.many.with', { columns: added.join(', ') })] : []),
    ...units,
    ...(reordered > 0 ? [t('combining.many.reordered', { count: reordered })] : []),
  ];
  if (words.length === 0) return null;
  return (
    <ul className="differences">
      {words.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
