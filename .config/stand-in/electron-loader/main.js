/**
 * Stands in for Electron's own default application, which an application folder does not carry: without it
 * `electron <folder>` has nothing that reads the folder. Understands what this project's scripts and Playwright use:
 * `electron [-r module]… <folder or file>`, `--version` and `--abi`.
 *
 * It is a module that awaits the application: Electron holds back its `ready` event until this file has run, and
 * `protocol.registerSchemesAsPrivileged` is only allowed before `ready`.
 */
import { app } from 'electron';
import { existsSync, readFileSync } from 'node:fs';
import Module from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Splits the command line into modules to load first and the application; switches are Chromium's. */
function readArguments(args) {
  const preloads = [];
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index];
    if (argument === '-r' || argument === '--require') preloads.push(args[(index += 1)]);
    else if (!argument.startsWith('-')) return { preloads, target: argument };
  }
  return { preloads, target: undefined };
}

function answer(text) {
  process.stdout.write(`${text}\n`);
  process.exit(0);
}

const args = process.argv.slice(1);
if (args[0] === '--version' || args[0] === '-v') answer(`v${process.versions.electron}`);
if (args[0] === '--abi' || args[0] === '-a') answer(process.versions.modules);

const { preloads, target } = readArguments(args);
if (target === undefined) {
  process.stderr.write('usage: electron [-r module]… <application folder or file>\n');
  process.exit(1);
}
if (preloads.length > 0) Module._preloadModules(preloads);
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });

const folder = resolve(target);
const manifest = join(folder, 'package.json');
const described = existsSync(manifest);
if (described) {
  const { name, productName, version, desktopName } = JSON.parse(readFileSync(manifest, 'utf8'));
  app.name = productName ?? name ?? app.name;
  if (version) app.setVersion(version);
  app.setDesktopName(desktopName ?? `${app.name}.desktop`);
}
const entry = Module._resolveFilename(folder, null, true);
app.setAppPath(described ? folder : dirname(entry));
try {
  await import(pathToFileURL(entry).href);
} catch (error) {
  process.stderr.write(`The application failed while loading\n${error?.stack ?? error}\n`);
  process.exit(1);
}
