import { say, type Language, type Sentence, sentence } from '../../agreement/sentence.ts';
import { isObject } from '../open-bundle.ts';
import { element } from './element.ts';
import { WORDS } from './words.ts';

/** What a record says of the clauses that had to be seen, in either format; nothing where it names none. */
export function recordClauses(record: unknown, language: Language): readonly HTMLElement[] {
  const review = isObject(record) ? record['review'] : undefined;
  const clauses = isObject(review) ? review['clauses'] : undefined;
  if (!Array.isArray(clauses) || clauses.length === 0) return [];
  return [
    element(
      'details',
      { class: 'attention' },
      element('summary', {}, say(WORDS.clauses, language)),
      element('ul', {}, ...clauses.map((clause: unknown) => clauseLine(clause, language))),
    ),
  ];
}

function clauseLine(clause: unknown, language: Language): HTMLElement {
  const { number, clauseId } = isObject(clause) ? clause : {};
  return element(
    'li',
    {},
    element('b', {}, text(number) ?? text(clauseId) ?? '—'),
    ' ',
    say(attentionOf(isObject(clause) ? clause : {}), language),
  );
}

/** Format 1 has seconds and acknowledgement beside the clause; format 2 has them in `attention`, with how it was given. */
function attentionOf(clause: Readonly<Record<string, unknown>>): Sentence {
  const said = isObject(clause['attention']) ? clause['attention'] : undefined;
  if (said?.['how'] === 'inherited') {
    const { recordId, seenOn, confirmedAt } = said;
    return sentence('verifier.attention.inherited', {
      recordId: text(recordId) ?? '—',
      seenOn: text(seenOn) ?? '—',
      confirmedAt: text(confirmedAt) ?? '—',
    });
  }
  const seconds = text(said ? said['seconds'] : clause['secondsVisible']) ?? '—';
  const needed = text(said ? said['needed'] : clause['secondsNeeded']) ?? '—';
  const at = text(said ? said['acknowledgedAt'] : clause['acknowledgedAt']);
  return at === undefined
    ? sentence('verifier.attention.not-noted', { seconds, needed })
    : sentence('verifier.attention.noted', { seconds, needed, at });
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
