import { sentence } from '../../agreement/sentence.ts';
import { type Answer, known, unknown } from '../answer.ts';
import { type OwnValue, type TermBasis, citation, ownStep } from '../basis.ts';

/** How a begun month counts when a prepaid service ends early. */
export type PartMonth = 'whole' | 'daily';

const WHOLE =
  /不足(?:一个?|1个?|整)?(?:自然)?月的?[，,]?(?:均|也|亦)?(?:按|以|按照)(?:一个?|1个?|整个?|全)(?:自然)?月(?:计算?|收费|收取|结算)?|(?:part(?:ial)?|incomplete|started|begun)\s+(?:of\s+a\s+)?(?:calendar\s+)?months?\b[^.;]{0,40}\b(?:count|counts|counted|charged|treated|billed)\b[^.;]{0,20}\b(?:whole|full|one|entire)\s+(?:calendar\s+)?month/iu;
const DAILY =
  /不足(?:一个?|1个?|整)?(?:自然)?月的?[，,]?(?:按|以|按照)(?:实际)?(?:使用)?(?:天数|日)|(?:part(?:ial)?|incomplete)\s+months?\b[^.;]{0,40}\b(?:pro[- ]?rat|by\s+the\s+day|daily)/iu;

const LABEL = sentence('term.part-month.label');

/** The rule the agreement's own words give, with the clause; else the person's; else unknown. */
export function partMonthRule(basis: TermBasis, own?: OwnValue<PartMonth>): Answer<PartMonth> {
  for (const source of basis.sources) {
    for (const clause of source.clauses) {
      const whole = WHOLE.exec(clause.text);
      const daily = whole ? undefined : DAILY.exec(clause.text);
      const quote = whole?.[0] ?? daily?.[0];
      if (quote === undefined) continue;
      const words = whole ? sentence('term.part-month.whole') : sentence('term.part-month.daily');
      const text = sentence('term.part-month.agreement-says', { words });
      return known(whole ? 'whole' : 'daily', [{ text, clause: citation(source, clause.id, quote) }]);
    }
  }
  if (own) {
    const words = own.value === 'whole' ? sentence('term.part-month.whole') : sentence('term.part-month.daily');
    return known(own.value, [ownStep(words)]);
  }
  const text = sentence('term.part-month.missing', { label: LABEL });
  return unknown([{ what: 'fact', name: 'part-month', text }], []);
}
