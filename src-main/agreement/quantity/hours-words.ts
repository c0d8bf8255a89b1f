import type { HoursDays, HoursValue } from '../fact.ts';

/** `9:00`, `上午9点`, `9时30分`, `9 a.m.`, `18:00`. */
const TIME =
  '(?:(上午|早上?|凌晨|下午|晚上?|中午)\\s?)?(\\d{1,2})(?:\\s?[:：]\\s?(\\d{2})|\\s?[点时](?:\\s?(\\d{1,2})\\s?分|\\s?(半|整))?)?(?:\\s?([ap])\\.?\\s?m\\b\\.?)?';
const RANGE = new RegExp(
  `(?<![\\d.,:])(?:from\\s|between\\s)?${TIME}\\s?(?:-|–|—|−|~|～|至|到|to|until|and|through)\\s?(?:次日\\s?)?${TIME}(?![\\d%])`,
  'giu',
);
/** A time that says of itself that it is one, by its colon, its word or its half of the day. */
const IS_TIME = /[:：点时上下早晚凌]|[ap]\.?\s?m/iu;

const ROUND_THE_CLOCK =
  /7\s?(?:天)?\s?[×xX*＊✕/]\s?24|24\s?(?:小时)?\s?[×xX*＊✕/]\s?7|全天候|24\s?hours?\s(?:a|per)\sday,?\s(?:and\s)?(?:7|seven)\sdays|round[\s-]the[\s-]clock/iu;
const WORKING = /工作日|营业日|\b(?:business|working)\sdays?\b|weekdays?\b/iu;
const EVERY_DAY =
  /每[天日](?!志)|全年|自然日|日历日|\b(?:every|each)\sday\b|\bdaily\b|七天|7\s?天|seven\sdays|7\sdays/iu;
const NO_HOLIDAYS =
  /(?:不(?:含|包括|包含)|除|扣除)[^，。；]{0,10}(?:节假日|公休|法定假)|节假日(?:除外|不计|休息)|(?:excluding|except|other than|not including)[^.;]{0,30}\bholidays?\b/iu;

const NAMES: readonly (readonly [number, string])[] = [
  [1, '(?:周|星期|礼拜)一|mon(?:day)?s?\\b'],
  [2, '(?:周|星期|礼拜)二|tues?(?:day)?s?\\b'],
  [3, '(?:周|星期|礼拜)三|wed(?:nesday)?s?\\b'],
  [4, '(?:周|星期|礼拜)四|thu(?:rs?(?:day)?)?s?\\b'],
  [5, '(?:周|星期|礼拜)五|fri(?:day)?s?\\b'],
  [6, '(?:周|星期|礼拜)六|sat(?:urday)?s?\\b'],
  [7, '(?:周|星期|礼拜)(?:日|天)|sun(?:day)?s?\\b'],
];
const NAMED = NAMES.map(([day, words]) => [day, new RegExp(`^(?:${words})`, 'iu')] as const);
const DAY = `(?:${NAMES.map(([, words]) => words).join('|')})`;
/** `周一至周五`, `周一至五`, `Monday to Friday`. */
const DAY_RANGE = new RegExp(
  `(${DAY})\\s?(?:-|–|—|~|～|至|到|to|through)\\s?(${DAY}|[一二三四五六日天](?![\\d点]))`,
  'iu',
);

const dayOf = (name: string): number | undefined =>
  NAMED.find(([, pattern]) => pattern.test(name) || pattern.test(`周${name}`))?.[0];

function daysOfWeek(words: string): readonly number[] | undefined {
  const [, first, last] = DAY_RANGE.exec(words) ?? [];
  const [from, to] = [dayOf(first ?? ''), dayOf(last ?? '')];
  if (from === undefined || to === undefined || to < from) return undefined;
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** Minutes of the day; absent for what is no time. */
function minutesOf([half, hour, colon, minutes, word, letter]: readonly (string | undefined)[]): number | undefined {
  const given = Number(hour);
  const rest = word === '半' ? 30 : Number(colon ?? minutes ?? 0);
  const noon = half === '下午' || half?.startsWith('晚') === true || letter?.toLowerCase() === 'p';
  const morning = letter?.toLowerCase() === 'a';
  const past = noon && given < 12 ? given + 12 : morning && given === 12 ? 0 : given;
  const total = past * 60 + rest;
  return total > 1440 || rest > 59 ? undefined : total;
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

function spansOf(words: string): HoursValue['spans'] | undefined {
  const spans: { from: string; to: string }[] = [];
  for (const [whole, ...parts] of words.matchAll(RANGE)) {
    if (!IS_TIME.test(whole)) continue;
    const [from, to] = [minutesOf(parts.slice(0, 6)), minutesOf(parts.slice(6, 12))];
    if (from === undefined || to === undefined) return undefined;
    // Hours over midnight are two stretches of a day.
    if (to <= from) spans.push({ from: '00:00', to: clock(to) }, { from: clock(from), to: '24:00' });
    else spans.push({ from: clock(from), to: clock(to) });
  }
  const real = spans.filter(({ from, to }) => from < to).toSorted((a, b) => a.from.localeCompare(b.from));
  const apart = real.every(({ from }, index) => from >= (real[index - 1]?.to ?? ''));
  return real.length > 0 && apart ? real : undefined;
}

/**
 * Hours as words give them: `工作日9:00至18:00`, `周一至周五 9:00–12:00、13:30–18:00（法定节假日除外）`, `7×24小时`. Absent where they
 * give no hours (`5×8` says how many, not which), no days, or several kinds of days.
 */
export function hoursInWords(written: string): HoursValue | undefined {
  const words = written.normalize('NFKC');
  if (ROUND_THE_CLOCK.test(words)) return { days: 'all', spans: [{ from: '00:00', to: '24:00' }] };
  const spans = spansOf(words);
  if (!spans) return undefined;
  const week = daysOfWeek(words);
  const kinds: readonly HoursDays[] = [
    ...(week ? [week] : []),
    ...(WORKING.test(words) ? (['working'] as const) : []),
    ...(EVERY_DAY.test(words) ? (['all'] as const) : []),
  ];
  // “工作日（周一至周五）” names one kind of days twice: that of the calendar counts.
  const workingWeek = kinds.includes('working') && week?.join('') === '12345' && kinds.length === 2;
  const [days, other] = workingWeek ? (['working'] as const) : kinds;
  if (days === undefined || other !== undefined) return undefined;
  const exceptHolidays = days !== 'working' && NO_HOLIDAYS.test(words);
  return { days, spans, ...(exceptHolidays ? { exceptHolidays: true as const } : {}) };
}
