import { say, sentence } from '../agreement/sentence.ts';
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { hostname, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { Refusal } from '../agreement/refusal.ts';
import { NO_ANCHORS } from '../kernel/backup/anchors.ts';
import { demoJob } from '../kernel/demo/demo-job.ts';
import { type Rehearsal, rehearsalIn } from '../kernel/demo/rehearsal.ts';
import { handlers } from '../handlers.ts';
import { ledgerWriter } from '../kernel/ledger-writer.ts';
import { atOnce } from '../agreement/at-once.ts';
import { readingAnyLog } from '../kernel/logs/log-job.ts';
import type { Ports } from '../kernel/ports.ts';
import { importSource } from '../import/source.ts';
import { setPlain } from '../pdf/plain/plain.ts';
import { beginIn } from '../kernel/preferences.ts';
import { openCopyIn, openRecords } from '../kernel/open-records.ts';
import { type Command, type CommandContext, UsageError } from './command.ts';

/** better-sqlite3 is built for Node-API 10 and ends the process on an older one instead of saying so. */
const NODE_API_NEEDED = 10;
const ASSETS = join(__dirname, '..', 'assets');
/** The demo's own records; left beside the papers, so that they can be looked at. */
const RECORDS = 'records';

/** `demo OUT`: the whole main job on the sample set without a window; papers are set by the plain page setter. */
export const command: Command = {
  usage: { synopsis: 'assent demo OUT [--json] [--lang=zh|en]' },
  async run(context) {
    const [out] = context.args;
    if (out === undefined || context.args.length > 1) throw new UsageError(sentence('cli.demo.one-folder'));
    refuseOldNode();
    const folder = resolve(out);
    const records = join(folder, RECORDS);
    await rm(records, { recursive: true, force: true });
    await mkdir(records, { recursive: true });
    const rehearsal = rehearsalIn(folder, ASSETS, context.language, context.now);
    const ports = plainPorts(records, rehearsal, context);
    const adverse = await withClosing(ports, async () => {
      const all = handlers(ports);
      beginIn(ports, context.language);
      await demoJob(all, rehearsal, () => Promise.resolve());
      const { lines } = await all['evidence.adverse']({ scope: { kind: 'everything' } });
      return lines.map(({ text }) => say(text, context.language));
    });
    const made = (await readdir(folder)).filter((name) => name !== RECORDS).sort();
    context.print(
      context.json
        ? JSON.stringify({ folder, files: made, adverse }, undefined, 2)
        : [
            folder,
            ...made.map((name) => `  ${name}`),
            ...(adverse.length === 0 ? [] : [say(sentence('evidence.adverse.title'), context.language)]),
            ...adverse.map((text) => `  ${text}`),
          ].join('\n'),
    );
    return 0;
  },
};

async function withClosing<Made>({ store }: Ports, work: () => Promise<Made>): Promise<Made> {
  try {
    return await work();
  } finally {
    store.close();
  }
}

function plainPorts(records: string, { files, monotonic, now }: Rehearsal, { language }: CommandContext): Ports {
  const binding = process.env['ASSENT_SQLITE_BINDING'];
  const store = openRecords(records, {
    copyBefore: (migration) => join(records, `before-${migration}.sqlite`),
    ...(binding === undefined ? {} : { nativeBinding: binding }),
  });
  const offsetMinutes = (): number => -now().getTimezoneOffset();
  return {
    store,
    now,
    monotonic,
    offsetMinutes,
    newId: randomUUID,
    parse: (bytes, name, { signal: _, ...how }) =>
      importSource(bytes, name, { resources: join(ASSETS, 'pdfjs'), ...how }),
    readLog: (log) => Promise.resolve(atOnce(readingAnyLog(log))),
    readScan: async (files, prints, progress) => {
      const { readScan } = await import('../pdf/scan/read.ts');
      return readScan(files, prints, { progress, resources: join(ASSETS, 'pdfjs') });
    },
    files,
    openCopy: (bytes) =>
      openCopyIn(mkdtempSync(join(records, 'copy-')), bytes, binding === undefined ? {} : { nativeBinding: binding }),
    folder: {
      choose: () => Promise.resolve(undefined),
      exists: () => false,
      watch: () => false,
      stop: () => undefined,
    },
    print: { toPdf: setPlain, dialog: () => Promise.resolve(false) },
    keychain: { available: false, seal: noKeychain, open: noKeychain },
    picture: () => Promise.resolve(undefined),
    openedFile: () => Promise.resolve(undefined),
    backups: NO_BACKUPS,
    support: { fileCheck: () => ({ state: 'running' }), openLog: noSupport, report: noSupport },
    environment: {
      app: 'cli',
      build: `cli ${process.platform}-${process.arch}`,
      runtime: `Node ${process.versions.node}`,
      osUser: userInfo().username,
      device: hostname(),
      locale: language === 'zh' ? 'zh-CN' : 'en',
      folder: records,
    },
    emit: () => undefined,
    ledger: ledgerWriter({ store, now, offsetMinutes, signer: () => undefined, clock: 'rehearsal' }),
    anchorKeeper: NO_ANCHORS,
    useDeviceKey: () => undefined,
    applyPreferences: () => undefined,
  };
}

function noKeychain(): never {
  throw new Error('the command line has no keychain');
}

function noSupport(): never {
  throw new Error('the command line has no log');
}

const noBackups = (): never => {
  throw new Error('the demo makes no backups');
};
const NO_BACKUPS: Ports['backups'] = {
  overview: () => Promise.resolve({ backups: [], unusable: 0 }),
  make: noBackups,
  copyNewest: noBackups,
  restore: noBackups,
  restoreFile: noBackups,
  chooseSecond: noBackups,
  forgetSecond: noBackups,
  moveOut: noBackups,
  openFolder: noBackups,
};

function refuseOldNode(): void {
  if (Number(process.versions.napi) >= NODE_API_NEEDED || process.env['ASSENT_SQLITE_BINDING'] !== undefined) return;
  throw new Refusal(
    'node-too-old',
    sentence('cli.demo.node-too-old', { node: process.versions.node }),
    sentence('cli.demo.node-too-old.next'),
  );
}
