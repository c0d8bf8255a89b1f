import { say, type Sentence } from '../../agreement/sentence.ts';
import type { AgendaItem, AgendaKind } from './agenda.ts';
import { type Answer, known, mapAnswer } from '../answer.ts';
import type { CivilDate, Month } from '../calendar/civil-date.ts';
import { dateWords, monthWords } from '../calendar/civil-date.ts';
import type { InvoiceDates } from '../fees/invoices.ts';
import type { NoticeClock } from '../notice/notice-clock.ts';
import type { OverdueTermination, PaymentDue } from '../fees/orders.ts';
import { countedDay, type PeriodEnd } from '../calendar/period.ts';
import type { ServiceLevel } from '../service/service-level.ts';

/** What an item comes from: the record's own id, the agreement, and what to call it. */
export interface AgendaSubject {
  readonly id: string;
  readonly agreement?: string;
  readonly name: Sentence;
}

/** What each kind of item is called and what follows if it is missed. */
const KIND_WORDS: Readonly<Record<AgendaKind, { readonly title: Sentence; readonly ifMissed: Sentence }>> = {
  'notice-last-day': {
    title: { zh: '停用、反对并迁出的最后一日', en: 'last day to stop, object and move out' },
    ifMissed: {
      zh: '此后继续使用，可能被视为接受变更。',
      en: 'Going on using it afterwards may count as acceptance.',
    },
  },
  'notice-effect': {
    title: { zh: '变更生效', en: 'the change takes effect' },
    ifMissed: { zh: '须登记实际情况：已停用，或仍在使用。', en: 'Record what happened: stopped, or still in use.' },
  },
  termination: {
    title: { zh: '服务商可终止服务', en: 'the provider may end the service' },
    ifMissed: { zh: '服务可能中断，数据可能无法取回。', en: 'Service may stop and data may be lost.' },
  },
  payment: {
    title: { zh: '付款截止', en: 'payment due' },
    ifMissed: { zh: '订单失效，须重新下单。', en: 'The order lapses and has to be placed again.' },
  },
  renewal: {
    title: { zh: '续费截止', en: 'renewal due' },
    ifMissed: { zh: '服务到期停止，价格可能变化。', en: 'Service ends with the term; the price may change.' },
  },
  overdue: {
    title: { zh: '清缴欠费截止', en: 'last day to pay what is overdue' },
    ifMissed: { zh: '服务商可终止服务并追索违约金。', en: 'The provider may end the service and claim late fees.' },
  },
  'claim-opens': {
    title: { zh: '可以申请赔偿', en: 'claims open' },
    ifMissed: { zh: '仍可在截止日前申请。', en: 'A claim is still possible until the window closes.' },
  },
  'claim-closes': {
    title: { zh: '赔偿申请截止', en: 'claims close' },
    ifMissed: { zh: '逾期不再受理，赔偿丧失。', en: 'Later claims are not taken; the credit is lost.' },
  },
  'invoice-ask': {
    title: { zh: '可以索取发票', en: 'invoice can be asked for' },
    ifMissed: { zh: '可以稍后索取，但抵扣与报销会延后。', en: 'It can be asked for later; deduction waits.' },
  },
  'invoice-issue': {
    title: { zh: '发票开始开具', en: 'invoice is issued from' },
    ifMissed: { zh: '逾期未收到的，应向服务商查询。', en: 'Ask the provider if it has not come.' },
  },
  'contact-confirmation': {
    title: { zh: '核对联系方式', en: 'confirm the contact details' },
    ifMissed: { zh: '联系方式失效时，通知可能照样视为送达。', en: 'Notices may count as delivered all the same.' },
  },
  letter: {
    title: { zh: '承诺书与表单', en: 'letters and forms' },
    ifMissed: { zh: '未盖章交回的，手续可能不完整。', en: 'Without the sealed copy the file is not complete.' },
  },
  'own-note': {
    title: { zh: '自己的提醒', en: 'own reminder' },
    ifMissed: { zh: '由您自行判断。', en: 'That is for you to judge.' },
  },
};

/** The clauses and statutes a date rests on, each said once. */
function grounds(date: Answer<CivilDate>): Sentence {
  const clauses = date.steps.flatMap(({ clause }) => (clause?.number === undefined ? [] : [clause.number]));
  const statutes = date.steps.flatMap(({ statute }) => (statute ? [statute] : []));
  const zh = [
    ...new Set([...clauses.map((number) => `协议 ${number}`), ...statutes.map((statute) => say(statute, 'zh'))]),
  ];
  const en = [
    ...new Set([...clauses.map((number) => `clause ${number}`), ...statutes.map((statute) => say(statute, 'en'))]),
  ];
  return {
    zh: zh.length > 0 ? `依据：${zh.join('、')}` : '依据：您填写的日期',
    en: en.length > 0 ? `Rests on: ${en.join('; ')}` : 'Rests on: the day you entered',
  };
}

function item(subject: AgendaSubject, kind: AgendaKind, date: Answer<CivilDate>): AgendaItem {
  const { title, ifMissed } = KIND_WORDS[kind];
  return {
    id: `${subject.id}/${kind}`,
    date,
    title: {
      zh: `${say(subject.name, 'zh')}：${say(title, 'zh')}`,
      en: `${say(subject.name, 'en')}: ${say(title, 'en')}`,
    },
    why: grounds(date),
    ifMissed,
    kind,
    ...(subject.agreement === undefined ? {} : { agreement: subject.agreement }),
  };
}

/** What a notice puts on the agenda: the last day to act, and the day of effect. */
export function noticeItems(subject: AgendaSubject, clock: NoticeClock): readonly AgendaItem[] {
  return [item(subject, 'notice-last-day', clock.lastDayToAct), item(subject, 'notice-effect', clock.effective)];
}

/** The last day; where a day off may still move it and nobody knows, the counted day, on which one is safe in any case. */
function lastSafeDay(end: Answer<PeriodEnd>): Answer<CivilDate> {
  if (end.known) return mapAnswer(end, ({ lastDay }) => lastDay);
  const safe = countedDay(end);
  if (!safe.known) return safe;
  const words = dateWords(safe.value);
  const text = {
    zh: `${end.missing.map(({ text: missing }) => say(missing, 'zh')).join('')}截止日可能后延；在 ${say(words, 'zh')} 当日或之前办理，无论如何都不迟。`,
    en: `${end.missing.map(({ text: missing }) => say(missing, 'en')).join(' ')} The last day may move later; by ${say(words, 'en')} one is in time in any case.`,
  };
  return known(safe.value, [...safe.steps, { text }]);
}

/** The claim window of a month in which the promise was broken; nothing where no credit is owed. */
export function claimItems(subject: AgendaSubject, level: ServiceLevel): readonly AgendaItem[] {
  if (level.tier.known && level.tier.value === undefined) return [];
  const month: Month = level.month;
  const words = monthWords(month);
  const monthly: AgendaSubject = {
    ...subject,
    id: `${subject.id}/${month}`,
    name: {
      zh: `${say(subject.name, 'zh')} ${say(words, 'zh')}`,
      en: `${say(subject.name, 'en')} ${say(words, 'en')}`,
    },
  };
  return [
    item(monthly, 'claim-opens', level.claim.opens),
    item(monthly, 'claim-closes', lastSafeDay(level.claim.closes)),
  ];
}

/** A day the person chose to be reminded on, of themselves. */
export function ownNoteItem(subject: AgendaSubject, on: CivilDate): AgendaItem {
  const step = { text: { zh: '您填写的日期。', en: 'The day you entered.' }, by: 'person' } as const;
  return item(subject, 'own-note', known(on, [step]));
}

/** The day by which the contacts of a company are to be confirmed again. */
export function contactItem(subject: AgendaSubject, due: Answer<CivilDate>): AgendaItem {
  return item(subject, 'contact-confirmation', due);
}

/** The payment of an order, on the safe day: the count alone, before a holiday moves it. */
export function paymentItem(subject: AgendaSubject, payment: PaymentDue): AgendaItem {
  return item(subject, 'payment', countedDay(payment.due));
}

/** The last day to pay for a renewal. */
export function renewalItem(subject: AgendaSubject, payBy: Answer<CivilDate>): AgendaItem {
  return item(subject, 'renewal', payBy);
}

/** An overdue fee: the last safe day to pay, and the day from which the provider may terminate. */
export function overdueItems(subject: AgendaSubject, overdue: OverdueTermination): readonly AgendaItem[] {
  const lastDay = countedDay(overdue.lastDayToPay);
  return [item(subject, 'overdue', lastDay), item(subject, 'termination', overdue.from)];
}

/** An invoice: the later of the days to ask where agreement and guide differ (it holds by both), and the day of issue. */
export function invoiceItems(subject: AgendaSubject, dates: InvoiceDates): readonly AgendaItem[] {
  const { agreement, guide } = dates.ask;
  const both = agreement.known && guide.known;
  const ask = both ? (guide.value > agreement.value ? guide : agreement) : guide.known ? guide : agreement;
  return [item(subject, 'invoice-ask', ask), item(subject, 'invoice-issue', dates.issue.agreement)];
}
