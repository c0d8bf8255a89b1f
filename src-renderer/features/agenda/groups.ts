import type { AgendaLine } from '../../../src-main/contract/agenda.ts';
import { daysApart, inDays } from '../../kernel/dates.ts';

/** How near something is: what is late or can be done first, then by distance, then what has no day. */
export const GROUPS = [
  'overdue',
  'perhaps',
  'today',
  'now',
  'week',
  'month',
  'later',
  'open',
  'unknown',
  'snoozed',
  'done',
] as const;
export type GroupName = (typeof GROUPS)[number];

const WEEK = 7;
const MONTH = 30;

/** Where a line stands, by its state and, while it is ahead, by its distance from today. */
export function groupOf({ state, date }: AgendaLine, today: string): GroupName {
  if (state !== 'ahead' || date === undefined) return state === 'ahead' ? 'later' : state;
  const days = daysApart(today, date);
  return days <= WEEK ? 'week' : days <= MONTH ? 'month' : 'later';
}

/** The lines by how near they are; groups without any are left out. */
export const grouped = (
  lines: readonly AgendaLine[],
  today: string,
): readonly { readonly name: GroupName; readonly lines: readonly AgendaLine[] }[] =>
  GROUPS.map((name) => ({ name, lines: lines.filter((line) => groupOf(line, today) === name) })).filter(
    (group) => group.lines.length > 0,
  );

/** What a person looks for: dates, versions to review, what is waited for. */
export const CHIPS = ['all', 'dates', 'review', 'answer'] as const;
export type Chip = (typeof CHIPS)[number];

/** Whether a line belongs to what a person looks for. */
export const isOf = (chip: Chip, { kind }: AgendaLine): boolean => {
  const of = kind === 'review' || kind === 'answer' ? kind : 'dates';
  return chip === 'all' || chip === of;
};

/**
 * Until when the key puts off what has this day: a week, and no further than the day before it; undefined where it is due
 * by then.
 */
export function putOffUntil(today: string, date: string | undefined): string | undefined {
  const week = inDays(today, WEEK);
  if (date === undefined || date < today || inDays(date, -1) >= week) return week;
  const before = inDays(date, -1);
  return before > today ? before : undefined;
}
