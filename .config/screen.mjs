/** A screen to show windows on: the one there is, or a virtual one. */
import { spawn } from 'node:child_process';

const SIZE = ['-screen', '0', '1440x1000x24'];
const VIRTUAL = ['-a', `--server-args=${SIZE.join(' ')}`];

export const hasScreen = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

/**
 * A command line so changed that its windows appear on a virtual screen, which ends with it.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {[string, string[]]}
 */
export function onVirtualScreen(program, args) {
  if (process.platform !== 'linux') return [program, [...args]];
  return ['xvfb-run', [...VIRTUAL, program, ...args]];
}

/** Starts one virtual screen and answers with its name once windows can be shown on it. */
function virtualScreen() {
  return new Promise((resolve, reject) => {
    // It takes the first number that is free and writes it to the file descriptor named here.
    const server = spawn('Xvfb', ['-displayfd', '3', ...SIZE, '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    let written = '';
    server.stdio[3].on('data', (bytes) => {
      written += bytes;
      if (written.endsWith('\n')) resolve({ server, name: `:${written.trim()}` });
    });
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code} before there was a screen`)));
  });
}

/**
 * Virtual screens for programs that run side by side: windows that share one take the keyboard and the clipboard from
 * each other. They are gone when what was given has ended.
 *
 * @template Answer
 * @param {number} count
 * @param {(names: string[]) => Promise<Answer>} use is given the screens' names, as DISPLAY takes them
 * @returns {Promise<Answer>}
 */
export async function withVirtualScreens(count, use) {
  const screens = [];
  try {
    while (screens.length < count) screens.push(await virtualScreen());
    return await use(screens.map(({ name }) => name));
  } finally {
    for (const { server } of screens) server.kill();
  }
}
