import type { VersionView } from '../../../src-main/contract/review.ts';

/** When the company decided by itself to accept a version (UTC ISO); absent where it did not. */
export const acceptedAt = ({ decisions }: Pick<VersionView, 'decisions'>): string | undefined =>
  decisions.find(({ decision }) => decision === 'accepted')?.decidedAt;
