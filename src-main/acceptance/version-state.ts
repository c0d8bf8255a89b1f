import { say, type Sentence } from '../agreement/sentence.ts';
import type { ClauseReference, SealedCopy } from './governing.ts';
import type { Decision } from './record.ts';

/** Where a version stands. Always shown as a word with a date. */
export type VersionState = 'not-reviewed' | 'reviewing' | Decision | 'superseded';

export const STATE_WORDS: Readonly<Record<VersionState, Sentence>> = {
  'not-reviewed': { zh: '待审阅', en: 'to be reviewed' },
  reviewing: { zh: '审阅中', en: 'in review' },
  accepted: { zh: '已接受', en: 'accepted' },
  declined: { zh: '已拒绝', en: 'declined' },
  'set-aside': { zh: '已搁置', en: 'set aside' },
  superseded: { zh: '已被取代', en: 'superseded' },
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
      ? { state: 'not-reviewed', why: { zh: '尚未打开审阅。', en: 'It has not been opened for review.' } }
      : {
          state: 'reviewing',
          since: history.reviewStartedAt,
          why: { zh: '已开始审阅，尚未决定。', en: 'The review has begun; there is no decision yet.' },
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
      why: { zh: '盖章文本已核对。', en: 'The sealed text was checked.' },
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
      : { zh: `理由：${reason}`, en: `Reason: ${reason}` };
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
  if (!clause) return { zh: `被《${title}》取代。`, en: `Replaced by “${title}”.` };
  const place =
    clause.number === undefined
      ? { zh: '', en: 'its words' }
      : { zh: `第 ${clause.number} 条`, en: `clause ${clause.number}` };
  return {
    zh: `依《${title}》${say(place, 'zh')}“${clause.because}”，被其取代。`,
    en: `Replaced by “${title}”, by ${say(place, 'en')} “${clause.because}”.`,
  };
}
