import { type Sentence, sentence } from '../../agreement/sentence.ts';
import type {
  ChecklistItem,
  ClockLine,
  MissingField,
  NoticeCaseView,
  NoticeEvent,
  NoticeSummary,
  NoticeView,
  OwnValueName,
} from '../../contract/notices.ts';
import { OWN_VALUES } from '../../contract/notices.ts';
import type { Store } from '../../store/store.ts';
import { type Answer, type Deadline, mapAnswer, type Missing, type TermStep } from '../../term/answer.ts';
import { citation } from '../../term/basis.ts';
import { type CivilDate, civilDateAt } from '../../term/calendar/civil-date.ts';
import { closingHourOf, isTableMissing, lastDayOf, latestBeside, safeDay } from '../../term/calendar/deadline.ts';
import { lengthWords } from '../../term/calendar/period.ts';
import { isLeaving, noticeCases, noticeClock } from '../../term/notice/notice-clock.ts';
import { type LeadingCount, leadingCount } from '../../term/notice/leading-count.ts';
import { type Shortfall, shortAtLeast } from '../../term/notice/notice-shortfall.ts';
import { NOTICE_QUESTIONS } from '../../term/notice/notice-clock.ts';
import { objectionArrives } from '../../term/agenda/agenda-items.ts';
import {
  concernsObjecting,
  NOTICE_TRANSITIONS,
  OBJECTION_CHECKLIST,
  statesStep,
} from '../../term/notice/notice-states.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { versionCalledAs, wasConcluded } from '../../kernel/standing.ts';
import { statedEffective } from '../../kernel/history/happenings.ts';
import { arrivalOf } from '../../kernel/history/objections.ts';
import { isOlderText } from '../../kernel/version-comparison.ts';
import type { Ports } from '../../kernel/ports.ts';
import { statuteViews } from '../../kernel/papers/statutes.ts';
import { dayClockView, otherZone, todayOf } from '../../kernel/days/today.ts';
import type { Notice } from './notice-records.ts';
import { caseOf } from '../../kernel/cases/cases.ts';
import { closingStep } from '../../letter/case.ts';
import { objectionFrom, objectionSentOn } from './objection-cases.ts';
import { objectionLetterId } from './objection-letter.ts';
import { type NoticePayload, noticeEventWords } from './notice-history.ts';
import { newTexts } from './what-it-announces.ts';

const PREVIEW = 20_000;

/** A notice as the list shows it. */
export function noticeSummary({ store, now }: Pick<Ports, 'store' | 'now'>, notice: Notice): NoticeSummary {
  const today = todayOf(now(), notice.basis.terms);
  const { id, agreementId, state, body, clock, open, lastDay, overAfter } = notice;
  const agreement = store.agreements.agreement(agreementId);
  if (!agreement) throw unknownThing(sentence('notices.notice-views.notice-summary'));
  const { effective, lastDayToAct } = clock;
  const latest = latestBeside(lastDayToAct);
  const lastHour = closingHourOf(lastDayToAct);
  const effectiveOn = isTableMissing(effective) ? safeDay(effective) : mapAnswer(effective, ({ safe }) => safe);
  const newText = body.newVersionId === undefined ? undefined : store.agreements.version(body.newVersionId);
  const sent = objectionSentOn(store, notice);
  const atLeast = shortAtLeast(clock.shortfall);
  return {
    id,
    agreementId,
    agreementTitle: versionCalledAs(store, notice.basis.version),
    kind: body.kind,
    state,
    since: body.since,
    open,
    ...(isLeaving(body.kind, clock) ? { leaves: true as const } : {}),
    lastDayKnown: lastDayToAct.known || isTableMissing(lastDayToAct),
    overdue: open && sent === undefined && overAfter !== undefined && overAfter < today,
    ...(agreement.provider === undefined ? {} : { provider: agreement.provider }),
    ...(body.subject === undefined ? {} : { subject: body.subject }),
    ...(lastDay === undefined ? {} : { lastDay }),
    ...(lastHour === undefined ? {} : { lastHour }),
    ...(latest ? { latest } : {}),
    ...objectionEnds(notice),
    ...(effectiveOn.known ? { effective: effectiveOn.value } : {}),
    ...tooShort(notice),
    ...(atLeast === 0 ? {} : { shortAtLeast: atLeast }),
    ...(newText ? { newOrdinal: newText.ordinal } : {}),
    ...letterOf(store, notice),
    ...(sent === undefined ? {} : { objectionSent: sent, ...objectionThere(store, notice) }),
    ...(objectionArrives(clock) === false ? { sentCounts: true as const } : {}),
    ...awaited(store, notice),
  };
}

/** By how much the notice is too short, where it is. */
function tooShort({ basis, clock: { required, shortfall } }: Notice): Pick<NoticeSummary, 'shortfall'> {
  if (!shortfall.known || shortfall.value.full <= 0) return {};
  const inFull = leadingCount(basis.document, required.steps) === 'full';
  return { shortfall: { ...shortfall.value, ...(inFull ? { inFull: true as const } : {}) } };
}

/** The day on which the objection had arrived: as said, or that of the answer to it. */
function objectionThere(store: Store, { id }: Notice): Pick<NoticeSummary, 'objectionArrived'> {
  const { arrived, answered = arrived } = arrivalOf(store, id);
  return answered === undefined ? {} : { objectionArrived: answered };
}

/** Going on as agreed settles what was to be decided; the letter that says so may still be on its way, or without an answer. */
export function awaited(store: Store, notice: Notice): Pick<NoticeSummary, 'awaits'> {
  if (notice.state !== 'continuing') return {};
  const state = caseOf(store, objectionFrom(store, notice))?.state;
  if (state === 'sent') return { awaits: 'arrival' };
  return state === 'arrived' ? { awaits: 'answer' } : {};
}

/** The end of the time to object; a day that it is only not before is none. */
function objectionEnds({ clock: { objectBy } }: Notice): Pick<NoticeSummary, 'objectBy'> {
  const day = objectBy && lastDayOf(objectBy);
  return day?.known === true ? { objectBy: day.value } : {};
}

/** Open ones first: overdue, then by their last day, unknown ones after, then those whose objection went out; settled ones last, newest first. */
export function inOrderOfDuty(summaries: readonly NoticeSummary[]): readonly NoticeSummary[] {
  const place = ({ open, lastDay, since, objectionSent, awaits }: NoticeSummary): string =>
    open || awaits
      ? `0 ${objectionSent === undefined ? (lastDay ?? '9999-12-30') : '9999-12-31'}`
      : `1 ${String(99_999_999 - Number(since.replaceAll('-', '')))}`;
  return summaries.toSorted((a, b) => place(a).localeCompare(place(b)));
}

/** Everything about one notice. */
export function noticeView(ports: Pick<Ports, 'store' | 'now'>, notice: Notice): NoticeView {
  const { store, now } = ports;
  const { body, basis } = notice;
  const versions = store.agreements.versionsOf(notice.agreementId);
  const next = versions.find(({ id }) => id === body.newVersionId);
  const use = continuedUse(notice);
  return {
    ...noticeSummary(ports, notice),
    ...dayClockView(now(), otherZone(basis.terms).zone, notice.lastDay),
    statutes: statuteViews(basis.terms, [...NOTICE_QUESTIONS[body.kind].understands.kinds, 'delivery']),
    channel: body.channel,
    sent: body.sent,
    ...(body.received === undefined ? {} : { received: body.received }),
    ...(body.announcedEffective === undefined ? {} : { announcedEffective: body.announcedEffective }),
    ...announcement(store, notice),
    basis: { versionId: basis.version.id, ordinal: basis.version.ordinal, accepted: basis.accepted, by: basis.by },
    ...(next
      ? {
          newVersion: {
            versionId: next.id,
            ordinal: next.ordinal,
            accepted: wasConcluded(store, next),
            reviewed: store.acceptances.ofVersion(next.id).length > 0,
            ...otherEffective(store, next.id, body.announcedEffective),
            ...(isOlderText(store, next, basis.version) ? { older: true as const } : {}),
          },
        }
      : {}),
    candidates: newTexts(store, notice.agreementId, basis),
    clock: clockLines(notice),
    cases: casesOf(notice),
    ...(body.scope === undefined ? {} : { scope: body.scope }),
    fields: missingFields(notice),
    ...(use ? { continuedUse: use } : {}),
    moves: NOTICE_TRANSITIONS[notice.state].filter(
      (to) => to !== 'continuing' || objectionSentOn(store, notice) !== undefined,
    ),
    ...(body.voided === undefined ? {} : { voided: { by: body.voided.by, reason: body.voided.reason } }),
    checklist: concernsObjecting(notice.state) ? checklist(store, notice) : [],
    history: history(store, notice.id),
  };
}

/** The day from which the new text itself says that it applies, where the notice announced another. */
function otherEffective(
  store: Store,
  versionId: string,
  announced: CivilDate | undefined,
): { readonly otherEffective?: CivilDate } {
  const document = announced === undefined ? undefined : store.agreements.document(versionId);
  const stated = document && statedEffective(document);
  return stated === undefined || stated === announced ? {} : { otherEffective: stated };
}

function letterOf(store: Store, notice: Notice): Pick<NoticeSummary, 'letterId'> {
  const letterId = objectionLetterId(store, notice);
  return letterId === undefined ? {} : { letterId };
}

/** The cases that the agreement tells apart, each with what it would mean for this notice. */
function casesOf({ basis: { terms }, body }: Notice): readonly NoticeCaseView[] {
  return noticeCases(terms, body.kind).map((scope) => {
    const { required, lastDayToAct } = noticeClock({ ...terms, scope }, body);
    const lastDay = lastDayToAct.known ? lastDayToAct.value.safe : lastDayToAct.notBefore;
    return {
      scope,
      ...(required.known ? { required: lengthWords(required.value) } : {}),
      ...(lastDay === undefined ? {} : { lastDay }),
    };
  });
}

function announcement(store: Store, { body }: Notice): Pick<NoticeView, 'announcement'> {
  if (!body.announcement) return {};
  const { name, sha256 } = body.announcement;
  const bytes = name.endsWith('.txt') ? store.attachments.bytes(sha256) : undefined;
  const text = bytes && new TextDecoder().decode(bytes).slice(0, PREVIEW);
  return { announcement: { name, sha256, ...(text === undefined ? {} : { text }) } };
}

/** The clause of the old text under which going on using the service is acceptance. */
export function continuedUse({ basis }: Notice): NoticeView['continuedUse'] {
  const clause = basis.document.clauses.find(({ tags }) => tags.some(({ kind }) => kind === 'continued-use'));
  if (!clause) return undefined;
  const { number } = citation(basis.document, clause.id, clause.text);
  return { id: clause.id, quote: clause.text, ...(number === undefined ? {} : { number }) };
}

const days = (count: number): Sentence => sentence('notices.notice-views.days', { count });

/** What no field of the notice takes. */
const isOfFacts = ({ what, name }: Missing): boolean => (what === 'fact' || what === 'conflict') && !isOwnName(name);

function lineOf<Value>(
  name: ClockLine['name'],
  answer: Answer<Value>,
  shown: (value: Value) => Pick<ClockLine, 'date' | 'words'>,
): ClockLine {
  const steps = answer.steps.map(({ by, ...step }: TermStep) => ({ ...step, own: by === 'person' }));
  if (answer.known) return { name, steps, missing: [], ...shown(answer.value) };
  const { notBefore, notAfter } = answer;
  return {
    name,
    steps,
    missing: answer.missing.map(({ text }) => text),
    ...(answer.missing.some(isOfFacts) ? { ofFacts: true } : {}),
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(notAfter === undefined ? {} : { notAfter }),
  };
}

/** A day that a holiday may move: the safe one, with the other beside it. */
function deadlineOf(name: ClockLine['name'], end: Answer<Deadline>): ClockLine {
  const latest = latestBeside(end);
  const line = lineOf(name, end, ({ safe }) => ({ date: safe }));
  const counted = isTableMissing(end) ? { date: end.notBefore } : {};
  return { ...line, ...counted, ...(latest ? { latest } : {}) };
}

function shortWords({ full, back }: Shortfall, leads: LeadingCount): Sentence {
  if (full === 0) return sentence('notices.notice-views.clock-lines-3');
  if (back === full) return days(full);
  return leads === 'full'
    ? sentence('notices.notice-views.short-in-two-readings', { full, back })
    : sentence('notices.notice-views.short-counted-back', { full, back });
}

/** What is known of a shortfall that is not known: its bounds. */
function shortBounds(shortfall: Answer<Shortfall>): Pick<ClockLine, 'words'> {
  if (shortfall.known) return {};
  const [least, most] = [Number(shortfall.atLeast ?? 0), Number(shortfall.atMost ?? 0)];
  if (least > 0 && most > least) return { words: sentence('notices.notice-views.short-between', { least, most }) };
  if (least > 0) return { words: sentence('notices.notice-views.short-at-least', { least }) };
  return most > 0 ? { words: sentence('notices.notice-views.short-at-most', { most }) } : {};
}

function clockLines({ basis, clock }: Notice): readonly ClockLine[] {
  const leads = leadingCount(basis.document, clock.required.steps);
  const date = (value: CivilDate): Pick<ClockLine, 'date'> => ({ date: value });
  return [
    deadlineOf('lastDayToAct', clock.lastDayToAct),
    ...(clock.objectBy ? [deadlineOf('objectBy', clock.objectBy)] : []),
    deadlineOf('effective', clock.effective),
    lineOf('delivered', clock.delivered, date),
    lineOf('required', clock.required, (length) => ({
      words: lengthWords(length),
    })),
    deadlineOf('earliestEffective', clock.earliestEffective),
    {
      ...lineOf('shortfall', clock.shortfall, (short) => ({ words: shortWords(short, leads) })),
      ...shortBounds(clock.shortfall),
    },
  ];
}

const isOwnName = (name: string): name is OwnValueName => OWN_VALUES.includes(name as OwnValueName);

/** What the person can fill in: what is missing now, and what they filled in before. */
function missingFields({ clock, body }: Notice): readonly MissingField[] {
  const found = new Map<string, MissingField>();
  const answers = [clock.delivered, clock.required, clock.shortfall];
  const missing = answers.flatMap((answer): readonly Missing[] => (answer.known ? [] : answer.missing));
  for (const { name, what, text } of missing) {
    if (what === 'calendar') continue;
    if (name === 'received' || name === 'announcedEffective') found.set(name, { name, unit: 'date', label: text });
    else if (isOwnName(name)) found.set(name, { name, unit: name.endsWith('months') ? 'months' : 'days', label: text });
  }
  for (const [name, value] of Object.entries(body.own)) {
    if (isOwnName(name) && !found.has(name))
      found.set(name, {
        name,
        unit: name.endsWith('months') ? 'months' : 'days',
        label: sentence('notices.notice-views.missing-fields.label'),
        value,
      });
  }
  return [...found.values()];
}

function checklist(store: Store, notice: Notice): readonly ChecklistItem[] {
  const { basis } = notice;
  return OBJECTION_CHECKLIST.map(({ id, title, why, grounds }) => {
    const done = notice.body.checklist[id] ?? (id === 'confirm-in-writing' ? sentOn(store, notice) : undefined);
    return {
      id,
      title,
      why,
      clauses: basis.document.clauses
        .filter(
          (clause) =>
            clause.role !== 'heading' &&
            clause.number !== undefined &&
            statesStep(
              grounds,
              clause.tags.map(({ kind }) => kind),
              clause.text,
            ),
        )
        .slice(0, 4)
        .map((clause) => ({ id: clause.id, ...(clause.number === undefined ? {} : { number: clause.number }) })),
      ...(done ? { done } : {}),
    };
  });
}

/** What its case says of the sending of an objection. */
function sentOn(store: Store, notice: Notice): ChecklistItem['done'] {
  const objection = caseOf(store, objectionFrom(store, notice));
  const sent = objection && closingStep(objection);
  return sent && { on: civilDateAt(sent.at), evidence: sent.proof?.name ?? sent.said };
}

function history(store: Store, noticeId: string): readonly NoticeEvent[] {
  return store.ledger.ofSubject(`notice:${noticeId}`).map((entry) => {
    const payload = (entry.payload ?? {}) as NoticePayload;
    return {
      sequence: entry.sequence,
      at: entry.at,
      words: noticeEventWords(entry.kind, payload),
      ...(payload.by ? { by: payload.by } : {}),
      ...(payload.note ? { note: payload.note } : {}),
    };
  });
}
