import { type Sentence, sentence } from '../agreement/sentence.ts';
import type { LegacyKind } from '../agreement/legacy-fact.ts';

interface FactWords {
  /** What the fact is called when it is missing. */
  readonly label: Sentence;
  /** What the agreement says, with the value in its place. */
  readonly says: (value: string | number) => Sentence;
}

function named(zh: string, en: string): FactWords {
  const label = { zh, en };
  return { label, says: (value) => ({ zh: `${zh}为${value}`, en: `${en}: ${value}` }) };
}

/** How each fact is named and said in a working step. */
export const FACT_WORDS: Readonly<Record<LegacyKind, FactWords>> = {
  'change-notice-days': {
    label: sentence('term.fact-words.fact-words.change-notice-days.label'),
    says: (value) => sentence('term.fact-words.fact-words.change-notice-days.says', { value }),
  },
  'termination-notice-days': {
    label: sentence('term.fact-words.fact-words.termination-notice-days.label'),
    says: (value) => sentence('term.fact-words.fact-words.termination-notice-days.says', { value }),
  },
  'termination-notice-months': {
    label: sentence('term.fact-words.fact-words.termination-notice-months.label'),
    says: (value) => sentence('term.fact-words.fact-words.termination-notice-months.says', { value }),
  },
  'assignment-notice-days': {
    label: sentence('term.fact-words.fact-words.assignment-notice-days.label'),
    says: (value) => sentence('term.fact-words.fact-words.assignment-notice-days.says', { value }),
  },
  'payment-due-days': {
    label: sentence('term.fact-words.fact-words.payment-due-days.label'),
    says: (value) => sentence('term.fact-words.fact-words.payment-due-days.says', { value }),
  },
  'renewal-lead-days': {
    label: sentence('term.fact-words.fact-words.renewal-lead-days.label'),
    says: (value) => sentence('term.fact-words.fact-words.renewal-lead-days.says', { value }),
  },
  'outage-termination-hours': {
    label: sentence('term.fact-words.fact-words.outage-termination-hours.label'),
    says: (value) => sentence('term.fact-words.fact-words.outage-termination-hours.says', { value }),
  },
  'liability-cap': named('赔偿上限', 'cap of liability'),
  court: named('管辖法院', 'court'),
  'governing-law': named('适用法律', 'governing law'),
  availability: {
    label: sentence('term.fact-words.fact-words.availability.label'),
    says: (value) => sentence('term.fact-words.fact-words.availability.says', { value }),
  },
  'credit-tier': named('赔偿档次', 'credit tiers'),
  'claim-opens-working-day': {
    label: sentence('term.fact-words.fact-words.claim-opens-working-day.label'),
    says: (value) => sentence('term.fact-words.fact-words.claim-opens-working-day.says', { value }),
  },
  'claim-closes-months': {
    label: sentence('term.fact-words.fact-words.claim-closes-months.label'),
    says: (value) => sentence('term.fact-words.fact-words.claim-closes-months.says', { value }),
  },
  'late-fee-per-day': {
    label: sentence('term.fact-words.fact-words.late-fee-per-day.label'),
    says: (value) => sentence('term.fact-words.fact-words.late-fee-per-day.says', { value }),
  },
  'overdue-termination-days': {
    label: sentence('term.fact-words.fact-words.overdue-termination-days.label'),
    says: (value) => sentence('term.fact-words.fact-words.overdue-termination-days.says', { value }),
  },
  'damages-multiple': {
    label: sentence('term.fact-words.fact-words.damages-multiple.label'),
    says: (value) => sentence('term.fact-words.fact-words.damages-multiple.says', { value }),
  },
  'paper-delivery-days': {
    label: sentence('term.fact-words.fact-words.paper-delivery-days.label'),
    says: (value) => sentence('term.fact-words.fact-words.paper-delivery-days.says', { value }),
  },
  'electronic-delivery': {
    label: sentence('term.fact-words.fact-words.electronic-delivery.label'),
    says: (value) => sentence('term.fact-words.fact-words.electronic-delivery.says', { value }),
  },
  'vat-rate': {
    label: sentence('term.fact-words.fact-words.vat-rate.label'),
    says: (value) => sentence('term.fact-words.fact-words.vat-rate.says', { value }),
  },
  'invoice-ordinary-day': named('增值税普通发票的开具日', 'day of issue of an ordinary VAT invoice'),
  'invoice-special-day': named('增值税专用发票的开具日', 'day of issue of a special VAT invoice'),
  hotline: named('客服热线', 'hotline'),
  'effective-date': named('生效日期', 'effective date'),
};
