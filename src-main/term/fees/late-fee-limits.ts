import type { Quantity, Share } from '../../agreement/fact.ts';
import { quantityWords, shareWords } from '../../agreement/fact-words.ts';
import type { StatedCeiling } from '../../agreement/quantity/ceiling.ts';
import { type Param, sentence } from '../../agreement/sentence.ts';
import { type Answer, type TermStep, known, missingInput, restingOn, unknown } from '../answer.ts';
import type { TermBasis } from '../basis.ts';
import { dateWords } from '../calendar/civil-date.ts';
import { countPeriod, periodLength } from '../count-period.ts';
import { type Fen, formatYuan, parseYuan, share } from './money.ts';
import { after as partAfter, type OverdueAmount, type Span } from './overdue.ts';
import { shareRatio } from './share.ts';

interface Late {
  readonly spans: readonly Span[];
  readonly after: Quantity;
  readonly feeOn: (spans: readonly Span[]) => Answer<Fen>;
}

const least = (fee: Answer<Fen>): Fen => (fee.known ? fee.value : parseYuan(fee.atLeast ?? '0'));
const most = (fee: Answer<Fen>): Fen | undefined =>
  fee.known ? fee.value : fee.atMost === undefined ? undefined : parseYuan(fee.atMost);

const between = (atLeast: Fen, atMost: Fen | undefined) => ({
  atLeast: formatYuan(atLeast),
  ...(atMost === undefined ? {} : { atMost: formatYuan(atMost) }),
});

/**
 * A late fee that runs only for what is overdue longer than some time: nothing within it. Afterwards the text leaves open
 * whether the days within it count too: both are said.
 */
export function afterGrace(basis: TermBasis, { settlementDay }: OverdueAmount, late: Late): Answer<Fen> {
  const length = periodLength(late.after);
  if (!length) {
    const text = sentence('term.fees.grace-not-read', { grace: quantityWords(late.after) });
    return unknown([{ what: 'fact', name: 'late-fee-grace', text }], [], { atLeast: '0.00' });
  }
  const whole = late.feeOn(late.spans);
  const end = countPeriod(basis, settlementDay, length);
  const paidOn = late.spans.at(-1)?.to;
  const grace = quantityWords(late.after);
  if (!end.known) {
    const { notBefore } = end;
    if (notBefore === undefined || (paidOn !== undefined && paidOn > notBefore))
      return restingOn([whole], { ...end, ...between(0n, most(whole)) });
    // Whatever days are off, the grace does not end before this one; which it ends on is not known, and why is said.
    const bound = sentence('term.fees.within-grace-bound', { grace, day: dateWords(notBefore) });
    return known(0n, [...end.steps, ...[bound, ...end.missing.map((each) => each.text)].map((text) => ({ text }))]);
  }
  const [safe, latest] = [dateWords(end.value.safe), dateWords(end.value.latest)];
  if (paidOn === undefined || paidOn <= end.value.safe) {
    const step: TermStep = { text: sentence('term.fees.within-grace', { grace, day: safe }) };
    return known(0n, [...end.steps, step]);
  }
  const rest = late.feeOn(partAfter(end.value.latest, late.spans));
  const name = 'late-fee-grace';
  const text = sentence('term.fees.grace-open', { grace, day: latest });
  if (whole.known && rest.known && whole.value === rest.value) return restingOn([end], whole);
  const missing = whole.known ? [] : whole.missing;
  return restingOn(
    [end, whole],
    unknown([{ what: 'fact', name, text }, ...missing], [], between(least(rest), most(whole))),
  );
}

/** The most that a late fee can come to, and by which words; without amounts where it is a share of something not given. */
interface Ceiling {
  readonly words: Param;
  readonly atLeast?: Fen;
  readonly atMost?: Fen;
}

/** A ceiling that is a sum of money; absent where the words state none. */
export function ceilingInMoney(stated: StatedCeiling | undefined): Ceiling | undefined {
  if (stated?.yuan === undefined) return undefined;
  const fen = BigInt(Math.round(stated.yuan * 100));
  return { words: formatYuan(fen), atLeast: fen, atMost: fen };
}

/** A ceiling on stretches of what was overdue: of the sum that was, or, after payments, of what was left. */
export function ceilingOn(atMost: Share, spans: readonly Span[]): Ceiling {
  const words = shareWords(atMost);
  if (atMost.of !== 'overdue') return { words };
  const sums = spans.map(({ fen }) => share(fen, shareRatio(atMost)));
  const [low, high] = [sums.at(-1) ?? 0n, sums[0] ?? 0n];
  return { words, atLeast: low < high ? low : high, atMost: high };
}

/** The late fee, no higher than its ceiling. */
export function underCeiling(fee: Answer<Fen>, { words, atLeast: low, atMost: high }: Ceiling): Answer<Fen> {
  if (low === undefined || high === undefined) {
    if (fee.known && fee.value === 0n) return fee;
    const lacks = missingInput('lateFeeCeiling', sentence('term.fees.ceiling-missing', { words }));
    return restingOn([fee], unknown([lacks, ...(fee.known ? [] : fee.missing)], [], between(0n, most(fee))));
  }
  const top = most(fee);
  const given = { words, most: formatYuan(high) };
  if (top !== undefined && top <= low) {
    return { ...fee, steps: [...fee.steps, { text: sentence('term.fees.ceiling-not-reached', given) }] };
  }
  const reached: TermStep = { text: sentence('term.fees.ceiling', given) };
  const bottom = least(fee);
  if (bottom >= high && low === high) return known(high, [...fee.steps, reached]);
  const [from, to] = [bottom < low ? bottom : low, top === undefined || top > high ? high : top];
  if (from === to) return known(to, [...fee.steps, reached]);
  const open = sentence('term.fees.ceiling-open', { words, least: formatYuan(low), most: formatYuan(high) });
  const lacks = low === high ? [] : ([{ what: 'fact', name: 'late-fee-ceiling', text: open }] as const);
  return restingOn([fee], unknown([...(fee.known ? [] : fee.missing), ...lacks], [reached], between(from, to)));
}
