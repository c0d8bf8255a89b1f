import type { DocumentProposal, ImportReview } from '../../../../src-main/contract/import.ts';
import type { AgreementDocument, Reading } from '../../../../src-main/contract/views.ts';
import { aPending } from './agreements.ts';
import { aDocument } from './review.ts';

export const aReading = (documents: readonly AgreementDocument[], more: Partial<Reading> = {}): Reading => ({
  documents,
  dropped: [],
  notes: [],
  coverage: [],
  suspicions: [],
  ...more,
});

/** A document that is new. */
export const aProposal = (more: Partial<DocumentProposal> = {}): DocumentProposal => ({
  clauses: 7,
  conspicuous: 2,
  marks: {},
  facts: [],
  unrecognised: [],
  sure: true,
  ...more,
});

/** A source of one document, or of those given; each is proposed as a new agreement. */
export const anImport = (
  documents: readonly AgreementDocument[] = [aDocument()],
  more: Partial<ImportReview> = {},
): ImportReview => ({
  source: aPending(),
  format: 'text',
  encoding: 'utf-8',
  lines: Array.from({ length: 6 }, (_, at) => ({ line: at + 1, text: `Line ${at + 1} of the source` })),
  reading: aReading(documents),
  questions: [],
  choices: {},
  proposals: documents.map(() => aProposal()),
  agreements: [],
  queue: [],
  ...more,
});
