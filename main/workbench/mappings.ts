import { codeOf } from '../../shared/classifications/classification.ts';
import { classificationOf } from '../../shared/classifications/index.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Handlers } from '../../shared/contract/server.ts';
import type { MappingsFile } from './mappingsFile.ts';

type MappingsCalls = Extract<keyof Handlers, `mappings.${string}`>;

/** The user's own mappings, seen and changed apart from any import. */
export function mappingsHandlers(file: MappingsFile): Pick<Handlers, MappingsCalls> {
  return {
    'mappings.list': () => file.get(),
    'mappings.change': ({ list, text, code }) =>
      file.change(list, text, code === null || code === '' ? code : codeIn(list, code)),
  };
}

function codeIn(list: string, written: string): string {
  const known = classificationOf(list);
  const code = known && codeOf(known, written);
  if (code) return code;
  throw new Problem({
    code: 'mappings.no-code',
    message: `"${written}" is no code of ${known?.title ?? 'that list'}.`,
    remedy: 'Write a code or a name of the list, or nothing to keep the text as it is.',
  });
}
