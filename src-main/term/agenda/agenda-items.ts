import { type Sentence, sentence } from '../../agreement/sentence.ts';
import type { AgendaItem, AgendaKind } from './agenda.ts';
import { type Answer, type Deadline, known, unknown } from '../answer.ts';
import { citedOnce } from '../calendar/statutes.ts';
import { BEIJING_OFFSET_MINUTES, type CivilDate, civilDateAt, dateWords } from '../calendar/civil-date.ts';
import { beijingTime } from '../../agreement/beijing-time.ts';
import { voidFrom } from '../invoice/red-letter.ts';
import type { Zone } from '../calendar/zone.ts';
import type { InvoiceDates } from '../fees/invoices.ts';
import { isLeaving, type NoticeClock, type NoticeKind } from '../notice/notice-clock.ts';
import type { OverdueTermination, PaymentDue } from '../fees/orders.ts';
import { closingHourOf, latestBeside, safeDay } from '../calendar/deadline.ts';
import { KIND_WORDS } from './kind-words.ts';
import { periodWords } from '../service/period.ts';
import type { ServiceLevel } from '../service/service-level.ts';

/** What an item comes from: the record's own id, the agreement, and what to call it. */
export interface AgendaSubject {
  readonly id: string;
  readonly agreement?: string;
  readonly name: Sentence;
  /** By whose clock its days are counted, where that is not Beijing's. */
  readonly zone?: Zone;
}

/** The clauses and statutes a date rests on, each said once. */
function grounds(date: Answer<CivilDate>): Sentence {
  const clauses = date.steps.flatMap(({ clause }) => (clause?.number === undefined ? [] : [clause.number]));
  const statutes = date.steps.flatMap(({ statute }) => (statute ? [statute] : []));
  const said: readonly Sentence[] = [
    ...[...new Set(clauses)].map((number) => sentence('term.agenda-items.grounds.clause', { number })),
    ...citedOnce(statutes),
  ];
  // A day that is not known is none that a person entered.
  if (said.length === 0 && !date.known) return sentence('term.agenda-items.grounds.no-day');
  // A guide numbers no clauses: its words stand for them. Only what a person entered is told as entered.
  const quote = date.steps.findLast(({ by, clause }) => by === undefined && clause?.quote !== undefined)?.clause?.quote;
  if (said.length === 0 && quote !== undefined) return sentence('term.agenda-items.grounds.guide', { quote });
  if (said.length === 0) return sentence('term.agenda-items.grounds.own-day');
  return sentence('term.agenda-items.grounds', { grounds: said });
}

function item(subject: AgendaSubject, kind: AgendaKind, date: Answer<CivilDate>, words = KIND_WORDS[kind]): AgendaItem {
  const { title, ifMissed } = words;
  return {
    id: `${subject.id}/${kind}`,
    date,
    title: sentence('term.agenda-items.title', { name: subject.name, title }),
    why: grounds(date),
    ifMissed,
    kind,
    ...(subject.agreement === undefined ? {} : { agreement: subject.agreement }),
    ...(subject.zone === undefined ? {} : { zone: subject.zone }),
  };
}

/**
 * A day that a holiday may move: the item stands on the safe day, and how late one could still argue is told beside it. The safe day is
 * known even where the other is not.
 */
export function lastDayItem(
  subject: AgendaSubject,
  kind: AgendaKind,
  end: Answer<Deadline>,
  words = KIND_WORDS[kind],
): AgendaItem {
  const latest = latestBeside(end);
  const hour = closingHourOf(end);
  return {
    ...item(subject, kind, safeDay(end), words),
    ...(latest ? { latest } : {}),
    ...(hour === undefined ? {} : { hour }),
  };
}

const LEAVE_BY = {
  title: sentence('term.agenda-items.leave-by.title'),
  ifMissed: sentence('term.agenda-items.leave-by.if-missed'),
};

/**
 * What a notice puts on the agenda: the last day to act, the end of the time to object where that is another day, and the day of effect.
 * @param notice what it concerns (of an end of the service one moves out), and whether the agreement takes silence for agreement
 */
export function noticeItems(
  subject: AgendaSubject,
  clock: Pick<NoticeClock, 'lastDayToAct' | 'objectBy' | 'effective'>,
  { kind = 'change', silence = false }: { readonly kind?: NoticeKind; readonly silence?: boolean } = {},
): readonly AgendaItem[] {
  const byArrival = objectionArrives(clock);
  const arriving = byArrival === undefined ? {} : { byArrival };
  const object = clock.objectBy && { ...lastDayItem(subject, 'notice-objection', clock.objectBy), ...arriving };
  const words = isLeaving(kind, clock) ? LEAVE_BY : undefined;
  const last = { ...lastDayItem(subject, 'notice-last-day', clock.lastDayToAct, words), ...arriving };
  const consent = silence ? { ifMissed: sentence('term.agenda-items.silence-agrees') } : {};
  const isApart = object !== undefined && dayOfItem(object) !== dayOfItem(last);
  return [
    { ...last, ...(object && !isApart ? consent : {}) },
    ...(isApart ? [{ ...object, ...consent }] : []),
    lastDayItem(subject, 'notice-effect', clock.effective),
  ];
}

/**
 * Whether an objection has to have arrived by the last day to object (true), or is in time once it was posted by then (false), by the
 * words that the day rests on; undefined where they do not say.
 */
export const objectionArrives = ({ objectBy }: Pick<NoticeClock, 'objectBy'>): boolean | undefined =>
  objectBy && arrives('objection', objectBy).byArrival;

/** What the words before it say has to have arrived by its last day: `应在期满前送达服务商`, `must be received by Provider`. */
const ARRIVES =
  /^[^，。；]{0,24}(?:送达|到达|寄达|交至|送至)(?!之日|后|起)|^[^.;]{0,60}\b(?:must|shall|should|has\sto|have\sto)\s(?:reach|arrive|be\sreceived|have\s(?:reached|arrived|been\sreceived))\b|^\s(?:that\s(?:is|are)\s)?received\sby\b/iu;

/** Where what was posted by the day is in time: `以寄出之日为准`, `the date of dispatch decides`. */
const GOES_BY_POSTING =
  /以[^，。；]{0,12}(?:寄出|发出|交寄|邮戳|寄送|发送)[^，。；]{0,8}(?:之日|日期|时间|日)?[^，。；]{0,4}为准|\b(?:postmark|date\sof\s(?:dispatch|sending|posting))\b[^.;]{0,40}\b(?:decides?|decisive|counts?|governs?|controls?|determines?)\b/iu;

const OF = {
  objection: /异议|反对|\bobjections?\b/giu,
  claim: /索赔|赔偿申请|申请|请求|\b(?:claims?|requests?)\b/giu,
} as const;

/** Whether the words that a last day rests on say that what keeps it has to have arrived by it; nothing where they do not say. */
function arrives(what: keyof typeof OF, { steps }: Answer<unknown>): Pick<AgendaItem, 'byArrival'> {
  const quotes = steps.flatMap(({ clause }) => clause?.quote ?? []);
  const after = quotes.flatMap((quote) =>
    [...quote.matchAll(OF[what])].map(({ index, 0: word }) => quote.slice(index + word.length)),
  );
  if (after.some((words) => ARRIVES.test(words))) return { byArrival: true };
  return quotes.some((quote) => GOES_BY_POSTING.test(quote)) ? { byArrival: false } : {};
}

const dayOfItem = ({ date }: AgendaItem): CivilDate | undefined => (date.known ? date.value : date.notBefore);

/** The claim window of a month in which the promise was broken; nothing where no credit is owed. */
export function claimItems(subject: AgendaSubject, level: ServiceLevel): readonly AgendaItem[] {
  if (level.tier.known && level.tier.value === undefined) return [];
  const { month } = level;
  const words = periodWords(month);
  const monthly: AgendaSubject = {
    ...subject,
    id: `${subject.id}/${month}`,
    name: sentence('term.agenda-items.monthly-name', { name: subject.name, words }),
  };
  const closes = {
    ...lastDayItem(monthly, 'claim-closes', level.claim.closes),
    ...arrives('claim', level.claim.closes),
  };
  return [item(monthly, 'claim-opens', level.claim.opens), closes];
}

/** A day the person chose to be reminded on, of themselves. */
export function ownNoteItem(subject: AgendaSubject, on: CivilDate): AgendaItem {
  const step = { text: sentence('term.agenda-items.own-day'), by: 'person' } as const;
  return item(subject, 'own-note', known(on, [step]));
}

/** Something that is open until it is done, on the day that the person said, or on none. */
export function openItem(
  subject: AgendaSubject,
  kind: 'review' | 'conclusion' | 'answer' | 'say-ended',
  said: { readonly why: Sentence; readonly date?: CivilDate },
): AgendaItem {
  const step = { text: sentence('term.agenda-items.own-day'), by: 'person' } as const;
  const date = said.date === undefined ? unknown([], []) : known(said.date, [step]);
  return { ...item(subject, kind, date), why: said.why };
}

/**
 * That the days of a term are to be entered, of a text that renews itself and does not say since when or until when it holds: until then
 * nothing tells its last day to cancel.
 * @param renews whether, and by which words, it goes on by itself
 */
export const termAskedItems = (
  subject: AgendaSubject,
  end: Answer<Deadline>,
  renews: Answer<unknown>,
): readonly AgendaItem[] =>
  end.known || !renews.known
    ? []
    : [item(subject, 'term-start', unknown(end.missing, [...end.steps, ...renews.steps]))];

/**
 * That what was sent has arrived is to be noted: by the last day of what its sending closed, where that day is known and the text does not
 * hold what was posted by it to be in time.
 * @param sent the day on which it went out
 */
export function arrivalItem(subject: AgendaSubject, sent: CivilDate, closed: AgendaItem): AgendaItem {
  const day = dateWords(sent);
  if (!closed.date.known || closed.byArrival === false) {
    const open = item(subject, 'arrival', unknown([], []));
    return { ...open, why: sentence('term.agenda-items.under-way', { day }) };
  }
  const { date, latest, hour } = closed;
  return {
    ...item(subject, 'arrival', date),
    why: sentence('term.agenda-items.under-way-until', { day, until: dateWords(closed.date.value) }),
    ...(latest ? { latest } : {}),
    ...(hour === undefined ? {} : { hour }),
  };
}

/** The day by which the contacts of a company are to be confirmed again. */
export function contactItem(subject: AgendaSubject, due: Answer<CivilDate>): AgendaItem {
  return item(subject, 'contact-confirmation', due);
}

/** The day by which the ledger is to be time-stamped again. */
export function stampItem(subject: AgendaSubject, due: Answer<CivilDate>): AgendaItem {
  return item(subject, 'time-stamp', due);
}

/** The payment of an order. That the order comes to nothing unpaid is told only where its text says so. */
export function paymentItem(subject: AgendaSubject, { due, lapses }: PaymentDue): AgendaItem {
  const stays = { ifMissed: sentence('term.agenda-items.payment-late') };
  return { ...lastDayItem(subject, 'payment', due), ...(safeDay(lapses).known ? {} : stays) };
}

/** What a person says falls due on a day. */
export function dueItem(subject: AgendaSubject, on: CivilDate): AgendaItem {
  const step = { text: sentence('term.agenda-items.own-day'), by: 'person' } as const;
  return { ...item(subject, 'payment', known(on, [step])), ifMissed: sentence('term.agenda-items.payment-late') };
}

/** The last day to pay for a renewal. */
export function renewalItem(subject: AgendaSubject, payBy: Answer<CivilDate>): AgendaItem {
  return item(subject, 'renewal', payBy);
}

/** An overdue fee: the last safe day to pay, and the day from which the provider may terminate. */
export function overdueItems(subject: AgendaSubject, overdue: OverdueTermination): readonly AgendaItem[] {
  return [lastDayItem(subject, 'overdue', overdue.lastDayToPay), lastDayItem(subject, 'termination', overdue.from)];
}

/** An invoice: the later of the days to ask where agreement and guide differ (it holds by both), and the day of issue. */
export function invoiceItems(subject: AgendaSubject, dates: InvoiceDates): readonly AgendaItem[] {
  const { agreement, guide } = dates.ask;
  const both = agreement.known && guide.known;
  const ask = both ? (guide.value > agreement.value ? guide : agreement) : guide.known ? guide : agreement;
  return [item(subject, 'invoice-ask', ask), item(subject, 'invoice-issue', dates.issue.agreement)];
}

/**
 * A form about a red-letter invoice that waits for the other party's confirmation: the day and minute on which its 72 hours end. They
 * are hours of the clock, which no holiday moves.
 * @param raisedAt UTC ISO
 */
export function redLetterItem(subject: AgendaSubject, raisedAt: string): AgendaItem {
  const end = voidFrom(raisedAt);
  const text = sentence('term.invoice.red-clock', { raised: beijingTime(raisedAt), end: beijingTime(end) });
  const statute = sentence('term.invoice.red-source');
  return {
    ...item(subject, 'red-letter', known(civilDateAt(end), [{ text, statute }])),
    hour: new Date(Date.parse(end) + BEIJING_OFFSET_MINUTES * 60_000).toISOString().slice(11, 16),
  };
}
