import { beside, say, type Language, type Sentence, sentence } from '../../agreement/sentence.ts';
import type { AgendaLine } from '../../contract/agenda.ts';
import type { Paper } from '../../pdf/paper.ts';
import { registerPaper } from '../../pdf/typeset/record.ts';
import { type CivilDate, dateWords } from '../../term/calendar/civil-date.ts';

const WORDS = {
  title: sentence('agenda.agenda-paper.title'),
  unknown: sentence('agenda.agenda-paper.unknown'),
  notBefore: sentence('agenda.agenda-paper.not-before'),
  until: sentence('agenda.agenda-paper.until'),
  latest: sentence('agenda.agenda-paper.latest'),
  notAfter: sentence('agenda.agenda-paper.not-after'),
  notMoved: sentence('agenda.agenda-paper.not-moved'),
  states: {
    overdue: sentence('agenda.agenda-paper.states.overdue'),
    perhaps: sentence('agenda.agenda-paper.states.perhaps'),
    today: sentence('agenda.agenda-paper.states.today'),
    now: sentence('agenda.agenda-paper.states.now'),
    ahead: sentence('agenda.agenda-paper.states.ahead'),
    open: sentence('agenda.agenda-paper.states.open'),
    unknown: sentence('agenda.agenda-paper.states.unknown'),
    snoozed: sentence('agenda.agenda-paper.states.snoozed'),
    done: sentence('agenda.agenda-paper.states.done'),
  },
  note: sentence('agenda.agenda-paper.note'),
} as const;

const HEADER = [
  sentence('agenda.agenda-paper.columns.date'),
  sentence('agenda.agenda-paper.columns.what'),
  sentence('agenda.agenda-paper.columns.why'),
  sentence('agenda.agenda-paper.columns.if-missed'),
  sentence('agenda.agenda-paper.columns.state'),
] as const;

/** What the column's heading says already. */
const heading = (language: Language): string => say(sentence('term.agenda-items.grounds', { grounds: [] }), language);

function whyCell(ground: Sentence, language: Language): string {
  const [words, said] = [say(ground, language), heading(language)];
  const why = words.startsWith(said) ? words.slice(said.length) : words;
  return why.charAt(0).toUpperCase() + why.slice(1);
}

/** A day that might have been moved to one after days off, and is told as it is counted. */
const isNotMoved = ({ date, latest }: AgendaLine): boolean =>
  date !== undefined && latest !== undefined && !(latest.known && latest.day === date);

/** Shares of the columns: no state breaks inside of a word. */
const COLUMNS: Readonly<Record<Language, readonly number[]>> = { zh: [28, 33, 26, 28, 17], en: [32, 30, 24, 25, 21] };

/** The agenda as a register on paper. */
export function agendaPaper(lines: readonly AgendaLine[], today: CivilDate, language: Language): Paper {
  return registerPaper({
    title: say(WORDS.title, language),
    subtitle: say(sentence('agenda.agenda-paper.count', { n: lines.length, day: dateWords(today) }), language),
    language,
    header: HEADER.map((column) => say(column, language)),
    widths: COLUMNS[language],
    rows: lines.map((line) => [
      dateCell(line, language),
      // A line never begins with the dot between two names.
      say(line.title, language).replaceAll(' · ', '\u00A0· '),
      [whyCell(line.why, language), ...(isNotMoved(line) ? [say(WORDS.notMoved, language)] : [])].join('\n'),
      say(line.ifMissed, language),
      stateCell(line, language),
    ]),
    note: say(WORDS.note, language),
  });
}

function dateCell({ date, notBefore, notAfter, state, latest }: AgendaLine, language: Language): string {
  const bound = (word: Sentence, day: CivilDate | undefined): string =>
    day === undefined ? '' : `\n${beside(language, say(word, language), say(dateWords(day), language))}`;
  if (date !== undefined) {
    const later = latest?.known ? bound(WORDS.latest, latest.day) : bound(WORDS.notAfter, latest?.notAfter);
    return `${say(dateWords(date), language)}${later}`;
  }
  if (state === 'open') return '–';
  return `${say(WORDS.unknown, language)}${bound(WORDS.notBefore, notBefore)}${bound(WORDS.notAfter, notAfter)}`;
}

function stateCell({ state, snoozed, done }: AgendaLine, language: Language): string {
  const word = say(WORDS.states[state], language);
  if (done) return beside(language, word, done.on, done.note);
  if (snoozed) {
    const until = beside(language, say(WORDS.until, language), snoozed.until);
    const why =
      snoozed.reason === '' ? until : `${say(sentence('format.label', { label: until }), language)}${snoozed.reason}`;
    return `${word}\n${why}`;
  }
  return word;
}
