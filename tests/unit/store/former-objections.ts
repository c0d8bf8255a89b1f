import type { AgendaView } from '../../../src-main/contract/agenda.ts';
import { agreementSummaries } from '../../../src-main/kernel/standing.ts';
import type { Store } from '../../../src-main/store/store.ts';

/** What version 0.1.0 told of objections, their arrival and of use after a change, as today's app tells it. */

/** Every object inside a value, changed from the inside out. */
const inside = (value: unknown, change: (object: Readonly<Record<string, unknown>>) => unknown): unknown => {
  if (Array.isArray(value)) return value.map((each) => inside(each, change));
  if (typeof value !== 'object' || value === null) return value;
  return change(Object.fromEntries(Object.entries(value).map(([name, each]) => [name, inside(each, change)])));
};

/** Versions that were declined and whose change was objected to as well: that is what is said of them today. */
export function withObjections(store: Store, instant: string, then: unknown): unknown {
  const objected = new Map(
    agreementSummaries(store, instant)
      .flatMap(({ versions }) => versions)
      .flatMap(({ id, state, since }) => (state === 'objected' ? [[id as unknown, { state, since }] as const] : [])),
  );
  return inside(then, (object) =>
    object['state'] === 'declined' ? { ...object, ...objected.get(object['id']) } : object,
  );
}

/** That a service is used on is told as a fact today, and concedes nothing. */
export const withUse = (then: unknown): unknown => {
  const { moves } = (then ?? {}) as { readonly moves?: readonly string[] };
  if (!moves) return then;
  return { ...(then as object), moves: moves.map((move) => (move === 'lapsed' ? 'in-use' : move)) };
};

/** The agenda without what it did not tell then: what was closed by sending an objection, and its arrival to be told. */
export function withoutArrivals(told: unknown, then: unknown): unknown {
  const { lines } = (told ?? {}) as Partial<AgendaView>;
  if (!lines) return told;
  const before = new Set(((then ?? {}) as Partial<AgendaView>).lines?.map(({ id }) => id));
  // A last day that was closed by sending then stands today until the objection arrived.
  const now = new Set(lines.map(({ id }) => id));
  const asThen = (line: AgendaView['lines'][number]): AgendaView['lines'][number] => {
    if (line.kind !== 'arrival') return line;
    const id = line.id.replace(/\/arrival$/u, '');
    return before.has(id) && !now.has(id) ? { ...line, id, kind: 'notice-last-day' } : line;
  };
  const isNew = ({ id, kind, done }: AgendaView['lines'][number]): boolean =>
    !before.has(id) && (kind === 'arrival' || (kind === 'notice-last-day' && done !== undefined));
  return { ...(told as object), lines: lines.map(asThen).filter((line) => !isNew(line)) };
}
