import { importPath } from '../app/projectActions.ts';
import { toast } from '../design/toast.ts';
import { t } from '../i18n/index.ts';
import { isTable, keepPasted, type Pasted } from './pasted.ts';

/** The clipboard's block as a new table, or a notice of what stands in the way. */
export async function pasteAsTable(): Promise<void> {
  const block = await readClipboard();
  if (block === null) toast({ tone: 'info', title: t('app.paste.byKeys') });
  else if (isTable(block)) await importPath(keepPasted(block));
  else toast({ tone: 'info', title: t('app.paste.nothing') });
}

/** Null where the program may not look by itself. */
async function readClipboard(): Promise<Pasted | null> {
  try {
    const block: Pasted = { text: '' };
    for (const item of await navigator.clipboard.read()) {
      if (item.types.includes('text/plain')) block.text = await (await item.getType('text/plain')).text();
      if (item.types.includes('text/html')) block.html = await (await item.getType('text/html')).text();
    }
    return block;
  } catch {
    return null;
  }
}
