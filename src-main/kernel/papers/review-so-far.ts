import { z } from 'zod';
import type { ReviewSoFar } from '../../acceptance/review-so-far.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { sentence } from '../../agreement/sentence.ts';
import type { Store } from '../../store/store.ts';

const instants = z.record(z.string(), z.string());

const shape: z.ZodType<ReviewSoFar> = z.strictObject({
  openedAt: z.string(),
  secondsBy: z.literal('main-process').exactOptional(),
  firstShownAt: z.string().exactOptional(),
  endReachedAt: z.string().exactOptional(),
  clauses: z.record(
    z.string(),
    z.strictObject({
      seconds: z.number(),
      acknowledgedAt: z.string().exactOptional(),
      weight: z.number().exactOptional(),
      decoration: z.string().exactOptional(),
      picture: z.string().exactOptional(),
    }),
  ),
  annexes: instants,
  redlines: instants,
  left: z.strictObject({ clauseId: z.string(), at: z.string() }).exactOptional(),
});

/** What was seen of a version so far; absent where its review never began. @throws Refusal `record-unreadable`. */
export function keptReview(store: Store, versionId: string): ReviewSoFar | undefined {
  const row = store.reviews.get(versionId);
  if (!row) return undefined;
  const { data, error } = shape.safeParse(JSON.parse(row.observations));
  if (!error) return data;
  const title = store.agreements.version(versionId)?.title ?? '';
  throw new Refusal(
    'record-unreadable',
    sentence('kernel.papers.review-unreadable', { title, day: row.startedAt.slice(0, 10) }),
    sentence('kernel.papers.review-unreadable.next'),
    { cause: error },
  );
}
