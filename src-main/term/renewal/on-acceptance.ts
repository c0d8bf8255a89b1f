import { sentence } from '../../agreement/sentence.ts';
import { type Answer, type Known, known, type TermStep } from '../answer.ts';
import { citation, type TermBasis } from '../basis.ts';
import { type CivilDate, dateWords } from '../calendar/civil-date.ts';
import { pickFact } from '../pick-fact.ts';
import { START_DATE } from './questions.ts';
import { startByEffect } from './taking-effect.ts';

/** The agreement itself, or the time for which it holds; a bare `期限` or `term` can be one of paying, of secrecy or of an objection. */
const TERM =
  '(?:(?:协议|合同|条款|服务|其)》?(?:的)?(?:有效)?期限?|(?<![\\p{Script=Han}])有效期限?|(?:协议|合同|服务)[^，。；自从]{0,4}期限)';
/** From the one to the words of its beginning, without a word by which something else begins. */
const UP_TO = '(?:(?!期限|期间|[^效务]期|义务|责任|权|款|费|息|金|试用)[^。；]){0,24}?';
/** `自甲方接受之日起`, `自贵方同意本协议全部条款之日起`: where it says what is accepted, that is the agreement. */
const accepted = (name: string): string =>
  `(?:自|从)[^，。；]{0,14}?(?:接受|同意)["”’」』】]?(?:按钮|按键)?(?:${name}(?:协议|合同|条款)》?(?:的?(?:全部|所有)?(?:条款|内容))?|(?:上述|以上|全部)?内容)?(?:之日|当日|当天|日|之时|时)起`;
const ACCEPTED = accepted('[^，。；]{0,8}?');
const BEGINS = '(?:计|算|[^，。；]{0,10}?(?:生效|有效|开始|起算))';
const IN_CHINESE = new RegExp(
  [
    `${TERM}${UP_TO}${ACCEPTED}`,
    `(?:协议|合同|条款)${UP_TO}${ACCEPTED}${BEGINS}`,
    `${ACCEPTED}[，]?本?(?:协议|合同|条款)[^，。；]{0,4}?(?:生效|开始)`,
    `^[\\s\\d.、]*${accepted('本')}${BEGINS}`,
  ].join('|'),
  'iu',
);

const TERM_IN_ENGLISH =
  "(?:^|\\b(?:the|its|their|an?|initial|first|subscription|service|contract|agreement(?:['’]s)?)\\s)(?:term|initial term)\\b(?!\\sof\\s(?!(?:this|the|these)\\s(?:\\w+\\s)?(?:agreement|contract|terms|subscription|service)s?\\b))";
const AGREEMENT_IN_ENGLISH =
  '(?<!\\b(?:under|of|in|by|to|with)\\s(?:this|the|these)\\s)\\b(?:agreement|contract|terms)\\b';
const UP_TO_IN_ENGLISH =
  '(?:(?!\\b(?:period|payment|invoice|fees?|warrant|obligation|right|licen[cs]e|interest|liabilit|trial))[^.;]){0,60}?';
/** The same in English: `acceptance`, `the date Customer accepts it`, and of nothing but the agreement. */
const ACCEPTED_IN_ENGLISH =
  '[^.;]{0,40}?\\baccept(?:s|ed|ance)?\\b(?!(?:\\sby\\s[^.;,]{1,24})?\\sof\\s(?!(?:(?:this|the|these|such|its|all)\\s)*(?:\\w+\\s)?(?:agreement|contract|terms)\\b))(?!\\s(?:the|an?|each|any|such|that)\\s(?!(?:\\w+\\s)?(?:agreement|contract|terms)\\b))';
const IN_ENGLISH = new RegExp(
  [
    `(?:${TERM_IN_ENGLISH}|${AGREEMENT_IN_ENGLISH}|^\\W*(?:\\d[\\d.]*\\s)?(?:it|they)\\b)${UP_TO_IN_ENGLISH}\\b(?:takes?\\seffect|(?:comes?|enters?)\\sinto\\s(?:effect|force)|(?:is|are|becomes?)\\s(?:effective|binding)|commences?|begins?|starts?|runs?|(?:counted|measured|calculated))\\s(?:\\w+\\s){0,2}?(?:on|upon|from|as\\sof|when)\\s${ACCEPTED_IN_ENGLISH}`,
    `${TERM_IN_ENGLISH}${UP_TO_IN_ENGLISH}\\b(?:from|after|following|as\\sof|upon|starting|beginning|commencing)\\s${ACCEPTED_IN_ENGLISH}`,
  ].join('|'),
  'iu',
);
const OF_AN_AGREEMENT = /协议|合同|条款|\b(?:agreement|contract|terms?)\b/iu;
/** What else begins by being accepted: a change, an order, a delivery. */
const OF_ANOTHER_MATTER =
  /变更|修改|修订|补充|订单|交付|验收|报价|\b(?:amend|change|modif|order|deliver|quotation|statement\sof\swork|milestone)/iu;
/** What is accepted under an agreement, where it stands among the words of the beginning itself. */
const ACCEPTED_UNDER_IT = /发票|账单|对账|披露|货物|\b(?:invoices?|bills?|disclosures?|goods|samples?|claims?)\b/iu;

/** That it holds from its acceptance, or that its term lasts so long from then: `自甲方接受之日起生效`, `the term is one year from acceptance`. */
function isFromAcceptance(words: string): boolean {
  if (!OF_AN_AGREEMENT.test(words) || OF_ANOTHER_MATTER.test(words)) return false;
  const found = IN_CHINESE.exec(words) ?? IN_ENGLISH.exec(words);
  return found !== null && !ACCEPTED_UNDER_IT.test(found[0]);
}

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

/**
 * The first day that the text names, else the one on which it takes effect, else that of its acceptance where it holds from that; absent
 * where it says none of them, unknown where it contradicts itself.
 */
export function startInText(basis: TermBasis, accepted: CivilDate | undefined): Answer<CivilDate> | undefined {
  const stated = pickFact(basis, START_DATE);
  if (stated.known && typeof stated.value.value === 'string') return known(stated.value.value, stated.steps);
  const byEffect = startByEffect(basis, fromAcceptance(basis));
  if (byEffect) return byEffect;
  return accepted === undefined ? undefined : startOnAcceptance(basis, accepted);
}
