import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** Where prepared runtimes are kept for this user: never inside node_modules, so `npm ci` does not throw them away. */
export function cacheFolder() {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'assent');
}

/**
 * A folder of the cache, made if it is not there. `fill` works in a temporary folder that is renamed when it is whole, so
 * that an interrupted or a second, simultaneous preparation never leaves half of one.
 *
 * @param {string} name
 * @param {(folder: string) => Promise<void>} fill
 * @returns {Promise<string>} the folder's path
 */
export async function cached(name, fill) {
  const target = join(cacheFolder(), name);
  if (existsSync(target)) return target;
  await mkdir(dirname(target), { recursive: true });
  const draft = await mkdtemp(join(cacheFolder(), '.draft-'));
  try {
    const whole = join(draft, 'whole');
    await mkdir(whole);
    await fill(whole);
    await rename(whole, target).catch((error) => {
      if (!existsSync(target)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return target;
}
