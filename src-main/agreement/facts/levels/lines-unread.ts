import type { Fact } from '../../fact.ts';
import type { Clause } from '../../model.ts';
import { plain, sentences } from '../../meaning/sentences.ts';
import { lineUnread } from '../tiers.ts';

/** By when or how a credit is asked for, and what is not given: no line of a table of credits. */
const NO_LINE =
  /申请|索赔|提出|提交|上限|不超过|不予|不承担|除外|\b(?:claims?|requests?|submit|exceed|maximum|not\s(?:be\s)?(?:entitled|eligible)|no\scredits?)\b/iu;

const tierOf = ({ value }: Fact): { readonly below: number } | undefined =>
  typeof value === 'object' && 'credit' in value ? value : undefined;

/** So much for each part of a percent that is missing: more than one step of it is owed, and no tier gives that. */
const BY_STEPS =
  /每(?:再)?(?:降低|下降|低于?|减少|少|差)[^，。；]{0,12}?[\d一二三四五六七八九十][\d.]*\s?(?:个百分点|百分点|[%％])|\b(?:for\s(?:each|every)|each|every|per)\s(?:(?!(?:months?|quarters?|years?|periods?|cycles?|under|below|than|least)\b)\w+\s){0,3}?\d[\d.]*\s?(?:%|per\s?cent|percentage\spoints?)\s(?:\w+\s){0,4}?(?<!\bnot\s)(?:below|under|short|less|drops?|lower)\b/iu;

/** A credit by steps, with the words that make it one. */
function bySteps(fact: Fact, texts: ReadonlyMap<string, string>): Fact {
  if (tierOf(fact) === undefined || fact.doubt !== undefined) return fact;
  const text = texts.get(fact.clause) ?? '';
  const own = sentences(text).find(({ start, end }) => text.slice(start, end).includes(fact.quote.trim()));
  const words = own ? text.slice(own.start, own.end).trim() : fact.quote;
  return BY_STEPS.test(plain(words)) ? { ...fact, doubt: words } : fact;
}

/**
 * Tiers beside a sentence of its own that bounds a level of the same service and gives something nobody read: below that level the
 * others are not certain.
 */
export function besideLinesUnread(
  given: readonly Fact[],
  sources: readonly { readonly clause: Clause }[],
): readonly Fact[] {
  const texts = new Map(sources.map(({ clause: { id, text } }) => [id, text]));
  const facts = given.map((fact) => bySteps(fact, texts));
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
