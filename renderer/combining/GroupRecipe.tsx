import '../importing/importing.css';
import type { FileGroup } from '../../shared/contract/manyFiles.ts';
import type { Recipe } from '../../shared/model/recipe.ts';
import { fileName } from '../app/files/filePaths.ts';
import { TaskWaiting } from '../app/frame/TaskWindow.tsx';
import { t } from '../i18n/index.ts';
import { ImportWorkbench } from '../importing/ImportWorkbench.tsx';
import { useImport } from '../importing/useImport.ts';

interface GroupRecipeProps {
  group: FileGroup;
  title: string;
  leave: () => void;
  use: (recipe: Recipe) => void;
}

/** The recipe of a group, open on the file that it was made on, as any file's is in the import window. */
export function GroupRecipe({ group, title, leave, use }: GroupRecipeProps) {
  const state = useImport(group.recipeOf, group.recipe);
  const { preview, problem, work } = state;
  const count = group.files.length + group.unfit.length;
  if (preview)
    return (
      <ImportWorkbench
        state={state}
        preview={preview}
        title={title}
        leave={leave}
        forFiles={{ count, use }}
      />
    );
  return (
    <TaskWaiting
      state={t('importing.state')}
      name="ImportWindow"
      title={t('importing.recipeTitle', { file: fileName(group.recipeOf) })}
      problem={problem}
      back={t('importing.back')}
      progress={{
        text: t('importing.reading'),
        done: work?.done ?? 0,
        total: work?.total,
        count: work?.note,
      }}
      onLeave={leave}
    />
  );
}
