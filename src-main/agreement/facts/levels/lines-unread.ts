import type { Fact } from '../../fact.ts';
import type { Clause } from '../../model.ts';
import { plain, sentences } from '../../meaning/sentences.ts';
import { lineUnread } from '../tiers.ts';

/** By when or how a credit is asked for, and what is not given: no line of a table of credits. */
const NO_LINE =
  /申请|索赔|提出|提交|上限|不超过|不予|不承担|除外|\b(?:claims?|requests?|submit|exceed|maximum|not\s(?:be\s)?(?:entitled|eligible)|no\scredits?)\b/iu;

const tierOf = ({ value }: Fact): { readonly below: number } | undefined =>
  typeof value === 'object' && 'credit' in value ? value : undefined;

/**
 * Tiers beside a sentence of its own that bounds a level of the same service and gives something nobody read: below that level the
 * others are not certain.
 */
export function besideLinesUnread(
  facts: readonly Fact[],
  sources: readonly { readonly clause: Clause }[],
): readonly Fact[] {
  const tiers = facts.filter((fact) => tierOf(fact) !== undefined);
  if (tiers.length === 0) return facts;
  const bounds = new Set(tiers.map((fact) => tierOf(fact)?.below));
  const lines = sources.flatMap(({ clause: { text } }) =>
    sentences(text).flatMap(({ start, end }) => {
      const words = text.slice(start, end).trim();
      if (NO_LINE.test(words) || tiers.some(({ quote }) => words.includes(quote) || quote.includes(words))) return [];
      return lineUnread(plain(words), bounds) ?? [];
    }),
  );
  const [line] = lines;
  return line === undefined
    ? facts
    : facts.map((fact) => (tierOf(fact) && fact.doubt === undefined ? { ...fact, doubt: line } : fact));
}
