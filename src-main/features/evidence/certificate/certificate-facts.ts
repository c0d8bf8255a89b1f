import type { FrontFacts } from '../../../acceptance/certificate-front.ts';
import type { RecordView } from '../../../acceptance/record-view.ts';
import { recordSubject } from '../../../acceptance/record.ts';
import { numbersAbove } from '../../../agreement/structure/number-above.ts';
import { isAbsent } from '../../../acceptance/stated.ts';
import { canonicalJson } from '../../../ledger/canonical-json.ts';
import { sha256Hex } from '../../../ledger/node-digest.ts';
import { isObject } from '../../../ledger/open-bundle.ts';
import { isNamedAs } from '../../../import/formats.ts';
import { ownVersionWords } from '../../../kernel/papers/letter-words.ts';
import { answersOf } from '../../../kernel/reading/answers.ts';
import type { AcceptanceRow } from '../../../store/records.ts';
import type { Store } from '../../../store/store.ts';

/** The words of the clauses as they were shown, and where the records stand whose attention is carried over. */
export function frontFacts(
  store: Store,
  { versionId }: AcceptanceRow,
  { hashes, review, acceptedBefore, sources }: RecordView,
): FrontFacts {
  const readings = store.agreements.storedDocuments(versionId);
  const shown = readings.find((document) => sha256Hex(canonicalJson(document)) === hashes.structure) ?? readings.at(-1);
  const clauses: readonly unknown[] = isObject(shown) && Array.isArray(shown['clauses']) ? shown['clauses'] : [];
  const quotes = clauses.flatMap((clause) => {
    const { id, text } = isObject(clause) ? clause : {};
    return typeof id === 'string' && typeof text === 'string' ? [[id, text] as const] : [];
  });
  const places = clauses.flatMap((clause) => {
    const { id, number, parent } = isObject(clause) ? clause : {};
    if (typeof id !== 'string') return [];
    return [{ id, ...(typeof number === 'string' && { number }), ...(typeof parent === 'string' && { parent }) }];
  });
  const carried = isAbsent(review.clauses) ? [] : review.clauses;
  const earlier = carried.flatMap(({ attention }) => {
    if (attention.how !== 'inherited') return [];
    const [entry] = store.ledger.ofSubject(recordSubject(attention.recordId));
    return entry ? [[attention.recordId, entry.sequence] as const] : [];
  });
  const own = ownVersionWords(store, { id: versionId });
  const ownBefore = isAbsent(acceptedBefore) ? undefined : ownVersionWords(store, { id: acceptedBefore.versionId });
  const answers = answersOf(store, versionId);
  const plain = sources.every(({ name }) => isNamedAs(name, 'text'));
  return {
    answers,
    own,
    ownBefore,
    quotes: new Map(quotes),
    above: numbersAbove(places),
    earlier: new Map(earlier),
    plain,
  };
}
