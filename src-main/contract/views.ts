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
export type { FactView } from '../agreement/fact-words.ts';
