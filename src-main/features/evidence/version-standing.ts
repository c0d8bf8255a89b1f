import type { StandingFacts } from '../../acceptance/certificate-standing.ts';
import { lastPeriodOf, standsAt, stateAt } from '../../acceptance/standing.ts';
import { happeningsOf } from '../../kernel/history/happenings.ts';
import { standingOf } from '../../kernel/standing.ts';
import type { Store } from '../../store/store.ts';

/** Where a decided version stands at an instant (UTC ISO), and whether it is the text that holds then. */
export function standingFacts(
  store: Store,
  versionId: string,
  instant: string,
): (StandingFacts & { readonly stands: boolean }) | undefined {
  const version = store.agreements.version(versionId);
  const told = version && standingOf(store, version.agreementId);
  const state = told && stateAt(told, versionId, instant);
  if (!state) return undefined;
  const now = standsAt(told, instant);
  const period = now?.versionId === versionId ? now : lastPeriodOf(told, versionId);
  const concluded = happeningsOf(store, versionId).findLast(
    ({ id, body }) => body.kind === 'concluded' && (period === undefined || period.recordId === id),
  );
  return {
    state,
    stands: now?.versionId === versionId,
    ...(period ? { period } : {}),
    ...(concluded?.body.kind === 'concluded'
      ? {
          conclusion: {
            said: concluded.body.said,
            recordedAt: concluded.at,
            account: concluded.body.account,
            order: concluded.body.order,
            proof: concluded.body.proof,
          },
        }
      : {}),
  };
}
