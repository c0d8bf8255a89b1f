import { textThen } from '../../acceptance/text-then.ts';
import { type Language, sentence } from '../../agreement/sentence.ts';
import type { BasisVersion } from '../../contract/rights.ts';
import type { OwnValue, TermBasis } from '../../term/basis.ts';
import { addDays, type CivilDate, type Month } from '../../term/calendar/civil-date.ts';
import { BEIJING, civilDateIn, startOfDayIn, type Zone } from '../../term/calendar/zone.ts';
import { dayClock } from '../../term/day-clock.ts';
import { billingCycle } from '../../term/service/billing-cycle.ts';
import { monthHolding } from '../../term/service/period.ts';
import { calendarFor } from '../../kernel/papers/holidays.ts';
import { zoneSaid } from '../../kernel/papers/particulars.ts';
import { statutesSaid } from '../../kernel/papers/statutes.ts';
import type { AgreementRow } from '../../store/agreements.ts';
import type { Store } from '../../store/store.ts';
import { companyFor, type CompanyFor } from '../../kernel/companies.ts';
import { nameOnPaper } from '../../letter/profile.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { type KnownDocument, withKnownFacts } from '../../kernel/facts.ts';
import { standingOf } from '../../kernel/standing.ts';
import { type OwnTerms, ownTerms } from './own-terms.ts';

/** One text that figures rest on, with what it says. */
export interface BasisText {
  readonly version: BasisVersion;
  readonly document: KnownDocument;
}

/** Everything the figures of one agreement rest on. */
export interface ObligationBasis {
  readonly agreement: AgreementRow;
  readonly text: BasisText;
  readonly companions: readonly BasisText[];
  readonly guide: BasisText | undefined;
  readonly own: OwnTerms;
  readonly terms: TermBasis;
}

/** An instant as standing is asked for it: the last moment of a day, by the clock of a zone, on which something falls due or began. */
export function endOfDay(day: CivilDate, zone: Zone = BEIJING): string {
  return new Date(startOfDayIn(addDays(day, 1), zone) * 1000 - 1).toISOString();
}

/** What figures rest on at the end of a day, by the clock of the text that stands then. */
export function basisOn(bases: ObligationBases, day: CivilDate): ObligationBasis {
  const near = bases(endOfDay(day));
  const { zone } = dayClock(near.terms);
  return zone === BEIJING ? near : bases(endOfDay(day, zone));
}

/** The text that figures rest on at each instant: what stood then, else as `textThen` says. */
function versionsOverTime(store: Store, agreementId: string): (instant: string) => BasisVersion | undefined {
  const rows = store.agreements.versionsOf(agreementId);
  const told = standingOf(store, agreementId);
  const chosen = ownTerms(store, agreementId).text;
  const versions = rows.map(({ id, savedAt }) => ({ id, savedAt, decisions: store.acceptances.ofVersion(id) }));
  return (instant) => {
    const text = textThen(told, versions, chosen, instant);
    const version = text && rows.find(({ id }) => id === text.id);
    if (!version) return undefined;
    const { id: versionId, title, ordinal } = version;
    const stands = told.periods.some((period) => period.versionId === versionId);
    const decided = versions
      .find(({ id }) => id === versionId)
      ?.decisions.find(({ decision }) => decision === 'accepted');
    return {
      versionId,
      agreementId,
      title,
      ordinal,
      by: text.by,
      ...(stands ? { stands } : {}),
      ...(decided ? { decidedAt: decided.decidedAt } : {}),
    };
  };
}

/** The text that figures of an agreement rest on at an instant (UTC ISO). */
export function basisVersion(store: Store, agreementId: string, instant: string): BasisVersion | undefined {
  return versionsOverTime(store, agreementId)(instant);
}

const CONTRACTS: ReadonlySet<AgreementRow['kind']> = new Set(['terms', 'sla', 'service-agreement']);

/** Agreements that a person can choose to ask as well where this one is silent. */
export function companionCandidates(store: Store, agreement: AgreementRow): readonly AgreementRow[] {
  return store.agreements.ownAgreements().filter(({ id, kind }) => id !== agreement.id && CONTRACTS.has(kind));
}

/** What answers beside an agreement without being chosen: the one that it is an annex of, with which it is one contract. */
const mainText = ({ annexOf }: AgreementRow): readonly string[] => (annexOf === undefined ? [] : [annexOf]);

export function guideCandidates(store: Store): readonly AgreementRow[] {
  return store.agreements.ownAgreements().filter(({ kind }) => kind === 'guide');
}

/** The guide the person chose; else the only one, or the only one of this provider. */
function guideOf(store: Store, agreement: AgreementRow, own: OwnTerms): string | undefined {
  const guides = guideCandidates(store);
  if (own.guide !== undefined) return guides.find(({ id }) => id === own.guide)?.id;
  const same = guides.filter(({ provider }) => provider !== undefined && provider === agreement.provider);
  const [one, ...more] = same.length > 0 ? same : guides;
  return more.length === 0 ? one?.id : undefined;
}

/** What the figures of an agreement rest on, at each instant (UTC ISO). @throws Refusal `not-found`. */
export type ObligationBases = (instant: string) => ObligationBasis;

/** @throws Refusal `not-found`. */
export function obligationBases(store: Store, agreementId: string): ObligationBases {
  const agreement = store.agreements.agreement(agreementId);
  if (!agreement) throw unknownThing(sentence('rights.basis.obligation-basis'));
  const own = ownTerms(store, agreementId);
  const guideId = guideOf(store, agreement, own);
  const textAt = versionsOverTime(store, agreementId);
  const companionsAt = (own.companions ?? mainText(agreement)).map((id) => versionsOverTime(store, id));
  const guideAt = guideId === undefined ? undefined : versionsOverTime(store, guideId);
  const values = Object.entries(own.own).map(([kind, value]): [string, OwnValue] => [kind, { value, by: 'person' }]);
  const textOf = (version: BasisVersion | undefined): BasisText | undefined => {
    const document = version && store.agreements.document(version.versionId);
    return document && { version, document: withKnownFacts(store, version.versionId, document) };
  };
  const zone = zoneSaid(store, agreementId);
  const statutes = statutesSaid(store);
  const made = new Map<string, ObligationBasis>();
  return (instant) => {
    const versions = [textAt, ...companionsAt, ...(guideAt ? [guideAt] : [])].map((at) => at(instant));
    const key = versions.map((version) => `${version?.versionId} ${version?.by}`).join();
    const known = made.get(key);
    if (known) return known;
    const text = textOf(versions[0]);
    if (!text) throw unknownThing(sentence('rights.basis.obligation-basis'));
    // What holds no more, or not yet, is not asked unless the person says so.
    const holds = (version: BasisVersion | undefined): boolean =>
      own.companions !== undefined || version?.by !== 'other-time';
    const companions = companionsAt.flatMap((at) => (holds(at(instant)) ? (textOf(at(instant)) ?? []) : []));
    const basis: ObligationBasis = {
      agreement,
      text,
      companions,
      guide: textOf(guideAt?.(instant)),
      own,
      terms: {
        sources: [text, ...companions].map(({ document }) => document),
        calendar: calendarFor(store),
        own: Object.fromEntries(values),
        ...zone,
        ...statutes,
      },
    };
    made.set(key, basis);
    return basis;
  };
}

/** The month of an agreement in which a moment lies (UTC ISO): by its clock and its billing cycle. @throws Refusal `not-found`. */
export function monthAt(store: Store, agreementId: string, moment: string, instant: string): Month {
  const { terms } = obligationBases(store, agreementId)(instant);
  const cycle = billingCycle(terms);
  return monthHolding(civilDateIn(moment, dayClock(terms).zone), cycle.known ? cycle.value : undefined);
}

/** By whose clock the days of an agreement are counted at an instant (UTC ISO). @throws Refusal `not-found`. */
export const zoneAt = (store: Store, agreementId: string, instant: string): Zone =>
  dayClock(obligationBases(store, agreementId)(instant).terms).zone;

/** The company that the agreement, or an order under it, is of by this text; absent where it is not known. */
export function companyOf(
  store: Store,
  { agreement, text, own }: ObligationBasis,
  order?: string,
): CompanyFor | undefined {
  const of = { agreementId: agreement.id, versionId: text.version.versionId };
  return companyFor(store, of, { order, agreement: own.companyId });
}

/** The same as a paper in a language names it. */
export function companyNamed(store: Store, basis: ObligationBasis, language: Language): string | undefined {
  const of = companyOf(store, basis);
  return of && nameOnPaper(of.company.company, language);
}

/** Every cited clause with the version it stands in; of several the first that has it. */
export function clausePlaces(bases: readonly ObligationBasis[]): Readonly<Record<string, string>> {
  const texts = bases.flatMap(({ text, companions, guide }) => [text, ...companions, ...(guide ? [guide] : [])]);
  return Object.fromEntries(
    texts
      .toReversed()
      .flatMap(({ version, document }) => document.clauses.map(({ id }) => [id, version.versionId] as const)),
  );
}
