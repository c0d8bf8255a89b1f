/** The domain's own types that cross to the page as they are: the page imports nothing of the main side but the contract. */
export type { Language, Sentence, WorkingStep, Words } from '../agreement/sentence.ts';
export type {
  AgreementDocument,
  Clause,
  ClauseTable,
  ClauseTag,
  CreditTier,
  DocumentKind,
  Emphasis,
  Fact,
  FactKind,
  InvoiceDay,
  Reading,
  ReadingChoices,
  Repair,
  TagKind,
} from '../agreement/model.ts';
