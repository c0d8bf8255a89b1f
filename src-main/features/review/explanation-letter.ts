import { explanationState, type ExplanationRequest } from '../../acceptance/explanation.ts';
import { type Language, say, sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { CompanyOf, DraftedWords, LetterStarter } from '../../kernel/between-features.ts';
import { casePapers } from '../../kernel/cases/case-papers.ts';
import { draftCase } from '../../kernel/cases/case-moves.ts';
import { companyFor } from '../../kernel/companies.ts';
import { letterLanguage, versionWords } from '../../kernel/papers/letter-words.ts';
import { type Letter, letterPapers } from '../../kernel/papers/letters.ts';
import type { Ports } from '../../kernel/ports.ts';
import { recordTogether, tellChanged } from '../../kernel/record.ts';
import { wasConcluded } from '../../kernel/standing.ts';
import type { Matter } from '../../kernel/version-in-review.ts';
import { UNDECIDED } from '../../letter/form/explanation-letter.ts';
import { EXPLANATION_LETTER } from '../../letter/forms.ts';
import type { RowValue } from '../../letter/template.ts';
import type { VersionRow } from '../../store/agreements.ts';
import type { Store } from '../../store/store.ts';
import { foreignLaw } from '../../term/count-period.ts';
import { explanationPapers, explanationsOf } from './explanation-records.ts';

/** The letter that holds a question, where it was not removed. */
export function letterOfQuestion(store: Store, id: string): Letter | undefined {
  const letterId = casePapers(store).about(`explanation:${id}`)?.body.letterId;
  return letterId === undefined ? undefined : letterPapers(store).get(letterId);
}

/** What starts the letter, and whose agreement it is where the person said so. */
export interface ExplanationTies {
  readonly startLetter: LetterStarter;
  readonly companyOf: CompanyOf;
}

/**
 * Drafts the letter of the questions about a version that no letter holds yet and nobody answered, as the letter of their cases; its
 * id. One that was begun and not exported is opened again and takes in what was asked since.
 * @throws Refusal `nothing-to-ask` where every question was answered, or none asked.
 */
export function draftExplanationLetter(
  ports: Ports,
  { startLetter, companyOf }: ExplanationTies,
  { agreement, version }: Matter,
  companyId?: string,
): string {
  const { store } = ports;
  const open = explanationsOf(store, version.id).filter((request) => explanationState(request) !== 'answered');
  if (open.length === 0) throw nothingToAsk();
  const held = open.flatMap(({ id }) => letterOfQuestion(store, id) ?? []);
  const loose = open.filter(({ id }) => !letterOfQuestion(store, id));
  // what went out without a letter is asked again only where nothing else is to be asked
  const unsent = loose.filter((request) => explanationState(request) === 'asked');
  const asked = unsent.length > 0 || held.length > 0 ? unsent : loose;
  const begun =
    held.findLast(({ body }) => body.outputs.length === 0) ?? (asked.length === 0 ? held.at(-1) : undefined);
  return recordTogether(ports, () => {
    const letterId = begun ? withQuestions(ports, begun, asked, version) : started();
    for (const { id } of asked) {
      draftCase(ports, { kind: 'explanation', origin: `explanation:${id}`, agreementId: agreement.id, letterId });
    }
    return letterId;
  });

  function started(): string {
    const of = { agreementId: agreement.id, versionId: version.id };
    const language = letterLanguage(store, agreement.id, ports.now().toISOString());
    const document = store.agreements.document(version.id);
    const otherLaw = document && foreignLaw({ sources: [document] })?.name;
    const values = {
      ...(otherLaw === undefined ? {} : { otherLaw }),
      ...(isDecided(store, version) ? {} : { position: UNDECIDED }),
      ...(agreement.provider === undefined ? {} : { addressee: agreement.provider }),
      agreementTitle: version.title,
      agreementVersion: versionWords(store, version, language),
      agreementFingerprint: version.fingerprint,
      questions: asked.map((request) => rowOf(request, language)),
    };
    return startLetter(ports, EXPLANATION_LETTER.id, values, {
      companyId: companyId ?? companyFor(store, of, { agreement: companyOf(store, agreement.id) })?.company.id,
      agreementId: agreement.id,
      language,
    });
  }
}

/** Accepted inside the company or in the world: that it is not decided yet would be untrue. */
const isDecided = (store: Store, version: VersionRow): boolean =>
  wasConcluded(store, version) || store.acceptances.ofVersion(version.id).at(-1)?.decision === 'accepted';

function withQuestions(
  ports: Ports,
  { id, state, body }: Letter,
  asked: readonly ExplanationRequest[],
  version: VersionRow,
): string {
  const { position, ...rest } = body.values;
  const outdated = position !== undefined && position !== '' && isDecided(ports.store, version);
  if (asked.length === 0 && !outdated) return id;
  const before = body.values['questions'];
  const rows = asked.map((request) => rowOf(request, body.language ?? 'zh'));
  const questions = [...(typeof before === 'object' ? before : []), ...rows];
  const values = { ...(outdated ? rest : body.values), questions };
  letterPapers(ports.store).put({ id, state, body: { ...body, values } }, ports.now().toISOString());
  tellChanged(ports, ['letters']);
  return id;
}

const rowOf = ({ number, quote, question }: ExplanationRequest, language: Language): RowValue => ({
  clause: number ?? say(sentence('review.explanation-letter.unnumbered'), language),
  quote,
  question,
});

/** The questions of a letter, told anew in a language: for a draft that goes over to another one. */
export const explanationWords: DraftedWords = ({ store }, letterId) => {
  const asked = explanationPapers(store)
    .list()
    .filter(({ id }) => letterOfQuestion(store, id)?.id === letterId);
  if (asked.length === 0) return undefined;
  return (language) => ({ questions: asked.map(({ body }) => rowOf(body, language)) });
};

const nothingToAsk = (): Refusal =>
  new Refusal(
    'nothing-to-ask',
    sentence('review.explanation-letter.nothing-to-ask'),
    sentence('review.explanation-letter.nothing-to-ask.next'),
  );
