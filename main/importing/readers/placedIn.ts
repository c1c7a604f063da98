import { Problem } from '../../../shared/contract/problem.ts';

/** A problem with a file of ours, told by the name that people know. */
export function placedIn(error: unknown, file: string): unknown {
  if (!(error instanceof Problem)) return error;
  const { code, message, remedy, place, details } = error;
  return new Problem(
    {
      code,
      message,
      ...(remedy !== undefined && { remedy }),
      place: { ...place, file },
      ...(details && { details }),
    },
    { cause: error },
  );
}
