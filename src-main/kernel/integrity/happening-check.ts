import { sentence } from '../../agreement/sentence.ts';
import { canonicalJson, type JsonObject } from '../../ledger/canonical-json.ts';
import type { EntryKind, LedgerEntry } from '../../ledger/entry.ts';
import { type Happening, HAPPENING_ENTRIES, happenings } from '../history/happenings.ts';
import type { Paper } from '../papers/repository.ts';
import type { BundlesTakenIn } from './bundles-taken-in.ts';
import type { Fault } from './fault.ts';
import { notInBundle } from './record-rows.ts';
import type { Store } from '../../store/store.ts';

const KINDS: readonly EntryKind[] = Object.values(HAPPENING_ENTRIES);

/**
 * What is wrong with what was said of the world: each has its entry with the same content, a colleague's in a bundle that came in,
 * and each entry its paper.
 */
export function happeningFaults(
  store: Store,
  isOwn: (versionId: string) => boolean,
  bundles: () => BundlesTakenIn,
): readonly Fault[] {
  const entries = new Map(
    store.ledger
      .latestOfKinds(KINDS, -1, 0)
      .map((entry) => [(entry.payload as { readonly happening?: unknown } | undefined)?.happening, entry] as const),
  );
  const papers = happenings(store).list();
  const changed = papers.flatMap((paper): readonly Fault[] => {
    const { id, subject = '' } = paper;
    const entry = entries.get(id);
    entries.delete(id);
    if (entry && inStep(store, paper, entry)) return [];
    if (entry) return [{ sequence: entry.sequence, text: sentence('evidence.happening-check.changed', { id }) }];
    if (isOwn(subject)) return [{ text: sentence('evidence.happening-check.unvouched', { id }), about: 'no-entry' }];
    const told = bundles()
      .tellOf(id)
      .some((one) => inStep(store, paper, one));
    return told ? [] : [notInBundle(bundles(), sentence('kernel.integrity.foreign-happening', { id }))];
  });
  const gone = [...entries].map(([id, { sequence }]) => ({
    sequence,
    text: sentence('evidence.happening-check.gone', { id: typeof id === 'string' ? id : '' }),
    missing: true as const,
  }));
  return [...changed, ...gone];
}

/** Whether a paper is what an entry says, and was never anything else. */
function inStep(
  store: Store,
  { id, subject = '', body, createdAt, state }: Paper<Happening>,
  { subject: about, at, payload }: LedgerEntry,
): boolean {
  const { salt: _salt, ...said } = payload as JsonObject;
  const revisions = store.papers.revisions(id);
  return (
    revisions.length === 1 &&
    revisions.every(
      (one) => one.state === state && canonicalJson(one.body) === canonicalJson(store.papers.byId(id)?.body),
    ) &&
    about === `version:${subject}` &&
    at === createdAt &&
    body.kind === state &&
    canonicalJson(said) === canonicalJson({ happening: id, ...(body as unknown as JsonObject) })
  );
}
