import { say, type Language } from '../../agreement/sentence.ts';
import type { MonthView, OutageView } from '../../contract/rights.ts';
import type { Paper } from '../../pdf/paper.ts';
import { registerPaper } from '../../pdf/typeset/record.ts';
import { monthWords } from '../../term/calendar/civil-date.ts';

const WORDS = {
  title: { zh: '服务中断记录', en: 'Outage log' },
  header: {
    zh: ['序号', '开始（北京时间）', '恢复（北京时间）', '分钟', '实例', '原因', '计入'],
    en: ['No.', 'Start (Beijing time)', 'Back (Beijing time)', 'Minutes', 'Instances', 'Cause', 'Counted'],
  },
  counted: { zh: '计入', en: 'counted' },
  excluded: { zh: '除外', en: 'excluded' },
  sum: {
    zh: (counted: number, excluded: number, total: number, availability: string): string =>
      `重叠时段合并后，计入 ${counted} 分钟，除外 ${excluded} 分钟；当月共 ${total} 分钟，可用性 ${availability}%。`,
    en: (counted: number, excluded: number, total: number, availability: string): string =>
      `Overlaps merged: ${counted} minutes counted, ${excluded} excluded, of ${total} in the month; availability ${availability}%.`,
  },
} as const;

const COLUMNS = [8, 26, 26, 12, 24, 30, 22] as const;
const BEIJING_MS = 8 * 3_600_000;

/** The log of a month as a register: what goes with the claim letter. */
export function outagePaper(month: MonthView, agreement: string, language: Language): Paper {
  const { level, rows, counting } = month;
  const { unavailableMinutes, excludedMinutes, totalMinutes, availability } = level;
  const sum = WORDS.sum[language](unavailableMinutes, excludedMinutes, totalMinutes, availability);
  return registerPaper({
    title: say(WORDS.title, language),
    subtitle: `${agreement} ${say(monthWords(month.month), language)}`,
    language,
    header: [...WORDS.header[language]],
    widths: [...COLUMNS],
    rows: rows.map((row, index) => [
      String(index + 1),
      beijing(row.from),
      beijing(row.to),
      String(row.minutes),
      row.instances.join('、'),
      row.cause,
      standing(row, month, language),
    ]),
    note: `${sum} ${say(counting.step.text, language)}`,
  });
}

function standing({ exclusion }: OutageView, { exclusions }: MonthView, language: Language): string {
  if (exclusion === undefined) return say(WORDS.counted, language);
  const clause = exclusions.find(({ clauseId }) => clauseId === exclusion);
  return `${say(WORDS.excluded, language)}：${clause ? (clause.number ?? clause.text) : exclusion}`;
}

/** Wall clock in Beijing, as the log is read. */
function beijing(instant: string): string {
  return new Date(Date.parse(instant) + BEIJING_MS).toISOString().slice(0, 19).replace('T', ' ');
}
