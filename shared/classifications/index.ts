import type { Classification } from './classification.ts';
import { ebops2010 } from './ebops2010.ts';
import { isoAreas } from './isoAreas.ts';
import { sbpIctItems } from './sbpIctItems.ts';
import { sdmxCodes } from './sdmxCodes.ts';

/** The code lists that an import recognises. */
export const classifications: readonly Classification[] = [sbpIctItems, ebops2010, isoAreas];

/** The code list of that id, or the short SDMX list of the concept: "sdmx-freq". */
export function classificationOf(id: string): Classification | undefined {
  return (
    classifications.find((one) => one.id === id) ??
    (id.startsWith('sdmx-') ? sdmxCodes(id.slice(5).toUpperCase()) : undefined)
  );
}
