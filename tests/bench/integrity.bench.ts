import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { canonicalText } from '../../src-main/agreement/canonical.ts';
import type { AgreementDocument, Clause } from '../../src-main/agreement/model.ts';
import { checkLedger } from '../../src-main/features/evidence/ledger-check.ts';
import { ledgerWriter } from '../../src-main/kernel/ledger-writer.ts';
import { record } from '../../src-main/kernel/record.ts';
import { canonicalJson } from '../../src-main/ledger/canonical-json.ts';
import { createDeviceKey } from '../../src-main/ledger/device-key.ts';
import { sha256Hex } from '../../src-main/ledger/node-digest.ts';
import { RECORD_KINDS } from '../../src-main/record-kinds.ts';
import { openStore } from '../../src-main/store/store.ts';

const SIZES = [1_000, 3_000, 10_000] as const;
const CLAUSES = 30;
const AT = '2026-11-23T00:00:00.000Z';

/**
 * The pass over everything, of 1,000 to 10,000 saved versions of 30 clauses, each with its signed entry: how long it takes in all,
 * and for how long at a time it lets nothing else run in its process (the window's calls wait for that).
 */
export default async function integrityBench(): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'assent-bench-'));
  const store = openStore(join(folder, 'assent.sqlite'));
  const { key } = createDeviceKey({ keychain: { seal: (secret) => secret, open: (sealed) => sealed } });
  const now = (): Date => new Date(AT);
  const ledger = ledgerWriter({ store, now, offsetMinutes: () => 480, signer: () => key });
  const ports = { store, now, ledger, emit: () => undefined };
  try {
    const bytes = new Uint8Array([1]);
    const sourceId = randomUUID();
    record(ports, {
      entry: { kind: 'key-created', subject: 'device:keys', payload: { id: key.id, publicKey: key.publicKey } },
      write: () =>
        store.sources.add({ id: sourceId, name: 's.txt', bytes, sha256: sha256Hex(bytes), origin: 'own', at: AT }),
      changed: [],
    });
    const runs: Record<string, unknown>[] = [];
    let saved = 0;
    for (const size of SIZES) {
      while (saved < size) {
        const until = Math.min(size, saved + 500);
        store.transaction(() => {
          for (; saved < until; saved += 1) save(ports, sourceId, saved);
        });
      }
      runs.push({ versions: size, entries: store.ledger.count(), ...(await measured(store)) });
    }
    return { name: 'integrity', runs };
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measured(store: ReturnType<typeof openStore>): Promise<Record<string, unknown>> {
  const pauses: number[] = [];
  let last = performance.now();
  let running = true;
  const tick = (): void => {
    const at = performance.now();
    pauses.push(at - last);
    last = at;
    if (running) setImmediate(tick);
  };
  setImmediate(tick);
  const before = performance.now();
  const { ok, faults } = await checkLedger(store, AT, RECORD_KINDS);
  const ms = performance.now() - before;
  running = false;
  if (!ok) throw new Error(JSON.stringify(faults.slice(0, 3)));
  pauses.sort((a, b) => a - b);
  const at = (share: number): number => Math.round((pauses[Math.floor((pauses.length - 1) * share)] ?? 0) * 10) / 10;
  return {
    seconds: Math.round(ms / 100) / 10,
    longestBlockMs: at(1),
    blockP99Ms: at(0.99),
    over50ms: pauses.filter((one) => one > 50).length,
  };
}

type RecordPorts = Parameters<typeof record>[0];

function save(ports: RecordPorts, sourceId: string, index: number): void {
  const { store } = ports;
  const document = documentOf(index);
  const [id, agreementId] = [randomUUID(), randomUUID()];
  const { title, fingerprint } = document;
  record(ports, () => {
    store.agreements.addAgreement({ id: agreementId, title, kind: 'terms', origin: 'own', createdAt: AT });
    const version = { id, agreementId, title, fingerprint, sourceId, conspicuous: 0, savedAt: AT };
    const { ordinal, reading } = store.agreements.addVersion(
      version,
      { document, reader: 'bench' },
      canonicalText(document),
    );
    const structure = sha256Hex(canonicalJson(document));
    return {
      entry: {
        kind: 'version-saved',
        subject: `version:${id}`,
        payload: { agreement: agreementId, title, ordinal, fingerprint, structure, reading, source: sourceId },
      },
      write: () => undefined,
      changed: [],
    };
  });
}

function documentOf(index: number): AgreementDocument {
  const clauses = Array.from({ length: CLAUSES }, (_, place): Clause => ({
    id: `c${place}`,
    number: String(place + 1),
    level: 1,
    role: 'clause',
    text: `乙方应当在收到账单后十五日内付款，服务可用性不低于 99.95%，因不可抗力造成的中断不承担责任（${index}-${place}）。`,
    emphasis: [],
    tags: [],
    lines: [place + 1, place + 1],
  }));
  const document: AgreementDocument = {
    title: `示例服务条款 ${index}`,
    kind: 'terms',
    language: 'zh',
    fingerprint: '',
    lines: [1, CLAUSES],
    repairs: [],
    clauses,
    tables: [],
    facts: [],
    blanks: [],
  };
  return { ...document, fingerprint: sha256Hex(canonicalText(document)) };
}
