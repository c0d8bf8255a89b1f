import { instantOf } from '../../acceptance/history.ts';
import { lastPeriodOf, standsAt } from '../../acceptance/standing.ts';
import { sentence } from '../../agreement/sentence.ts';
import type { AgreementDocument } from '../../agreement/model.ts';
import type { OwnValueName } from '../../contract/notices.ts';
import type { VersionRow } from '../../store/agreements.ts';
import type { PaperRow } from '../../store/papers.ts';
import type { Store } from '../../store/store.ts';
import type { TermBasis } from '../../term/basis.ts';
import type { CivilDate } from '../../term/calendar/civil-date.ts';
import { SHIPPED_CALENDAR } from '../../term/calendar/holiday-tables.ts';
import { type ChangeNotice, type NoticeClock, noticeClock } from '../../term/notice/notice-clock.ts';
import { type NoticeState, OBJECTION_CHECKLIST, type ObjectionItem } from '../../term/notice/notice-states.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { standingOf } from '../../kernel/standing.ts';
import { paperById, PAPERS, papersOf } from '../../kernel/stored-names.ts';

/** What was done about one item of an objection. */
export interface TickedItem {
  readonly on: CivilDate;
  readonly evidence: string;
  /** SHA-256 of the kept proof. */
  readonly file?: string;
}

/** A notice as it is kept. */
export interface NoticeBody extends ChangeNotice {
  readonly subject?: string;
  /** The new text as a version of the agreement. */
  readonly newVersionId?: string;
  readonly announcement?: { readonly sha256: string; readonly name: string };
  /** Civil date on which it came to its state. */
  readonly since: CivilDate;
  readonly own: Partial<Readonly<Record<OwnValueName, number>>>;
  readonly checklist: Partial<Readonly<Record<ObjectionItem['id'], TickedItem>>>;
  /** Set when the notice is settled: later versions do not change what the clock rested on. */
  readonly settledBasis?: string;
}

/** The version whose facts a notice's clock uses. */
export interface NoticeBasis {
  readonly version: VersionRow;
  readonly document: AgreementDocument;
  readonly accepted: boolean;
  readonly terms: TermBasis;
}

/** One notice with everything that is worked out of it. */
export interface Notice {
  readonly id: string;
  readonly agreementId: string;
  readonly state: NoticeState;
  readonly body: NoticeBody;
  readonly createdAt: string;
  readonly basis: NoticeBasis;
  readonly clock: NoticeClock;
  /** Something is still to be done. */
  readonly open: boolean;
  /** The last day to act, or the safe day where it cannot be known. */
  readonly lastDay: CivilDate | undefined;
}

const SETTLED: readonly NoticeState[] = ['accepted', 'lapsed', 'withdrawn'];

/** All notices, in the order they were recorded. */
export function notices(store: Store): readonly Notice[] {
  return papersOf<NoticeBody>(store, PAPERS.notices.notice).map((row) => noticeOf(store, row));
}

/** @throws Refusal `not-found`. */
export function noticeById(store: Store, id: string): Notice {
  const row = paperById<NoticeBody>(store, PAPERS.notices.notice, id);
  if (!row) throw unknownThing(sentence('notices.notice-records.notice-by-id'));
  return noticeOf(store, row);
}

function noticeOf(store: Store, row: PaperRow<NoticeBody>): Notice {
  const { id, body, createdAt } = row;
  const state = row.state as NoticeState;
  const agreementId = row.subject ?? '';
  const basis = basisOf(store, agreementId, body, createdAt);
  const clock = noticeClock(basis.terms, body);
  const { lastDayToAct } = clock;
  return {
    id,
    agreementId,
    state,
    body,
    createdAt,
    basis,
    clock,
    open: !SETTLED.includes(state) && (state !== 'objected' || !isCarriedOut(body)),
    lastDay: lastDayToAct.known ? lastDayToAct.value : lastDayToAct.notBefore,
  };
}

/** Every item of the objection is done. */
export function isCarriedOut(body: NoticeBody): boolean {
  return OBJECTION_CHECKLIST.every(({ id }) => body.checklist[id] !== undefined);
}

/**
 * The facts that bind are those of the version that stood when the notice was sent, or at least when it was recorded;
 * where none did, of the newest that ever stood before the new text, or else was saved before it. Versions saved after the
 * notice do not count as the old text.
 */
export function basisOf(
  store: Store,
  agreementId: string,
  body: Pick<NoticeBody, 'newVersionId' | 'settledBasis' | 'own' | 'sent'>,
  recordedAt: string,
): NoticeBasis {
  const versions = store.agreements.versionsOf(agreementId);
  const next = versions.find(({ id }) => id === body.newVersionId);
  const before = versions.filter((version) => (next ? version.ordinal < next.ordinal : version.savedAt <= recordedAt));
  const standing = standingOf(store, agreementId);
  const everStood = ({ id }: VersionRow): boolean => lastPeriodOf(standing, id) !== undefined;
  const stoodAt = (instant: string): VersionRow | undefined => {
    const stands = standsAt(standing, instant);
    return before.find(({ id }) => id === stands?.versionId);
  };
  const version =
    versions.find(({ id }) => id === body.settledBasis) ??
    stoodAt(instantOf(body.sent)) ??
    stoodAt(recordedAt) ??
    before.findLast(everStood) ??
    before.at(-1) ??
    versions.at(-1);
  const document = version && store.agreements.document(version.id);
  if (!version || !document) throw unknownThing(sentence('notices.notice-records.basis-of'));
  const parent = version.annexOf === undefined ? undefined : store.agreements.document(version.annexOf);
  return {
    version,
    document,
    accepted: everStood(version),
    terms: {
      sources: [document, ...(parent ? [parent] : [])],
      calendar: SHIPPED_CALENDAR,
      own: Object.fromEntries(Object.entries(body.own).map(([name, value]) => [name, { value, by: 'person' }])),
    },
  };
}
