import { sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { Input } from '../../contract/index.ts';
import type { JsonObject, JsonValue } from '../../ledger/canonical-json.ts';
import type { EntryKind } from '../../ledger/entry.ts';
import type { CivilDate } from '../../term/calendar/civil-date.ts';
import {
  type ContinuedUse,
  moveNotice,
  NOTICE_TRANSITIONS,
  type NoticeState,
} from '../../term/notice/notice-states.ts';
import { refuseEarlyReceipt } from '../../term/notice/notice-delivery.ts';
import { type Notice, type NoticeBody, noticeById, noticePapers, notices } from './notice-records.ts';
import { announcedText } from './announcements.ts';
import { objectionSentOn } from './objection-cases.ts';
import { todayOf } from '../../kernel/days/today.ts';
import { happeningsOf, recordHappening } from '../../kernel/history/happenings.ts';
import type { Ports } from '../../kernel/ports.ts';
import type { Store } from '../../store/store.ts';
import { wasConcluded } from '../../kernel/standing.ts';
import { record, recordTogether } from '../../kernel/record.ts';
import { withoutAbsent } from '../../kernel/without-absent.ts';

/** A version accepted in the world settles the notices that announced it. Call inside the transaction that says so. */
export function settleNotices(
  ports: Ports,
  accepted: { readonly versionId: string; readonly acceptanceId?: string; readonly by: string },
): void {
  for (const notice of notices(ports.store)) {
    if (notice.body.newVersionId !== accepted.versionId) continue;
    if (!isOpen(notice.state)) continue;
    const { by, acceptanceId } = accepted;
    const payload = { by, ...(acceptanceId === undefined ? {} : { acceptance: acceptanceId }) };
    move(ports, notice, { to: 'accepted', payload });
  }
}

/** More can be said of it. */
const isOpen = (state: NoticeState): boolean => NOTICE_TRANSITIONS[state].length > 0;

/** Corrects what was recorded, or names the text that was still to come; each is an entry. */
export function correctNotice(
  ports: Ports,
  { noticeId, own, scope, announcement, ...given }: Input<'notices.correct'>,
): void {
  const notice = noticeById(ports.store, noticeId);
  const { state, body, agreementId } = notice;
  if (!isOpen(state)) throw settled();
  const version = given.newVersionId === undefined ? undefined : ports.store.agreements.version(given.newVersionId);
  if (given.newVersionId !== undefined && version?.agreementId !== agreementId) throw foreignVersion();
  const emptied = EMPTIED.filter((name) => (name === 'announcement' ? announcement : given[name]) === null);
  const { received, announcedEffective, ...others } = given;
  const changed = withoutAbsent({
    ...others,
    received: received ?? undefined,
    announcedEffective: announcedEffective ?? undefined,
  });
  const left = withoutNames(body, emptied);
  refuseEarlyReceipt({ ...left, ...changed });
  // An announced notice stands as of the day it was sent.
  const since = state === 'announced' && given.sent !== undefined ? { since: given.sent } : {};
  const values = own ? { own: { ...body.own, [own.name]: own.value } } : {};
  const { scope: before, ...rest } = left;
  const chosen = scope ?? before;
  const ofCase = chosen === undefined || chosen === '' ? {} : { scope: chosen };
  const named = [
    ...Object.keys(changed),
    ...emptied,
    ...(announcement ? ['announcement'] : []),
    ...(own ? ['own'] : []),
    ...(scope === undefined ? [] : ['scope']),
  ];
  recordTogether(ports, () => {
    const kept = announcement ? { announcement: announcedText(ports, announcement) } : {};
    // The first text that is named corrects nothing.
    const isFirstText = named.length === 1 && changed.newVersionId !== undefined && body.newVersionId === undefined;
    write(ports, noticeId, state, { ...rest, ...ofCase, ...changed, ...kept, ...since, ...values }, [
      isFirstText ? 'notice-text-named' : 'notice-amended',
      {
        changed: named,
        before: valuesBefore(body, named),
        ...changed,
        ...kept,
        ...(own ? { own } : {}),
        ...(scope === undefined ? {} : { scope }),
      },
    ]);
    // Which text was objected to is known only now.
    if (state === 'continuing' && given.newVersionId !== undefined) {
      const { said, from } = keptOnBefore(ports.store, notice);
      tellKeptOn(ports, noticeById(ports.store, noticeId), { said, from });
    }
  });
}

/** What stood before a correction, of the members that it changes: the entry keeps both. */
const valuesBefore = (body: NoticeBody, names: readonly string[]): JsonObject =>
  Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      names.includes(name) && (typeof value === 'string' || name === 'announcement')
        ? [[name, value as JsonValue]]
        : [],
    ),
  );

/** What can be taken back by a correction, because it was never so: days that are not known, the announcement's paper. */
const EMPTIED = ['received', 'announcedEffective', 'announcement'] as const;

function withoutNames(body: NoticeBody, names: readonly (typeof EMPTIED)[number][]): NoticeBody {
  const left = { ...body };
  for (const name of names) delete left[name];
  return left;
}

/**
 * Sets a notice down as objected to in writing, going on under the earlier text (articles 543, 544 and 140(2) of the Civil Code): only
 * once the objection went out, of the day on which it did. Nothing of the earlier text ends by it, and the new one does not stand.
 * @throws Refusal `objection-not-sent` where nobody said that it was sent.
 */
export function keepOn(ports: Ports, { noticeId, by, note }: Input<'notices.keepOn'>): void {
  const notice = noticeById(ports.store, noticeId);
  const sent = objectionSentOn(ports.store, notice);
  if (sent === undefined) throw notSent();
  recordTogether(ports, () => {
    move(ports, notice, { to: 'continuing', payload: { by, sentOn: sent, ...(note ? { note } : {}) } });
    tellKeptOn(ports, notice, { said: by, from: sent });
  });
}

function tellKeptOn(
  ports: Ports,
  { id, basis, body }: Notice,
  told: { readonly said: string; readonly from: CivilDate },
): void {
  recordHappening(ports, basis.version.id, {
    kind: 'kept-on',
    ...told,
    noticeId: id,
    ...(body.newVersionId === undefined ? {} : { against: body.newVersionId }),
  });
}

/** What was said when the notice was set down as going on under the earlier text. */
function keptOnBefore(store: Store, { id, basis, body }: Notice): { readonly said: string; readonly from: CivilDate } {
  const before = happeningsOf(store, basis.version.id).findLast(
    ({ body: told }) => told.kind === 'kept-on' && told.noticeId === id,
  )?.body;
  return before?.kind === 'kept-on' ? before : { said: '', from: body.since };
}

/**
 * The new text of a notice was saved: its last version for the notice's agreement is linked, as an entry of its own.
 * Answers which one; undefined where none is of that agreement or the notice is settled. Call inside the transaction that saves them.
 */
export function takeAnnouncedText(
  ports: Ports,
  noticeId: string,
  saved: readonly { readonly versionId: string; readonly agreementId: string }[],
): string | undefined {
  const { state, agreementId } = noticeById(ports.store, noticeId);
  const own = saved.findLast((version) => version.agreementId === agreementId);
  if (!own || !isOpen(state)) return undefined;
  correctNotice(ports, { noticeId, newVersionId: own.versionId });
  return own.versionId;
}

/** Whether a notice is there and not settled: a text that is imported can still become its new text. */
export function waitsForText(store: Store, noticeId: string): boolean {
  const notice = noticePapers(store).get(noticeId);
  return notice !== undefined && isOpen(notice.state);
}

/**
 * Sets down that the service was still used after the change took effect: on a person's own word, and as a fact alone. It needs no clause,
 * concedes no acceptance, and no text stands or ends by it; who accepts the new text says so of that text.
 */
export function noteUse(ports: Ports, { noticeId, by, note, usedOn }: Input<'notices.noteUse'>): void {
  const notice = noticeById(ports.store, noticeId);
  const { effective } = notice.clock;
  if (!effective.known) throw effectUnknown();
  // Against the company's own record only what is beyond argument counts: use after the later day.
  const effectiveOn = effective.value.latest;
  const confirmedOn = todayOf(ports.now(), notice.basis.terms);
  const use: ContinuedUse = { confirmedBy: by, confirmedOn, usedOn, effectiveOn };
  const payload = { by, usedOn, effectiveOn, confirmedOn, acceptance: 'not-conceded', ...(note ? { note } : {}) };
  move(ports, notice, { to: 'in-use', use, payload });
}

/** Keeps the text that the clock rested on: nothing is awaited any more. */
const FINAL: ReadonlySet<NoticeState> = new Set(['accepted', 'continuing', 'in-use', 'withdrawn']);

/** One move with its entry, in one transaction. */
export function move(
  ports: Ports,
  notice: Notice,
  step: {
    readonly to: NoticeState;
    readonly use?: ContinuedUse;
    readonly payload: JsonObject;
  },
): void {
  const { to, use, payload } = step;
  const state = moveNotice(notice.state, to, use);
  const final = FINAL.has(state);
  const today = todayOf(ports.now(), notice.basis.terms);
  const body: NoticeBody = {
    ...notice.body,
    since: today,
    ...(state === 'objected' ? { objected: today } : {}),
    ...(final ? { settledBasis: notice.basis.version.id, settledAt: ports.now().toISOString() } : {}),
  };
  write(ports, notice.id, state, body, [entryOf(state), { from: notice.state, to: state, ...payload }]);
}

/** What an entry calls a move: that a review began decides nothing. */
function entryOf(state: NoticeState): EntryKind {
  if (state === 'under-review') return 'notice-review-begun';
  return state === 'in-use' ? 'notice-use-noted' : 'notice-decided';
}

/** Writes a notice and its entry in one transaction. */
export function write(
  ports: Ports,
  noticeId: string,
  state: NoticeState,
  body: NoticeBody,
  [kind, payload]: readonly [EntryKind, Readonly<Record<string, unknown>>],
): void {
  const at = ports.now().toISOString();
  record(ports, {
    entry: { at, kind, subject: `notice:${noticeId}`, payload: payload as JsonObject },
    write: () => noticePapers(ports.store).put({ id: noticeId, state, body }, at),
    changed: ['notices', 'agenda'],
  });
}

/** A notice with a new text is accepted by accepting that text; there is no second way to assent. */
export function refuseUnacceptedText({ store }: Ports, { body }: Notice): void {
  if (body.newVersionId === undefined) return;
  const next = store.agreements.version(body.newVersionId);
  if (next && wasConcluded(store, next)) return;
  throw new Refusal(
    'new-version-not-accepted',
    sentence('notices.notice-moves.new-version-not-accepted'),
    sentence('notices.notice-moves.new-version-not-accepted.next'),
  );
}

const settled = (): Refusal =>
  new Refusal(
    'notice-settled',
    sentence('notices.notice-moves.notice-settled'),
    sentence('notices.notice-moves.notice-settled.next'),
  );

export const foreignVersion = (): Refusal =>
  new Refusal(
    'foreign-version',
    sentence('notices.notice-moves.foreign-version'),
    sentence('notices.notice-moves.foreign-version.next'),
  );

const notSent = (): Refusal =>
  new Refusal(
    'objection-not-sent',
    sentence('notices.notice-moves.objection-not-sent'),
    sentence('notices.notice-moves.objection-not-sent.next'),
  );

const effectUnknown = (): Refusal =>
  new Refusal(
    'effect-unknown',
    sentence('notices.notice-moves.effect-unknown'),
    sentence('notices.notice-moves.effect-unknown.next'),
  );
