import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

// A checker that never fails checks nothing: each rule is seen failing on a fault planted in a small repository with our settings.
const root = join(import.meta.dirname, '../..');
let copy: string;

const sound: Readonly<Record<string, string>> = {
  'shared/month.ts': 'export const monthsInYear = 12;\n',
  'main/engine/engine.ts': 'export const threads = 2;\n',
  'main/project/project.ts': 'export const version = 1;\n',
  'main/start.ts':
    "import { monthsInYear } from '../shared/month.ts';\nimport { threads } from './engine/engine.ts';\nimport { version } from './project/project.ts';\n\nprocess.exitCode = monthsInYear - threads - version;\n",
  'main/guard.mjs': 'process.exitCode = 0;\n',
  'renderer/main.tsx':
    "import { monthsInYear } from '../shared/month.ts';\n\ndocument.title = String(monthsInYear);\n",
};

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'tijarat-checks-'));
  for (const name of ['package.json', 'tsconfig.json', 'biome.json'])
    await copyFile(join(root, name), join(copy, name));
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  for (const [path, text] of Object.entries(sound)) await plant(path, text);
});
afterAll(() => rm(copy, { recursive: true }));

async function plant(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(copy, path)), { recursive: true });
  await writeFile(join(copy, path), text);
}

/** What a checker says, and whether it passed. */
function run(program: string, args: string[]): Promise<{ passed: boolean; said: string }> {
  const path = join(root, 'node_modules', program);
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [path, ...args],
      { cwd: copy, env: { ...process.env, NO_COLOR: '1' } },
      (error, out, err) => resolve({ passed: error === null, said: out + err }),
    );
  });
}
const style = () =>
  run('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '--max-diagnostics=100', '.']);
const types = () => run('typescript/bin/tsc', ['--noEmit']);
const dead = () => run('knip/bin/knip.js', ['--include', 'files,exports']);

test('a sound repository passes', async () => {
  const [styled, typed, used] = await Promise.all([style(), types(), dead()]);
  expect(styled.said).toContain('Checked');
  expect(styled, styled.said).toMatchObject({ passed: true });
  expect(typed, typed.said).toMatchObject({ passed: true });
  expect(used, used.said).toMatchObject({ passed: true });
});

const faults: readonly { what: string; path: string; text: string; rule: string }[] = [
  {
    what: 'shared imports main',
    path: 'shared/a.ts',
    text: "import '../main/start.ts';\n",
    rule: 'noRestrictedImports',
  },
  {
    what: 'shared imports node',
    path: 'shared/b.ts',
    text: "import 'node:fs';\n",
    rule: 'noRestrictedImports',
  },
  {
    what: 'renderer imports main',
    path: 'renderer/a.ts',
    text: "import '../main/start.ts';\n",
    rule: 'noRestrictedImports',
  },
  {
    what: 'main imports renderer',
    path: 'main/editing/a.ts',
    text: "import '../../renderer/main.tsx';\n",
    rule: 'noRestrictedImports',
  },
  {
    what: 'engine imports project',
    path: 'main/engine/a.ts',
    text: "import '../project/project.ts';\n",
    rule: 'noRestrictedImports',
  },
  {
    what: 'project imports workbench',
    path: 'main/project/a.ts',
    text: "import '../workbench/bench.ts';\n",
    rule: 'noRestrictedImports',
  },
  {
    what: 'electron outside the shell',
    path: 'main/workbench/a.ts',
    text: "import 'electron';\n",
    rule: 'noRestrictedImports',
  },
  {
    what: 'a port outside the browser host',
    path: 'main/editing/b.ts',
    text: "import 'node:http';\n",
    rule: 'noRestrictedImports',
  },
  {
    what: 'a port in the shell',
    path: 'main/shell/a.ts',
    text: "import 'ws';\n",
    rule: 'noRestrictedImports',
  },
  {
    what: 'a promise that floats',
    path: 'main/editing/c.ts',
    text: 'async function save(): Promise<void> {}\n\nsave();\n',
    rule: 'noFloatingPromises',
  },
  { what: 'any', path: 'shared/c.ts', text: 'export const c: any = 1;\n', rule: 'noExplicitAny' },
  { what: 'a default export', path: 'shared/d.ts', text: 'export default 1;\n', rule: 'noDefaultExport' },
  {
    what: 'a cycle',
    path: 'shared/e.ts',
    text: "import { f } from './f.ts';\n\nexport const e = () => f;\n",
    rule: 'noImportCycles',
  },
];

test('style and borders: every planted fault is found, where it was planted', async () => {
  await plant('shared/f.ts', "import { e } from './e.ts';\n\nexport const f = () => e;\n");
  for (const { path, text } of faults) await plant(path, text);
  const { passed, said } = await style();
  expect(passed).toBe(false);
  for (const { what, path, rule } of faults)
    expect(said, what).toMatch(new RegExp(`${path.replaceAll('.', '\\.')}:[\\d:]+ lint/\\w+/${rule}`));
  for (const { path } of [...faults, { path: 'shared/f.ts' }]) await rm(join(copy, path));
});

test('types: strictness is on', async () => {
  await plant('shared/g.ts', 'export const first = (all: readonly number[]): number => all[0];\n');
  const { passed, said } = await types();
  await rm(join(copy, 'shared/g.ts'));
  expect(passed).toBe(false);
  expect(said).toContain('shared/g.ts(1,');
});

test('dead code: an export and a file that nobody uses', async () => {
  await plant('shared/month.ts', `${sound['shared/month.ts']}export const unused = 1;\n`);
  await plant('shared/nobody.ts', 'export const nobody = 1;\n');
  const { passed, said } = await dead();
  expect(passed).toBe(false);
  expect(said).toMatch(/unused\s.*shared\/month\.ts/);
  expect(said).toContain('shared/nobody.ts');
});
