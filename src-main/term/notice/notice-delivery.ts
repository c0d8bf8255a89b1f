import { Refusal } from '../../agreement/refusal.ts';
import { inSentence, type Sentence, sentence } from '../../agreement/sentence.ts';
import type { DeliveryValue, Fact } from '../../agreement/fact.ts';
import { channelsIn, exceptedIn } from '../../agreement/channels.ts';
import { NUMBER } from '../../agreement/quantity/written-numbers.ts';
import {
  type Answer,
  type Bounds,
  type Missing,
  type TermStep,
  type Understands,
  type Unknown,
  allSteps,
  known,
  missingInput,
  restingOn,
  unknown,
} from '../answer.ts';
import { type OwnName, type TermBasis, missingFact, ownStep, quoted } from '../basis.ts';
import { countPeriod, foreignLaw, otherLaw } from '../count-period.ts';
import { firstDayOf } from '../first-day.ts';
import { type PickedFact, pickFact, type Question, rivalReadings } from '../pick-fact.ts';
import {
  type CivilDate,
  type Instant,
  addDays,
  civilDateAt,
  dateWords,
  instantSeconds,
} from '../calendar/civil-date.ts';
import { CIVIL_CODE } from '../calendar/statutes.ts';

/** How a notice came. `site` is a public announcement, `message` an in-site message. */
export const NOTICE_CHANNELS = ['site', 'message', 'email', 'sms', 'post'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

export const CHANNEL_WORDS: Readonly<Record<NoticeChannel, Sentence>> = {
  site: inSentence(sentence('names.channel.site')),
  message: inSentence(sentence('names.channel.message')),
  email: inSentence(sentence('names.channel.email')),
  sms: inSentence(sentence('names.channel.sms')),
  post: inSentence(sentence('names.channel.post')),
};

export interface Dispatch {
  readonly channel: NoticeChannel;
  /** Day it was published, sent or posted. */
  readonly sent: CivilDate;
  /** The moment it was sent, where it is known: a delay in hours is counted from it. */
  readonly sentAt?: Instant;
  /** Day it arrived, by the person's own knowledge; decides only where the agreement is silent, or counts from it. */
  readonly received?: CivilDate;
}

/** Refuses (`received-before-sent`) a day of arrival before the day on which it went out. */
export function refuseEarlyReceipt({ sent, received }: Partial<Pick<Dispatch, 'sent' | 'received'>>): void {
  if (sent === undefined || received === undefined || received >= sent) return;
  throw new Refusal(
    'received-before-sent',
    sentence('term.notice-delivery.received-early', { received: dateWords(received), sent: dateWords(sent) }),
    sentence('term.notice-delivery.received-early.next'),
    { field: 'received' },
  );
}

/** A delivery rule is counted in minutes, hours, days or working days, from when it went out or arrived. */
export const DELIVERY: Understands = {
  kinds: ['delivery'],
  units: ['minute', 'hour', 'day', 'working-day'],
  anchors: ['announced', 'sent', 'posted', 'received', 'delivered'],
  unsaid: 'sent',
};

const isRule = (value: Fact['value']): value is DeliveryValue => typeof value === 'object' && 'channel' in value;

/**
 * Whether words that are kept as a rule of every channel are of this one: those that name others alone are of them, and one that they
 * leave out has no rule by them.
 */
function speaksOf(channel: NoticeChannel, { words = '' }: DeliveryValue, quote: string): boolean {
  const excepted = exceptedIn(quote);
  if (excepted.includes(channel)) return false;
  const inRule = channelsIn(words);
  // What stands behind a rule with an exception may be the rule of the excepted.
  const about = excepted.length > 0 ? quote.slice(0, quote.indexOf(words) + words.length) : quote;
  const named = inRule.length > 0 ? inRule : channelsIn(about);
  return named.length === 0 || named.includes(channel);
}

/** A time in words: a number with its unit, an ordinal day, the next day, an hour of the day. */
const TIME_IN_WORDS = new RegExp(
  String.raw`(?<![同当某任])${NUMBER}\s?个?(?:自然|日历|工作|营业)?(?:日|天|小时|分钟|周|月)|第\s?${NUMBER}|\d\s?(?:点|时|[ap]\.?m)|次日|次一|下一|翌日|${NUMBER}\s(?:\w+\s)?(?:days?|hours?|minutes?)|\b(?:next|following)\s(?:\w+\s)?day|\bday\s(?:after|following)`,
  'iu',
);

/** Delivered at once, by what was read; but its words hold a time that was not. */
const timeNotRead = ({ value, quote }: Fact): boolean =>
  isRule(value) && value.delay.value === 0 && TIME_IN_WORDS.test(value.words ?? quote);

/** The rule of the channel itself, or the one for every electronic way; a rule for another channel says nothing about it. */
function rulesFor(channel: NoticeChannel): Question {
  const name: OwnName = channel === 'post' ? 'paper-delivery-days' : 'electronic-delivery';
  const about = ({ value, quote }: Fact): boolean =>
    isRule(value) &&
    (value.channel === channel || (value.channel === 'any' && channel !== 'post' && speaksOf(channel, value, quote)));
  return { name, understands: DELIVERY, about };
}

/** What the text says of this very channel goes before what it says of all: the rule, with what was asked for it. */
function ruleOf(basis: TermBasis, channel: NoticeChannel): { rule: Answer<PickedFact>; question: Question } {
  const wide = rulesFor(channel);
  const question: Question = { ...wide, about: ({ value }) => isRule(value) && value.channel === channel };
  const exact = pickFact({ ...basis, own: {} }, question);
  return exact.known || exact.steps.length > 0
    ? { rule: exact, question }
    : { rule: pickFact(basis, wide), question: wide };
}

/** Where the text has several rules for the channel: delivered no sooner than by the first of them, and no later than by the last. */
function byRivals(basis: TermBasis, dispatch: Dispatch, question: Question): Pick<Unknown, 'steps'> & Bounds {
  const readings = rivalReadings(basis, question).map((fact) => byRule(basis, dispatch, { ...fact, picked: [] }));
  const days = readings.flatMap((reading) => (reading.known ? [reading.value] : [])).toSorted();
  const [notBefore, notAfter] = [days[0], days.at(-1)];
  if (days.length < readings.length || notBefore === undefined || notAfter === undefined)
    return { steps: [], notBefore: dispatch.sent };
  return { steps: allSteps(readings), notBefore, notAfter };
}

function received(dispatch: Dispatch, silent: Question['name']): Answer<CivilDate> {
  const law: TermStep = {
    text: sentence('term.notice-delivery.silent'),
    statute: CIVIL_CODE.arrival,
  };
  if (dispatch.received === undefined) {
    const missing = missingInput('received', sentence('term.notice-delivery.received-missing'));
    return unknown([missingFact(silent), missing], [law], dispatch.sent);
  }
  const arrived = dateWords(dispatch.received);
  return known(dispatch.received, [law, ownStep(sentence('term.notice-delivery.received', { arrived }))]);
}

/** Hours and minutes after it went out; without the hour of sending, the first day that comes into question. */
function afterHours(dispatch: Dispatch, minutes: number, clause: TermStep['clause']): Answer<CivilDate> {
  const cited = clause ? { clause } : {};
  if (dispatch.sentAt !== undefined) {
    const arrival = new Date((instantSeconds(dispatch.sentAt) + minutes * 60) * 1000).toISOString();
    const day = civilDateAt(arrival);
    return known(day, [{ text: sentence('term.notice-delivery.after-hours', { day: dateWords(day) }), ...cited }]);
  }
  const day = addDays(dispatch.sent, Math.floor(minutes / 1440));
  const next = addDays(dispatch.sent, Math.ceil(minutes / 1440));
  const words = { day: dateWords(day), next: dateWords(next) };
  const text =
    day === next
      ? sentence('term.notice-delivery.after-hours', words)
      : sentence('term.notice-delivery.hour-not-known', words);
  return known(day, [{ text, ...cited }]);
}

/** When a notice counts as delivered by a rule of the agreement. */
function byRule(basis: TermBasis, dispatch: Dispatch, fact: PickedFact): Answer<CivilDate> {
  const { value, picked } = fact;
  if (!isRule(value)) return unknown([missingFact('delivery')], picked);
  if (timeNotRead(fact)) {
    const text = sentence('term.notice-delivery.time-not-read', { quote: quoted(value.words ?? fact.quote) });
    return unknown([{ what: 'fact', name: 'delivery', text }], picked, dispatch.sent);
  }
  return counted(basis, dispatch, fact, value);
}

/** One where the words of a rule count the first day as a day of the delay. */
const firstDayIn = (basis: TermBasis, fact: PickedFact): number =>
  firstDayOf(basis, fact).startDayCounts === true ? 1 : 0;

/** The day that a rule whose time was read gives. */
function counted(basis: TermBasis, dispatch: Dispatch, fact: PickedFact, { delay }: DeliveryValue): Answer<CivilDate> {
  const { anchor, picked } = fact;
  const ground = known(fact, picked);
  const clause = picked.find((step) => step.clause)?.clause;
  const cited = clause ? { clause } : {};
  const arrives = anchor === 'received' || anchor === 'delivered';
  if (arrives && dispatch.received === undefined) {
    const missing = missingInput('received', sentence('term.notice-delivery.arrival-missing'));
    return restingOn([ground], unknown([missing], [], dispatch.sent));
  }
  const start = arrives ? (dispatch.received ?? dispatch.sent) : dispatch.sent;
  const arrived: readonly TermStep[] = arrives
    ? [ownStep(sentence('term.notice-delivery.received', { arrived: dateWords(start) }))]
    : [];
  const sent = dateWords(start);
  const channel = CHANNEL_WORDS[dispatch.channel];
  if (delay.value === 0) {
    const text = arrives
      ? sentence('term.notice-delivery.on-arrival', { channel, sent })
      : sentence('term.notice-delivery.on-sending', { channel, sent });
    return restingOn([ground], known(start, [...arrived, { text, ...cited }]));
  }
  if (delay.unit === 'hour' || delay.unit === 'minute') {
    const minutes = delay.value * (delay.unit === 'hour' ? 60 : 1);
    return restingOn([ground], afterHours(arrives ? { ...dispatch, sent: start } : dispatch, minutes, clause));
  }
  if (delay.unit === 'working-day') {
    const calendar = delay.calendar === undefined ? {} : { calendar: delay.calendar };
    const end = countPeriod(basis, start, { workingDays: delay.value, ...calendar }, firstDayOf(basis, fact));
    return restingOn([ground], end.known ? known(end.value.safe, [...arrived, ...end.steps]) : end);
  }
  const delivered = addDays(start, delay.value - firstDayIn(basis, fact));
  const day = dateWords(delivered);
  const text =
    dispatch.channel === 'post'
      ? sentence('term.notice-delivery.by-post', { posted: sent, value: delay.value, counted: day })
      : sentence('term.notice-delivery.after-days', { channel, sent, value: delay.value, counted: day });
  return restingOn([ground], known(delivered, [...arrived, { text, statute: CIVIL_CODE.startDay }]));
}

/**
 * The day a notice counts as delivered: by the agreement, else by the statute, else unknown until the person says when it came.
 * @param agreed the clause that has such a notice announced, where there is one
 */
export function deliveredOn(basis: TermBasis, dispatch: Dispatch, agreed?: TermStep['clause']): Answer<CivilDate> {
  const { rule, question } = ruleOf(basis, dispatch.channel);
  if (rule.known) return byRule(basis, dispatch, rule.value);
  if (rule.missing.some(({ what }) => what === 'conflict') || rule.steps.length > 0) {
    const { steps, ...bounds } = byRivals(basis, dispatch, question);
    return unknown(rule.missing, [...rule.steps, ...steps], bounds);
  }
  const law = foreignLaw(basis);
  if (law) return restingOn([rule], unknown([otherLaw(law.name), missingFact('delivery')], [law.step], dispatch.sent));
  if (dispatch.channel !== 'site') return received(dispatch, rulesFor(dispatch.channel).name);
  if (!agreed) return announced(dispatch);
  const text = sentence('term.notice-delivery.on-publication', { sent: dateWords(dispatch.sent) });
  return known(dispatch.sent, [{ text, statute: CIVIL_CODE.arrivalOrAnnouncement, clause: agreed }]);
}

/**
 * An announcement where no announcing was agreed. From when it counts for a party that is known is disputed, so the day is not known:
 * no sooner than it was published, and no later than the person knows of it.
 */
function announced(dispatch: Dispatch): Answer<CivilDate> {
  const sent = dateWords(dispatch.sent);
  const missing: Missing = {
    what: 'fact',
    name: 'electronic-delivery',
    text: sentence('term.notice-delivery.announcing-not-agreed'),
  };
  const steps: readonly TermStep[] = [
    {
      text: sentence('term.notice-delivery.announcement-open', { sent }),
      statute: CIVIL_CODE.arrivalOrAnnouncement,
    },
    { text: sentence('term.notice-delivery.change-needs-agreement'), statute: CIVIL_CODE.changeByAgreement },
  ];
  // Read on the day it was published: there is no day between on which it could have come.
  if (dispatch.received === dispatch.sent)
    return known(dispatch.sent, [...steps, ownStep(sentence('term.notice-delivery.received', { arrived: sent }))]);
  const notAfter = dispatch.received === undefined ? {} : { notAfter: dispatch.received };
  return unknown([missing], steps, { notBefore: dispatch.sent, ...notAfter });
}
