/**
 * The arithmetic of dates and money at the size of a large customer: a clock for every notice of 300 agreements, a service month
 * with ten thousand outage rows, one with a hundred thousand in slices between which a window answers, an agenda of three thousand items and its calendar file. Each is set against the plainest
 * program that touches the same values once, measured in the same run.
 */
import { factFromLegacy } from '../../src-main/agreement/present-fact.ts';
import { type AgendaItem, mergeAgenda } from '../../src-main/term/agenda/agenda.ts';
import { known } from '../../src-main/term/answer.ts';
import type { TermBasis } from '../../src-main/term/basis.ts';
import { addDays } from '../../src-main/term/calendar/civil-date.ts';
import { SHIPPED_CALENDAR } from '../../src-main/term/calendar/holiday-tables.ts';
import { calendarFile } from '../../src-main/term/agenda/ics.ts';
import { noticeClock } from '../../src-main/term/notice/notice-clock.ts';
import { serviceLevelInSlices } from '../../src-main/term/service/service-level.ts';
import { type Outage, monthMinutes, stretchOf } from '../../src-main/term/service/outages.ts';

const ROUNDS = 15;
const NOTICES = 300;
const OUTAGES = 10_000;
const MANY = 100_000;
const ITEMS = 3_000;

const BASIS: TermBasis = {
  sources: [
    {
      facts: [
        factFromLegacy({ kind: 'change-notice-days', value: 30, unit: 'day', clause: 'c1', quote: '30 days' }, 1),
      ],
      clauses: [{ id: 'c1', number: '1.1', text: '30 days' }],
    },
  ],
  calendar: SHIPPED_CALENDAR,
};

function medianMs(work: () => unknown): number {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    work();
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}

const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');

function outage(index: number): Outage {
  const minute = (index * 7919) % 44_000;
  const at = (offset: number): string => {
    const moment = minute + offset;
    return `2026-03-${two(moment / 1440 + 1)}T${two((moment % 1440) / 60)}:${two(moment % 60)}:00+08:00`;
  };
  return { from: at(0), to: at(1 + (index % 40)) };
}

function item(index: number): AgendaItem {
  const words = { zh: `第 ${index} 项：续费与付款`, en: `item ${index}: renewal and payment` };
  return {
    id: `item-${index}`,
    date: known(addDays('2026-01-01', (index * 31) % 360), []),
    title: words,
    why: words,
    ifMissed: words,
    kind: 'renewal',
  };
}

/** Work in slices as the app runs it: all of it together, and the longest time in which nothing else is let through. */
function sliced(work: Generator<void, unknown>): { readonly totalMs: number; readonly longestMs: number } {
  let [totalMs, longestMs] = [0, 0];
  for (;;) {
    const began = performance.now();
    const { done } = work.next();
    const took = performance.now() - began;
    totalMs += took;
    longestMs = Math.max(longestMs, took);
    if (done === true) return { totalMs, longestMs };
  }
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

export default function bench(): object {
  const outages = Array.from({ length: OUTAGES }, (_, index) => outage(index));
  const items = Array.from({ length: ITEMS }, (_, index) => item(index));
  const clocks = medianMs(() => {
    for (let index = 0; index < NOTICES; index += 1) {
      noticeClock(BASIS, { kind: 'change', channel: 'site', sent: addDays('2026-01-01', index) });
    }
  });
  const minutes = medianMs(() => monthMinutes('2026-03', outages, 'whole'));
  const parsed = medianMs(() => outages.map(stretchOf));
  const many = Array.from({ length: MANY }, (_, index) => outage(index));
  // The first run warms up.
  sliced(serviceLevelInSlices(BASIS, { month: '2026-03', downtime: { outages: many } }));
  const month = sliced(serviceLevelInSlices(BASIS, { month: '2026-03', downtime: { outages: many } }));
  const merged = medianMs(() => mergeAgenda([items], '2026-11-23'));
  const dateOf = ({ date }: AgendaItem): string => (date.known ? date.value : '');
  const sorted = medianMs(() => [...items].sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : 1)));
  const calendar = medianMs(() => calendarFile(items, { now: '2026-11-23T00:00:00Z', language: 'zh' }));
  const json = medianMs(() => JSON.stringify(items));
  return {
    name: 'term',
    clocks: NOTICES,
    clocksMedianMs: round(clocks),
    outageRows: OUTAGES,
    outagesMedianMs: round(minutes),
    outagesToParsingOnly: round(minutes / parsed),
    manyOutageRows: MANY,
    manyOutagesMs: round(month.totalMs),
    manyOutagesLongestSliceMs: round(month.longestMs),
    agendaItems: ITEMS,
    agendaMedianMs: round(merged),
    agendaToSortOnly: round(merged / sorted),
    calendarMedianMs: round(calendar),
    calendarToJson: round(calendar / json),
  };
}
