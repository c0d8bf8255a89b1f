import { dayOf, type EventOf, type HistoryEvent, instantOf } from './history.ts';

type KeptOn = EventOf<'kept-on'>;

/** The objections in writing, each as it was last said of its notice: which text it was against may have been corrected. */
export function lastObjections(history: readonly HistoryEvent[]): readonly KeptOn[] {
  const inTime = history
    .filter((event): event is KeptOn => event.kind === 'kept-on')
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return [...new Map(inTime.map((event) => [event.noticeId, event])).values()];
}

/**
 * By which objection a version is none to decide on: the last one, unless it was decided on since. Of a decision of the same day only one to
 * accept goes before it.
 */
export function objectedIn(
  objections: readonly EventOf<'objected'>[],
  decided: EventOf<'decided'> | undefined,
): EventOf<'objected'> | undefined {
  const last = objections.at(-1);
  if (!last || !decided) return last;
  const day = dayOf(decided.at);
  return day > last.on || (day === last.on && decided.decision === 'accepted') ? undefined : last;
}

/** A stretch of acceptance: when it was concluded, and from and until when it stands (UTC ISO). */
interface Stretch {
  readonly on: string;
  readonly from: string;
  readonly until?: string;
}

/** By which objection a stretch goes on as agreed: sent since the day on which it was concluded, and not known to have arrived after its end. */
export function keptOnIn({ on, from, until }: Stretch, kept: readonly KeptOn[]): KeptOn | undefined {
  const since = instantOf(dayOf(on < from ? on : from));
  return kept.findLast((event) => {
    const there = instantOf(event.arrived ?? event.answered ?? event.from);
    return instantOf(event.from) >= since && (until === undefined || there < until);
  });
}
