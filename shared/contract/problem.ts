import { z } from 'zod';

/** Where the trouble is, as far as it is known. `cell` is in the sheet's own notation (D14), lines and rows count from 1. */
export const Place = z.strictObject({
  file: z.string().optional(),
  sheet: z.string().optional(),
  table: z.string().optional(),
  column: z.string().optional(),
  row: z.number().int().optional(),
  line: z.number().int().optional(),
  cell: z.string().optional(),
  view: z.string().optional(),
});
export type Place = z.infer<typeof Place>;

/** A problem as it crosses the contract: data, never an exception with a stack. */
export const ProblemData = z.strictObject({
  code: z.string(),
  message: z.string(),
  remedy: z.string().optional(),
  place: Place.optional(),
  details: z.record(z.string(), z.unknown()).optional(),
});
export type ProblemData = z.infer<typeof ProblemData>;

/**
 * Something that a person can do something about. `code` is stable (`cell.not-a-number`), `message` says what is wrong,
 * `remedy` what to do. Whatever else is thrown is a bug, and is answered as `internal`.
 */
export class Problem extends Error {
  readonly code: string;
  readonly remedy: string | undefined;
  readonly place: Place | undefined;
  readonly details: Record<string, unknown> | undefined;

  constructor(data: ProblemData, options?: ErrorOptions) {
    super(data.message, options);
    this.name = 'Problem';
    this.code = data.code;
    this.remedy = data.remedy;
    this.place = data.place;
    this.details = data.details;
  }

  /** The same problem with more of its place known. What is already there wins. */
  at(place: Place): Problem {
    return new Problem({ ...this.toData(), place: { ...place, ...this.place } }, { cause: this.cause });
  }

  toData(): ProblemData {
    return {
      code: this.code,
      message: this.message,
      ...(this.remedy !== undefined && { remedy: this.remedy }),
      ...(this.place !== undefined && { place: this.place }),
      ...(this.details !== undefined && { details: this.details }),
    };
  }
}

/** The code of a call that its caller took back. Shown to nobody. */
export const CANCELLED = 'cancelled';

/** Any thrown value as problem data: problems as they are, aborts as `cancelled`, the rest as `internal` without stack or SQL. */
export function toProblemData(error: unknown): ProblemData {
  if (error instanceof Problem) return error.toData();
  if (isAbort(error)) return { code: CANCELLED, message: 'The work was cancelled.' };
  return {
    code: 'internal',
    message: 'Something went wrong inside Tijarat.',
    remedy: 'Nothing was changed. Try again; the log says more.',
  };
}

export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** One line for a terminal or a log: file, sheet, place, message, remedy. */
export function problemLine({ message, remedy, place }: ProblemData): string {
  const where = [
    place?.file,
    place?.sheet && `sheet ${place.sheet}`,
    place?.table && `table ${place.table}`,
    place?.view && `view ${place.view}`,
    place?.line !== undefined && `line ${place.line}`,
    place?.row !== undefined && `row ${place.row}`,
    place?.column && `column ${place.column}`,
    place?.cell && `cell ${place.cell}`,
  ].filter(Boolean);
  return `${where.length ? `${where.join(', ')}: ` : ''}${message}${remedy ? ` ${remedy}` : ''}`;
}
