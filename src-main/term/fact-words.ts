import { type Sentence, sentence } from '../agreement/sentence.ts';
import type { LegacyKind } from '../agreement/legacy-fact.ts';

interface FactWords {
  /** What the fact is called when it is missing. */
  readonly label: Sentence;
  /** What the agreement says, with the value in its place. */
  readonly says: (value: string | number) => Sentence;
}

/** How each fact is named and said in a working step. */
export const FACT_WORDS: Readonly<Record<LegacyKind, FactWords>> = {
  'change-notice-days': {
    label: sentence('term.fact-words.change-notice-days.label'),
    says: (value) => sentence('term.fact-words.change-notice-days.says', { value }),
  },
  'termination-notice-days': {
    label: sentence('term.fact-words.termination-notice-days.label'),
    says: (value) => sentence('term.fact-words.termination-notice-days.says', { value }),
  },
  'termination-notice-months': {
    label: sentence('term.fact-words.termination-notice-months.label'),
    says: (value) => sentence('term.fact-words.termination-notice-months.says', { value }),
  },
  'assignment-notice-days': {
    label: sentence('term.fact-words.assignment-notice-days.label'),
    says: (value) => sentence('term.fact-words.assignment-notice-days.says', { value }),
  },
  'payment-due-days': {
    label: sentence('term.fact-words.payment-due-days.label'),
    says: (value) => sentence('term.fact-words.payment-due-days.says', { value }),
  },
  'renewal-lead-days': {
    label: sentence('term.fact-words.renewal-lead-days.label'),
    says: (value) => sentence('term.fact-words.renewal-lead-days.says', { value }),
  },
  'outage-termination-hours': {
    label: sentence('term.fact-words.outage-termination-hours.label'),
    says: (value) => sentence('term.fact-words.outage-termination-hours.says', { value }),
  },
  'liability-cap': {
    label: sentence('term.fact-words.liability-cap.label'),
    says: (value) => sentence('term.fact-words.liability-cap.says', { value }),
  },
  court: {
    label: sentence('term.fact-words.court.label'),
    says: (value) => sentence('term.fact-words.court.says', { value }),
  },
  'governing-law': {
    label: sentence('term.fact-words.governing-law.label'),
    says: (value) => sentence('term.fact-words.governing-law.says', { value }),
  },
  availability: {
    label: sentence('term.fact-words.availability.label'),
    says: (value) => sentence('term.fact-words.availability.says', { value }),
  },
  'credit-tier': {
    label: sentence('term.fact-words.credit-tier.label'),
    says: (value) => sentence('term.fact-words.credit-tier.says', { value }),
  },
  'claim-opens-working-day': {
    label: sentence('term.fact-words.claim-opens-working-day.label'),
    says: (value) => sentence('term.fact-words.claim-opens-working-day.says', { value }),
  },
  'claim-closes-months': {
    label: sentence('term.fact-words.claim-closes-months.label'),
    says: (value) => sentence('term.fact-words.claim-closes-months.says', { value }),
  },
  'late-fee-per-day': {
    label: sentence('term.fact-words.late-fee-per-day.label'),
    says: (value) => sentence('term.fact-words.late-fee-per-day.says', { value }),
  },
  'overdue-termination-days': {
    label: sentence('term.fact-words.overdue-termination-days.label'),
    says: (value) => sentence('term.fact-words.overdue-termination-days.says', { value }),
  },
  'damages-multiple': {
    label: sentence('term.fact-words.damages-multiple.label'),
    says: (value) => sentence('term.fact-words.damages-multiple.says', { value }),
  },
  'paper-delivery-days': {
    label: sentence('term.fact-words.paper-delivery-days.label'),
    says: (value) => sentence('term.fact-words.paper-delivery-days.says', { value }),
  },
  'electronic-delivery': {
    label: sentence('term.fact-words.electronic-delivery.label'),
    says: (value) => sentence('term.fact-words.electronic-delivery.says', { value }),
  },
  'vat-rate': {
    label: sentence('term.fact-words.vat-rate.label'),
    says: (value) => sentence('term.fact-words.vat-rate.says', { value }),
  },
  'invoice-ordinary-day': {
    label: sentence('term.fact-words.invoice-ordinary-day.label'),
    says: (value) => sentence('term.fact-words.invoice-ordinary-day.says', { value }),
  },
  'invoice-special-day': {
    label: sentence('term.fact-words.invoice-special-day.label'),
    says: (value) => sentence('term.fact-words.invoice-special-day.says', { value }),
  },
  hotline: {
    label: sentence('term.fact-words.hotline.label'),
    says: (value) => sentence('term.fact-words.hotline.says', { value }),
  },
  'effective-date': {
    label: sentence('term.fact-words.effective-date.label'),
    says: (value) => sentence('term.fact-words.effective-date.says', { value }),
  },
};
