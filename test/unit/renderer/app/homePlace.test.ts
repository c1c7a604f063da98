import { expect, test } from 'vitest';
import { homePlace, placeExists } from '../../../../renderer/app/homePlace.ts';
import { emptyDocument } from '../../../../shared/model/document.ts';

test('a project opens at its first page, and an empty one at the empty workbench', () => {
  const empty = emptyDocument('Exports');
  const page = { id: 'monitor', title: 'Monthly monitor', tiles: [], layout: [], selection: [] };
  expect(homePlace(empty)).toEqual({ kind: 'start' });
  expect(homePlace({ ...empty, pages: [page] })).toEqual({ kind: 'page', id: 'monitor' });
});

test('a page that was removed is no place any more', () => {
  const empty = emptyDocument('Exports');
  expect(placeExists(empty, { kind: 'page', id: 'monitor' })).toBe(false);
  expect(placeExists(empty, { kind: 'import', path: '/a.csv' })).toBe(true);
});
