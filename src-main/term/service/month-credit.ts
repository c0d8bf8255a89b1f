import { type Sentence, sentence } from '../../agreement/sentence.ts';
import type { Share, TierValue } from '../../agreement/fact.ts';
import { creditWords, quantityWords } from '../../agreement/fact-words.ts';
import { isAddedUp } from '../../agreement/quantity/credit-base.ts';
import { type Answer, type Missing, allSteps, known, mapAnswer, missingInput, restingOn, unknown } from '../answer.ts';
import { factsOf, type TermBasis } from '../basis.ts';
import { type Currency, currencyOf } from '../fees/currency.ts';
import { formatYuan, parseYuan } from '../fees/money.ts';
import { shareRatio } from '../fees/share.ts';
import { type CreditCap, creditCap } from './credit-cap.ts';
import { isLeftOut } from './credit-tier.ts';
import { type ExactFee, type Fees, feeOfBase, feeOfPeriod, partOf } from './month-fee.ts';

/** What a credit rests on. */
export interface CreditGround {
  readonly tier: Answer<TierValue | undefined>;
  readonly promised: Answer<number>;
  readonly fees: Fees;
  readonly cap: Answer<CreditCap>;
  /** What amounts of the agreement are in; absent where its text names several. */
  readonly currency?: Currency | undefined;
  /** How many outages of the period count; absent where nobody knows. */
  readonly outages?: number;
  /** The class gets no credits, whatever it is promised. */
  readonly none?: true;
}

/** What the credit of a period rests on. @param outages how many of them count, where that is known */
export function groundOf(
  basis: TermBasis,
  found: Pick<CreditGround, 'tier' | 'promised' | 'fees'>,
  outages: number | undefined,
): CreditGround {
  return {
    ...found,
    cap: creditCap(basis, found.fees),
    currency: currencyOf(basis).code,
    ...(outages === undefined ? {} : { outages }),
    ...(isLeftOut(basis) ? { none: true as const } : {}),
  };
}

/** What stands in the way of any credit, whatever its form. */
function lacking({ tier, promised, none }: CreditGround): Answer<TierValue | undefined> {
  // A promise that is stated but cannot be used leaves open which tiers are meant, and for what time.
  if (none !== true && !promised.known && promised.steps.length > 0) {
    const missing = [...promised.missing, ...(tier.known ? [] : tier.missing)];
    return unknown(
      [...new Map(missing.map((each) => [`${each.what} ${each.name}`, each])).values()],
      allSteps([promised, tier]),
    );
  }
  return tier;
}

const notMoney = (tier: TierValue): Missing | undefined =>
  ('amount' in tier.credit ? tier.form !== 'service-days' : tier.credit.unit === 'money')
    ? undefined
    : {
        what: 'fact',
        name: 'credit-tier',
        text:
          'amount' in tier.credit
            ? sentence('term.service-level.in-service-time', { given: creditWords(tier.credit) })
            : sentence('term.service-level.no-money', { given: quantityWords(tier.credit) }),
      };

const DOLLARS: ReadonlySet<Currency | undefined> = new Set(['HKD', 'USD', 'SGD', 'TWD']);

/** A sum in another currency than the agreement's amounts is never told as one of these. */
function otherCurrency({ credit }: TierValue, of: Currency | undefined): Missing | undefined {
  const mark = 'amount' in credit ? undefined : credit.currency;
  if (mark === undefined || 'amount' in credit || mark === of || (mark === '$' && DOLLARS.has(of))) return undefined;
  const text = sentence('term.service-level.other-currency', { given: quantityWords(credit) });
  return { what: 'fact', name: 'credit-tier', text };
}

/** The fee that a credit is a share of is not one that is known here: its words, or that there are none. */
function baseMissing(of: Share['of']): Sentence {
  if (typeof of === 'string') return sentence('term.service-level.base-missing');
  if (isAddedUp(of.words)) return sentence('term.service-level.base-added-up', { words: of.words });
  return of.words === ''
    ? sentence('term.service-level.base-unsaid')
    : sentence('term.service-level.base-of-words', { words: of.words });
}

/** The credit before the cap, in fen. */
function fullCredit(tier: TierValue, ground: CreditGround): Answer<bigint> {
  const none = notMoney(tier) ?? otherCurrency(tier, ground.currency);
  if (none) return unknown([none], []);
  const once = creditOnce(tier, ground.fees);
  if (tier.each === undefined || !once.known) return once;
  if (ground.outages === undefined)
    return unknown([missingInput('outages', sentence('term.service-level.each-needs-log'))], once.steps);
  const { outages: count } = ground;
  const text = sentence('term.service-level.each-outage', { count, once: formatYuan(once.value) });
  return known(once.value * BigInt(count), [...once.steps, { text }]);
}

/** What the tier gives once. */
function creditOnce({ credit }: TierValue, fees: Fees): Answer<bigint> {
  if (!('amount' in credit)) return known(parseYuan(String(credit.value)), []);
  const fee = feeOfBase(fees, credit.of);
  if (!fee) return unknown([missingInput('base', baseMissing(credit.of))], []);
  return mapAnswer(fee, ({ total, months }: ExactFee) => partOf(total, months, shareRatio(credit)));
}

/** Whether a credit is a share of what several instances cost together: what a person says of that is the base of none of them alone. */
export const isOfSum = (basis: Pick<TermBasis, 'sources'>): boolean =>
  factsOf(basis, 'credit-tier').some(({ fact: { value } }) => {
    const of = typeof value === 'object' && 'credit' in value && 'of' in value.credit ? value.credit.of : undefined;
    return typeof of === 'object' && isAddedUp(of.words);
  });

/** What the tier gives in yuan before any cap. */
export function fullCreditOf(ground: CreditGround): Answer<string> {
  const tier = lacking(ground);
  if (!tier.known) return tier;
  if (tier.value === undefined) return known('0.00', tier.steps);
  return restingOn([tier], mapAnswer(fullCredit(tier.value, ground), formatYuan));
}

/** The credit in yuan, as money or vouchers. */
export function creditOf(ground: CreditGround): Answer<string> {
  const tier = lacking(ground);
  if (!tier.known) {
    const fee = feeOfPeriod(ground.fees);
    return unknown([...tier.missing, ...(fee.known ? [] : fee.missing)], allSteps([tier, fee]));
  }
  if (tier.value === undefined) {
    const text = sentence('term.service-level.no-credit');
    return known('0.00', [...tier.steps, { text }]);
  }
  const full = fullCredit(tier.value, ground);
  if (!full.known) return restingOn([tier], full);
  const { cap } = ground;
  const fen = full.value;
  const vouchers = tier.value.form === 'voucher' ? [{ text: sentence('term.service-level.as-vouchers') }] : [];
  if (!cap.known) {
    const said = { given: creditWords(tier.value.credit), full: formatYuan(fen) };
    const text = sentence('term.service-level.credit-before-cap', said);
    const most = cap.atMost === undefined ? fen : parseYuan(cap.atMost);
    return restingOn([tier, full], {
      ...cap,
      atLeast: '0.00',
      atMost: formatYuan(most < fen ? most : fen),
      steps: [...cap.steps, { text }, ...vouchers],
    });
  }
  const limit = cap.value.by === 'fee' ? cap.value.fen : undefined;
  const words = { given: creditWords(tier.value.credit), full: formatYuan(fen) };
  const text =
    limit === undefined
      ? sentence('term.service-level.credit-uncapped', words)
      : fen > limit
        ? sentence('term.service-level.credit-above-cap', { ...words, cap: formatYuan(limit) })
        : sentence('term.service-level.credit-within-cap', words);
  const credit = limit !== undefined && fen > limit ? limit : fen;
  return restingOn([tier, full], known(formatYuan(credit), [{ text }, ...vouchers]));
}

/** The credit in yuan; where it is not known, with what it comes to by the tiers between which it lies. */
export function creditBetween(ground: CreditGround, tiers: readonly CreditGround['tier'][] = []): Answer<string> {
  const credit = creditOf(ground);
  const [most, least] = credit.known ? [] : tiers.map((tier) => creditOf({ ...ground, tier }));
  if (credit.known || least?.known !== true || most?.known !== true || least.value === most.value) return credit;
  return { ...credit, atLeast: least.value, atMost: most.value };
}

/** The credit in days of service. */
export function daysOf(ground: CreditGround): Answer<number> {
  const tier = lacking(ground);
  if (!tier.known) return tier;
  const { value } = tier;
  if (value && !('amount' in value.credit) && value.credit.unit === 'service-day')
    return known(value.credit.value, tier.steps);
  return unknown([{ what: 'fact', name: 'credit-tier', text: sentence('term.service-level.no-days') }], tier.steps);
}

/** The credit in percent of the month's fee. */
export function percentOf(ground: CreditGround): Answer<number> {
  const tier = lacking(ground);
  if (!tier.known) return tier;
  const credit = tier.value?.credit ?? { amount: 0, unit: 'percent', of: 'month-fee' };
  if ('amount' in credit && credit.unit === 'percent' && credit.of === 'month-fee' && !tier.value?.each)
    return known(credit.amount, tier.steps);
  return unknown([{ what: 'fact', name: 'credit-tier', text: sentence('term.service-level.no-percent') }], tier.steps);
}
