import type { NextReview } from '../../contract/review.ts';
import type { StandingPeriod } from '../../acceptance/standing.ts';
import type { AgreementSummary } from '../../contract/library.ts';
import type { Ports } from '../../kernel/ports.ts';
import { agreementSummaries } from '../../kernel/standing.ts';
import { isUnread, isUntouched, undecided } from '../../kernel/history/undecided.ts';
import type { Store } from '../../store/store.ts';

/** Kept for looking things up: nothing of it is agreed to. */
const REFERENCE: ReadonlySet<AgreementSummary['kind']> = new Set(['guide', 'form-list']);

/** What waits to be read; `taken`: by what it stands already, with no decision noted on it. */
export interface AwaitedReview extends NextReview {
  readonly taken?: StandingPeriod['by'];
}

const byTitle = new Intl.Collator('zh-Hans-CN', { numeric: true });

/**
 * The newest versions that nobody decided on yet: those that would follow another first, then the one that waits longest, then by title.
 * The library's overview keeps to the same order. A colleague's are not ours to decide.
 */
export function awaitingReview({ store, now }: Pick<Ports, 'store' | 'now'>): readonly AwaitedReview[] {
  return agreementSummaries(store, now().toISOString())
    .filter(({ origin, kind }) => origin === 'own' && !REFERENCE.has(kind))
    .flatMap(({ id, title, versions }) => {
      const newest = undecided(versions);
      if (!newest || !isUnread(newest)) return [];
      const { id: versionId, ordinal, state, savedAt, unread, period } = newest;
      const waiting = { agreementId: id, versionId, title, ordinal, begun: state === 'reviewing', savedAt };
      const next: AwaitedReview = { ...waiting, ...(unread && period ? { taken: period.by } : {}) };
      const follows = !unread && versions.some((each) => each.ordinal < ordinal && !isUntouched(each));
      return [{ next, follows }];
    })
    .toSorted(
      (one, other) =>
        Number(other.follows) - Number(one.follows) ||
        compareText(one.next.savedAt, other.next.savedAt) ||
        byTitle.compare(one.next.title, other.next.title),
    )
    .map(({ next }) => next);
}

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** What is never offered next, whatever was decided: of the archive nothing, and samples only after one of them. */
interface Apart {
  readonly gone: ReadonlySet<string>;
  readonly samples: ReadonlyMap<string, unknown>;
}

/**
 * What waits for a decision after one on this version: the agreement that it is an annex of, then the other documents of its set, then
 * others of the same provider, then the rest; each the one that waits longest first.
 */
export function nextReview(ports: Pick<Ports, 'store' | 'now'>, after: string, apart: Apart): NextReview | undefined {
  const { store } = ports;
  const decided = store.agreements.version(after)?.agreementId;
  const offered = awaitingReview(ports).filter(
    ({ agreementId }) =>
      !apart.gone.has(agreementId) && (!apart.samples.has(agreementId) || apart.samples.has(decided ?? '')),
  );
  const near = nearnessTo(store, decided);
  const [next] = offered.toSorted((one, other) => near(one.agreementId) - near(other.agreementId));
  if (!next) return undefined;
  const { taken: _, ...asked } = next;
  return asked;
}

/** How near an agreement is to the one that was decided on, the nearest 0. */
function nearnessTo(store: Store, decided: string | undefined): (agreementId: string) => number {
  const all = new Map(store.agreements.agreements().map((agreement) => [agreement.id, agreement]));
  const mainOf = (id: string | undefined): string | undefined => all.get(id ?? '')?.annexOf ?? id;
  const [main, provider] = [mainOf(decided), all.get(decided ?? '')?.provider];
  const sourcesOf = (id: string | undefined): readonly string[] =>
    id === undefined ? [] : store.agreements.versionsOf(id).map(({ sourceId }) => sourceId);
  const together = new Set(sourcesOf(decided));
  return (id) => {
    if (id === main) return 0;
    if (mainOf(id) === main) return 1;
    if (sourcesOf(id).some((sourceId) => together.has(sourceId))) return 2;
    return provider !== undefined && all.get(id)?.provider === provider ? 3 : 4;
  };
}
