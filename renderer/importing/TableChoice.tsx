import { Check } from 'lucide-react';
import { Checkbox } from '../design/Checkbox.tsx';
import { Icon } from '../design/Icon.tsx';
import { t } from '../i18n/index.ts';
import type { TableItem } from './tableItems.ts';

interface TableChoiceProps {
  items: readonly TableItem[];
  current: string | undefined;
  /** Keys of the further ones that are imported too. */
  chosen: ReadonlySet<string>;
  onOpen: (item: TableItem) => void;
  onChoose: (item: TableItem, isChosen: boolean) => void;
}

/** The tables and sheets of the file: which one is looked at, and which are imported. */
export function TableChoice({ items, current, chosen, onOpen, onChoose }: TableChoiceProps) {
  return (
    <section className="TableChoice" aria-labelledby="table-choice">
      <h2 className="PanelTitle" id="table-choice">
        {t('importing.tablesInFile')}
        <small>{t('importing.toImport', { count: 1 + chosen.size })}</small>
      </h2>
      <ul>
        {items.map((item) => {
          const isCurrent = item.key === current;
          return (
            <li key={item.key} className={isCurrent ? 'is-on' : undefined}>
              {isCurrent ? (
                <Icon icon={Check} />
              ) : (
                <Checkbox isSelected={chosen.has(item.key)} onChange={(isChosen) => onChoose(item, isChosen)}>
                  <span className="visually-hidden">{t('importing.importToo', { table: item.title })}</span>
                </Checkbox>
              )}
              <button type="button" aria-current={isCurrent} onClick={() => !isCurrent && onOpen(item)}>
                <b>{item.title || t('importing.untitled')}</b>
                <span>{aboutOf(item)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function aboutOf({ rows, lines, hidden, sheet, title }: TableItem): string {
  const words = [
    sheet !== undefined && sheet !== title && sheet,
    rows !== undefined && t('importing.rows', { count: rows }),
    lines && t('importing.lineSpan', { from: lines[0], to: lines[1] }),
    rows === undefined && t('importing.notRead'),
    hidden && t('importing.hidden'),
  ];
  return words.filter(Boolean).join(', ');
}
