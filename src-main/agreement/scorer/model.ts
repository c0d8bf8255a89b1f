import type { TagKind } from '../model.ts';
import type { Features } from './features.ts';

/** A weight for every place of a feature; there are a power of two of them, fewer than features have. */
export interface Linear {
  readonly bias: number;
  readonly weights: Float32Array;
}

/** A kind that nobody must acknowledge, and from which score on it is said. */
export interface UsefulKind {
  readonly linear: Linear;
  readonly certain: number;
}

/** What was learnt of one language. Scores are log odds. */
export interface LanguageModel {
  /** Whether a clause is of any kind that a reader must not overlook. */
  readonly conspicuous: Linear;
  /** Which kind. */
  readonly kinds: ReadonlyMap<TagKind, Linear>;
  /** Kinds that are no alarm: each said of a clause from a score of its own on. */
  readonly useful: ReadonlyMap<TagKind, UsefulKind>;
  /** From this score on a clause is certainly of such a kind. */
  readonly certain: number;
  /** From this score on it may be. */
  readonly possible: number;
}

export interface Scorer {
  readonly zh: LanguageModel;
  readonly en: LanguageModel;
}

/** How much speaks for it, in log odds. */
export function score({ bias, weights }: Linear, { places, weights: shares }: Features): number {
  const mask = weights.length - 1;
  let sum = bias;
  // A plain loop: a sixth of a reading’s time went into calls of a function for each feature.
  for (let at = 0; at < places.length; at += 1) sum += (weights[(places[at] ?? 0) & mask] ?? 0) * (shares[at] ?? 0);
  return sum;
}

/** A model as it is kept: one signed byte a weight, of its square root, so that small weights keep their differences. */
export interface KeptLinear {
  readonly bias: number;
  readonly most: number;
  /** Base64. */
  readonly bytes: string;
}
const STEPS = 127;

export function kept({ bias, weights }: Linear): KeptLinear {
  const most = weights.reduce((all, weight) => Math.max(all, Math.abs(weight)), 0);
  const bytes = Int8Array.from(weights, (weight) =>
    Math.round(Math.sign(weight) * STEPS * Math.sqrt(Math.abs(weight) / (most || 1))),
  );
  const text = Array.from(new Uint8Array(bytes.buffer), (byte) => String.fromCodePoint(byte)).join('');
  return { bias: Number(bias.toFixed(4)), most: Number(most.toFixed(5)), bytes: btoa(text) };
}

export function linear({ bias, most, bytes }: KeptLinear): Linear {
  const text = atob(bytes);
  const weights = new Float32Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const share = ((text.charCodeAt(at) << 24) >> 24) / STEPS;
    weights[at] = Math.sign(share) * share * share * most;
  }
  return { bias, weights };
}
