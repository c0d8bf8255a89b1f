import { type Sentence, sentence } from '../../agreement/sentence.ts';
import type { TagKind } from '../../agreement/model.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { CivilDate } from '../calendar/civil-date.ts';

/**
 * Where a notice stands. `accepted` and `withdrawn` are final. `objected`: against the change, by leaving or until more is
 * said. `continuing`: objected in writing, going on under the earlier text. `in-use`: still used after the effect, a fact that concedes
 * no acceptance (articles 140(2) and 543 of the Civil Code); whether it is one is said by accepting the text, or never. `voided`:
 * registered by mistake, from any state, and back to it. `lapsed`: what earlier builds said of use under a clause by which it counts as
 * acceptance; none is set down so any more.
 */
export const NOTICE_STATES = [
  'announced',
  'under-review',
  'accepted',
  'objected',
  'continuing',
  'in-use',
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
  'in-use': sentence('names.noticeState.in-use'),
  lapsed: sentence('names.noticeState.lapsed'),
  withdrawn: sentence('names.noticeState.withdrawn'),
  voided: sentence('names.noticeState.voided'),
};

/** Every move there is but voiding, which says nothing of the change. Nothing moves by the passing of time, and who decides at once did not begin a review first. */
export const NOTICE_TRANSITIONS: Readonly<Record<NoticeState, readonly NoticeState[]>> = {
  announced: ['under-review', 'accepted', 'objected', 'in-use', 'withdrawn'],
  'under-review': ['accepted', 'objected', 'in-use', 'withdrawn'],
  objected: ['continuing', 'accepted', 'withdrawn'],
  continuing: ['accepted', 'withdrawn'],
  'in-use': ['accepted', 'objected', 'withdrawn'],
  accepted: [],
  lapsed: [],
  withdrawn: [],
  voided: [],
};

/** Who objects is told what has to be done then, and who may object beforehand: what is recorded is recorded for good. */
export const concernsObjecting = (state: NoticeState): boolean =>
  state === 'objected' || NOTICE_TRANSITIONS[state].includes('objected');

/** A person's own word that the service went on being used after the change took effect; the only way to `in-use`. */
export interface ContinuedUse {
  readonly confirmedBy: string;
  readonly confirmedOn: CivilDate;
  /** First day after the effect on which it was used. */
  readonly usedOn: CivilDate;
  /** The day the change took effect, from the clock. */
  readonly effectiveOn: CivilDate;
}

function refuseUse(use: ContinuedUse | undefined): void {
  if (use === undefined) {
    throw new Refusal(
      'use-unconfirmed',
      sentence('term.notice-states.use-unconfirmed'),
      sentence('term.notice-states.use-unconfirmed.next'),
    );
  }
  if (use.usedOn >= use.effectiveOn && use.confirmedOn >= use.usedOn && use.confirmedBy.trim() !== '') return;
  throw new Refusal(
    'use-too-early',
    sentence('term.notice-states.use-too-early'),
    sentence('term.notice-states.use-too-early.next'),
  );
}

/** Moves a notice to the next state, or refuses (`transition-not-allowed`, `use-unconfirmed`, `use-too-early`). */
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
  if (to === 'in-use') refuseUse(continuedUse);
  return to;
}

/** Clauses that state a step: by their kind, by a sentence that says so, or by both. A sentence that forbids something states no step. */
export interface StepGround {
  readonly tag?: TagKind;
  readonly says?: RegExp;
}

const FORBIDS = /不得|禁止|严禁|不可以|\b(?:must|shall|may|do|will) not\b|\b(?:prohibit|forbid)/iu;

/** Whether a clause of these kinds and words states a step: where none surely does, the step has no basis. */
export function statesStep(grounds: readonly StepGround[], kinds: readonly TagKind[], text: string): boolean {
  const sentences = text.split(/[。；;\n]|(?<=[a-z])\.\s/u).filter((each) => !FORBIDS.test(each));
  return grounds.some(
    ({ tag, says }) =>
      (tag === undefined || kinds.includes(tag)) && (says === undefined || sentences.some((each) => says.test(each))),
  );
}

/** One thing to do after an objection, and which clauses speak of it. */
export interface ObjectionItem {
  readonly id: 'stop-using' | 'settle-fees' | 'migrate-and-back-up' | 'export-records' | 'confirm-in-writing';
  readonly title: Sentence;
  readonly why: Sentence;
  readonly grounds: readonly StepGround[];
}

const MOVES = /迁[出移]|备份|取回|导出|\b(?:migrat|back(?:ing)? ?up|export|retriev)/iu;

/** That an invoice is given, asked for or kept; one that a payment only counts from states nothing of it. */
const ISSUES_INVOICE =
  /(?:开具|出具|提供|索取|申请|补开|换开|重开|下载|导出|保存|留存|寄送|邮寄|交付)[^，。；]{0,16}发票(?!之日|[之以]?后|日起)|发票[^，。；]{0,12}(?:由|可|应|均|将)?[^，。；]{0,8}(?:开具|出具|提供|索取|申请|补开|换开|重开|下载|导出|保存|留存|寄送|邮寄|交付)(?!之日|[之以]?后|日起)|\b(?:issue|provide|send|deliver|request|render|submit|download|export|keep|retain|furnish)(?:s|ed)?\b[^.;]{0,40}\binvoices?\b|\binvoices?\b[^.;]{0,30}\b(?:is|are|be|been)\s(?:[a-z]+ly\s)?(?:issued|provided|sent|delivered|requested|rendered|submitted|downloaded|exported|kept|retained|made\savailable|available)\b|\bshall\sinvoice\b/iu;

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
    grounds: [
      { tag: 'fee', says: /结清|结算|清偿|欠费|\bsettle|outstanding/iu },
      { tag: 'refund', says: /退[还款费回]|\brefund/iu },
    ],
  },
  {
    id: 'migrate-and-back-up',
    title: sentence('term.notice-states.checklist.migrate.title'),
    why: sentence('term.notice-states.checklist.migrate.why'),
    grounds: [
      { tag: 'data-backup', says: MOVES },
      { tag: 'data-return', says: MOVES },
      { tag: 'change-notice', says: MOVES },
    ],
  },
  {
    id: 'export-records',
    title: sentence('term.notice-states.checklist.export-records.title'),
    why: sentence('term.notice-states.checklist.export-records.why'),
    grounds: [
      { tag: 'invoice', says: ISSUES_INVOICE },
      { says: /(?:保存|留存|保留|备份|导出|下载).{0,24}日志|日志.{0,24}(?:保存|留存|保留|备份|导出|下载)/u },
      {
        says: /\b(?:keep|retain|store|preserve|export|download)\b.{0,40}\blogs\b|\blogs\b.{0,40}\b(?:kept|retained|stored|preserved|exported)\b/iu,
      },
    ],
  },
  {
    id: 'confirm-in-writing',
    title: sentence('term.notice-states.checklist.confirm-in-writing.title'),
    why: sentence('term.notice-states.checklist.confirm-in-writing.why'),
    grounds: [
      {
        tag: 'notice-delivery',
        says: /(?:任何一方|任一方|一方|双方|各方).{0,30}通知|\b(?:either|each|any|a|one) party\b.{0,60}\bnoti(?:ce|f)|\b(?:all|any) notices?\b/iu,
      },
      { tag: 'change-notice', says: /反对|异议|不同意|不接受|\b(?:object|disagree|reject)|not (?:agree|accept)/iu },
    ],
  },
];
