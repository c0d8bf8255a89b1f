import { particularsOf } from '../../kernel/papers/particulars.ts';
import { clauseCount } from '../../agreement/clause-count.ts';
import { isAbsent } from '../../acceptance/stated.ts';
import { progress } from '../../acceptance/ceremony.ts';
import { quantityWords } from '../../agreement/fact-words.ts';
import type { FactView } from '../../contract/views.ts';
import type { AgreementDocument, Fact } from '../../agreement/model.ts';
import { keyClauses } from '../../agreement/meaning/emphasise.ts';
import { numbersIn } from '../../agreement/structure/number-above.ts';
import { sentence } from '../../agreement/sentence.ts';
import type {
  AgreementSummary,
  Changes,
  InspectedFact,
  InspectedVersion,
  Inspection,
  LibraryAgreement,
  ReviewSoFarView,
  VersionSummary,
} from '../../contract/library.ts';
import type { LinkSource, OwnValues } from '../../kernel/between-features.ts';
import { isUnread } from '../../kernel/history/undecided.ts';
import { factViews } from '../../kernel/fact-views.ts';
import { sameProvider } from './providers.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { readableRecord } from '../../kernel/kept-records.ts';
import type { Ports } from '../../kernel/ports.ts';
import { agreementSummary } from '../../kernel/standing.ts';
import { compareVersions } from '../../kernel/version-comparison.ts';
import { matterOf, required, soFar } from '../../kernel/version-in-review.ts';
import type { Store } from '../../store/store.ts';
import { nextStep } from './shelf.ts';

/** What other features tell of an agreement. */
export interface ToldByOthers {
  readonly links: readonly LinkSource[];
  readonly ownValues: OwnValues;
}

/** An agreement with its versions, now. @throws Refusal `not-found`. */
export function summaryOf({ store, now }: Pick<Ports, 'store' | 'now'>, agreementId: string): AgreementSummary {
  const agreement = store.agreements.agreement(agreementId);
  if (!agreement) throw unknownThing(sentence('library.inspection.agreement'));
  return agreementSummary(store, agreement, now().toISOString());
}

/** Everything that the library says of one agreement. @throws Refusal `not-found`. */
export function inspection(ports: Ports, agreement: LibraryAgreement, { links, ownValues }: ToldByOthers): Inspection {
  const { store } = ports;
  const { versions } = agreement;
  const shown = versionIn(versions, agreement.shown);
  const document = shown && store.agreements.document(shown.id);
  if (!shown || !document) throw unknownThing(sentence('library.inspection.agreement'));
  const review = reviewOf(ports, agreement);
  const settled = versions.findLast(({ stands }) => stands) ?? (isConcluded(shown) ? shown : undefined);
  const decision = decisionOn(store, shown);
  const same = sameProvider(store, agreement);
  return {
    agreement,
    clauses: clauseCount(document),
    keyClauses: keyClauses(document).length,
    documents: documentsOf(store, shown.id),
    particulars: particularsOf(store, agreement.id),
    facts: inspectedFacts(document, ownValues(store, agreement.id)),
    versions: versions.toReversed().map((version) => inspectedVersion(store, version, versions)),
    linked: links.flatMap((link) => link(ports, agreement.id)),
    next: nextStep(agreement, review?.complete ?? false),
    ...(settled ? { acceptance: acceptanceOf(store, settled) } : {}),
    ...(decision ? { decision } : {}),
    ...(review ? { review } : {}),
    ...(same ? { sameProvider: same } : {}),
  };
}

/**
 * What differs between the version that waits, or else the one that is shown, and the text before it; where that one has none before it,
 * of the newest that has one. Absent where there is one text alone.
 */
export function changesOf({ store }: Ports, { versions, shown, waiting }: LibraryAgreement): Changes | undefined {
  const asked = versionIn(versions, waiting ?? shown);
  const version =
    asked && comparedWith(asked, versions) ? asked : versions.findLast((each) => comparedWith(each, versions));
  const against = version && comparedWith(version, versions);
  const [old, next] = [against, version].map((one) => one && store.agreements.version(one.id));
  if (!version || !old || !next) return undefined;
  const { changes } = compareVersions(store, old, next).comparison;
  return {
    oldVersionId: old.id,
    oldOrdinal: old.ordinal,
    newVersionId: next.id,
    newOrdinal: next.ordinal,
    all: changes.length,
    material: changes.filter(({ material }) => material).length,
    open: !isConcluded(version) && version.state !== 'decided',
  };
}

/** The text that a version is compared with, wherever that is offered: the one that stood before it, else the one saved before it. */
const comparedWith = (version: VersionSummary, versions: readonly VersionSummary[]): VersionSummary | undefined =>
  versionIn(versions, version.against) ?? versions.findLast(({ ordinal }) => ordinal < version.ordinal);

const versionIn = (versions: readonly VersionSummary[], wanted: string | undefined): VersionSummary | undefined =>
  versions.find(({ id }) => id === wanted);

/** It was accepted in the world, whatever became of that since. A decision alone is no acceptance. */
const isConcluded = ({ state }: VersionSummary): boolean => state === 'accepted' || state === 'superseded';

const documentsOf = ({ agreements }: Store, versionId: string): number => 1 + agreements.annexesOf(versionId).length;

/** What is left to see of the version that is to be reviewed; absent where nothing is. */
function reviewOf(ports: Ports, agreement: LibraryAgreement): ReviewSoFarView | undefined {
  const { versions, shown, waiting, origin, reference } = agreement;
  const version = versionIn(versions, waiting ?? shown);
  if (!version || origin !== 'own' || reference) return undefined;
  if (!isUnread(version) && version.state !== 'set-aside') return undefined;
  const { states, complete, minutesLeft } = progress(required(matterOf(ports, version.id)), soFar(ports, version.id));
  const clauses = states.flatMap((state) => (state.kind === 'clause' ? [state] : []));
  const key = clauses.filter(({ acknowledge }) => acknowledge);
  return {
    versionId: version.id,
    ordinal: version.ordinal,
    noted: key.filter(({ done }) => done).length,
    keyClauses: key.length,
    minutesLeft,
    complete,
  };
}

function acceptanceOf(store: Store, version: VersionSummary): NonNullable<Inspection['acceptance']> {
  const { id, ordinal, conspicuous, period } = version;
  const noted = notedBy(store, lastDecision(store, id, 'accepted'));
  return {
    versionId: id,
    ordinal,
    documents: documentsOf(store, id),
    keyClauses: conspicuous,
    ...(noted === undefined ? {} : { noted }),
    ...(period ? { governs: period.governing } : {}),
  };
}

/** Key clauses that a record says were noted; absent where it cannot be read or tells of none. */
function notedBy(store: Store, recordId: string | undefined): number | undefined {
  const clauses = recordId === undefined ? undefined : readableRecord(store, recordId)?.record.review.clauses;
  if (!clauses || isAbsent(clauses)) return undefined;
  return clauses.filter(({ acknowledged }) => !isAbsent(acknowledged)).length;
}

const lastDecision = ({ acceptances }: Store, versionId: string, decision?: string): string | undefined =>
  acceptances.ofVersion(versionId).findLast((row) => decision === undefined || row.decision === decision)?.id;

function decisionOn(store: Store, { id }: VersionSummary): Inspection['decision'] {
  const recordId = lastDecision(store, id);
  const record = recordId === undefined ? undefined : readableRecord(store, recordId)?.record;
  if (!record) return undefined;
  const { decision, person, authority, time } = record;
  return { decision, at: time.utc, person: person.name, role: person.role, basis: authority.basis };
}

function inspectedVersion(
  store: Store,
  version: VersionSummary,
  versions: readonly VersionSummary[],
): InspectedVersion {
  const row = store.agreements.version(version.id);
  const source = row && store.sources.byId(row.sourceId);
  if (!source) throw unknownThing(sentence('library.inspection.agreement'));
  const recordId = lastDecision(store, version.id);
  const compareWith = comparedWith(version, versions)?.id;
  return {
    ...version,
    documents: documentsOf(store, version.id),
    source: { name: source.name, sha256: source.sha256 },
    ...(recordId === undefined ? {} : { recordId }),
    ...(compareWith === undefined ? {} : { compareWith }),
  };
}

function inspectedFacts(document: AgreementDocument, own: ReturnType<OwnValues>): readonly InspectedFact[] {
  const numberOf = numbersIn(document.clauses);
  const facts = new Map(document.facts.map((fact) => [fact.id, fact]));
  const owned = (fact: Fact): Pick<InspectedFact, 'own'> => {
    const value = fact.legacy === undefined ? undefined : own[fact.legacy as keyof typeof own];
    return value === undefined ? {} : { own: quantityWords({ value, unit: fact.unit }) };
  };
  const told = (fact: Fact, view: FactView): InspectedFact => {
    const others = (fact.conflictsWith ?? []).flatMap((id) => facts.get(id)?.clause ?? []);
    return {
      ...view,
      kind: fact.kind,
      conflicts: [...new Set(others.flatMap((clause) => numberOf(clause).number ?? []))],
      ...numberOf(view.clause),
      ...owned(fact),
    };
  };
  return document.facts.flatMap((fact) => factViews([fact]).map((view) => told(fact, view)));
}
