import { z } from 'zod';
import { instantOf } from '../../acceptance/history.ts';
import { standsAt } from '../../acceptance/standing.ts';
import { sentence } from '../../agreement/sentence.ts';
import type { AgreementDocument } from '../../agreement/model.ts';
import { type NoticeBasisBy, OWN_VALUES, type OwnValueName } from '../../contract/notices.ts';
import type { VersionRow } from '../../store/agreements.ts';
import { caseStateOf, type CaseStep, closingStep, wayOf } from '../../letter/case.ts';
import { casePapers } from '../../kernel/cases/case-papers.ts';
import type { Store } from '../../store/store.ts';
import type { TermBasis } from '../../term/basis.ts';
import type { CivilDate } from '../../term/calendar/civil-date.ts';
import { overAfter } from '../../term/calendar/deadline.ts';
import {
  type ChangeNotice,
  NOTICE_KINDS,
  noticeCases,
  type NoticeClock,
  noticeClock,
} from '../../term/notice/notice-clock.ts';
import { NOTICE_CHANNELS } from '../../term/notice/notice-delivery.ts';
import {
  NOTICE_STATES,
  type NoticeState,
  OBJECTION_CHECKLIST,
  type ObjectionItem,
} from '../../term/notice/notice-states.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { withKnownFacts } from '../../kernel/facts.ts';
import { calledAt, standingOf } from '../../kernel/standing.ts';
import { calendarFor } from '../../kernel/papers/holidays.ts';
import { zoneSaid } from '../../kernel/papers/particulars.ts';
import { statutesSaid } from '../../kernel/papers/statutes.ts';
import { hash, keptFile } from '../../kernel/papers/members.ts';
import { type Paper, type PaperKind, type Repository, repository } from '../../kernel/papers/repository.ts';
import { shape } from '../../kernel/papers/shape.ts';
import { PAPERS } from '../../kernel/stored-names.ts';

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
  /** When it came to a state that settles it (UTC ISO). */
  readonly settledAt?: string;
  /** Civil date on which it was objected to. */
  readonly objected?: CivilDate;
  readonly own: Partial<Readonly<Record<OwnValueName, number>>>;
  readonly checklist: Partial<Readonly<Record<ObjectionItem['id'], TickedItem>>>;
  /** Which of the cases that the agreement tells apart it is, by the person's word. */
  readonly scope?: string;
  /** Registered by mistake: what it was until then, who said so, and why. */
  readonly voided?: Voided;
  /** Set when the notice is settled: later versions do not change what the clock rested on. */
  readonly settledBasis?: string;
}

/** That a notice was registered by mistake. */
export interface Voided {
  readonly was: NoticeState;
  /** Civil date on which it had come to that state. */
  readonly since: CivilDate;
  readonly by: string;
  readonly reason: string;
}

type NoticePaper = Paper<NoticeBody, NoticeState>;

const ITEMS = [
  'stop-using',
  'settle-fees',
  'migrate-and-back-up',
  'export-records',
  'confirm-in-writing',
] as const satisfies readonly ObjectionItem['id'][];

const counting = z.strictObject({
  startDayCounts: z.boolean().exactOptional(),
  lastDayStays: z.boolean().exactOptional(),
  closeOfBusiness: z.string().exactOptional(),
  clause: z
    .strictObject({
      id: z.string().exactOptional(),
      number: z.string().exactOptional(),
      quote: z.string().exactOptional(),
    })
    .exactOptional(),
});

export const NOTICE: PaperKind<NoticeBody, NoticeState> = {
  name: PAPERS.notices.notice,
  noun: sentence('notices.notice-records.noun'),
  feature: 'notices',
  states: NOTICE_STATES,
  shape: shape(
    z.strictObject({
      kind: z.enum(NOTICE_KINDS),
      channel: z.enum(NOTICE_CHANNELS),
      sent: z.string(),
      received: z.string().exactOptional(),
      announcedEffective: z.string().exactOptional(),
      counting: counting.exactOptional(),
      subject: z.string().exactOptional(),
      newVersionId: z.string().exactOptional(),
      announcement: keptFile.exactOptional(),
      since: z.string(),
      settledAt: z.string().exactOptional(),
      objected: z.string().exactOptional(),
      own: z.partialRecord(z.enum(OWN_VALUES), z.number()),
      checklist: z.partialRecord(
        z.enum(ITEMS),
        z.strictObject({ on: z.string(), evidence: z.string(), file: hash.exactOptional() }),
      ),
      scope: z.string().exactOptional(),
      voided: z
        .strictObject({ was: z.enum(NOTICE_STATES), since: z.string(), by: z.string(), reason: z.string() })
        .exactOptional(),
      settledBasis: z.string().exactOptional(),
    }),
  ),
  called: ({ subject }, store, instant) => calledAt(store, subject, instant) || undefined,
};

export const noticePapers = (store: Store): Repository<NoticeBody, NoticeState> => repository(store, NOTICE);

/** The version whose facts a notice's clock uses. */
export interface NoticeBasis {
  readonly version: VersionRow;
  readonly document: AgreementDocument;
  readonly accepted: boolean;
  readonly by: NoticeBasisBy;
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
  /** The safe last day to act. */
  readonly lastDay: CivilDate | undefined;
  /** The day after which it is too late for certain; undefined while only a day is known before which the last day is not. */
  readonly overAfter: CivilDate | undefined;
}

/** Nothing is left to do; what goes on under the earlier text may still be accepted or withdrawn later. */
const SETTLED: readonly NoticeState[] = ['accepted', 'continuing', 'in-use', 'lapsed', 'withdrawn', 'voided'];

/** All notices, in the order they were recorded. */
export function notices(store: Store): readonly Notice[] {
  return noticePapers(store)
    .list()
    .map((paper) => noticeOf(store, paper));
}

/** @throws Refusal `not-found`. */
export function noticeById(store: Store, id: string): Notice {
  const row = noticePapers(store).get(id);
  if (!row) throw unknownThing(sentence('notices.notice-records.notice-by-id'));
  return noticeOf(store, row);
}

function noticeOf(store: Store, { id, subject, state, body, createdAt }: NoticePaper): Notice {
  const agreementId = subject ?? '';
  const basis = basisOf(store, agreementId, body, createdAt);
  const clock = noticeClock(inCase(basis.terms, body), body);
  const { lastDayToAct } = clock;
  return {
    id,
    agreementId,
    state,
    body,
    createdAt,
    basis,
    clock,
    open: !SETTLED.includes(state) && !isObjectionDone(store, { id, state, body }),
    lastDay: lastDayToAct.known ? lastDayToAct.value.safe : lastDayToAct.notBefore,
    overAfter: overAfter(lastDayToAct),
  };
}

/** What the chosen case of the agreement is asked by; one that the text does not tell apart any more is not chosen. */
function inCase(terms: TermBasis, { kind, scope }: Pick<NoticeBody, 'kind' | 'scope'>): TermBasis {
  return scope !== undefined && noticeCases(terms, kind).includes(scope) ? { ...terms, scope } : terms;
}

/**
 * The steps of an objection that its notice holds; none before anyone objected. Its written confirmation sends it; accepting the change
 * after all settles it.
 */
export function objectionSteps({ state, body }: Pick<Notice, 'state' | 'body'>): readonly CaseStep[] {
  const written = body.checklist['confirm-in-writing'];
  const stored = caseStateOf('objection', state);
  if (stored === 'withdrawn') return [{ state: stored, at: startOf(body.since), said: '' }];
  const settled = state === 'accepted' && body.objected !== undefined;
  if (stored !== 'drafted' && !settled) return [];
  const drafted: CaseStep = { state: 'drafted', at: startOf(body.objected ?? body.since), said: '' };
  const end: readonly CaseStep[] = settled
    ? [{ state: 'settled', at: body.settledAt ?? endOf(body.since), said: '' }]
    : [];
  if (!written) return [drafted, ...end];
  const proof = written.file === undefined ? {} : { proof: { sha256: written.file, name: written.evidence } };
  return [drafted, { state: 'sent', at: startOf(written.on), said: '', ...proof }, ...end];
}

/** A day as an instant, in Beijing. */
const startOf = (day: CivilDate): string => new Date(`${day}T00:00:00+08:00`).toISOString();

/** Of what was settled before its time was kept: after all else of that day. */
const endOf = (day: CivilDate): string => new Date(`${day}T23:59:59.999+08:00`).toISOString();

/** The objection went out and every other item of it is done: only then nothing is left to do. */
function isObjectionDone(store: Store, { id, state, body }: Pick<Notice, 'id' | 'state' | 'body'>): boolean {
  if (state !== 'objected') return false;
  const own = casePapers(store).about(`notice:${id}`)?.body.steps ?? [];
  const history = wayOf([...objectionSteps({ state, body }), ...own]);
  const sent = closingStep({ state: history.at(-1)?.state ?? 'drafted', history });
  return sent !== undefined && OBJECTION_CHECKLIST.every((item) => isDone(body, item.id));
}

/** An item of the objection is done; that it was confirmed in writing, its sending says. */
const isDone = ({ checklist }: NoticeBody, item: ObjectionItem['id']): boolean =>
  item === 'confirm-in-writing' || checklist[item] !== undefined;

/**
 * The facts that bind are those of the version that stood when the notice was sent, or at least when it was recorded;
 * where none did, of the newest that had stood by then, or else was saved before the new text. Versions saved after the
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
  // An older text that was chosen as the new one does not make the text that stood any other.
  const known = versions.filter(
    (version) => version.id !== next?.id && (before.includes(version) || version.savedAt <= recordedAt),
  );
  const standing = standingOf(store, agreementId);
  // What was accepted later is not what the notice was about.
  const stoodBy = ({ id }: VersionRow): boolean =>
    standing.periods.some(({ versionId, from }) => versionId === id && from <= recordedAt);
  const stoodAt = (instant: string): VersionRow | undefined => {
    const stands = standsAt(standing, instant);
    return known.find(({ id }) => id === stands?.versionId);
  };
  const stoodThen = stoodAt(instantOf(body.sent));
  const stoodLater = stoodAt(recordedAt);
  const version =
    versions.find(({ id }) => id === body.settledBasis) ??
    stoodThen ??
    stoodLater ??
    known.findLast(stoodBy) ??
    before.at(-1) ??
    known.at(-1) ??
    versions.at(-1);
  const document = version && store.agreements.document(version.id);
  if (!version || !document) throw unknownThing(sentence('notices.notice-records.basis-of'));
  const annexed = version.annexOf === undefined ? undefined : store.agreements.version(version.annexOf);
  const parent = annexed && store.agreements.document(annexed.id);
  return {
    version,
    document,
    accepted: stoodBy(version),
    by:
      version.id === stoodThen?.id
        ? 'sent'
        : version.id === stoodLater?.id
          ? 'recorded'
          : stoodBy(version)
            ? 'ended'
            : 'none',
    terms: {
      sources: [
        withKnownFacts(store, version.id, document),
        ...(parent && annexed ? [withKnownFacts(store, annexed.id, parent)] : []),
      ],
      calendar: calendarFor(store),
      own: Object.fromEntries(Object.entries(body.own).map(([name, value]) => [name, { value, by: 'person' }])),
      ...zoneSaid(store, agreementId),
      ...statutesSaid(store),
    },
  };
}
