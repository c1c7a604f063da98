import { filterWords } from '../../shared/model/filterWords.ts';
import type { Step } from '../../shared/model/recipe.ts';
import { t } from '../i18n/index.ts';

/** A step of a recipe in words. */
export function stepText(step: Step): string {
  switch (step.step) {
    case 'readText': {
      const names: Record<string, string> = {
        '\t': t('grid.steps.tab'),
        ',': t('grid.steps.comma'),
        ';': t('grid.steps.semicolon'),
      };
      const delimiter = names[step.delimiter] ?? step.delimiter;
      return t('grid.steps.readText', { encoding: step.encoding, delimiter });
    }
    case 'readSheet':
      return t('grid.steps.readSheet', { sheet: step.sheet });
    case 'header':
      return t('grid.steps.header', { lines: step.lines.join(', '), first: step.firstDataLine });
    case 'dropColumns':
      return t('grid.steps.dropColumns', { columns: step.columns.join(', ') });
    case 'rename':
      return t('grid.steps.rename', { from: step.from, to: step.to });
    case 'unpivot':
      return t('grid.steps.unpivot', {
        count: step.columns.length,
        nameTo: step.nameTo,
        valueTo: step.valueTo,
      });
    case 'setColumn':
      return t('grid.steps.setColumn', {
        column: step.column,
        type: t(`grid.types.${step.type}`).toLowerCase(),
      });
    case 'filterRows':
      return t('grid.steps.filterRows', { column: step.column, condition: filterWords(step) });
    case 'spanPeriod':
      return t('grid.steps.spanPeriod', { year: step.year, months: step.months, to: step.to });
    case 'splitStatus':
      return t('grid.steps.splitStatus', { column: step.column, to: step.to });
    case 'splitUnit':
      return t('grid.steps.splitUnit', { column: step.column, to: step.to });
    case 'accountingEntry':
      return t('grid.steps.accountingEntry', { column: step.column, to: step.to });
    case 'monthsFromCumulative':
      return t('grid.steps.monthsFromCumulative', { columns: step.columns.join(', ') });
    case 'latestVintage':
      return t('grid.steps.latestVintage');
    case 'residual':
      return t('grid.steps.residual', { name: step.name, total: step.total, part: step.part });
    case 'skipRows':
      return t('grid.steps.skipRows', {
        what: [step.lines.join(', '), step.where && `${step.where.column} ~ ${step.where.matches}`]
          .filter(Boolean)
          .join('; '),
      });
    case 'splitColumn':
      return t('grid.steps.splitColumn', { column: step.column, into: step.into.join(', ') });
    case 'mergeColumns':
      return t('grid.steps.mergeColumns', { columns: step.columns.join(', '), to: step.to });
    case 'fillDown':
      return t('grid.steps.fillDown', { columns: step.columns.join(', ') });
    case 'replace':
      return t('grid.steps.replace', { find: step.find, by: step.with });
    case 'computedColumn':
      return t('grid.steps.computedColumn', { to: step.to, formula: step.formula });
    case 'moveColumn':
      return t('grid.steps.moveColumn', { column: step.column, to: step.to });
    case 'appendTables':
      return t('combining.steps.append', { count: step.tables.length });
    case 'lookup':
      return t('combining.steps.lookup', {
        count: step.columns.length,
        keys: step.keys.map(({ right }) => right).join(', '),
      });
    case 'aggregate':
      return t('combining.steps.aggregate', {
        values: step.values.map(({ column, how }) => `${how} ${column}`).join(', '),
        keys: step.keys.map(({ column }) => column).join(', '),
      });
    case 'mapCodes':
      return t('grid.steps.mapCodes', { column: step.column, to: step.to ?? step.column });
    case 'repeats':
      return t(`grid.steps.repeats.${step.keep}`);
  }
}
