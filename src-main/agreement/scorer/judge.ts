import type { ClauseTag, TagKind } from '../model.ts';
import { isOnlyANumber } from '../meaning/only-a-number.ts';
import { commaParts, sentences, type Stretch } from '../meaning/sentences.ts';
import { partiesOf } from '../parties/parties.ts';
import type { StructuredDocument } from '../structure/structured.ts';
import { type Features, features, wordFeatures } from './features.ts';
import { type LanguageModel, type Linear, score, type Scorer } from './model.ts';

/** A kind is said of a clause where as much speaks for it as against it. */
const EVEN = 0;
/** A rule's finding stays certain in a clause that certainly matters unless so much speaks against it. */
const AGAINST = -3;

/**
 * What the rules found, weighed by what was learnt from labelled agreements: which findings of conspicuous kinds are certain, which
 * only possible, which kinds the rules missed. Kinds that are not learnt stay as they are, and so do headings. Index-aligned.
 */
export function judged(
  doc: StructuredDocument,
  tags: readonly (readonly ClauseTag[])[],
  scorer: Scorer,
): readonly (readonly ClauseTag[])[] {
  const language = doc.language === 'en' ? 'en' : 'zh';
  const model = scorer[language];
  const seen = features(doc, tags);
  const parties = partiesOf(doc);
  return doc.clauses.map((clause, index): readonly ClauseTag[] => {
    const own = tags[index] ?? [];
    const looks = seen[index];
    if (!looks || clause.role === 'heading' || clause.text.trim() === '' || isOnlyANumber(clause.text)) return own;
    const weight = score(model.conspicuous, looks);
    if (weight < model.possible)
      return own.flatMap((tag): readonly ClauseTag[] =>
        !model.kinds.has(tag.kind) ? [tag] : tag.title === true ? [{ ...tag, certainty: 'possible' }] : [],
      );
    const because = (linear: Linear): string =>
      heaviest(clause.text, (words) => score(linear, wordFeatures(parties, words, language)));
    return weighed(own, looks, model, weight >= model.certain, because);
  });
}

function weighed(
  own: readonly ClauseTag[],
  looks: Features,
  model: LanguageModel,
  certain: boolean,
  because: (linear: Linear) => string,
): readonly ClauseTag[] {
  const scores = [...model.kinds].map(([kind, linear]) => ({ kind, linear, weight: score(linear, looks) }));
  const weights = new Map(scores.map(({ kind, weight }) => [kind, weight]));
  const known = new Set<TagKind>(own.filter(({ title }) => title !== true).map(({ kind }) => kind));
  const ruled = scores.filter(({ kind }) => known.has(kind));
  // Of several that nobody is sure of, the likeliest; what a rule found goes before what none did.
  const [best] = (ruled.length > 0 ? ruled : scores).toSorted((a, b) => b.weight - a.weight);
  const found = scores
    .filter(({ kind, weight }) => !known.has(kind) && (weight >= EVEN || kind === best?.kind))
    .map(({ kind, linear }): ClauseTag => {
      const tag: ClauseTag = { kind, because: because(linear) };
      return kind === 'termination' || kind === 'suspension' ? { ...tag, by: 'provider' } : tag;
    });
  const isSure = (kind: TagKind): boolean => certain && ((weights.get(kind) ?? 0) >= AGAINST || kind === best?.kind);
  return [...own, ...found].map((tag) =>
    !model.kinds.has(tag.kind) || (tag.title === true ? certain : isSure(tag.kind))
      ? tag
      : { ...tag, certainty: 'possible' },
  );
}

/** The part of a text that speaks loudest: of its sentences, and of that sentence's parts where it is long. */
function heaviest(text: string, weigh: (words: string) => number): string {
  const loudest = (parts: readonly Stretch[], from: string): string => {
    const words = parts.map(({ start, end }) => from.slice(start, end).trim()).filter((each) => each !== '');
    if (words.length < 2) return words[0] ?? from.trim();
    return words.map((each) => ({ each, weight: weigh(each) })).toSorted((a, b) => b.weight - a.weight)[0]?.each ?? '';
  };
  const sentence = loudest(sentences(text), text);
  return sentence.length > LONG ? loudest(commaParts(sentence), sentence) : sentence;
}
const LONG = 60;
