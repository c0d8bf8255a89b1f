import { LENGTH_UNITS, type Fact } from '../../agreement/fact.ts';
import { HANDED_ON, OF_PRICES, OF_TERMS } from '../../agreement/rules/objections.ts';
import { sentence } from '../../agreement/sentence.ts';
import { type Answer, type Deadline, type TermStep, type Understands, known, restingOn, unknown } from '../answer.ts';
import { type FactSource, factsOf, type FoundFact, missingFact, type TermBasis } from '../basis.ts';
import { type CivilDate, dateWords } from '../calendar/civil-date.ts';
import { isTableMissing, onDay } from '../calendar/deadline.ts';
import { earliestEnd } from '../calendar/period.ts';
import { CIVIL_CODE } from '../calendar/statutes.ts';
import { byBusinessHour, closeOfBusiness } from '../close-of-business.ts';
import { countPeriod, periodLength } from '../count-period.ts';
import { firstDayOf } from '../first-day.ts';
import { askedFacts, pickFact, type PickedFact, type Question, rivalReadings } from '../pick-fact.ts';
import { clausesAbout } from '../unrecognised.ts';
import { dayBefore } from '../renewal/term-days.ts';

/** What an objection is counted from: the day the notice went out, the day it counts as delivered, or the day of effect, backward or on. */
interface Begins {
  readonly kind: string;
  readonly sent: CivilDate;
  readonly delivered: Answer<CivilDate>;
  readonly effective: Answer<Deadline>;
}

/** How long one may object, from the notice on, up to so long before it takes effect, or so long after it did. */
export const OBJECTION: Understands = {
  kinds: ['objection-window'],
  units: LENGTH_UNITS.filter((unit) => unit !== 'minute'),
  anchors: ['announced', 'sent', 'posted', 'received', 'delivered', 'effective', 'in-force'],
  unsaid: 'delivered',
};

type Words = Pick<Fact, 'quote'>;

const isOfPrices = ({ quote }: Words): boolean => OF_PRICES.test(quote) && !OF_TERMS.test(quote);

/**
 * What may be objected to is told by its words: a transfer of the contract is none of its changes, a change of prices alone none of the
 * terms. What a person said has no words, and is of all.
 */
const isOf = (kind: string, { quote }: Words): boolean =>
  quote === '' ||
  (HANDED_ON.test(quote) === (kind === 'assignment') &&
    (kind === 'fee' || kind === 'assignment' || !isOfPrices({ quote })));

/** Of prices, what is said of them goes before what is said of changes in general. */
function aboutOf(basis: TermBasis, kind: string): (fact: Fact) => boolean {
  const ofPrices = kind === 'fee' && factsOf(basis, 'objection-window').some(({ fact }) => isOfPrices(fact));
  return (fact) => isOf(kind, fact) && (!ofPrices || fact.quote === '' || isOfPrices(fact));
}

const isLength = ({ value }: Fact): boolean => typeof value === 'number' && Number.isInteger(value) && value >= 0;

/**
 * What silence means, where somebody may object: agreement, where the text says so; without that, nothing by itself.
 * Source: Civil Code, articles 140 II and 543.
 */
function onSilence(basis: TermBasis, kind: string): TermStep {
  const said = consents(basis, kind);
  return {
    text: said ? sentence('term.objection.silence-agrees') : sentence('term.objection.silence-is-none'),
    statute: CIVIL_CODE.changeByAgreement,
    ...(said?.step.clause ? { clause: said.step.clause } : {}),
  };
}

const consents = (basis: TermBasis, kind: string): FoundFact | undefined =>
  factsOf(basis, 'deemed-consent').find(({ fact }) => isOf(kind, fact));

/** Whether the text takes silence for agreement to what a notice of this kind announces. */
export const silenceAgrees = (basis: TermBasis, kind: string): boolean => consents(basis, kind) !== undefined;

/** The last day by one length. */
function lastBy(basis: TermBasis, begins: Begins, fact: Fact): Answer<Deadline> {
  const length = { value: Number(fact.value), unit: fact.unit, ...(fact.calendar ? { calendar: fact.calendar } : {}) };
  if (fact.anchor === 'effective') {
    const { effective } = begins;
    if (effective.known)
      return restingOn([effective], byBusinessHour(basis, dayBefore(basis, effective.value, length), fact));
    const least = effective.notBefore === undefined ? undefined : dayBefore(basis, onDay(effective.notBefore), length);
    return unknown(effective.missing, effective.steps, least?.known === true ? { notBefore: least.value.safe } : {});
  }
  const given = fact.anchor === 'announced' || fact.anchor === 'sent' || fact.anchor === 'posted';
  const start =
    fact.anchor === 'in-force' ? safeEffect(begins.effective) : given ? known(begins.sent, []) : begins.delivered;
  const period = periodLength(length) ?? { days: length.value };
  const agreed = { ...closeOfBusiness(basis, fact), ...firstDayOf(basis, fact) };
  if (!start.known) {
    const bound = start.notBefore === undefined ? {} : { notBefore: earliestEnd(start.notBefore, period, agreed) };
    return unknown(start.missing, start.steps, bound);
  }
  return restingOn([start], countPeriod(basis, start.value, period, agreed));
}

/** The day of effect that a time runs on from: its safe day. */
function safeEffect(effective: Answer<Deadline>): Answer<CivilDate> {
  if (!effective.known) return effective;
  const { safe } = effective.value;
  const text = sentence('term.objection.from-effect', { day: dateWords(safe) });
  return restingOn([effective], known(safe, [{ text }]));
}

/** No time to object is over before the notice is there: the day it came, or the one before which it did not, else the day it went out. */
function notBeforeThere({ sent, delivered }: Begins): CivilDate {
  const day = delivered.known ? delivered.value : delivered.notBefore;
  return day === undefined || day < sent ? sent : day;
}

/** No sooner than by whichever of several lengths ends first; nothing where one of them has no bound. */
function boundOf(basis: TermBasis, begins: Begins, question: Question): CivilDate | undefined {
  const ends = rivalReadings(basis, question).map((fact) => {
    const end = lastBy(basis, begins, fact);
    return end.known ? end.value.safe : end.notBefore;
  });
  return ends.includes(undefined) ? undefined : ends.toSorted()[0];
}

/**
 * The last day to object to a change or a transfer, where the agreement gives a time for it; absent where it says nothing of one. The day
 * from which it runs may not be known: then no sooner than by the plain count from the day the notice came, or went out.
 */
export function objectBy(basis: TermBasis, begins: Begins): Answer<Deadline> | undefined {
  if (begins.kind === 'termination') return undefined;
  const question: Question = {
    name: 'objection-window',
    understands: OBJECTION,
    about: aboutOf(basis, begins.kind),
    counts: isLength,
  };
  if (askedFacts(basis, question).length === 0) {
    const isSaid = ({ facts }: FactSource): boolean => facts.some(({ kind }) => kind === 'objection-window');
    const unread = basis.sources.flatMap((source) => (isSaid(source) ? [] : clausesAbout(source, 'objection-window')));
    if (!unread.some(({ text }) => isOf(begins.kind, { quote: text }))) return undefined;
    return unknown([missingFact('objection-window', basis)], [], notBeforeThere(begins));
  }
  const picked: Answer<PickedFact> = pickFact(basis, question);
  if (!picked.known) {
    const bound = boundOf(basis, begins, question) ?? notBeforeThere(begins);
    return unknown(picked.missing, [...picked.steps, onSilence(basis, begins.kind)], bound);
  }
  const end = lastBy(basis, begins, picked.value);
  return { ...end, steps: [...new Set([...picked.steps, ...end.steps, onSilence(basis, begins.kind)])] };
}

/** The sooner of the last day to object and the eve of effect. What is not known of the one does not make the other later. */
export function soonerOf(object: Answer<Deadline>, leave: Answer<Deadline>): Answer<Deadline> {
  const day = (end: Answer<Deadline>): CivilDate | undefined => (end.known ? end.value.safe : end.notBefore);
  const [one, other] = [day(object), day(leave)];
  // Nothing says when it takes effect: the time to object is the one day that there is.
  if (other === undefined) return object;
  if (one !== undefined) {
    const [first, second] = one <= other ? [object, leave] : [leave, object];
    // Only days off of a year without a table are missing: the day itself is counted.
    if (first.known || isTableMissing(first)) return restingOn([second], withWord(first, object, leave));
  }
  const missing = [object, leave].flatMap((end) => (end.known ? [] : end.missing));
  const once = [...new Map(missing.map((each) => [`${each.what} ${each.name}`, each])).values()];
  const bound = one === undefined || one > other ? other : one;
  const steps = [...new Set([...leave.steps, ...object.steps])];
  return unknown(once, steps, bound);
}

function withWord(first: Answer<Deadline>, object: Answer<Deadline>, leave: Answer<Deadline>): Answer<Deadline> {
  const at = first.known ? first.value.safe : first.notBefore;
  if (at === undefined) return first;
  const before = first === object ? leave : object;
  const other = before.known ? before.value.safe : before.notBefore;
  if (other === undefined || other === at) return first;
  const text =
    first === object
      ? sentence('term.objection.before-effect', { day: dateWords(at) })
      : sentence('term.objection.effect-first', { day: dateWords(at), other: dateWords(other) });
  return { ...first, steps: [...first.steps, { text }] };
}
