import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { recordSubject } from '../../src-main/acceptance/record.ts';
import { read } from '../../src-main/agreement/read.ts';
import { canonicalText } from '../../src-main/agreement/canonical.ts';
import { recordDecision } from '../../src-main/features/review/decision.ts';
import { settleNotices } from '../../src-main/features/notices/notice-moves.ts';
import { ledgerWriter } from '../../src-main/kernel/ledger-writer.ts';
import type { Ports } from '../../src-main/kernel/ports.ts';
import { importSource } from '../../src-main/import/source.ts';
import { createDeviceKey } from '../../src-main/ledger/device-key.ts';
import { sha256Hex } from '../../src-main/ledger/node-digest.ts';
import { openStore, type Store } from '../../src-main/store/store.ts';

const SAMPLE = 'assets/sample/zh/1-示例云网络服务条款.txt';
const ROUNDS = 20;
const PER_ROUND = 15;
const GROWTH = [0, 1_500] as const;
const GROWTH_SAMPLE = 60;
/** A printed text of twenty pages. */
const RENDERING_BYTES = 250_000;

/**
 * Durable acceptances per second: one transaction each with record, ledger entry, signature and printed text, at
 * synchronous=FULL. `toBare` is the share of what bare better-sqlite3 manages that inserts the very same bytes into the
 * very same tables, measured in turns in the same run; 1 is as fast. `growth` is how many times longer one takes when
 * 1,500 are there already.
 */
export default async function acceptanceBench(): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'assent-bench-'));
  try {
    const { store, ports, versionId, companyId } = await prepared(join(folder, 'assent.sqlite'));
    const bare = bareTables(join(folder, 'bare.sqlite'));
    const times = { desk: [] as number[], bare: [] as number[] };
    const one = (index: number): void => {
      const rendering = Buffer.alloc(RENDERING_BYTES, `%PDF-1.7 ${index} `);
      recordDecision(ports, settleNotices, click(versionId, companyId), rendering);
    };
    one(-1);
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = store.ledger.head()?.sequence ?? 0;
      times.desk.push(timed(PER_ROUND, (index) => one(round * PER_ROUND + index)));
      const rows = writtenAfter(store, before);
      times.bare.push(timed(rows.length, (index) => bare.insert(rows[index])));
    }
    const growth: number[] = [];
    let there = ROUNDS * PER_ROUND + 1;
    for (const size of GROWTH) {
      for (; there < size; there += 1) one(there);
      growth.push(timed(GROWTH_SAMPLE, () => one((there += 1))));
    }
    bare.close();
    store.close();
    const [desk, plain] = [median(times.desk), median(times.bare)];
    return {
      name: 'durable acceptances',
      perSecond: Math.round(1000 / desk),
      barePerSecond: Math.round(1000 / plain),
      toBare: round2(plain / desk),
      growth: round2((growth[1] ?? 0) / (growth[0] ?? 1)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Row {
  readonly acceptance: readonly [string, string, string, string, string];
  readonly ledger: readonly [number, string, string, string, string, string, string];
  readonly attachment: readonly [string, string, string, Buffer, string];
}

/** What the desk wrote, as the parameters of bare inserts. */
function writtenAfter(store: Store, sequence: number): readonly Row[] {
  return store.ledger.from(sequence + 1, 10_000).flatMap((entry): readonly Row[] => {
    const id = entry.subject.slice(recordSubject('').length);
    const row = store.acceptances.byId(id);
    const record = store.acceptances.json(id);
    if (!row || record === undefined) return [];
    const { renderedPdf } = (JSON.parse(record) as { hashes: { renderedPdf: string } }).hashes;
    const bytes = Buffer.from(store.attachments.bytes(renderedPdf) ?? []);
    const { at, kind, subject, previous, hash } = entry;
    return [
      {
        acceptance: [row.id, row.versionId, row.decision, record, row.decidedAt],
        ledger: [entry.sequence, at, kind, subject, previous, hash, JSON.stringify(entry)],
        attachment: [renderedPdf, 'printed.pdf', 'application/pdf', bytes, at],
      },
    ];
  });
}

/** The same three tables and indices, with nothing but the driver in front of them. */
function bareTables(path: string) {
  const schema = readFileSync('src-main/store/migrations/0001-records.sql', 'utf8');
  const database = new Sqlite(path);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec(schema);
  const acceptance = database.prepare('INSERT INTO acceptance VALUES (?, ?, ?, ?, ?)');
  const ledger = database.prepare('INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?, ?)');
  const attachment = database.prepare('INSERT INTO attachment VALUES (?, ?, ?, ?, ?)');
  const all = database.transaction((row: Row) => {
    attachment.run(...row.attachment);
    acceptance.run(...row.acceptance);
    ledger.run(...row.ledger);
  });
  database.pragma('foreign_keys = OFF');
  return { insert: (row: Row | undefined) => row && all.immediate(row), close: () => database.close() };
}

async function prepared(path: string) {
  const store = openStore(path);
  const bytes = new Uint8Array(readFileSync(SAMPLE));
  const [document] = read(await importSource(bytes, 'a.txt')).documents;
  if (!document) throw new Error('the sample has no document');
  const [sourceId, agreementId, versionId, companyId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const at = new Date().toISOString();
  store.sources.add({ id: sourceId, name: 'a.txt', bytes, sha256: sha256Hex(bytes), origin: 'own', at });
  store.agreements.addAgreement({
    id: agreementId,
    title: document.title,
    kind: document.kind,
    origin: 'own',
    createdAt: at,
  });
  const version = { id: versionId, agreementId, title: document.title, fingerprint: document.fingerprint, sourceId };
  store.agreements.addVersion(
    { ...version, conspicuous: 10, savedAt: at },
    { document, reader: 'bench' },
    canonicalText(document),
  );
  const company = { name: '示例远航科技有限公司', creditCode: '91330106MA2CFLDG4R' };
  store.papers.add({
    id: companyId,
    desk: 'settings',
    kind: 'company',
    state: 'kept',
    body: { company },
    createdAt: at,
  });
  const { key } = createDeviceKey({ keychain: { seal: (secret) => secret, open: (sealed) => sealed } });
  const now = (): Date => new Date();
  const offsetMinutes = (): number => 480;
  const environment = {
    app: '0.1.0',
    build: '0.1.0 linux-x64',
    runtime: 'Electron 45',
    osUser: 'bench',
    device: 'bench',
    locale: 'zh-CN',
    folder: '~',
  };
  const ledger = ledgerWriter({ store, now, offsetMinutes, signer: () => key });
  const ports = { store, now, offsetMinutes, newId: randomUUID, emit: () => undefined, ledger, environment };
  return { store, ports: ports as unknown as Ports, versionId, companyId };
}

const click = (versionId: string, companyId: string) =>
  ({
    versionId,
    companyId,
    decision: 'declined',
    reason: '待法务确认',
    person: '陈远',
    role: '总经理',
    basis: 'legal-representative',
    language: 'zh',
  }) as const;

/** Milliseconds for each of `count`. */
function timed(count: number, work: (index: number) => void): number {
  const before = performance.now();
  for (let index = 0; index < count; index += 1) work(index);
  return (performance.now() - before) / count;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const round2 = (value: number): number => Math.round(value * 100) / 100;
