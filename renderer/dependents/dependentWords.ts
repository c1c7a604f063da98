import type { Dependent } from '../../shared/model/dependents.ts';
import { t } from '../i18n/index.ts';

/** What a dependent is and what it uses the other for: "View on Overview: figure, filter". */
export function dependentWords({ kind, place, uses }: Dependent): string {
  const what =
    kind === 'view' && place
      ? t('columns.dependents.viewOn', { place: place.title })
      : kind === 'slide' || kind === 'column'
        ? t(`columns.dependents.${kind}`, { place: place?.title ?? '' })
        : t(`columns.dependents.${kind}`);
  const said = uses.map((use) => t(`columns.dependents.uses.${use}`)).join(', ');
  // A page that shows and a selection that selects say it by their names.
  return kind === 'page' || kind === 'selection' || kind === 'table' ? what : `${what}: ${said}`;
}

/** Its title; live figures in one are not worked out here. */
export function dependentTitle({ title }: Dependent): string {
  return title.replace(/\{\{[^{}]*\}\}/g, '…');
}

/** For a question that shows them. */
export function dependentList(dependents: readonly Dependent[]): { label: string; note: string }[] {
  return dependents.map((dependent) => ({
    label: dependentTitle(dependent),
    note: dependentWords(dependent),
  }));
}
