import { sentence } from '../../agreement/sentence.ts';
import { beijingToday } from '../../kernel/beijing-today.ts';
import type { PlacedItem } from '../../kernel/between-features.ts';
import { stampInterval } from '../../kernel/preferences.ts';
import type { Ports } from '../../kernel/ports.ts';
import { stampItem } from '../../term/agenda/agenda-items.ts';
import { known } from '../../term/answer.ts';
import { addDays } from '../../term/calendar/civil-date.ts';
import { timestampPapers } from '../../kernel/papers/timestamps.ts';

/**
 * Asks for a time stamp over the ledger once decisions have stood without one for as long as the person wishes: until then
 * nothing but this computer's clock says when they were made.
 */
export function stampAgendaSource({ store, now }: Ports): readonly PlacedItem[] {
  const days = stampInterval(store);
  const stamped = timestampPapers(store)
    .list()
    .flatMap(({ body }) => (body.attached === undefined ? [] : [body.sequence]));
  const { count, oldest } = store.ledger.since('acceptance-decided', Math.max(0, ...stamped));
  if (days === 0 || oldest === undefined) return [];
  const due = addDays(beijingToday(new Date(oldest)), days);
  if (due > beijingToday(now())) return [];
  const text = sentence('evidence.stamp-agenda.why', { count, days });
  const subject = { id: 'time-stamp:ledger', name: sentence('evidence.stamp-agenda.ledger') };
  const item = stampItem(subject, known(due, [{ text }]));
  return [{ item: { ...item, why: text }, place: { screen: 'evidence', part: 'timestamps' } }];
}
