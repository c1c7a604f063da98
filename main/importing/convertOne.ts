import { stat } from 'node:fs/promises';
import { Problem } from '../../shared/contract/problem.ts';
import { type ConvertRequest, convertFile } from './convertFile.ts';
import type { ConvertResult } from './convertReport.ts';
import { ImportSession } from './session.ts';
import { Workshop } from './workshop.ts';

/** Up to this size our tokenizer reads a file, and no DuckDB need be allowed to. */
const SMALL_BYTES = 1 << 20;

export interface ConvertOneRequest extends ConvertRequest {
  path: string;
  /** Where this file may be unpacked, inside `sharedFolder`, which all files of one conversion have in common. */
  folder: string;
  sharedFolder: string;
}

/** Converts one file of many; several may be asked for at a time. */
export async function convertOne(request: ConvertOneRequest, tell: Tell): Promise<ConvertResult> {
  // A file that is not there is told by who opens it.
  const { size } = await stat(request.path).catch(() => ({ size: 0 }));
  return size > SMALL_BYTES ? await afterOthers(request, tell) : await withShared(request, tell);
}

/** Small ones take turns with a DuckDB, which costs more to open than they cost to read. */
async function withShared(request: ConvertOneRequest, tell: Tell): Promise<ConvertResult> {
  const { sharedFolder: folder } = request;
  const at = idle.findIndex((one) => one.folder === folder);
  const [lent = { folder, workshop: await Workshop.forMany(folder) }] = at < 0 ? [] : idle.splice(at, 1);
  let isSound = true;
  try {
    await lent.workshop.clear();
    return await converted(request, tell, lent.workshop);
  } catch (error) {
    // After what nobody foresaw, the next file begins with a fresh one.
    isSound = error instanceof Problem;
    throw error;
  } finally {
    if (isSound) idle.push(lent);
    else lent.workshop.close();
  }
}

const idle: { folder: string; workshop: Workshop }[] = [];

/** Large ones one at a time: each may take all the memory and the threads that there are. */
async function afterOthers(request: ConvertOneRequest, tell: Tell): Promise<ConvertResult> {
  const result = lastLarge.then(async () => await converted(request, tell));
  lastLarge = result.catch(() => undefined);
  return await result;
}

let lastLarge: Promise<unknown> = Promise.resolve();

async function converted(request: ConvertOneRequest, tell: Tell, lent?: Workshop): Promise<ConvertResult> {
  const { path, folder, fiscalYearStart } = request;
  const session = await ImportSession.open(
    path,
    folder,
    fiscalYearStart,
    tell,
    lent && { workshop: lent, isHolding: true },
  );
  try {
    return await convertFile(session, request);
  } finally {
    session.close();
  }
}

type Tell = (done: number, note: string) => void;
