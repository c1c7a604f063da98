import { parseArgs } from 'node:util';
import type { Document } from '../../shared/model/document.ts';
import { type CliCommand, callerPath, usage } from './command.ts';
import { withProject } from './withProject.ts';

export const info: CliCommand = {
  name: 'info',
  summary: 'Says what a project holds',
  help: `tijarat info P.tijarat [--json]

  --json   {"tables": [{"name", "rows", "columns": [{"name", "type", "unit", "role"}]}],
            "pages": [], "views": [], "decks": [], "sources": []}`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    });
    const [path, ...rest] = positionals;
    if (path === undefined || rest.length > 0) throw usage('Name one project.');
    const document = await withProject(io, callerPath(path), async ({ project }) => project().document);
    await io.write(values.json ? `${JSON.stringify(asJson(document), null, 2)}\n` : asText(document));
    return 0;
  },
};

function asJson({ title, tables, pages, views, decks, sources }: Document): object {
  return {
    title,
    tables: tables.map((table) => ({
      name: table.title,
      rows: table.rowCount,
      columns: table.columns.map(({ name, type, unit, role }) => ({ name, type, unit: unit ?? null, role })),
    })),
    pages: pages.map((page) => ({ name: page.title })),
    views: views.map((view) => ({
      name: view.title,
      table: tables.find(({ id }) => id === view.query.table)?.title ?? null,
    })),
    decks: decks.map((deck) => ({ name: deck.title, slides: deck.slides.length })),
    sources: sources.map(({ title: name, fileName, sha256, rows, importedAt }) => ({
      name,
      file: fileName,
      sha256,
      rows,
      importedAt,
    })),
  };
}

function asText({ title, tables, pages, views, decks, sources }: Document): string {
  const lines = [title, ''];
  for (const table of tables) {
    lines.push(`Table "${table.title}": ${table.rowCount} rows`);
    for (const { name, type, role, unit } of table.columns)
      lines.push(`  ${name}: ${type}, ${role}${unit ? `, ${unit}` : ''}`);
  }
  for (const page of pages) lines.push(`Page "${page.title}"`);
  for (const view of views) lines.push(`View "${view.title}"`);
  for (const deck of decks) lines.push(`Deck "${deck.title}": ${deck.slides.length} slides`);
  for (const source of sources)
    lines.push(`Source "${source.title}": ${source.fileName}, ${source.rows} rows`);
  return `${lines.join('\n')}\n`;
}
