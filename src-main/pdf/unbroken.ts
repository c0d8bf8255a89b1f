import type { Language } from '../agreement/sentence.ts';

/** A stretch of a text. */
export interface Stretch {
  readonly index: number;
  readonly text: string;
}

/** Numerals of either kind. */
const NUMERAL = '[\\d一二三四五六七八九十百千零〇]';
/** Telephone numbers, dates, times and codes joined by marks, and addresses of mail: over two lines they are misread. */
const CODE = '[\\w.+-]+@[\\w.-]+\\w|[\\dA-Za-z]+(?:[-/:.][\\dA-Za-z]+)+';
/** A day as machines write it, with its time. */
const ZONE = '（北京时间）';
const INSTANT = `\\d{4}-\\d{2}-\\d{2}[ \\u00a0]\\d{2}:\\d{2}(?::\\d{2})?(?:${ZONE})?`;
/** A month or day, and what a version of it is called. */
const DAY = '\\d{4} ?年 ?\\d{1,2} ?月(?: ?\\d{1,2} ?日)?版?|\\d{1,2} ?月 ?\\d{1,2} ?日';
/** What is counted or numbered, right behind its number. */
const UNITS =
  '个?(?:工作日|自然日|日历日|小时|月|季度|星期|周)|[日天年分秒元条款项号版台页份件次人家倍个章节]|分钟|[万亿]?美?元|字节';
const AMOUNT = `(?:第 ?)?\\d[\\d,]*(?:\\.\\d+)* ?(?:${UNITS}|[%％‰])(?:（${NUMERAL}{1,3}）)?`;
/** An article with its paragraph and item, and the short name of its law before it. */
const ARTICLE = `(?:《[^《》\\n]{1,7}》)?第${NUMERAL}{1,8}条(?:之${NUMERAL})?(?:第${NUMERAL}{1,3}款)?(?:第${NUMERAL}{1,3}项)?`;
const PART = `第${NUMERAL}{1,8}[条款项]`;
/** A label of one word with its colon: `电子邮箱：`. */
const LABEL = '(?<![\\u3400-\\u9fff])[\\u3400-\\u9fff]{2,6}：(?=\\S)';
/** A word in quotes: what closes it does not stand alone on the next line. */
const QUOTED = '“[\\u3400-\\u9fff]{1,4}”';
/** Compounds that read as another word where they break. */
const COMPOUND = '电子(?:邮箱|邮件|文件|数据|签名)|邮箱|复制件';

const MONTHS =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const ENGLISH = [
  `\\b\\d{1,2} ${MONTHS} \\d{4}\\b`,
  `\\b${MONTHS} \\d{4}\\b`,
  // What a number is of, and what it counts.
  '\\b(?:[A-Z]{3}|Articles?|[Cc]lauses?|Schedules?|[Vv]ersion|[Nn]o\\.|[Ee]ntry|[Ee]ntries) \\d[\\d,.()]*\\d?\\)?(?: \\(\\d{1,3}\\))?',
  // Seconds by their sign, with the bracket that they close.
  '\\b\\d[\\d,.]* s\\b\\)?',
  '\\b\\d[\\d,.]* (?:(?:calendar|working|business) )?(?:days?|hours?|minutes?|months?|years?|lines?|pages?)\\b',
  // The form of a company does not part from the last word of its name.
  '\\b[A-Z][\\w&-]* (?:Co\\., ?Ltd\\.?|Limited|Ltd\\.?|Inc\\.?|LLC|GmbH)',
];
/** A name in Chinese among English words, with its brackets and what it numbers. */
const NAME = '[\\u3400-\\u9fff·（）《》〈〉、\\d]*[\\u3400-\\u9fff]{2,}[\\u3400-\\u9fff·（）《》〈〉、\\d]*';

const EITHER = [INSTANT, DAY, ARTICLE, AMOUNT, PART, COMPOUND, CODE];
const rule = (parts: readonly string[]): RegExp => new RegExp(parts.map((part) => `(?:${part})`).join('|'), 'gu');
const CHINESE = rule([LABEL, QUOTED, ...EITHER, ...ENGLISH]);
const ENGLISH_PAPER = rule([...ENGLISH, NAME, ...EITHER]);

/** Characters at most that go to the next line whole: a longer code breaks, or its line would be left half empty. */
const LONGEST = 28;
const LONGEST_NAME = 20;
const isName = (text: string): boolean => /^[\u3400-\u9fff（《〈]/u.test(text);

const found = (text: string, by: RegExp, from = 0): readonly Stretch[] =>
  [...text.matchAll(by)].map(({ index, 0: whole }) => ({ index: from + index, text: whole }));

/** An article parts from its paragraph before a line would be left short, and each of them stays whole. */
const LONGEST_ARTICLE = 9;
const PARTS = new RegExp(`《[^》]*》|${PART}`, 'gu');

function inChinese(text: string, from = 0): readonly Stretch[] {
  return found(text, CHINESE, from).flatMap((each) => {
    if (each.text.length > LONGEST) return [];
    return each.text.length > LONGEST_ARTICLE && /^(?:《|第[^\d ]+条)/u.test(each.text)
      ? found(each.text, PARTS, each.index)
      : [each];
  });
}

/**
 * What never breaks over two lines, wherever it stands on a paper: days and times, numbers with what they count, articles with the law they
 * are of, telephone numbers, addresses of mail and codes, labels, and in English the names that are written in Chinese.
 */
export function unbroken(text: string, language: Language): readonly Stretch[] {
  if (language === 'zh') return inChinese(text);
  return found(text, ENGLISH_PAPER).flatMap((each) => {
    if (!isName(each.text)) return each.text.length <= LONGEST ? [each] : [];
    // A sentence in Chinese is no name: it is read as in a Chinese paper.
    return each.text.length <= LONGEST_NAME ? [each] : inChinese(each.text, each.index);
  });
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });
/** A cell of so few characters is one word. */
const ONE_WORD = 4;
const HAN_ALONE = /^[\u3400-\u9fff]+$/u;
/** What makes a word of the word before it: `复制件`. */
const SUFFIX = /^[件书函单费人方者表期款项]$/u;
/** Marks that open before, and close behind, what goes on to the next line. */
const OPENING = /[（“‘《〈【「『(]+$/u;
const CLOSING = /^(?:[，。、；：！？”’）》〉】」』)%]+[,.;]?|[,.;](?=\s|$))/u;

/** Words of a cell, which is narrow: a Chinese one does not break in itself either. */
function wordsOf(text: string, from: number): readonly Stretch[] {
  if (text.length <= ONE_WORD && HAN_ALONE.test(text)) return [{ index: from, text }];
  const parts: Stretch[] = [];
  for (const { segment, index } of words.segment(text)) {
    const last = parts.at(-1);
    if (last && SUFFIX.test(segment) && HAN_ALONE.test(last.text))
      parts[parts.length - 1] = { ...last, text: last.text + segment };
    else parts.push({ index: from + index, text: segment });
  }
  return parts.filter((part) => part.text.length > 1 && HAN_ALONE.test(part.text));
}

/** What is too long for the line of a cell is read by its words there; an article parts from its law, but not in itself. */
const LONGEST_IN_CELL = 20;
const LONGEST_NAME_IN_CELL = 6;
const LAW = /^(?:《[^》]*》(?=第)|\d{4}-[\d: \u00a0-]+(?=（北京时间）))/u;

const inNarrow = (stretches: readonly Stretch[]): readonly Stretch[] =>
  stretches.flatMap(({ index, text }) => {
    const law = LAW.exec(text)?.[0].length ?? 0;
    const rest = { index: index + law, text: text.slice(law) };
    if (law > 0) return [{ index, text: text.slice(0, law) }, rest];
    return text.length <= (isName(text) && !/[\d第]/u.test(text) ? LONGEST_NAME_IN_CELL : LONGEST_IN_CELL)
      ? [rest]
      : [];
  });

/** What does not break in a cell of a table, with the marks around it, as far as a line of the cell has room for it. */
export function unbrokenInCell(text: string, language: Language): readonly Stretch[] {
  const kept: Stretch[] = [];
  let at = 0;
  const upTo = (end: number): void => {
    let start = at;
    for (const line of text.slice(at, end).split('\n')) {
      kept.push(...wordsOf(line, start));
      start += line.length + 1;
    }
  };
  for (const stretch of inNarrow(unbroken(text, language))) {
    upTo(stretch.index);
    kept.push(stretch);
    at = stretch.index + stretch.text.length;
  }
  upTo(text.length);
  return withMarks(text, kept);
}

function withMarks(text: string, kept: readonly Stretch[]): readonly Stretch[] {
  let end = 0;
  return kept.map(({ index, text: whole }) => {
    const before = OPENING.exec(text.slice(end, index))?.[0] ?? '';
    const behind = CLOSING.exec(text.slice(index + whole.length))?.[0] ?? '';
    end = index + whole.length + behind.length;
    return { index: index - before.length, text: before + whole + behind };
  });
}
