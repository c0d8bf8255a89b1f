import { atOnce } from '../../agreement/at-once.ts';
import { typed } from '../../../assets/typed/typed-words.ts';
import type { CaseFrom, CaseSource, ClaimedMoney, SendingWindow } from '../../kernel/cases/cases.ts';
import { otherZone } from '../../kernel/days/today.ts';
import { calledAt } from '../../kernel/standing.ts';
import type { Store } from '../../store/store.ts';
import { obligationBases } from './basis.ts';
import { claimDays } from '../../term/service/claim/claim-days.ts';
import { claimFrom, type ClaimPaper, claimPapers, type KeptClaim } from './claim-records.ts';
import { currencyCode, typedAmount } from '../../term/fees/currency.ts';
import { outageLog } from './outage-records.ts';
import { around, ofPeriod, outagesOf, periodLevelInSlices } from './period-level.ts';

/** Claims as cases. */
export const CLAIM_CASES: CaseSource = {
  word: 'claim',
  of: (store, id) => {
    const claim = claimPapers(store).get(id);
    return claim && claimFromOf(store, claim);
  },
  all: (store) =>
    claimPapers(store)
      .list()
      .map((claim) => claimFromOf(store, claim)),
};

/** A claim with the window of its month: from the day it opens to the last day, by the text that stood in the month. */
export function claimFromOf(store: Store, claim: ClaimPaper): CaseFrom {
  const { subject: agreementId = '', createdAt } = claim;
  return {
    ...claimFrom(store, claim, calledAt(store, agreementId, createdAt)),
    window: () => claimWindowOf(store, agreementId, claim.body),
    ...(claim.body.days === undefined ? { claimed: () => claimedBy(store, agreementId, claim.body) } : {}),
  };
}

/** What a claim is for, in the currency of the text that its month goes by. */
function claimedBy(store: Store, agreementId: string, { amount, month }: KeptClaim): ClaimedMoney {
  const { terms } = ofPeriod(obligationBases(store, agreementId), month).basis;
  return {
    amount,
    currency: currencyCode(terms),
    inFigures: (text) => typed(typedAmount(terms, text)).replace(/\s*元$/u, ''),
  };
}

/** The days on which the claim of a month can be sent, as far as its text says them. */
export const claimWindowOf = (
  store: Store,
  agreementId: string,
  claim: Pick<KeptClaim, 'month' | 'unit'>,
): SendingWindow => atOnce(claimWindowInSlices(store, agreementId, claim));

/** The same in slices. */
export function* claimWindowInSlices(
  store: Store,
  agreementId: string,
  { month, unit }: Pick<KeptClaim, 'month' | 'unit'>,
): Generator<void, SendingWindow> {
  const { basis, end } = ofPeriod(obligationBases(store, agreementId), month);
  // What went on at the end of the month began in it all the same.
  const log = outageLog({ store, now: () => new Date(end) }, agreementId);
  const outages = yield* outagesOf(yield* around(basis, log, month));
  return {
    ...claimDays((yield* periodLevelInSlices(basis, outages, month, unit)).claim),
    ...otherZone(basis.terms),
  };
}
