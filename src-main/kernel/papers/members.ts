import { z } from 'zod';
import { CHANNEL_NAMES } from '../../agreement/channel.ts';
import { CASE_STATES, PAID_IN } from '../../letter/case.ts';

/** Members that the bodies of several papers have. Strict: a member that nobody knows is not dropped in silence. */

/** SHA-256 in lower-case hex. */
export const hash = z.string().regex(/^[0-9a-f]{64}$/u);

/** A sentence in the words it was said in when it was stored. */
export const frozenWords = z.strictObject({ zh: z.string(), en: z.string() });

export const keptFile = z.strictObject({ sha256: hash, name: z.string() });

export const clauseReference = z.strictObject({
  clauseId: z.string(),
  number: z.string().exactOptional(),
  because: z.string(),
});

export const channel = z.enum(CHANNEL_NAMES);

/** One step of a case. `said` is empty where nobody was named. */
export const caseStep = z.strictObject({
  state: z.enum(CASE_STATES),
  at: z.string(),
  said: z.string(),
  channel: channel.exactOptional(),
  number: z.string().exactOptional(),
  proof: keptFile.exactOptional(),
  note: z.string().exactOptional(),
  answerBy: z.string().exactOptional(),
  unsealed: z.literal(true).exactOptional(),
  outside: z.strictObject({ when: z.enum(['before', 'after']), reason: z.string() }).exactOptional(),
  credited: z
    .strictObject({ amount: z.string(), paidIn: z.enum(PAID_IN), currency: z.string(), difference: z.string() })
    .exactOptional(),
});

/** The way of a case so far, oldest first; never empty. */
export const caseHistory = z.array(caseStep).min(1);
