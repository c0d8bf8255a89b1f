import type { CreditTier } from '../legacy-fact.ts';
import { plain, type Stretch } from '../meaning/sentences.ts';
import type { MoneyMark } from '../quantity/fee-value.ts';
import { NAMES_LOST_TIME } from '../quantity/lost-time.ts';
import { givenForEach } from '../quantity/shares/credit-words.ts';
import { discountsIn } from '../quantity/shares/discounts.ts';
import { feeSharesIn, hasUnreadPart } from '../quantity/shares/worded-shares.ts';
import { inDigits } from '../quantity/written-numbers.ts';
import { BELOW_BEFORE, FIGURE, type LevelFigure, levelFigures } from './levels/level-figures.ts';

/** A tier, and the figures it was read from, so that they are not read again as a promise. */
export interface ReadTier extends Stretch {
  readonly tier: CreditTier;
  /** `%-of-monthly-fee`, `times` of a fee, a sum of `money`, or the days or hours of service that are given instead. */
  readonly unit: string;
  /** Its own words up to the next tier: they say what the credit is a share of. */
  readonly words?: string;
  /** Of a sum: what its words say it is in. */
  readonly currency?: MoneyMark;
  /** Given once for every outage. */
  readonly each?: 'outage';
  /** A figure of the same sentence that no tier accounts for, with the words before it: the tier is not certain. */
  readonly doubt?: string;
}

const CREDIT_WORDS =
  /赔偿|补偿|赔付|抵扣|抵用|代金券|减免|减收|免收|返还|退还|退回|延长|赠送|credit|refund|compensat|rebate|discount|\bback\b|%\s?off\b|\b(?:fees?|charges?|bill|price|rent)\b[^.;,]{0,24}\b(?:reduced|lowered|cut|decreased)\s(?:by|to)\b/iu;
/** “One day more for each 0.1 % below” is no list of tiers. */
const PER_STEP =
  /每(?:低|降低|下降|减少|超过|增加)|for (?:each|every)(?!\s(?:such\s|single\s|individual\s)?(?:outage|incident|interruption|failure|event|occurrence))/iu;
/** A share of a fee is given even where no word says so: `低于99.9%：月费的10%`, `below 99.9%: 10% of the monthly fee`. */
const SHARE_OF_FEE = /[费款]用?的?\s*\d+(?:\.\d+)?\s*%|%\s+of\s[^.;]{0,30}\b(?:fees?|charges?|bill|price|rent)\b/iu;

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

/** `全额退还`, `the whole monthly fee`, `half of the fees`: a cell that says a share without a figure. */
function creditInWords(cell: string): { readonly credit: number; readonly unit: string } | undefined {
  const [only, other] = feeSharesIn(cell);
  return only && !other ? { credit: only.percent, unit: SHARE_UNIT } : undefined;
}

const SHARE_UNIT = '%-of-monthly-fee';

/** What a tier gives: so much of a unit, a sum in its currency, once for the period or once for every outage. */
type Given = Pick<ReadTier, 'unit' | 'currency' | 'each'> & { readonly credit: number };

function creditOf(written: string): Given | undefined {
  const cell = inDigits(written);
  const [charged] = discountsIn(cell);
  if (charged) return { credit: charged.percent, unit: SHARE_UNIT };
  const sum = levelFigures(cell, false).find(({ money }) => money);
  const figure = [...cell.matchAll(FIGURE)].find((match) => match[2] !== undefined);
  const each = givenForEach(cell) === 'outage' ? ({ each: 'outage' } as const) : {};
  if (sum?.money && (!figure || sum.start <= figure.index))
    return { credit: sum.value, unit: 'money', ...sum.money, ...each };
  if (!figure) return creditInWords(cell);
  const unit = figure[2] ?? '';
  if (/%|cent/iu.test(unit)) return { credit: Number(figure[1]), unit: SHARE_UNIT, ...each };
  const credit = Number((figure[1] ?? '').replaceAll(',', ''));
  if (/倍|times/iu.test(unit)) return { credit, unit: 'times', ...each };
  return { credit, unit: /小时|hour/iu.test(unit) ? 'hours of service' : 'days of service', ...each };
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
        if (bound && credit) {
          const { credit: amount, ...given } = credit;
          tiers.push({
            tier: { ...bound, credit: amount },
            ...given,
            row,
            ...(classes[row] && { scope: classes[row] }),
            start: 0,
            end: 0,
          });
        }
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

/** Whether a bound begins the next line of a list whose line before gave nothing that was read. */
function isNextLine(text: string, bounds: readonly LevelFigure[], figure: LevelFigure): boolean {
  const last = bounds.at(-1);
  if (!last || figure.as !== 'below' || !bounds.some(({ as }) => as === 'below')) return false;
  const [one, other] = last.start < figure.start ? [last, figure] : [figure, last];
  return /[；;。\n]/u.test(text.slice(one.end, other.start));
}

/** What a line of a list gives is more than a right to leave. */
const GIVES = /费|款|券|金额|折|fees?\b|charges?\b|credit|money|bill|\bpa(?:y|id)\b/iu;
const LEAVES = /终止|解除|退订|解约|terminat|cancel|\bend\b/iu;

/** The words of the first line that bounds a level and gives something nobody read; the tiers above it end at nobody knows what. */
function unreadIn(text: string, groups: readonly Group[]): string | undefined {
  for (const { bounds, credit } of groups) {
    const start = Math.min(...bounds.map((each) => each.start));
    if (credit || !boundsOf(bounds) || bounds.every(({ named }) => named === true)) continue;
    const from = Math.max(0, ...['；', ';', '。', '，', ','].map((stop) => text.lastIndexOf(stop, start) + 1));
    const [line = ''] = text.slice(from).split(/[；;。\n]/u);
    const words = CREDIT_WORDS.test(line) || GIVES.test(line);
    if (words && !LEAVES.test(line)) return line.trim().slice(0, LONGEST_LINE);
  }
  return undefined;
}
const LONGEST_LINE = 80;

/**
 * The words of a sentence made `plain` that bounds a level and says what it costs there, of which nothing was read.
 * @param bounds levels that tiers were read for
 */
export function lineUnread(text: string, bounds: ReadonlySet<number | undefined>): string | undefined {
  if (!hasUnreadPart(text) || PER_STEP.test(text)) return undefined;
  const figures = levelFigures(text, false).filter(({ percent }) => percent);
  if (figures.some(({ as, value }) => as === 'plain' || bounds.has(value))) return undefined;
  return unreadIn(text, groupsOf(text, figures));
}

/** Bounds and the credit that goes with them, in the order of the text or, where the credit stands first, against it. */
function groupsOf(text: string, figures: readonly LevelFigure[]): readonly Group[] {
  const groups: Group[] = [];
  let group: Group = { bounds: [] };
  for (const figure of figures) {
    if (figure.percent && figure.as !== 'plain') {
      if (group.credit || isNextLine(text, group.bounds, figure)) {
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
  figure.percent || figure.money !== undefined || /(?:倍|times)\s*$/iu.test(text.slice(figure.start, figure.end));

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
  if (PER_STEP.test(text)) return [];
  const shares = [...feeSharesIn(text), ...discountsIn(text)];
  if (!(CREDIT_WORDS.test(text) || SHARE_OF_FEE.test(text) || shares.length > 0)) return [];
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
    const given = givenBy(text, credit);
    used.add(credit);
    const spans = [...bounds, credit];
    const start = Math.min(...spans.map((span) => span.start));
    const end = Math.max(...spans.map((span) => span.end));
    const next = groups[index + 1];
    const until = creditFirst ? end : Math.min(text.length, ...(next?.bounds ?? []).map((span) => span.start));
    const from = creditFirst ? Math.max(0, ...(groups[index - 1]?.bounds ?? []).map((span) => span.end)) : start;
    const words = written.slice(from, until);
    // So many times the time that was lost is time, and no share of a fee.
    if (given.unit === 'times' && NAMES_LOST_TIME.test(words) && !/费|款|fees?\b|charges?\b/iu.test(words)) return [];
    const over = overAndOver(text, { start, end }, credit);
    return [{ tier: { ...bound, credit: credit.value }, ...given, ...over, start, end, words }];
  });
  const doubt = tiers.length === 0 ? undefined : (leftOver(text, figures, used) ?? unreadIn(text, groups));
  return doubt === undefined ? tiers : tiers.map((tier) => ({ doubt, ...tier }));
}

/** What the figure of a credit gives: a share, a sum in its currency, or time. */
function givenBy(text: string, { percent, money, start, end }: LevelFigure): Pick<ReadTier, 'unit' | 'currency'> {
  if (percent) return { unit: SHARE_UNIT };
  if (money) return { unit: 'money', ...money };
  return { unit: creditOf(text.slice(start, end))?.unit ?? 'times' };
}

/** Whether the words between the bound and what is given, or right behind that, give it over and over; for what nobody counts, in doubt. */
function overAndOver(text: string, { start, end }: Stretch, credit: LevelFigure): Pick<ReadTier, 'each' | 'doubt'> {
  const [behind = ''] = text.slice(end).split(/[，。；,;]/u);
  const [ahead = ''] = text
    .slice(0, start)
    .split(/[。；;]/u)
    .slice(-1);
  const words = `${text.slice(start, end)}${behind}`;
  const given = givenForEach(words);
  if (given === 'other') return { doubt: text.slice(Math.min(start, credit.start), end + behind.length).trim() };
  return given === 'outage' || givenForEach(ahead) === 'outage' ? { each: 'outage' } : {};
}
