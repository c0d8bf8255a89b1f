import { say, type Language } from '../../agreement/sentence.ts';
import type { AgendaLine } from '../../contract/agenda.ts';
import type { Paper } from '../../pdf/paper.ts';
import { registerPaper } from '../../pdf/typeset/record.ts';
import { type CivilDate, dateWords } from '../../term/calendar/civil-date.ts';

const WORDS = {
  title: { zh: '待办清单', en: 'Agenda' },
  count: {
    zh: (count: number, day: string): string => `截至 ${day}，共 ${count} 项`,
    en: (count: number, day: string): string => `As of ${day}: ${count} item(s)`,
  },
  header: {
    zh: ['日期', '事项', '依据', '错过的后果', '状态'],
    en: ['Date', 'What', 'Why', 'If missed', 'State'],
  },
  unknown: { zh: '日期未知', en: 'Date unknown' },
  notBefore: { zh: '不早于', en: 'not before' },
  until: { zh: '延后至', en: 'put off until' },
  states: {
    overdue: { zh: '已过期', en: 'overdue' },
    today: { zh: '今天', en: 'today' },
    now: { zh: '现在可办', en: 'can be done now' },
    ahead: { zh: '未到期', en: 'ahead' },
    unknown: { zh: '待定', en: 'open' },
    snoozed: { zh: '已延后', en: 'put off' },
    done: { zh: '已完成', en: 'done' },
  },
  note: {
    zh: '日期按北京时间；每个日期的推算过程见应用内“待办”。',
    en: 'Days are those of Beijing time; how each was worked out stands in the app.',
  },
} as const;

/** The column says already what these words say. */
const WHY = { zh: /^依据：/u, en: /^Rests on: /u } as const;

const COLUMNS = [28, 34, 26, 28, 16] as const;

/** The agenda as a register on paper. */
export function agendaPaper(lines: readonly AgendaLine[], today: CivilDate, language: Language): Paper {
  return registerPaper({
    title: say(WORDS.title, language),
    subtitle: WORDS.count[language](lines.length, say(dateWords(today), language)),
    language,
    header: [...WORDS.header[language]],
    widths: [...COLUMNS],
    rows: lines.map((line) => [
      dateCell(line, language),
      say(line.title, language),
      say(line.why, language).replace(WHY[language], ''),
      say(line.ifMissed, language),
      stateCell(line, language),
    ]),
    note: say(WORDS.note, language),
  });
}

function dateCell({ date, notBefore }: AgendaLine, language: Language): string {
  if (date !== undefined) return say(dateWords(date), language);
  const bound =
    notBefore === undefined ? '' : ` ${say(WORDS.notBefore, language)} ${say(dateWords(notBefore), language)}`;
  return `${say(WORDS.unknown, language)}${bound}`;
}

function stateCell({ state, snoozed, done }: AgendaLine, language: Language): string {
  const word = say(WORDS.states[state], language);
  if (done) return `${word} ${done.on}${done.note === '' ? '' : ` ${done.note}`}`;
  if (snoozed) return `${word}；${say(WORDS.until, language)} ${snoozed.until}：${snoozed.reason}`;
  return word;
}
