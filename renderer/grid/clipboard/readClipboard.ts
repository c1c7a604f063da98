import { Problem } from '../../../shared/contract/problem.ts';
import { shortcutText } from '../../design/shortcutText.ts';
import { t } from '../../i18n/index.ts';
import { type PastedBlock, pastedBlock } from './pastedBlock.ts';

/**
 * What the clipboard holds, for menus: the key hands it over by itself. Browsers ask the user first, and may be refused.
 * Null where there is nothing that a table could take. Problem grid.clipboard-closed.
 */
export async function readClipboard(): Promise<PastedBlock | null> {
  const found = new Map<string, string>();
  try {
    for (const item of await navigator.clipboard.read()) {
      for (const type of item.types) {
        if (type.startsWith('text/')) found.set(type, await (await item.getType(type)).text());
      }
    }
  } catch (cause) {
    const message = t('gridClipboard.special.refused', { keys: shortcutText('Mod+V') });
    throw new Problem({ code: 'grid.clipboard-closed', message }, { cause });
  }
  return pastedBlock((type) => found.get(type) ?? '');
}
