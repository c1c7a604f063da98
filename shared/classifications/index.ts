import type { Classification } from './classification.ts';
import { isoAreas } from './isoAreas.ts';
import { sbpIctItems } from './sbpIctItems.ts';

/** The code lists that an import recognises. */
export const classifications: readonly Classification[] = [sbpIctItems, isoAreas];
