import { copyFile, cp, mkdir, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, runnerImport, type EnvironmentOptions, type Plugin } from 'vite';
import { writeCatalogue } from './messages.mjs';
import { buildVerifier } from './verifier.mjs';

/**
 * The whole build: `vite build --app --config .config/vite.ts`.
 *
 *   renderer  src-renderer/index.html       -> out/renderer/          the screens
 *   main      src-main/index.ts             -> out/main/index.cjs     lazily imported parts become chunks
 *   parser    src-main/import/guard/process.ts -> out/main/parser.cjs    the utility process that reads untrusted files
 *   scanner   src-main/pdf/scan/process.ts -> out/main/scanner.cjs  the utility process that reads scans of sealed paper
 *   logs      src-main/kernel/logs/process.ts -> out/main/logs.cjs  the utility process that reads logs of outages and tickets
 *   checker   src-main/store/check-process.ts -> out/main/checker.cjs  the utility process that reads the whole database
 *   migrator  src-main/store/migration-process.ts -> out/main/migrator.cjs  the utility process that migrates the database
 *   preload   src-main/preload.ts           -> out/preload/preload.cjs  one file: a sandboxed preload cannot require
 *   cli       src-main/cli.ts               -> out/cli/cli.cjs        plain Node, no Electron
 *   assets    assets/, fonts, CMaps         -> out/assets/, with the offline verifier as verify.html
 *
 * Everything but electron and better-sqlite3 is bundled: better-sqlite3 stays the only runtime dependency.
 */
// The sentences must be there, and whole, before anything that says one is loaded.
await writeCatalogue();

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const at = (...parts: readonly string[]): string => join(ROOT, ...parts);

/** Electron 33 (Chromium 130, Node 20.18) is the oldest runtime the code has to run on. */
const CHROMIUM = 'chrome130';
const NODE = 'node20';

const EXTERNAL = [
  'electron',
  'better-sqlite3',
  ...builtinModules.filter((name) => !name.startsWith('_')).flatMap((name) => [name, `node:${name}`]),
  'node:sqlite',
];

const RENDERER_ENTRY = at('src-renderer', 'index.html');

/** The Node-side entries, by environment; `single` is a bundle that may not be split. */
const NODE_ENTRIES = {
  main: { entry: at('src-main', 'index.ts'), file: 'index', outDir: at('out', 'main'), single: false },
  parser: {
    entry: at('src-main', 'import', 'guard', 'process.ts'),
    file: 'parser',
    outDir: at('out', 'main'),
    single: false,
  },
  scanner: {
    entry: at('src-main', 'pdf', 'scan', 'process.ts'),
    file: 'scanner',
    outDir: at('out', 'main'),
    single: false,
  },
  logs: {
    entry: at('src-main', 'kernel', 'logs', 'process.ts'),
    file: 'logs',
    outDir: at('out', 'main'),
    single: false,
  },
  checker: {
    entry: at('src-main', 'store', 'check-process.ts'),
    file: 'checker',
    outDir: at('out', 'main'),
    single: false,
  },
  migrator: {
    entry: at('src-main', 'store', 'migration-process.ts'),
    file: 'migrator',
    outDir: at('out', 'main'),
    single: false,
  },
  preload: { entry: at('src-main', 'preload.ts'), file: 'preload', outDir: at('out', 'preload'), single: true },
  cli: { entry: at('src-main', 'cli.ts'), file: 'cli', outDir: at('out', 'cli'), single: false },
} as const;

type NodeEnvironment = keyof typeof NODE_ENTRIES;

function nodeEnvironment(name: NodeEnvironment): EnvironmentOptions {
  const { entry, file, outDir, single } = NODE_ENTRIES[name];
  return {
    consumer: 'server',
    resolve: {
      noExternal: true,
      external: EXTERNAL,
      conditions: ['module', 'node', 'production', 'import', 'default'],
    },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: NODE,
      minify: false,
      copyPublicDir: false,
      rolldownOptions: {
        input: { [file]: entry },
        external: EXTERNAL,
        platform: 'node',
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: `${file}-[name]-[hash].cjs`,
          codeSplitting: !single,
        },
      },
    },
  };
}

/** The keys of an exported object of one of the project's own modules; none if the module is not there. */
async function exportedKeys(module: string, names: readonly string[]): Promise<Record<string, string[]>> {
  if (!existsSync(module)) return Object.fromEntries(names.map((name) => [name, []]));
  const loaded = await runnerImport<Record<string, object | undefined>>(module, {
    configFile: false,
    root: ROOT,
    logLevel: 'error',
  });
  return Object.fromEntries(names.map((name) => [name, Object.keys(loaded.module[name] ?? {})]));
}

/**
 * Gives the preload the names of the contract's calls and events as constants (`__CONTRACT_CALLS__`,
 * `__CONTRACT_EVENTS__`), so that neither the schemas nor zod end up in the page's process.
 */
function contractNames(): Plugin {
  return {
    name: 'assent:contract-names',
    async config() {
      const keys = await exportedKeys(at('src-main', 'contract', 'index.ts'), ['contract', 'events']);
      return {
        define: {
          __CONTRACT_CALLS__: JSON.stringify(keys['contract']),
          __CONTRACT_EVENTS__: JSON.stringify(keys['events']),
        },
      };
    },
  };
}

/**
 * pdf.js looks for its worker beside itself at run time; in a bundle there is nothing beside it. Importing the worker
 * first lets pdf.js find it as `globalThis.pdfjsWorker`. The legacy build is the one for Node.
 */
function pdfWorkerInBundle(): Plugin {
  return {
    name: 'assent:pdf-worker',
    enforce: 'pre',
    applyToEnvironment: (environment) => environment.name in NODE_ENTRIES,
    resolveId(source, importer) {
      if (source !== 'pdfjs-dist') return undefined;
      return this.resolve('pdfjs-dist/legacy/build/pdf.mjs', importer);
    },
    transform(code, id) {
      if (!/pdfjs-dist\/legacy\/build\/pdf\.m?js$/u.test(id.replaceAll('\\', '/'))) return undefined;
      return { code: `import './pdf.worker.mjs';\n${code}`, map: null };
    },
  };
}

const FONT_PACKAGE = ['node_modules', '@expo-google-fonts', 'noto-serif-sc'] as const;
const LATIN_PACKAGE = ['node_modules', '@fontsource', 'noto-serif', 'files'] as const;
const FONTS = {
  'NotoSerifSC-Regular.ttf': at(...FONT_PACKAGE, '400Regular', 'NotoSerifSC_400Regular.ttf'),
  'NotoSerifSC-Bold.ttf': at(...FONT_PACKAGE, '700Bold', 'NotoSerifSC_700Bold.ttf'),
  'NotoSerif-Regular.woff2': at(...LATIN_PACKAGE, 'noto-serif-latin-400-normal.woff2'),
  'NotoSerif-Bold.woff2': at(...LATIN_PACKAGE, 'noto-serif-latin-700-normal.woff2'),
};

/** Lays beside the bundles what is read from disk while the app runs. */
async function copyAssets(): Promise<void> {
  const target = at('out', 'assets');
  await rm(target, { recursive: true, force: true });
  await mkdir(join(target, 'fonts'), { recursive: true });
  if (existsSync(at('assets'))) await cp(at('assets'), target, { recursive: true });
  for (const [name, font] of Object.entries(FONTS)) await copyFile(font, join(target, 'fonts', name));
  // Chinese PDFs that name a predefined CMap (GBK-EUC-H, UniGB-UCS2-H) cannot be read as text without these; scans in
  // JPEG 2000 or JBIG2 cannot be decoded without wasm.
  for (const folder of ['cmaps', 'standard_fonts', 'wasm'])
    await cp(at('node_modules', 'pdfjs-dist', folder), join(target, 'pdfjs', folder), { recursive: true });
}

/** Fonts and the like under this address are served by the app's own protocol from out/assets: not for the bundler. */
const SERVED_BY_THE_APP = '/assets/shipped/';

function quietAboutServed(): Plugin {
  return {
    name: 'assent:quiet-about-served',
    configResolved({ logger }) {
      for (const level of ['warn', 'warnOnce'] as const) {
        const say = logger[level].bind(logger);
        logger[level] = (message, options) => {
          if (!message.includes(SERVED_BY_THE_APP)) say(message, options);
        };
      }
    },
  };
}

export default defineConfig({
  root: at('src-renderer'),
  base: './',
  publicDir: false,
  plugins: [
    svelte({ configFile: false, compilerOptions: { runes: true } }),
    contractNames(),
    pdfWorkerInBundle(),
    quietAboutServed(),
  ],
  environments: {
    client: {
      build: {
        outDir: at('out', 'renderer'),
        emptyOutDir: true,
        target: CHROMIUM,
        cssTarget: CHROMIUM,
        modulePreload: { polyfill: false },
        // Nothing may become a data: address: the page's content security policy would have to allow it.
        assetsInlineLimit: 0,
        rolldownOptions: { input: RENDERER_ENTRY },
      },
    },
    main: nodeEnvironment('main'),
    parser: nodeEnvironment('parser'),
    scanner: nodeEnvironment('scanner'),
    logs: nodeEnvironment('logs'),
    checker: nodeEnvironment('checker'),
    migrator: nodeEnvironment('migrator'),
    preload: nodeEnvironment('preload'),
    cli: nodeEnvironment('cli'),
  },
  builder: {
    async buildApp(builder) {
      for (const folder of ['main', 'preload', 'cli']) await rm(at('out', folder), { recursive: true, force: true });
      await copyAssets();
      // What evidence bundles carry, so that they verify themselves.
      await buildVerifier(at('out', 'assets'));
      const entries = { client: RENDERER_ENTRY, ...NODE_ENTRIES };
      const failures: unknown[] = [];
      for (const [name, entry] of Object.entries(entries)) {
        const environment = builder.environments[name];
        if (!environment || !existsSync(typeof entry === 'string' ? entry : entry.entry)) continue;
        // One broken part does not keep the others from being built, but the build as a whole fails.
        await builder.build(environment).catch((error: unknown) => failures.push(error));
      }
      if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('\n'));
    },
  },
});
