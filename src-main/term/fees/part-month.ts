import { sentence } from '../../agreement/sentence.ts';
import { type Answer, type TermStep, known, unknown } from '../answer.ts';
import { type FactSource, type OwnValue, type TermBasis, citation, ownStep, quoted } from '../basis.ts';

/** How a begun month counts when a prepaid service ends early. */
export type PartMonth = 'whole' | 'daily';

/** How the part that was not used is reckoned: by months, or, where the text says so, by all days of the service. */
export type UnusedRule = PartMonth | 'days';

/** A begun month counts as a whole one. */
export const WHOLE_MONTH =
  /剩余(?:的)?(?:整月|完整(?:的)?月)|\b(?:unused|remaining)\s(?:full|whole|complete)\smonths?\b|不足(?:一个?|1个?|整)?(?:自然)?月的?[，,]?(?:均|也|亦)?(?:按|以|按照)(?:一个?|1个?|整个?|全)(?:自然)?月(?:计算?|收费|收取|结算)?|(?:part(?:ial)?|incomplete|started|begun)\s+(?:of\s+a\s+)?(?:calendar\s+)?months?\b[^.;]{0,40}\b(?:count|counts|counted|charged|treated|billed)\b[^.;]{0,20}\b(?:whole|full|one|entire)\s+(?:calendar\s+)?month/iu;
const DAILY =
  /不足(?:一个?|1个?|整)?(?:自然)?月的?[，,]?(?:按|以|按照)(?:实际)?(?:使用)?(?:天数|日)|(?:part(?:ial)?|incomplete)\s+months?\b[^.;]{0,40}\b(?:pro[- ]?rat|by\s+the\s+day|daily)/iu;

/** Fees are given back for the days that are left. */
const BY_DAYS =
  /按(?:照)?(?:未使用|未履行|剩余|余下)(?:的)?(?:服务)?(?:天数|日数)(?:的)?(?:比例)?|按(?:日|天)(?:的)?(?:比例)?(?:退还|退款|折算)|\bremaining\sdays\b[^.;]{0,24}\bpro[- ]?rata\b|\bpro[- ]?rata\s(?:by\s(?:the\s)?day|on\sa\sdaily\sbasis|daily)|\bunused\sdays\b/iu;

/** What is given back to whoever does not take a change of the terms says nothing of any other end. */
const OF_A_CHANGE = /(?:修改|变更|修订)(?:本|服务|条款|协议|的)|\b(?:chang|modif|amend)\w*/iu;

const LABEL = sentence('term.part-month.label');

interface Stated {
  readonly rule: UnusedRule;
  readonly step: TermStep;
}

function statedIn(source: FactSource): Stated | undefined {
  for (const clause of source.clauses) {
    const days = OF_A_CHANGE.test(clause.text) ? undefined : BY_DAYS.exec(clause.text);
    const whole = WHOLE_MONTH.exec(clause.text);
    const quote = (days ?? whole ?? DAILY.exec(clause.text))?.[0];
    if (quote === undefined) continue;
    if (days) {
      const said = sentence('term.part-month.agreement-says', { words: sentence('term.part-month.days') });
      return { rule: 'days', step: { text: said, clause: citation(source, clause.id, quote) } };
    }
    const words = whole ? sentence('term.part-month.whole') : sentence('term.part-month.daily');
    const text = sentence('term.part-month.agreement-says', { words });
    return { rule: whole ? 'whole' : 'daily', step: { text, clause: citation(source, clause.id, quote) } };
  }
  return undefined;
}

/**
 * The rule that the agreement's own words give, with the clause; where it is silent, that of the others that are asked, as far as
 * they agree; else the person's; else unknown.
 */
export function partMonthRule(
  { sources: [own, ...others] }: TermBasis,
  mine?: OwnValue<PartMonth>,
): Answer<UnusedRule> {
  const ours = own && statedIn(own);
  const stated = ours ? [ours] : others.flatMap((source) => statedIn(source) ?? []);
  const steps = stated.map(({ step }) => step);
  const [first] = stated;
  const agreed = first && stated.every(({ rule }) => rule === first.rule);
  if (agreed) return known(first.rule, [first.step]);
  if (mine) {
    const words = mine.value === 'whole' ? sentence('term.part-month.whole') : sentence('term.part-month.daily');
    return known(mine.value, [...steps, ownStep(words)]);
  }
  const text = first
    ? sentence('term.basis.conflict', { label: LABEL, quotes: steps.map(({ clause }) => quoted(clause?.quote ?? '')) })
    : sentence('term.part-month.missing', { label: LABEL });
  return unknown([{ what: first ? 'conflict' : 'fact', name: 'part-month', text }], steps);
}
