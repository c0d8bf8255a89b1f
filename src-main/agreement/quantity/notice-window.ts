import { LENGTH_UNITS, type LengthUnit, type Quantity } from '../fact.ts';
import { counted } from './typed.ts';
import { inDigits } from './written-numbers.ts';

/** When a notice may be given, as so long before a day: it opens at the longer of two lengths and closes at the shorter. */
export interface NoticeWindow {
  readonly opens: Quantity;
  readonly closes: Quantity;
}

const WORDS: Readonly<Record<LengthUnit, string>> = {
  'working-day': '个?(?:工作日|营业日)|(?:business|working)[ -]days?',
  minute: '分钟|minutes?',
  hour: '个?小时|hours?',
  day: '个?(?:自然日|日历日|天|日)|(?:calendar )?days?',
  month: '个?月|months?',
  year: '年|years?',
};
const UNIT = LENGTH_UNITS.map((unit) => `(?:${WORDS[unit]})`).join('|');
const LENGTH = `(\\d+)\\s*(${UNIT})`;
const MAYBE = `(\\d+)\\s*(${UNIT})?`;

/** At least so long and at most so long before: `不少于30日且不超过90日`, `not less than 30 and not more than 90 days`. */
const TWO_ENDS = [
  `(?:不(?:得)?(?:少于|低于|迟于|晚于)|至少|最少)\\s*${LENGTH}[^。；;\\d]{0,10}(?:不(?:得)?(?:超过|多于|高于|早于)|至多|最多)\\s*${LENGTH}`,
  `(?:不(?:得)?(?:超过|多于|高于|早于)|至多|最多)\\s*${LENGTH}[^。；;\\d]{0,10}(?:不(?:得)?(?:少于|低于|迟于|晚于)|至少|最少)\\s*${LENGTH}`,
  `前\\s*(?:的\\s*)?${MAYBE}\\s*(?:至|到|-|–|—|~|～)\\s*(?:前\\s*)?${LENGTH}`,
  `前\\s*${LENGTH}\\s*(?:内|以内|之内|起)?\\s*[、,，]?\\s*(?:且|但|并)?(?:不(?:晚|迟)于|至迟|至|到)?\\s*(?:(?:合同|协议|服务)?(?:期限?|有效期)?(?:期满|届满|到期|满)(?:之?日)?)?(?:之)?前?\\s*${LENGTH}\\s*(?:前|以前|之前|止|为止)`,
  `(?:not?\\s(?:less|fewer|later)\\sthan|at\\sleast)\\s*${MAYBE}[^.;\\d]{0,40}?(?:more|earlier|greater)\\sthan\\s*${LENGTH}`,
  `(?:not?\\s(?:more|earlier)\\sthan|at\\smost)\\s*${MAYBE}[^.;\\d]{0,40}?(?:less|fewer|later)\\sthan\\s*${LENGTH}`,
  `between\\s*${MAYBE}\\s*and\\s*${LENGTH}`,
].map((source) => new RegExp(source, 'iu'));

const NAMED = LENGTH_UNITS.map((unit) => [unit, new RegExp(`^(?:${WORDS[unit]})$`, 'iu')] as const);
const unitOf = (word: string): LengthUnit => NAMED.find(([, pattern]) => pattern.test(word))?.[0] ?? 'day';

/** For putting lengths in order only. */
const HOURS: Readonly<Record<LengthUnit, number>> = {
  minute: 1 / 60,
  hour: 1,
  day: 24,
  'working-day': 34,
  month: 730,
  year: 8760,
};

/** The two ends between which a notice may be given, by the words; absent where they name one end or none. */
export function noticeWindow(words: string): NoticeWindow | undefined {
  const once = words
    .normalize('NFKC')
    .replace(/(?:[a-z]+(?:-[a-z]+)?|[一二三四五六七八九十百两]+)\s*\((\d+)\)/giu, '$1');
  const folded = counted(inDigits(once));
  const found = TWO_ENDS.map((pattern) => pattern.exec(folded)).find((match) => match !== null);
  if (!found) return undefined;
  const [, first = '', firstUnit, second = '', secondUnit = ''] = found;
  const unit = unitOf(secondUnit);
  const ends = [
    { value: Number(first), unit: firstUnit === undefined ? unit : unitOf(firstUnit) },
    { value: Number(second), unit },
  ].toSorted((a, b) => a.value * HOURS[a.unit] - b.value * HOURS[b.unit]);
  const [closes, opens] = ends;
  return closes && opens && { opens, closes };
}
