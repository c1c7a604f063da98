import { join } from 'node:path';
import { drawIcons } from './packing/drawIcons.ts';

/** What `npm run icons` runs, after a change of assets/icons/icon.svg. */
await drawIcons(join(import.meta.dirname, '../assets/icons'));
