import { z } from 'zod';
import { Problem } from '../../shared/contract/problem.ts';
import { Document, FORMAT_VERSION } from '../../shared/model/document.ts';
import { Id } from '../../shared/model/ids.ts';
import { migrate } from '../../shared/model/migrations/index.ts';
import { DOCUMENT, sourcePart } from './container/manifest.ts';
import { type Container, newerVersion } from './container/readContainer.ts';

/** document.json: the document, with each source in a part of its own. */
export function storeDocument(document: Document): { name: string; json: unknown }[] {
  const { sources, ...rest } = document;
  return [
    { name: DOCUMENT, json: { ...rest, sources: sources.map(({ id }) => id) } },
    ...sources.map((source) => ({ name: sourcePart(source.id), json: source })),
  ];
}

/**
 * Reads the document, brings it to the format of today and checks it. Problems: `project.bad-document` names the part and the place that does not fit,
 * `project.newer-version` where a newer program put something there that is more than a field.
 */
export async function loadDocument(container: Container, file: string): Promise<Document> {
  const stored = await container.json(DOCUMENT);
  const listed = z.looseObject({ sources: z.array(Id).max(100_000) }).safeParse(stored);
  if (!listed.success) throw badDocument(file, DOCUMENT, 'its list of sources is not one');
  const sources = [];
  for (const id of listed.data.sources) sources.push(await container.json(sourcePart(id)));
  const { manifest } = container;
  const raw = migrate({ ...listed.data, sources }, manifest.version, FORMAT_VERSION);
  const newer = manifest.version > FORMAT_VERSION;
  const parsed = Document.safeParse(raw);
  if (parsed.success) return parsed.data;
  if (newer) {
    const pruned = Document.safeParse(withoutUnknown(raw, parsed.error));
    if (pruned.success) return pruned.data;
    throw newerVersion(manifest, file);
  }
  const issue = parsed.error.issues[0];
  throw badDocument(file, DOCUMENT, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}

/** A newer program's file opens read-only: what this one does not know is left out, and never saved back. */
function withoutUnknown(raw: unknown, error: z.ZodError): unknown {
  const copy = structuredClone(raw);
  for (const issue of error.issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    let holder: unknown = copy;
    for (const step of issue.path) holder = (holder as Record<PropertyKey, unknown> | undefined)?.[step];
    for (const key of issue.keys) delete (holder as Record<string, unknown> | undefined)?.[key];
  }
  return copy;
}

function badDocument(file: string, part: string, words: string): Problem {
  return new Problem({
    code: 'project.bad-document',
    message: `The project's ${part} is not as it should be (${words}).`,
    remedy: 'It was changed by another program. Open a copy from before that.',
    place: { file },
  });
}
