import { sentence } from '../../agreement/sentence.ts';
import { replacements, sealedCopies } from '../papers/sealed-copies.ts';
import { canonicalJson, type JsonObject, type JsonValue } from '../../ledger/canonical-json.ts';
import type { EntryKind, LedgerEntry } from '../../ledger/entry.ts';
import type { Fault } from './fault.ts';
import type { Store } from '../../store/store.ts';

/** Entries about sealed copies: of the copy, or of the version where it followed from the scan of a letter (`copy`). */
const KINDS: readonly EntryKind[] = [
  'sealed-copy-received',
  'sealed-copy-confirmed',
  'sealed-copy-overruled',
  'seals-told',
  'difference-resolved',
];

/** What a copy's entries say, one after the other, of all that standing and precedence rest on. */
const TOLD = ['versionId', 'sha256', 'as', 'seals', 'parties', 'datedOn', 'statedEffective'] as const;
type Told = Readonly<Partial<Record<(typeof TOLD)[number], unknown>>> & { readonly resolved: readonly unknown[] };

/**
 * What is wrong with sealed copies and replacements, on which it rests which text stands and which governs: each says what
 * its entries said, and each entry has its paper.
 */
export function sealedCopyFaults(store: Store, isOwn: (versionId: string) => boolean): readonly Fault[] {
  const entries = entriesByCopy(store);
  const papers = sealedCopies(store).list();
  const changed = papers.flatMap(({ id, subject = '', state, body }): readonly Fault[] => {
    const own = entries.get(id) ?? [];
    entries.delete(id);
    const last = own.at(-1);
    if (!last)
      return isOwn(subject)
        ? [{ text: sentence('evidence.sealed-copy-check.unvouched', { id }), about: 'no-entry' }]
        : [];
    const kept: Told = {
      versionId: subject,
      sha256: body.sha256,
      as: state,
      seals: body.seals,
      parties: body.parties,
      datedOn: body.datedOn,
      statedEffective: body.statedEffective,
      resolved: body.differences.flatMap(({ id: differenceId, resolved }) => (resolved ? [differenceId] : [])),
    };
    if (body.state === state && plain(kept) === plain(own.reduce(told, NOTHING))) return [];
    return [{ sequence: last.sequence, text: sentence('evidence.sealed-copy-check.changed', { id }) }];
  });
  const gone = [...entries.values()].flatMap(([first]): readonly Fault[] =>
    first
      ? [
          {
            sequence: first.sequence,
            text: sentence('evidence.sealed-copy-check.gone', { entry: first.sequence }),
            missing: true,
          },
        ]
      : [],
  );
  return [...changed, ...gone, ...replacementFaults(store, isOwn)];
}

const NOTHING: Told = { as: 'unchecked', resolved: [] };

const payloadOf = ({ payload }: LedgerEntry): JsonObject => (payload ?? {}) as JsonObject;

/** The entries of each copy by its id, oldest first; a letter's own scans are no copies of a version. */
function entriesByCopy(store: Store): Map<string, LedgerEntry[]> {
  const found = new Map<string, LedgerEntry[]>();
  for (const entry of store.ledger.latestOfKinds(KINDS, -1, 0).toReversed()) {
    const [sort, about = ''] = entry.subject.split(':');
    if (sort === 'letter') continue;
    const { copy } = payloadOf(entry);
    const id = sort === 'sealed-copy' || typeof copy !== 'string' ? about : copy;
    found.set(id, [...(found.get(id) ?? []), entry]);
  }
  return found;
}

function told(before: Told, entry: LedgerEntry): Told {
  const payload = payloadOf(entry);
  if (entry.kind === 'difference-resolved') {
    const { differenceId } = payload;
    return before.resolved.includes(differenceId)
      ? before
      : { ...before, resolved: [...before.resolved, differenceId] };
  }
  const said = Object.fromEntries(TOLD.flatMap((name) => (payload[name] === undefined ? [] : [[name, payload[name]]])));
  const about = entry.subject.startsWith('version:') ? { versionId: entry.subject.slice('version:'.length) } : {};
  return { ...before, ...said, ...about };
}

/** In one order, whatever order the members of each were written in. */
const plain = ({ resolved, ...rest }: Told): string =>
  canonicalJson([...TOLD.map((name) => (rest[name] ?? null) as JsonValue), resolved.map(String).toSorted()]);

/** A replacement and its entry name the same two versions. */
function replacementFaults(store: Store, isOwn: (versionId: string) => boolean): readonly Fault[] {
  const entries = new Map(
    store.ledger
      .latestOfKinds(['superseded'], -1, 0)
      .map((entry) => [JSON.stringify([entry.subject, payloadOf(entry)['replacedBy']]), entry] as const),
  );
  const unvouched = replacements(store)
    .list()
    .flatMap(({ id, subject = '', body }): readonly Fault[] => {
      const vouched = entries.delete(JSON.stringify([`version:${subject}`, body.versionId]));
      return vouched || !isOwn(subject) ? [] : [{ text: sentence('evidence.sealed-copy-check.replacement', { id }) }];
    });
  const gone = [...entries.values()].map(({ sequence }): Fault => ({
    sequence,
    text: sentence('evidence.sealed-copy-check.replacement-gone', { entry: sequence }),
    missing: true,
  }));
  return [...unvouched, ...gone];
}
