import { Decimal } from 'decimal.js';
import { atOnce } from '../../agreement/at-once.ts';
import type { CreditListed } from '../../contract/rights.ts';
import { todayOf } from '../../kernel/days/today.ts';
import type { Ports } from '../../kernel/ports.ts';
import { claimDays, claimWindowOn } from '../../term/service/claim/claim-days.ts';
import { currencyCode } from '../../term/fees/currency.ts';
import type { Period } from '../../term/service/period.ts';
import { obligationBases } from './basis.ts';
import { claimOf } from './claim-records.ts';
import { hasMany, outageLog, outageMonths } from './outage-records.ts';
import { around, ofPeriod, outagesOf, periodLevelInSlices, periodOf } from './period-level.ts';

/** One amount stands as it was worked out; several are added up. */
const summed = (amounts: readonly string[]): string =>
  amounts.length === 1 ? String(amounts[0]) : amounts.reduce((sum, each) => sum.plus(each), new Decimal(0)).toFixed(2);

const isNothing = (amount: string): boolean => new Decimal(amount).isZero();

/** What one unit is owed for a period. */
interface Part {
  /** Absent where it is not known. */
  readonly amount?: string;
  readonly state: 'due' | 'claimed';
  readonly until?: string;
}

/**
 * The credits of an agreement that can still be claimed, the one whose time ends first before the others, then what was claimed and has not
 * come in: of each period with an outage, of all that is measured by itself together. Where neither is there, that the last period gives
 * nothing. A period of which a part is not known says nothing. Of a log of thousands nobody waits for it in a list.
 */
export function creditsListed(ports: Ports, agreementId: string): readonly CreditListed[] {
  const { store } = ports;
  if (hasMany(store, agreementId)) return [];
  const bases = obligationBases(store, agreementId);
  const { terms } = bases(ports.now().toISOString());
  const log = outageLog(ports, agreementId);
  const months = outageMonths(ports, agreementId, terms);
  const periods = [...new Set(months.map((month) => periodOf(bases, month).period))];
  const told = periods.map((period) => ({ period, parts: partsOf(period) }));
  const listed = told.flatMap(({ period, parts }) => (parts ? creditsOf(period, parts) : []));
  if (listed.length > 0) return listed.toSorted((a, b) => orderOf(a).localeCompare(orderOf(b)));
  const [last] = told;
  const gaveNothing = last?.parts?.some(({ amount }) => amount !== undefined && isNothing(amount)) === true;
  return last && gaveNothing
    ? [{ period: last.period, amount: '0.00', currency: currencyCode(terms), state: 'due' }]
    : [];

  /** Undefined where a part that could be claimed is not known. */
  function partsOf(period: Period): readonly Part[] | undefined {
    const { basis } = ofPeriod(bases, period);
    const today = todayOf(ports.now(), basis.terms);
    const outages = atOnce(outagesOf(atOnce(around(basis, log, period))));
    const units = basis.own.units ?? [];
    const parts = (units.length === 0 ? [undefined] : units).flatMap((unit): readonly Part[] => {
      const { credit, claim: window } = atOnce(periodLevelInSlices(basis, outages, period, unit?.name));
      const claim = claimOf(store, agreementId, period, { units, unit });
      const amount = credit.known ? credit.value : undefined;
      // What was settled is never told as due as a whole again, whatever figure came of it since.
      if (claim?.settled) return [];
      // Another amount that is owed by now is another claim.
      const isClaimed = claim !== undefined && claim.amount === amount;
      if (isClaimed && claim.sentAt !== undefined) return [{ amount: claim.amount, state: 'claimed' }];
      if (claimWindowOn(window, today) === 'closed') return [];
      const { safe } = claimDays(window);
      return [
        { ...(amount === undefined ? {} : { amount }), state: 'due', ...(safe === undefined ? {} : { until: safe }) },
      ];
    });
    return parts.some(({ amount }) => amount === undefined) ? undefined : parts;
  }

  function creditsOf(period: Period, parts: readonly Part[]): readonly CreditListed[] {
    const currency = currencyCode(ofPeriod(bases, period).basis.terms);
    return (['due', 'claimed'] as const).flatMap((state): readonly CreditListed[] => {
      const own = parts.filter((part) => part.state === state && !isNothing(part.amount ?? '0'));
      const [until] = own.flatMap((part) => part.until ?? []).toSorted();
      if (own.length === 0) return [];
      const amount = summed(own.flatMap((part) => part.amount ?? []));
      return [{ period, amount, currency, state, ...(until === undefined ? {} : { until }) }];
    });
  }
}

/** What can be claimed first, by the day that its time ends; without one after those. */
const orderOf = ({ state, until = '9999-12-31', period }: CreditListed): string =>
  `${state === 'due' ? 0 : 1} ${until} ${period}`;
