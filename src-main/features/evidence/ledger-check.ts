import { z } from 'zod';
import { type Sentence, sentence } from '../../agreement/sentence.ts';
import type { LedgerCheck, LedgerVerdict } from '../../contract/evidence.ts';
import { isGap } from '../../ledger/chain-report.ts';
import { verifyChain } from '../../ledger/chain.ts';
import { signatureVerifier } from '../../ledger/device-key.ts';
import type { ChainHead, LedgerEntry } from '../../ledger/entry.ts';
import { sha256, sha256Hex } from '../../ledger/node-digest.ts';
import { identityOf, integrityOf, timeOf } from '../../ledger/verdict.ts';
import type { RecordView } from '../../acceptance/record-view.ts';
import type { LedgerRow } from '../../store/ledger.ts';
import { happeningFaults } from './happening-check.ts';
import { sealedCopyFaults } from './sealed-copy-check.ts';
import type { AcceptanceRow } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';
import { readableRecord } from '../../kernel/kept-records.ts';
import { recordSubject } from '../../acceptance/record.ts';
import { devicePublicKeys } from '../../kernel/device-key.ts';
import { attachedTimestamps } from './timestamps.ts';
import { frozenWords } from '../../kernel/papers/members.ts';
import { putSetting, readSetting, type Setting, settingFault } from '../../kernel/papers/settings.ts';
import { type RecordKinds, unreadableRecords } from '../../kernel/papers/unreadable.ts';
import { type Fault, readingFaults } from './reading-check.ts';
import { SETTINGS } from '../../kernel/stored-names.ts';
import { subjectInWords } from './ledger-subjects.ts';

/** Entries that the check at start looks at: quick however long the ledger is. */
const TAIL = 200;
/** Where the ledger stood at the last full check without a fault. */
export const LAST_HEAD: Setting<ChainHead> = {
  name: SETTINGS.evidence.headChecked,
  schema: z.strictObject({ sequence: z.number(), hash: z.string() }),
};
/** What the last full check found. */
export const LAST_CHECK: Setting<LedgerCheck> = {
  name: SETTINGS.evidence.lastCheck,
  schema: z.strictObject({
    ok: z.boolean(),
    checked: z.number(),
    faults: z.array(z.strictObject({ sequence: z.number().exactOptional(), text: frozenWords })),
    at: z.string(),
  }),
};
/** A ledger that is broken throughout need not be told line by line. */
const MOST_FAULTS = 100;

const COLUMNS = ['sequence', 'at', 'kind', 'subject', 'previous', 'hash'] as const;

/**
 * Walks the whole ledger and says every fault with its place; what a full check found is kept with its date. No key is
 * noted anywhere yet, so that the ledger's own is as new as any other.
 */
export async function checkLedger(store: Store, at: string, kept: RecordKinds): Promise<LedgerVerdict> {
  const known = readable(store, LAST_HEAD);
  const found = await walk(store, { expectedHead: known });
  const faults = [
    ...found.faults,
    ...(await recordFaults(store, kept)),
    ...(await readingFaults(store)),
    ...unreadableFaults(store, kept),
  ];
  const check = asCheck(found.entries, faults, at);
  const ports = { store, now: () => new Date(at) };
  putSetting(ports, LAST_CHECK, check);
  if (check.ok && found.head) putSetting(ports, LAST_HEAD, found.head);
  return {
    ...check,
    integrity: integrityOf(faults.map(({ missing }) => ({ ok: false, ...(missing ? { missing } : {}) }))),
    identity: identityOf(found.keyId),
    time: timeOf(attachedTimestamps(store)),
  };
}

/** Checks the newest entries against the one before them. */
export async function checkTail(store: Store, at: string): Promise<LedgerCheck> {
  const head = store.ledger.head();
  const first = Math.max(1, (head?.sequence ?? 0) - TAIL + 1);
  const before = first === 1 ? undefined : store.ledger.at(first - 1);
  const from = before && { sequence: before.sequence, hash: before.hash };
  const { entries, faults } = await walk(store, { first, from });
  return asCheck(entries, faults, at);
}

/** What the last full check found. */
export function lastCheck(store: Store): LedgerCheck | undefined {
  return readable(store, LAST_CHECK);
}

/** What a check kept for the next one; nothing where that cannot be read, which the check itself tells. */
function readable<Value>(store: Store, setting: Setting<Value>): Value | undefined {
  return settingFault(store, setting) ? undefined : readSetting(store, setting);
}

function asCheck(checked: number, faults: readonly Fault[], at: string): LedgerCheck {
  const told = faults.slice(0, MOST_FAULTS).map(({ missing: _, ...fault }) => fault);
  return { ok: faults.length === 0, checked, faults: told, at };
}

async function walk(
  store: Store,
  {
    first = 1,
    from,
    expectedHead,
  }: {
    readonly first?: number;
    readonly from?: ChainHead | undefined;
    readonly expectedHead?: ChainHead | undefined;
  },
): Promise<{
  readonly entries: number;
  readonly faults: readonly Fault[];
  readonly head: ChainHead | undefined;
  /** The key that signed last. */
  readonly keyId: string | undefined;
}> {
  const columnFaults: Fault[] = [];
  const report = await verifyChain(entriesOf(store.ledger.rows(first), columnFaults), {
    digest: sha256,
    verifySignature: signatureVerifier(devicePublicKeys(store)),
    from,
    expectedHead,
  });
  const chainFaults = report.faults.map(({ kind, sequence, why }): Fault => ({
    sequence,
    text: why,
    ...(isGap(kind) ? { missing: true } : {}),
  }));
  const faults = [...chainFaults, ...columnFaults];
  return { entries: report.entries, faults, head: report.head, keyId: report.devices.at(-1) };
}

/** The entries, while the columns that lists and searches go by are compared with them. */
function* entriesOf(rows: Iterable<LedgerRow>, faults: Fault[]): Generator<unknown> {
  for (const { columns, stored } of rows) {
    const members = typeof stored === 'object' && stored !== null ? (stored as Partial<typeof columns>) : undefined;
    const differs = COLUMNS.filter((name) => members?.[name] !== columns[name]);
    if (members && differs.length > 0) faults.push(columnFault(columns.sequence, differs));
    yield stored;
  }
}

/** Every record has its entry with the same content, and every entry of a decision its record. */
async function recordFaults(store: Store, kept: RecordKinds): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  const own = new Set<string>();
  for (const row of store.acceptances.all()) {
    const [entry] = store.ledger.ofSubject(recordSubject(row.id));
    if (entry?.kind !== 'acceptance-decided') {
      if (isOwn(store, row.versionId)) faults.push({ text: unvouched(recordInWords(store, row.id, kept)) });
      else if (!readableRecord(store, row.id))
        faults.push({ text: recordUnreadable(recordInWords(store, row.id, kept)) });
      continue;
    }
    own.add(entry.subject);
    const fault = recordFault(store, row, entry, kept);
    if (fault) faults.push({ sequence: entry.sequence, text: fault });
    // Let the window breathe: a long register is checked beside the work.
    if (own.size % 200 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  const decided = store.ledger.latestOfKinds(['acceptance-decided'], -1, 0);
  for (const entry of decided) {
    const { subject, sequence } = entry;
    if (own.has(subject)) continue;
    faults.push({ sequence, text: recordGone(subjectInWords(store, entry, kept.papers)), missing: true });
  }
  const ours = (versionId: string): boolean => isOwn(store, versionId);
  return [...faults, ...happeningFaults(store, ours), ...sealedCopyFaults(store, ours)];
}

/** A record that was changed, or that is as it was written and yet in no form that can be read. */
function recordFault(
  store: Store,
  row: AcceptanceRow,
  entry: LedgerEntry,
  { papers }: RecordKinds,
): Sentence | undefined {
  const called = subjectInWords(store, entry, papers);
  const json = store.acceptances.json(row.id) ?? '';
  if (sha256Hex(json) !== entry.payloadHash) return recordChanged(called);
  const kept = readableRecord(store, row.id);
  if (!kept) return recordUnreadable(called);
  return saysSo(kept.record, row) ? undefined : recordChanged(called);
}

/** Whether the columns that lists go by say what the record says. */
function saysSo(record: RecordView, row: AcceptanceRow): boolean {
  return (
    record.id === row.id &&
    record.decision === row.decision &&
    record.version.id === row.versionId &&
    record.time.utc === row.decidedAt
  );
}

/** A colleague's decision stands in the colleague's ledger, not in this one. */
function isOwn(store: Store, versionId: string): boolean {
  const version = store.agreements.version(versionId);
  return version === undefined || store.agreements.agreement(version.agreementId)?.origin === 'own';
}

function columnFault(sequence: number, names: readonly string[]): Fault {
  return {
    sequence,
    text: sentence('evidence.ledger-check.columns-differ', { entry: sequence, names }),
  };
}

/** Records that no screen can show: something stands there that none of the shapes fits. */
function unreadableFaults(store: Store, kept: RecordKinds): readonly Fault[] {
  return unreadableRecords(store, kept).map(({ refusal }) => ({ text: refusal.sentence }));
}

const recordInWords = (store: Store, id: string, { papers }: RecordKinds): Sentence =>
  subjectInWords(store, { subject: recordSubject(id) }, papers);

const unvouched = (record: Sentence): Sentence => sentence('evidence.ledger-check.unvouched', { record });

const recordChanged = (record: Sentence): Sentence => sentence('evidence.ledger-check.record-changed', { record });

const recordUnreadable = (record: Sentence): Sentence =>
  sentence('evidence.ledger-check.record-unreadable', { record });

const recordGone = (record: Sentence): Sentence => sentence('evidence.ledger-check.record-gone', { record });
