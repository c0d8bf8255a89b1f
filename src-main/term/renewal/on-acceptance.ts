import { sentence } from '../../agreement/sentence.ts';
import { type Known, known } from '../answer.ts';
import { citation, type TermBasis } from '../basis.ts';
import { type CivilDate, dateWords } from '../calendar/civil-date.ts';
import { pickFact } from '../pick-fact.ts';
import { START_DATE } from './questions.ts';

/** That it holds from the day on which it is accepted: `自甲方接受之日起生效`, `takes effect on acceptance by Customer`. */
const ON_ACCEPTANCE =
  /(?:自|从)[^，。；]{0,14}?(?:接受|同意)[^，。；]{0,10}?(?:之日|当日|日|之时|时)起[^，。；]{0,6}?(?:生效|有效|开始|起算)|\b(?:takes?\seffect|(?:comes?|enters?)\sinto\s(?:effect|force)|(?:is|becomes?)\s(?:effective|binding)|commences?|begins?|starts?)\s(?:\w+\s){0,2}?(?:on|upon|from|as\sof|when)\s[^.;]{0,40}?\baccept(?:s|ed|ance)?\b/iu;
const OF_AN_AGREEMENT = /协议|合同|条款|\b(?:agreement|contract|terms?)\b/iu;
/** What else begins by being accepted: a change, an order, a delivery. */
const OF_ANOTHER_MATTER =
  /变更|修改|修订|订单|交付|验收|报价|\b(?:amend|change|modif|order|deliver|quotation|statement\sof\swork|milestone)/iu;

/** The day of acceptance as the first one, of a text that says that it holds from its acceptance; absent where it does not say so. */
function startOnAcceptance({ sources }: TermBasis, accepted: CivilDate): Known<CivilDate> | undefined {
  for (const source of sources)
    for (const { id, text } of source.clauses) {
      const words = text
        .split(/(?<=[。；;])|(?<=\.)\s/u)
        .find((each) => ON_ACCEPTANCE.test(each) && OF_AN_AGREEMENT.test(each) && !OF_ANOTHER_MATTER.test(each));
      if (words === undefined) continue;
      const told = sentence('term.renewal.on-acceptance', { day: dateWords(accepted) });
      return known(accepted, [{ text: told, clause: citation(source, id, words.trim()) }]);
    }
  return undefined;
}

/** The first day that the text names, else that of its acceptance where it holds from that; absent where it says neither. */
export function startInText(basis: TermBasis, accepted: CivilDate | undefined): Known<CivilDate> | undefined {
  const stated = pickFact(basis, START_DATE);
  if (stated.known && typeof stated.value.value === 'string') return known(stated.value.value, stated.steps);
  return accepted === undefined ? undefined : startOnAcceptance(basis, accepted);
}
