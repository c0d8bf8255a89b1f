import type { StandingFacts } from '../../acceptance/certificate-standing.ts';
import { lastPeriodOf, standsAt, stateAt } from '../../acceptance/standing.ts';
import { conclusionTold } from '../../kernel/history/conclusion-told.ts';
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
  const conclusion = conclusionTold(store, versionId, period?.recordId);
  return {
    state,
    stands: now?.versionId === versionId,
    ...(period ? { period } : {}),
    ...(conclusion ? { conclusion } : {}),
  };
}
