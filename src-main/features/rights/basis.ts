import { isConcluded } from '../../acceptance/standing.ts';
import { sentence } from '../../agreement/sentence.ts';
import type { AgreementDocument } from '../../agreement/model.ts';
import type { BasisVersion } from '../../contract/rights.ts';
import type { OwnValue, TermBasis } from '../../term/basis.ts';
import { SHIPPED_CALENDAR } from '../../term/calendar/holiday-tables.ts';
import type { AgreementRow } from '../../store/agreements.ts';
import type { Store } from '../../store/store.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { standingOf } from '../../kernel/standing.ts';
import { type OwnTerms, ownTerms } from './own-terms.ts';

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
