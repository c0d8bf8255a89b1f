import type { NextReview } from '../../contract/review.ts';
import type { AgreementSummary } from '../../contract/library.ts';
import type { Ports } from '../../kernel/ports.ts';
import { agreementSummaries } from '../../kernel/standing.ts';
import { isUnread, undecided } from '../../kernel/undecided.ts';

/** Kept for looking things up: nothing of it is agreed to. */
const REFERENCE: ReadonlySet<AgreementSummary['kind']> = new Set(['guide', 'form-list']);

/** The newest versions that nobody decided on yet, the one that waits longest first. A colleague's are not ours to decide. */
export function awaitingReview({ store, now }: Pick<Ports, 'store' | 'now'>): readonly NextReview[] {
  return agreementSummaries(store, now().toISOString())
    .filter(({ origin, kind }) => origin === 'own' && !REFERENCE.has(kind))
    .flatMap(({ id, title, versions }) => {
      const newest = undecided(versions);
      if (!newest || !isUnread(newest)) return [];
      const { id: versionId, ordinal, state, savedAt } = newest;
      return [{ agreementId: id, versionId, title, ordinal, begun: state === 'reviewing', savedAt }];
    })
    .toSorted((one, other) => (one.savedAt < other.savedAt ? -1 : 1));
}
