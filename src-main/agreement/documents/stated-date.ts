import { chineseNumeral } from '../quantity/numerals.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?';
const DATE = new RegExp(
  [
    '(\\d{4})\\s{0,2}[年./-]\\s{0,2}(\\d{1,2})\\s{0,2}[月./-]\\s{0,2}(\\d{1,2})(?:\\s{0,2}[日号]|(?![\\d.]))',
    '([二一][〇零○一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]',
    `(\\d{1,2})(?:st|nd|rd|th)?\\s(?:of\\s)?${MONTH},?\\s(\\d{4})`,
    `${MONTH}\\s(\\d{1,2})(?:st|nd|rd|th)?,?\\s(\\d{4})`,
  ].join('|'),
  'i',
);
/** Words by which a document speaks of its own date, the best first. */
const LABELS: readonly RegExp[] = [
  /(?:(?:最近|最后|本次|上次)?(?:更新|修订|修改)(?:日期|时间|于)?|版本(?:日期|更新日期|生效日期)|\blast (?:updated|modified|revised|amended)|\b(?:updated|revised)(?: on| date)?|\bversion (?:date|dated))/i,
  /(?:(?:发布|公布|颁布|公示|制定)(?:日期|时间|于)?|\b(?:published|posted|date of (?:issue|publication)|issued)(?: on)?)/i,
  /(?:生效(?:日期|时间|日|于)?|实施日期|\beffective(?: date| as of| from| on)?|\bin (?:force|effect) (?:from|since))/i,
];
/** What may stand around a date that is the document's own without saying so. */
const ALONE =
  /^[（(【[\s]*(?:日期|时间|版本?号?|date|version|rev(?:ision)?|v)?[\d.：:\s]*(?:of|dated|from|as of)?[（(,\s–-]*[）)】\]\s版]*$/i;
const LABEL_REACH = 24;

function isoDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1949 || year > 2199 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
}

/** The first date in a text as ISO date; undefined when there is none or no such day. */
export function firstDate(text: string): string | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [, y1, m1, d1, y2, m2, d2, d3, m3, y3, m4, d4, y4] = match;
  if (y1) return isoDate(Number(y1), Number(m1), Number(d1));
  if (y2) return isoDate(chineseNumeral(y2) ?? 0, chineseNumeral(m2 ?? '') ?? 0, chineseNumeral(d2 ?? '') ?? 0);
  const [year, month, day] = y3 ? [y3, m3, d3] : [y4, m4, d4];
  return isoDate(Number(year), MONTHS.indexOf((month ?? '').toLowerCase()) + 1, Number(day));
}

/**
 * The ISO date a document states about itself, in the first or last lines: updated before published before effective,
 * or a date that stands alone beside the title. Dates of signing are not the document's own.
 */
export function statedDate(head: readonly string[], tail: readonly string[]): string | undefined {
  for (const label of LABELS)
    for (const text of [...head, ...tail]) {
      if (text.length > 300) continue;
      const found = label.exec(text);
      if (!found) continue;
      const end = found.index + found[0].length;
      const after = DATE.exec(text.slice(end));
      const before = DATE.exec(text.slice(Math.max(0, found.index - LABEL_REACH), found.index));
      if (after && after.index <= LABEL_REACH) return firstDate(text.slice(end));
      if (before && text.length <= 60) return firstDate(text);
    }
  const alone = head
    .slice(0, 4)
    .find((text) => text.length <= 36 && DATE.test(text) && ALONE.test(text.replace(DATE, '')));
  return alone === undefined ? undefined : firstDate(alone);
}
