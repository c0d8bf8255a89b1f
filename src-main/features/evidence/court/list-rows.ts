import { asWritten, type Sentence } from '../../../agreement/sentence.ts';
import type { AdverseLine } from '../../../contract/evidence.ts';
import type { ExhibitView } from '../../../contract/evidence/court.ts';
import type { AcceptanceRow } from '../../../store/records.ts';
import type { VersionRow } from '../../../store/agreements.ts';
import type { EntryKind, LedgerEntry } from '../../../ledger/entry.ts';
import type { Store } from '../../../store/store.ts';
import { keptRecord } from '../../../kernel/kept-records.ts';
import { adverseOf } from '../adverse.ts';
import { personalIn } from '../leaving/personal.ts';
import { ALWAYS_SHOWN, type BundleStory, versionsNamed, wholeLedger, withReliedOn } from '../bundle-contents.ts';
import { idOf } from './exhibit-groups.ts';
import type { Exhibit } from './exhibits.ts';
import type { KeptCourtList } from './list-records.ts';

/** An exhibit as the person left it: in its place, with its words. */
export interface ListedExhibit extends Exhibit {
  readonly own?: string;
  /** Nobody has seen it in this list yet. */
  readonly fresh?: true;
}

/**
 * The exhibits in the order of the rows, with what a person said of them. What the record has brought in since they were shown the list
 * stands at its end and is left out: nothing is handed in unseen.
 */
export function listed(
  exhibits: readonly Exhibit[],
  { rows, known }: Pick<KeptCourtList, 'rows' | 'known'>,
): readonly ListedExhibit[] {
  const byKey = new Map(exhibits.map((exhibit) => [exhibit.key, exhibit]));
  const told = new Set(rows.map(({ key }) => key));
  // A list of an earlier build tells what was seen by its rows; one that was never left any way was shown as it is.
  const seen = known ? new Set(known) : rows.length > 0 ? told : undefined;
  return [
    ...rows.flatMap(({ key, left = false, form, purpose }) => {
      const exhibit = byKey.get(key);
      return exhibit
        ? [{ ...exhibit, left, ...(form ? { form } : {}), ...(purpose === undefined ? {} : { own: purpose }) }]
        : [];
    }),
    ...exhibits
      .filter(({ key }) => !told.has(key))
      .map((exhibit) => (!seen || seen.has(exhibit.key) ? exhibit : { ...exhibit, left: true, fresh: true as const })),
  ];
}

export const purposeOf = ({ own, purpose }: ListedExhibit): Sentence => (own === undefined ? purpose : asWritten(own));

/** A row as the page shows it. */
export function exhibitView(exhibit: ListedExhibit, adverse: readonly AdverseLine[]): ExhibitView {
  const { key, kind, name, origin, form, own, pieces, extract, left } = exhibit;
  return {
    key,
    kind,
    name,
    origin,
    form,
    purpose: purposeOf(exhibit),
    own: own !== undefined,
    files: pieces.map(({ name: file, sha256, bytes }) => ({ name: file, sha256, bytes })),
    extract,
    adverse: adverse.filter((line) => tells(exhibit, line)).map(({ text }) => text),
    left,
    fresh: exhibit.fresh === true,
  };
}

/** Whether an adverse line is told by this exhibit. */
function tells({ kind, key, entries }: Exhibit, { sequence, acceptanceId }: AdverseLine): boolean {
  if (acceptanceId !== undefined) return kind === 'decision' && key === `decision:${acceptanceId}`;
  return sequence !== undefined && entries.some((entry) => entry.sequence === sequence);
}

/** Entries without which a text cannot be verified: its import, its saving, its readings, and when its review began. */
const OF_TEXTS: ReadonlySet<EntryKind> = new Set([
  'source-imported',
  'version-saved',
  'reading-kept',
  'ceremony-started',
]);

/**
 * What the bundle in a pack tells: the exhibits that are handed in, and what these rest on. What was left out is told by the skeletons of
 * its entries alone.
 */
export function packStory(store: Store, exhibits: readonly Exhibit[]): BundleStory {
  const of = (wanted: Exhibit['kind']): readonly string[] =>
    exhibits.flatMap(({ kind, entries: [first] }) => (kind === wanted && first ? [idOf(first)] : []));
  const decided = of('decision').flatMap((id) => store.acceptances.byId(id) ?? []);
  const rows = withReliedOn(store, decided);
  const named = [...of('text'), ...rows.flatMap(({ id }) => versionsNamed(keptRecord(store, id).record))];
  const versions = new Map(
    named.flatMap((id): readonly (readonly [string, VersionRow])[] => {
      const version = store.agreements.version(id);
      return version ? [[id, version]] : [];
    }),
  );
  const shown = shownBy(exhibits, rows, versions);
  const letters = new Set(of('letter'));
  return { rows, versions, entries: wholeLedger(store), shown, letter: (id) => letters.has(id) };
}

function shownBy(
  exhibits: readonly Exhibit[],
  rows: readonly AcceptanceRow[],
  versions: ReadonlyMap<string, VersionRow>,
): (entry: LedgerEntry) => boolean {
  const sequences = new Set(exhibits.flatMap(({ entries }) => entries.map(({ sequence }) => sequence)));
  const texts = new Set([...versions.values()].flatMap(({ id, sourceId }) => [`version:${id}`, `source:${sourceId}`]));
  const decisions = new Set(rows.map(({ id }) => `acceptance:${id}`));
  return ({ sequence, subject, kind }) =>
    sequences.has(sequence) ||
    ALWAYS_SHOWN.has(subject) ||
    decisions.has(subject) ||
    (texts.has(subject) && OF_TEXTS.has(kind));
}

const handedIn = (store: Store, exhibits: readonly Exhibit[]): BundleStory =>
  packStory(
    store,
    exhibits.filter(({ left }) => !left),
  );

/** What speaks against us in exhibits that are handed in. */
export const adverseInList = (store: Store, exhibits: readonly Exhibit[]): readonly AdverseLine[] =>
  adverseOf(store, handedIn(store, exhibits));

/** What is to be seen before they are handed in: what is adverse in them, and whose identity documents go along. */
export function toSeeInList(store: Store, exhibits: readonly Exhibit[]): readonly AdverseLine[] {
  const story = handedIn(store, exhibits);
  return [...adverseOf(store, story), ...personalIn(story)];
}
