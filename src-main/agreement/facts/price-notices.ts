import type { Fact } from '../fact.ts';
import { OF_PRICES, OF_TERMS } from '../rules/objections.ts';
import { sentences } from '../meaning/sentences.ts';
import { byClause } from './told.ts';

/** What leads in an example of what changes: `material changes, such as price changes`. */
const SUCH_AS = String.raw`\b(?:such\sas|including|for\sexample|e\.g\.|like)`;
const SUCH_AS_ZH = '(?:例如|比如|包括)';
/** Words right before a price that only stands for an example. */
const EXAMPLE = new RegExp(String.raw`(?:${SUCH_AS}|${SUCH_AS_ZH})[,，]?\s?(?:\w+\s){0,2}?$`, 'iu');
/** A sentence that gives a price for an example. */
const EXAMPLES = new RegExp(
  String.raw`${SUCH_AS}\s(?:\w+\s){0,2}?(?:price|fee|pricing|charge)|${SUCH_AS_ZH}[^，。；]{0,4}(?:价格|费用|资费)`,
  'iu',
);
const NOTICES = /^(?:change|price)-notice$/u;
const isTurned = ({ id }: Fact): boolean => id.includes('/of-prices-');
const PRICE = new RegExp(OF_PRICES.source, 'giu');

/** What a notice is of, by its words: the terms, the price alone, or neither is said. */
function matterOf(words: string): 'terms' | 'price' | undefined {
  if (OF_TERMS.test(words)) return 'terms';
  const prices = [...words.matchAll(PRICE)];
  if (prices.length === 0) return undefined;
  return prices.every(({ index }) => EXAMPLE.test(words.slice(0, index))) ? 'terms' : 'price';
}

/** Notices of a change whose matter is the price alone are of the price, and those where a price is an example are not. */
export function ofPrices(facts: readonly Fact[], textOf: (clause: string) => string): readonly Fact[] {
  const factsOf = byClause(facts);
  const turned = facts.map((fact): Fact => {
    if (fact.kind !== 'change-notice' && fact.kind !== 'price-notice') return fact;
    const text = textOf(fact.clause);
    const all = sentences(text).map(({ start, end }) => text.slice(start, end));
    const at = all.findIndex((words) => words.includes(fact.quote));
    const matter = matterOf(all[at] ?? fact.quote) ?? matterOf(all[at - 1] ?? '');
    const isExample = fact.kind === 'price-notice' && matter === 'terms' && EXAMPLES.test(all[at] ?? fact.quote);
    const isPrice = fact.kind === 'change-notice' && matter === 'price';
    if (!isExample && !isPrice) return fact;
    // A sentence with several times gives one of them for the price and the others for other changes.
    const others = factsOf(fact.clause).filter(
      (other) => NOTICES.test(other.kind) && (all[at] ?? '').includes(other.quote),
    );
    if (others.length > 1) return fact;
    const { legacy: _legacy, ...rest } = fact;
    const kind = isPrice ? 'price-notice' : 'change-notice';
    return { ...rest, kind, id: fact.id.replace(`/${fact.kind}/`, `/${kind}/of-prices-`) };
  });
  const turnedOf = byClause(turned);
  return turned.filter((fact) => {
    if (!isTurned(fact)) return true;
    const here = turnedOf(fact.clause);
    const index = here.indexOf(fact);
    return !here.some(
      (other, at) =>
        at !== index && (at < index || !isTurned(other)) && other.kind === fact.kind && other.value === fact.value,
    );
  });
}
