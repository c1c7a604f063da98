import type { Id } from '../../shared/model/ids.ts';

/** An id made of a column's name: letters, digits and _, unique among `taken` whatever the case, because SQL does not tell cases apart. */
export function columnId(name: string, taken: ReadonlySet<string>): Id {
  const slug = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toLowerCase()
    .slice(0, 50);
  const base = /^[a-z]/.test(slug) ? slug : slug === '' ? 'column' : `c_${slug}`;
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}_${n}`;
  return id;
}
