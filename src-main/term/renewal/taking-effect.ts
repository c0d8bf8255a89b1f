import type { Fact } from '../../agreement/fact.ts';
import { type Answer, type TermStep, known, unknown } from '../answer.ts';
import type { FoundFact, TermBasis } from '../basis.ts';
import { type CivilDate, isCivilDate } from '../calendar/civil-date.ts';
import { askedFacts, conflict, type Question } from '../pick-fact.ts';
import { START_DATE, TERM_LENGTH } from './questions.ts';

/** `本协议自…起生效`, `本合同的生效日期为…`: the agreement itself, with nothing between it and the day by which something else begins. */
const IN_CHINESE =
  /(?:本《?[\p{Script=Han}]{0,16}?|^[\s\d.、]*)(?:协议|合同)》?书?(?:[，、]?(?:自|于|从|在)\s?[^，。；]{4,16}?[日号起][起]?(?:零时)?[，]?(?:正式|开始)?生效(?![之以]?[前后]|[满的])|的?生效(?:日期|日|时间)(?:为|是|：|:))/u;
const IN_ENGLISH =
  /(?<!\b(?:to|under|of|in|by|with|for)\s)\b(?:this\s(?:\w+\s){0,3}?|the\s)(?:agreement|contract)\s(?:\(["“][^"”]{1,30}["”]\)\s)?(?:(?:shall|will)\s)?(?:(?:is|be|becomes?)\s(?:made\s)?effective|takes?\seffect|(?:comes?|enters?)\sinto\s(?:effect|force)|commences?)\s(?:on|from|as\sof|as\sfrom)\s/iu;
/** A later text, another agreement or a part of it, and what is only supposed. */
const OF_ANOTHER_MATTER =
  /修改|变更|修订|更新|新版|版本|补充|原协议|原合同|调整|附件|附录|订单|终止|假如|如果|^[\s\d.、]*[如若]|除非|\b(?:amend|modif|revis|updat|version|supersed|replac|renew|restat|addend|exhibit|schedule|terminat|if|unless|where|had)/iu;

/** A term that is counted from something else than taking effect: from going live, from signing, or of each order by itself. */
const BEGINS_OTHERWISE =
  /(?:自|从)(?![^，。；]{0,16}(?:生效|效力))[^，。；\d]{1,24}起|以[^，。；]{1,12}为准|\bfrom\s(?!(?:(?:the|its|this)\s)?(?:effective|\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))|\b(?:begins?|starts?|commences?)\s(?:on|with|when|upon|at)\s(?!(?:the\s)?effective|\d)|\bof\s(?:each|an?|any|the)\s(?:order|statement)/iu;

/** Whether it says from which day the agreement itself holds. */
const takesEffect = ({ quote }: Fact): boolean =>
  !OF_ANOTHER_MATTER.test(quote) && (IN_CHINESE.test(quote) || IN_ENGLISH.test(quote));

const TAKING_EFFECT: Question = {
  name: 'effective-date',
  understands: { kinds: ['effective-date'], units: ['date'], anchors: [] },
  about: takesEffect,
};

const dayIn = ({ fact: { value } }: FoundFact): CivilDate | undefined =>
  typeof value === 'string' && isCivilDate(value) ? value : undefined;

/** Whether a sentence of the clause of a term has it begin with something else; what is quoted of a term may be too short to say that. */
function beginsOtherwise({ fact, source }: FoundFact): boolean {
  const clause = source.clauses.find(({ id }) => id === fact.clause);
  const quote = fact.quote.trim().replace(/[。.；;]$/u, '');
  return (clause?.text.split(/[。；;]|\.\s/u) ?? []).some(
    (each) => (each.includes(quote) || /期限?|\bterm\b/u.test(each)) && BEGINS_OTHERWISE.test(each),
  );
}

/**
 * The day on which the agreement takes effect, as the first of a term whose length the same text gives, in that clause or another: nothing is taken
 * from one text for the term of another. Where the text gives several, or has it begin with its acceptance as well, none is picked. Absent where
 * it names the first day of the term itself, or nothing.
 * @param accepted the clause that has it begin with its acceptance
 */
export function startByEffect(basis: TermBasis, accepted: TermStep['clause']): Answer<CivilDate> | undefined {
  if (askedFacts(basis, START_DATE).length > 0) return undefined;
  if (askedFacts(basis, TERM_LENGTH).some(beginsOtherwise)) return undefined;
  const ofTerm = new Set(askedFacts(basis, TERM_LENGTH).map(({ source }) => source));
  const facts = askedFacts(basis, TAKING_EFFECT).filter((each) => ofTerm.has(each.source) && dayIn(each));
  const [first] = facts;
  const day = first && dayIn(first);
  if (!first || day === undefined) return undefined;
  const steps = facts.flatMap((each) => each.steps);
  const days = new Set(facts.map(dayIn));
  if (days.size > 1 || accepted !== undefined) {
    const rival = accepted && { ...first, fact: { ...first.fact, quote: accepted.quote ?? '' } };
    return unknown([conflict('start-date', rival ? [...facts, rival] : facts)], steps);
  }
  return known(day, first.steps);
}
