import { sentence } from '../../agreement/sentence.ts';
import { canonicalJson, type JsonObject } from '../../ledger/canonical-json.ts';
import type { EntryKind } from '../../ledger/entry.ts';
import { HAPPENING_ENTRIES, happenings } from '../history/happenings.ts';
import type { Fault } from './fault.ts';
import type { Store } from '../../store/store.ts';

const KINDS: readonly EntryKind[] = Object.values(HAPPENING_ENTRIES);

/** What is wrong with what was said of the world: each has its entry with the same content, and each entry its paper. */
export function happeningFaults(store: Store, isOwn: (versionId: string) => boolean): readonly Fault[] {
  const entries = new Map(
    store.ledger
      .latestOfKinds(KINDS, -1, 0)
      .map((entry) => [(entry.payload as { readonly happening?: unknown } | undefined)?.happening, entry] as const),
  );
  const papers = happenings(store).list();
  const changed = papers.flatMap(({ id, subject = '', body, createdAt, state }) => {
    const entry = entries.get(id);
    entries.delete(id);
    if (!entry) return isOwn(subject) ? [{ text: sentence('evidence.happening-check.unvouched', { id }) }] : [];
    const { salt: _salt, ...said } = entry.payload as JsonObject;
    const revisions = store.papers.revisions(id);
    const inStep =
      revisions.length === 1 &&
      revisions.every(
        (one) => one.state === state && canonicalJson(one.body) === canonicalJson(store.papers.byId(id)?.body),
      ) &&
      entry.subject === `version:${subject}` &&
      entry.at === createdAt &&
      body.kind === state &&
      canonicalJson(said) === canonicalJson({ happening: id, ...(body as unknown as JsonObject) });
    const { sequence } = entry;
    return inStep ? [] : [{ sequence, text: sentence('evidence.happening-check.changed', { id }) }];
  });
  const gone = [...entries].map(([id, { sequence }]) => ({
    sequence,
    text: sentence('evidence.happening-check.gone', { id: typeof id === 'string' ? id : '' }),
    missing: true as const,
  }));
  return [...changed, ...gone];
}
