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
import type { AcceptanceRow } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';
import { readableRecord } from '../../kernel/kept-records.ts';
import { recordSubject } from '../../acceptance/record.ts';
import { devicePublicKeys } from '../../kernel/device-key.ts';
import { attachedTimestamps } from './timestamps.ts';
import { type Fault, readingFaults } from './reading-check.ts';
import { SETTINGS } from '../../kernel/stored-names.ts';

/** Entries that the check at start looks at: quick however long the ledger is. */
const TAIL = 200;
const { headChecked: LAST_HEAD, lastCheck: LAST_CHECK } = SETTINGS.evidence;
/** A ledger that is broken throughout need not be told line by line. */
const MOST_FAULTS = 100;

const COLUMNS = ['sequence', 'at', 'kind', 'subject', 'previous', 'hash'] as const;

/**
 * Walks the whole ledger and says every fault with its place; what a full check found is kept with its date. No key is
 * noted anywhere yet, so that the ledger's own is as new as any other.
 */
export async function checkLedger(store: Store, at: string): Promise<LedgerVerdict> {
  const known = store.settings.get<ChainHead>(LAST_HEAD);
  const found = await walk(store, { expectedHead: known });
  const faults = [...found.faults, ...(await recordFaults(store)), ...(await readingFaults(store))];
  const check = asCheck(found.entries, faults, at);
  store.settings.put(LAST_CHECK, check, at);
  if (check.ok && found.head) store.settings.put(LAST_HEAD, found.head, at);
  return {
    ...check,
    integrity: integrityOf(faults.map(({ missing }) => ({ ok: false, ...(missing ? { missing } : {}) }))),
    identity: identityOf(found.keyId),
    time: timeOf(attachedTimestamps(store)),
  };
}

/** Checks the newest entries against the one before them. */
export async function checkTail(store: Store, at: string): Promise<LedgerCheck> {
  const head = store.ledger.head<LedgerEntry>();
  const first = Math.max(1, (head?.sequence ?? 0) - TAIL + 1);
  const before = first === 1 ? undefined : store.ledger.at<LedgerEntry>(first - 1);
  const from = before && { sequence: before.sequence, hash: before.hash };
  const { entries, faults } = await walk(store, { first, from });
  return asCheck(entries, faults, at);
}

/** What the last full check found. */
export function lastCheck(store: Store): LedgerCheck | undefined {
  return store.settings.get<LedgerCheck>(LAST_CHECK);
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
  const report = await verifyChain(entriesOf(store.ledger.rows<LedgerEntry>(first), columnFaults), {
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
function* entriesOf(rows: Iterable<LedgerRow<LedgerEntry>>, faults: Fault[]): Generator<unknown> {
  for (const { columns, entry } of rows) {
    const differs = COLUMNS.filter((name) => entry?.[name] !== columns[name]);
    if (entry && differs.length > 0) faults.push(columnFault(columns.sequence, differs));
    yield entry;
  }
}

/** Every record has its entry with the same content, and every entry of a decision its record. */
async function recordFaults(store: Store): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  const own = new Set<string>();
  for (const row of store.acceptances.all()) {
    const [entry] = store.ledger.ofSubject<LedgerEntry>(recordSubject(row.id));
    if (entry?.kind !== 'acceptance-decided') {
      if (isOwn(store, row.versionId)) faults.push({ text: unvouched(row.id) });
      else if (!readableRecord(store, row.id)) faults.push({ text: recordUnreadable(row.id) });
      continue;
    }
    own.add(entry.subject);
    const fault = recordFault(store, row, entry);
    if (fault) faults.push({ sequence: entry.sequence, text: fault });
    // Let the window breathe: a long register is checked beside the work.
    if (own.size % 200 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  const decided = store.ledger.latestOfKinds<LedgerEntry>(['acceptance-decided'], -1, 0);
  for (const { subject, sequence } of decided)
    if (!own.has(subject)) faults.push({ sequence, text: recordGone(subject), missing: true });
  return faults;
}

/** A record that was changed, or that is as it was written and yet in no form that can be read. */
function recordFault(store: Store, row: AcceptanceRow, entry: LedgerEntry): Sentence | undefined {
  const json = store.acceptances.json(row.id) ?? '';
  if (sha256Hex(json) !== entry.payloadHash) return recordChanged(row.id);
  const kept = readableRecord(store, row.id);
  if (!kept) return recordUnreadable(row.id);
  return saysSo(kept.record, row) ? undefined : recordChanged(row.id);
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

const unvouched = (id: string): Sentence => sentence('evidence.ledger-check.unvouched', { id });

const recordChanged = (id: string): Sentence => sentence('evidence.ledger-check.record-changed', { id });

const recordUnreadable = (id: string): Sentence => sentence('evidence.ledger-check.record-unreadable', { id });

const recordGone = (subject: string): Sentence => sentence('evidence.ledger-check.record-gone', { subject });
