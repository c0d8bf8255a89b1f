import type { ExhibitKind } from '../../../contract/evidence/court.ts';
import { canonicalJson, type JsonValue } from '../../../ledger/canonical-json.ts';
import type { LedgerEntry } from '../../../ledger/entry.ts';
import { isObject } from '../../../ledger/open-bundle.ts';
import { said } from './exhibit-groups.ts';

/** What of a piece of evidence nobody took back, oldest first; empty where all of it was. */
export function notTakenBack(kind: ExhibitKind, entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  switch (kind) {
    case 'dispatch':
      return withoutUndone(entries);
    case 'order':
    case 'letter':
      return entries.at(-1)?.kind.endsWith('-removed') === true ? [] : entries;
    case 'invoice':
      return standingInvoices(entries);
    case 'log':
      return isLogRemoved(entries) ? [] : entries;
    // That nobody told of an acceptance yet is no acceptance.
    case 'conclusion':
      return entries.every((entry) => entry.kind === 'acceptance-not-yet') ? [] : entries;
    default:
      return entries;
  }
}

/** Steps that were taken back prove nothing; the ledger's words still tell of both. */
function withoutUndone(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const standing: LedgerEntry[] = [];
  for (const entry of entries) {
    if (entry.kind === 'case-step-undone') standing.pop();
    else standing.push(entry);
  }
  return standing;
}

/**
 * Of a request with several invoices those that are still kept, each as it was kept last and with the words about its taking back that
 * nobody undid; and what was said of the request itself.
 */
function standingInvoices(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const removed = new Set<string>();
  const standing: LedgerEntry[] = [];
  const lastOf = (kind: string, invoice: string): number =>
    standing.findLastIndex((entry) => entry.kind === kind && said(entry, 'invoice') === invoice);
  for (const entry of entries) {
    if (entry.kind === 'invoice-removed') removed.add(said(entry, 'paper'));
    if (entry.kind === 'invoice-restored') removed.delete(said(entry, 'paper'));
    const undoes = entry.kind === 'red-letter-told' && said(entry, 'how') === 'undone';
    const instead = entry.kind === 'invoice-kept' || undoes ? lastOf(entry.kind, said(entry, 'invoice')) : -1;
    if (instead >= 0) standing.splice(instead, 1);
    if (!undoes) standing.push(entry);
  }
  return standing.filter((entry) => !removed.has(said(entry, 'invoice') || said(entry, 'paper')));
}

/** Whether every row that a log brought in was removed, one by one or all at once. */
function isLogRemoved(entries: readonly LedgerEntry[]): boolean {
  const signed = (entry: LedgerEntry): number => (entry.kind.endsWith('-removed') ? -rowCount(entry) : rowCount(entry));
  return (
    entries.some(({ kind }) => kind.endsWith('-removed')) &&
    entries.reduce((rows, entry) => rows + signed(entry), 0) <= 0
  );
}

/** Rows that an entry names, or says how many they are. */
function rowCount({ payload }: LedgerEntry): number {
  if (!isObject(payload)) return 0;
  const rows = payload['rows'] ?? payload['tickets'] ?? payload['count'];
  return Array.isArray(rows) ? rows.length : typeof rows === 'number' ? rows : 0;
}

/**
 * Finds the piece of evidence that an entry belongs to by what entries before it told: a removal the log that it takes rows of, by the row
 * itself, which it names as the log did, or by the log's name; a stamp the deposit whose hash it is over. What fits nothing is a piece by
 * itself.
 */
export class PiecesSoFar {
  readonly #byRow = new Map<string, string>();
  readonly #byName = new Map<string, string>();
  readonly #deposits = new Map<string, string>();

  /** The key of an entry's piece, where it is another than its kind and subject give. */
  keyOf(kind: ExhibitKind, key: string, entry: LedgerEntry): string {
    if (kind === 'log') return this.#logOf(entry);
    if (kind !== 'deposit') return key;
    if (entry.kind === 'deposit-made' && said(entry, 'way') === 'timestamp')
      this.#deposits.set(said(entry, 'hash'), key);
    return entry.kind === 'timestamp-attached' ? (this.#deposits.get(said(entry, 'hash')) ?? key) : key;
  }

  #logOf(entry: LedgerEntry): string {
    const own = `log:${entry.sequence}`;
    const rows = rowsOf(entry).map((row) => canonicalJson(row));
    if (/^(?:outage|ticket)-(?:removed|restored)$/u.test(entry.kind))
      return (rows[0] === undefined ? this.#byName.get(said(entry, 'log')) : this.#byRow.get(rows[0])) ?? own;
    for (const row of rows) this.#byRow.set(row, own);
    const how = said(entry, 'how');
    this.#byName.set(how === 'paste' ? 'pasted' : how.replace(/^file /u, ''), own);
    return own;
  }
}

function rowsOf({ payload }: LedgerEntry): readonly JsonValue[] {
  const rows: unknown = isObject(payload) ? (payload['rows'] ?? payload['tickets']) : undefined;
  return Array.isArray(rows) ? (rows as readonly JsonValue[]) : [];
}
