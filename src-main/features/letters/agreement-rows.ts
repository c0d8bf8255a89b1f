import { FACT_KINDS, isToBeDone } from '../../agreement/fact.ts';
import { factWords } from '../../agreement/fact-words.ts';
import type { AgreementDocument, Clause } from '../../agreement/model.ts';
import { type Language, say, sentence } from '../../agreement/sentence.ts';
import { numbersIn } from '../../agreement/structure/number-above.ts';
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
  const numberOf = numbersIn(clauses);
  return clauses.filter(undertaken).map(({ id, text }) => ({ clause: numberOf(id).number ?? '', words: text }));
}

function duties({ facts, clauses }: AgreementDocument, language: Language): readonly RowValue[] {
  const numberOf = numbersIn(clauses);
  return facts
    .filter(({ kind }) => isToBeDone(kind))
    .map((fact) => ({
      clause: numberOf(fact.clause).number ?? '',
      duty: say(
        sentence('letters.agreement-rows.duty', { what: FACT_KINDS[fact.kind].label, when: factWords(fact) }),
        language,
      ),
    }));
}
