import type { ClauseChanges } from '../../contract/review.ts';
import type { Ports } from '../../kernel/ports.ts';
import { type Matter, redlineBetween } from '../../kernel/version-in-review.ts';

/** The agreement itself, before its annexes. */
const MAIN_PART = 0;

/**
 * What became of each clause of a version since the one that it is compared with (what stands, or stood before it). Absent
 * where there is none. A clause that is not named is unchanged; those that the version no longer has are not told here.
 */
export function clauseChanges(ports: Ports, { version, previous }: Matter): ClauseChanges | undefined {
  if (!previous) return undefined;
  const { comparison } = redlineBetween(ports, previous, version);
  return Object.fromEntries(
    comparison.changes.flatMap(({ part, new: side, kind, material, reasons }) =>
      part === MAIN_PART && side
        ? [[side.id, { kind, material, reasons: reasons.map(({ text }) => text) }] as const]
        : [],
    ),
  );
}
