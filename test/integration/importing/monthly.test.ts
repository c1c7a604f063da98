import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ImportSession } from '../../../main/importing/session.ts';

const sample = join(import.meta.dirname, '../../../assets/sample/pakistan-ict-exports-monthly.csv');

test('the monthly releases: roles, units, vintages kept, the gap of July 2020 found at its line', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tijarat-test-'));
  const session = await ImportSession.open(sample, folder, 7, () => undefined);
  try {
    const { result, notes, lines } = await session.preview(await session.propose());
    expect(lines).toBe(194);
    expect(result.rowCount).toBe(193);
    expect(result.columns.map(({ name, type, role }) => [name, type, role])).toEqual([
      ['month', 'period', 'time'],
      ['item', 'category', 'dimension'],
      ['value_usd_mn', 'number', 'measure'],
      ['status', 'category', 'status'],
      ['published', 'category', 'vintage'],
      ['source', 'category', 'source'],
      ['note', 'text', 'note'],
    ]);
    expect(result.columns[2]?.unit).toBe('US$ million');
    const gap = notes.find(({ code }) => code === 'import.parts-gap');
    // 161.98 - (121.69 + 30.95 + 0.34)
    expect(gap?.text).toContain('gap 9.00');
    expect(gap?.place?.line).toBe(30);
    expect(notes.find(({ code }) => code === 'import.vintages')?.count).toBe(13);
    expect(notes.find(({ code }) => code === 'import.missing-periods')?.count).toBe(7);
  } finally {
    session.close();
    await rm(folder, { recursive: true, force: true });
  }
});
