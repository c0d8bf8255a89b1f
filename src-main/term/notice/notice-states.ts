import { type Sentence, sentence } from '../../agreement/sentence.ts';
import type { TagKind } from '../../agreement/model.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { CivilDate } from '../calendar/civil-date.ts';

/**
 * Where a notice stands. `accepted`, `lapsed` and `withdrawn` are final. `objected`: against the change, by leaving or until more is
 * said. `continuing`: objected in writing, going on under the earlier text. `voided`: registered by mistake, from any state, and back to it.
 */
export const NOTICE_STATES = [
  'announced',
  'under-review',
  'accepted',
  'objected',
  'continuing',
  'lapsed',
  'withdrawn',
  'voided',
] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

export const STATE_WORDS: Readonly<Record<NoticeState, Sentence>> = {
  announced: sentence('names.noticeState.announced'),
  'under-review': sentence('names.noticeState.under-review'),
  accepted: sentence('names.noticeState.accepted'),
  objected: sentence('names.noticeState.objected'),
  continuing: sentence('names.noticeState.continuing'),
  lapsed: sentence('names.noticeState.lapsed'),
  withdrawn: sentence('names.noticeState.withdrawn'),
  voided: sentence('names.noticeState.voided'),
};

/** Every move there is but voiding, which says nothing of the change. Nothing moves by the passing of time, and who decides at once did not begin a review first. */
export const NOTICE_TRANSITIONS: Readonly<Record<NoticeState, readonly NoticeState[]>> = {
  announced: ['under-review', 'accepted', 'objected', 'lapsed', 'withdrawn'],
  'under-review': ['accepted', 'objected', 'lapsed', 'withdrawn'],
  objected: ['continuing', 'accepted', 'withdrawn'],
  continuing: ['accepted', 'withdrawn'],
  accepted: [],
  lapsed: [],
  withdrawn: [],
  voided: [],
};

/** A person's own word that the service went on being used after the change took effect; the only way to `lapsed`. */
export interface ContinuedUse {
  readonly confirmedBy: string;
  readonly confirmedOn: CivilDate;
  /** First day after the effect on which it was used. */
  readonly usedOn: CivilDate;
  /** The day the change took effect, from the clock. */
  readonly effectiveOn: CivilDate;
  /** The clause under which use counts as acceptance. */
  readonly clause: { readonly id: string; readonly number?: string };
}

function refuseLapse(use: ContinuedUse | undefined): void {
  if (use === undefined) {
    throw new Refusal(
      'lapse-unconfirmed',
      sentence('term.notice-states.lapse-unconfirmed'),
      sentence('term.notice-states.lapse-unconfirmed.next'),
    );
  }
  if (use.usedOn >= use.effectiveOn && use.confirmedOn >= use.usedOn && use.confirmedBy.trim() !== '') return;
  throw new Refusal(
    'lapse-too-early',
    sentence('term.notice-states.lapse-too-early'),
    sentence('term.notice-states.lapse-too-early.next'),
  );
}

/** Moves a notice to the next state, or refuses (`transition-not-allowed`, `lapse-unconfirmed`, `lapse-too-early`). */
export function moveNotice(from: NoticeState, to: NoticeState, continuedUse?: ContinuedUse): NoticeState {
  if (!NOTICE_TRANSITIONS[from].includes(to)) {
    const allowed = NOTICE_TRANSITIONS[from].map((state) => STATE_WORDS[state]);
    throw new Refusal(
      'transition-not-allowed',
      sentence('term.notice-states.transition-not-allowed', { from: STATE_WORDS[from], to: STATE_WORDS[to] }),
      allowed.length === 0
        ? sentence('term.notice-states.transition-not-allowed.next')
        : sentence('term.notice-states.transition-not-allowed.next-allowed', { allowed }),
    );
  }
  if (to === 'lapsed') refuseLapse(continuedUse);
  return to;
}

/** Clauses that speak of a step: of a kind, and where the kind says too little, by their words. */
export interface StepGround {
  readonly tag: TagKind;
  readonly says?: RegExp;
}

/** One thing to do after an objection, and which clauses speak of it. */
export interface ObjectionItem {
  readonly id: 'stop-using' | 'settle-fees' | 'migrate-and-back-up' | 'export-records' | 'confirm-in-writing';
  readonly title: Sentence;
  readonly why: Sentence;
  readonly grounds: readonly StepGround[];
}

export const OBJECTION_CHECKLIST: readonly ObjectionItem[] = [
  {
    id: 'stop-using',
    title: sentence('term.notice-states.checklist.stop-using.title'),
    why: sentence('term.notice-states.checklist.stop-using.why'),
    grounds: [
      { tag: 'continued-use' },
      { tag: 'change-notice', says: /停止使用|停用|\b(?:stop|cease|discontinue)\b/iu },
    ],
  },
  {
    id: 'settle-fees',
    title: sentence('term.notice-states.checklist.settle-fees.title'),
    why: sentence('term.notice-states.checklist.settle-fees.why'),
    grounds: [{ tag: 'fee' }, { tag: 'refund' }],
  },
  {
    id: 'migrate-and-back-up',
    title: sentence('term.notice-states.checklist.migrate.title'),
    why: sentence('term.notice-states.checklist.migrate.why'),
    grounds: [
      { tag: 'data-backup' },
      { tag: 'change-notice', says: /迁[出移]|备份|取回|导出|\b(?:migrat|back(?:ing)? ?up|export|retriev)/iu },
    ],
  },
  {
    id: 'export-records',
    title: sentence('term.notice-states.checklist.export-records.title'),
    why: sentence('term.notice-states.checklist.export-records.why'),
    grounds: [{ tag: 'invoice' }, { tag: 'compliance' }],
  },
  {
    id: 'confirm-in-writing',
    title: sentence('term.notice-states.checklist.confirm-in-writing.title'),
    why: sentence('term.notice-states.checklist.confirm-in-writing.why'),
    grounds: [
      { tag: 'notice-delivery' },
      { tag: 'change-notice', says: /反对|异议|不同意|不接受|\b(?:object|disagree|reject)|not (?:agree|accept)/iu },
    ],
  },
];
