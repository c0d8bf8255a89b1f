import { z } from 'zod';
import type { Sentence } from '../agreement/sentence.ts';
import { statuteCalls } from './settings-statutes.ts';
import type { ReadHolidays } from '../term/calendar/holiday-notice.ts';
import { call, date, filled, id, language, nothing, sha256, words } from './call.ts';
import type { UndoToken } from './undo.ts';

export const preferences = z.strictObject({
  language,
  theme: z.enum(['system', 'light', 'dark']),
  /** Size of the agreement's text, percent. */
  textSize: z.number().int().min(80).max(200),
  panes: z.record(words(40), z.number().int().min(0).max(2000)),
  /** Who was last named as the one that handled something; the next form begins with that name. */
  handledBy: words(100),
});
export type Preferences = z.infer<typeof preferences>;

export const companyInput = z.strictObject({
  name: filled(200),
  /** As it stands on English papers. */
  nameEnglish: words(200).exactOptional(),
  creditCode: words(40),
  address: words(300),
  legalRepresentative: words(100),
  /** Of each person, too, the name as it stands on English papers. */
  legalRepresentativeEnglish: words(100).exactOptional(),
  contact: words(100),
  contactEnglish: words(100).exactOptional(),
  phone: words(60),
  email: words(200),
  bank: words(200),
  bankAccount: words(60),
  signatory: words(100),
  signatoryEnglish: words(100).exactOptional(),
  signatoryRole: words(100),
});
export type CompanyInput = z.infer<typeof companyInput>;

export interface CompanyView extends CompanyInput {
  readonly id: string;
  /** Day the contacts were last confirmed as current. */
  readonly confirmedOn?: string;
  /** What does not fit, by field. */
  readonly problems: readonly { readonly field: string; readonly text: Sentence }[];
}

/** On what ground somebody may sign for a company. */
export const SIGNING_BASES = ['legal-representative', 'authorisation-letter', 'post'] as const;
export type SigningBasis = (typeof SIGNING_BASES)[number];

export const signatoryInput = z.strictObject({
  companyId: id,
  name: filled(100),
  /** As it stands on English papers. */
  nameEnglish: filled(100).optional(),
  role: filled(100),
  basis: z.enum(SIGNING_BASES),
  /** The authorisation letter: the file kept, the last day on which it holds, and what it is limited to. */
  letter: sha256.optional(),
  until: date.optional(),
  limit: filled(200).optional(),
});
export type SignatoryInput = z.infer<typeof signatoryInput>;

/** Somebody who signs for a company. */
export interface SignatoryView extends Omit<SignatoryInput, 'letter'> {
  /** Of somebody whom only the company's particulars name, no id of a record. */
  readonly id: string;
  /** The particulars of the company name them: they are changed there. */
  readonly ofCompany: boolean;
  readonly letter?: { readonly sha256: string; readonly name: string };
  /** The authorisation has ended by today. */
  readonly ended: boolean;
  /** What is doubtful about the English name. */
  readonly doubt?: Sentence;
}

export interface SigningCertificateView {
  readonly id: string;
  readonly subject: string;
  readonly issuer: string;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly selfIssued: boolean;
  /** The key is kept by the OS keychain. */
  readonly kept: boolean;
}

export interface AboutView {
  readonly version: string;
  readonly build: string;
  readonly runtime: string;
  readonly folder: string;
  readonly ledger: { readonly count: number; readonly head?: string };
  readonly keyProtection: 'keychain' | 'passphrase' | 'none';
  /** The database file since this start: every page was read, or is being read. */
  readonly fileCheck: FileCheckView;
}

export interface FileCheckView {
  /** `unknown`: it could not be read to its end. */
  readonly state: 'running' | 'whole' | 'damaged' | 'unknown';
  /** When it ended, UTC ISO. */
  readonly at?: string;
}

/** A backup that was looked through to its end and is whole. */
export interface BackupView {
  readonly name: string;
  /** In the data folder, or in the second place. */
  readonly place: 'beside' | 'second';
  /** `replaced`: what a restored backup took the place of. */
  readonly kind: 'ours' | 'before-migration' | 'replaced';
  /** When it was made, UTC ISO. */
  readonly at: string;
  readonly bytes: number;
  /** Entries of its ledger. */
  readonly entries: number;
  /** Its content agrees with its hashes. */
  readonly sound: boolean;
}

export interface BackupsView {
  /** Newest first. */
  readonly backups: readonly BackupView[];
  /** Entries of the ledger that the newest backup beside the data does not hold; absent where there is none. */
  readonly since?: number;
  /** Files that call themselves backups and are not whole: none of them is listed. */
  readonly unusable: number;
  /** Why the last one was not made. */
  readonly failed?: Sentence;
  /** The second place, where one was chosen. */
  readonly second?: {
    readonly name: string;
    /** Its disk is connected. */
    readonly there: boolean;
    /** It does not answer: whether it is there is not known, and nothing waits for it. */
    readonly silent?: boolean;
    /** When it was chosen, and when a backup was last copied there, UTC ISO. */
    readonly since: string;
    readonly last?: string;
    readonly failed?: Sentence;
  };
}

/** Something about the records that was found when they were opened, with what to do. */
export interface StartNotice {
  readonly kind: 'restored' | 'shorter' | 'changed' | 'replaced' | 'unsigned' | 'note-gone';
  readonly sentence: Sentence;
  readonly next: Sentence;
}

/** A policy may only add to what must be seen before assent. */
export const ceremonyPolicy = z.strictObject({
  /** Multiplies the reading time of each conspicuous clause. */
  readingTimeFactor: z.number().min(1).max(10),
  secondPerson: z.boolean(),
  everyClause: z.boolean(),
});
export type CeremonyPolicyInput = z.infer<typeof ceremonyPolicy>;

/** A year's holidays as they were read out of a text or a table; with a problem they are not used. */
export type HolidayPreview = ReadHolidays;

/** The table of one year. */
export interface HolidayYear extends Pick<ReadHolidays, 'year' | 'daysOff' | 'makeUpWorkdays'> {
  /** Of a table that the person gave: it can be removed. */
  readonly id?: string;
  readonly from: 'shipped' | 'person';
  /** Days are counted by it: a shipped table stands before a person's. */
  readonly used: boolean;
  readonly number?: string;
  readonly file?: { readonly sha256: string; readonly name: string };
  /** Days on which it differs from the table shipped since. */
  readonly differs: readonly string[];
}

const holidayText = filled(200_000);

export const settingsCalls = {
  'settings.preferences': call<Preferences>()(nothing),
  'settings.setPreferences': call<Preferences>()(preferences.partial()),
  'settings.policy': call<CeremonyPolicyInput>()(nothing),
  'settings.setPolicy': call<CeremonyPolicyInput>()(ceremonyPolicy),
  'settings.companies': call<readonly CompanyView[]>()(nothing),
  'settings.saveCompany': call<CompanyView>()(z.strictObject({ id: id.optional(), company: companyInput })),
  'settings.signatories': call<readonly SignatoryView[]>()(nothing),
  'settings.saveSignatory': call<SignatoryView>()(z.strictObject({ id: id.optional(), signatory: signatoryInput })),
  'settings.removeSignatory': call<UndoToken>()(z.strictObject({ id })),
  ...statuteCalls,
  'settings.holidays': call<readonly HolidayYear[]>()(nothing),
  /** The text of a notice or a table in a file; nothing is kept yet. Absent when the dialog was closed. */
  'settings.chooseHolidays': call<{ readonly name: string; readonly text: string } | undefined>()(nothing),
  'settings.readHolidays': call<HolidayPreview>()(z.strictObject({ text: holidayText })),
  /** Keeps what was read, with its text by its hash: every day is counted by it from then on. */
  'settings.keepHolidays': call<readonly HolidayYear[]>()(
    z.strictObject({ text: holidayText, name: filled(255).optional() }),
  ),
  'settings.removeHolidays': call<UndoToken>()(z.strictObject({ id })),
  'settings.confirmContacts': call<CompanyView>()(z.strictObject({ id, on: date })),
  'settings.certificates': call<readonly SigningCertificateView[]>()(nothing),
  'settings.about': call<AboutView>()(nothing),
  'settings.backups': call<BackupsView>()(nothing),
  'settings.backUp': call<BackupView>()(nothing),
  /** Restarts the app. */
  'settings.restore': call<undefined>()(z.strictObject({ name: words(120), place: z.enum(['beside', 'second']) })),
  /** From a file that the person chooses, a backup or one made to move; false when the dialog was closed. */
  'settings.restoreFile': call<boolean>()(nothing),
  /** Backups go to a second folder, too; false when the dialog was closed. */
  'settings.chooseBackupFolder': call<boolean>()(nothing),
  'settings.forgetBackupFolder': call<undefined>()(nothing),
  /** Everything in one file. The device key goes along under the passphrase, or not at all. */
  'settings.moveOut': call<{ readonly fileName: string; readonly withKey: boolean } | undefined>()(
    z.strictObject({ passphrase: words(200).optional() }),
  ),
  /** What was found when the records were opened. */
  'settings.startNotices': call<readonly StartNotice[]>()(nothing),
  /** The person has seen it; what does not agree with the notes counts from now on as it stands, which the ledger says. */
  'settings.acceptNotices': call<undefined>()(z.strictObject({ reason: words(500) })),
  /** Days after which the agenda asks for a time stamp; 0 for never. */
  'settings.stampInterval': call<number>()(nothing),
  'settings.setStampInterval': call<number>()(z.strictObject({ days: z.number().int().min(0).max(366) })),
  'settings.openFolder': call<undefined>()(nothing),
  /** Shows the folder of the log. */
  'settings.openLog': call<undefined>()(nothing),
  /** The problem report, to be read before it is saved. */
  'settings.problemReport': call<{ readonly text: string }>()(nothing),
  'settings.saveReport': call<{ readonly fileName: string } | undefined>()(nothing),
};
