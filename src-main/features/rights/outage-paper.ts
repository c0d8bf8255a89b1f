import { beijingTime } from '../../agreement/beijing-time.ts';
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
  noCause: sentence('rights.outage-paper.no-cause'),
} as const;

/** A column of the log: its heading, what it tells of a row, and its share of the width, which no heading and no state breaks in. */
interface Column {
  readonly heading: Sentence;
  readonly cell: (row: OutageView, index: number) => string;
  readonly width: Readonly<Record<Language, number>>;
}

const columnsOf = (month: MonthView, language: Language): readonly Column[] => [
  {
    heading: sentence('rights.outage-paper.columns.number'),
    cell: (_row, index) => String(index + 1),
    width: { zh: 11, en: 9 },
  },
  {
    heading: sentence('rights.outage-paper.columns.start', { zone: month.zoneName }),
    cell: ({ from, origin }) => wall(from, origin, month.zone),
    width: { zh: 41, en: 37 },
  },
  {
    heading: sentence('rights.outage-paper.columns.end', { zone: month.zoneName }),
    cell: ({ to, ongoing, origin }) => (ongoing ? say(WORDS.ongoing, language) : wall(to, origin, month.zone)),
    width: { zh: 41, en: 37 },
  },
  {
    heading: sentence('rights.outage-paper.columns.duration'),
    // One length is read as one: `50 小时 30 分` on one line.
    cell: ({ seconds }) => say(durationWords(seconds), language).replaceAll(' ', '\u00A0'),
    width: { zh: 27, en: 24 },
  },
  // Where no row names an instance there is nothing to tell of them.
  ...(month.rows.some(({ instances }) => instances.length > 0)
    ? [
        {
          heading: sentence('rights.outage-paper.columns.instances'),
          cell: ({ instances }: OutageView) => say(sentence('frame.list', { items: instances }), language),
          width: { zh: 18, en: 22.5 },
        },
      ]
    : []),
  {
    heading: sentence('rights.outage-paper.columns.cause'),
    cell: ({ cause }) => (cause.trim() === '' ? say(WORDS.noCause, language) : cause),
    width: { zh: 22, en: 21.5 },
  },
  {
    heading: sentence('rights.outage-paper.columns.counted'),
    cell: (row) => standing(row, month, language),
    width: { zh: 17, en: 18 },
  },
];

/** When a log is made, and by how much of the ledger. */
interface LogMade {
  /** UTC ISO. */
  readonly at: string;
  readonly sequence: number;
}

/**
 * The log of a month as a register: what goes with the claim letter.
 * @param company whose log it is, where that is known
 * @param made when it is made: years later nobody else tells
 */
export function outagePaper(
  month: MonthView,
  agreement: string,
  language: Language,
  company?: string,
  made?: LogMade,
): Paper {
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
  const columns = columnsOf(month, language);
  return registerPaper({
    title: say(WORDS.title, language),
    subtitle: say(
      sentence('rights.outage-paper.subtitle', { title: agreement, month: monthWords(month.month) }),
      language,
    ),
    language,
    header: columns.map(({ heading }) => say(heading, language)),
    widths: columns.map(({ width }) => width[language]),
    rows: rows.map((row, index) => columns.map(({ cell }) => cell(row, index))),
    note: beside(
      language,
      sum,
      say(countedBy(counting), language),
      rows.length === 0 ? '' : say(recordedBy(rows, company), language),
      made
        ? say(sentence('rights.outage-paper.made', { at: beijingTime(made.at), sequence: made.sequence }), language)
        : '',
    ),
  });
}

/** By which words minutes are counted: the agreement's own, with their place, where it says so. */
function countedBy({ by, step: { text, clause } }: MonthView['counting']): Sentence {
  const { number, quote } = clause ?? {};
  if (by !== 'document' || quote === undefined) return text;
  return number === undefined
    ? sentence('rights.outage-paper.by-words', { quote })
    : sentence('rights.outage-paper.by-clause', { number, quote });
}

/** Who recorded the rows, and what they were taken from. */
function recordedBy(rows: readonly OutageView[], company: string | undefined): Sentence {
  const sources = [...new Set(rows.map(({ origin }) => origin))].map((origin) =>
    sentence(`rights.outage-paper.source.${origin}`),
  );
  return company === undefined
    ? sentence('rights.outage-paper.recorded-from', { sources })
    : sentence('rights.outage-paper.recorded', { company, sources });
}

function standing({ exclusion, notCounted }: OutageView, { exclusions }: MonthView, language: Language): string {
  if (exclusion === undefined) return say(notCounted?.text ?? WORDS.counted, language);
  const clause = exclusions.find(({ clauseId }) => clauseId === exclusion);
  const excluded = say(WORDS.excluded, language);
  return clause
    ? `${say(sentence('format.label', { label: excluded }), language)}${clause.number ?? clause.text}`
    : excluded;
}

/** Wall clock by the agreement's clock, as the log is read: to the second, but of what was entered by hand to the minute where nobody entered seconds. */
function wall(instant: string, origin: OutageView['origin'], zone: Zone = BEIJING): string {
  const seconds = instantSeconds(instant);
  const told = new Date((seconds + offsetAt(zone, seconds) * 60) * 1000).toISOString().slice(0, 19).replace('T', ' ');
  return origin === 'manual' ? told.replace(/(?<=:\d\d):00$/u, '') : told;
}
