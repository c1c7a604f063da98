import { randomOf } from './random.ts';

export interface Damaged {
  /** "cut to 812 bytes" */
  what: string;
  bytes: Buffer;
}

/** A file as a bad disk, line or neighbour leaves it: cut short, bits turned, a stretch zeroed, doubled or left out. The same for the same seed. */
export function damage(whole: Buffer, seed: number): Damaged {
  const random = randomOf(seed);
  const below = (count: number) => Math.floor(random() * count);
  const [from, length] = [below(whole.length), 1 + below(Math.min(whole.length, 4096))];
  switch (below(8)) {
    case 0:
    case 1:
    case 2:
      return { what: `cut to ${from} bytes`, bytes: Buffer.from(whole.subarray(0, from)) };
    case 3:
      return {
        what: `${length} bytes zeroed at ${from}`,
        bytes: Buffer.from(whole).fill(0, from, Math.min(whole.length, from + length)),
      };
    case 4:
      return {
        what: `${length} bytes left out at ${from}`,
        bytes: Buffer.concat([whole.subarray(0, from), whole.subarray(from + length)]),
      };
    default: {
      const bytes = Buffer.from(whole);
      const count = 1 + below(random() < 0.5 ? 3 : 40);
      for (let i = 0; i < count; i++) {
        const at = below(bytes.length);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
      }
      return { what: `${count} bits turned`, bytes };
    }
  }
}
