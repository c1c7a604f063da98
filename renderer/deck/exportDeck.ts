import type { Progress } from '../../shared/contract/define.ts';
import type { Deck } from '../../shared/model/deck.ts';
import { client } from '../app/client.ts';
import { askSavePath, fileName, nameFromTitle } from '../app/files/filePaths.ts';
import { host } from '../app/host.ts';
import { toast } from '../design/toast.ts';
import { t } from '../i18n/index.ts';

/** Asks where, writes the deck as PowerPoint with native charts, and says where it is. */
export async function exportDeck(
  deck: Deck,
  { signal, onProgress }: { signal?: AbortSignal; onProgress?: (progress: Progress) => void } = {},
): Promise<void> {
  const filter = { name: t('deck.powerPoint'), extensions: ['pptx'] };
  const path = await askSavePath(t('deck.exportTitle'), `${nameFromTitle(deck.title)}.pptx`, [filter]);
  if (!path) return;
  const { notes } = await client().call(
    'export.deck',
    { deck: deck.id, path },
    { ...(signal && { signal }), ...(onProgress && { onProgress }) },
  );
  const show = host.showInFolder?.bind(host);
  toast({
    tone: notes.length > 0 ? 'caution' : 'success',
    title: t('deck.exported'),
    text: [t('deck.exportedText', { count: deck.slides.length, file: fileName(path) }), ...notes].join(' '),
    ...(show && { action: { label: t('deck.showFile'), run: () => show(path) } }),
  });
}
