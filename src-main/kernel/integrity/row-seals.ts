import { randomBytes } from 'node:crypto';
import { canonicalBytes, type JsonObject } from '../../ledger/canonical-json.ts';
import { sha256Hex } from '../../ledger/node-digest.ts';
import { isObject } from '../../ledger/open-bundle.ts';
import type { EntryKind, LedgerEntry } from '../../ledger/entry.ts';
import { type RowColumns, WRITTEN_TABLES, type WrittenRow, type WrittenTable } from '../../store/written.ts';
import { PAPERS, type PaperName, SETTINGS } from '../stored-names.ts';

/** Kind of the entries that hold the seals of rows that were written before there were seals. */
export const COVERING: EntryKind = 'rows-covered';

/** Member of a payload that holds the seals of the rows that were written with its entry. */
export const WRITTEN = 'written';

/**
 * Papers that change without an entry: what is still being typed, offered or asked for. What of them was handed out, decided or
 * said is held against its entry in another way (`record-rows`, `happening-check`).
 */
const UNSEALED_PAPERS: readonly PaperName[] = [
  PAPERS.letters.letter,
  PAPERS.import.offer,
  PAPERS.import.unreadPage,
  PAPERS.import.newText,
  PAPERS.evidence.timestamp,
  // A copy that is made to move leaves its key behind.
  PAPERS.letters.certificate,
  // Their entries hold all that they say.
  PAPERS.review.happening,
];

/** Settings that only an act writes, and on which a decision or a verdict rests. */
const SEALED_SETTINGS: readonly string[] = [
  SETTINGS.evidence.keyPins,
  SETTINGS.settings.ceremonyPolicy,
  SETTINGS.settings.stampInterval,
  SETTINGS.settings.positions,
];

/** Kinds that keep every revision. */
const BINDING: readonly PaperName[] = [
  PAPERS.letters.sealedCopy,
  PAPERS.letters.replacement,
  PAPERS.review.explanation,
  PAPERS.notices.notice,
  PAPERS.rights.claim,
];

const isOneOf = (names: readonly PaperName[], { desk, kind }: RowColumns): boolean =>
  names.some((name) => name.desk === desk && name.kind === kind);

/** Whether the ledger holds the seal of such a row. */
export function isSealed({ table, id, columns }: WrittenRow): boolean {
  if (table === 'setting') return SEALED_SETTINGS.includes(id);
  return table !== 'paper' || !isOneOf(UNSEALED_PAPERS, columns);
}

/** Whether a row is a paper whose every revision is kept. */
export const binds = ({ table, columns }: WrittenRow): boolean => table === 'paper' && isOneOf(BINDING, columns);

/** The seal of a row: SHA-256 of its columns with the salt of its entry. */
export const sealOf = ({ table, id, columns }: WrittenRow, salt: string): string =>
  sha256Hex(canonicalBytes({ salt, table, id, columns: { ...columns } }));

/** What an entry's payload says of the rows that were written with it; nothing where there were none that count. */
export function sealsOf(rows: readonly WrittenRow[]): JsonObject {
  const counted = rows.filter(isSealed);
  if (counted.length === 0) return {};
  const salt = randomBytes(16).toString('hex');
  const seals = counted.map((row) => ({ table: row.table, id: row.id, seal: sealOf(row, salt) }));
  return { [WRITTEN]: { salt, seals } };
}

/** A seal as an entry holds it. */
export interface Seal {
  readonly sequence: number;
  readonly table: WrittenTable;
  readonly id: string;
  readonly seal: string;
  readonly salt: string;
  /** Not written with its entry but found there: of the row before any other seal of it. */
  readonly covers: boolean;
}

/** The seals that an entry holds, in the order of writing. */
export function sealsIn({ sequence, kind, payload }: LedgerEntry): readonly Seal[] {
  const written = isObject(payload) ? payload[WRITTEN] : undefined;
  if (!isObject(written)) return [];
  const { salt, seals } = written;
  if (typeof salt !== 'string' || !Array.isArray(seals)) return [];
  return seals.flatMap((one: unknown): readonly Seal[] => {
    const { table: named, id, seal } = isObject(one) ? one : {};
    const table = WRITTEN_TABLES.find((known) => known === named);
    if (table === undefined || typeof id !== 'string' || typeof seal !== 'string') return [];
    return [{ sequence, table, id, seal, salt, covers: kind === COVERING }];
  });
}
