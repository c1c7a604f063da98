import { Problem } from '../../shared/contract/problem.ts';
import { t } from '../i18n/index.ts';

/** A column that the program works out was to be written. */
export function derivedColumn(column: string): Problem {
  return new Problem({
    code: 'grid.derived-column',
    message: t('grid.problem.derivedColumn', { column }),
    remedy: t('grid.problem.derivedColumnRemedy'),
  });
}
