import { z } from 'zod';
import { sentence } from '../../agreement/sentence.ts';
import { fromHex } from '../../ledger/hex.ts';
import { isObject } from '../../ledger/open-bundle.ts';
import { hash } from './members.ts';
import { type Paper, type PaperKind, type Repository, repository } from './repository.ts';
import { shape } from './shape.ts';
import { PAPERS } from '../stored-names.ts';
import type { Store } from '../../store/store.ts';

/** A request for a time stamp over an entry, and the answer once it came. */
export interface KeptTimestamp {
  readonly sequence: number;
  readonly hash: string;
  /** Hex, as it stands in the request. */
  readonly nonce: string;
  readonly attached?: { readonly at: string; readonly authority: string; readonly sha256: string };
}

/** A root certificate that the person trusts for time stamps. */
export interface KeptRoot {
  readonly subject: string;
  readonly notAfter: string;
  /** Hex. */
  readonly der: string;
}

const STATES = ['requested', 'attached', 'trusted'] as const;
type TimestampState = (typeof STATES)[number];
export type TimestampPaper = Paper<KeptTimestamp, TimestampState>;

export const TIMESTAMP: PaperKind<KeptTimestamp, TimestampState> = {
  name: PAPERS.evidence.timestamp,
  noun: sentence('evidence.timestamp-records.timestamp'),
  feature: 'evidence',
  states: STATES,
  shape: shape(
    z.strictObject({
      sequence: z.number(),
      hash,
      nonce: z.string(),
      attached: z.strictObject({ at: z.string(), authority: z.string(), sha256: hash }).exactOptional(),
    }),
  ),
};

export const TIMESTAMP_ROOT: PaperKind<KeptRoot, 'trusted'> = {
  name: PAPERS.evidence.timestampRoot,
  noun: sentence('evidence.timestamp-records.root'),
  feature: 'evidence',
  states: ['trusted'],
  shape: shape(z.strictObject({ subject: z.string(), notAfter: z.string(), der: z.string() })),
  called: ({ body }) => body.subject,
  removal: {
    what: 'timestamp-root',
    entries: { removed: 'timestamp-root-removed', restored: 'timestamp-root-restored' },
    entry: ({ id, body }) => ({ subject: `timestamp-root:${id}`, payload: rootEntry(body) }),
    changed: ['evidence'],
  },
};

/** A root as the ledger holds it. */
export const rootEntry = ({ subject, notAfter, der }: KeptRoot) => ({ subject, notAfter, der });

/** Requests and answers; the subject is the entry. */
export const timestampPapers = (store: Store): Repository<KeptTimestamp, TimestampState> =>
  repository(store, TIMESTAMP);

export const rootPapers = (store: Store): Repository<KeptRoot, 'trusted'> => repository(store, TIMESTAMP_ROOT);

/** DER of the roots that the person trusts, as the ledger has it: one that was put in beside it is trusted by nobody. */
export function trustedRoots(store: Store): readonly Uint8Array[] {
  return rootPapers(store)
    .list()
    .filter(({ id, body }) => {
      const last = store.ledger.ofSubject(`timestamp-root:${id}`).at(-1)?.payload;
      return isObject(last) && last['der'] === body.der;
    })
    .map(({ body }) => fromHex(body.der));
}
