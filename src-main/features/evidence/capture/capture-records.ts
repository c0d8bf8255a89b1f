import { z } from 'zod';
import { sentence } from '../../../agreement/sentence.ts';
import {
  CAPTURE_KINDS,
  type CaptureFile,
  type Captured,
  CLEANINGS,
  CLOCK_CHECKS,
} from '../../../contract/evidence/captures.ts';
import { frozenWords, hash } from '../../../kernel/papers/members.ts';
import { type PaperKind, type Repository, repository } from '../../../kernel/papers/repository.ts';
import { shape } from '../../../kernel/papers/shape.ts';
import { PAPERS } from '../../../kernel/stored-names.ts';
import type { Store } from '../../../store/store.ts';

/** A capture as it is kept; what was found of its files is in the words of that day. */
export type KeptCapture = Captured & { readonly files: readonly CaptureFile[] };

export const CAPTURE: PaperKind<KeptCapture, 'recorded'> = {
  name: PAPERS.evidence.capture,
  noun: sentence('court.capture.noun'),
  feature: 'evidence',
  states: ['recorded'],
  shape: shape(
    z.strictObject({
      agreementId: z.string(),
      title: z.string(),
      address: z.string(),
      operator: z.string(),
      witness: z.string(),
      device: z.string(),
      browser: z.string(),
      network: z.string(),
      cleaned: z.array(z.enum(CLEANINGS)),
      clock: z.enum(CLOCK_CHECKS),
      offset: z.number(),
      start: z.string(),
      end: z.string(),
      files: z.array(
        z.strictObject({
          sha256: hash,
          name: z.string(),
          bytes: z.number(),
          kind: z.enum(CAPTURE_KINDS),
          checks: z.array(
            z.strictObject({ ok: z.boolean(), absent: z.literal(true).exactOptional(), text: frozenWords }),
          ),
          certificate: z
            .strictObject({
              subject: z.string(),
              issuer: z.string(),
              serial: z.string(),
              from: z.string(),
              to: z.string(),
              sha256: hash,
            })
            .exactOptional(),
        }),
      ),
    }),
  ),
  called: ({ body }) => body.title,
};

/** Captures; the subject is the agreement. */
export const captures = (store: Store): Repository<KeptCapture, 'recorded'> => repository(store, CAPTURE);
