/**
 * npm start: prepares an Electron, builds if something changed, and starts the app with the arguments given.
 *
 *   npm start                    the app; without a display, the demo
 *   npm start -- --demo          the demo: the whole main job on the sample set, into out/demo
 */
import { readdir, rm, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { electronEnvironment, machineSwitches, prepareElectron } from './electron.mjs';
import { run, say } from './process.mjs';
import { at, buildIfStale, ROOT } from './project.mjs';
import { hasScreen, onVirtualScreen } from './screen.mjs';

const DEMO = at('out', 'demo');

async function listDemo() {
  const names = await readdir(DEMO, { recursive: true }).catch(() => []);
  const lines = [];
  for (const name of names.sort()) {
    const file = await stat(join(DEMO, name));
    if (file.isFile()) lines.push(`  ${relative(ROOT, join(DEMO, name))}  ${Math.ceil(file.size / 1024)} KiB`);
  }
  say(lines.length > 0 ? `The demo left:\n${lines.join('\n')}` : 'The demo left no files.');
}

async function main(args) {
  const runtime = await prepareElectron();
  await buildIfStale();
  const screen = hasScreen();
  const demo = args.some((argument) => argument.startsWith('--demo')) || !screen;
  if (!screen) say('There is no display here: running the demo in a hidden window instead of starting the app.');
  const others = args.filter((argument) => argument !== '--demo');
  const destination = others.some((argument) => argument.startsWith('--demo=')) ? [] : [`--demo=${DEMO}`];
  const line = [ROOT, ...machineSwitches(), ...others, ...(demo ? destination : [])];
  const [program, programArgs] = screen ? [runtime.executable, line] : onVirtualScreen(runtime.executable, line);
  if (demo) await rm(DEMO, { recursive: true, force: true });
  const env = electronEnvironment(runtime);
  const { code } = await run(program, programArgs, { env, cwd: ROOT, show: true });
  if (demo) await listDemo();
  return code;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
