import { sentence } from '../../../agreement/sentence.ts';
import type { LogRemark, ReadOutage, RefusedRow } from './log-reading.ts';

/** What was seen at one moment. */
export interface StateAt extends Pick<ReadOutage, 'line' | 'zoned' | 'cause' | 'instances' | 'exclusion'> {
  readonly at: string;
  readonly seconds: number;
  readonly state: 'down' | 'up';
}

interface Paired {
  readonly rows: readonly ReadOutage[];
  readonly refused: readonly RefusedRow[];
  readonly remarks: readonly LogRemark[];
}

/** By what they are about, each in order of time; what stands at the same time keeps the order of the file. */
function series(states: readonly StateAt[]): readonly (readonly StateAt[])[] {
  const groups = new Map<string, StateAt[]>();
  for (const state of states) {
    const name = (state.instances ?? []).join('\n');
    const group = groups.get(name);
    if (group) group.push(state);
    else groups.set(name, [state]);
  }
  return [...groups.values()].map((group) => group.sort((a, b) => a.seconds - b.seconds));
}

function begun({ line, at, zoned, cause, instances, exclusion }: StateAt, to?: string): ReadOutage {
  return {
    line,
    from: at,
    zoned,
    ...(to === undefined ? {} : { to }),
    ...(cause === undefined ? {} : { cause }),
    ...(instances === undefined ? {} : { instances }),
    ...(exclusion === undefined ? {} : { exclusion }),
  };
}

/**
 * Down and up events, paired for each instance by time: an outage lasts from a down to the next up; a further down in between is
 * part of it, which is remarked, and without an up it goes on. An up that nothing went before is refused.
 */
export function pairEvents(states: readonly StateAt[]): Paired {
  const rows: ReadOutage[] = [];
  const refused: RefusedRow[] = [];
  const remarks: LogRemark[] = [];
  for (const group of series(states)) {
    let open: StateAt | undefined;
    let last: StateAt['state'] | undefined;
    for (const each of group) {
      if (each.state === 'down') {
        if (open) {
          const words = { line: each.line, first: open.line };
          remarks.push({ line: each.line, text: sentence('term.outage-log.down-again', words) });
        }
        open ??= each;
      } else if (open) {
        rows.push(begun(open, each.at));
        open = undefined;
      } else if (last === undefined) {
        const { line } = each;
        const why = sentence('term.outage-log.up-alone', { line });
        refused.push({ line, why, next: sentence('term.outage-log.up-alone.next') });
      }
      last = each.state;
    }
    if (open) rows.push(begun(open));
  }
  return { rows: rows.sort((a, b) => a.line - b.line), refused, remarks };
}

/** A gap of more than so many usual distances is no measurement. */
const GAP = 3;

function usualDistance(group: readonly StateAt[]): number {
  const distances = group.slice(1).map(({ seconds }, index) => seconds - (group[index]?.seconds ?? seconds));
  return distances.sort((a, b) => a - b)[Math.floor(distances.length / 2)] ?? 0;
}

/**
 * Samples of an instance: down from the first that failed to the first that did not. Where samples are missing the outage ends at
 * the last that failed; one that fails to the end goes no further than its last sample.
 */
export function stretchesOfSamples(states: readonly StateAt[]): Paired {
  const rows: ReadOutage[] = [];
  for (const group of series(states)) {
    const usual = usualDistance(group);
    let open: StateAt | undefined;
    let before: StateAt | undefined;
    const close = (to: string): void => {
      if (open && open.at !== to) rows.push(begun(open, to));
      open = undefined;
    };
    for (const each of group) {
      if (open && before && usual > 0 && each.seconds - before.seconds > GAP * usual) close(before.at);
      if (each.state === 'down') open ??= each;
      else close(each.at);
      before = each;
    }
    if (before) close(before.at);
  }
  return { rows: rows.sort((a, b) => a.line - b.line), refused: [], remarks: [] };
}
