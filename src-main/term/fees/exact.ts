import { sentence } from '../../agreement/sentence.ts';
import { typed } from '../../../assets/typed/typed-words.ts';
import { Refusal } from '../../agreement/refusal.ts';

/** An exact fraction; the denominator is positive. Never a float: 99.95 % is a boundary, not a neighbourhood. */
export interface Ratio {
  readonly n: bigint;
  readonly d: bigint;
}

export function ratio(n: bigint, d: bigint): Ratio {
  return d < 0n ? { n: -n, d: -d } : { n, d };
}

/** The exact value of a decimal as written: `99.95` is 9995/100. Plain numbers are taken by their shortest writing. */
export function decimal(written: string | number): Ratio {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/u.exec(typed(String(written)));
  if (!match) {
    throw new Refusal(
      'bad-number',
      sentence('term.exact.bad-number', { written }),
      sentence('term.exact.bad-number.next'),
    );
  }
  const fraction = match[3] ?? '';
  const n = BigInt(`${match[2] ?? '0'}${fraction}`);
  return { n: match[1] === '-' ? -n : n, d: 10n ** BigInt(fraction.length) };
}

export function times(a: Ratio, b: Ratio): Ratio {
  return { n: a.n * b.n, d: a.d * b.d };
}

export function plus(a: Ratio, b: Ratio): Ratio {
  return { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

/** Negative, zero or positive as a is below, equal to or above b. */
export function compare(a: Ratio, b: Ratio): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The nearest whole number, halves away from zero (四舍五入). */
export function roundHalfUp(value: Ratio): bigint {
  const negative = value.n < 0n;
  const n = negative ? -value.n : value.n;
  const rounded = (2n * n + value.d) / (2n * value.d);
  return negative ? -rounded : rounded;
}

/** The decimal cut off after so many digits, never rounded up: a figure below a boundary never prints as the boundary. */
export function cutOff(value: Ratio, digits: number): string {
  const negative = value.n < 0n;
  const scaled = ((negative ? -value.n : value.n) * 10n ** BigInt(digits)) / value.d;
  const text = scaled.toString().padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  return `${negative ? '-' : ''}${whole}${digits > 0 ? `.${text.slice(-digits)}` : ''}`;
}
