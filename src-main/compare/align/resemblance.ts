import type { AgreementDocument, DocumentKind } from '../../agreement/model.ts';
import { wordsKey } from '../words/normalise.ts';

/** The least hashes of a document's shingles, increasing: a sketch of its words that is compared instead of them. */
export type Shingles = readonly number[];

/** A document that another one may be the next version of. */
export interface ResemblanceCandidate {
  readonly id: string;
  readonly title: string;
  readonly provider?: string;
  readonly kind: DocumentKind;
  readonly shingles: Shingles;
}

export interface Resemblance {
  readonly id: string;
  readonly title: string;
  /** Estimated share of words in common, 0 to 1. */
  readonly likeness: number;
}

/** Units in one shingle: five Chinese characters say what they are about; letters take about as many for two words. */
const SHINGLE = 5;
/** Size of the sketch. The error of the estimate is about 1 / √512, 4 points of a hundred. */
const SKETCH = 512;

/** Number of what a kept sketch holds; raised when `shinglesOf` or what a candidate is made of changes. */
export const SKETCH_FORM = 1;

/** Alike enough whatever the title, and enough when title or kind and provider say the same. */
const ALIKE = 0.5;
const ALIKE_BY_NAME = 0.25;

/**
 * Sketch of a document's words for `resembles`: bottom-k of the hashes of its overlapping shingles (Broder, On the
 * resemblance and containment of documents, 1997). Layout, numbering and emphasis leave no trace.
 */
export function shinglesOf(document: Pick<AgreementDocument, 'clauses'>): Shingles {
  const words = wordsKey(document.clauses.map((clause) => clause.text).join('\n')).replaceAll(/[\s\p{P}]/gu, '');
  const hashes = new Set<number>();
  for (let at = 0; at + SHINGLE <= Math.max(words.length, SHINGLE); at += 1) hashes.add(hash(words, at));
  return [...hashes].sort((a, b) => a - b).slice(0, SKETCH);
}

/** FNV-1a over one shingle, then mixed so that the least hashes are a fair sample. */
function hash(text: string, from: number): number {
  let value = 0x811c9dc5;
  for (let at = from; at < Math.min(from + SHINGLE, text.length); at += 1)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** Share of shingles in common (Jaccard), estimated from the least hashes of both together. */
export function likenessOf(a: Shingles, b: Shingles): number {
  let [atA, atB, least, common] = [0, 0, 0, 0];
  for (; least < SKETCH && (atA < a.length || atB < b.length); least += 1) {
    const [mine = Infinity, other = Infinity] = [a[atA], b[atB]];
    if (mine === other) common += 1;
    if (mine <= other) atA += 1;
    if (other <= mine) atB += 1;
  }
  return least === 0 ? 0 : common / least;
}

/** A document as a candidate. */
export function candidateOf(id: string, document: AgreementDocument): ResemblanceCandidate {
  const { title, kind, provider } = document;
  return { id, title, kind, shingles: shinglesOf(document), ...(provider === undefined ? {} : { provider }) };
}

/** How alike a candidate is, and what besides the words speaks for it. */
export interface Likeness extends Resemblance {
  readonly sameTitle: boolean;
  readonly sameProvider: boolean;
  /** The same kind of document of the same provider. */
  readonly sameHouse: boolean;
  /** Alike enough to be the version before. */
  readonly enough: boolean;
}

/** All candidates, the likest first: by words; among equals the one of the same name. */
export function likest(document: AgreementDocument, candidates: readonly ResemblanceCandidate[]): readonly Likeness[] {
  const shingles = shinglesOf(document);
  const title = wordsKey(document.title);
  return candidates
    .map((candidate): Likeness => {
      const likeness = likenessOf(shingles, candidate.shingles);
      const sameTitle = wordsKey(candidate.title) === title;
      const sameProvider = candidate.provider !== undefined && candidate.provider === document.provider;
      const sameHouse = sameProvider && candidate.kind === document.kind && document.kind !== 'other';
      const enough = likeness >= (sameTitle || sameHouse ? ALIKE_BY_NAME : ALIKE);
      return { id: candidate.id, title: candidate.title, likeness, sameTitle, sameProvider, sameHouse, enough };
    })
    .sort((a, b) => b.likeness - a.likeness || Number(b.sameTitle) - Number(a.sameTitle));
}

/**
 * Which of the candidates this document looks like the next version of; undefined when none. The best by words wins; a
 * likeness that alone would not do is enough for a document of the same name, or of the same kind and provider.
 */
export function resembles(
  document: AgreementDocument,
  candidates: readonly ResemblanceCandidate[],
): Resemblance | undefined {
  const best = likest(document, candidates).find(({ enough }) => enough);
  return best && { id: best.id, title: best.title, likeness: best.likeness };
}

/** So much more alike than the next one is beyond the error of the estimate. */
const CLEARLY = 0.15;
/** From here on a likeness is more than the phrases that all agreements share. */
const SOMEWHAT = 0.2;

/**
 * Whether the likest candidate, or that there is none, can be told without asking: it is alike by its words or its name and
 * no other comes near, or nothing is alike at all.
 */
export function isClear([best, next]: readonly Likeness[]): boolean {
  if (!best) return true;
  if (!best.enough) return !best.sameTitle && best.likeness < SOMEWHAT;
  const told = best.likeness >= ALIKE || best.sameTitle;
  return told && (next === undefined || best.likeness - next.likeness >= CLEARLY);
}
