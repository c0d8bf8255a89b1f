import { beside, say, type Language, type Sentence, sentence } from '../../agreement/sentence.ts';
import type { MonthView, OutageView } from '../../contract/rights.ts';
import type { Paper } from '../../pdf/paper.ts';
import { registerPaper } from '../../pdf/typeset/record.ts';
import { instantSeconds, monthWords } from '../../term/calendar/civil-date.ts';
import { durationWords } from '../../../assets/messages/duration.ts';
import { BEIJING, offsetAt, type Zone } from '../../term/calendar/zone.ts';

const WORDS = {
  title: sentence('rights.outage-paper.title'),
  counted: sentence('rights.outage-paper.counted'),
  excluded: sentence('rights.outage-paper.excluded'),
  ongoing: sentence('rights.outage-paper.ongoing'),
} as const;

const header = (zone: Sentence): readonly Sentence[] => [
  sentence('rights.outage-paper.columns.number'),
  sentence('rights.outage-paper.columns.start', { zone }),
  sentence('rights.outage-paper.columns.end', { zone }),
  sentence('rights.outage-paper.columns.duration'),
  sentence('rights.outage-paper.columns.instances'),
  sentence('rights.outage-paper.columns.cause'),
  sentence('rights.outage-paper.columns.counted'),
];

/** Shares of the columns: no heading and no state breaks inside of a word. */
const COLUMNS: Readonly<Record<Language, readonly number[]>> = {
  zh: [12, 38, 38, 22, 18, 22, 16],
  en: [10, 31, 31, 20, 22.5, 21.5, 20],
};

/** The log of a month as a register: what goes with the claim letter. */
export function outagePaper(month: MonthView, agreement: string, language: Language): Paper {
  const { level, rows, counting } = month;
  const { unavailableMinutes, excludedMinutes, totalMinutes, availability } = level;
  const minutes = {
    // What is told of each row adds up to what is told of all.
    rows: durationWords(rows.reduce((total, { seconds }) => total + Math.round(seconds), 0)),
    counted: unavailableMinutes,
    excluded: excludedMinutes,
    total: totalMinutes,
  };
  const sum = say(
    availability.known
      ? sentence('rights.outage-paper.sum', { ...minutes, availability: availability.value })
      : sentence('rights.outage-paper.sum-open', minutes),
    language,
  );
  return registerPaper({
    title: say(WORDS.title, language),
    subtitle: say(
      sentence('rights.outage-paper.subtitle', { title: agreement, month: monthWords(month.month) }),
      language,
    ),
    language,
    header: header(month.zoneName).map((column) => say(column, language)),
    widths: COLUMNS[language],
    rows: rows.map((row, index) => [
      String(index + 1),
      wall(row.from, month.zone),
      row.ongoing ? say(WORDS.ongoing, language) : wall(row.to, month.zone),
      say(durationWords(row.seconds), language),
      say(sentence('frame.list', { items: row.instances }), language),
      row.cause,
      standing(row, month, language),
    ]),
    note: beside(language, sum, say(counting.step.text, language)),
  });
}

function standing({ exclusion, notCounted }: OutageView, { exclusions }: MonthView, language: Language): string {
  if (exclusion === undefined) return say(notCounted?.text ?? WORDS.counted, language);
  const clause = exclusions.find(({ clauseId }) => clauseId === exclusion);
  const excluded = say(WORDS.excluded, language);
  return clause
    ? `${say(sentence('format.label', { label: excluded }), language)}${clause.number ?? clause.text}`
    : excluded;
}

/** Wall clock to the second by the agreement's clock, as the log is read. */
function wall(instant: string, zone: Zone = BEIJING): string {
  const seconds = instantSeconds(instant);
  return new Date((seconds + offsetAt(zone, seconds) * 60) * 1000).toISOString().slice(0, 19).replace('T', ' ');
}
