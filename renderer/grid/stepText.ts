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
      return t('grid.steps.filterRows', { column: step.column, values: step.keep.join(', ') });
    case 'spanPeriod':
      return t('grid.steps.spanPeriod', { year: step.year, months: step.months, to: step.to });
    case 'latestVintage':
      return t('grid.steps.latestVintage');
    case 'residual':
      return t('grid.steps.residual', { name: step.name, total: step.total, part: step.part });
  }
}
