import { readNumber } from './written-numbers.ts';

const HAN = '[零一二两三四五六七八九十]{1,3}';
/** `17:00`, `17：30`, `下午5点半`, `十七时`, `5:00 p.m.`, `17h30`. */
const TIME = [
  String.raw`(?<noon>上午|早上|中午|下午|傍晚|晚上?)?\s*(?<hour>\d{1,2})\s*[:：]\s*(?<minute>[0-5]\d)(?:[:：][0-5]\d)?\s*(?<half>[ap]\.?m\.?)?`,
  String.raw`(?<noon>上午|早上|中午|下午|傍晚|晚上?)?\s*(?<hour>\d{1,2}|${HAN})\s*[时点](?:整|(?<minute>[0-5]?\d|半|${HAN})分?)?`,
  String.raw`(?<hour>\d{1,2})\s*(?<half>[ap]\.?m\.?)`,
];

const ZONED = String.raw`(?:\s*[（(]?[^，。；;（）()]{0,12}时间[）)]?|\s*[（(]?(?:\w+\s){0,2}(?:time|UTC|GMT|CES?T|P[SD]T|E[SD]T)[）)]?)?`;

/** The end of a day's business: before, not after, an hour. */
const BEFORE = TIME.flatMap((time) => [
  String.raw`${time}${ZONED}\s*(?:之前|以前|前|止|截止)`,
  String.raw`(?:截止(?:时间|时刻)?(?:为|是|至|到)?|不(?:得)?(?:晚|迟)于[^，。；;]{0,16}?)\s*${time}`,
  String.raw`\b(?:by|before|until|no\slater\sthan|not\slater\sthan)\s(?:the\s)?${time}`,
  String.raw`\b(?:close\sof\sbusiness|end\sof\sbusiness|cob)\b[^.;,]{0,24}?\(?\s*${time}`,
]).map((source) => new RegExp(source, 'iu'));

const two = (value: number): string => String(value).padStart(2, '0');

function hourOf({ noon, hour = '', minute, half }: Readonly<Record<string, string | undefined>>): string | undefined {
  const said = readNumber(hour);
  const minutes = minute === '半' ? 30 : minute === undefined ? 0 : readNumber(minute);
  if (said === undefined || minutes === undefined || minutes > 59) return undefined;
  const later = /下午|傍晚|晚/u.test(noon ?? '') || /^p/iu.test(half ?? '');
  const hours = later && said < 12 ? said + 12 : /^a/iu.test(half ?? '') && said === 12 ? 0 : said;
  return hours > 24 || (hours === 24 && minutes > 0) ? undefined : `${two(hours)}:${two(minutes)}`;
}

/** The hour before which something must be done on its last day, `HH:MM`; absent where the words name none, or only the day's end. */
export function closingHour(words: string): string | undefined {
  const text = words.normalize('NFKC');
  const match = BEFORE.map((pattern) => pattern.exec(text)).find((found) => found !== null);
  const hour = match?.groups && hourOf(match.groups);
  return hour === undefined || hour === '24:00' || hour === '23:59' || hour === '00:00' ? undefined : hour;
}

const REACHES = /送达|收到|接收|递交|提交|寄达|到达|送交|receiv|deliver|submit|lodg/iu;
const LATER_COUNTS_NEXT =
  /(?:以后|之后|以外|之外|后|逾时|超过|非工作(?:日|时间))[^。；]{0,30}?(?:视为|视同|按|顺延|计入|算)[^。；]{0,16}?(?:次|下)(?:一|1)?个?(?:工作日|日)|\b(?:after|outside)\b[^;]{0,80}?\b(?:next|following)\s(?:business|working)\sday/iu;
const BUSINESS_DAY = /工作日|营业日|营业时间|办公时间|工作时间|business\s(?:day|hours)|working\s(?:day|hours)/iu;
const RANGE_END =
  /(?:至|到|-|–|—|~|～|\bto\b|\band\b)\s*(?<noon>上午|中午|下午|晚上?)?\s*(?<hour>\d{1,2})\s*[:：]\s*(?<minute>[0-5]\d)\s*(?<half>[ap]\.?m\.?)?/iu;
const OF_SUPPORT = /客服|热线|支持|响应|技术|维护|support|help\s?desk|hotline|response|maintenance/iu;
const UNNAMED = `(?:${TIME.map((time) => time.replaceAll(/\?<\w+>/gu, '?:')).join('|')})`;
const AFTER_HOUR = new RegExp(`${UNNAMED}${ZONED}\\s*(?:之后|以后|后)`, 'iu');
const AFTER_EN = new RegExp(`\\bafter\\s${UNNAMED}`, 'iu');

/**
 * The hour at which a working day ends for what has to arrive, as an agreement says it of notices and papers in general; `HH:MM`.
 * Hours of a hotline are none.
 */
export function businessHour(words: string): string | undefined {
  const text = words.normalize('NFKC');
  if (OF_SUPPORT.test(text) || !REACHES.test(text) || !BUSINESS_DAY.test(text)) return undefined;
  const before = closingHour(text);
  if (before !== undefined) return before;
  if (!LATER_COUNTS_NEXT.test(text)) return undefined;
  const range = RANGE_END.exec(text)?.groups;
  if (range) return hourOf(range);
  return hourAfter(text);
}

/** `17:00以后收到的`, `received after 5 p.m.` */
function hourAfter(text: string): string | undefined {
  const words = AFTER_HOUR.exec(text)?.[0] ?? AFTER_EN.exec(text)?.[0];
  if (words === undefined) return undefined;
  for (const time of TIME) {
    const groups = new RegExp(time, 'iu').exec(words)?.groups;
    const hour = groups && hourOf(groups);
    if (hour !== undefined) return hour;
  }
  return undefined;
}
