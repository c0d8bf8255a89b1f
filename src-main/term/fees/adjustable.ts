import type { LateFeeValue } from '../../agreement/fact.ts';
import { sentence } from '../../agreement/sentence.ts';
import type { TermStep } from '../answer.ts';
import { compare, cutOff, decimal, type Ratio, ratio, times } from './exact.ts';
import { formatYuan } from './money.ts';
import { perDay, type Span } from './overdue.ts';
import { shareRatio } from './share.ts';

/** What the parties agreed to be paid for a breach: a court lowers it on request where it clearly exceeds the loss. */
export const ADJUSTABLE: TermStep = {
  text: sentence('term.renewal.adjustable'),
  statute: sentence('term.renewal.article-585'),
};

const PERIODS = { day: 365n, month: 12n, year: 1n } as const;

/** The rate of a late fee for a year, as a fraction of what is overdue. */
export function yearRate({ rate, per }: Extract<LateFeeValue, { readonly per: string }>): Ratio {
  return times(shareRatio(rate), ratio(PERIODS[per], 1n));
}

interface Compared {
  /** The agreed rate for a year; absent where it follows a published rate. */
  readonly rate: Ratio | undefined;
  /** A published rate in percent a year that the person gave. */
  readonly referenceRate: string | undefined;
  readonly spans: readonly Span[];
  /** Charges for a telecom line: the regulation itself provides 3‰ a day. */
  readonly telecom: boolean;
}

/** What the regulation itself provides for a day: no agreed rate up to it is likely to be lowered. */
const TELECOM_YEAR = ratio(3n * 365n, 1000n);
const BY_REGULATION: TermStep = {
  text: sentence('term.fees.by-regulation'),
  statute: sentence('term.fees.regulation-34'),
};

/**
 * That a late fee is an agreed amount which can be lowered, with what it comes to in a year and, where the person gave a published
 * rate, beside the interest by it. Sources: Civil Code, art. 585 (2); Supreme People's Court, Fa Shi 2023 No. 13, arts. 64 and 65;
 * Telecommunications Regulations (2016), art. 34.
 */
export function adjustable({ rate, referenceRate, spans, telecom }: Compared): readonly TermStep[] {
  if (!rate) return [ADJUSTABLE];
  const percent = times(rate, ratio(100n, 1n));
  const yearly: TermStep = { text: sentence('term.fees.year-rate', { percent: plain(cutOff(percent, 2)) }) };
  const lowered = telecom && compare(rate, TELECOM_YEAR) <= 0 ? [ADJUSTABLE, BY_REGULATION] : [ADJUSTABLE];
  if (referenceRate === undefined) return [yearly, ...lowered];
  const interest = perDay(spans, times(decimal(referenceRate), ratio(1n, 36_500n)));
  const usual = perDay(spans, times(decimal(referenceRate), ratio(13n, 365_000n)));
  const text = sentence('term.fees.compared', {
    rate: referenceRate,
    interest: formatYuan(interest),
    usual: formatYuan(usual),
  });
  return [yearly, ...lowered, { text, statute: sentence('term.fees.article-65'), by: 'person' }];
}

/** `109.50` → `109.5`. */
const plain = (written: string): string => written.replace(/\.?0+$/u, '');
