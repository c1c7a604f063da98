import { escapeXml } from './xml.ts';

/** A text as paragraphs, one a line. `run` are attributes and children of its run properties. */
export function paragraphsXml(
  text: string,
  paragraph = '',
  run: { attributes?: string; children?: string } = {},
): string {
  const properties = `lang="en-GB"${run.attributes ? ` ${run.attributes}` : ''}`;
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => {
      const clean = escapeXml(line);
      return clean === ''
        ? `<a:p>${paragraph}<a:endParaRPr ${properties}/></a:p>`
        : `<a:p>${paragraph}<a:r><a:rPr ${properties}>${run.children ?? ''}</a:rPr><a:t>${clean}</a:t></a:r></a:p>`;
    })
    .join('');
}
