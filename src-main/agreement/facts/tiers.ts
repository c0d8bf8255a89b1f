import type { CreditTier } from '../legacy-fact.ts';
import { plain, type Stretch } from '../meaning/sentences.ts';
import { inDigits } from '../quantity/written-numbers.ts';

/** One figure of a service-level text with what the words around it make of it. */
export interface LevelFigure extends Stretch {
  readonly value: number;
  readonly as: 'below' | 'from' | 'plain';
  readonly percent: boolean;
  /** The promise by its name, without a figure of its own. */
  readonly named?: true;
}

/** A tier, and the figures it was read from, so that they are not read again as a promise. */
export interface ReadTier extends Stretch {
  readonly tier: CreditTier;
  /** `%-of-monthly-fee`, `times` of a fee, a sum of `money`, or the days or hours of service that are given instead. */
  readonly unit: string;
  /** Its own words up to the next tier: they say what the credit is a share of. */
  readonly words?: string;
  /** A figure of the same sentence that no tier accounts for, with the words before it: the tier is not certain. */
  readonly doubt?: string;
}

const BELOW_BEFORE =
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
  /(?:低于|未(?:能)?(?:达到?|满足)|达不到|不满足|不足|小于|少于|(?<=%\s?(?:[（(]不?含[)）]\s?)?[至到与和~～–—-]\s*))(?:上述|前述|该|本条|所)*(?:的)?(?:月度)?(?:服务)?(?:可用性|可用率)?(?:的)?(?:承诺|保证|约定)(?:的)?(?:月度)?(?:服务)?(?:可用性|可用率)?(?:值|水平|标准|指标)?(?![^，。；但且]{0,6}\d)|(?:\b(?:below|under|less\sthan|lower\sthan|short\sof|(?:not|to)\s(?:meet|reach|achieve|satisfy)|misses)\s|(?<=%\s?(?:and|to|up\sto)\s))(?:the|that|this|our|such)\s(?:\w+\s){0,3}?(?:promised?|commitment|committed|guaranteed?)\b(?:\s(?:level|value|availability|uptime|percentage|figure|rate)\b)*(?!\s\(?(?:of\s)?\d)/giu;
const CAPPED = /(?:不超过|最高|上限|至多|不得超过|up to|maximum|exceed|capped|not more than)\s*[^\d，,;；]{0,24}$/iu;
const CREDIT_WORDS =
  /赔偿|补偿|赔付|抵扣|抵用|代金券|减免|减收|免收|返还|退还|退回|延长|赠送|credit|refund|compensat|rebate|discount|\bback\b/iu;
/** “One day more for each 0.1 % below” is no list of tiers. */
const PER_STEP = /每(?:低|降低|下降|减少|超过|增加)|for (?:each|every)/iu;
/** A share of a fee is given even where no word says so: `低于99.9%：月费的10%`, `below 99.9%: 10% of the monthly fee`. */
const SHARE_OF_FEE = /[费款]用?的?\s*\d+(?:\.\d+)?\s*%|%\s+of\s[^.;]{0,30}\b(?:fees?|charges?|bill|price|rent)\b/iu;
const FULL = /全额|全部(?:月度)?(?:服务)?费|full (?:monthly )?(?:fee|charge|refund|credit)/iu;
const FIGURE =
  /(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s*(%|per\s?cent\b|倍|times\b|元|(?:个)?(?:自然)?(?:天|日|小时)|(?:days?|hours?)\b)?/giu;
/** A sum whose currency stands before it: `USD 500`, `￥500`. */
const CURRENCY_BEFORE = /(?:[$€£¥￥]|\b(?:USD|EUR|GBP|HKD|RMB|CNY))\s?$/iu;
const MONEY_UNIT = /^元$/u;

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
  const found: Figure[] = [];
  for (const match of text.matchAll(FIGURE)) {
    const before = text.slice(Math.max(found.at(-1)?.end ?? 0, match.index - 48), match.index);
    const unit = match[2] ?? (CURRENCY_BEFORE.test(before) ? '元' : '');
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
    if ((percent || MONEY_UNIT.test(unit)) && as === 'plain' && CAPPED.test(before)) continue;
    found.push({ start: match.index, end, value, as, percent, length: unit !== '' && !percent });
  }
  const all = [...found, ...promisesNamed(text, promise)].toSorted((a, b) => a.start - b.start);
  joinRanges(all, text);
  return all;
}

interface Bounds {
  readonly below: number;
  readonly from?: number;
}

function boundsOf(figures: readonly LevelFigure[]): Bounds | undefined {
  const below = figures.find((figure) => figure.as === 'below')?.value;
  const from = figures.find((figure) => figure.as === 'from')?.value;
  if (below === undefined || !(below <= 100) || (from !== undefined && !(from < below))) return undefined;
  return from === undefined || from === 0 ? { below } : { below, from };
}

function creditOf(written: string): { readonly credit: number; readonly unit: string } | undefined {
  const cell = inDigits(written);
  const figure = [...cell.matchAll(FIGURE)].find((match) => match[2] !== undefined);
  if (!figure) return FULL.test(cell) ? { credit: 100, unit: '%-of-monthly-fee' } : undefined;
  const unit = figure[2] ?? '';
  if (/%|cent/iu.test(unit)) return { credit: Number(figure[1]), unit: '%-of-monthly-fee' };
  const credit = Number((figure[1] ?? '').replaceAll(',', ''));
  if (/倍|times/iu.test(unit)) return { credit, unit: 'times' };
  if (MONEY_UNIT.test(unit)) return { credit, unit: 'money' };
  return { credit, unit: /小时|hour/iu.test(unit) ? 'hours of service' : 'days of service' };
}

interface TableRow {
  readonly row: number;
  /** The class that the row is of, where the table has several. */
  readonly scope?: Readonly<Record<string, string>>;
}

interface Column {
  readonly head: string;
  readonly cells: readonly string[];
}

/** A class has a name: no mere number, no figure with its unit. */
const isName = (cell: string): boolean =>
  /\p{L}{2}/u.test(cell) && !/[%<>≥≤＜＞]|\d\s*(?:分钟|天|小时|minutes?|days?|hours?)/iu.test(cell);

const overlap = (one: Bounds, other: Bounds): boolean =>
  Math.max(one.from ?? 0, other.from ?? 0) < Math.min(one.below, other.below);

/**
 * The class of every row, by the columns that name one; a blank cell is of the class above it. Only where the bounds of two rows
 * overlap: a table whose rows make one ladder has no classes, whatever its rows are called.
 */
function classesOf(
  columns: readonly Column[],
  bounds: readonly (readonly (Bounds | undefined)[])[],
): readonly (Readonly<Record<string, string>> | undefined)[] {
  const rows = columns[0]?.cells.length ?? 0;
  const own = Array.from({ length: rows }, (_unused, row) => bounds.find((cells) => cells[row])?.[row]);
  const several = own.some(
    (one, row) => one && own.slice(row + 1).some((other) => other !== undefined && overlap(one, other)),
  );
  const naming = columns.filter(
    ({ head, cells }, column) =>
      bounds[column]?.every((cell) => cell === undefined) === true &&
      !CREDIT_WORDS.test(head) &&
      cells.every((cell) => cell.trim() === '' || isName(cell)) &&
      cells.every((cell) => creditOf(cell) === undefined) &&
      new Set(cells.filter((cell) => cell.trim() !== '')).size > 1,
  );
  if (!several || naming.length === 0) return [];
  const filled = naming.map(({ cells }) => {
    let above = '';
    return cells.map((cell) => (above = cell.trim() === '' ? above : cell.trim()));
  });
  return own.map((_unused, row) => {
    const named = naming.flatMap(({ head }, index): readonly (readonly [string, string])[] => {
      const cell = filled[index]?.[row] ?? '';
      return cell === '' ? [] : [[index === 0 ? 'class' : head || `class-${index + 1}`, cell]];
    });
    return named.length === 0 ? undefined : Object.fromEntries(named);
  });
}

/** Whether a sentence bounds a tier: a promise that is only named (`where it is not kept, …`) does so beside a figure that is given for it. */
export const limits = (figures: readonly LevelFigure[]): boolean =>
  figures.some(({ as, named }) => as === 'below' && (!named || figures.some((each) => each.as === 'plain')));

/** Whether a text bounds a tier by the promise without its figure. */
export const namesPromise = (text: string): boolean => text.search(PROMISE_NAMED) >= 0;

/** Tiers of a table: the column of bounds is found by its comparisons, the column of credits by its figures, in either order. */
export function tableTiers(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  promise?: number,
): readonly (ReadTier & TableRow)[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_unused, column) => ({
    head: plain(header[column] ?? ''),
    cells: rows.map((row) => plain(row[column] ?? '')),
  }));
  const bounds = columns.map(({ head, cells }) =>
    cells.map((cell) => {
      const own = boundsOf(levelFigures(cell, true, promise));
      if (own) return own;
      const [only, second] = levelFigures(cell, true);
      return only && !second && only.as === 'plain' && BELOW_BEFORE.test(`${head.replace(/[（(].*$/u, '').trim()} `)
        ? { below: only.value }
        : undefined;
    }),
  );
  const level = bounds.map((cells) => cells.filter((cell) => cell !== undefined).length);
  const best = Math.max(0, ...level);
  if (best === 0) return [];
  const classes = classesOf(columns, bounds);
  const tiers: (ReadTier & TableRow)[] = [];
  for (const [column, cells] of bounds.entries()) {
    if ((level[column] ?? 0) < best) continue;
    for (const [other, credits] of columns.entries()) {
      if (level[other] !== 0 || (!CREDIT_WORDS.test(credits.head) && !credits.cells.some((cell) => creditOf(cell))))
        continue;
      if (/可用|uptime|availab|分钟|minutes|downtime/iu.test(credits.head) && !CREDIT_WORDS.test(credits.head))
        continue;
      for (const [row, bound] of cells.entries()) {
        const credit = creditOf(credits.cells[row] ?? '');
        if (bound && credit)
          tiers.push({
            tier: { ...bound, credit: credit.credit },
            unit: credit.unit,
            row,
            ...(classes[row] && { scope: classes[row] }),
            start: 0,
            end: 0,
          });
      }
    }
  }
  return tiers;
}

interface Group {
  readonly bounds: LevelFigure[];
  credit?: LevelFigure;
}

/** By when something is done, or how long an outage was: no credit in days. */
const isTimeLimit = (text: string, { start, end, percent }: LevelFigure): boolean =>
  !percent &&
  (/^\s*(?:之|以)?(?:内|前|后)|^\s*(?:after|before|of\s(?:receipt|the\send))/iu.test(text.slice(end, end + 16)) ||
    /(?:within|超过|达到?|逾|more than|exceeds?)\s*$/iu.test(text.slice(Math.max(0, start - 12), start)));

/** Bounds and the credit that goes with them, in the order of the text or, where the credit stands first, against it. */
function groupsOf(text: string, figures: readonly LevelFigure[]): readonly Group[] {
  const groups: Group[] = [];
  let group: Group = { bounds: [] };
  for (const figure of figures) {
    if (figure.percent && figure.as !== 'plain') {
      if (group.credit) {
        groups.push(group);
        group = { bounds: [] };
      }
      group.bounds.push(figure);
    } else if (group.bounds.length > 0 && !isTimeLimit(text, figure)) group.credit ??= figure;
  }
  groups.push(group);
  return groups;
}

/**
 * The figures of a sentence that say what is promised before it says what is given below that: “not less than 99.9%; below 99.9%, a
 * credit of …”. They bound no tier, since nothing lies both below them and not below them.
 */
export function promisedFigures(figures: readonly LevelFigure[]): ReadonlySet<LevelFigure> {
  const level = figures.filter(({ percent, as }) => percent && as !== 'plain');
  return new Set(
    level.filter(
      ({ as, value }, index) =>
        as === 'from' &&
        level.slice(index + 1).some((next) => next.as === 'below') &&
        level.slice(index + 1).every((next) => next.value <= value) &&
        level[index - 1]?.as !== 'below',
    ),
  );
}

/** What a figure gives: a share or a sum. How long something lasts, or by when it is done, gives nothing by itself. */
const givesShare = (text: string, figure: LevelFigure): boolean =>
  figure.percent || /(?:倍|times|元)\s*$/iu.test(text.slice(figure.start, figure.end));

/** The first figure that gives something and that no tier accounts for, with the words before it. */
function leftOver(text: string, figures: readonly LevelFigure[], used: ReadonlySet<LevelFigure>): string | undefined {
  const at = figures.findIndex((figure) => figure.as === 'plain' && !used.has(figure) && givesShare(text, figure));
  const figure = figures[at];
  if (!figure) return undefined;
  const from = Math.max(figures[at - 1]?.end ?? 0, figure.start - 40);
  return text
    .slice(from, figure.end)
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .trim();
}

/** Tiers told in a sentence made `plain`: “below 99.9% but not below 99%: 10%”, or the credit first and its bounds after. */
export function proseTiers(written: string, promise?: number): readonly ReadTier[] {
  const text = inDigits(written);
  if (!(CREDIT_WORDS.test(text) || SHARE_OF_FEE.test(text)) || PER_STEP.test(text)) return [];
  const all = levelFigures(text, false, promise);
  const promised = promisedFigures(all);
  const figures = all.filter((figure) => !promised.has(figure));
  const level = figures.filter((figure) => figure.percent && figure.as !== 'plain');
  if (!level.some((figure) => figure.as === 'below')) return [];
  const creditFirst = figures[0]?.as === 'plain' && figures.at(-1)?.as !== 'plain';
  const groups = creditFirst ? groupsOf(text, figures.toReversed()).toReversed() : groupsOf(text, figures);
  const used = new Set<LevelFigure>();
  const tiers = groups.flatMap(({ bounds, credit }, index): ReadTier[] => {
    const bound = boundsOf(bounds);
    if (!bound || !credit) return [];
    const unit = creditOf(text.slice(credit.start, credit.end))?.unit ?? sumUnit(text, credit);
    if (unit === undefined) return [];
    used.add(credit);
    const spans = [...bounds, credit];
    const start = Math.min(...spans.map((span) => span.start));
    const end = Math.max(...spans.map((span) => span.end));
    const next = groups[index + 1];
    const until = creditFirst ? end : Math.min(text.length, ...(next?.bounds ?? []).map((span) => span.start));
    const from = creditFirst ? Math.max(0, ...(groups[index - 1]?.bounds ?? []).map((span) => span.end)) : start;
    return [{ tier: { ...bound, credit: credit.value }, unit, start, end, words: written.slice(from, until) }];
  });
  const doubt = tiers.length === 0 ? undefined : leftOver(text, figures, used);
  return doubt === undefined ? tiers : tiers.map((tier) => ({ ...tier, doubt }));
}

/** A sum of money whose currency stands before it has no unit behind it. */
const sumUnit = (text: string, { start }: LevelFigure): string | undefined =>
  CURRENCY_BEFORE.test(text.slice(Math.max(0, start - 6), start)) ? 'money' : undefined;
