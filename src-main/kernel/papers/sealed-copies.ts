import { textNamed } from '../../store/agreements.ts';
import { z } from 'zod';
import { type ClauseReference, SEAL_KINDS } from '../../acceptance/governing.ts';
import { sentence } from '../../agreement/sentence.ts';
import type { SealedCopyView } from '../../contract/letters-sealed-copies.ts';
import type { Store } from '../../store/store.ts';
import { PAPERS } from '../stored-names.ts';
import { clauseReference, hash } from './members.ts';
import { type PaperKind, type Repository, repository } from './repository.ts';
import { shape } from './shape.ts';

/** A sealed copy as it is kept; `statedEffective`: the day of effect that the text gave when its seals were told. */
export interface KeptCopy extends SealedCopyView {
  readonly statedEffective?: string;
}

/** A replacement by a person's word: the later version, and the clause that says so. */
export interface Supersession {
  readonly versionId: string;
  readonly title: string;
  readonly at: string;
  readonly by: string;
  readonly clause: ClauseReference;
}

type CopyState = KeptCopy['state'];

const STATES = ['unchecked', 'confirmed', 'overruled', 'rejected'] as const satisfies readonly CopyState[];

const difference = z.strictObject({
  id: z.string(),
  clauseId: z.string().exactOptional(),
  clicked: z.string().exactOptional(),
  sealed: z.string().exactOptional(),
  foundAt: z.string(),
  resolved: z.strictObject({ at: z.string(), by: z.string(), how: z.string() }).exactOptional(),
});

const partySeal = z.strictObject({
  kind: z.enum(SEAL_KINDS).exactOptional(),
  signatory: z.string().exactOptional(),
  datedOn: z.string().exactOptional(),
});

export const SEALED_COPY: PaperKind<KeptCopy, CopyState> = {
  name: PAPERS.letters.sealedCopy,
  noun: sentence('kernel.papers.sealed-copy'),
  feature: 'review',
  states: STATES,
  shape: shape(
    z.strictObject({
      id: z.string(),
      receivedAt: z.string(),
      sha256: hash,
      state: z.enum(STATES),
      stateAt: z.string(),
      differences: z.array(difference),
      name: z.string(),
      compared: z.boolean(),
      reason: z.string().exactOptional(),
      by: z.string().exactOptional(),
      seals: z.enum(['ours', 'theirs', 'both']).exactOptional(),
      parties: z.strictObject({ ours: partySeal.exactOptional(), theirs: partySeal.exactOptional() }).exactOptional(),
      datedOn: z.string().exactOptional(),
      statedEffective: z.string().exactOptional(),
    }),
  ),
  called: ({ subject, body }, store) => {
    const version = subject === undefined ? undefined : store.agreements.version(subject);
    return `${version ? textNamed(version) : ''} ${body.name}`.trim();
  },
};

export const REPLACEMENT: PaperKind<Supersession, 'superseded'> = {
  name: PAPERS.letters.replacement,
  noun: sentence('kernel.papers.replacement'),
  feature: 'review',
  states: ['superseded'],
  shape: shape(
    z.strictObject({
      versionId: z.string(),
      title: z.string(),
      at: z.string(),
      by: z.string(),
      clause: clauseReference,
    }),
  ),
  called: ({ body }) => body.title,
};

/** Sealed copies; the subject is the version. */
export const sealedCopies = (store: Store): Repository<KeptCopy, CopyState> => repository(store, SEALED_COPY);

/** Replacements; the subject is the version that was replaced. */
export const replacements = (store: Store): Repository<Supersession, 'superseded'> => repository(store, REPLACEMENT);
