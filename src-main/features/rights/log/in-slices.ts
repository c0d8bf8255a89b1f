import { atOnce } from '../../../agreement/at-once.ts';
import type { Ports } from '../../../kernel/ports.ts';
import type { Store } from '../../../store/store.ts';

/** Milliseconds of work after which everything else that waits is let through: a window must answer within fifty. */
const SLICE_MS = 12;

/** Work in slices, with room between them for what else there is to do. */
export async function inSlices<Result>(
  { monotonic }: Pick<Ports, 'monotonic'>,
  work: Generator<void, Result>,
): Promise<Result> {
  let begun = monotonic();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (monotonic() - begun < SLICE_MS) continue;
    await new Promise((resolve) => setImmediate(resolve));
    begun = monotonic();
  }
}

/** What was worked out in slices, and the state of the store that all of them saw. */
interface Undisturbed<Result> {
  readonly result: Result;
  readonly changes: number;
}

/** Times that work is tried in slices between which something may be written. */
const TRIES = 5;

/**
 * Work in slices that is begun anew where something was written between them: slices of two states agree with neither. Where that never
 * ends it is done at once.
 */
export function* undisturbed<Result>(
  store: Store,
  work: () => Generator<void, Result>,
): Generator<void, Undisturbed<Result>> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const changes = store.changes();
    const result = yield* work();
    if (store.changes() === changes) return { result, changes };
  }
  return { result: atOnce(work()), changes: store.changes() };
}
