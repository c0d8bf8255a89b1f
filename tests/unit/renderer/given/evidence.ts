import { asWritten } from '../../../../assets/messages/say.ts';
import type {
  AcceptanceDetail,
  AcceptanceLine,
  BundleReview,
  ImportedBundle,
  LedgerEntryView,
  LedgerLine,
  LedgerVerdict,
  TimestampView,
} from '../../../../src-main/contract/evidence.ts';
import { aHash, anId } from './agreements.ts';

export const aBundle = (more: Partial<BundleReview> = {}): BundleReview => ({
  bundleId: anId(71),
  name: 'ferries.zip',
  sha256: aHash(71),
  ok: true,
  integrity: 'intact',
  identity: { keyId: 'k-20', known: 'new' },
  time: { source: 'device-clock', anchored: [] },
  checks: [{ what: asWritten('The entries'), ok: true, why: asWritten('They follow one another.') }],
  head: { sequence: 12, hash: aHash(12) },
  conflicts: [],
  devices: ['laptop'],
  versions: [{ title: 'Harbour storage terms', ordinal: 1, known: false }],
  decisions: [
    {
      title: 'Harbour storage terms',
      ordinal: 1,
      decision: 'accepted',
      decidedAt: '2026-11-20T02:00:00Z',
      person: 'Ada Berg',
      company: 'Southern Ferries',
    },
  ],
  suggestedOrigin: 'Southern Ferries',
  ...more,
});

export const anImported = (more: Partial<ImportedBundle> = {}): ImportedBundle => ({
  id: anId(72),
  name: 'ferries.zip',
  origin: 'Southern Ferries',
  sha256: aHash(71),
  importedAt: '2026-11-28T02:00:00Z',
  versions: 1,
  decisions: 1,
  head: aHash(12),
  ...more,
});

export const anEntry = (more: Partial<LedgerLine> = {}): LedgerLine => ({
  sequence: 12,
  at: '2026-11-20T02:00:00Z',
  kind: asWritten('An agreement was accepted'),
  subject: `acceptance:${anId(81)}`,
  about: asWritten('Harbour storage terms'),
  who: 'Ada Berg',
  hash: aHash(12),
  signed: true,
  rollback: false,
  ...more,
});

export const aWholeEntry = (more: Partial<LedgerEntryView> = {}): LedgerEntryView => ({
  ...anEntry(),
  payloadHash: aHash(13),
  previous: aHash(11),
  device: 'laptop',
  payload: '{\n  "decision": "accepted"\n}',
  ...more,
});

export const anAcceptance = (more: Partial<AcceptanceLine> = {}): AcceptanceLine => ({
  id: anId(81),
  agreementId: anId(1),
  versionId: anId(101),
  title: 'Harbour storage terms',
  ordinal: 1,
  decision: 'accepted',
  decidedAt: '2026-11-20T02:00:00Z',
  person: 'Ada Berg',
  company: 'Northern Ferries',
  origin: 'own',
  ...more,
});

export const aRecord = (
  line: AcceptanceLine,
  content: AcceptanceDetail['content'],
  more: Partial<AcceptanceDetail> = {},
): AcceptanceDetail => ({ line, content, place: `12:${aHash(12)}`, certificates: [], ...more });

export const aVerdict = (more: Partial<LedgerVerdict> = {}): LedgerVerdict => ({
  ok: true,
  checked: 12,
  faults: [],
  at: '2026-11-30T01:00:00Z',
  remarks: [],
  unchecked: [],
  heldSince: [],
  integrity: 'intact',
  identity: { keyId: 'k-17', known: 'pinned' },
  time: { source: 'device-clock', anchored: [] },
  ...more,
});

export const aTimestamp = (more: Partial<TimestampView> = {}): TimestampView => ({
  sequence: 12,
  hash: aHash(12),
  requestedAt: '2026-11-21T02:00:00Z',
  ...more,
});
