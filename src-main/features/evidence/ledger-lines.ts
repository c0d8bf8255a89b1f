import { asWritten } from '../../agreement/sentence.ts';
import type { LedgerEntryView, LedgerGroup, LedgerLine } from '../../contract/evidence.ts';
import { ENTRY_KINDS, type EntryKind, type LedgerEntry, UNSIGNED } from '../../ledger/entry.ts';
import type { JsonValue } from '../../ledger/canonical-json.ts';
import type { Store } from '../../store/store.ts';
import { subjectInWords } from './ledger-subjects.ts';

/** Which group of the filter a kind belongs to: by its first word, so that a new kind falls into place. */
const GROUPS: readonly (readonly [Exclude<LedgerGroup, 'all'>, RegExp])[] = [
  ['decisions', /^(?:ceremony|acceptance|explanation|superseded)/u],
  ['texts', /^(?:source|version|reading|difference)/u],
  ['notices', /^(?:notice|objection|claim|outage|exclusion|own-value|order|invoice|agenda)/u],
  ['papers', /^(?:letter|sealed|certificate)/u],
  ['outside', /^(?:bundle|timestamp)/u],
  ['device', /./u],
];

function groupOf(kind: string): LedgerGroup {
  return GROUPS.find(([, pattern]) => pattern.test(kind))?.[0] ?? 'device';
}

/** Entry kinds of a group. */
export function kindsOf(group: LedgerGroup): readonly EntryKind[] {
  const kinds = Object.keys(ENTRY_KINDS) as EntryKind[];
  return group === 'all' ? kinds : kinds.filter((kind) => groupOf(kind) === group);
}

/** An entry as the list shows it. */
export function ledgerLine(store: Store, entry: LedgerEntry): LedgerLine {
  const who = whoDidIt(entry.payload);
  const [word, id] = entry.subject.split(':', 2);
  return {
    sequence: entry.sequence,
    at: entry.at,
    // A later version may have written a kind that this one does not know.
    kind: Object.hasOwn(ENTRY_KINDS, entry.kind) ? ENTRY_KINDS[entry.kind] : asWritten(entry.kind),
    subject: entry.subject,
    about: subjectInWords(store, entry),
    hash: entry.hash,
    signed: entry.device !== UNSIGNED,
    rollback: entry.clock.rollback,
    ...(who === undefined ? {} : { who }),
    ...(word === 'acceptance' && id !== undefined ? { acceptanceId: id } : {}),
  };
}

/** An entry, whole. */
export function ledgerEntryView(store: Store, entry: LedgerEntry): LedgerEntryView {
  return {
    ...ledgerLine(store, entry),
    payloadHash: entry.payloadHash,
    previous: entry.previous,
    device: entry.device,
    payload: JSON.stringify(entry.payload ?? {}, undefined, 2),
    ...(entry.signature === undefined ? {} : { signature: entry.signature }),
  };
}

/** The person whom a payload names: a record's `person`, or `by`, `askedBy`. */
function whoDidIt(payload: JsonValue | undefined): string | undefined {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return undefined;
  const members = payload as Readonly<Record<string, JsonValue | undefined>>;
  const { person, by, askedBy } = members;
  const named = typeof person === 'object' && person !== null ? (person as { name?: unknown }).name : person;
  return [named, by, askedBy].find((name): name is string => typeof name === 'string' && name !== '');
}
