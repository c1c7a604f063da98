import { runCli } from '../../../../main/cli/runCli.ts';

export interface Ran {
  code: number;
  /** What a pipe would get. */
  out: string;
  /** What a person is told. */
  told: string;
}

/** A command in this process, with what it wrote to either side. */
export async function tijarat(...args: string[]): Promise<Ran> {
  let out = '';
  let told = '';
  const code = await runCli(args, {
    write: async (text) => {
      out += text;
    },
    log: (line) => {
      told += `${line}\n`;
    },
    signal: new AbortController().signal,
  });
  return { code, out, told };
}
