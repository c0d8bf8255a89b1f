import { z } from 'zod';
import { sentence } from '../../agreement/sentence.ts';
import type { ImportedBundle } from '../../contract/evidence.ts';
import { frozenWords, hash } from '../../kernel/papers/members.ts';
import { type PaperKind, type Repository, repository } from '../../kernel/papers/repository.ts';
import { shape } from '../../kernel/papers/shape.ts';
import { PAPERS } from '../../kernel/stored-names.ts';
import type { Store } from '../../store/store.ts';

/** A colleague's bundle that was taken in. */
export type KeptBundle = Omit<ImportedBundle, 'id'>;

export const BUNDLE: PaperKind<KeptBundle, 'imported'> = {
  name: PAPERS.evidence.bundle,
  noun: sentence('evidence.bundle-records.noun'),
  feature: 'evidence',
  states: ['imported'],
  shape: shape(
    z.strictObject({
      name: z.string(),
      origin: z.string(),
      sha256: hash,
      importedAt: z.string(),
      versions: z.number(),
      decisions: z.number(),
      head: z.string(),
      keyId: z.string().exactOptional(),
      history: z.strictObject({ name: z.string(), sha256: hash, entries: z.number() }).exactOptional(),
      conflicts: z.array(z.strictObject({ id: z.string(), text: frozenWords })).exactOptional(),
    }),
  ),
  called: ({ body }) => `${body.origin} ${body.name}`.trim(),
};

export const bundlePapers = (store: Store): Repository<KeptBundle, 'imported'> => repository(store, BUNDLE);
