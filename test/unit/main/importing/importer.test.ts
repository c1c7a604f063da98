import { expect, test } from 'vitest';
import { Importer } from '../../../../main/importing/importer.ts';
import type {
  ImporterAnswer,
  ImporterProcess,
  ImporterRequest,
} from '../../../../main/importing/importerProcess.ts';

/** A process that answers and ends when it is told to. */
class TestProcess implements ImporterProcess {
  readonly asked: ImporterRequest[] = [];
  isKilled = false;
  #answer: (answer: ImporterAnswer) => void = () => undefined;
  #exit: (code: number | null) => void = () => undefined;

  post(request: ImporterRequest): void {
    this.asked.push(request);
    if (request.kind === 'open') this.#answer({ id: request.id, kind: 'opened' });
  }
  onMessage(listener: (answer: ImporterAnswer) => void): void {
    this.#answer = listener;
  }
  onExit(listener: (code: number | null) => void): void {
    this.#exit = listener;
  }
  kill(): void {
    this.isKilled = true;
  }
  end(): void {
    this.#exit(null);
  }
  answerPreview(): void {
    const last = this.asked.at(-1);
    if (last) this.#answer({ id: last.id, kind: 'opened' });
  }
  answerRows(): void {
    for (const { id, kind } of this.asked)
      if (kind === 'rows') this.#answer({ id, kind: 'rows', found: { from: 0, rows: [[1, 'a']] } });
  }
}

async function opened() {
  const processes: TestProcess[] = [];
  const importer = new Importer(
    () => {
      const process = new TestProcess();
      processes.push(process);
      return process;
    },
    () => undefined,
  );
  const never = new AbortController().signal;
  await importer.open({ path: 'a.csv', folder: '', fiscalYearStart: 7 }, never, () => undefined);
  return { importer, processes };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
/** Longer than a cancelled request is let be. */
const overdue = () => new Promise((resolve) => setTimeout(resolve, 150));
const asked = { from: 0, count: 1 };

test('the end of a cancelled process, heard of late, does not take the answer of the next one', async () => {
  const { importer, processes } = await opened();
  const cancel = new AbortController();
  const previewed = importer.preview([], cancel.signal, () => undefined);
  const rejected = expect(previewed).rejects.toMatchObject({ name: 'AbortError' });
  await settled();
  cancel.abort();
  await overdue();
  const rows = importer.rows('raw', [], asked);
  await settled();
  expect(processes).toHaveLength(2);
  processes[0]?.end();
  await settled();
  processes[1]?.answerRows();
  expect(await rows).toEqual({ from: 0, rows: [[1, 'a']] });
  await rejected;
});

test('who waited in line behind a cancelled request is asked again', async () => {
  const { importer, processes } = await opened();
  const cancel = new AbortController();
  const previewed = importer.preview([], cancel.signal, () => undefined);
  const rejected = expect(previewed).rejects.toMatchObject({ name: 'AbortError' });
  const rows = importer.rows('raw', [], asked);
  await settled();
  cancel.abort();
  await overdue();
  expect(processes[0]?.isKilled).toBe(true);
  processes[0]?.end();
  await settled();
  expect(processes[1]?.asked.map(({ kind }) => kind)).toEqual(['open', 'rows']);
  processes[1]?.answerRows();
  expect(await rows).toEqual({ from: 0, rows: [[1, 'a']] });
  await rejected;
});

test('a cancelled request that ends at once by itself costs no process', async () => {
  const { importer, processes } = await opened();
  const cancel = new AbortController();
  const rejected = expect(importer.preview([], cancel.signal, () => undefined)).rejects.toMatchObject({
    name: 'AbortError',
  });
  await settled();
  cancel.abort();
  await rejected;
  processes[0]?.answerPreview();
  await overdue();
  expect(processes[0]?.isKilled).toBe(false);
});

test('a process that ends by itself is told, and not asked again', async () => {
  const { importer, processes } = await opened();
  const rows = importer.rows('raw', [], asked);
  const told = expect(rows).rejects.toMatchObject({ code: 'import.crashed' });
  await settled();
  processes[0]?.end();
  await told;
  expect(processes).toHaveLength(1);
});
