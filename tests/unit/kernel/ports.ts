import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Language } from '../../../src-main/agreement/sentence.ts';
import type { ContractHandlers } from '../../../src-main/contract/index.ts';
import { openCopyIn } from '../../../src-main/kernel/open-records.ts';
import { handlers as handlersOver } from '../../../src-main/handlers.ts';
import { NO_ANCHORS } from '../../../src-main/kernel/backup/anchors.ts';
import { ledgerWriter } from '../../../src-main/kernel/ledger-writer.ts';
import type { ChosenFile, Ports } from '../../../src-main/kernel/ports.ts';
import { importSource } from '../../../src-main/import/source.ts';
import { atOnce } from '../../../src-main/agreement/at-once.ts';
import { readingAnyLog } from '../../../src-main/kernel/logs/log-job.ts';
import { readScan } from '../../../src-main/pdf/scan/read.ts';
import { openStore, type Store } from '../../../src-main/store/store.ts';

const SAMPLES = fileURLToPath(new URL('../../../assets/sample', import.meta.url));

/** The sample set that the product ships in a language, as files. */
export function samples(language: Language = 'zh'): readonly ChosenFile[] {
  return readdirSync(join(SAMPLES, language))
    .sort()
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(SAMPLES, language, name))) }));
}

let sampled: Promise<string> | undefined;

async function importedSamples(): Promise<string> {
  const desk = new AppUnderTest();
  await desk.handlers['import.sample']({});
  const records = join(mkdtempSync(join(tmpdir(), 'assent-samples-')), 'assent.sqlite');
  await desk.store.backupTo(records);
  desk.end();
  return records;
}

/** The desks over a real store in a temporary folder, the real reading, and a machine that does as it is told. */
export class AppUnderTest {
  readonly folder = mkdtempSync(join(tmpdir(), 'assent-desk-'));
  /** The time that every port tells; set it to go on. */
  now = new Date('2026-11-23T02:00:00.000Z');
  /** In which language the sample set is. */
  language: Language = 'zh';
  /** Milliseconds of the clock that only goes forward. */
  elapsed = 0;
  /** What the next open dialogs answer. */
  chosen: ChosenFile[] = [];
  /** What was saved by the save dialog. */
  readonly saved: ChosenFile[] = [];
  readonly changes: string[] = [];
  /** Given to the desk when its watched folder brings something. */
  found: ((files: readonly ChosenFile[], lookedAt: string) => Promise<void>) | undefined;
  /** Names of the pages that the desk wants from its watched folder whatever their time. */
  again: (() => readonly string[]) | undefined;
  /** The folder that the folder dialog answers with. */
  chosenFolder: string | undefined;
  store: Store;
  ports: Ports;
  handlers: ContractHandlers;

  /** With the sample set in its library: imported once for all tests of a file, copied for each. */
  static async withSamples(): Promise<AppUnderTest> {
    sampled ??= importedSamples();
    return new AppUnderTest(await sampled);
  }

  constructor(records?: string) {
    if (records !== undefined) copyFileSync(records, join(this.folder, 'assent.sqlite'));
    this.store = openStore(join(this.folder, 'assent.sqlite'));
    this.ports = this.#ports();
    this.handlers = handlersOver(this.ports);
  }

  /** Lets seconds pass, by both clocks. */
  pass(seconds: number): void {
    this.elapsed += seconds * 1000;
    this.now = new Date(this.now.getTime() + seconds * 1000);
  }

  /** As after a restart of the app; `meanwhile` is done while nothing has the records open. */
  restart(meanwhile: () => void = () => undefined): void {
    this.store.close();
    meanwhile();
    this.store = openStore(join(this.folder, 'assent.sqlite'));
    this.ports = this.#ports();
    this.handlers = handlersOver(this.ports);
  }

  end(): void {
    this.store.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The id of the agreement whose title has these words, and of its versions, oldest first. */
  agreement(words: string): { readonly id: string; readonly versions: readonly string[] } {
    const agreement = this.store.agreements.agreements().find(({ title }) => title.includes(words));
    if (!agreement) throw new Error(`no agreement is called ${words}`);
    return { id: agreement.id, versions: this.store.agreements.versionsOf(agreement.id).map(({ id }) => id) };
  }

  /** A person says that a version was accepted at the provider on a day. */
  conclude(versionId: string, on = '2026-01-01'): void {
    const conclusion = { kind: 'made', how: 'clicked-at-provider', on } as const;
    void this.handlers['review.conclude']({ by: '陈远', answers: [{ versionId, conclusion }] });
  }

  #ports(): Ports {
    const { store } = this;
    const now = (): Date => this.now;
    const offsetMinutes = (): number => 480;
    const known: Omit<Ports, 'picture' | 'openedFile'> = {
      store,
      now,
      monotonic: () => this.elapsed,
      offsetMinutes,
      newId: randomUUID,
      parse: (bytes, name, { signal: _, ...how }) => importSource(bytes, name, how),
      readLog: (log) => Promise.resolve(atOnce(readingAnyLog(log))),
      readScan: (files, prints, progress) => readScan(files, prints, { progress }),
      files: {
        choose: () => Promise.resolve(this.chosen.splice(0)),
        dropped: () => Promise.resolve(this.chosen.splice(0)),
        save: ({ name, bytes }) => {
          this.saved.push({ name, bytes });
          return Promise.resolve(name);
        },
        saveAll: ({ files }) => {
          this.saved.push(...files);
          return Promise.resolve({ folder: 'saved' });
        },
        samples: (language = this.language) => Promise.resolve(samples(language)),
        asset: () => Promise.reject(new Error('no assets here')),
      },
      openCopy: (bytes) => openCopyIn(mkdtempSync(join(tmpdir(), 'assent-copy-')), bytes, {}),
      folder: {
        choose: () => Promise.resolve(this.chosenFolder),
        exists: () => true,
        watch: (_path, { again }, found) => {
          this.found = found;
          this.again = again;
          return true;
        },
        stop: () => {
          this.found = undefined;
        },
      },
      print: {
        toPdf: () => Promise.reject(new Error('no printer here')),
        dialog: () => Promise.resolve(false),
      },
      keychain: {
        available: false,
        seal: () => {
          throw new Error('no keychain here');
        },
        open: () => {
          throw new Error('no keychain here');
        },
      },
      backups: {
        overview: () => Promise.resolve({ backups: [], unusable: 0 }),
        make: () => Promise.reject(new Error('no backups here')),
        copyNewest: () => Promise.reject(new Error('no backups here')),
        restore: () => Promise.reject(new Error('no backups here')),
        restoreFile: () => Promise.reject(new Error('no backups here')),
        chooseSecond: () => Promise.reject(new Error('no backups here')),
        forgetSecond: () => undefined,
        moveOut: () => Promise.reject(new Error('no backups here')),
        openFolder: () => undefined,
      },
      support: {
        fileCheck: () => ({ state: 'running' }),
        openLog: () => undefined,
        report: () => 'test',
      },
      environment: {
        app: 'test',
        build: 'test',
        runtime: 'test',
        osUser: 'test',
        device: 'test',
        locale: 'zh-CN',
        folder: this.folder,
      },
      emit: (name, payload) => {
        if (name === 'changed') this.changes.push(...(payload as { readonly features: readonly string[] }).features);
      },
      ledger: ledgerWriter({ store, now, offsetMinutes, signer: () => undefined }),
      anchorKeeper: NO_ANCHORS,
      useDeviceKey: () => undefined,
      applyPreferences: () => undefined,
    };
    return {
      ...known,
      picture: () => Promise.resolve(undefined),
      openedFile: () => Promise.resolve(undefined),
    };
  }
}
