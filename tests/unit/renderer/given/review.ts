import { asWritten } from '../../../../assets/messages/say.ts';
import type { Input, Output } from '../../../../src-main/contract/index.ts';
import type {
  DecisionPage,
  DecisionSummary,
  KeyKinds,
  Requirement,
  ReviewProgress,
  VersionView,
} from '../../../../src-main/contract/review.ts';
import type { ExplanationView } from '../../../../src-main/contract/review-explanations.ts';
import type { SealedCopyView, TextsView } from '../../../../src-main/contract/letters-sealed-copies.ts';
import type { AgreementDocument, Clause } from '../../../../src-main/contract/views.ts';
import { aHash, anAgreement, anId, aVersion } from './agreements.ts';
import { aPolicy, aSignatory } from './settings.ts';

export const aClause = (id: string, text: string, more: Partial<Clause> = {}): Clause => ({
  id,
  level: 2,
  role: 'clause',
  text,
  emphasis: [],
  tags: [],
  lines: [1, 1],
  ...more,
});

/** A clause that is bold throughout, in the source or by rule. */
export const aBoldClause = (id: string, text: string, origin: 'source' | 'rule', more: Partial<Clause> = {}): Clause =>
  aClause(id, text, { emphasis: [{ start: 0, end: text.length, strong: true, underline: false, origin }], ...more });

export const CLAUSES: readonly Clause[] = [
  aClause('c1', 'Storage', { role: 'heading', level: 1, number: '1', heading: 'Storage' }),
  aClause('c2', 'A berth is let by the day.', { number: '1.1' }),
  aBoldClause('c3', 'Damage by frost is nobody’s fault.', 'rule', { number: '1.2' }),
  aBoldClause('c4', 'The berth may be taken back after thirty days.', 'source', { number: '1.3' }),
  aClause('c5', 'The price list is on the gate.', { number: '1.5', anomaly: 'gap', level: 3 }),
];

export const aDocument = (more: Partial<AgreementDocument> = {}): AgreementDocument => ({
  title: 'Harbour storage terms',
  kind: 'terms',
  language: 'en',
  fingerprint: aHash(101),
  lines: [1, 20],
  repairs: [],
  clauses: CLAUSES,
  tables: [],
  facts: [],
  blanks: [],
  ...more,
});

export const aRequirement = (more: Partial<Requirement> = {}): Requirement => ({
  id: 'clause:c3',
  kind: 'clause',
  clauseId: 'c3',
  number: '1.2',
  excerpt: 'Damage by frost',
  secondsNeeded: 4,
  secondsSeen: 0,
  needsAcknowledgement: true,
  acknowledged: false,
  done: false,
  ...more,
});

export const END: Requirement = { id: 'end', kind: 'end-reached', done: false };

export const aProgress = (requirements: readonly Requirement[]): ReviewProgress => {
  const missing = requirements.filter(({ done }) => !done).length;
  return { requirements, missing, complete: missing === 0, minutesLeft: 0 };
};

export const aView = (more: Partial<VersionView> = {}): VersionView => ({
  agreement: anAgreement(),
  sample: false,
  version: aVersion({ state: 'reviewing' }),
  sourceName: 'terms.docx',
  sourceSha256: aHash(31),
  document: aDocument(),
  above: {},
  reading: { at: '2026-10-05T03:20:00Z', byEarlier: false },
  conspicuous: ['c3', 'c4'],
  reasons: { c3: [{ label: asWritten('Limits liability'), because: 'nobody’s fault' }] },
  marks: { c3: 'none', c4: 'whole' },
  possible: {},
  facts: [],
  departures: [],
  law: {},
  unrecognised: [],
  annexes: [],
  annexedTo: [],
  decisions: [],
  firstReview: false,
  progress: aProgress([
    aRequirement(),
    aRequirement({ id: 'clause:c4', clauseId: 'c4', number: '1.3', excerpt: 'The berth may be taken back' }),
    END,
  ]),
  ...more,
});

export const aDecision = (more: Partial<DecisionSummary> = {}): DecisionSummary => ({
  id: anId(81),
  decision: 'accepted',
  decidedAt: '2026-11-30T01:00:00Z',
  person: 'Ada Berg',
  role: 'Director',
  company: 'Northern Ferries',
  ledger: { sequence: 12, hash: aHash(12) },
  ...more,
});

export const aKindsRow = (more: Partial<KeyKinds> = {}): KeyKinds => ({
  labels: [asWritten('Liability exclusion')],
  clauses: [
    { clauseId: 'c3', number: '1.2', excerpt: 'Damage by frost', marked: 'whole' },
    { clauseId: 'c4', number: '1.3', excerpt: 'The berth', marked: 'none' },
  ],
  ...more,
});

const BUTTONS = { accepted: 'Yes, agreed', declined: 'No, declined', 'set-aside': 'Not now' } as const;

/** The words of a decision: who decides, and what they said of it. */
export const theWords = ({
  decision,
  person,
  reason = '',
  deferral,
}: Input<'review.statement'>): Output<'review.statement'> => ({
  statement: ['We have gone through the text.', person?.name, reason, deferral?.until].filter(Boolean).join(' '),
  button: BUTTONS[decision],
});

export const aDecisionPage = (more: Partial<DecisionPage> = {}): DecisionPage => ({
  words: 420,
  facts: [],
  kinds: [aKindsRow()],
  days: [],
  openExplanations: [],
  companies: [{ id: anId(61), name: 'Northern Ferries', creditCode: '91310000TEST00001X' }],
  companyId: anId(61),
  signatories: [aSignatory()],
  secondPersonNeeded: false,
  policy: aPolicy(),
  ...more,
});

export const aRequest = (more: Partial<ExplanationView> = {}): ExplanationView => ({
  id: anId(91),
  versionId: anId(101),
  clauseId: 'c3',
  number: '1.2',
  quote: 'Damage by frost is nobody’s fault.',
  question: 'Who heats the shed?',
  askedAt: '2026-11-20T02:00:00Z',
  askedBy: 'Ada Berg',
  state: 'asked',
  ...more,
});

export const aCopy = (more: Partial<SealedCopyView> = {}): SealedCopyView => ({
  id: anId(95),
  receivedAt: '2026-11-25T02:00:00Z',
  sha256: aHash(95),
  state: 'unchecked',
  stateAt: '2026-11-25T02:00:00Z',
  differences: [],
  name: 'sealed.pdf',
  compared: true,
  ...more,
});

export const someTexts = (more: Partial<TextsView> = {}): TextsView => ({
  copies: [],
  governing: { governs: 'neither', why: asWritten('Nothing was agreed on yet.'), openDifferences: [] },
  candidates: [],
  replaced: [],
  ...more,
});
