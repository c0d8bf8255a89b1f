import { isConcluded } from '../../acceptance/standing.ts';
import { sentence } from '../../agreement/sentence.ts';
import type { LegacyKind } from '../../agreement/legacy-fact.ts';
import type { AgreementDocument } from '../../agreement/model.ts';
import type { BasisVersion } from '../../contract/rights.ts';
import type { PartMonth } from '../../term/fees/part-month.ts';
import type { OwnValue, TermBasis } from '../../term/basis.ts';
import { SHIPPED_CALENDAR } from '../../term/calendar/holiday-tables.ts';
import type { MonthFee } from '../../term/service/month-fee.ts';
import type { MinuteCounting } from '../../term/service/outages.ts';
import type { AgreementRow } from '../../store/agreements.ts';
import type { PaperRow } from '../../store/papers.ts';
import type { Store } from '../../store/store.ts';
import { unknownThing } from '../../kernel/failure.ts';
import type { Ports } from '../../kernel/ports.ts';
import { standingOf } from '../../kernel/standing.ts';
import { PAPERS, papersAbout } from '../../kernel/stored-names.ts';

/** A person's verdict on one exclusion in one month. */
export interface Check {
  readonly verdict: 'open' | 'applies' | 'does-not-apply';
  readonly note: string;
  readonly evidence?: { readonly name: string; readonly sha256: string };
}

/** What the person added to an agreement: own values, where else to look, what was paid, what was checked. */
export interface OwnTerms {
  readonly own: Partial<Readonly<Record<LegacyKind, number>>>;
  readonly partMonth?: PartMonth;
  readonly counting?: MinuteCounting;
  /** Agreements to ask after this one; absent: those that suggest themselves. */
  readonly companions?: readonly string[];
  readonly guide?: string;
  readonly fees: Readonly<Record<string, MonthFee>>;
  readonly checks: Readonly<Record<string, Readonly<Record<string, Check>>>>;
}

/** One text in force (or the newest), with what it says. */
export interface BasisText {
  readonly version: BasisVersion;
  readonly document: AgreementDocument;
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

const NOTHING: OwnTerms = { own: {}, fees: {}, checks: {} };

function ownPaper(store: Store, agreementId: string): PaperRow<OwnTerms> | undefined {
  return papersAbout<OwnTerms>(store, PAPERS.rights.ownTerms, agreementId)[0];
}

export function ownTerms(store: Store, agreementId: string): OwnTerms {
  return ownPaper(store, agreementId)?.body ?? NOTHING;
}

/** What changes of the person's additions; `undefined` takes one back. */
type OwnChange = { readonly [Key in keyof OwnTerms]?: OwnTerms[Key] | undefined };

/** Writes the person's additions; call it inside the transaction of what else belongs to it. */
export function keepOwnTerms({ store, newId, now }: Ports, agreementId: string, change: OwnChange): void {
  const paper = ownPaper(store, agreementId);
  const body = { ...NOTHING, ...paper?.body, ...change };
  const at = now().toISOString();
  if (paper) store.papers.update(paper.id, 'kept', body, at);
  else
    store.papers.add({
      ...PAPERS.rights.ownTerms,
      id: newId(),
      subject: agreementId,
      state: 'kept',
      body,
      createdAt: at,
    });
}

/** The newest version that was accepted and not taken back; without one the newest. */
export function basisVersion(store: Store, agreementId: string): BasisVersion | undefined {
  const versions = store.agreements.versionsOf(agreementId);
  const standing = standingOf(store, agreementId);
  const accepted = versions.findLast(({ id }) => isConcluded(standing, id));
  const version = accepted ?? versions.at(-1);
  return (
    version && {
      versionId: version.id,
      agreementId,
      title: version.title,
      ordinal: version.ordinal,
      by: accepted ? 'accepted' : 'newest',
    }
  );
}

function textOf(store: Store, agreementId: string): BasisText | undefined {
  const version = basisVersion(store, agreementId);
  const document = version && store.agreements.document(version.versionId);
  return document && { version, document };
}

const CONTRACTS: ReadonlySet<AgreementRow['kind']> = new Set(['terms', 'sla', 'service-agreement']);

/** Agreements of the same provider: what one of them leaves open another may state. */
export function companionCandidates(store: Store, agreement: AgreementRow): readonly AgreementRow[] {
  return store.agreements.ownAgreements().filter(({ id, kind }) => id !== agreement.id && CONTRACTS.has(kind));
}

function suggested(store: Store, agreement: AgreementRow): readonly string[] {
  const { provider } = agreement;
  if (provider === undefined) return [];
  const same = companionCandidates(store, agreement).filter((other) => other.provider === provider);
  return same.map(({ id }) => id);
}

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

/** @throws Refusal `not-found`. */
export function obligationBasis(store: Store, agreementId: string): ObligationBasis {
  const agreement = store.agreements.agreement(agreementId);
  const text = agreement && textOf(store, agreementId);
  if (!text) throw unknownThing(sentence('rights.basis.obligation-basis'));
  const own = ownTerms(store, agreementId);
  const companions = (own.companions ?? suggested(store, agreement)).flatMap((id) => textOf(store, id) ?? []);
  const guideId = guideOf(store, agreement, own);
  const values = Object.entries(own.own).map(([kind, value]): [string, OwnValue] => [kind, { value, by: 'person' }]);
  return {
    agreement,
    text,
    companions,
    guide: guideId === undefined ? undefined : textOf(store, guideId),
    own,
    terms: {
      sources: [text, ...companions].map(({ document }) => document),
      calendar: SHIPPED_CALENDAR,
      own: Object.fromEntries(values),
    },
  };
}

/** Every cited clause with the version it stands in. */
export function clausePlaces({ text, companions, guide }: ObligationBasis): Readonly<Record<string, string>> {
  const texts = [...(guide ? [guide] : []), ...companions.toReversed(), text];
  return Object.fromEntries(
    texts.flatMap(({ version, document }) => document.clauses.map(({ id }) => [id, version.versionId] as const)),
  );
}
