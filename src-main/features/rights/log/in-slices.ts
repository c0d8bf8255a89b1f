import type { Ports } from '../../../kernel/ports.ts';

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
