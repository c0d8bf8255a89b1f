import { type Standing, standsAt } from './standing.ts';
import type { Decision } from './record.ts';

/** A version as far as it can be the text of a time at which none stood. */
export interface KnownVersion {
  readonly id: string;
  /** When its text came into the records, UTC ISO. */
  readonly savedAt: string;
  /** Decisions inside the company, oldest first. */
  readonly decisions: readonly { readonly decision: Decision; readonly decidedAt: string }[];
}

/**
 * Why a version is the text of a time. `accepted`: it stood then. Where none did: `chosen` by the person; `other-time`: it
 * stood before and had ended; `decided`: accepted inside the company by then; `newest` that was known then; `first` of
 * all, where none was known yet.
 */
export type TextBy = 'accepted' | 'chosen' | 'other-time' | 'decided' | 'newest' | 'first';

const accepted = ({ decisions }: KnownVersion, instant: string): boolean =>
  decisions.findLast(({ decidedAt }) => decidedAt <= instant)?.decision === 'accepted';

/**
 * The text that figures of an instant (UTC ISO) rest on. What is accepted, decided or imported later than the instant changes
 * nothing of it.
 * @param versions of the agreement, oldest first
 * @param chosen version that the person chose for where none stands
 */
export function textThen(
  standing: Standing,
  versions: readonly KnownVersion[],
  chosen: string | undefined,
  instant: string,
): { readonly id: string; readonly by: TextBy } | undefined {
  const candidates: readonly (readonly [string | undefined, TextBy])[] = [
    [standsAt(standing, instant)?.versionId, 'accepted'],
    [chosen, 'chosen'],
    [standing.periods.findLast(({ from }) => from <= instant)?.versionId, 'other-time'],
    [versions.findLast((version) => accepted(version, instant))?.id, 'decided'],
    [versions.findLast(({ savedAt }) => savedAt <= instant)?.id, 'newest'],
    [versions[0]?.id, 'first'],
  ];
  for (const [id, by] of candidates) {
    if (id !== undefined && versions.some((version) => version.id === id)) return { id, by };
  }
  return undefined;
}
