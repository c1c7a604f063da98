import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mappingsHandlers } from '../../../main/workbench/mappings.ts';
import { createMappingsFile } from '../../../main/workbench/mappingsFile.ts';
import { withContent } from './support/importFile.ts';

const csv = `Country,year,value
Pakistan,2023,1
Atlantis,2023,2
Lemuria,2023,3
India,2023,4
`;

test('what a user maps in one import is proposed in the next', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tijarat-test-'));
  try {
    const file = createMappingsFile(folder);
    await file.keep([
      { step: 'mapCodes', column: 'Land', map: { Atlantis: 'GRC', Lemuria: '' }, classification: 'areas' },
    ]);
    expect(JSON.parse(await readFile(join(folder, 'mappings.json'), 'utf8'))).toEqual({
      areas: { Atlantis: 'GRC', Lemuria: '' },
    });
    const mappings = await createMappingsFile(folder).get();
    await withContent('next.csv', csv, async (session) => {
      const before = await session.preview(await session.propose());
      expect(before.notes.find(({ code }) => code === 'codes.unmatched')?.count).toBe(2);
      session.mappings = mappings;
      const after = await session.preview(await session.propose());
      expect(after.recipe).toContainEqual(
        expect.objectContaining({ step: 'mapCodes', map: { Atlantis: 'GRC', Lemuria: '' } }),
      );
      expect(after.notes.map(({ code }) => code)).not.toContain('codes.unmatched');
      expect(after.result.rows.map(({ cells }) => cells[0])).toEqual([
        'Pakistan',
        'Greece',
        'Lemuria',
        'India',
      ]);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('a file that is damaged, or not there, is no mapping and no error', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tijarat-test-'));
  try {
    expect(await createMappingsFile(join(folder, 'absent')).get()).toEqual({});
    await writeFile(join(folder, 'mappings.json'), '{"areas": ["broken');
    expect(await createMappingsFile(folder).get()).toEqual({});
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('mappings are seen, added, changed and forgotten by themselves; what is no code is refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tijarat-test-'));
  try {
    const handlers = mappingsHandlers(createMappingsFile(folder));
    const signal = new AbortController().signal;
    const context = { signal, progress: () => undefined };
    const change = (text: string, code: string | null) =>
      handlers['mappings.change']({ list: 'areas', text, code }, context);
    // A name stands for its code; two changes at once both stand.
    await Promise.all([change('Atlantis', 'Greece'), change('Lemuria', 'IND')]);
    expect(await handlers['mappings.list'](null, context)).toEqual({
      areas: { Atlantis: 'GRC', Lemuria: 'IND' },
    });
    await expect(async () => change('Mu', 'Nowhere')).rejects.toThrow('"Nowhere" is no code of');
    await change('Atlantis', '');
    expect(await change('Lemuria', null)).toEqual({ areas: { Atlantis: '' } });
    expect(await createMappingsFile(folder).get()).toEqual({ areas: { Atlantis: '' } });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
