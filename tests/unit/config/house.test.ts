import { fileURLToPath } from 'node:url';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ESLint, Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { parser } from 'typescript-eslint';
import { FEATURES, FLOORS, house, ROOMS } from '../../../.config/house.mjs';
import { FEATURES as NAMED_IN_CONTRACT } from '../../../src-main/contract/event.ts';
import { circles, importsIn } from '../../../.config/import-cycles.mjs';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The house's complaints about a file with this text at this place. */
function complaints(file: string, text: string): string[] {
  const linter = new Linter({ cwd: ROOT });
  const config = {
    files: ['**/*.ts'],
    languageOptions: { parser },
    plugins: { house },
    rules: {
      'house/floors': 'error',
      'house/pure': 'error',
      'house/one-ledger-writer': 'error',
      'house/parsed-json': 'error',
      'house/found-by-key': 'error',
    },
  } as unknown as Linter.Config;
  return linter.verify(text, [config], { filename: `${ROOT}${file}` }).map((message) => message.message);
}

describe('an import may only point down', () => {
  it.each([
    ['src-main/agreement/outline.ts', "import { openStore } from '../store/database.ts';"],
    ['src-main/agreement/outline.ts', "import type { Redline } from '../compare/redline.ts';"],
    ['src-main/ledger/chain.ts', "import { read } from '../import/source.ts';"],
    ['src-main/store/agreements.ts', "export { align } from '../compare/align.ts';"],
    ['src-main/compare/align.ts', "import type { Store } from '../store/database.ts';"],
    ['src-main/compare/align.ts', "import { credit } from '../term/service-level.ts';"],
    ['src-main/letter/letter.ts', "export * from '../contract/index.ts';"],
    ['src-main/pdf/typeset.ts', "import { fill } from '../letter/letter.ts';"],
    ['src-main/features/library/handlers.ts', "import { ipc } from '../../shell/ipc.ts';"],
    ['src-main/features/review/decision.ts', "import { settle } from '../notices/notice-moves.ts';"],
    ['src-main/features/review/decision.ts', "import type { Notice } from '../notices/notice-records.ts';"],
    ['src-main/kernel/standing.ts', "import { claims } from '../features/rights/claim-records.ts';"],
    ['src-main/term/answer.ts', "import { record } from '../kernel/record.ts';"],
    ['src-main/shell/tray.ts', "import type { Book } from '../features/agenda/agenda-reminders.ts';"],
    ['src-main/index.ts', "import { library } from './features/library/handlers.ts';"],
    ['src-main/shell/ipc.ts', "const { database } = await import('../store/database.ts');"],
    ['src-main/preload.ts', "import { contract } from './contract/index.ts';"],
    ['src-main/cli/read.ts', "import { print } from '../shell/print.ts';"],
    ['src-main/contract/index.ts', "import { redline } from '../compare/redline.ts';"],
    ['src-renderer/main.ts', "import type { Clause } from '../src-main/agreement/model.ts';"],
    ['src-renderer/main.ts', "import { contract } from '../src-main/contract/index.ts';"],
    ['src-renderer/kernel/client.svelte.ts', "import Library from '../features/library/Library.svelte';"],
    ['src-renderer/features/review/Reader.svelte', "import Rail from '../../frame/rail/Rail.svelte';"],
    ['src-renderer/features/review/seen.ts', "import { rows } from '../compare/rows.ts';"],
    ['src-renderer/kernel/dates.ts', "import Dialog from '../ui/Dialog.svelte';"],
    ['src-renderer/screens/Library.svelte', "import { call } from '../kernel/client.svelte.ts';"],
    ['src-main/attic/box.ts', "import type { Clause } from '../agreement/model.ts';"],
    ['src-main/agreement/outline.ts', "import { house } from '../../.config/house.mjs';"],
  ])('%s refuses %s', (file, text) => {
    expect(complaints(file, text)).toHaveLength(1);
  });

  it.each([
    ['src-main/agreement/outline.ts', "import type { Clause } from './model.ts';"],
    ['src-main/store/ledger.ts', "import { seal } from '../ledger/chain.ts';"],
    ['src-main/compare/align.ts', "import { plain } from '../agreement/model.ts';"],
    ['src-main/term/holidays.ts', "import table from '../../assets/holidays/2026.json';"],
    ['src-main/contract/index.ts', "import type { Redline } from '../compare/redline.ts';"],
    [
      'src-main/features/library/handlers.ts',
      "import { align } from '../../compare/align.ts'; import { put } from '../../store/put.ts';",
    ],
    ['src-main/features/library/handlers.ts', "import { failure } from '../../kernel/failure.ts';"],
    ['src-main/handlers.ts', "import { library } from './features/library/handlers.ts';"],
    ['src-main/index.ts', "import { window } from './shell/window.ts'; import { app } from 'electron';"],
    ['src-main/cli.ts', "const read = () => import('./cli/read.ts');"],
    ['src-main/preload.ts', "import type { Calls } from './contract/index.ts';"],
    ['src-renderer/features/library/rows.ts', "import type { Calls } from '../../../src-main/contract/index.ts';"],
    ['src-renderer/frame/screens.ts', "const screen = () => import('../features/library/Library.svelte');"],
    ['tests/unit/store/store.test.ts', "import { put } from '../../../src-main/store/put.ts';"],
  ])('%s may hold %s', (file, text) => {
    expect(complaints(file, text)).toEqual([]);
  });
});

describe('each room keeps to its own tools', () => {
  it.each([
    ['src-main/features/library/handlers.ts', "import { app } from 'electron';"],
    ['src-main/features/library/handlers.ts', "import type { WebContents } from 'electron';"],
    ['src-main/cli.ts', "import { app } from 'electron/main';"],
    ['src-main/features/library/handlers.ts', "import Database from 'better-sqlite3';"],
    ['src-main/term/periods.ts', "import { readFile } from 'node:fs/promises';"],
    ['src-renderer/kernel/dates.ts', "import { join } from 'node:path';"],
  ])('%s refuses %s', (file, text) => {
    expect(complaints(file, text)).toHaveLength(1);
  });

  it('lets pure rooms hash, the store open SQLite and the shell use Electron', () => {
    expect(complaints('src-main/agreement/fingerprint.ts', "import { createHash } from 'node:crypto';")).toEqual([]);
    expect(complaints('src-main/store/database.ts', "import Database from 'better-sqlite3';")).toEqual([]);
    expect(complaints('src-main/shell/window.ts', "import { BrowserWindow } from 'electron';")).toEqual([]);
  });
});

describe('only record() writes into the ledger', () => {
  const planted = [
    'ports.ledger.append(entry);',
    'ledger.append(entry);',
    "ports['ledger']['append'](entry);",
    'ports.store.ledger.add(entry);',
    'const { append } = ports.ledger;',
    'const { ledger: { append } } = ports;',
  ];

  it.each(planted)('no feature holds %s', (text) => {
    expect(complaints('src-main/features/rights/orders.ts', text)).toHaveLength(1);
    expect(complaints('src-main/kernel/companies.ts', text)).toHaveLength(1);
    expect(complaints('src-main/shell/backup/backups.ts', text)).toHaveLength(1);
    expect(complaints('src-main/kernel/record.ts', text)).toEqual([]);
  });

  it('reading it is nobody’s secret', () => {
    expect(complaints('src-main/features/rights/orders.ts', 'ports.store.ledger.head(); rows.add(row);')).toEqual([]);
  });
});

describe('what JSON.parse gives is parsed, never cast', () => {
  it.each([
    'const order = JSON.parse(text) as Order;',
    'const order = JSON.parse(text) as unknown as Order;',
    'const order = (JSON.parse(text) as unknown) as Order;',
    'const order = <Order>JSON.parse(text);',
    'export const plain = (value: object): Json => JSON.parse(JSON.stringify(value)) as Json;',
    'const all = rows.map((json) => JSON.parse(json) as Order);',
  ])('refuses %s', (text) => {
    expect(complaints('src-main/features/rights/orders.ts', text)).toHaveLength(1);
    expect(complaints('src-main/store/papers.ts', text)).toHaveLength(1);
    expect(complaints('src-renderer/kernel/dates.ts', text)).toHaveLength(1);
  });

  it('lets a shape look at it', () => {
    const looked =
      'const a = shape.parse(JSON.parse(text)); const b: unknown = JSON.parse(text); const c = JSON.parse(text) as unknown;';
    expect(complaints('src-main/features/rights/orders.ts', looked)).toEqual([]);
  });
});

describe('tests in Electron find what a screen shows by its key', () => {
  const planted = [
    "page.getByText('已保存');",
    "page.getByText('Saved', { exact: true });",
    'page.getByText(/信息安全承诺书/u).first();',
    "dialog.getByLabel('专线用途').fill('办公');",
    "page.getByPlaceholder('Search');",
    "page.getByRole('button', { name: '保存' });",
    "page.getByRole('button', { name: /Save|保存/u, exact: true });",
    "page.getByRole('row', { name: `第 ${row} 行` });",
    "page.getByText(new RegExp('还有 ' + days));",
    "page.getByText(anyOf(zh('frame.save'), '好'));",
    "page.locator('li', { hasText: 'Overdue' });",
    "rows.filter({ hasNotText: '日期未知' });",
    'page.locator(\'button:has-text("保存")\');',
  ];

  it.each(planted)('no test and no page object holds %s', (text) => {
    expect(complaints('tests/e2e/review.test.ts', text)).toHaveLength(1);
    expect(complaints('tests/e2e/pages/reader.ts', text)).toHaveLength(1);
    expect(complaints('tests/unit/renderer/review.test.ts', text)).toEqual([]);
  });

  it.each([
    "page.getByText(zh('frame.save')); page.getByText(said('library.title'), { exact: true });",
    "page.getByRole('button', { name: said('frame.save') }); page.getByRole('dialog');",
    "page.getByRole('row', { name: /^2026-10-12 \\d+ 120/u }); page.getByText(new RegExp(`^${done}/\\\\d+`));",
    "items.filter({ hasText: title }); page.locator('figure[data-drawn=true]');",
    "await library.open('示例服务协议'); await field.fill('云舟'); expect(text).toContain('壹仟元整');",
  ])('but may hold %s', (text) => {
    expect(complaints('tests/e2e/review.test.ts', text)).toEqual([]);
  });
});

describe('pure rooms are given the time and chance', () => {
  it.each([
    'const now = Date.now();',
    'const now = new Date();',
    'const now = Date();',
    'const luck = Math.random();',
    'const id = crypto.randomUUID();',
    'const zone = process.env.TZ;',
  ])('refuse %s', (text) => {
    expect(complaints('src-main/acceptance/record.ts', text)).toHaveLength(1);
    expect(complaints('src-main/shell/window.ts', text)).toEqual([]);
  });

  it('may work with a time that they were given', () => {
    expect(
      complaints('src-main/term/periods.ts', 'export const day = (now: Date) => new Date(now.getTime());'),
    ).toEqual([]);
    expect(complaints('src-main/term/periods.ts', 'export const name = (step: Step) => step.process;')).toEqual([]);
  });
});

describe('imports do not go in a circle', () => {
  it('names every module of a circle and no other', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', ['a']],
      ['d', []],
      ['e', ['e', 'a']],
    ]);
    expect(circles(graph).map((circle) => circle.sort())).toEqual([['a', 'b', 'c']]);
  });

  it('sees every way to write a relative import', () => {
    const text = `
      import type { A } from './a.ts';
      import {
        B,
      } from '../b.ts';
      export * from './c.ts';
      import './d.ts';
      const e = await import('./e.ts');
      import { join } from 'node:path';`;
    expect(importsIn(text)).toEqual(['./a.ts', '../b.ts', './c.ts', './d.ts', './e.ts']);
  });
});

describe('the lint that runs', () => {
  it.each(['src-main/agreement/model.ts', 'src-renderer/kernel/dates.ts', 'src-renderer/frame/App.svelte'])(
    'applies the house to %s',
    async (file) => {
      const eslint = new ESLint({ cwd: ROOT, overrideConfigFile: `${ROOT}.config/eslint.mjs` });
      const config = (await eslint.calculateConfigForFile(file)) as { rules: Record<string, unknown[]> };
      expect(config.rules['house/floors']?.[0]).toBe(2);
      expect(config.rules['house/pure']?.[0]).toBe(2);
      expect(config.rules['house/no-cycles']?.[0]).toBe(2);
      expect(config.rules['house/one-ledger-writer']?.[0]).toBe(2);
      expect(config.rules['house/parsed-json']?.[0]).toBe(2);
      expect(config.rules['max-lines']?.[0]).toBe(2);
    },
  );

  it('looks at the tests in Electron and their page objects', async () => {
    const eslint = new ESLint({ cwd: ROOT, overrideConfigFile: `${ROOT}.config/eslint.mjs` });
    for (const file of ['tests/e2e/review.test.ts', 'tests/e2e/pages/reader.ts']) {
      const config = (await eslint.calculateConfigForFile(file)) as { rules: Record<string, unknown[]> };
      expect(config.rules['house/found-by-key']?.[0], file).toBe(2);
    }
  });

  it('knows only rooms that point down', () => {
    const rank = (floor: string | undefined): number => FLOORS.indexOf(floor ?? '');
    for (const [name, room] of Object.entries(ROOMS)) {
      for (const used of room.uses)
        expect(rank(ROOMS[used]?.floor), `${name} uses ${used}`).toBeLessThanOrEqual(rank(room.floor));
    }
  });
});

/** Every folder below one, with the names of its files. */
function foldersBelow(folder: string): { readonly path: string; readonly files: readonly string[] }[] {
  const entries = readdirSync(join(ROOT, folder), { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const below = entries.filter((entry) => entry.isDirectory()).flatMap(({ name }) => foldersBelow(`${folder}/${name}`));
  return [{ path: folder, files }, ...below];
}

/** Words that say nothing of what a file does, or say it in a picture. */
const SAYS_NOTHING =
  /^(?:data|info|manager|utils?|helpers?|misc|salted|opening|answering|start)$|(?:^|-)(?:desk|matter|texts|pointing|likely|readable|ink|handed-over)(?:-|$)/;

describe('folders and names', () => {
  const folders = ['src-main', 'src-renderer'].flatMap(foldersBelow);

  it('keep a folder small enough to be looked over', () => {
    expect(folders.filter(({ files }) => files.length > 25).map(({ path }) => path)).toEqual([]);
  });

  it('name files in kebab case and components in Pascal case, by what they do', () => {
    const odd = folders.flatMap(({ path, files }) =>
      files
        .filter((file) => {
          const name = basename(file).replace(/(?:\.svelte)?\.d?\.?[a-z]+$/, '');
          if (file.endsWith('.svelte')) return !/^[A-Z][A-Za-z]+$/.test(name);
          return !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name) || SAYS_NOTHING.test(name);
        })
        .map((file) => `${path}/${file}`),
    );
    expect(odd).toEqual([]);
  });

  it('use one word for a feature in every layer', () => {
    expect([...FEATURES]).toEqual([...NAMED_IN_CONTRACT]);
    const named = (folder: string): string[] => readdirSync(join(ROOT, folder)).sort();
    expect(named('src-main/features')).toEqual([...FEATURES].sort());
    expect(named('src-renderer/features')).toEqual([...FEATURES].sort());
    const contract = named('src-main/contract');
    expect(FEATURES.filter((feature) => !contract.includes(`${feature}.ts`))).toEqual([]);
  });
});
