import type { Vocabulary } from '../redline/redline.ts';
import { isQuantity, tokenise } from '../words/words.ts';

/** What two texts are measured by: their words and pairs of neighbouring words, hashed and sorted. */
export type Features = Uint32Array;

/** Kind-blind key for quantities in pairs, so that `30天内` and `15天内` share their surroundings. */
const ANY_QUANTITY = '\u0000';

function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Features of a text. Features of two texts compare only when they were made with the same vocabulary. */
export function featuresOf(text: string, vocabulary: Vocabulary): Features {
  const tokens = tokenise(text).filter((token) => token.kind !== 'mark');
  const features = new Uint32Array(tokens.length * 2 + 1);
  let before = -1;
  tokens.forEach((token, index) => {
    const surrounding = vocabulary.numberOf(isQuantity(token.kind) ? ANY_QUANTITY : token.key);
    features[index * 2] = mix(vocabulary.numberOf(token.key), -2);
    features[index * 2 + 1] = mix(before, surrounding);
    before = surrounding;
  });
  features[tokens.length * 2] = mix(before, -1);
  return features.sort();
}

/** Share of features in common, 0 to 1 (Dice). */
export function likeness(a: Features, b: Features): number {
  let common = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [x, y] = [a[i] ?? 0, b[j] ?? 0];
    if (x === y) common += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return (2 * common) / (a.length + b.length);
}

/** Features looked up per text, and texts a feature may stand in to tell anything: the bound of the search. */
const SAMPLE = 48;
const COMMON = 32;
const MOST_CANDIDATES = 6;

/** Finds the texts that share rare features with a given one, in time that does not grow with their number. */
export class LikenessIndex {
  readonly #places = new Map<number, number[]>();

  constructor(texts: ReadonlyMap<number, Features>) {
    for (const [text, features] of texts) {
      for (const feature of sample(features)) {
        const places = this.#places.get(feature);
        if (!places) this.#places.set(feature, [text]);
        else if (places.length <= COMMON) places.push(text);
      }
    }
  }

  /** The most promising texts, best first. */
  candidates(features: Features): readonly number[] {
    const shared = new Map<number, number>();
    for (const feature of sample(features)) {
      const places = this.#places.get(feature);
      if (!places || places.length > COMMON) continue;
      for (const place of places) shared.set(place, (shared.get(place) ?? 0) + 1);
    }
    return [...shared]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, MOST_CANDIDATES)
      .map(([place]) => place);
  }
}

/** The smallest distinct features: two texts that share many features share many of these (bottom-k sketch). */
function sample(features: Features): Set<number> {
  const smallest = new Set<number>();
  for (const feature of features) {
    smallest.add(feature);
    if (smallest.size === SAMPLE) break;
  }
  return smallest;
}
