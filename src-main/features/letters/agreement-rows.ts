import { FACT_KINDS, isToBeDone } from '../../agreement/fact.ts';
import { factWords } from '../../agreement/fact-words.ts';
import type { AgreementDocument, Clause } from '../../agreement/model.ts';
import { type Language, say, sentence } from '../../agreement/sentence.ts';
import { tagKind } from '../../agreement/tag-kinds.ts';
import type { LetterValues, RowValue } from '../../letter/template.ts';

/** The rows of the papers that break an agreement down, out of its own words: what is typed into the other columns is the company's. */
export const rowsOfAgreement = (document: AgreementDocument, language: Language): LetterValues => ({
  commitments: commitments(document),
  duties: duties(document, language),
});

function commitments({ kind, clauses }: AgreementDocument): readonly RowValue[] {
  const undertaken = ({ role, tags, text }: Clause): boolean =>
    role === 'clause' &&
    text.trim() !== '' &&
    (kind === 'commitment-letter' || tags.some((tag) => tagKind(tag.kind)?.promised));
  return clauses.filter(undertaken).map(({ number = '', text }) => ({ clause: number, words: text }));
}

function duties({ facts, clauses }: AgreementDocument, language: Language): readonly RowValue[] {
  const numbers = new Map(clauses.map(({ id, number }) => [id, number ?? '']));
  return facts
    .filter(({ kind }) => isToBeDone(kind))
    .map((fact) => ({
      clause: numbers.get(fact.clause) ?? '',
      duty: say(
        sentence('letters.agreement-rows.duty', { what: FACT_KINDS[fact.kind].label, when: factWords(fact) }),
        language,
      ),
    }));
}
