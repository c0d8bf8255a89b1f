import { say, type Language, sentence } from '../../agreement/sentence.ts';
import type { MonthView, OutageView } from '../../contract/rights.ts';
import type { Paper } from '../../pdf/paper.ts';
import { registerPaper } from '../../pdf/typeset/record.ts';
import { monthWords } from '../../term/calendar/civil-date.ts';

const WORDS = {
  title: sentence('rights.outage-paper.title'),
  counted: sentence('rights.outage-paper.counted'),
  excluded: sentence('rights.outage-paper.excluded'),
  ongoing: sentence('rights.outage-paper.ongoing'),
} as const;

const HEADER = [
  sentence('rights.outage-paper.columns.number'),
  sentence('rights.outage-paper.columns.start'),
  sentence('rights.outage-paper.columns.end'),
  sentence('rights.outage-paper.columns.minutes'),
  sentence('rights.outage-paper.columns.instances'),
  sentence('rights.outage-paper.columns.cause'),
  sentence('rights.outage-paper.columns.counted'),
] as const;

const COLUMNS = [8, 26, 26, 12, 24, 30, 22] as const;
const BEIJING_MS = 8 * 3_600_000;

/** The log of a month as a register: what goes with the claim letter. */
export function outagePaper(month: MonthView, agreement: string, language: Language): Paper {
  const { level, rows, counting } = month;
  const { unavailableMinutes, excludedMinutes, totalMinutes, availability } = level;
  const sum = say(
    sentence('rights.outage-paper.sum', {
      counted: unavailableMinutes,
      excluded: excludedMinutes,
      total: totalMinutes,
      availability: availability.known ? availability.value : '—',
    }),
    language,
  );
  return registerPaper({
    title: say(WORDS.title, language),
    subtitle: `${agreement} ${say(monthWords(month.month), language)}`,
    language,
    header: HEADER.map((column) => say(column, language)),
    widths: [...COLUMNS],
    rows: rows.map((row, index) => [
      String(index + 1),
      beijing(row.from),
      row.ongoing ? say(WORDS.ongoing, language) : beijing(row.to),
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
