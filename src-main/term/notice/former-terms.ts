import type { AgreementDocument, Clause } from '../../agreement/model.ts';

/** A sentence of an agreement, with the clause that it stands in. */
interface SaidIn {
  readonly clause: Clause;
  readonly quote: string;
}

const OBJECTS =
  /异议|反对|不同意|不接受|拒绝接受|\b(?:object(?:s|ed|ion)?|reject(?:s|ed)?|disagree(?:s|d)?|(?:do|does)\snot\saccept)\b/iu;

/** That the parties go on under the terms as they stood. */
const GO_ON =
  /(?:(?:继续|仍然?)(?:按照?|依照?|依据|适用|履行|执行|以)|(?:按照?|依照?)[^，。；]{0,10}(?:继续|仍)[^，。；]{0,6}(?:履行|执行))[^，。；]{0,14}?(?:原|变更前|修改前|修订前|既有|现有|此前)|(?:原|变更前|修改前|修订前)(?:有)?(?:的)?(?:协议|合同|约定|条款|版本)[^，。；]{0,12}(?:继续|仍然?)(?:有效|适用|履行|执行|约束)|\b(?:(?:former|previous|prior|existing|unchanged|original|current)\s(?:terms|version|agreement|conditions)\b[^.;]{0,40}\b(?:continue|remain|apply)|(?:continue|remain)\w*\b[^.;]{0,60}\b(?:former|previous|prior|existing|unchanged|original|current)\s(?:terms|version|agreement|conditions))/iu;

/** What would make the former terms hold only for a person who leaves: no promise that they go on. */
const NEGATED =
  /不(?:再|得|能|予)(?:继续)?(?:适用|履行|执行|按)|\b(?:will|shall|does|do)\snot\s(?:continue|remain|apply)\b/iu;

/** The sentence by which an objection to a change keeps the former terms in force, where the agreement has one. */
export function formerTermsClause({ clauses }: Pick<AgreementDocument, 'clauses'>): SaidIn | undefined {
  for (const clause of clauses) {
    const quote = sentencesOf(clause.text).find(
      (said) => OBJECTS.test(said) && GO_ON.test(said) && !NEGATED.test(said),
    );
    if (quote !== undefined) return { clause, quote };
  }
  return undefined;
}

const sentencesOf = (text: string): readonly string[] =>
  (text.match(/(?:[^。.]|\.(?!\s|$))+(?:。|\.(?=\s|$))?/gu) ?? []).map((said) => said.replace(/\s+/gu, ' ').trim());
