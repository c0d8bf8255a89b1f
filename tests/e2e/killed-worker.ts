/**
 * A process that does one thing over and over, through the same code as the app, until it is killed; and the one that looks
 * at what it left. Started by the kill test: `killed-worker.mjs JOB FOLDER`. It says `ready`, then a line for each thing
 * that it was told is done.
 */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { handlers as handlersOver } from '../../src-main/handlers.ts';
import { importSource } from '../../src-main/import/source.ts';
import { rehearsalIn } from '../../src-main/kernel/demo/rehearsal.ts';
import { tellRestored } from '../../src-main/kernel/backup/restored.ts';
import { survey } from '../../src-main/kernel/files/file-check.ts';
import { ledgerWriter } from '../../src-main/kernel/ledger-writer.ts';
import { openRecords } from '../../src-main/kernel/open-records.ts';
import type { Ports } from '../../src-main/kernel/ports.ts';
import { record } from '../../src-main/kernel/record.ts';
import { setPlain } from '../../src-main/pdf/plain/plain.ts';
import { backupsIn } from '../../src-main/shell/backup/folder.ts';
import { makeBackup } from '../../src-main/shell/backup/make.ts';
import { backupFolder, fileBeforeMigration, finishRestore } from '../../src-main/shell/backup/names.ts';
import { prepareRestore } from '../../src-main/shell/backup/restore.ts';
import { COMPANY } from '../fixtures/company.ts';

const [job = '', folder = ''] = process.argv.slice(2);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const open = () => openRecords(folder, { copyBefore: (name) => fileBeforeMigration(folder, name) });

function portsOver(store: ReturnType<typeof open>): Ports {
  const now = (): Date => new Date();
  const offsetMinutes = (): number => 480;
  return {
    store,
    now,
    offsetMinutes,
    monotonic: () => performance.now(),
    newId: randomUUID,
    parse: (bytes: Uint8Array, name: string) => importSource(bytes, name, {}),
    emit: () => undefined,
    ledger: ledgerWriter({ store, now, offsetMinutes, signer: () => undefined }),
    keychain: { available: false },
    files: rehearsalIn(join(folder, 'papers'), join(process.cwd(), 'out', 'assets'), 'zh').files,
    print: { toPdf: setPlain },
    environment: {
      app: 'test',
      build: 'test',
      runtime: 'node',
      osUser: 'test',
      device: 'test',
      locale: 'zh-CN',
      folder,
    },
  } as unknown as Ports;
}

const text = (): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(
    `示例服务条款 ${randomUUID()}\n1. 总则\n1.1 本条款自签署之日起生效，编号 ${randomUUID()}。\n2. 责任\n2.1 甲方不承担间接损失。\n`,
  );

/** One thing done; what it answers is what must be there afterwards. */
const JOBS: Readonly<Record<string, (ports: Ports) => () => Promise<string>>> = {
  import: (ports) => {
    const handlers = handlersOver(ports);
    return async () => (await handlers['import.bytes']({ name: '条款.txt', bytes: text() })).sourceId ?? '';
  },
  confirm: (ports) => {
    const handlers = handlersOver(ports);
    return async () => {
      const { sourceId = '' } = await handlers['import.bytes']({ name: '条款.txt', bytes: text() });
      const documents = [{ index: 0, title: `示例条款 ${randomUUID()}` }];
      const [saved] = await handlers['import.confirm']({ sourceId, documents });
      return saved?.versionId ?? '';
    };
  },
  letter: (ports) => {
    const handlers = handlersOver(ports);
    return async () => {
      const { templates } = await handlers['letters.list']({});
      const templateId = templates.findLast(({ source }) => source === 'imported')?.id ?? '';
      const letter = await handlers['letters.start']({ templateId });
      await handlers['letters.export']({ letterId: letter.id, seal: { shape: 'round-42', guides: true, seam: false } });
      return letter.id;
    };
  },
  backup:
    ({ store }) =>
    async () =>
      (await makeBackup(backupFolder(folder), (file) => store.backupTo(file), survey)).name,
};

/** Restores the newest of its own backups, writes on, and restores again. What stood before is said before. */
async function restoreAgainAndAgain(): Promise<void> {
  let store = open();
  say('ready');
  for (;;) {
    note(portsOver(store));
    say(`done ${store.ledger.tip()?.hash ?? ''}`);
    const { whole } = await backupsIn(backupFolder(folder), survey);
    const file = whole.find(({ kind }) => kind === 'ours')?.file ?? '';
    const present = { entries: store.ledger.count() };
    await prepareRestore(folder, { file, how: 'backup' }, { surveyor: survey, present });
    store.close();
    finishRestore(folder);
    store = open();
    tellRestored(portsOver(store));
  }
}

function note(ports: Ports): void {
  record(ports, {
    entry: { kind: 'settings-changed', subject: 'setting:test', payload: { at: randomUUID() } },
    write: () => undefined,
    changed: [],
  });
}

async function prepare(): Promise<void> {
  const store = open();
  const handlers = handlersOver(portsOver(store));
  await handlers['import.sample']({});
  await handlers['settings.saveCompany']({ company: COMPANY });
  await makeBackup(backupFolder(folder), (file) => store.backupTo(file), survey);
  store.close();
}

/** What the next start finds: it finishes what was begun, opens, and looks through everything that is there. */
async function look(): Promise<void> {
  finishRestore(folder);
  const store = open();
  tellRestored(portsOver(store));
  const faults = store.checkIntegrity();
  const heads = [...store.ledger.rows()].map(({ columns }) => columns.hash);
  const of = (kind: string) => store.ledger.latestOfKinds([kind], -1, 0).map(({ subject }) => subject.split(':')[1]);
  const versions = store.agreements.versions().map(({ id }) => id);
  const halves = [
    ...versions.filter((id) => !of('version-saved').includes(id)),
    ...of('version-saved').filter((id) => id === undefined || !versions.includes(id)),
    ...of('source-imported').filter((id) => id === undefined || store.sources.byId(id) === undefined),
    ...of('letter-exported').filter((id) => id === undefined || store.papers.byId(id) === undefined),
    ...store.ledger
      .latestOfKinds(['letter-exported'], -1, 0)
      .map(({ payload }) => (payload as { readonly sha256: string }).sha256)
      .filter((sha256) => store.attachments.get(sha256) === undefined),
  ];
  const database = await survey(join(folder, 'assent.sqlite'));
  const { whole, unusable } = await backupsIn(backupFolder(folder), survey);
  const unsound = whole.filter((backup) => !backup.survey.sound).map(({ name }) => name);
  const known = [
    ...heads,
    ...versions,
    ...of('source-imported'),
    ...of('letter-exported'),
    ...whole.flatMap(({ name, survey: found }) => [name, found.head?.hash ?? '']),
  ];
  store.close();
  say(JSON.stringify({ database, faults, halves, unusable, unsound, known, backups: whole.length }));
}

async function main(): Promise<void> {
  if (job === 'prepare') return prepare();
  if (job === 'look') return look();
  if (job === 'restore') return restoreAgainAndAgain();
  if (job === 'migration') {
    say('ready');
    open().close();
    say('done');
    return;
  }
  if (!existsSync(folder)) throw new Error(`no folder ${folder}`);
  const once = JOBS[job]?.(portsOver(open()));
  if (!once) throw new Error(`no job is called ${job}`);
  say('ready');
  for (;;) say(`done ${await once()}`);
}

await main();
