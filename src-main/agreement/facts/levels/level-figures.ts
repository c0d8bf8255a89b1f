import type { MoneyMark } from '../../quantity/fee-value.ts';
import { amountsIn, markOf } from '../../quantity/yuan.ts';
import type { Stretch } from '../../meaning/sentences.ts';
import { discountsIn } from '../../quantity/shares/discounts.ts';
import { feeSharesIn, type WordedShare } from '../../quantity/shares/worded-shares.ts';
import { inDigits } from '../../quantity/written-numbers.ts';

/** One figure of a service-level text with what the words around it make of it. */
export interface LevelFigure extends Stretch {
  readonly value: number;
  readonly as: 'below' | 'from' | 'plain';
  readonly percent: boolean;
  /** A sum of money, in what its words name. */
  readonly money?: { readonly currency?: MoneyMark };
  /** The promise by its name, without a figure of its own. */
  readonly named?: true;
}

export const BELOW_BEFORE =
  /(?:(?<!不|不会|不应|不得|不能)低于|(?<!不|不会|不应|不得|不能)小于(?!或?等于)|(?<!不|不会|不应|不得|不能)少于|不足|未达到?|未满|达不到|不到|(?<![<>])<(?!=)|less than(?! or equal)|below|under|lower than|fewer than|falls? short of|不高于|不超过|(?:小|低|少)于(?:或|且)?等于|<=|≤|≦|at most|no more than|less than or equal to|up to|but not including)\s*(?:a |an )?$/iu;
const FROM_BEFORE =
  /(?:等于或(?:者)?(?:高|大|多)于|(?:高|大|多)于(?:或|且|或者)?等于|不(?:会|应|得|能)?(?:低于|小于|少于)|(?<![未不]|没有|未能|无法|不能)达到|>=|≥|≧|至少|greater than or equal to|equal(?:s)? (?:to )?or (?:is )?(?:greater|higher|more) than(?: or equal to)?|equal to or (?:above|exceeding|exceeds)|at least|(?:no|not) (?:less|lower) than|or above|高于|大于|超过|(?<![<>=])>(?!=)|greater than|above|more than|higher than|exceeds)\s*$/iu;
const BELOW_AFTER = /^\s*(?:[（(]\s*(?:不含|不包含|exclusive)\s*[)）])?\s*(?:以下|以内|or (?:less|lower|below))/iu;
const FROM_AFTER =
  /^\s*(?:[（(]\s*(?:含|包含|inclusive)\s*[)）])?\s*(?:及)?(?:以上|or (?:more|above|higher|greater))/iu;
const FROM_REVERSED = /^\s*(?:<=|≤|≦|<)\s*[^\d\s<>≤≥]/u;
const BELOW_REVERSED = /^\s*(?:>=|≥|≧|>)\s*[^\d\s<>≤≥]/u;
const RANGE_BETWEEN =
  /^\s*(?:[（(]\s*(?:含|包含|不含|不包含|inclusive|exclusive)\s*[)）])?\s*(?:-|–|—|−|~|～|至|到|to|and|,|，|、)\s*(?:<|less than|below)?\s*$/iu;
/** Joined by `and` in Chinese, two figures are the ends of a range only where the words behind them say so. */
const AND_BETWEEN = /^\s*(?:[（(]\s*(?:不?含|不?包含)\s*[)）])?\s*(?:与|和|及)\s*$/u;
const BETWEEN_AFTER = /^\s*(?:[（(]\s*(?:不?含|不?包含)\s*[)）])?\s*(?:之间|间)/u;
/** The promise by its name, as the upper bound of a tier; where its figure stands beside it, that is read. */
const PROMISE_NAMED =
  /(?:低于|未(?:能)?(?:达到?|满足)|达不到|不满足|不足|小于|少于|(?<=%\s?(?:[（(]不?含[)）]\s?)?[至到与和~～–—-]\s*))(?:上述|前述|该|本条|所)*(?:的)?(?:月度)?(?:服务)?(?:可用性|可用率)?(?:的)?(?:承诺|保证|约定)(?:的)?(?:月度)?(?:服务)?(?:可用性|可用率)?(?:值|水平|标准|指标)?(?![^，。；但且]{0,6}\d)|(?:\b(?:below|under|less\sthan|lower\sthan|short\sof|(?:not|to)\s(?:meet|reach|achieve|satisfy)|misses)\s|(?<=%\s?(?:and|to|up\sto)\s))(?:(?:the|that|this|our|such)\s(?:\w+\s){0,3}?(?:promised?|commitment|committed|guaranteed?)|(?:what\s(?:is|was|we(?:\shave)?)\s|as\s)?(?:promised?|committed|guaranteed))\b(?:\s(?:level|value|availability|uptime|percentage|figure|rate)\b)*(?!\s\(?(?:of\s)?\d)/giu;
const CAPPED = /(?:不超过|最高|上限|至多|不得超过|up to|maximum|exceed|capped|not more than)\s*[^\d，,;；]{0,24}$/iu;
export const FIGURE =
  /(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s*(%|per\s?cent\b|倍|times\b|(?:个)?(?:自然)?(?:天|日|小时)|(?:days?|hours?)\b)?/giu;
type Figure = { -readonly [Key in keyof LevelFigure]: LevelFigure[Key] } & { readonly length: boolean };

/** Which side of a bound the words around a figure make it. */
function sideOf(before: string, after: string): LevelFigure['as'] {
  if (FROM_BEFORE.test(before) || FROM_AFTER.test(after) || FROM_REVERSED.test(after)) return 'from';
  return BELOW_BEFORE.test(before) || BELOW_AFTER.test(after) || BELOW_REVERSED.test(after) ? 'below' : 'plain';
}

function isRange(text: string, figure: Stretch, next: Stretch): boolean {
  const between = text.slice(figure.end, next.start);
  return RANGE_BETWEEN.test(between) || (AND_BETWEEN.test(between) && BETWEEN_AFTER.test(text.slice(next.end)));
}

/** Places that name the promise as the bound above them; without a number where it is not known, so that no tier is made of it. */
const promisesNamed = (text: string, promise: number): readonly Figure[] =>
  [...text.matchAll(PROMISE_NAMED)].map(({ index, 0: words }) => ({
    ...{ start: index, end: index + words.length, value: promise },
    ...({ as: 'below', percent: true, length: false, named: true } as const),
  }));

/** Sums of money, each in its currency. */
const sumsIn = (text: string): readonly Figure[] =>
  amountsIn(text).flatMap((sum): readonly Figure[] => {
    const { start, end } = sum;
    const { value, currency } = markOf(sum) ?? {};
    const before = text.slice(Math.max(0, start - 48), start);
    const as = sideOf(before, text.slice(end, end + 24));
    if (value === undefined) return [];
    return [{ start, end, value, as, percent: false, length: true, money: currency === undefined ? {} : { currency } }];
  });

const plainShare = ({ start, end, percent }: WordedShare): Figure => ({
  ...{ start, end, value: percent },
  ...({ as: 'plain', percent: true, length: false } as const),
});

const meets = (one: Stretch, other: Stretch): boolean => one.start < other.end && other.start < one.end;

/** Shares of a fee in words, all of it included: what is given, and no bound. What caps the credit gives none. */
const sharesInWords = (text: string, figures: readonly Figure[]): readonly Figure[] =>
  feeSharesIn(text)
    .filter(({ start, end }) => !figures.some((other) => other.start < end && start < other.end))
    .filter(({ start }) => !CAPPED.test(text.slice(Math.max(0, start - 48), start)))
    .map(plainShare);

/** Two figures with a dash between them are the ends of one range. */
function joinRanges(found: readonly Figure[], text: string): void {
  for (const [index, figure] of found.entries()) {
    const next = found[index + 1];
    if (!next || figure.length || next.length || !isRange(text, figure, next)) continue;
    // What a bound is parted from by a comma is given for it: `at least 96%, 20%`.
    if (figure.as === 'from' && next.as === 'plain' && !/[,，、]/u.test(text.slice(figure.end, next.start)))
      next.as = 'below';
    if (figure.as !== 'plain' || next.as === 'from') continue;
    const rising = figure.value <= next.value;
    figure.as = rising ? 'from' : 'below';
    next.as = rising ? 'below' : 'from';
  }
}

/** 百分之十（10%） and ten percent (10%) say one figure twice. */
const saysAgain = (last: Figure, { value, percent }: Pick<Figure, 'value' | 'percent'>, before: string): boolean =>
  last.value === value && last.percent === percent && /^\s*[（(]\s*$/u.test(before);

/**
 * Figures of a text made `plain`, in order; `bare` also takes figures without a percent sign (a column of plain numbers).
 * @param promise what the document promises, for words that name it and give no figure
 */
export function levelFigures(written: string, bare: boolean, promise = Number.NaN): readonly LevelFigure[] {
  const text = inDigits(written);
  const sums = sumsIn(text);
  const found: Figure[] = [];
  for (const match of text.matchAll(FIGURE)) {
    if (sums.some(({ start, end }) => match.index >= start && match.index < end)) continue;
    const before = text.slice(Math.max(found.at(-1)?.end ?? 0, match.index - 48), match.index);
    const unit = match[2] ?? '';
    const percent = /%|cent/iu.test(unit);
    if ((unit === '' && !bare) || /[\d.]/u.test(text[match.index - 1] ?? '')) continue;
    const end = match.index + match[0].trimEnd().length;
    const value = Number((match[1] ?? '').replaceAll(',', ''));
    const last = found.at(-1);
    if (last && saysAgain(last, { value, percent }, before)) {
      last.end = end;
      continue;
    }
    const as = sideOf(before, text.slice(end, end + 24));
    if (percent && as === 'plain' && CAPPED.test(before)) continue;
    found.push({ start: match.index, end, value, as, percent, length: unit !== '' && !percent });
  }
  const isCap = ({ as, start }: Figure): boolean =>
    as === 'plain' && CAPPED.test(text.slice(Math.max(0, start - 48), start));
  const charged = discountsIn(text).filter((share) => !found.some((each) => each.as !== 'plain' && meets(each, share)));
  const given = found.filter((each) => !charged.some((share) => meets(each, share)));
  const all = [
    ...given,
    ...charged.map(plainShare),
    ...sums.filter((sum) => !isCap(sum)),
    ...sharesInWords(text, [...given, ...charged.map(plainShare)]),
    ...promisesNamed(text, promise),
  ].toSorted((a, b) => a.start - b.start);
  joinRanges(all, text);
  return all;
}

/** Whether a text bounds a tier by the promise without its figure. */
export const namesPromise = (text: string): boolean => text.search(PROMISE_NAMED) >= 0;
