import { z } from 'zod';
import { sentence } from '../../agreement/sentence.ts';
import { SEAL_SHAPE_NAMES } from '../../contract/letters.ts';
import type { ScanView } from '../../contract/letters-scans.ts';
import { frozenWords, hash, keptFile } from '../../kernel/papers/members.ts';
import { type Paper, type PaperKind, type Repository, repository } from '../../kernel/papers/repository.ts';
import { shape } from '../../kernel/papers/shape.ts';
import { PAPERS } from '../../kernel/stored-names.ts';
import type { SealShape } from '../../pdf/finish/seal.ts';
import type { Store } from '../../store/store.ts';

/** A scan as it is kept: what the screen shows, and the hashes of the small pictures. */
export interface KeptScan extends Omit<ScanView, 'id' | 'letterId' | 'state'> {
  readonly print?: string;
  readonly shape: SealShape;
  readonly seam: boolean;
  readonly pictures: readonly string[];
}

type ScanState = ScanView['state'];
export type ScanPaper = Paper<KeptScan, ScanState>;

const check = z.strictObject({
  kind: z.enum([
    'page',
    'order',
    'stranger',
    'duplicate',
    'unreadable',
    'seal',
    'line',
    'seam',
    'seam-height',
    'signature',
  ]),
  state: z.enum(['found', 'missing', 'doubtful', 'unseen']),
  text: frozenWords,
  page: z.number().exactOptional(),
  sheet: z.number().exactOptional(),
  zone: z.string().exactOptional(),
});

const place = {
  page: z.number(),
  left: z.number(),
  bottom: z.number(),
  width: z.number(),
  height: z.number(),
};

const sheet = z.strictObject({
  file: z.string(),
  is: z.enum(['page', 'foreign', 'unknown', 'blank']),
  page: z.number().exactOptional(),
  zones: z.array(z.strictObject(place)),
  seals: z.array(z.strictObject({ ...place, turn: z.number() })),
});

export const SCAN: PaperKind<KeptScan, ScanState> = {
  name: PAPERS.letters.scan,
  noun: sentence('letters.scan-records.noun'),
  feature: 'letters',
  states: ['unchecked', 'confirmed', 'overruled', 'rejected'],
  shape: shape(
    z.strictObject({
      receivedAt: z.string(),
      files: z.array(keptFile),
      overall: z.enum(['complete', 'incomplete', 'doubtful']),
      checks: z.array(check),
      sheets: z.array(sheet),
      decided: z
        .strictObject({
          at: z.string(),
          by: z.string(),
          reason: z.string().exactOptional(),
          signed: z.boolean().exactOptional(),
        })
        .exactOptional(),
      print: z.string().exactOptional(),
      shape: z.enum(SEAL_SHAPE_NAMES),
      seam: z.boolean(),
      pictures: z.array(hash),
    }),
  ),
  called: ({ body }) => sentence('frame.list', { items: body.files.map(({ name }) => name) }),
};

/** Scans that came back; the subject is the letter. */
export const scanPapers = (store: Store): Repository<KeptScan, ScanState> => repository(store, SCAN);
