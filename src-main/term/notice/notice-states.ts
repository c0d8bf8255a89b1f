import { say, type Sentence } from '../../agreement/sentence.ts';
import type { TagKind } from '../../agreement/model.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { CivilDate } from '../calendar/civil-date.ts';

/** Where a notice stands. `accepted`, `lapsed` and `withdrawn` are final. */
export const NOTICE_STATES = ['announced', 'under-review', 'accepted', 'objected', 'lapsed', 'withdrawn'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

export const STATE_WORDS: Readonly<Record<NoticeState, Sentence>> = {
  announced: { zh: '已公告', en: 'announced' },
  'under-review': { zh: '审阅中', en: 'under review' },
  accepted: { zh: '已接受', en: 'accepted' },
  objected: { zh: '已反对', en: 'objected' },
  lapsed: { zh: '因继续使用而视为接受', en: 'accepted by continued use' },
  withdrawn: { zh: '服务商已撤回', en: 'withdrawn by the provider' },
};

/** Every move there is. Nothing moves by the passing of time. */
export const NOTICE_TRANSITIONS: Readonly<Record<NoticeState, readonly NoticeState[]>> = {
  announced: ['under-review', 'withdrawn'],
  'under-review': ['accepted', 'objected', 'lapsed', 'withdrawn'],
  objected: ['withdrawn'],
  accepted: [],
  lapsed: [],
  withdrawn: [],
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
      {
        zh: '没有“继续使用”的确认记录，不能登记为视为接受；状态未改动。',
        en: 'Without a record that use went on, it cannot be set down as accepted by use; nothing was changed.',
      },
      { zh: '请由知情人确认生效后仍在使用，并写明日期。', en: 'Have someone who knows confirm the use, with its day.' },
    );
  }
  if (use.usedOn >= use.effectiveOn && use.confirmedOn >= use.usedOn && use.confirmedBy.trim() !== '') return;
  throw new Refusal(
    'lapse-too-early',
    {
      zh: '继续使用须发生在生效日当日或之后，并由具名的人在其后确认；状态未改动。',
      en: 'The use has to be on or after the day of effect, confirmed by a named person afterwards; nothing was changed.',
    },
    {
      zh: '请核对生效日、使用日、确认日和确认人。',
      en: 'Check the day of effect, of use, of confirmation, and the name.',
    },
  );
}

/** Moves a notice to the next state, or refuses (`transition-not-allowed`, `lapse-unconfirmed`, `lapse-too-early`). */
export function moveNotice(from: NoticeState, to: NoticeState, continuedUse?: ContinuedUse): NoticeState {
  if (!NOTICE_TRANSITIONS[from].includes(to)) {
    const allowed = NOTICE_TRANSITIONS[from].map((state) => STATE_WORDS[state]);
    throw new Refusal(
      'transition-not-allowed',
      {
        zh: `通知当前为“${say(STATE_WORDS[from], 'zh')}”，不能改为“${say(STATE_WORDS[to], 'zh')}”；状态未改动。`,
        en: `The notice is ${say(STATE_WORDS[from], 'en')} and cannot become ${say(STATE_WORDS[to], 'en')}; nothing was changed.`,
      },
      allowed.length === 0
        ? {
            zh: '这是最终状态；如有新的通知，请另行登记。',
            en: 'This state is final; record a new notice if one came.',
          }
        : {
            zh: `可改为：${allowed.map((words) => say(words, 'zh')).join('、')}。`,
            en: `It can become: ${allowed.map((words) => say(words, 'en')).join(', ')}.`,
          },
    );
  }
  if (to === 'lapsed') refuseLapse(continuedUse);
  return to;
}

/** One thing to do after an objection, and the tags of the clauses it rests on. */
export interface ObjectionItem {
  readonly id: 'stop-using' | 'settle-fees' | 'migrate-and-back-up' | 'export-records' | 'confirm-in-writing';
  readonly title: Sentence;
  readonly why: Sentence;
  readonly tags: readonly TagKind[];
}

export const OBJECTION_CHECKLIST: readonly ObjectionItem[] = [
  {
    id: 'stop-using',
    title: { zh: '停止使用服务', en: 'Stop using the service' },
    why: {
      zh: '生效后仍在使用，可能被视为接受修改；关闭自动续费与仍在运行的实例。',
      en: 'Use after the day of effect may count as acceptance; switch off renewals and whatever still runs.',
    },
    tags: ['continued-use', 'change-notice'],
  },
  {
    id: 'settle-fees',
    title: { zh: '结算服务费', en: 'Settle the fees' },
    why: {
      zh: '核对已付未用与已用未付的金额，要求退还余款并取得结算凭证。',
      en: 'Check what is paid and unused, used and unpaid; ask for the rest back and keep the settlement.',
    },
    tags: ['fee', 'refund'],
  },
  {
    id: 'migrate-and-back-up',
    title: { zh: '迁出并备份数据', en: 'Move the data out and back it up' },
    why: {
      zh: '数据的备份与迁出由客户负责，停用后可能无法再取回。',
      en: 'Backup and removal are the customer’s task; after the end the data may be gone.',
    },
    tags: ['data-backup', 'change-notice'],
  },
  {
    id: 'export-records',
    title: { zh: '导出账单、发票与日志', en: 'Export bills, invoices and logs' },
    why: {
      zh: '账号关闭后难以补取；法律要求留存的日志须继续保存。',
      en: 'They are hard to get once the account is closed; logs that the law wants kept must stay.',
    },
    tags: ['invoice', 'compliance'],
  },
  {
    id: 'confirm-in-writing',
    title: { zh: '书面通知并取得确认', en: 'Tell the provider in writing and get a confirmation' },
    why: {
      zh: '写明不同意修改、停用日期和结算要求，留存送达证明。',
      en: 'Say that the change is not accepted, when use ends and what is to be settled; keep the proof of delivery.',
    },
    tags: ['notice-delivery', 'termination'],
  },
];
