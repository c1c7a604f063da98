import { z } from 'zod';

/** Ids name parts of a project for ever: letters, digits, - and _, at most 60. They are safe as names in a file, an archive and SQL. */
export const Id = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,59}$/);
export type Id = z.infer<typeof Id>;
