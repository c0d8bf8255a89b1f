import { asWritten } from '../../../../assets/messages/say.ts';
import {
  type LetterOutput,
  type LetterPreview,
  type LetterTemplate,
  type LetterView,
  SEAL_SHAPE_NAMES,
  type SealGeometry,
} from '../../../../src-main/contract/letters.ts';
import { SEAL_SHAPES } from '../../../../src-main/pdf/finish/seal.ts';
import type { ScanView } from '../../../../src-main/contract/letters-scans.ts';
import type { SigningCertificateView } from '../../../../src-main/contract/settings.ts';
import { aHash, anId } from './agreements.ts';

export const aTemplate = (more: Partial<LetterTemplate> = {}): LetterTemplate => ({
  id: 'commitment',
  title: asWritten('Letter of commitment'),
  source: 'draft',
  ...more,
});

export const aLetter = (more: Partial<LetterView> = {}): LetterView => ({
  id: anId(21),
  templateId: 'commitment',
  title: 'Letter of commitment',
  name: asWritten(more.title ?? 'Letter of commitment'),
  standing: 'own-draft',
  state: 'draft',
  values: {},
  fields: [],
  problems: [],
  fingerprint: aHash(21),
  updatedAt: '2026-11-29T02:00:00Z',
  outputs: [],
  aboutAgreement: false,
  language: 'zh',
  english: false,
  usualSeal: 'round-42',
  ...more,
});

export const anOutput = (more: Partial<LetterOutput> = {}): LetterOutput => ({
  sha256: aHash(22),
  name: 'commitment.pdf',
  at: '2026-11-29T03:00:00Z',
  kind: 'pdf',
  pages: 1,
  fingerprint: aHash(21),
  ...more,
});

const geometry: SealGeometry = {
  outline: 'ellipse',
  width: 42,
  height: 42,
  places: [{ page: 1, left: 120, bottom: 60, width: 42, height: 42 }],
  seam: [],
  seamBottom: 120,
};

export const somePages = (): LetterPreview => ({
  kind: 'pages',
  pdf: new Uint8Array([37, 80, 68, 70]),
  seals: Object.fromEntries(
    SEAL_SHAPE_NAMES.map((shape) => [shape, { ...geometry, ...SEAL_SHAPES[shape] }]),
  ) as Extract<LetterPreview, { kind: 'pages' }>['seals'],
  hand: { page: 1, left: 60, bottom: 50, width: 40, height: 12 },
});

export const aScan = (more: Partial<ScanView> = {}): ScanView => ({
  id: anId(25),
  letterId: anId(21),
  receivedAt: '2026-11-29T05:00:00Z',
  files: [{ name: 'scan.pdf', sha256: aHash(25) }],
  overall: 'complete',
  checks: [],
  sheets: [],
  state: 'unchecked',
  ...more,
});

export const aCertificate = (more: Partial<SigningCertificateView> = {}): SigningCertificateView => ({
  id: anId(27),
  subject: 'Ada Berg, Northern Ferries',
  issuer: 'Northern Ferries',
  notBefore: '2026-01-01T00:00:00Z',
  notAfter: '2029-01-01T00:00:00Z',
  selfIssued: true,
  kept: true,
  ...more,
});
