import { governingText, isSealed, sealedPrevailsClause } from '../acceptance/governing.ts';
import {
  isConcluded,
  lastPeriodOf,
  type Standing,
  standing,
  type StandingPeriod,
  standsAt,
  stateAt,
  textBefore,
} from '../acceptance/standing.ts';
import type { AgreementSummary, VersionState, VersionSummary } from '../contract/library.ts';
import type { AgreementRow, VersionRow } from '../store/agreements.ts';
import type { AcceptanceRow } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import { groupBy, historyOf, recordsOf, recordsOfAll, type VersionRecords } from './version-history.ts';

/** What stands of one agreement, and where each of its versions stands. Every feature asks it; nothing else decides. */
export function standingOf(store: Store, agreementId: string): Standing {
  return standingFrom(store, store.agreements.versionsOf(agreementId), (id) => recordsOf(store, id));
}

/**
 * What an agreement is called at an instant (UTC ISO), on every screen, in the ledger and on every paper alike; empty where there is
 * none of this id. What is said of one of its versions bears that version's own title instead.
 */
export function calledAt(store: Store, agreementId: string | undefined, instant: string): string {
  const agreement = agreementId === undefined ? undefined : store.agreements.agreement(agreementId);
  if (!agreement) return '';
  const versions = store.agreements.versionsOf(agreement.id);
  // Only where its versions bear different titles does it matter which of them stands.
  if (new Set(versions.map(({ title }) => title)).size < 2) return titleNow(agreement.title, versions, undefined);
  return titleNow(agreement.title, versions, standsAt(standingOf(store, agreement.id), instant)?.versionId);
}

/**
 * What one version is called wherever it is meant, and not its agreement: by its own title, unless the person gave the agreement a name
 * of their own.
 */
export function versionCalledAs(store: Store, version: Pick<VersionRow, 'agreementId' | 'title'>): string {
  const agreement = store.agreements.agreement(version.agreementId);
  return agreement ? ownTitle(agreement.title, store.agreements.versionsOf(agreement.id), version) : version.title;
}

/** Whether a version was concluded in the world: it stands, will, or did until it ended or something took its place. */
export function wasConcluded(store: Store, { id, agreementId }: Pick<VersionRow, 'id' | 'agreementId'>): boolean {
  return isConcluded(standingOf(store, agreementId), id);
}

/** The period in which a version stands or last stood; absent: it never did. */
export function periodOf(
  store: Store,
  { id, agreementId }: Pick<VersionRow, 'id' | 'agreementId'>,
): StandingPeriod | undefined {
  return lastPeriodOf(standingOf(store, agreementId), id);
}

/** The version that one is to be compared with before it is decided on: what stands at an instant, or stood before it. */
export function versionBefore(
  store: Store,
  { id, agreementId }: Pick<VersionRow, 'id' | 'agreementId'>,
  instant: string,
): VersionRow | undefined {
  const before = textBefore(standingOf(store, agreementId), id, instant);
  return before && store.agreements.version(before.versionId);
}

function standingFrom(
  store: Store,
  versions: readonly VersionRow[],
  records: (versionId: string) => VersionRecords,
): Standing {
  return standing(historyOf(versions, records), (id) => {
    const document = store.agreements.document(id);
    return document && sealedPrevailsClause(document);
  });
}

/** All agreements with their versions and where each stands at an instant (UTC ISO). Reads each table once. */
export function agreementSummaries(store: Store, instant: string): readonly AgreementSummary[] {
  const versions = groupBy(store.agreements.versions(), (version) => version.agreementId);
  const records = recordsOfAll(store);
  const agreements = store.agreements.agreements();
  const titles = new Map(agreements.map(({ id, title }) => [id, title]));
  // Of what was read already: an annex's parent is read once with the others, and not once more for each of its annexes.
  const titleOf = (id: string): string => {
    const own = versions.get(id) ?? [];
    return titleNow(titles.get(id) ?? '', own, standsAt(standingFrom(store, own, records), instant)?.versionId);
  };
  return agreements.map((agreement) =>
    summary(store, agreement, { versions: versions.get(agreement.id) ?? [], records, titleOf, instant }),
  );
}

/** One agreement as the lists show it, at an instant (UTC ISO). */
export function agreementSummary(store: Store, agreement: AgreementRow, instant: string): AgreementSummary {
  const versions = store.agreements.versionsOf(agreement.id);
  const titleOf = (id: string): string => calledAt(store, id, instant);
  return summary(store, agreement, { versions, records: (id) => recordsOf(store, id), titleOf, instant });
}

function summary(
  store: Store,
  { id, title, provider, kind, origin, annexOf }: AgreementRow,
  given: {
    readonly versions: readonly VersionRow[];
    readonly records: (versionId: string) => VersionRecords;
    readonly titleOf: (agreementId: string) => string;
    readonly instant: string;
  },
): AgreementSummary {
  const { versions, records, titleOf, instant } = given;
  const told = standingFrom(store, versions, records);
  return {
    id,
    title: titleNow(title, versions, standsAt(told, instant)?.versionId),
    kind,
    origin,
    ...(provider === undefined ? {} : { provider }),
    ...(annexOf === undefined ? {} : { annexOf: { id: annexOf, title: titleOf(annexOf) } }),
    versions: versions.flatMap((version): readonly VersionSummary[] => {
      const state = stateAt(told, version.id, instant);
      if (!state) return [];
      const texts = textsOf(store, version.id, records(version.id), told);
      const period =
        standsAt(told, instant)?.versionId === version.id ? standsAt(told, instant) : lastPeriodOf(told, version.id);
      const before = textBefore(told, version.id, instant);
      return [
        {
          id: version.id,
          ordinal: version.ordinal,
          title: version.title,
          called: ownTitle(title, versions, version),
          fingerprint: version.fingerprint,
          savedAt: version.savedAt,
          conspicuous: version.conspicuous,
          state: state.state,
          ...(state.since === undefined ? {} : { since: state.since }),
          ...sayerOf(records(version.id), state.state),
          why: state.why,
          ...(origin === 'own' && isTakenUnread(state.state, records(version.id)) ? { unread: true } : {}),
          stands: standsAt(told, instant)?.versionId === version.id,
          ...(period ? { period } : {}),
          ...(before ? { against: before.versionId } : {}),
          ...(texts === undefined ? {} : { texts }),
        },
      ];
    }),
  };
}

/**
 * What an agreement is called: the name that the person gave it; while it bears the title of one of its versions, that of the
 * version that stands, or of the newest where none does.
 */
function titleNow(title: string, versions: readonly VersionRow[], standing: string | undefined): string {
  if (!versions.some((version) => version.title === title)) return title;
  return (versions.find(({ id }) => id === standing) ?? versions.at(-1))?.title ?? title;
}

/** A version's own title, or the name that the person gave its agreement, which is the title of none of its versions. */
const ownTitle = (
  title: string,
  versions: readonly Pick<VersionRow, 'title'>[],
  version: Pick<VersionRow, 'title'>,
): string => (versions.some((each) => each.title === title) ? version.title : title);

const DECIDED: Partial<Readonly<Record<VersionState, AcceptanceRow['decision']>>> = {
  accepted: 'accepted',
  superseded: 'accepted',
  decided: 'accepted',
  declined: 'declined',
  'set-aside': 'set-aside',
};

/** By what a text comes to stand without a decision noted for it: it was concluded in the world, or the service was used on. */
const TOOK_IT: ReadonlySet<string> = new Set(['concluded', 'used-on']);

/** It was accepted in the world, and no decision was ever noted on it. */
const isTakenUnread = (state: VersionState, { decisions }: VersionRecords): boolean =>
  state === 'accepted' && decisions.length === 0;

/** Whose word a state is: who decided so, else who said what became of it in the world. */
function sayerOf({ decisions, happenings }: VersionRecords, state: VersionState): Pick<VersionSummary, 'person'> {
  const decided = DECIDED[state];
  if (decided === undefined) return {};
  const person =
    decisions.findLast(({ decision }) => decision === decided)?.person ??
    (decided === 'accepted' ? happenings.findLast(({ body }) => TOOK_IT.has(body.kind))?.body.said : undefined);
  return person === undefined ? {} : { person };
}

/** Which text governs; absent where no sealed copy came back. */
function textsOf(store: Store, versionId: string, { copies }: VersionRecords, told: Standing): VersionSummary['texts'] {
  const document = copies.length === 0 ? undefined : store.agreements.document(versionId);
  if (!document) return undefined;
  const period = lastPeriodOf(told, versionId);
  const { governs, openDifferences } = governingText(document, { period, sealedCopies: copies });
  return { governs, openDifferences: openDifferences.length };
}

/** Something about an own agreement that only a person can say: what became of a decision, or whose seals a copy bears. */
export interface OpenQuestion {
  readonly agreement: AgreementRow;
  readonly version: VersionRow;
  /** The decision to accept that nothing was said about since, UTC ISO. */
  readonly decidedAt?: string;
  /** Sealed copies of which nobody said whose seals they bear. */
  readonly copies: readonly { readonly id: string; readonly name: string }[];
}

/** What the company decided to accept, or took as sealed, without saying what happened in the world. Asked once. */
export function openQuestions(store: Store): readonly OpenQuestion[] {
  const records = recordsOfAll(store);
  const versions = groupBy(store.agreements.versions(), ({ agreementId }) => agreementId);
  return store.agreements.ownAgreements().flatMap((agreement) =>
    (versions.get(agreement.id) ?? []).flatMap((version): readonly OpenQuestion[] => {
      const { decisions, copies, happenings } = records(version.id);
      const last = decisions.at(-1);
      const unsaid =
        last?.decision === 'accepted' &&
        !happenings.some(
          ({ body, at }) => body.kind === 'concluded' || body.kind === 'used-on' || at >= last.decidedAt,
        );
      const unknown = copies.filter((copy) => isSealed(copy) && copy.seals === undefined);
      if (!unsaid && unknown.length === 0) return [];
      return [
        {
          agreement,
          version,
          ...(unsaid ? { decidedAt: last.decidedAt } : {}),
          copies: unknown.map(({ id, name }) => ({ id, name })),
        },
      ];
    }),
  );
}
