import { say, type Sentence, sentence } from '../agreement/sentence.ts';
import type { ClauseReference, SealedCopy } from './governing.ts';
import type { Decision } from './record.ts';

/** Where a version stands. Always shown as a word with a date. */
export type VersionState = 'not-reviewed' | 'reviewing' | Decision | 'superseded';

export const STATE_WORDS: Readonly<Record<VersionState, Sentence>> = {
  'not-reviewed': sentence('acceptance.version-state.state-words.not-reviewed'),
  reviewing: sentence('acceptance.version-state.state-words.reviewing'),
  accepted: sentence('acceptance.version-state.state-words.accepted'),
  declined: sentence('acceptance.version-state.state-words.declined'),
  'set-aside': sentence('acceptance.version-state.state-words.set-aside'),
  superseded: sentence('acceptance.version-state.state-words.superseded'),
};

/** What was recorded about one version; instants are UTC ISO. */
export interface VersionHistory {
  readonly reviewStartedAt?: string | undefined;
  readonly decisions: readonly {
    readonly id: string;
    readonly decision: Decision;
    readonly at: string;
    readonly reason?: string | undefined;
  }[];
  readonly sealedCopies: readonly Pick<SealedCopy, 'id' | 'state' | 'stateAt'>[];
  /** Confirmed replacements: by a later version of the same agreement, or by another agreement whose clause says so. */
  readonly supersededBy: readonly {
    readonly versionId: string;
    readonly title: string;
    readonly at: string;
    readonly clause?: ClauseReference | undefined;
  }[];
}

export interface VersionStanding {
  readonly state: VersionState;
  /** Since when; absent only for `not-reviewed`. */
  readonly since?: string;
  readonly why: Sentence;
}

/**
 * The state of a version from its records alone. The last decision counts; a confirmed sealed copy is an acceptance by
 * seal; only what was accepted can be superseded, and an acceptance after the replacement stands again.
 */
export function versionStanding(history: VersionHistory): VersionStanding {
  const last = lastDecision(history);
  if (!last) {
    return history.reviewStartedAt === undefined
      ? { state: 'not-reviewed', why: sentence('acceptance.version-state.version-standing.why') }
      : {
          state: 'reviewing',
          since: history.reviewStartedAt,
          why: sentence('acceptance.version-state.version-standing.why-2'),
        };
  }
  if (last.state !== 'accepted') return last;
  const replaced = history.supersededBy
    .filter(({ at }) => at >= (last.since ?? ''))
    .toSorted((a, b) => a.at.localeCompare(b.at))[0];
  return replaced ? { state: 'superseded', since: replaced.at, why: replacedWhy(replaced) } : last;
}

function lastDecision({ decisions, sealedCopies }: VersionHistory): VersionStanding | undefined {
  const clicks = decisions.map(({ decision, at, reason }): VersionStanding & { since: string } => ({
    state: decision,
    since: at,
    why: decisionWhy(decision, reason),
  }));
  const seals = sealedCopies
    .filter(({ state }) => state === 'confirmed' || state === 'overruled')
    .map(({ stateAt }): VersionStanding & { since: string } => ({
      state: 'accepted',
      since: stateAt,
      why: sentence('acceptance.version-state.seals.why'),
    }));
  const inOrder = [...clicks, ...seals].toSorted((a, b) => a.since.localeCompare(b.since));
  const last = inOrder.at(-1);
  if (last?.state !== 'accepted') return last;
  // A seal after the click confirms; the version has been accepted since the first of the unbroken run.
  const broken = inOrder.findLastIndex(({ state }) => state !== 'accepted');
  return inOrder[broken + 1];
}

function decisionWhy(decision: Decision, reason: string | undefined): Sentence {
  const because =
    reason === undefined || reason.trim() === ''
      ? { zh: '', en: '' }
      : sentence('acceptance.version-state.decision-why.because', { reason });
  switch (decision) {
    case 'accepted':
      return { zh: `点击接受。${say(because, 'zh')}`, en: `Accepted by click. ${say(because, 'en')}`.trim() };
    case 'declined':
      return { zh: `拒绝。${say(because, 'zh')}`, en: `Declined. ${say(because, 'en')}`.trim() };
    case 'set-aside':
      return {
        zh: `搁置，未作决定。${say(because, 'zh')}`,
        en: `Set aside without a decision. ${say(because, 'en')}`.trim(),
      };
  }
}

function replacedWhy({ title, clause }: VersionHistory['supersededBy'][number]): Sentence {
  if (!clause) return sentence('acceptance.version-state.replaced-why', { title });
  const place =
    clause.number === undefined
      ? { zh: '', en: 'its words' }
      : sentence('acceptance.version-state.replaced-why.place', { number: clause.number });
  return sentence('acceptance.version-state.replaced-why-2', { title, place, because: clause.because });
}
