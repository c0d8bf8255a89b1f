import type { CompanyOf } from '../../../kernel/between-features.ts';
import { type Language, LANGUAGES, type Sentence, sentence } from '../../../agreement/sentence.ts';
import { dayOf } from '../../../acceptance/history.ts';
import {
  EXHIBIT_KINDS,
  type CourtScope,
  type ExhibitForm,
  type ExhibitKind,
} from '../../../contract/evidence/court.ts';
import { caseByOrigin, type CaseSource } from '../../../kernel/cases/cases.ts';
import { readableRecord } from '../../../kernel/kept-records.ts';
import type { LedgerEntry } from '../../../ledger/entry.ts';
import { hashesNamedBy } from '../../../ledger/hashes-named.ts';
import type { Store } from '../../../store/store.ts';
import { sheetLanguage } from '../sheet-language.ts';
import { courtEntries } from './court-entries.ts';
import { daysOf, groupOf, hasReceipt, idOf, letterIn, said } from './exhibit-groups.ts';
import { nameOf, sheetName } from './exhibit-names.ts';
import { notTakenBack, PiecesSoFar } from './exhibit-standing.ts';

/** A file of an exhibit, as the record keeps it; `entry`: the sequence of the entry that names it. */
export interface Piece {
  readonly sha256: string;
  readonly name: string;
  readonly bytes: number;
  readonly entry: number;
  /** An imported file; absent: kept beside the records. */
  readonly sourceId?: string;
  /** Of a sheet of our own: what it is written in. A pack has it in its own language. */
  readonly language?: Language;
  /** Of a sheet of our own: it was signed as it was issued. A pack has it whatever its own language. */
  readonly signed?: true;
}

/** One piece of evidence, composed of the record. */
export interface Exhibit {
  readonly key: string;
  readonly kind: ExhibitKind;
  readonly name: Sentence;
  readonly origin: Sentence;
  readonly form: ExhibitForm;
  readonly purpose: Sentence;
  readonly pieces: readonly Piece[];
  /** What the ledger says of it, oldest first. */
  readonly entries: readonly LedgerEntry[];
  /** The ledger's own words belong to it as a paper: there is no other, or the file alone does not say when and by whom. */
  readonly extract: boolean;
  /**
   * A letter that nobody said was sent, or a deposit without a receipt, proves nothing, and how the company decided to accept is its own
   * matter and names what it noted: it stays out until the person wants it.
   */
  readonly left: boolean;
}

/** Kinds whose file speaks for itself. */
const SELF_SPEAKING: ReadonlySet<ExhibitKind> = new Set(['text', 'decision', 'sealed', 'letter', 'invoice', 'ledger']);
/** What is evidence whatever the period that a list is of. */
const TIMELESS: ReadonlySet<ExhibitKind> = new Set(['text', 'decision', 'conclusion', 'sealed', 'deposit']);
/** What a list of one case leaves out of the others. */
const OF_CASES: ReadonlySet<ExhibitKind> = new Set(['explanation', 'notice', 'letter', 'dispatch']);

/** The entries of one piece of evidence. */
interface Group {
  readonly key: string;
  readonly kind: ExhibitKind;
  readonly entries: readonly LedgerEntry[];
  /** What of them nobody took back; of a sending none where it did not go out after all. */
  readonly standing: readonly LedgerEntry[];
}

/** Everything that the record holds on these agreements as pieces of evidence, in the order in which a court reads them; an agreement is called as at the instant (UTC ISO). */
export function exhibitsOf(
  store: Store,
  scope: CourtScope,
  cases: readonly CaseSource[],
  instant: string,
  companySaid: CompanyOf = () => undefined,
): readonly Exhibit[] {
  const groups = groupsOf(courtEntries(store, scope.agreementIds, companySaid));
  // A letter was sent whatever the period: its sending may be told by an entry outside of it.
  const sent = new Set(
    groups.filter(({ kind }) => kind === 'dispatch').flatMap(({ standing }) => standing.map(letterIn)),
  );
  const wanted = keysOfCase(store, scope, cases);
  const found = groups
    .map((group) => inPeriod(group, scope))
    .filter(({ key, kind }) => !wanted || !OF_CASES.has(kind) || wanted.has(key))
    .flatMap((group) => exhibitOf(store, group, { cases, sent, instant }) ?? []);
  const order = (kind: ExhibitKind): number => EXHIBIT_KINDS.indexOf(kind);
  return [...found, ledgerItself()].toSorted(
    (a, b) => order(a.kind) - order(b.kind) || (a.entries[0]?.sequence ?? 0) - (b.entries[0]?.sequence ?? 0),
  );
}

function groupsOf(entries: readonly LedgerEntry[]): readonly Group[] {
  const groups = new Map<string, { readonly kind: ExhibitKind; readonly entries: LedgerEntry[] }>();
  const pieces = new PiecesSoFar();
  for (const entry of entries) {
    const group = groupOf(entry);
    if (!group) continue;
    const key = pieces.keyOf(group.kind, group.key, entry);
    const found = groups.get(key);
    if (found) found.entries.push(entry);
    else groups.set(key, { kind: group.kind, entries: [entry] });
  }
  return [...groups].map(([key, { kind, entries: all }]) => ({
    key,
    kind,
    entries: all,
    standing: notTakenBack(kind, all),
  }));
}

/** A letter that nobody says was sent, and a sending that was taken back. */
const isUnsent = ({ kind, key, standing }: Group, sent: ReadonlySet<string>): boolean =>
  (kind === 'letter' && !sent.has(key.slice('letter:'.length))) || (kind === 'dispatch' && standing.length === 0);

/** What was taken back as a whole is no evidence; a letter that went out stays one, and a sending says by itself that it was taken back. */
const isGone = ({ kind, key, standing }: Group, sent: ReadonlySet<string>): boolean =>
  standing.length === 0 && kind !== 'dispatch' && !(kind === 'letter' && sent.has(key.slice('letter:'.length)));

/** What of a piece of evidence is within the period. */
function inPeriod(group: Group, scope: CourtScope): Group {
  if (TIMELESS.has(group.kind)) return group;
  const within = (entry: LedgerEntry): boolean => isWithin(entry, group.kind, scope);
  return { ...group, entries: group.entries.filter(within), standing: group.standing.filter(within) };
}

function isWithin(entry: LedgerEntry, kind: ExhibitKind, { from, to }: CourtScope): boolean {
  if (from === undefined && to === undefined) return true;
  const named = daysOf(entry);
  const days = named.length > 0 ? named : kind === 'log' ? [] : [dayOf(entry.at)];
  // A month is within a period that it has a day of; rows that the entry does not name may be.
  const reaches = (day: string): boolean =>
    (from === undefined || day >= from.slice(0, day.length)) && (to === undefined || day <= to.slice(0, day.length));
  return days.length === 0 || days.some(reaches);
}

/** Keys of what belongs to the one case that a list is of. */
function keysOfCase(
  store: Store,
  { origin }: CourtScope,
  cases: readonly CaseSource[],
): ReadonlySet<string> | undefined {
  if (origin === undefined) return undefined;
  const letterId = caseByOrigin(store, cases, origin)?.letterId;
  return new Set([
    origin,
    `dispatch:${origin}`,
    ...(letterId === undefined ? [] : [`letter:${letterId}`, `dispatch:letter:${letterId}`]),
  ]);
}

function exhibitOf(
  store: Store,
  group: Group,
  {
    cases,
    sent,
    instant,
  }: { readonly cases: readonly CaseSource[]; readonly sent: ReadonlySet<string>; readonly instant: string },
): Exhibit | undefined {
  const { key, kind, entries, standing } = group;
  const [first] = entries;
  if (!first || isGone(group, sent)) return undefined;
  const pieces = piecesOf(store, group);
  const proofless = kind === 'deposit' && !hasReceipt(standing);
  return {
    key,
    kind,
    name: proofless ? sheetName(first) : nameOf(store, kind, entries, cases, instant),
    origin: originOf(store, kind, entries, pieces),
    form: formOf(kind, pieces),
    purpose: sentence(`court.purpose.${purposeKey(kind, proofless, pieces)}`),
    pieces,
    entries,
    extract: !SELF_SPEAKING.has(kind) || pieces.length === 0 || saysMore(kind, standing),
    left: isUnsent(group, sent) || proofless || isInternal(store, group),
  };
}

/** What is stated alone proves less than what a proof goes along with. */
function purposeKey(kind: ExhibitKind, proofless: boolean, pieces: readonly Piece[]) {
  if (proofless) return 'deposit-sheet';
  return kind === 'conclusion' && pieces.length > 0 ? 'conclusion-proved' : kind;
}

/** How the company decided to accept, told to nobody: with the seconds of its reading, and what was noted. */
const isInternal = (store: Store, { kind, key }: Group): boolean =>
  kind === 'decision' && readableRecord(store, key.slice('decision:'.length))?.record.decision === 'accepted';

/** The ledger as evidence of the others: the bundle that is made with the pack. */
function ledgerItself(): Exhibit {
  return {
    key: 'ledger:own',
    kind: 'ledger',
    name: sentence('court.exhibit.ledger'),
    origin: sentence('court.origin.own'),
    form: 'electronic',
    purpose: sentence('court.purpose.ledger'),
    pieces: [],
    entries: [],
    extract: false,
    left: false,
  };
}

/**
 * What the files leave unsaid: an invoice's, what it was used for and that it was taken back; the printed text of a decision, who decided,
 * where no record of it was issued.
 */
const saysMore = (kind: ExhibitKind, entries: readonly LedgerEntry[]): boolean =>
  (kind === 'invoice' && entries.some((entry) => entry.kind !== 'invoice-kept')) ||
  (kind === 'decision' && entries.every((entry) => entry.kind !== 'certificate-issued'));

const isPicture = (name: string): boolean => /\.(?:png|jpe?g|gif|bmp|tiff?|webp|heic)$/iu.test(name);

/** The files of an exhibit. */
function piecesOf(store: Store, { kind, entries, standing }: Group): readonly Piece[] {
  if (kind === 'text') return entries.flatMap((entry) => sourcePiece(store, entry));
  if (kind === 'decision') return decisionPieces(store, entries);
  const all = standing.flatMap((entry) => {
    const kept = hashesNamedBy(entry).flatMap((sha256) => keptPiece(store, sha256, entry));
    return entry.kind === 'capture-sheet-exported' ? sheetPieces(kept, entry) : kept;
  });
  const sheets = newestSheets(all);
  const unique = [
    ...new Map(
      all.filter((piece) => !piece.language || sheets.includes(piece)).map((piece) => [piece.sha256, piece]),
    ).values(),
  ];
  // Of a letter the last thing that was made of it: earlier prints of it are the same words.
  return kind === 'letter' ? unique.slice(-1) : unique;
}

/** Sheets of ours with the language that they are written in. */
const sheetPieces = (kept: readonly Piece[], entry: LedgerEntry): readonly Piece[] =>
  kept.map((piece) => ({
    ...piece,
    language: sheetLanguage(entry, piece.name),
    ...(said(entry, 'signedBy') === '' ? {} : { signed: true as const }),
  }));

/** The newest sheet in each language, a signed one before all that nobody signed. */
const newestSheets = (sheets: readonly Piece[]): readonly Piece[] =>
  LANGUAGES.flatMap((wanted) => {
    const own = sheets.filter(({ language }) => language === wanted);
    return own.findLast(({ signed }) => signed) ?? own.at(-1) ?? [];
  });

function keptPiece(store: Store, sha256: string, { sequence }: LedgerEntry): readonly Piece[] {
  const kept = store.attachments.get(sha256);
  return kept ? [{ sha256, name: kept.name, bytes: kept.size, entry: sequence }] : [];
}

/** The imported file that a version was read from; the entry of the import names it. */
function sourcePiece(store: Store, entry: LedgerEntry): readonly Piece[] {
  const sourceId = store.agreements.version(idOf(entry))?.sourceId;
  const source = sourceId === undefined ? undefined : store.sources.byId(sourceId);
  if (!source) return [];
  const imported = store.ledger.ofSubject(`source:${source.id}`).find(({ kind }) => kind === 'source-imported');
  const { sha256, name, size } = source;
  return [{ sha256, name, bytes: size, entry: imported?.sequence ?? entry.sequence, sourceId: source.id }];
}

/** The newest record of review and decision that was issued in each language, and the text as it was printed when it was decided. */
function decisionPieces(store: Store, entries: readonly LedgerEntry[]): readonly Piece[] {
  const issued = entries
    .filter(({ kind }) => kind === 'certificate-issued')
    .flatMap((entry) => sheetPieces(keptPiece(store, said(entry, 'sha256'), entry), entry));
  const decided = entries.find(({ kind }) => kind === 'acceptance-decided');
  const printed = decided && readableRecord(store, idOf(decided))?.record.hashes.renderedPdf;
  return [
    ...newestSheets(issued),
    ...(decided && typeof printed === 'string' ? keptPiece(store, printed, decided) : []),
  ];
}

/** A picture is a copy of a paper; of a page on a screen it is data itself. */
const formOf = (kind: ExhibitKind, pieces: readonly Piece[]): ExhibitForm =>
  kind === 'sealed' || (kind !== 'capture' && pieces.some(({ name }) => isPicture(name))) ? 'copy' : 'electronic';

/** Where it comes from, in the words of a list of evidence. */
function originOf(
  store: Store,
  kind: ExhibitKind,
  entries: readonly LedgerEntry[],
  [piece]: readonly Piece[],
): Sentence {
  const [first] = entries;
  if (!first) return sentence('court.origin.own');
  if (kind === 'text') {
    const imported = piece?.sourceId === undefined ? undefined : store.sources.byId(piece.sourceId)?.importedAt;
    return sentence('court.origin.source', { name: piece?.name ?? '', day: dayOf(imported ?? first.at) });
  }
  if (kind === 'sealed') return sentence('court.origin.sealed', { day: dayOf(first.at), sequence: first.sequence });
  return entriesWords(entries);
}

/** The entries that a piece of evidence is from, by their numbers. */
export function entriesWords(entries: readonly LedgerEntry[]): Sentence {
  const [sequence = 0, ...more] = entries.map((entry) => entry.sequence);
  return more.length === 0
    ? sentence('court.origin.entry', { sequence })
    : sentence('court.origin.entries', { entries: runsOf([sequence, ...more]) });
}

/** Numbers in order, three and more that follow each other as the first and the last of them: `16`, `24`, `37–39`. */
export function runsOf(numbers: readonly number[]): readonly string[] {
  const runs: number[][] = [];
  for (const number of [...new Set(numbers)].toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  return runs.flatMap((run) => (run.length < 3 ? run.map(String) : `${run[0]}–${run.at(-1)}`));
}
