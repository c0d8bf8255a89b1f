/**
 * npm run package: builds the app and packs it with electron-builder.
 *
 *   npm run package                     every target of this platform; needs the official Electron
 *   npm run package -- --linux dir      the unpacked folder; with a stand-in Electron, as a test build
 *
 * Installers are made of the official runtime alone. With a stand-in only `dir` is built, to see that packing works.
 */
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { at, runProgram } from './project.mjs';
import { prepareElectron } from './electron.mjs';
import { say } from './process.mjs';

const TEST_BUILD = at('dist', 'linux-unpacked');

async function main(args) {
  const runtime = await prepareElectron();
  const built = await runProgram('vite', ['build', '--app', '--config', '.config/vite.ts', '--logLevel', 'warn'], {
    show: true,
  });
  if (built.code !== 0) return built.code;
  const pack = (more) =>
    runProgram('electron-builder', ['--config', 'electron-builder.yml', '--publish', 'never', ...more], { show: true });
  if (runtime.official) return (await pack(args)).code;

  const asked = args.filter((argument) => !argument.startsWith('-'));
  if (asked.join() !== 'dir') {
    say(
      'Installers need the official Electron: run `npx install-electron` where it can be downloaded. ' +
        'With the one at hand only a test build is possible: npm run package -- --linux dir',
    );
    return 1;
  }
  say(`Test build on Electron ${runtime.version}: it shows that packing works and is not for handing out.`);
  const electron = [`-c.electronDist=${runtime.dist}`, `-c.electronVersion=${runtime.version}`];
  const { code } = await pack([...args, ...electron]);
  if (code === 0 && runtime.nativeBinding !== undefined) {
    // This runtime cannot load the prebuilt file; in the test build the compiled one takes its place.
    const prebuilt = ['node_modules', 'better-sqlite3', 'prebuilds', `${process.platform}-${process.arch}.node`];
    await copyFile(runtime.nativeBinding, join(TEST_BUILD, 'resources', 'app.asar.unpacked', ...prebuilt));
  }
  return code;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
