import { create } from 'zustand';
import type { SourcePlace } from '../../shared/contract/refreshing.ts';
import { client } from '../app/client.ts';

/** Where the files of the open project's sources are, by source, as far as it has been looked. */
export const useSourcePlaces = create<Readonly<Record<string, SourcePlace>>>(() => ({}));

let running: AbortController | undefined;

/** Looks for the files of the sources. Nothing waits for it: a table works without its file. */
export async function checkPlaces(): Promise<readonly SourcePlace[]> {
  running?.abort();
  const controller = new AbortController();
  running = controller;
  const places = await client().call('refresh.places', null, { signal: controller.signal });
  if (controller.signal.aborted) return [];
  useSourcePlaces.setState(Object.fromEntries(places.map((place) => [place.source, place])), true);
  return places;
}
