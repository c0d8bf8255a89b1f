import type { AgreementDocument } from '../agreement/model.ts';
import { compare, type CompareOptions, comparePart, compose } from './compare.ts';
import { sameSource } from './align/same-source.ts';
import type { Change, ComparedPair, ComparedPart, Comparison } from './comparison.ts';
import { candidateOf, likenessOf, resembles, shinglesOf } from './align/resemblance.ts';

/** An agreement with its annexes: the agreement first, the documents that are annexes of it after it. */
export type WithAnnexes = readonly [AgreementDocument, ...AgreementDocument[]];

/** A document of a reading together with its annexes, in reading order. */
export function withAnnexes(documents: readonly AgreementDocument[], index: number): WithAnnexes | undefined {
  const main = documents[index];
  return main && [main, ...documents.filter((document) => document.annexOf === index)];
}

export interface AgreementCompareOptions extends CompareOptions {
  /** The text that is known as an agreement of its own of a document which the old version has no annex like. */
  readonly apart?: (document: AgreementDocument) => AgreementDocument | undefined;
}

/**
 * Compares an agreement and its annexes with another version of them, as one comparison. Annexes are paired by their
 * words, then by title, then by order. One that only the new version has was added whole,
 * unless it is known as an agreement of its own: then it is compared with that, and its part says so. One that only the old version has was not
 * struck by that: it may be an agreement of its own that goes on. It is named among the parts, and nothing is said of its clauses.
 */
export function compareAgreements(
  old: WithAnnexes,
  next: WithAnnexes,
  options: AgreementCompareOptions = {},
): Comparison {
  const pairs: readonly (readonly [AgreementDocument | undefined, AgreementDocument | undefined])[] = [
    [old[0], next[0]],
    ...pairAnnexes(old.slice(1), next.slice(1)),
  ];
  if (pairs.length === 1) return compare(old[0], next[0], options);
  const changes: Change[] = [];
  const rows: ComparedPair[] = [];
  const parts: ComparedPart[] = [];
  let identical = options.sameBytes ?? true;
  pairs.forEach(([annex, after], part) => {
    const apart = annex || !after || part === 0 ? undefined : options.apart?.(after);
    const before = annex ?? apart;
    parts.push({
      ...(before && { old: { title: before.title } }),
      ...(after && { new: { title: after.title } }),
      ...(apart && { apart: true }),
    });
    if (!after) return;
    const found = comparePart(before, after, part);
    const first = changes.length;
    changes.push(...found.changes);
    rows.push(
      ...found.pairs.map((pair) => (pair.change === undefined ? pair : { ...pair, change: pair.change + first })),
    );
    identical &&= found.changes.length === 0 && annex !== undefined && sameSource(annex, after);
  });
  const whole = compose(changes, rows, parts, identical && notCompared(parts).length === 0);
  // That a text became an annex is no change of its words, and yet the agreement is not worded the same.
  return { ...whole, sameWords: whole.sameWords && parts.every(({ apart }) => !apart) };
}

/** Titles of the documents that only the old version has: they were not compared. */
export const notCompared = (parts: readonly ComparedPart[]): readonly string[] =>
  parts.flatMap(({ old, new: next }) => (old && !next ? [old.title] : []));

function pairAnnexes(
  old: readonly AgreementDocument[],
  next: readonly AgreementDocument[],
): readonly (readonly [AgreementDocument | undefined, AgreementDocument | undefined])[] {
  const [onlyOld, onlyNew] = [old[0], next[0]];
  if (old.length === 1 && next.length === 1 && onlyOld?.title === onlyNew?.title) return [[onlyOld, onlyNew]];
  const open = [...old];
  const take = (document: AgreementDocument | undefined): AgreementDocument | undefined => {
    if (document) open.splice(open.indexOf(document), 1);
    return document;
  };
  const alike = (document: AgreementDocument): AgreementDocument | undefined => {
    const candidates = open.map((candidate, at) => candidateOf(String(at), candidate));
    const best = resembles(document, candidates);
    return take(best && open[Number(best.id)]);
  };
  const byWords = next.map((document) => [alike(document), document] as const);
  const paired = byWords.map(([before, document]) => {
    if (before) return [before, document] as const;
    const titled = open.find((candidate) => candidate.title === document.title);
    return [take(titled ?? (old.length === next.length ? open[0] : undefined)), document] as const;
  });
  return [...paired, ...open.map((document) => [document, undefined] as const)];
}

/** Indices of the two documents that belong together. */
export interface ChosenDocuments {
  readonly old: number;
  readonly new: number;
}

/**
 * Which document of each reading to compare when nobody said so: of the documents that are no annexes, the pair whose
 * words are most alike, helped by an equal title or kind; among equals the longer one. An index that is given stays.
 */
export function chooseDocuments(
  old: readonly AgreementDocument[],
  next: readonly AgreementDocument[],
  given: { readonly old?: number; readonly new?: number } = {},
): ChosenDocuments | undefined {
  const candidates = (documents: readonly AgreementDocument[], index: number | undefined): number[] => {
    if (index !== undefined) return documents[index] ? [index] : [];
    const own = [...documents.keys()].filter((at) => documents[at]?.annexOf === undefined);
    return own.length > 0 ? own : [...documents.keys()];
  };
  const sketches = (documents: readonly AgreementDocument[], indices: readonly number[]) =>
    indices.flatMap((index) => {
      const document = documents[index];
      return document ? [{ index, document, shingles: shinglesOf(document) }] : [];
    });
  const mine = sketches(old, candidates(old, given.old));
  const theirs = sketches(next, candidates(next, given.new));
  let best: (ChosenDocuments & { readonly score: number; readonly size: number }) | undefined;
  for (const a of mine) {
    for (const b of theirs) {
      const score =
        likenessOf(a.shingles, b.shingles) +
        (a.document.title === b.document.title ? 0.2 : 0) +
        (a.document.kind === b.document.kind ? 0.1 : 0);
      const size = a.document.clauses.length + b.document.clauses.length;
      if (!best || score > best.score || (score === best.score && size > best.size))
        best = { old: a.index, new: b.index, score, size };
    }
  }
  return best && { old: best.old, new: best.new };
}
