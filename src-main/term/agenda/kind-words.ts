import { type Sentence, sentence } from '../../agreement/sentence.ts';
import type { AgendaKind } from './agenda.ts';

/** What each kind of item is called and what follows if it is missed. */
export const KIND_WORDS: Readonly<Record<AgendaKind, { readonly title: Sentence; readonly ifMissed: Sentence }>> = {
  'notice-last-day': {
    title: sentence('term.agenda-items.kind-words.notice-last-day.title'),
    ifMissed: sentence('term.agenda-items.kind-words.notice-last-day.if-missed'),
  },
  'notice-objection': {
    title: sentence('term.agenda-items.kind-words.notice-objection.title'),
    ifMissed: sentence('term.agenda-items.kind-words.notice-objection.if-missed'),
  },
  'notice-effect': {
    title: sentence('term.agenda-items.kind-words.notice-effect.title'),
    ifMissed: sentence('term.agenda-items.kind-words.notice-effect.if-missed'),
  },
  termination: {
    title: sentence('term.agenda-items.kind-words.termination.title'),
    ifMissed: sentence('term.agenda-items.kind-words.termination.if-missed'),
  },
  payment: {
    title: sentence('term.agenda-items.kind-words.payment.title'),
    ifMissed: sentence('term.agenda-items.kind-words.payment.if-missed'),
  },
  renewal: {
    title: sentence('term.agenda-items.kind-words.renewal.title'),
    ifMissed: sentence('term.agenda-items.kind-words.renewal.if-missed'),
  },
  overdue: {
    title: sentence('term.agenda-items.kind-words.overdue.title'),
    ifMissed: sentence('term.agenda-items.kind-words.overdue.if-missed'),
  },
  'claim-opens': {
    title: sentence('term.agenda-items.kind-words.claim-opens.title'),
    ifMissed: sentence('term.agenda-items.kind-words.claim-opens.if-missed'),
  },
  'claim-closes': {
    title: sentence('term.agenda-items.kind-words.claim-closes.title'),
    ifMissed: sentence('term.agenda-items.kind-words.claim-closes.if-missed'),
  },
  'invoice-ask': {
    title: sentence('term.agenda-items.kind-words.invoice-ask.title'),
    ifMissed: sentence('term.agenda-items.kind-words.invoice-ask.if-missed'),
  },
  'invoice-issue': {
    title: sentence('term.agenda-items.kind-words.invoice-issue.title'),
    ifMissed: sentence('term.agenda-items.kind-words.invoice-issue.if-missed'),
  },
  'red-letter': {
    title: sentence('term.agenda-items.kind-words.red-letter.title'),
    ifMissed: sentence('term.agenda-items.kind-words.red-letter.if-missed'),
  },
  'contact-confirmation': {
    title: sentence('term.agenda-items.kind-words.contact-confirmation.title'),
    ifMissed: sentence('term.agenda-items.kind-words.contact-confirmation.if-missed'),
  },
  'time-stamp': {
    title: sentence('term.agenda-items.kind-words.time-stamp.title'),
    ifMissed: sentence('term.agenda-items.kind-words.time-stamp.if-missed'),
  },
  letter: {
    title: sentence('term.agenda-items.kind-words.letter.title'),
    ifMissed: sentence('term.agenda-items.kind-words.letter.if-missed'),
  },
  'own-note': {
    title: sentence('term.agenda-items.kind-words.own-note.title'),
    ifMissed: sentence('term.agenda-items.kind-words.own-note.if-missed'),
  },
  review: {
    title: sentence('term.agenda-items.kind-words.review.title'),
    ifMissed: sentence('term.agenda-items.kind-words.review.if-missed'),
  },
  conclusion: {
    title: sentence('term.agenda-items.kind-words.conclusion.title'),
    ifMissed: sentence('term.agenda-items.kind-words.conclusion.if-missed'),
  },
  answer: {
    title: sentence('term.agenda-items.kind-words.answer.title'),
    ifMissed: sentence('term.agenda-items.kind-words.answer.if-missed'),
  },
  'cancel-by': {
    title: sentence('term.agenda-items.kind-words.cancel-by.title'),
    ifMissed: sentence('term.agenda-items.kind-words.cancel-by.if-missed'),
  },
  'term-start': {
    title: sentence('term.agenda-items.kind-words.term-start.title'),
    ifMissed: sentence('term.agenda-items.kind-words.term-start.if-missed'),
  },
  'term-end': {
    title: sentence('term.agenda-items.kind-words.term-end.title'),
    ifMissed: sentence('term.agenda-items.kind-words.term-end.if-missed'),
  },
  'term-renews': {
    title: sentence('term.agenda-items.kind-words.term-renews.title'),
    ifMissed: sentence('term.agenda-items.kind-words.term-renews.if-missed'),
  },
  'right-lapses': {
    title: sentence('term.agenda-items.kind-words.right-lapses.title'),
    ifMissed: sentence('term.agenda-items.kind-words.right-lapses.if-missed'),
  },
  arrival: {
    title: sentence('term.agenda-items.kind-words.arrival.title'),
    ifMissed: sentence('term.agenda-items.kind-words.arrival.if-missed'),
  },
  'say-ended': {
    title: sentence('term.agenda-items.kind-words.say-ended.title'),
    ifMissed: sentence('term.agenda-items.kind-words.say-ended.if-missed'),
  },
  'data-export': {
    title: sentence('term.agenda-items.kind-words.data-export.title'),
    ifMissed: sentence('term.agenda-items.kind-words.data-export.if-missed'),
  },
};
