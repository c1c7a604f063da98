import { ArrowDownToLine, Heading, ListX, Rows2 } from 'lucide-react';
import type { Recipe } from '../../shared/model/recipe.ts';
import type { MenuItem } from '../design/Menu.tsx';
import { t } from '../i18n/index.ts';
import { headerAt } from './changeRecipe.ts';
import { dataEndsAt, headerTo, skipLine } from './changeSteps.ts';

/** What can be done with a line of the file. */
export function rowMenu(
  recipe: Recipe,
  line: number,
  change: (recipe: Recipe) => void,
  decide: (first: Recipe) => void,
): MenuItem[] {
  const header = recipe.find((step) => step.step === 'header');
  const first = header?.step === 'header' ? header.firstDataLine : 1;
  const hasHeader = header?.step === 'header' && header.lines.length > 0;
  return [
    {
      id: 'header',
      label: t('importing.menu.headerHere'),
      icon: Heading,
      run: () => decide(headerAt(recipe, line)),
    },
    {
      id: 'headers',
      label: t('importing.menu.headerTo'),
      icon: Rows2,
      isDisabled: !hasHeader,
      run: () => decide(headerTo(recipe, line)),
    },
    {
      id: 'end',
      label: t('importing.menu.endsHere'),
      icon: ArrowDownToLine,
      isDisabled: line < first,
      run: () => change(dataEndsAt(recipe, line)),
    },
    {
      id: 'skip',
      label: t('importing.menu.skip'),
      icon: ListX,
      isDisabled: line < first,
      run: () => change(skipLine(recipe, line)),
    },
  ];
}
