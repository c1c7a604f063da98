import { stat } from 'node:fs/promises';
import { Problem } from '../../shared/contract/problem.ts';
import { type ConvertRequest, convertFile } from './convertFile.ts';
import type { ConvertResult } from './convertReport.ts';
import { ImportSession } from './session.ts';
import { Workshop } from './workshop.ts';

/** Up to this size our tokenizer reads a file, and no DuckDB need be allowed to. */
const SMALL_BYTES = 1 << 20;

let shared: { folder: string; workshop: Workshop } | undefined;

export interface ConvertOneRequest extends ConvertRequest {
  path: string;
  /** Where this file may be unpacked, inside `sharedFolder`, which all files of one conversion have in common. */
  folder: string;
  sharedFolder: string;
}

/** Converts one file of many: small ones share one DuckDB, which costs more to open than they cost to read. */
export async function convertOne(
  request: ConvertOneRequest,
  tell: (done: number, note: string) => void,
): Promise<ConvertResult> {
  const { path, folder, fiscalYearStart } = request;
  const lent = await workshopFor(path, request.sharedFolder);
  try {
    const session = await ImportSession.open(path, folder, fiscalYearStart, tell, lent);
    try {
      return await convertFile(session, request);
    } finally {
      session.close();
    }
  } catch (error) {
    // After what nobody foresaw, the next file begins with a fresh one.
    if (!(error instanceof Problem)) forget();
    throw error;
  }
}

async function workshopFor(path: string, folder: string): Promise<Workshop | undefined> {
  // A file that is not there is told by who opens it.
  const { size } = await stat(path).catch(() => ({ size: 0 }));
  if (size > SMALL_BYTES) return undefined;
  if (shared?.folder !== folder) {
    forget();
    shared = { folder, workshop: await Workshop.forMany(folder) };
  } else {
    await shared.workshop.clear();
  }
  return shared.workshop;
}

function forget(): void {
  shared?.workshop.close();
  shared = undefined;
}
