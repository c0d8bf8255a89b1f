import type { Fact, FactKind } from '../fact.ts';
import type { Sentence } from '../meaning/phrases.ts';
import { actorBefore, deniesAny } from './polarity.ts';
import type { Quantity } from '../quantity/quantities.ts';

/**
 * A slot that belongs to another time: words that stand `before` or `behind` the length within so many characters of the same part of
 * the sentence, or anywhere in it.
 */
interface Other {
  readonly why: string;
  readonly words: RegExp;
  readonly before?: number;
  readonly behind?: number;
}

/** Another part of the sentence begins here. */
const PART = /[，。；.;](?!\d)/u;

/** Whether it stands where it belongs to the length, which is at `at`. */
function stands({ words, before, behind }: Other, text: string, at: number): boolean {
  if (before === undefined && behind === undefined) return words.test(text);
  return [...text.matchAll(new RegExp(words.source, 'giu'))].some(({ index, 0: found }) => {
    const end = index + found.length;
    const near = (gap: string, most: number | undefined): boolean =>
      most !== undefined && gap.length <= most && !PART.test(gap);
    return end <= at ? near(text.slice(end, at), before) : index > at && near(text.slice(at + 1, index), behind);
  });
}

/**
 * Frames of a length of time: who must or may do what, to what, within it. Each slot has its lexicon and may stand anywhere in the
 * sentence; only the words at the length itself (`bound`) have their place.
 */
interface TimeFrame {
  readonly kind: FactKind;
  /** Why words that fill these slots state this. */
  readonly why: string;
  /** At the length, which is `¤`. */
  readonly bound: RegExp;
  /** All of them must be filled; the first is what it is about, and said of the fact. */
  readonly slots: readonly RegExp[];
  /** Any of these slots, filled, makes it something else. */
  readonly never: readonly Other[];
  readonly anchor?: readonly (readonly [NonNullable<Fact['anchor']>, RegExp])[];
  readonly party?: Fact['party'];
  /** Where the sentence denies one of these, it states nothing of the kind. */
  readonly denied: RegExp;
}

const BOUND_ZH = String.raw`¤(?:之|以)?内|(?:超过|逾|不迟于|不晚于|不超过)\s?¤|不得?(?:迟于|晚于)[^，。；]{0,16}¤`;
const BOUND_EN = String.raw`\b(?:within|inside|no\slater\sthan|not\slater\sthan|later\sthan|more\sthan|unless|under|prior\sto\sthe\send\sof|in)\s(?:a\s|the\s|any\s|approximately\s|an?\sadditional\s)*(?:period\sof\s)?¤|\bwithin(?:\s\w+){1,4}\s¤|¤\s?(?:period|window)|¤\s(?:of|after|from|following)\b`;

const FRAMES: readonly TimeFrame[] = [
  {
    kind: 'claim-closes',
    why: 'A claim, a bill or damages must be objected to or sued for within so long; afterwards it is lost.',
    bound: new RegExp(
      String.raw`${BOUND_ZH}|${BOUND_EN}|\blimitation\speriod\b[^.;]{0,60}\b(?:is|of|be|to)\s¤|\b(?:barred|lapses?|prescribed)\s(?:after|on\sexpiry\sof)\s(?:the\s)?¤`,
      'iu',
    ),
    slots: [
      /账单|对账|结算(?:单|数据)?|索赔|理赔|赔偿(?:申请|请求)|诉讼|仲裁|清单|报价|验收|指标|异议|质量问题|扣费|收费|结算金额|主张权利|\b(?:(?:no|any|an|such|legal)\s(?:legal\s)?actions?|charges?|charged|invoices?|bill(?:ing)?s?|statements?|cause\sof\saction|causes\sof\saction|lawsuits?|suits?|litigation|arbitration|claims?|damages|errors?|fees?|warrant(?:y|ies)|non-?compliance|defects?|defective|shortages?|discrepanc(?:y|ies)|complaints?|actions?\sor\sproceedings?|proceedings?|disagree\w*\swith|grievances?)\b/iu,
      /提出|主张|提交|联系(?:客服|我们|平台|本)|书面通知|以书面|通知客户经理|提供(?:给|完整)|起诉|申请仲裁|提起|异议|\b(?:disput(?:e|es|ed|ing)|contest\w*|brings?|brought|fil(?:e|es|ed|ing)|commenc\w+|institut\w+|notif(?:y|ies|ied)|rais(?:e|es|ed)|lodg(?:e|es|ed)|claimed|submit(?:s|ted)?|assert(?:s|ed)?|object(?:s|ed)?|report(?:s|ed)?|contact|makes?\sa|must\sbe\ssent|sent\sto|provides?\snotice|reach(?:es)?\s(?:us|the\sprovider)|written\snotice|tell\sus|let\sus\sknow|reach(?:es)?\sus|be\s(?:started|begun|made)|made\sin\swriting|limitation\speriod|received\sby\s(?:us|the\sprovider)|(?:time|statute)-?\s?barred|lapses?|prescribed|proceedings\s(?:are|have\sbeen|were)\s(?:issued|started|begun|served)|inform\s(?:us|the\sprovider))\b/iu,
      /应|须|必须|请|否则|逾期|视为|未|放弃|不得|最迟|不予受理|\b(?:must|shall|should|may|will|waiv\w+|become|expires?|constitutes?|fail(?:s|ure)\sto|barred|forfeit\w*|deemed|unless|if|no\s|in\sorder\sto|agrees?\sto|can|please|needs?\sto|ha(?:ve|s)\sto|lapses?|limitation\speriod)\b|\bha(?:ve|s)\s(?:up\sto\s|only\s)?¤/iu,
    ],
    never: [
      {
        why: 'What the provider does, pays or changes.',
        words:
          /回复|答复|审核|核实|处理|响应|反馈核查|受理|确认收货|退款|发货|付款|支付|开具|维护|变更|修改|修订|生效|续/u,
        before: 16,
      },
      {
        why: 'The same, told behind the length.',
        words: /回复|答复|审核|核实|处理|响应|受理|退|支付|付款|缴|补|开具|恢复|修复|改正|整改|协商/u,
        behind: 14,
      },
      { why: 'Credits have their own times.', words: /代金券|可用性|credits?\b[^.;]{0,20}\b(?:request|claim)/iu },
      { why: 'Who objects to a renewal claims nothing.', words: /续(?:签|展|期|约|订)|顺延/u },
      { why: 'A time in which something may not be done.', words: /不得/u, behind: 14 },
      { why: 'A law that is not bound by a time.', words: /不受[^，。；]{0,24}限制/u },
      {
        why: 'Cures, ends, refunds, changes, outages, hearings.',
        words:
          /\b(?:service\scredits?|cure[ds]?|remed(?:y|ied)|terminat\w+|renew\w*|opt[- ]?out|cancel(?:s|led)?|refund\w*|reimburs\w+|resolve[sd]?|resolution|negotiat\w+|counter-?notice|changes?\s(?:to|in)|modif\w+|amend\w+|security\sincident|personal\sdata|breach\snotif\w*|support\sticket|downtime|availability|uptime|overdue|hearing|settle\w*|mass|batch|lose|lost|preceding|prior\sto)\b/iu,
        before: 60,
      },
      {
        why: 'What follows a notice or an answer.',
        words: /\b(?:cure|notice\sof\stermination|refund\w*|pay(?:s|ment|able)?|respond|reply)\b/iu,
        behind: 34,
      },
      { why: 'Paying.', words: /\b(?:pay|paid|payable|payments?\sare\sdue|due|remit)\b/iu, before: 24 },
      {
        why: 'What is paid over a time.',
        words: /\bpaid\b[^.;,]{0,60}\b(?:in|during|over|for)\s(?:the\s)?(?:\w+\s)?/iu,
        before: 12,
      },
      { why: 'The provider’s own time.', words: /\b(?:we|provider|company)\s(?:will|shall)\b/iu, before: 42 },
      { why: 'A bound, no time.', words: /\bnot\smore\sthan|\bin\sthe\slast/iu, before: 2 },
      {
        why: 'Answering, and talking first.',
        words: /\b(?:respond\w*|repl(?:y|ies)|answers?|meet|confer|mediat\w*|acknowledge\w*|investigat\w*)\b/iu,
        before: 60,
      },
      {
        why: 'So long ahead of a claim it must be told.',
        words: /^\s?(?:before|prior\sto|in\sadvance)\b/iu,
        behind: 2,
      },
      { why: 'Objecting to a change.', words: /\b(?:of|after)\s(?:the|such|any)\schange\b/iu, behind: 20 },
      { why: 'Insolvency is dismissed or not.', words: /\b(?:insolv\w+|bankrupt\w*|receiver(?:ship)?)\b/iu },
      {
        why: 'Who will not be bound by a way to settle disputes opts out of it and claims nothing.',
        words:
          /\b(?:not|n['’]t)\s(?:want|wish|agree)\sto\sbe\sbound|\bclass[- ]action\swaiver|\breject\w*\s(?:this|the)\s(?:arbitration|agreement)/iu,
      },
      { why: 'An outage, or demands that come together.', words: /\bin\sa\srow\b|\bof\seach\sother\b/iu, behind: 12 },
      { why: 'A complaint about copyright has its own times.', words: /\bcopyright\sowner|\binfring\w+|\btakedown/iu },
      { why: 'What the persons ask whose data it is.', words: /\bdata\ssubjects?\b/iu },
      { why: 'What an arbitrator has said.', words: /\barbitrator\w*|\baward\b|\bruling\b/iu, behind: 30 },
      {
        why: 'Keeping one’s own data true.',
        words: /\bupdat\w+\s(?:your|its|their|the)\s(?:account|contact|billing)/iu,
      },
    ],
    denied: /视为|推定|放弃|\b(?:barred|waived?|forfeit\w*|deemed|limit)\b/iu,
    anchor: [
      ['received', /收到[^，。；]{0,20}¤|¤[^.;]{0,20}\b(?:receipt|receiving)\b/iu],
      ['invoice', /(?:账单|出账|结算)[^，。；]{0,10}¤|¤[^.;]{0,20}\b(?:invoice|bill|billing|statement)\b/iu],
      [
        'incident',
        /(?:发生|出险)[^，。；]{0,8}¤|¤[^.;]{0,60}\b(?:arose|arises?|accru\w+|occurr?\w*|non-?compliance|event)\b/iu,
      ],
      ['term-end', /¤[^.;]{0,40}\b(?:terminat\w+|expir\w+)\b/iu],
    ],
  },
  {
    kind: 'data-return',
    why: 'After the end what the customer stored is kept, given back or deleted within so long.',
    bound: new RegExp(
      String.raw`(?:保留|保存|存储|提供|继续存|备份|达到|满|后|欠费|到期|届满)[^，。；]{0,10}¤|¤(?:之|以)?(?:内|后)|${BOUND_EN}|¤\s(?:later|thereafter)\b|\bfor\s(?:a\s(?:period\sof\s)?|an?\s(?:additional|further)\s(?:period\sof\s)?|another\s|up\sto\s)*¤|\b(?:after|expiry\sof)\s(?:a\s|the\s)?¤`,
      'iu',
    ),
    slots: [
      /数据|快照|文件|资料|内容|备份|个人信息|您的信息|用户信息|\b(?:data|contents?|information|files?|profile|repositor(?:y|ies)|backups?)\b|\baccounts?\s(?:\w+\s){0,4}(?:purged|erased|wiped)\b/iu,
      /删除|清除|清空|清理|销毁|保留|保存|迁移|导出|取回|返还|释放|下载|匿名化|\b(?:delet\w+|destroy\w*|eras\w+|wiped?|remov(?:e|ed|al)|recover\w*|stays?\sin|purg\w+|export\w*|retriev\w+|return\w*|download\w*|retain\w*|kept|keep|reserve\w*|accessible|copy\sof|available)\b/iu,
      /终止|到期|届满|期满|欠费|注销|解除|余额|退订|退租|解约|停服|关停|停用|停机|\b(?:deleted\saccounts?|delet\w+\s(?:of\s)?(?:your|the|an|any|its)\s(?:\w+\s)?account|laps(?:e|es|ed)|terminat\w+|expir\w+|cancel\w*|deactivat\w+|clos(?:e|ed|ure|ing)|end\sof|thereafter|downgrade|account\sis\sdeleted|insufficient|arrears|(?:agreements?|contracts?|subscriptions?|services?|accounts?|terms?|trials?|plans?|licen[cs]es?)\s(?:\w+\s){0,2}ends?)\b/iu,
    ],
    never: [
      {
        why: 'Secrets and records have their own times.',
        words: /保密|日志|发票|账单|\b(?:confidential\w*|invoice|logs?|cookies?|identifiers?)\b/iu,
      },
      { why: 'While the contract runs, or at least so long.', words: /存续期间|保存期限不少于|每\s?¤/u },
      { why: 'Before the end.', words: /提前\s?¤|前\s?¤|\b(?:before\s(?:such\s)?terminat\w*|prior\sto|notice)\b/iu },
      {
        why: 'Accounts that nobody uses, requests, checks.',
        words:
          /\b(?:inactiv\w+|log(?:ged)?\sin|respond|request\swithin(?!\s¤\s(?:of|after|from)\s(?:\w+\s){0,3}(?:terminat|expir|cancel))|objection|verification|detection)\b/iu,
      },
    ],
    denied: /保留|保存|存储|\b(?:retain\w*|kept|keep|stor(?:e[sd]?|ing))\b/iu,
    anchor: [['term-end', /终止|到期|届满|解除|\b(?:terminat\w+|expir\w+|cancel\w+|end\sof|thereafter)\b/iu]],
    party: 'provider',
  },
  {
    kind: 'response',
    why: 'Whoever asks, complains or reports is answered by the provider within so long.',
    bound: new RegExp(`${BOUND_ZH}|后的?\\s?¤`, 'u'),
    slots: [
      /请求|申请|投诉|意见|建议|问题|咨询|来信|反馈|核查|工单|所涉|来电|留言|反映|举报|报修|报障|疑问|诉求|客服|联系(?:我们|客服)|与我们联系/u,
      /回复|答复|反馈|响应|解答|回应/u,
      /我们|我方|我司|本公司|平台|服务商|运营人员|乙方|客服|服务人员|工作人员|技术人员|工程师/u,
    ],
    never: [
      { why: 'Money, goods and papers.', words: /退款|退还|发货|付款|支付|开具|发票|到账/u, before: 24, behind: 16 },
      { why: 'Credits are told apart.', words: /赔偿|赔付|补偿|理赔/u },
      { why: 'Objections have their own times.', words: /异议|反对|视为/u },
      { why: 'What the customer fails to do.', words: /未(?:能|在|于|予)|不予/u, before: 8, behind: 8 },
    ],
    denied: /回复|答复|响应|回应/u,
    party: 'provider',
  },
  {
    kind: 'overdue-termination',
    why: 'Money that is not paid for so long lets the provider end the contract or take the service away.',
    bound: /¤/u,
    slots: [
      /(?:逾期|欠费|拖欠|未[^，。；]{0,6}(?:付|缴|支付)|(?:fails?|failure)\sto\s(?:pay|make\spayment)[^.;]{0,40}¤|(?:payment|arrears|fees?|amounts?)\b[^.;]{0,60}\bnot\s(?:been\s)?(?:paid|made|received)[^.;]{0,30}¤|\b(?:do|does|did)\snot\spay\b[^.;]{0,40}¤|\bnot\s(?:\w+ly\s)?(?:paid|recharged|topped\sup|funded|renewed)\b|\b(?:past\sdue|overdue|unpaid)\sby\b|n['’]t\s(?:\w+\s)?pay\b|\bpayments?\s(?:\w+\s){0,3}(?:late|outstanding|fails?)\b|\bin\sarrears\b|\bnon-?payment\b|\bdelinquent\b)/iu,
      /(?:解除|终止|注销|释放|销毁|收回|回收)|\b(?:terminat\w+|cancel(?:s|led|lation)?|release[sd]?|destroy\w*|given\sup|give\sup|voluntarily|delet\w+|clos(?:e|es|ed|ing|ure)|end(?:s|ing)?\s(?:the|this|your|its)\s(?:agreement|contract|subscription|service))\b/iu,
    ],
    never: [
      {
        why: 'A notice, a pause, a cure.',
        words:
          /提前|通知|暂停|保留|\b(?:notice|cure|within\s¤\s(?:of|after)\s(?:receipt|receiving)|suspend\w*\s(?:within|for))\b/iu,
      },
      {
        why: 'After the end itself, and not of a payment: what can still be fetched.',
        words: /(?:终止|解除|注销|关停|停服)(?:之日)?(?:后|起|之后|以后)/u,
        before: 4,
      },
      {
        why: 'What is fetched in that time.',
        words: /导出|取回|下载|迁移|迁出|\b(?:export|retriev|download|migrat)\w*/iu,
        behind: 24,
      },
      {
        why: 'What lateness costs, or a quarrel about it.',
        words: /违约金|每日|\b(?:during\s(?:the\s)?|interest|dispute)\b/iu,
      },
    ],
    denied:
      /解除|终止|注销|释放|销毁|收回|回收|\b(?:terminat\w+|cancel(?:s|led|lation)?|release[sd]?|destroy\w*|delet\w+)\b/iu,
    anchor: [['due', /./u]],
  },
];

/** A length in a frame, with the words of what it is about. */
export interface InTime {
  readonly kind: FactKind;
  readonly quantity: Quantity;
  /** Where it stands in `Sentence.text`. */
  readonly at: number;
  readonly matter: string;
  readonly anchor?: NonNullable<Fact['anchor']>;
  readonly party?: NonNullable<Fact['party']>;
}

const LENGTHS: ReadonlySet<Quantity['measure']> = new Set(['day', 'workday', 'month', 'year', 'hour', 'nth-day']);

/** What goes on in the next part of the same list. */
const INTRODUCES = /[:;]\s*$/u;

/** Whether a sentence denies what a length of this kind would state: `may not terminate …`, whatever rule has read the length. */
export const deniesTime = (kind: FactKind, sentence: string): boolean =>
  FRAMES.some((frame) => frame.kind === kind && deniesAny(sentence, frame.denied));

/** The lengths of a sentence that stand in a frame; `around` is what it hangs on. */
export function timesIn({ text, quantities }: Sentence, around: string): readonly InTime[] {
  if (quantities.size === 0) return [];
  // Slots speak of a length as `¤`, as the bounds do.
  const marked = text.replaceAll(/[\uE001-\uE00E]/gu, '¤');
  return FRAMES.flatMap((frame): readonly InTime[] => {
    const [matter, ...others] = frame.slots;
    const about = matter?.exec(marked)?.[0].replace(/\s?¤.*$/u, '') ?? matter?.exec(around)?.[0];
    // What an item leaves unsaid stands in what introduces its list: `If this agreement ends: (a) …; (b) the data will be deleted within …`.
    const introduced = INTRODUCES.test(around) || frame.kind === 'data-return' ? around : '';
    const last = others.length - 1;
    const fills = (slot: RegExp, index: number): boolean =>
      slot.test(marked) || (index === last && introduced !== '' && slot.test(introduced));
    if (about === undefined || !others.every(fills)) return [];
    return [...quantities].flatMap(([at, quantity]): readonly InTime[] => {
      if (!LENGTHS.has(quantity.measure)) return [];
      const words = `${text.slice(0, at)}¤${text.slice(at + 1)}`;
      if (deniesAny(words, frame.denied)) return [];
      // Nobody but the customer keeps these records: the provider's own time to claim is none of his.
      if (frame.kind === 'claim-closes' && actorBefore(words, at) === 'provider') return [];
      if (frame.kind === 'response' && actorBefore(words, at) === 'customer') return [];
      if (!frame.bound.test(words) || frame.never.some((other) => stands(other, words, at))) return [];
      const anchor = frame.anchor?.find(([, pattern]) => pattern.test(words))?.[0];
      return [
        {
          kind: frame.kind,
          quantity,
          at,
          matter: about,
          ...(anchor && { anchor }),
          ...(frame.party && { party: frame.party }),
        },
      ];
    });
  });
}
