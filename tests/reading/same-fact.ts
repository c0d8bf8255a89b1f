import type { Fact } from '../../src-main/agreement/fact.ts';
import { shareOfWords } from '../../src-main/agreement/quantity/share-words.ts';
import { yuanIn } from '../../src-main/agreement/quantity/yuan.ts';
import { type FactLabel, letters } from './labels.ts';

/** Whether a name that was read is one of those that a label gives, in full or in part. */
export const isNamed = (name: string | undefined, names: readonly string[]): boolean => {
  const said = letters(name ?? '');
  return said !== '' && names.map(letters).some((each) => each !== '' && (said.includes(each) || each.includes(said)));
};

/** The figure that a value comes to, if it has one. */
export const figureOf = (value: unknown): number | undefined => {
  if (typeof value === 'number') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const { amount, below, promise, value: plain, rate, delay } = value as Record<string, unknown>;
  const figure = [plain, amount, below, promise].find((each): each is number => typeof each === 'number');
  return figure ?? figureOf(rate ?? delay);
};

const CAPS = new Set<string>(['liability-cap', 'credit-cap', 'price-increase-cap', 'early-termination-fee']);

/** The sums that the words of a cap name, in whatever currency. */
const sumsIn = (words: string): readonly number[] => [
  ...[yuanIn(words)?.yuan ?? []].flat(),
  ...[
    ...words.matchAll(
      /(?:[$€£]|\b(?:USD|EUR|GBP|HKD)\s?\$?)\s?(\d[\d,]*(?:\.\d+)?)|(\d[\d,]*(?:\.\d+)?)\s?(?:euros?|dollars)/giu,
    ),
  ].map(([, before, after]) => Number((before ?? after ?? '').replaceAll(',', ''))),
];

/** Words that hold a share and a sum are two labels. */
export const isWorded = ({ kind, value }: Fact): boolean =>
  CAPS.has(kind) && typeof value === 'string' && sumsIn(value).length > 0;

/** What a share comes to, whatever it is told in: all of a fee is 100 % of it, and one time. */
function ratioOf(value: unknown): number | undefined {
  const { amount, unit } = (typeof value === 'object' ? (value ?? {}) : {}) as { amount?: number; unit?: string };
  if (amount === undefined) return undefined;
  return Number((unit === 'percent' ? amount / 100 : unit === 'per-mille' ? amount / 1000 : amount).toPrecision(12));
}

/**
 * A cap is kept in the words of the text: what the calculators read from them is held against the label. Of the greater of a share and a
 * sum, which are two labels, the words hold both.
 */
function sameCap(label: unknown, words: string): boolean {
  if (typeof label === 'number') return sumsIn(words).includes(label);
  const [wanted, share] = [ratioOf(label), shareOfWords(words)];
  if (wanted === undefined) return isNamed(words, [wordsIn(label)]);
  return (
    (share && ratioOf(share) === wanted) ?? (wanted === 1 && /费|款|\bfees?\b|\bpaid\b|\bcharges?\b/iu.test(words))
  );
}

export function sameFact(label: FactLabel, fact: Fact): boolean {
  if (label.kind !== fact.kind) return false;
  if (typeof fact.value === 'string' && CAPS.has(fact.kind)) return sameCap(label.value, fact.value);
  const [one, other] = [ratioOf(label.value), ratioOf(fact.value)];
  if (one !== undefined && other !== undefined) return one === other;
  const [wanted, found] = [figureOf(label.value), figureOf(fact.value)];
  if (wanted !== undefined && found !== undefined) {
    const lengths = ['minute', 'hour', 'day', 'working-day', 'month', 'year'];
    const units = label.unit !== undefined && lengths.includes(label.unit) && lengths.includes(fact.unit);
    return wanted === found && (!units || label.unit === fact.unit);
  }
  if (wanted !== found) return false;
  return isNamed(wordsIn(fact.value), [wordsIn(label.value)]);
}

/** The words that a value comes to, where it is one of words. */
export const wordsIn = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  // Of a court by a rule the rule is the value, whether or not the place of it stands beside.
  return 'rule' in value ? String(value.rule) : Object.values(value).map(String).join('');
};
