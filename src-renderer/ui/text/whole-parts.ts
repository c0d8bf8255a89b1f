/** A piece of a text; what is read as one stays on one line. */
export interface WholePart {
  readonly text: string;
  readonly whole: boolean;
}

const NUMERAL = '[〇零一二三四五六七八九十百千两]';
const FIGURE = String.raw`\d[\d,，]{0,19}(?:\.\d{1,6}){0,6}`;
const UNIT_ZH =
  '(?:个?(?:工作|营业|自然|日历)?(?:日|天)|个?月|年|个?小时|分钟|秒|万?元|倍|周|次|折|Mbps|Gbps|GB|TB|ms)';
const UNIT_EN =
  '(?:(?:business|working|calendar) )?(?:days?|weeks?|months?|years?|hours?|minutes?|seconds?|times|Mbps|Gbps|GB|TB|ms)';
const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)';
const WEEKDAY_ZH = '(?: ?(?:周|星期)[一二三四五六日天])?';
const WEEKDAY_EN = String.raw`(?:\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?`;
const IN_BRACKETS = String.raw`(?: ?[（(][a-z\d一二三四五六七八九十]{1,4}[）)])`;

/** The longest first, where two begin at one place. None is so long that a line could not hold it. */
const WHOLE = new RegExp(
  [
    // Dates
    String.raw`\d{4} ?年 ?\d{1,2} ?月(?: ?\d{1,2} ?日${WEEKDAY_ZH})?|(?<!\d)\d{1,2} ?月 ?\d{1,2} ?日${WEEKDAY_ZH}|\d{4}-\d\d-\d\d`,
    String.raw`${WEEKDAY_EN}\b\d{1,2} ${MONTH}(?: \d{4})?\b|\b${MONTH} \d{1,2}(?:, \d{4})?\b`,
    // Clauses and references to them
    `第 ?(?:${NUMERAL}{1,7}|${FIGURE}) ?(?:条|款|项|章|节|部分|编|页)(?:之${NUMERAL}{1,2})?`,
    String.raw`(?:附件|附录|附表) ?(?:${NUMERAL}{1,3}|\d{1,3})(?![\d年月日天])`,
    String.raw`\b(?:clauses?|sections?|articles?|annex|appendix|schedule|paragraphs?) (?:\d{1,4}(?:\.\d{1,3}){0,6}|[A-Z]\b)${IN_BRACKETS}{0,3}`,
    String.raw`(?<![\d.])\d{1,3}(?:\.\d{1,3}){1,6}${IN_BRACKETS}{1,3}`,
    // Figures with what they are of
    String.raw`(?:人民币|CNY|RMB|USD|HKD|EUR|[¥￥$€]) ?${FIGURE}(?: ?万?元)?`,
    String.raw`(?<![\d.])(?:第 ?)?${FIGURE} ?(?:[%％‰]|${UNIT_ZH})|(?<![\d.])${FIGURE} ${UNIT_EN}\b`,
    String.raw`(?:第 ?)?(?:${NUMERAL}{1,7} ?[（(]\d{1,6}[）)] ?${UNIT_ZH}|${NUMERAL}{1,7}${UNIT_ZH})`,
  ].join('|'),
  'giu',
);

/** A text in pieces: numbers of clauses, figures with their units, and dates, of which none breaks over a line, and what is between. */
export function wholeParts(text: string): readonly WholePart[] {
  const parts: WholePart[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(WHOLE)) {
    if (index > end) parts.push({ text: text.slice(end, index), whole: false });
    parts.push({ text: found, whole: true });
    end = index + found.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), whole: false });
  return parts;
}
