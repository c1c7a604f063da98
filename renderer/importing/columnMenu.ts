import {
  ArrowDownToLine,
  Filter,
  PencilLine,
  Replace,
  Rows3,
  SplitSquareHorizontal,
  Trash2,
} from 'lucide-react';
import type { Recipe } from '../../shared/model/recipe.ts';
import { type Column, ColumnRole, ColumnType } from '../../shared/model/table.ts';
import type { MenuItem } from '../design/Menu.tsx';
import { t } from '../i18n/index.ts';
import { columnStep, dropColumn, type SetColumnStep, setColumn } from './changeRecipe.ts';
import { withTextStep } from './changeSteps.ts';
import { splitOf, unpivotOf } from './stepCatalog.ts';

type FilterRows = Extract<Recipe[number], { step: 'filterRows' }>;

interface ColumnMenu {
  recipe: Recipe;
  column: Column;
  /** Names of the result's columns, in order. */
  names: readonly string[];
  /** Takes the recipe and opens the step at `index`, where one is to be looked at. */
  take: (changed: { recipe: Recipe; index?: number }) => void;
  /** Opens the column's own step. */
  open: () => void;
}

/** What can be done with a column of the result: each entry is a step. */
export function columnMenu({ recipe, column, names, take, open }: ColumnMenu): MenuItem[] {
  const { name } = column;
  const own = columnStep(recipe, column);
  const set = (change: Partial<SetColumnStep>) => take({ recipe: setColumn(recipe, { ...own, ...change }) });
  const text = (step: Recipe[number], gone: readonly string[] = [], said: Recipe = []) =>
    take(withTextStep(recipe, step, gone, said));
  const wide = names.slice(names.indexOf(name));
  const parts = splitOf(name);
  return [
    { id: 'rename', label: t('importing.menu.rename'), icon: PencilLine, run: open },
    {
      id: 'type',
      label: t('importing.type'),
      items: ColumnType.options.map((type) => ({
        id: type,
        label: t(`importing.types.${type}`),
        isChecked: own.type === type,
        run: () => set({ type }),
      })),
    },
    {
      id: 'role',
      label: t('importing.role'),
      items: ColumnRole.options.map((role) => ({
        id: role,
        label: t(`importing.roles.${role}`),
        isChecked: own.role === role,
        run: () => set({ role }),
      })),
    },
    { id: 'unit', label: t('importing.menu.unit'), isDisabled: own.role !== 'measure', run: open },
    { id: 'rule 1', rule: true },
    {
      id: 'split',
      label: t('importing.menu.split'),
      icon: SplitSquareHorizontal,
      run: () =>
        text(
          parts,
          [name],
          parts.into.map((part) => ({
            step: 'setColumn',
            column: part,
            type: 'category',
            role: 'dimension',
            decimal: '.',
            missing: [],
          })),
        ),
    },
    {
      id: 'fill',
      label: t('importing.stepNames.fillDown'),
      icon: ArrowDownToLine,
      run: () => text({ step: 'fillDown', columns: [name] }),
    },
    {
      id: 'replace',
      label: t('importing.menu.replace'),
      icon: Replace,
      run: () => text({ step: 'replace', columns: [name], find: 'n.a.', with: '', as: 'cell' }),
    },
    {
      id: 'unpivot',
      label: t('importing.menu.unpivot', { count: wide.length }),
      icon: Rows3,
      isDisabled: wide.length === names.length,
      run: () => take(unpivoted(recipe, wide)),
    },
    {
      id: 'filter',
      label: t('importing.menu.filter'),
      icon: Filter,
      run: () =>
        take({
          recipe: [...recipe, { step: 'filterRows', column: name, empty: false }],
          index: recipe.length,
        }),
    },
    { id: 'rule 2', rule: true },
    {
      id: 'drop',
      label: t('importing.drop'),
      icon: Trash2,
      tone: 'danger',
      run: () => take({ recipe: dropColumn(recipe, name) }),
    },
  ];
}

/** The columns become rows before their types are set; what was said of each is said of the one that takes their cells. */
function unpivoted(recipe: Recipe, wide: readonly string[]): { recipe: Recipe; index: number } {
  const said = recipe.find(
    (step): step is SetColumnStep => step.step === 'setColumn' && wide.includes(step.column),
  );
  const step = unpivotOf(wide);
  const base = { step: 'setColumn', decimal: '.', missing: [] } as const;
  const value: SetColumnStep = said
    ? { ...said, column: step.valueTo }
    : { ...base, missing: [], column: step.valueTo, type: 'number', role: 'measure' };
  const names: SetColumnStep = {
    ...base,
    missing: [],
    column: step.nameTo,
    type: 'category',
    role: 'dimension',
  };
  return withTextStep(recipe, step, wide, [names, value]);
}

/** What can be done with the text of one cell of the result. */
export function cellMenu(
  { recipe, column, take }: Pick<ColumnMenu, 'recipe' | 'column' | 'take'>,
  text: string,
): MenuItem[] {
  const { name } = column;
  const shown = text.length > 24 ? `${text.slice(0, 23)}…` : text;
  const filter = (condition: Omit<FilterRows, 'step' | 'column'>) =>
    take({ recipe: [...recipe, { step: 'filterRows', column: name, ...condition }], index: recipe.length });
  if (text === '')
    return [
      { id: 'empty', label: t('importing.menu.keepEmpty'), icon: Filter, run: () => filter({ empty: true }) },
      {
        id: 'filled',
        label: t('importing.menu.dropEmpty'),
        icon: Filter,
        run: () => filter({ empty: false }),
      },
    ];
  if (column.type === 'number' && column.role === 'measure')
    return (['>=', '<='] as const).map((is) => ({
      id: is,
      label: t(is === '>=' ? 'importing.menu.atLeast' : 'importing.menu.atMost', { text }),
      icon: Filter,
      run: () => filter({ compare: { is, value: text } }),
    }));
  const code = Object.entries(column.labels ?? {}).find(([, label]) => label === text)?.[0] ?? text;
  return [
    {
      id: 'keep',
      label: t('importing.menu.keepOnly', { text: shown }),
      icon: Filter,
      run: () => filter({ keep: [code] }),
    },
    {
      id: 'drop',
      label: t('importing.menu.leaveOut', { text: shown }),
      icon: Filter,
      run: () => filter({ drop: [code] }),
    },
    {
      id: 'replace',
      label: t('importing.menu.replaceText', { text: shown }),
      icon: Replace,
      isDisabled: column.type !== 'category' && column.type !== 'text',
      run: () =>
        take(withTextStep(recipe, { step: 'replace', columns: [name], find: text, with: text, as: 'cell' })),
    },
  ];
}
