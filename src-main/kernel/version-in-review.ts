import { ownVersionWords } from './papers/letter-words.ts';
import { type Language, sentence } from '../agreement/sentence.ts';
import { requirements } from '../acceptance/ceremony.ts';
import type { CeremonyPolicy } from '../acceptance/policy.ts';
import { beginReview, type ReviewSoFar } from '../acceptance/review-so-far.ts';
import { isAbsent } from '../acceptance/stated.ts';
import { keyClauses, markCounts, sourceMark } from '../agreement/meaning/emphasise.ts';
import type { AgreementDocument } from '../agreement/model.ts';
import type { AgreementRow, VersionRow } from '../store/agreements.ts';
import { versionBefore } from './standing.ts';
import { companyOnPaper } from './companies.ts';
import { isNamedAs } from '../import/formats.ts';
import { compareVersions } from './version-comparison.ts';
import { unknownThing } from './failure.ts';
import { readableRecord } from './kept-records.ts';
import { refuseAlteredWords } from './integrity/refuse.ts';
import { agreementPack, paperToPdf } from './paper-pdf.ts';
import type { Ports } from './ports.ts';
import { keptReview } from './papers/review-so-far.ts';
import { personOnPaper } from './papers/signatories.ts';
import { ceremonyPolicy, preferences } from './preferences.ts';
import { type DecisionWords, decisionWords, type StatementOf } from '../acceptance/statement.ts';

/** Everything about one version that the review needs, read once a call. */
export interface Matter {
  readonly agreement: AgreementRow;
  readonly version: VersionRow;
  readonly document: AgreementDocument;
  readonly annexes: readonly { readonly versionId: string; readonly title: string }[];
  /** What stands, or stood before this one: decided on against it. */
  readonly previous: VersionRow | undefined;
  readonly policy: CeremonyPolicy;
}

/** @throws Refusal `not-found`. */
export function matterOf(ports: Ports, versionId: string): Matter {
  const { agreements } = ports.store;
  const version = agreements.version(versionId);
  const document = agreements.document(versionId);
  const agreement = version && agreements.agreement(version.agreementId);
  if (!version || !document || !agreement) throw unknownThing(sentence('kernel.version-in-review.matter-of'));
  return {
    agreement,
    version,
    document,
    annexes: agreements.annexesOf(versionId).map(({ id, title }) => ({ versionId: id, title })),
    previous: versionBefore(ports.store, version, ports.now().toISOString()),
    policy: ceremonyPolicy(ports.store),
  };
}

/** A colleague's copy: read, never reviewed or decided on here. */
export function isForeign({ agreement }: Matter): boolean {
  return agreement.origin !== 'own';
}

/** What was seen of a version so far; a fresh review when nothing was. */
export function soFar(ports: Ports, versionId: string): ReviewSoFar {
  return keptReview(ports.store, versionId) ?? beginReview(ports.now().toISOString());
}

/** What must be seen of this version before assent. */
export function required(matter: Matter) {
  const { document, policy, annexes, previous } = matter;
  return requirements(document, { policy, annexes, previousAccepted: previous && { versionId: previous.id } });
}

/**
 * What was to be seen of this version: before assent, or, of one that was accepted, before that. More kinds of clauses may count as key by
 * now; a decision that was made is never told as incomplete for it.
 */
export function asked({ store }: Pick<Ports, 'store'>, matter: Matter) {
  const all = required(matter);
  const newest = store.acceptances.ofVersion(matter.version.id).at(-1);
  const clauses = newest?.decision === 'accepted' ? readableRecord(store, newest.id)?.record.review.clauses : undefined;
  if (clauses === undefined || isAbsent(clauses)) return all;
  const then = new Set(clauses.map(({ clauseId }) => clauseId));
  return all.filter((requirement) => requirement.kind !== 'clause' || then.has(requirement.clauseId));
}

/** Who decides and what they said, as far as it is known yet. */
export type Said = Pick<StatementOf, 'decision' | 'company' | 'person' | 'reason' | 'deferral'>;

/**
 * Statement and button of one decision on this version, by what was seen of it until now: the one function that the screen
 * and the record ask.
 */
export function wordsFor(ports: Ports, matter: Matter, language: Language, said: Said): DecisionWords {
  const { agreement, document, version } = matter;
  return decisionWords(
    {
      ...said,
      // As any paper in this language names them; the record beside it holds the registered name, and the person's as it was given.
      company: said.company && companyOnPaper(ports.store, said.company, language),
      person: said.person && {
        ...said.person,
        name: personOnPaper(ports.store, { name: said.person.name, company: said.company ?? '' }, language),
      },
      title: version.title,
      own: ownVersionWords(ports.store, version),
      ordinal: version.ordinal,
      fingerprint: version.fingerprint,
      provider: agreement.provider,
      keyClauses: markCounts(keyClauses(document).map(sourceMark)),
      plain: isPlainSource(ports.store, version),
      endReached: soFar(ports, version.id).endReachedAt !== undefined,
      rehearsal: ports.ledger.source === 'rehearsal',
    },
    language,
  );
}

/** Whether a version was read from plain text, which carries no formatting of its own. */
function isPlainSource(store: Ports['store'], { sourceId }: VersionRow): boolean {
  const source = store.sources.byId(sourceId);
  return source !== undefined && isNamedAs(source.name, 'text');
}

/** The comparison with the version accepted before, and the hash of what the redline shows. */
export function redlineBetween(ports: Ports, previous: VersionRow, version: VersionRow) {
  return compareVersions(ports.store, previous, version);
}

/**
 * The version as a finished PDF: what is saved, printed, and hashed into the record.
 * @throws Refusal `text-altered`: what would be printed is not what was saved.
 */
export async function printedVersion(ports: Ports, matter: Matter) {
  const { document, version, agreement } = matter;
  refuseAlteredWords(ports.store, version);
  const source = ports.store.sources.byId(version.sourceId);
  const { language } = preferences(ports.store);
  const own = ownVersionWords(ports.store, version);
  return paperToPdf(ports, await agreementPack(document, version, source, language, own), {
    fingerprint: version.fingerprint,
    fingerprintOf: 'text',
    author: agreement.provider ?? version.title,
    folio: 'of',
  });
}
