import { sentence } from '../../agreement/sentence.ts';
import { durationWords } from '../../../assets/messages/duration.ts';
import type { TermStep } from '../../term/answer.ts';
import type { DownRule } from '../../term/service/down-rule.ts';
import type { Counting } from '../../term/service/outages.ts';
import type { Stretch } from '../../term/service/stretches.ts';

/** What of a log the figures of a month are made of. */
interface Counted {
  readonly rule: DownRule;
  readonly counting: Counting;
  /** When the service was down by the rows that no exclusion takes out, however long each lasts, merged and in order. */
  readonly lasted: readonly Stretch[];
  /** What of it the figures count, merged and in order. */
  readonly counted: readonly Stretch[];
}

/** The first of ordered stretches that ends after a moment, where it begins before another. */
function stretchAt(stretches: readonly Stretch[], { from, to }: Stretch): Stretch | undefined {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.to ?? Infinity) > from) high = middle;
    else low = middle + 1;
  }
  const found = stretches[low];
  return found && found.from < to ? found : undefined;
}

/** Why no time of a row counts, with the clause that says so; absent where some of it does. */
export function whyNotCounted(row: Stretch, { rule, counting, lasted, counted }: Counted): TermStep | undefined {
  if (stretchAt(counted, row)) return undefined;
  const { atLeast, all, hours } = rule;
  const whole = stretchAt(lasted, row) ?? row;
  const isShort = atLeast !== undefined && whole.to - whole.from < atLeast.seconds;
  if (isShort) return because(atLeast.step, tooShort(atLeast.seconds));
  if (counting.hours && !stretchAt(counting.hours, row))
    return because(hours, sentence('rights.not-counted.out-of-hours'));
  if (counting.allOf) return because(all, sentence('rights.not-counted.not-all'));
  return { text: sentence('rights.not-counted.no-minute') };
}

/** `longer than 5 minutes` is read as a moment more than five minutes. */
function tooShort(seconds: number): TermStep['text'] {
  const long = durationWords(Math.floor(seconds));
  return Number.isInteger(seconds)
    ? sentence('rights.not-counted.too-short', { long })
    : sentence('rights.not-counted.not-longer', { long });
}

function because(step: TermStep | undefined, why: TermStep['text']): TermStep {
  const { clause } = step ?? {};
  if (clause === undefined) return { text: why };
  if (clause.number === undefined) return { text: why, clause };
  return { text: sentence('rights.not-counted.by-clause', { why, number: clause.number }), clause };
}
