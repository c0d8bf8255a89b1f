import { z } from 'zod';
import { candidateOf, type ResemblanceCandidate, SKETCH_FORM } from '../../compare/align/resemblance.ts';
import type { AgreementDocument } from '../../agreement/model.ts';
import type { KeptSketch } from '../../store/sketches.ts';
import type { Store } from '../../store/store.ts';

/** As much of a candidate as is kept: its title is the agreement's, which a person may change. */
const shape = z.object({
  kind: z.string(),
  provider: z.string().optional(),
  /** Little-endian 32-bit numbers, in base64: a large library has millions of them. */
  shingles: z.string(),
});
type Kept = Pick<ResemblanceCandidate, 'kind' | 'provider' | 'shingles'>;

/** Keeps what likeness to a version is worked out from; again when its reading changes. Call it within what is recorded. */
export function keepSketch(store: Store, versionId: string, document: AgreementDocument): Kept {
  const { id: _id, title: _title, ...kept } = candidateOf(versionId, document);
  store.agreements.sketches.put(versionId, SKETCH_FORM, JSON.stringify({ ...kept, shingles: packed(kept.shingles) }));
  return kept;
}

/** The newest version of each of one's own agreements as a candidate, by the agreement's id. Parses what has no sketch yet. */
export function newestCandidates(store: Store): readonly ResemblanceCandidate[] {
  const titles = new Map(store.agreements.ownAgreements().map(({ id, title }) => [id, title]));
  const kept = store.agreements.sketches.ofNewest(SKETCH_FORM);
  const candidates = (): readonly ResemblanceCandidate[] =>
    kept.flatMap((row) => {
      const sketch = sketchOf(store, row);
      return sketch ? [{ id: row.agreementId, title: titles.get(row.agreementId) ?? '', ...sketch }] : [];
    });
  // What is missing is written together: thousands of small transactions take longer than reading the documents.
  return kept.every(({ sketch }) => sketch !== undefined) ? candidates() : store.transaction(candidates);
}

/**
 * Makes the sketches that are missing, one at a time, so that nothing else waits: a database that an earlier version
 * wrote has none. `goOn` is asked before each.
 */
export async function makeSketches(store: Store, goOn: () => boolean): Promise<void> {
  for (const versionId of store.agreements.sketches.missing(SKETCH_FORM)) {
    await new Promise((resolve) => setTimeout(resolve));
    if (!goOn()) return;
    const document = store.agreements.document(versionId);
    if (document) keepSketch(store, versionId, document);
  }
}

function sketchOf(store: Store, { versionId, sketch }: KeptSketch): Kept | undefined {
  const read = sketch === undefined ? undefined : shape.safeParse(JSON.parse(sketch));
  if (read?.success) return { ...(read.data as Omit<Kept, 'shingles'>), shingles: unpacked(read.data.shingles) };
  const document = store.agreements.document(versionId);
  return document && keepSketch(store, versionId, document);
}

function packed(shingles: readonly number[]): string {
  const bytes = Buffer.alloc(4 * shingles.length);
  shingles.forEach((shingle, index) => bytes.writeUInt32LE(shingle, 4 * index));
  return bytes.toString('base64');
}

function unpacked(text: string): readonly number[] {
  const bytes = Buffer.from(text, 'base64');
  return Array.from({ length: bytes.length >> 2 }, (_, index) => bytes.readUInt32LE(4 * index));
}
