import { say } from '../../agreement/sentence.ts';
import { type Answer, known, unknown } from '../answer.ts';
import { type OwnValue, type TermBasis, citation, ownStep } from '../basis.ts';

/** How a begun month counts when a prepaid service ends early. */
export type PartMonth = 'whole' | 'daily';

const WHOLE =
  /不足(?:一个?|1个?|整)?(?:自然)?月的?[，,]?(?:均|也|亦)?(?:按|以|按照)(?:一个?|1个?|整个?|全)(?:自然)?月(?:计算?|收费|收取|结算)?|(?:part(?:ial)?|incomplete|started|begun)\s+(?:of\s+a\s+)?(?:calendar\s+)?months?\b[^.;]{0,40}\b(?:count|counts|counted|charged|treated|billed)\b[^.;]{0,20}\b(?:whole|full|one|entire)\s+(?:calendar\s+)?month/iu;
const DAILY =
  /不足(?:一个?|1个?|整)?(?:自然)?月的?[，,]?(?:按|以|按照)(?:实际)?(?:使用)?(?:天数|日)|(?:part(?:ial)?|incomplete)\s+months?\b[^.;]{0,40}\b(?:pro[- ]?rat|by\s+the\s+day|daily)/iu;

const LABEL = { zh: '不足一个月如何计算', en: 'how a part of a month counts' };

/** The rule the agreement's own words give, with the clause; else the person's; else unknown. */
export function partMonthRule(basis: TermBasis, own?: OwnValue<PartMonth>): Answer<PartMonth> {
  for (const source of basis.sources) {
    for (const clause of source.clauses) {
      const whole = WHOLE.exec(clause.text);
      const daily = whole ? undefined : DAILY.exec(clause.text);
      const quote = whole?.[0] ?? daily?.[0];
      if (quote === undefined) continue;
      const words = whole
        ? { zh: '不足一个月按一个月计算', en: 'a part of a month counts as a whole month' }
        : { zh: '不足一个月按天计算', en: 'a part of a month counts by the day' };
      const text = { zh: `协议约定：${say(words, 'zh')}。`, en: `The agreement says: ${say(words, 'en')}.` };
      return known(whole ? 'whole' : 'daily', [{ text, clause: citation(source, clause.id, quote) }]);
    }
  }
  if (own) {
    const words =
      own.value === 'whole'
        ? { zh: '不足一个月按一个月计算', en: 'a part of a month counts as a whole month' }
        : { zh: '不足一个月按天计算', en: 'a part of a month counts by the day' };
    return known(own.value, [ownStep(words)]);
  }
  const text = { zh: `文件没有写明“${say(LABEL, 'zh')}”。`, en: `The document does not state ${say(LABEL, 'en')}.` };
  return unknown([{ what: 'fact', name: 'part-month', text }], []);
}
