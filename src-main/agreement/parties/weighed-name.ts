import names from '../../../assets/reading/names.json' with { type: 'json' };
import { knownWords, type KnownWords } from './known-words.ts';
import {
  type NameCandidate,
  nameCandidates,
  type NamesFound,
  type NameTrait,
  type NameTraits,
} from './name-candidates.ts';

/** What each trait weighs: learnt (`npm run train:reading`). */
export type NameWeights = Readonly<Partial<Record<NameTrait, number>>>;

/** The likeliest name, and how much speaks for it. */
export interface WeighedName {
  readonly name: string;
  readonly weight: number;
}

let shipped: KnownWords | undefined;

/** How much speaks for a name with these traits. */
export const weightOf = (traits: NameTraits, weights: NameWeights): number =>
  Object.entries(traits).reduce((sum, [trait, value]) => sum + value * (weights[trait as NameTrait] ?? 0), 0);

/** On one mention a name is nobody's, unless it was found in another way as well. */
const isUnheard = ({ once, clear, faint, full }: NameTraits): boolean =>
  once === 1 && clear === undefined && faint === undefined && full === undefined;

/** Of all the names of a text the one for which its traits together speak most; the first of equal ones. */
export function weighedName(title: string, texts: readonly string[], also: NamesFound): WeighedName | undefined {
  shipped ??= knownWords(names);
  const weights: NameWeights = names.weights;
  let best: { readonly candidate: NameCandidate; readonly weight: number } | undefined;
  for (const candidate of nameCandidates(title, texts, also, shipped)) {
    if (candidate.isNobodys || isUnheard(candidate.traits)) continue;
    const weight = weightOf(candidate.traits, weights);
    if (best === undefined || weight > best.weight) best = { candidate, weight };
  }
  return best && { name: best.candidate.name, weight: best.weight };
}
