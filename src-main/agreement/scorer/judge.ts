import type { ClauseTag, TagKind } from '../model.ts';
import { NAMES_LOST_TIME } from '../quantity/lost-time.ts';
import { isOnlyANumber } from '../meaning/only-a-number.ts';
import { commaParts, sentences, type Stretch } from '../meaning/sentences.ts';
import { partiesOf } from '../parties/parties.ts';
import type { StructuredDocument } from '../structure/structured.ts';
import { type Features, features, wordFeatures } from './features.ts';
import { isPlainlySaid } from './plain-words.ts';
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
    const because = (linear: Linear): string =>
      heaviest(clause.text, (words) => score(linear, wordFeatures(parties, words, language)));
    const others = useful(own, looks, model, because);
    if (weight < model.possible)
      return others.flatMap((tag): readonly ClauseTag[] =>
        !model.kinds.has(tag.kind) || isPlainlySaid(tag, clause.text)
          ? [tag]
          : tag.title === true
            ? [{ ...tag, certainty: 'possible' }]
            : [],
      );
    return weighed(others, { looks, text: clause.text }, model, weight >= model.certain, because);
  });
}

/** So much below the line a finding of the rules is still a doubt; farther from it, it is none. */
const NEAR = 2;

/** The kinds that are no alarm: said where as much speaks for them as their labels ask, whether a rule found them or not. */
function useful(
  own: readonly ClauseTag[],
  looks: Features,
  model: LanguageModel,
  because: (linear: Linear) => string,
): readonly ClauseTag[] {
  const weights = new Map(
    [...model.useful].map(([kind, { linear, certain }]) => [kind, score(linear, looks) - certain]),
  );
  const kept = own.flatMap((tag): readonly ClauseTag[] => {
    const weight = weights.get(tag.kind);
    if (weight === undefined || weight >= EVEN || tag.title === true) return [tag];
    return weight >= -NEAR ? [{ ...tag, certainty: 'possible' }] : [];
  });
  const known = new Set(own.map(({ kind }) => kind));
  const found = [...model.useful].flatMap(([kind, { linear }]): readonly ClauseTag[] =>
    !known.has(kind) && (weights.get(kind) ?? -1) >= EVEN ? [{ kind, because: because(linear) }] : [],
  );
  return [...kept, ...found];
}

/** What gives back so many times the lost time burdens nobody but the provider: nothing is guessed of it. */
const givesLostTime = (own: readonly ClauseTag[]): boolean =>
  own.some(({ kind, because }) => kind === 'sla-credit' && /倍|times/iu.test(because) && NAMES_LOST_TIME.test(because));

function weighed(
  own: readonly ClauseTag[],
  { looks, text }: { readonly looks: Features; readonly text: string },
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
    .filter(({ kind, weight }) => !givesLostTime(own) && !known.has(kind) && (weight >= EVEN || kind === best?.kind))
    .map(({ kind, linear }): ClauseTag => {
      const tag: ClauseTag = { kind, because: because(linear) };
      return kind === 'termination' || kind === 'suspension' ? { ...tag, by: 'provider' } : tag;
    });
  const isSure = (kind: TagKind): boolean => certain && ((weights.get(kind) ?? 0) >= AGAINST || kind === best?.kind);
  return [...own, ...found].map((tag) =>
    !model.kinds.has(tag.kind) ||
    (own.includes(tag) && isPlainlySaid(tag, text)) ||
    (tag.title === true ? certain : isSure(tag.kind))
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
