import { factLabel } from '../../agreement/fact.ts';
import { factWords } from '../../agreement/fact-words.ts';
import { type Sentence, sentence } from '../../agreement/sentence.ts';
import { tagLabel } from '../../agreement/tag-kinds.ts';
import type {
  ClauseAspect,
  ClauseChange,
  ClausePlace,
  DocumentAspect,
  FactChange,
  ReadingChanges,
  TagChange,
} from '../../compare/readings.ts';
import type { ReadingDifference, ReadingPart } from '../../contract/review-readings.ts';

/** A part lists so many at most; the count says how many there are. */
const MOST = 200;

/** What differs between two readings, in sentences; what concerns key clauses first. */
export function differencesIn({
  keyClauses,
  clauses,
  tags,
  facts,
  document,
}: ReadingChanges): readonly ReadingDifference[] {
  return [
    ...at('key-clauses', keyClauses.added, () => sentence('review.rereading.key-added')),
    ...at('key-clauses', keyClauses.removed, () => sentence('review.rereading.key-removed')),
    ...at('clauses', clauses, clauseWords),
    ...at('kinds', tags, tagWords),
    ...at('facts', facts, changedFact),
    ...document.map((aspect): ReadingDifference => ({ part: 'document', what: DOCUMENT[aspect] })),
  ];
}

function at<Change extends ClausePlace>(
  part: ReadingPart,
  changes: readonly Change[],
  what: (change: Change) => Sentence,
): readonly ReadingDifference[] {
  return changes.slice(0, MOST).map((change) => {
    const { number, excerpt } = change;
    return { part, what: what(change), clause: { excerpt, ...(number === undefined ? {} : { number }) } };
  });
}

const ASPECTS: Readonly<Record<ClauseAspect, Sentence>> = {
  words: sentence('review.rereading.aspect.words'),
  number: sentence('review.rereading.aspect.number'),
  heading: sentence('review.rereading.aspect.heading'),
  parent: sentence('review.rereading.aspect.parent'),
  role: sentence('review.rereading.aspect.role'),
  emphasis: sentence('review.rereading.aspect.emphasis'),
};

const DOCUMENT: Readonly<Record<DocumentAspect, Sentence>> = {
  kind: sentence('review.rereading.document.kind'),
  provider: sentence('review.rereading.document.provider'),
  date: sentence('review.rereading.document.date'),
  language: sentence('review.rereading.document.language'),
  tables: sentence('review.rereading.document.tables'),
  blanks: sentence('review.rereading.document.blanks'),
  repairs: sentence('review.rereading.document.repairs'),
  lines: sentence('review.rereading.document.lines'),
};

function clauseWords({ change, aspects }: ClauseChange): Sentence {
  if (change === 'added') return sentence('review.rereading.clause-added');
  if (change === 'removed') return sentence('review.rereading.clause-removed');
  return sentence('review.rereading.clause-changed', { aspects: aspects.map((aspect) => ASPECTS[aspect]) });
}

const tagWords = ({ change, kind, because }: TagChange): Sentence =>
  change === 'added'
    ? sentence('review.rereading.kind-added', { kind: tagLabel(kind), because })
    : sentence('review.rereading.kind-removed', { kind: tagLabel(kind), because });

function changedFact({ before, after }: FactChange): Sentence {
  const fact = after ?? before;
  if (!fact) throw new Error('a difference of facts names one');
  const label = factLabel(fact.kind);
  if (before && after)
    return sentence('review.rereading.fact-changed', {
      fact: label,
      before: factWords(before),
      after: factWords(after),
    });
  return after
    ? sentence('review.rereading.fact-added', { fact: label, value: factWords(after) })
    : sentence('review.rereading.fact-removed', { fact: label, value: factWords(fact) });
}
