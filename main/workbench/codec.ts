import { Packr } from 'msgpackr';
import type { Codec } from './processProtocol.ts';

/** msgpackr with typed arrays kept as they are. Records (shared structures) stay off: either side may restart alone. */
export function createCodec(): Codec {
  const packr = new Packr({ moreTypes: true, structuredClone: true, useRecords: false });
  return {
    pack: (message) => packr.pack(message),
    unpack: (bytes) => packr.unpack(bytes),
  };
}
