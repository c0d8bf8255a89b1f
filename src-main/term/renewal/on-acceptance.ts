import { sentence } from '../../agreement/sentence.ts';
import { type Known, known, type TermStep } from '../answer.ts';
import { citation, type TermBasis } from '../basis.ts';
import { type CivilDate, dateWords } from '../calendar/civil-date.ts';
import { pickFact } from '../pick-fact.ts';
import { START_DATE } from './questions.ts';

/** That it holds from the day on which it is accepted: `自甲方接受之日起生效`, `takes effect on acceptance by Customer`. */
const HOLDS_FROM =
  /(?:自|从)[^，。；]{0,14}?(?:接受|同意)[^，。；]{0,10}?(?:之日|当日|日|之时|时)起(?:计|计算|算|[^，。；]{0,6}?(?:生效|有效|开始|起算))|\b(?:takes?\seffect|(?:comes?|enters?)\sinto\s(?:effect|force)|(?:is|becomes?)\s(?:effective|binding)|commences?|begins?|starts?|runs?|(?:counted|measured|calculated))\s(?:\w+\s){0,2}?(?:on|upon|from|as\sof|when)\s[^.;]{0,40}?\baccept(?:s|ed|ance)?\b/iu;
/** That its term lasts so long from that day, whatever the verb: `有效期为自接受之日起一年`, `the term is one year from acceptance`. */
const LASTS_FROM =
  /(?:有效期|服务期|合同期|协议期|期限)[^。；]{0,24}?(?:自|从)[^，。；]{0,14}?(?:接受|同意)[^，。；]{0,10}?(?:之日|当日|日|之时|时)起|(?:协议|合同)[^。；，]{0,8}(?:自|从)[^，。；]{0,14}?(?:接受|同意)[^，。；]{0,10}?(?:之日|当日|日|之时|时)起[^，。；]{0,10}?(?:年|月|日|天)(?:内)?有效|(?<!\b(?:payment|credit|warranty)\s)\bterm\b[^.;]{0,80}?\b(?:from|after|following|as\sof|upon|starting|beginning|commencing)\s[^.;]{0,40}?\baccept(?:s|ed|ance)?\b/iu;
const OF_AN_AGREEMENT = /协议|合同|条款|\b(?:agreement|contract|terms?)\b/iu;
/** What else begins by being accepted: a change, an order, a delivery. */
const OF_ANOTHER_MATTER =
  /变更|修改|修订|订单|交付|验收|报价|\b(?:amend|change|modif|order|deliver|quotation|statement\sof\swork|milestone)/iu;

const isFromAcceptance = (words: string): boolean =>
  (HOLDS_FROM.test(words) || LASTS_FROM.test(words)) && OF_AN_AGREEMENT.test(words) && !OF_ANOTHER_MATTER.test(words);

/** The clause that says that it holds from its acceptance; absent where none does. */
export function fromAcceptance({ sources }: TermBasis): NonNullable<TermStep['clause']> | undefined {
  for (const source of sources)
    for (const { id, text } of source.clauses) {
      const words = text.split(/(?<=[。；;])|(?<=\.)\s/u).find(isFromAcceptance);
      if (words !== undefined) return citation(source, id, words.trim());
    }
  return undefined;
}

/** The day of acceptance as the first one, of a text that says that it holds from its acceptance. */
function startOnAcceptance(basis: TermBasis, accepted: CivilDate): Known<CivilDate> | undefined {
  const clause = fromAcceptance(basis);
  const text = sentence('term.renewal.on-acceptance', { day: dateWords(accepted) });
  return clause && known(accepted, [{ text, clause }]);
}

/** The first day that the text names, else that of its acceptance where it holds from that; absent where it says neither. */
export function startInText(basis: TermBasis, accepted: CivilDate | undefined): Known<CivilDate> | undefined {
  const stated = pickFact(basis, START_DATE);
  if (stated.known && typeof stated.value.value === 'string') return known(stated.value.value, stated.steps);
  return accepted === undefined ? undefined : startOnAcceptance(basis, accepted);
}
