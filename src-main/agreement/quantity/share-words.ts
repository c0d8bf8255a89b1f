import type { Base, Share } from '../fact.ts';
import { isAddedUp, OUTAGE_FEE } from './credit-base.ts';
import { fractionsInFigures, hasUnreadPart } from './shares/worded-shares.ts';
import { counted } from './typed.ts';
import { inDigits, readNumber } from './written-numbers.ts';

/** What a share is of, by its words; the first that fits. Longer periods stand before the month that they are told in. */
const BASE_WORDS: readonly (readonly [Base & string, RegExp])[] = [
  ['outage-fee', OUTAGE_FEE],
  [
    'fees-12-months',
    /(?:十二|12)\s*个?月|(?:twelve|12)(?:\s?\(12\))?[\s-]months?|(?:前|过去|最近)一年|(?:preceding|previous|prior) year/iu,
  ],
  ['quarter-fee', /季度?[^，。；月\t]{0,10}[费款]|quarter/iu],
  // What is ordered by the year is no fee of it: `the monthly fee under an annual subscription`.
  [
    'year-fee',
    /(?:年度|全年|每年)(?!的?(?:订阅|订购|套餐|合同)(?![^，。；]{0,4}[费款价]))|当年|一年(?:的)?(?:服务)?费|(?:annual|yearly)(?!\s(?:subscription|plan|contract|commitment|order|term)s?\b(?!\s(?:fee|charge|price|amount|value)))|per year|that year|year['’]s\s(?:\w+\s){0,2}?(?:fee|charge|bill|price|rent|subscription)/iu,
  ],
  ['month-fee', /月(?:度|份)?|month/iu],
  ['fees-paid', /累计|已(?:支付|付|缴|交)[^，。；]{0,10}(?:费|款)|(?:total )?fees? (?:actually )?paid/iu],
  ['overdue', /(?:逾期|欠(?:付|费|缴)?|应付未付|未付)(?:金额|款|费)|欠费|overdue|unpaid|outstanding/iu],
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

/** The fee of a day, or of the days that something went wrong on: no fee of a period that is known. */
export const OF_DAYS =
  /(?:当|每|该|受影响(?:的)?|故障)(?:日|天|周)(?:的)?(?:服务)?费|日服务费|\bfees?\s(?:for|of|during)\s(?:the\s|each\s|such\s)?(?:affected|relevant|impacted)\s(?:days?|hours?|periods?|weeks?)|\b(?:daily|hourly|weekly)\s(?:service\s)?(?:fee|charge)/iu;

const SMALL = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|eighteen|twenty-four|thirty-six';
const SMALL_VALUES: Readonly<Record<string, number>> = {
  ...Object.fromEntries(SMALL.split('|').map((word, index) => [word, index + 1])),
  eighteen: 18,
  'twenty-four': 24,
  'thirty-six': 36,
};
/** So many months, whose fees a share may be of; `一个月服务费`, `six months of fees`. */
const MONTHS = new RegExp(
  `(?<han>[\\d一二两三四五六七八九十]+|半)\\s*个(?<hanHalf>半)?(?:自然|整)?月|\\b(?<latin>\\d+|${SMALL})(?:\\s\\(\\d+\\))?(?<latinHalf>\\sand\\sa\\shalf)?[\\s-]months?\\b|\\b(?<half>half)\\s(?:of\\s)?(?:an?|one)\\smonth\\b`,
  'iu',
);
/** Months that lie at some time, or what was paid in them: what they cost is not so many times the month's fee. */
const AT_A_TIME =
  /前|过去|最近|之内|期间|已(?:支付|付|缴|交)|实际|实付|累计|preceding|previous|prior|before|past|last|paid|during|following|after/iu;

/** Of how many months the fees are that the words name: one where they say no number; undefined where they lie at some time. */
function monthsNamed(words: string): number | undefined {
  const { han, hanHalf, latin, latinHalf, half } = MONTHS.exec(words)?.groups ?? {};
  const written = (han ?? latin)?.toLowerCase();
  if (written === undefined && half === undefined) return 1;
  if (AT_A_TIME.test(words)) return undefined;
  if (written === undefined || written === '半') return 0.5;
  const months = SMALL_VALUES[written] ?? readNumber(written);
  return months === undefined ? undefined : months + ((hanHalf ?? latinHalf) === undefined ? 0 : 0.5);
}

/** Words that say what a cap is, not how high. */
const PLAIN_BASE =
  /费|款|价格|fee|charge|(?:amounts?|cash|sums?|what|remuneration)\b[^.;]{0,40}\bpaid\b|remuneration|price/iu;
/** Money that is named is itself the sum, and a fee beside it no base. */
const SUM =
  /\d\s*(?:[百千万亿]\s*)?(?:元|美元|欧元)|[$€£¥￥]\s?\d|\d\s?(?:dollars|euros|pounds|yuan|renminbi)\b|\b(?:USD|EUR|GBP|RMB|CNY|HKD)\s?\d/iu;

/** Whether words without a figure name a fee and all of it: no part of it that was not read, and no sum beside it. */
const isWholeFee = (words: string, base: Base | undefined): boolean =>
  PLAIN_BASE.test(words) && !OF_DAYS.test(words) && !hasUnreadPart(words) && (base !== undefined || !SUM.test(words));

/**
 * The share that words say: `当月服务费的50%`, `half of the monthly fee`; a fee alone is all of it. Absent where they give no
 * figure and no fee, or several figures: nothing is picked.
 */
export function shareOfWords(words: string): Share | undefined {
  const folded = counted(inDigits(fractionsInFigures(words.normalize('NFKC'))));
  const figures = [...folded.matchAll(FIGURE)].map(figureOf);
  const different = new Set(figures.map((each) => JSON.stringify(each)));
  if (different.size > 1) return undefined;
  const figure = figures[0];
  const base =
    OF_DAYS.test(folded) || isAddedUp(folded) ? undefined : BASE_WORDS.find(([, pattern]) => pattern.test(folded))?.[0];
  if (!figure && !isWholeFee(folded, base)) return undefined;
  const months = base === 'month-fee' ? monthsNamed(folded) : 1;
  const part =
    figure ??
    ({
      amount: months === undefined || months === 1 ? 100 : 1,
      unit: months === undefined || months === 1 ? 'percent' : 'times',
    } as const);
  if (base === undefined || months === undefined) return { ...part, of: { words } };
  return { ...part, amount: Number((part.amount * months).toPrecision(12)), of: base };
}

/** What was paid with vouchers is not part of the fee: only where the words say so. */
export function leavesOutVouchers(words: string): boolean {
  return /(?:不(?:含|包括|包含|计)|扣除|减去|除去)[^，。；]{0,16}代金券|代金券[^，。；]{0,12}(?:除外|不计|扣除)|(?:exclud\w+|less|net of|without)[^.;]{0,30}voucher/iu.test(
    words,
  );
}
