import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

interface Surroundings {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  home: string;
}

/** Where settings, recent projects and journals are kept for this user: TIJARAT_USER_FOLDER, else as the system wants it. */
export function userFolder(
  { platform, env, home }: Surroundings = {
    platform: process.platform,
    env: process.env,
    home: homedir(),
  },
): string {
  if (env['TIJARAT_USER_FOLDER']) return resolve(env['TIJARAT_USER_FOLDER']);
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Tijarat');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Tijarat');
  // The specification of base directories: a path that is not absolute is to be ignored.
  const configured = env['XDG_CONFIG_HOME'];
  return join(configured?.startsWith('/') ? configured : join(home, '.config'), 'tijarat');
}
