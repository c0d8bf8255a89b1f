import { type Language, say } from '../../../agreement/sentence.ts';
import type { LetterValues } from '../../../letter/template.ts';
import { claimDays } from '../../../term/service/claim/claim-days.ts';
import { periodWords } from '../../../term/service/period.ts';
import type { ServiceLevel } from '../../../term/service/service-level.ts';

/** A month is one in whatever language; another period is called by its name. */
export const periodOf = ({ period }: ServiceLevel, language: Language): LetterValues =>
  /^\d{4}-\d\d$/u.test(period) ? { month: period } : { period: say(periodWords(period), language) };

/** Between which days the credit can be claimed, as far as that is certain. */
export function inTime({ claim }: ServiceLevel): LetterValues {
  const { opens, safe } = claimDays(claim);
  return { ...(opens === undefined ? {} : { claimFrom: opens }), ...(safe === undefined ? {} : { claimUntil: safe }) };
}
