import type { Progress } from '../../shared/contract/define.ts';
import type { ImportPreview } from '../../shared/contract/importing.ts';
import { Problem } from '../../shared/contract/problem.ts';
import { client } from '../app/client.ts';
import { t } from '../i18n/index.ts';

/** A block as the clipboard holds it. */
export interface Pasted {
  text: string;
  html?: string;
}

/** Blocks on their way in, by the path that stands for them: they are too large for the place that a reload remembers. */
const blocks = new Map<string, Pasted>();
let count = 0;

/** Whether a block is a table rather than a word: cells, or several lines. */
export function isTable({ text, html }: Pasted): boolean {
  if (html !== undefined && /<table[\s>]/i.test(html)) return /<t[dh][\s>]/i.test(html);
  return /\S[^\n]*\n[^\n]*\S/.test(text);
}

/** Keeps a block for the import window, and answers the path that it goes by. */
export function keepPasted(block: Pasted): string {
  const path = `paste:${++count}/${t('app.paste.title')}`;
  blocks.set(path, block);
  return path;
}

/** What the import window shows first, of a file or of a block that was pasted. */
export async function openForImport(
  path: string,
  options: { signal: AbortSignal; onProgress: (progress: Progress) => void },
): Promise<ImportPreview> {
  if (!path.startsWith('paste:')) return await client().call('import.inspect', { path }, options);
  const block = blocks.get(path);
  if (!block)
    throw new Problem({
      code: 'import.forgotten',
      message: t('app.paste.gone'),
      remedy: t('app.paste.again'),
    });
  return await client().call('import.fromText', { ...block, title: t('app.paste.title') }, options);
}
