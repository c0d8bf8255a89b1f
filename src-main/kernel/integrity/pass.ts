import { sentence } from '../../agreement/sentence.ts';
import type { Sentence } from '../../agreement/sentence.ts';
import { isGap } from '../../ledger/chain-report.ts';
import { verifyChain } from '../../ledger/chain.ts';
import { signatureVerifier } from '../../ledger/device-key.ts';
import type { ChainHead, LedgerEntry } from '../../ledger/entry.ts';
import { anchorChecks } from '../../ledger/integrity/anchors.ts';
import { examine } from '../../ledger/integrity/examine.ts';
import { sha256 } from '../../ledger/node-digest.ts';
import { type Anchor, type Check, identityOf, integrityOf, timeOf, type Verdict } from '../../ledger/verdict.ts';
import type { AcceptanceRow } from '../../store/records.ts';
import type { LedgerRow } from '../../store/ledger.ts';
import type { VersionRow } from '../../store/agreements.ts';
import type { Store } from '../../store/store.ts';
import type { RowColumns } from '../../store/written.ts';
import { beijingToday } from '../beijing-today.ts';
import { devicePublicKeys } from '../device-key.ts';
import { OWN, pinsOf } from './key-pins.ts';
import { PAPERS } from '../stored-names.ts';
import { type RecordKinds, unreadableRecords } from '../papers/unreadable.ts';
import { trustedRoots } from '../papers/timestamps.ts';
import { type BundlesTakenIn, bundlesTakenIn } from './bundles-taken-in.ts';
import type { Fault } from './fault.ts';
import { happeningFaults } from './happening-check.ts';
import { keptInStore } from './kept-in-store.ts';
import { readingFaults } from './reading-check.ts';
import { isOwn } from './own-version.ts';
import { letterFaults, recordRowFaults, stampFaults } from './record-rows.ts';
import { removalFaults } from './removal-check.ts';
import { type RowsChecked, rowFaults } from './row-check.ts';
import type { Covered } from './seals-by-row.ts';
import { sealedCopyFaults } from './sealed-copy-check.ts';
import { wordFaults } from './version-words.ts';

/** What is looked at. The chain is always walked whole. */
export interface PassScope {
  /** Entries whose texts, records and files are examined. */
  readonly entry: (entry: LedgerEntry) => boolean;
  /** Decisions whose rows are compared with their records. */
  readonly decision: (row: AcceptanceRow) => boolean;
}

export interface PassOptions {
  /** Heads that are known from outside of the file; a full check's own last head is one of them. */
  readonly anchors?: readonly Anchor[];
  readonly expectedHead?: ChainHead | undefined;
  /** Absent: everything, and all kinds of records besides. */
  readonly scope?: PassScope;
  /** Every kind of record, for a pass over everything. */
  readonly kinds?: RecordKinds;
}

/** What the pass found. */
export interface Passed extends Pick<Verdict, 'integrity' | 'identity' | 'time'> {
  readonly faults: readonly Fault[];
  /** What is no fault and yet worth reading. */
  readonly remarks: readonly Sentence[];
  /** What nothing can be held against: neither good nor bad. */
  readonly unchecked: readonly Sentence[];
  /** Which rows of before are held against a later entry: among the remarks, too. */
  readonly heldSince: readonly Sentence[];
  readonly entries: number;
  readonly head: ChainHead | undefined;
}

/** Entries between two breaths: a long ledger is checked beside the work. */
const AT_ONCE = 8;
/** Entries whose hash and signature are checked between two breaths. */
const ENTRIES_AT_ONCE = 64;
const VERSIONS_AT_ONCE = 50;
const COLUMNS = ['sequence', 'at', 'kind', 'subject', 'previous', 'hash'] as const;

/**
 * The one pass over the records: chain, signatures and the columns beside them; texts, structures, records, sources, files,
 * seconds and time stamps as `examine` holds them against the entries; what the rows of decisions, happenings, sealed copies
 * and letters say beside their entries. Nothing is written.
 */
export async function integrityPass(store: Store, options: PassOptions = {}): Promise<Passed> {
  const { scope, kinds, anchors = [], expectedHead } = options;
  const columns: Fault[] = [];
  const publicKeys = devicePublicKeys(store);
  const chain = await verifyChain(slowly(entriesOf(store.ledger.rows(), columns)), {
    digest: sha256,
    verifySignature: signatureVerifier(publicKeys),
    expectedHead,
  });
  const { verifyTimestamp } = await import('../../ledger/timestamp.ts');
  const roots = trustedRoots(store);
  const found = await examine(keptInStore(store), {
    digest: sha256,
    verifyTimestamp: (response, hash) => verifyTimestamp(response, { hash }, { roots, crypto: globalThis.crypto }),
    pause: breathing(AT_ONCE),
    only: scope?.entry,
  });
  const held = anchorChecks(anchors, (sequence) => hashAt(store, sequence), chain.head?.sequence ?? 0);
  const bundles = bundlesTakenIn(store);
  const all = await (scope ? besideDecisions(store, bundles) : everywhere(store, kinds, bundles));
  const rows = store.acceptances.all().filter((row) => scope?.decision(row) ?? true);
  const faults = [
    ...chain.faults.map(({ kind, sequence, why }): Fault => ({ ...told(sequence, why, isGap(kind)), about: 'chain' })),
    ...columns,
    ...found.findings.filter(isWrong).map(({ sequence, why, missing }): Fault => told(sequence, why, missing)),
    ...held.checks.map(({ why, missing }): Fault => told(undefined, why, missing)),
    ...(await recordRowFaults(store, rows, bundles)),
    ...all.faults,
  ];
  const heldSince = all.covered ? [coveredWords(all.covered)] : [];
  return {
    integrity: integrityOf(faults.map(({ missing }): Pick<Check, 'ok' | 'missing'> => faulty(missing))),
    identity: identityOf(chain.signer, pinsOf(store, OWN), chain.successors),
    time: timeOf(found.stamps, held.agree),
    faults,
    remarks: [
      ...heldSince,
      ...found.findings.flatMap(({ ok, remark, why }) => (ok === true && remark ? [why] : [])),
      ...chain.remarks.map(({ why }) => why),
    ],
    unchecked: all.uncovered > 0 ? [sentence('kernel.integrity.rows-uncovered', { count: all.uncovered })] : [],
    heldSince,
    entries: chain.entries,
    head: chain.head,
  };
}

type FoundBeside = Pick<RowsChecked, 'faults' | 'uncovered' | 'covered'>;

/** That what was before an entry was made for rows is not known. */
function coveredWords({ rows, first, last, at }: Covered): Sentence {
  const day = beijingToday(new Date(at));
  return first === last
    ? sentence('kernel.integrity.rows-held-since', { count: rows, entry: last, day })
    : sentence('kernel.integrity.rows-held-since-several', { count: rows, first, last, day });
}

/** What only a pass over everything looks at. */
async function everywhere(
  store: Store,
  kinds: RecordKinds | undefined,
  bundles: () => BundlesTakenIn,
): Promise<FoundBeside> {
  const own = (versionId: string): boolean => isOwn(store, versionId);
  const unvouched = await unvouchedVersions(store);
  const { faults, uncovered, covered } = await rowFaults(store, kinds?.papers ?? []);
  const found = [
    ...unvouched,
    ...happeningFaults(store, own, bundles),
    ...sealedCopyFaults(store, own),
    ...letterFaults(store),
    ...removalFaults(store, kinds?.papers ?? []),
    ...stampFaults(store),
    ...(await readingFaults(store)),
    ...(kinds ? unreadableRecords(store, kinds).map(({ refusal }): Fault => ({ text: refusal.sentence })) : []),
  ];
  // Where a row was changed, the checks of its kind say more than its seal.
  return { faults: [...found, ...faults], uncovered, covered };
}

/** What a decision that is handed out rests on beside its record: whose agreement and which text it is, and what stands of it. */
async function besideDecisions(store: Store, bundles: () => BundlesTakenIn): Promise<FoundBeside> {
  const own = (versionId: string): boolean => isOwn(store, versionId);
  const { faults } = await rowFaults(store, [], ({ table, columns }) => table !== 'paper' || tellsStanding(columns));
  return {
    faults: [...happeningFaults(store, own, bundles), ...sealedCopyFaults(store, own), ...faults],
    uncovered: 0,
    covered: undefined,
  };
}

const tellsStanding = ({ desk, kind }: RowColumns): boolean =>
  [PAPERS.letters.sealedCopy, PAPERS.letters.replacement].some((name) => name.desk === desk && name.kind === kind);

/** Own versions whose row has no entry, or says otherwise than it; a colleague's whose words are not those of its row. */
async function unvouchedVersions(store: Store): Promise<readonly Fault[]> {
  const breathe = breathing(VERSIONS_AT_ONCE);
  const faults: Fault[] = [];
  for (const id of store.agreements.versionIds()) {
    const version = store.agreements.version(id);
    if (version) faults.push(...(isOwn(store, id) ? versionFaults(store, version) : wordFaults(store, version)));
    await breathe();
  }
  return faults;
}

function versionFaults(store: Store, { id, title, ordinal, fingerprint }: VersionRow): readonly Fault[] {
  const saved = store.ledger.ofSubject(`version:${id}`).find(({ kind }) => kind === 'version-saved');
  const payload = (saved?.payload ?? {}) as Readonly<Record<string, unknown>>;
  const called = sentence('ledger.examine.text-called', { title, ordinal });
  if (!saved) return [{ text: sentence('kernel.integrity.version-unvouched', { called }), about: 'no-entry' }];
  const same = payload['fingerprint'] === fingerprint && payload['ordinal'] === ordinal && payload['title'] === title;
  return same ? [] : [told(saved.sequence, sentence('kernel.integrity.version-differs', { called }))];
}

const isWrong = ({ ok }: Check): boolean => ok !== true;

function told(sequence: number | undefined, text: Sentence, missing?: boolean): Fault {
  return { ...(sequence === undefined ? {} : { sequence }), text, ...(missing ? { missing: true } : {}) };
}

const faulty = (missing: true | undefined): Pick<Check, 'ok' | 'missing'> => ({
  ok: false,
  ...(missing ? { missing } : {}),
});

function hashAt(store: Store, sequence: number): string | undefined {
  for (const { columns } of store.ledger.rows(sequence))
    return columns.sequence === sequence ? columns.hash : undefined;
  return undefined;
}

function breathing(every: number): () => Promise<void> {
  let count = 0;
  return () => {
    count += 1;
    return count % every === 0 ? new Promise((resolve) => setImmediate(resolve)) : Promise.resolve();
  };
}

/** The same, with a breath now and then. */
async function* slowly(entries: Iterable<unknown>): AsyncGenerator<unknown> {
  const breathe = breathing(ENTRIES_AT_ONCE);
  for (const entry of entries) {
    yield entry;
    await breathe();
  }
}

/** The entries, while the columns that lists and searches go by are compared with them. */
export function* entriesOf(rows: Iterable<LedgerRow>, faults: Fault[]): Generator<unknown> {
  for (const { columns, stored } of rows) {
    const members = typeof stored === 'object' && stored !== null ? (stored as Partial<typeof columns>) : undefined;
    const differs = COLUMNS.filter((name) => members?.[name] !== columns[name]);
    if (members && differs.length > 0)
      faults.push({
        sequence: columns.sequence,
        text: sentence('evidence.ledger-check.columns-differ', { entry: columns.sequence, names: differs }),
        about: 'chain',
      });
    yield stored;
  }
}
