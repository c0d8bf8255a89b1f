import type { Sentence, Words } from '../agreement/sentence.ts';

/** The domain's own types that cross to the page as they are: the page imports nothing of the main side but the contract. */
export type { Language, Sentence, WorkingStep, Words } from '../agreement/sentence.ts';
export type {
  AgreementDocument,
  Clause,
  ClauseTable,
  ClauseTag,
  DocumentKind,
  Emphasis,
  Fact,
  Reading,
  ReadingChoices,
  Repair,
  TagKind,
} from '../agreement/model.ts';
export type { FactKind } from '../agreement/fact.ts';
export type { CreditTier, LegacyKind } from '../agreement/legacy-fact.ts';

/** The clock by which an agreement's days are counted, where it is not Beijing's. */
export interface DayClockView {
  readonly zone: Sentence;
  /** The day that it is there. */
  readonly today: string;
  /** When the day that it is told beside ends (UTC ISO). */
  readonly ends?: string;
}

/** What the law says beside a figure of the contract: never in its place, and no legal advice. */
export interface StatuteView {
  readonly id: string;
  readonly article: Words;
  readonly says: Words;
  readonly bound: 'floor' | 'ceiling' | 'reading';
  /** Why it holds although the contract chooses another place's law. */
  readonly whateverLaw?: Words;
  readonly disputed?: true;
}

/** A fact as a screen shows it: named, and its value in words. */
export interface FactView {
  readonly id: string;
  readonly label: Sentence;
  readonly words: Sentence;
  readonly clause: string;
  readonly quote: string;
  /** The words of the quote that are the value itself: `30 天`; absent where they do not stand there by themselves. */
  readonly figure?: string;
}
