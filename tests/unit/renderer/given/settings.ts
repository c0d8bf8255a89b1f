import type { DeviceKeyView } from '../../../../src-main/contract/evidence-device-key.ts';
import type { LedgerStanding } from '../../../../src-main/contract/evidence.ts';
import type {
  AboutView,
  BackupsView,
  BackupView,
  CeremonyPolicyInput,
  CompanyView,
  SignatoryView,
} from '../../../../src-main/contract/settings.ts';
import { aHash, anId } from './agreements.ts';
import type { Answers } from './double.ts';

export const aCompany = (more: Partial<CompanyView> = {}): CompanyView => ({
  id: anId(61),
  name: 'Northern Ferries',
  creditCode: '91310000TEST00001X',
  address: 'Quay 3',
  legalRepresentative: 'Ada Berg',
  contact: 'Olof Dahl',
  phone: '021-1234567',
  email: 'office@ferries.example',
  bank: 'Harbour Bank',
  bankAccount: '62220000',
  signatory: 'Ada Berg',
  signatoryRole: 'Director',
  problems: [],
  ...more,
});

export const aSignatory = (more: Partial<SignatoryView> = {}): SignatoryView => ({
  id: anId(71),
  companyId: anId(61),
  name: 'Ada Berg',
  role: 'Director',
  basis: 'legal-representative',
  ofCompany: false,
  ended: false,
  ...more,
});

export const aPolicy = (more: Partial<CeremonyPolicyInput> = {}): CeremonyPolicyInput => ({
  readingTimeFactor: 1,
  secondPerson: false,
  everyClause: false,
  ...more,
});

export const aBackup = (more: Partial<BackupView> = {}): BackupView => ({
  name: 'assent-2026-11-29.sqlite',
  place: 'beside',
  kind: 'ours',
  at: '2026-11-29T19:00:00Z',
  bytes: 2_621_440,
  entries: 12,
  sound: true,
  ...more,
});

export const theBackups = (backups = [aBackup()], more: Partial<BackupsView> = {}): BackupsView => ({
  backups,
  unusable: 0,
  ...more,
});

export const anAbout = (more: Partial<AboutView> = {}): AboutView => ({
  version: '0.1.0',
  build: '0.1.0 (test)',
  runtime: 'a runtime',
  folder: 'a folder',
  ledger: { count: 12, head: aHash(12) },
  keyProtection: 'keychain',
  fileCheck: { state: 'whole', at: '2026-11-30T00:59:00Z' },
  ...more,
});

export const aKey = (more: Partial<DeviceKeyView> = {}): DeviceKeyView => ({
  protection: 'keychain',
  signing: true,
  keychain: true,
  id: 'k-17',
  keys: 1,
  ...more,
});

export const aStanding = (more: Partial<LedgerStanding> = {}): LedgerStanding => ({
  count: 12,
  unsigned: 0,
  head: aHash(12),
  tail: { ok: true, checked: 12, faults: [], at: '2026-11-30T00:59:00Z' },
  fileDamaged: false,
  ...more,
});

/** What the frame asks about the ledger whatever is shown. */
export const ledgerAnswers = (standing = aStanding(), key = aKey()): Answers => ({
  'evidence.standing': () => standing,
  'evidence.keyState': () => key,
});
