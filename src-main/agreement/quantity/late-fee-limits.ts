import type { LateFeeValue, LengthUnit, Share } from '../fact.ts';
import { shareOfWords } from './share-words.ts';
import { counted } from './typed.ts';
import { inDigits } from './written-numbers.ts';

/** The limits of a late fee, and the words that are left when those that state them are taken out. */
export interface LateFeeLimits extends Pick<LateFeeValue, 'atMost' | 'after'> {
  readonly words: string;
}

/** From a word of a ceiling, with what it is a ceiling on, to the end of its figure. */
const CEILING =
  /[，,、；;（(]?\s*(?:但|且|并|but\s+)?(?:[^，。；;,.%‰]{0,16})?(?:不(?:得)?(?:应)?超过|不(?:得)?高于|以[^，。；;]{0,12}为限|最高(?:不超过|为)?|上限为?|封顶|not (?:to )?exceed(?:ing)?|no more than|up to(?: a maximum of)?|capped at|at most|a maximum of)[^，。；;.,%‰]{0,30}?\d+(?:\.\d+)?\s*(?:%|％|‰|倍|times|per\s?cent)(?:\s*of\b[^.;,]{0,40})?/iu;
/** `以…的20%为限`: the figure stands inside. */
const CEILING_AROUND =
  /[，,；;]?\s*(?:但)?[^，。；;]{0,12}以([^，。；;]{0,20}?\d+(?:\.\d+)?\s*(?:%|％|‰|倍))为(?:上)?限/iu;

const UNITS: readonly (readonly [LengthUnit, string])[] = [
  ['working-day', '个?(?:工作日|营业日)|(?:business|working)[ -]days?'],
  ['day', '个?(?:自然日|日历日|天|日)|(?:calendar )?days?'],
  ['month', '个月|months?'],
];
const LENGTH = `(\\d+)\\s*(?:${UNITS.map(([, words]) => `(${words})`).join('|')})`;
/** Overdue for longer than so long, or days of grace. */
const GRACE = [
  new RegExp(
    `(?:逾期|延迟|迟延|拖欠)(?:付款|支付|缴费)?(?:超过|达到?|满)\\s*${LENGTH}(?:以上)?(?:仍未(?:付|支付|缴)[^，。；]{0,4})?(?:的)?`,
    'iu',
  ),
  new RegExp(`(?:宽限期|grace period)(?:为| of| is)?\\s*${LENGTH}`, 'iu'),
  new RegExp(`\\b(?:more than|over|for)\\s*${LENGTH}\\s*(?:overdue|past due|late)\\b`, 'iu'),
  new RegExp(`\\b(?:overdue|past due|late)\\s*(?:by|for)\\s*(?:more than\\s*)?${LENGTH}`, 'iu'),
];

function graceOf(found: RegExpExecArray): NonNullable<LateFeeValue['after']> {
  const [, number, ...units] = found;
  const unit = UNITS[units.findIndex((each) => each !== undefined)]?.[0] ?? 'day';
  return { value: Number(number), unit };
}

function ceilingOf(words: string): Share | undefined {
  const share = shareOfWords(words);
  if (!share) return undefined;
  // A ceiling that names nothing is one on the sum that the fee is counted on.
  return typeof share.of === 'string' || /费|款|额|价|fee|amount|price|sum/iu.test(words)
    ? share
    : { ...share, of: 'overdue' };
}

/** Takes a stated ceiling and a stated time of grace out of the words of a late fee. */
export function lateFeeLimits(written: string): LateFeeLimits {
  const folded = counted(inDigits(written.normalize('NFKC')));
  const ceiling = CEILING_AROUND.exec(folded) ?? CEILING.exec(folded);
  const atMost = ceiling ? ceilingOf(ceiling[1] ?? ceiling[0]) : undefined;
  const uncapped = ceiling && atMost ? folded.replace(ceiling[0], '') : folded;
  const grace = GRACE.map((pattern) => pattern.exec(uncapped)).find((found) => found !== null);
  const words = grace ? uncapped.replace(grace[0], '') : uncapped;
  return { words, ...(atMost && { atMost }), ...(grace && { after: graceOf(grace) }) };
}
