import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes a block from the clipboard into the import's own folder, as the file that it would be: a page where it has a table, else text. */
export async function keepPasted(
  folder: string,
  { text, html, title }: { text: string; html?: string | undefined; title: string },
): Promise<string> {
  const name =
    title
      .replace(/[^\p{L}\p{N} _-]+/gu, ' ')
      .trim()
      .slice(0, 80) || 'Pasted';
  const isPage = html !== undefined && /<table[\s>]/i.test(html);
  const path = join(folder, `${name}.${isPage ? 'html' : 'txt'}`);
  // Browsers hand over letters: their encoding is ours.
  await writeFile(path, isPage ? `\ufeff${html}` : `\ufeff${text}`, 'utf8');
  return path;
}
