/**
 * What is never split inside a redline: dates, references to clauses, amounts, percentages, periods, numbers. Patterns
 * are for folded text (`normalise.ts`): half-width, spaces only between words of a spaced script.
 */

/** `han` is a Chinese word or character, `word` one of a spaced script, `mark` punctuation or a symbol. */
export type TokenKind = 'date' | 'reference' | 'amount' | 'percentage' | 'period' | 'number' | 'word' | 'han' | 'mark';

/** Digits, grouped by comma or not, with any number of dotted parts. */
const DIGITS = String.raw`\d+(?:,\d{3})*(?:\.\d+)*`;
const HAN_DIGITS = '[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]+';
const ENGLISH_NUMBER =
  '(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?' +
  '|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)';
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\\.?';

/** `5`, `五`, `五(5)`, `30-60`. */
const COUNT = `(?:${DIGITS}(?:[-~至到]${DIGITS})?|${HAN_DIGITS})(?:\\(${DIGITS}\\))?`;
const HAN_UNIT =
  '(?:个?(?:完整的?)?(?:工作日|自然日|日历日|营业日|交易日|自然月|日历月|自然年度?|会计年度|月|小时|工作小时|季度|星期|工作周)' +
  '|月份|日|天|年|周|分钟|秒钟?|毫秒|倍|次(?!性))';
const ENGLISH_UNIT =
  '(?:(?:calendar|business|working|natural|consecutive) ?)?(?:days?|months?|years?|weeks?|quarters?|hours?|minutes?|seconds?|times)(?![a-z])';

const CURRENCY = '(?:人民币|美元|港币|RMB|CNY|USD|EUR|GBP|HKD|JPY|US\\$|HK\\$|\\$|¥|€|£)';
const MONEY_UNIT =
  '(?:[十百千万亿]*(?:元|圆|块|美元|欧元|英镑|港元|日元)(?:整|正)?|[百千万亿]+(?!分)|million|billion|thousand)';

/** Number of a clause: `4.3`, `4.3(1)`, `九`, `12`. */
const CLAUSE_NUMBER = `(?:\\d+(?:\\.\\d+)*|${HAN_DIGITS})`;

/** The first that fits wins, at every place. */
export const PATTERNS: readonly (readonly [TokenKind, string])[] = [
  ['date', String.raw`\d{4}年(?:\d{1,2}月(?:\d{1,2}[日号])?)?`],
  ['date', String.raw`\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?![\d.])`],
  ['date', String.raw`\d{1,2}月\d{1,2}[日号]`],
  ['date', `[零〇一二三四五六七八九]{4}年(?:${HAN_DIGITS}月(?:${HAN_DIGITS}[日号])?)?`],
  ['date', String.raw`${MONTH} \d{1,2}(?:st|nd|rd|th)?,?(?: ?\d{4})?(?!\d)`],
  ['date', String.raw`\d{1,2}(?:st|nd|rd|th)? ${MONTH}(?: \d{4})?(?![a-z\d])`],
  ['reference', `第(?:${CLAUSE_NUMBER}|\\(${CLAUSE_NUMBER}\\))(?:[条款项章节编]|部分)`],
  ['reference', String.raw`\d+(?:\.\d+)*条`],
  ['reference', `(?:附件|附录|附表)(?:${CLAUSE_NUMBER}|[A-Z](?![A-Za-z]))`],
  [
    'reference',
    '(?:Sections?|Articles?|Clauses?|Paragraphs?) (?:\\d+(?:\\.\\d+)*|[IVX]+(?![A-Za-z]))(?:\\([a-z\\d]+\\))*',
  ],
  ['reference', '(?:Schedule|Annex|Appendix|Exhibit|Attachment) (?:\\d+(?:\\.\\d+)*|[A-Z](?![A-Za-z]))'],
  ['percentage', `${DIGITS} ?(?:[%‰‱]|per ?cent)`],
  ['percentage', `(?:百|千|万)分之(?:${DIGITS}|${HAN_DIGITS})(?:点${HAN_DIGITS})?`],
  ['amount', `${CURRENCY} ?(?:${DIGITS}|${HAN_DIGITS}) ?${MONEY_UNIT}?`],
  [
    'amount',
    `(?:${DIGITS}|${HAN_DIGITS}) ?(?:[十百千万亿]*(?:元|圆|美元|欧元|英镑|港元|日元)(?:整|正)?|(?:yuan|dollars|euros)(?![a-z]))`,
  ],
  ['period', String.raw`\d+[×xX*]\d+(?:\(?小时\)?)?`],
  ['period', `第?${COUNT}${HAN_UNIT}`],
  ['period', `(?:${DIGITS}|${ENGLISH_NUMBER})(?:\\(${DIGITS}\\))? ?-?${ENGLISH_UNIT}`],
  ['number', `${DIGITS}(?:[-~:/]${DIGITS})*(?:[A-Za-z]+\\d*| [KMGTP]i?[Bb](?:ps)?(?![A-Za-z]))?[万亿]*`],
];
