import type { Base, Share } from '../fact.ts';
import { counted } from './typed.ts';
import { inDigits } from './written-numbers.ts';

/** What a share is of, by its words; the first that fits. Longer periods stand before the month that they are told in. */
const BASE_WORDS: readonly (readonly [Base & string, RegExp])[] = [
  [
    'outage-fee',
    /(?:故障|中断|不可用)(?:期间|时间|时长|时段)[^，。；]{0,6}(?:费|款)|fees? (?:for|of|during) the (?:outage|downtime)/iu,
  ],
  [
    'fees-12-months',
    /(?:十二|12)\s*个?月|(?:twelve|12)(?:\s?\(12\))?[\s-]months?|(?:前|过去|最近)一年|(?:preceding|previous|prior) year/iu,
  ],
  ['quarter-fee', /季度?[^，。；月\t]{0,10}[费款]|quarter/iu],
  ['year-fee', /年度|全年|当年|每年|一年(?:的)?(?:服务)?费|annual|yearly|per year|that year/iu],
  ['month-fee', /月(?:度|份)?|month/iu],
  ['fees-paid', /累计|已(?:支付|付|缴|交)[^，。；]{0,10}(?:费|款)|(?:total )?fees? (?:actually )?paid/iu],
  ['overdue', /(?:逾期|欠(?:付|费|缴)|应付未付|未付)(?:金额|款|费)|overdue|unpaid|outstanding/iu],
  ['remaining-term', /剩余(?:期限|服务期|期间)|remain(?:ing|der)/iu],
];

const FIGURE =
  /(?:百分之\s*(?<percentWords>\d+(?:\.\d+)?))|(?:千分之\s*(?<perMilleWords>\d+(?:\.\d+)?))|(?:万分之\s*(?<perTenThousand>\d+(?:\.\d+)?))|(?<number>\d+(?:\.\d+)?)\s*(?<mark>%|％|‰|倍|x\b|times\b|per\s?cent)/giu;

interface Figure {
  readonly amount: number;
  readonly unit: Share['unit'];
}

function figureOf({ groups = {} }: RegExpMatchArray): Figure {
  const { percentWords, perMilleWords, perTenThousand, number, mark = '' } = groups;
  if (percentWords !== undefined) return { amount: Number(percentWords), unit: 'percent' };
  if (perMilleWords !== undefined) return { amount: Number(perMilleWords), unit: 'per-mille' };
  if (perTenThousand !== undefined)
    return { amount: Number((Number(perTenThousand) / 10).toPrecision(12)), unit: 'per-mille' };
  const amount = Number(number);
  if (mark === '‰') return { amount, unit: 'per-mille' };
  return { amount, unit: /%|％|per/iu.test(mark) ? 'percent' : 'times' };
}

/** Words that say what a cap is, not how high. */
const PLAIN_BASE = /费|款|fee|charge|amount paid/iu;

/**
 * The share that words say: `当月服务费的50%`, `50% of the monthly fee`; a fee alone is all of it. Absent where they give no
 * figure and no fee, or several figures: nothing is picked.
 */
export function shareOfWords(words: string): Share | undefined {
  const folded = counted(inDigits(words.normalize('NFKC')));
  const figures = [...folded.matchAll(FIGURE)].map(figureOf);
  const different = new Set(figures.map((each) => JSON.stringify(each)));
  if (different.size > 1) return undefined;
  const figure = figures[0];
  const base = BASE_WORDS.find(([, pattern]) => pattern.test(folded))?.[0];
  if (!figure && (base === undefined || !PLAIN_BASE.test(folded))) return undefined;
  return { ...(figure ?? { amount: 100, unit: 'percent' }), of: base ?? { words } };
}

/** What was paid with vouchers is not part of the fee: only where the words say so. */
export function leavesOutVouchers(words: string): boolean {
  return /(?:不(?:含|包括|包含|计)|扣除|减去|除去)[^，。；]{0,16}代金券|代金券[^，。；]{0,12}(?:除外|不计|扣除)|(?:exclud\w+|less|net of|without)[^.;]{0,30}voucher/iu.test(
    words,
  );
}
