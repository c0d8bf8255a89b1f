import { asWritten, type Sentence, sentence } from '../../agreement/sentence.ts';
import type { LedgerEntryView, LedgerGroup, LedgerLine } from '../../contract/evidence.ts';
import { factLabel } from '../../agreement/fact.ts';
import { LEGACY_KINDS, type LegacyKind } from '../../agreement/legacy-fact.ts';
import { ENTRY_KINDS, type EntryKind, type LedgerEntry, UNSIGNED } from '../../ledger/entry.ts';
import type { JsonValue } from '../../ledger/canonical-json.ts';
import { isObject } from '../../ledger/open-bundle.ts';
import type { Store } from '../../store/store.ts';
import { type Called, subjectInWords } from './ledger-subjects.ts';

/** Which group of the filter a kind belongs to: by its first word, so that a new kind falls into place. */
const GROUPS: readonly (readonly [Exclude<LedgerGroup, 'all'>, RegExp])[] = [
  ['decisions', /^(?:ceremony|acceptance|conclusion|earlier-text|use|standing|explanation|superseded)/u],
  ['texts', /^(?:source|version|reading|difference|agreement)/u],
  [
    'notices',
    /^(?:notice|objection|claim|outage|ticket|tickets|exclusion|own-value|fact-correct|order|invoice|red-letter|agenda)/u,
  ],
  ['papers', /^(?:letter|case|form|seal|certificate|signing|signatory)/u],
  ['outside', /^(?:bundle|timestamp|court|deposit|capture)/u],
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
export function ledgerLine(store: Store, entry: LedgerEntry, called: Called): LedgerLine {
  const who = whoDidIt(entry.payload);
  const [word, id] = entry.subject.split(':', 2);
  return {
    sequence: entry.sequence,
    at: entry.at,
    kind: kindInWords(entry),
    subject: entry.subject,
    about: subjectInWords(store, entry, called),
    hash: entry.hash,
    signed: entry.device !== UNSIGNED,
    rollback: entry.clock.rollback,
    ...(who === undefined ? {} : { who }),
    ...(word === 'acceptance' && id !== undefined ? { acceptanceId: id } : {}),
  };
}

/** Entries whose kind alone does not say what the person did: the first line that fits says it. */
const SAID_BY_CONTENT: readonly {
  readonly kind: EntryKind;
  /** How the subject begins. */
  readonly about?: string;
  /** A member of the payload and its value. */
  readonly says?: readonly [string, JsonValue];
  readonly words: Sentence;
}[] = [
  // These were written under the kind of something else before they had one of their own.
  { kind: 'key-created', about: 'certificate:', words: ENTRY_KINDS['signing-certificate-made'] },
  { kind: 'source-imported', about: 'form:', words: ENTRY_KINDS['form-imported'] },
  { kind: 'notice-decided', says: ['to', 'under-review'], words: ENTRY_KINDS['notice-review-begun'] },
  { kind: 'order-recorded', says: ['removed', true], words: ENTRY_KINDS['order-removed'] },
  { kind: 'outages-recorded', says: ['how', 'removed'], words: ENTRY_KINDS['outage-removed'] },
  { kind: 'order-recorded', says: ['how', 'changed'], words: sentence('evidence.ledger-lines.order-changed') },
  { kind: 'outages-recorded', says: ['how', 'changed'], words: sentence('evidence.ledger-lines.outage-changed') },
  {
    kind: 'settings-changed',
    about: 'agreement:',
    says: ['what', 'provider'],
    words: sentence('evidence.ledger-lines.provider-named'),
  },
  {
    kind: 'settings-changed',
    about: 'agreement:',
    says: ['what', 'particulars'],
    words: sentence('evidence.ledger-lines.particulars-saved'),
  },
  { kind: 'settings-changed', about: 'agreement:', words: sentence('evidence.ledger-lines.agreement-renamed') },
  { kind: 'settings-changed', about: 'company:', words: sentence('evidence.ledger-lines.company-saved') },
  {
    kind: 'sealed-copy-overruled',
    says: ['as', 'rejected'],
    words: sentence('evidence.ledger-lines.sealed-copy-rejected'),
  },
  { kind: 'objection-step', says: ['done', false], words: sentence('evidence.ledger-lines.objection-step-undone') },
  {
    kind: 'own-value-settled',
    says: ['value', 'taken back'],
    words: sentence('evidence.ledger-lines.own-value-taken-back'),
  },
  {
    kind: 'own-value-settled',
    says: ['what', 'no-other-outage'],
    words: sentence('evidence.ledger-lines.no-other-outage'),
  },
  { kind: 'acceptance-decided', says: ['decision', 'accepted'], words: sentence('evidence.ledger-lines.accepted') },
  { kind: 'acceptance-decided', says: ['decision', 'declined'], words: sentence('evidence.ledger-lines.declined') },
  { kind: 'acceptance-decided', says: ['decision', 'set-aside'], words: sentence('evidence.ledger-lines.set-aside') },
];

/** What an entry says happened. A later version may have written a kind that this one does not know. */
export function kindInWords({ kind, subject, payload }: LedgerEntry): Sentence {
  const fits = SAID_BY_CONTENT.find(
    (line) => line.kind === kind && subject.startsWith(line.about ?? '') && (!line.says || holds(payload, line.says)),
  );
  if (fits) return fits.words;
  if (kind === 'own-value-settled') return ownValueWords(payload);
  return Object.hasOwn(ENTRY_KINDS, kind) ? ENTRY_KINDS[kind] : asWritten(kind);
}

/** What is not a fact and can be filled in by a person, by its name in the payload. */
const OWN_VALUES: Readonly<Record<string, Sentence>> = {
  'service-unit': sentence('evidence.ledger-lines.own.service-unit'),
  'service-class': sentence('evidence.ledger-lines.own.service-class'),
  'month-fee': sentence('evidence.ledger-lines.own.month-fee'),
  'minute-counting': sentence('evidence.ledger-lines.own.minute-counting'),
  'part-month': sentence('evidence.ledger-lines.own.part-month'),
  term: sentence('evidence.ledger-lines.own.term'),
  text: sentence('evidence.ledger-lines.own.text'),
  companions: sentence('evidence.ledger-lines.own.text'),
  company: sentence('evidence.ledger-lines.own.company'),
};

/** A value that a person filled in, by what it is of: several lines of one agreement would read alike. */
function ownValueWords(payload: JsonValue | undefined): Sentence {
  const what = isObject(payload) ? payload['what'] : undefined;
  if (typeof what !== 'string') return ENTRY_KINDS['own-value-settled'];
  const name = Object.hasOwn(OWN_VALUES, what)
    ? OWN_VALUES[what]
    : Object.hasOwn(LEGACY_KINDS, what)
      ? factLabel(LEGACY_KINDS[what as LegacyKind].kind)
      : undefined;
  return name ? sentence('evidence.ledger-lines.own', { name }) : ENTRY_KINDS['own-value-settled'];
}

function holds(payload: JsonValue | undefined, [member, value]: readonly [string, JsonValue]): boolean {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return false;
  return (payload as Readonly<Record<string, JsonValue | undefined>>)[member] === value;
}

/** An entry, whole. */
export function ledgerEntryView(store: Store, entry: LedgerEntry, called: Called): LedgerEntryView {
  return {
    ...ledgerLine(store, entry, called),
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
  const { person, by, askedBy, said } = members;
  const named = typeof person === 'object' && person !== null ? (person as { name?: unknown }).name : person;
  return [named, by, askedBy, said].find((name): name is string => typeof name === 'string' && name !== '');
}
