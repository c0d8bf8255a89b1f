import { sentence } from '../../../agreement/sentence.ts';
import type { Handlers } from '../../../contract/call.ts';
import type { termCalls } from '../../../contract/rights/term.ts';
import type { KeysClosed, LetterStarter } from '../../../kernel/between-features.ts';
import { draftCase } from '../../../kernel/cases/case-moves.ts';
import { unknownThing } from '../../../kernel/failure.ts';
import type { Ports } from '../../../kernel/ports.ts';
import { recordTogether } from '../../../kernel/record.ts';
import { letterLanguage, versionWords } from '../../../kernel/papers/letter-words.ts';
import { letterPapers } from '../../../kernel/papers/letters.ts';
import { hasReached } from '../../../letter/case.ts';
import { NON_RENEWAL_NOTICE } from '../../../letter/forms.ts';
import type { LetterValues } from '../../../letter/template.ts';
import { renewalOf } from '../../../term/renewal/renewal.ts';
import { obligationBases } from '../basis.ts';
import { keepTerm } from './term-records.ts';
import { cancelKey, givenToday, nonRenewal, termView } from './term-view.ts';

/** Term and renewal of an agreement. */
export function termHandlers(ports: Ports, startLetter: LetterStarter): Handlers<typeof termCalls> {
  const { store } = ports;
  return {
    'rights.term': ({ agreementId }) => termView(ports, agreementId),

    'rights.keepTerm': ({ agreementId, term }) => {
      if (!store.agreements.agreement(agreementId)) throw unknownThing(sentence('rights.basis.obligation-basis'));
      keepTerm(ports, agreementId, term);
      return undefined;
    },

    'rights.draftNonRenewal': ({ agreementId }) => ({ letterId: draftNonRenewal(ports, startLetter, agreementId) }),
  };
}

/**
 * Drafts the letter against the renewal of the term that runs, and its case. A draft closes no day; one that was drafted for
 * the same term and not sent is opened again.
 */
function draftNonRenewal(ports: Ports, startLetter: LetterStarter, agreementId: string): string {
  const { store, now } = ports;
  const { agreement, text, terms } = obligationBases(store, agreementId)(now().toISOString());
  const { end, notice } = renewalOf(terms, givenToday(ports, agreementId, terms));
  const closes = end.known ? [cancelKey(agreementId, end.value)] : [];
  const before = nonRenewal(store, agreementId);
  const same = before?.closes?.join() === closes.join() && !hasReached(before.state, 'sent');
  const opens = same && before.state !== 'withdrawn' ? before.letterId : undefined;
  if (opens !== undefined && letterPapers(store).has(opens)) return opens;
  const cited = notice.known ? notice.steps.find(({ clause }) => clause)?.clause : undefined;
  const language = letterLanguage(store, agreementId, now().toISOString());
  const values: LetterValues = {
    ...(agreement.provider === undefined ? {} : { addressee: agreement.provider }),
    agreementTitle: text.version.title,
    agreementVersion: versionWords(store, { id: text.version.versionId }, language),
    ...(end.known ? { endsOn: end.value.safe } : {}),
    ...(cited?.number === undefined ? {} : { clause: cited.number }),
    ...(cited?.quote === undefined ? {} : { quote: cited.quote.replace(/\s+/gu, ' ').trim() }),
  };
  return recordTogether(ports, () => {
    const letterId = startLetter(ports, NON_RENEWAL_NOTICE.id, values, { agreementId, language });
    draftCase(ports, { kind: 'non-renewal', agreementId, letterId, closes });
    return letterId;
  });
}

/** A notice against renewal closes the day to cancel of the term that runs; of other letters nothing on this agenda. */
export const keysClosed: KeysClosed = (ports, agreementId, about) => {
  if (about !== 'non-renewal') return [];
  const { terms } = obligationBases(ports.store, agreementId)(ports.now().toISOString());
  const { end } = renewalOf(terms, givenToday(ports, agreementId, terms));
  return end.known ? [cancelKey(agreementId, end.value)] : [];
};
