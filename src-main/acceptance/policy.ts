/** How strict the ceremony is. Its floor is `DEFAULT_POLICY`; a policy can only add to it. */
export interface CeremonyPolicy {
  /** Multiplies the reading time of each clause; 1 to 10. */
  readonly readingTimeFactor: number;
  /** Every clause must have been on screen for its reading time, not only the conspicuous ones. */
  readonly everyClause: boolean;
  /** A second person confirms an acceptance. */
  readonly secondPerson: boolean;
}

export const DEFAULT_POLICY: CeremonyPolicy = { readingTimeFactor: 1, everyClause: false, secondPerson: false };

const HIGHEST_FACTOR = 10;

/** The stricter of two policies, member by member: whatever is wished, nothing gets laxer than `base`. */
export function strengthen(base: CeremonyPolicy, wish: Partial<CeremonyPolicy>): CeremonyPolicy {
  const wished = Number.isFinite(wish.readingTimeFactor) ? (wish.readingTimeFactor as number) : 0;
  return {
    readingTimeFactor: Math.max(base.readingTimeFactor, Math.min(HIGHEST_FACTOR, wished)),
    everyClause: base.everyClause || wish.everyClause === true,
    secondPerson: base.secondPerson || wish.secondPerson === true,
  };
}
