import { z } from 'zod';
import { type Language, sentence } from '../agreement/sentence.ts';
import type { CompanyBy } from '../contract/rights.ts';
import type { CompanyInput, CompanyView } from '../contract/settings.ts';
import { type Company, companyProblems } from '../letter/company.ts';
import { type Named, namedOnPaper } from '../letter/profile.ts';
import type { Store } from '../store/store.ts';
import { readableRecord } from './kept-records.ts';
import { type PaperKind, type Repository, repository } from './papers/repository.ts';
import { shape } from './papers/shape.ts';
import { PAPERS } from './stored-names.ts';

/** A company as it is kept: its particulars, and the day its contacts were last confirmed. */
export interface KeptCompany {
  readonly id: string;
  readonly company: CompanyInput;
  readonly confirmedOn?: string;
}

interface Body {
  readonly company: CompanyInput;
  readonly confirmedOn?: string;
}

const particulars = z.strictObject({
  name: z.string(),
  nameEnglish: z.string().exactOptional(),
  creditCode: z.string(),
  address: z.string(),
  legalRepresentative: z.string(),
  legalRepresentativeEnglish: z.string().exactOptional(),
  contact: z.string(),
  contactEnglish: z.string().exactOptional(),
  phone: z.string(),
  email: z.string(),
  bank: z.string(),
  bankAccount: z.string(),
  signatory: z.string(),
  signatoryEnglish: z.string().exactOptional(),
  signatoryRole: z.string(),
});

export const COMPANY: PaperKind<Body, 'kept'> = {
  name: PAPERS.settings.company,
  noun: sentence('kernel.papers.company'),
  feature: 'settings',
  states: ['kept'],
  shape: shape(z.strictObject({ company: particulars, confirmedOn: z.string().exactOptional() })),
  called: ({ body }) => body.company.name,
};

/** The papers that companies are kept as. */
export const companyPapers = (store: Store): Repository<Body, 'kept'> => repository(store, COMPANY);

/** All companies, oldest first. */
export function companies(store: Store): readonly KeptCompany[] {
  return companyPapers(store)
    .list()
    .map(({ id, body }) => ({ id, ...body }));
}

/**
 * A company of this registered name as a paper in this language names it. Of several profiles that have the name, the one English name
 * that they give; where they give different ones the registered name stands, for nobody said which.
 */
export function companyOnPaper(store: Store, name: string, language: Language): string {
  return namedOnPaper(
    name,
    companies(store).map(({ company }) => company),
    language,
  );
}

/** Who signs for a company by its particulars, with their English names. */
export const signersOf = (company: CompanyInput): readonly Named[] => [
  { name: company.legalRepresentative, nameEnglish: company.legalRepresentativeEnglish },
  { name: company.signatory, nameEnglish: company.signatoryEnglish },
];

/** One company's particulars. */
export function companyById(store: Store, id: string): CompanyInput | undefined {
  return companyPapers(store).get(id)?.body.company;
}

/** The particulars as letters want them. An empty field is an absent one. */
export function letterCompany(company: CompanyInput, confirmedOn?: string): Company {
  const { legalRepresentativeEnglish, contactEnglish } = company;
  const { name, nameEnglish, creditCode, address, legalRepresentative, contact, phone, email, bank, bankAccount } =
    company;
  return {
    name,
    ...(nameEnglish ? { nameEnglish } : {}),
    creditCode,
    address,
    legalRepresentative,
    ...(legalRepresentativeEnglish ? { legalRepresentativeEnglish } : {}),
    ...(phone === '' ? {} : { phone }),
    ...(email === '' ? {} : { email }),
    ...(bank === '' && bankAccount === '' ? {} : { bank: { name: bank, account: bankAccount } }),
    signatories: company.signatory === '' ? [] : [signatory(company)],
    contacts:
      contact === ''
        ? []
        : [
            {
              name: contact,
              ...(contactEnglish ? { nameEnglish: contactEnglish } : {}),
              phone,
              ...(email === '' ? {} : { email }),
              ...(confirmedOn === undefined ? {} : { confirmedOn }),
            },
          ],
  };
}

function signatory({ signatory: name, signatoryEnglish, signatoryRole: position, legalRepresentative }: CompanyInput) {
  const standing = name === legalRepresentative ? ('legal-representative' as const) : ('authorised' as const);
  return { name, ...(signatoryEnglish ? { nameEnglish: signatoryEnglish } : {}), position, standing, basis: position };
}

/** Where a problem of the letter's profile stands in the form. */
const FORM_FIELDS: Readonly<Record<string, string>> = {
  'bank.account': 'bankAccount',
  'contacts.1.name': 'contact',
  'contacts.1.nameEnglish': 'contactEnglish',
  'contacts.1.phone': 'phone',
  'contacts.1.email': 'email',
  'signatories.1.name': 'signatory',
  'signatories.1.nameEnglish': 'signatoryEnglish',
  'signatories.1.basis': 'signatoryRole',
};

/** A company as the settings show it, with everything doubtful about it. */
export function companyView({ id, company, confirmedOn }: KeptCompany): CompanyView {
  const problems = companyProblems(letterCompany(company, confirmedOn)).map(({ field, message }) => ({
    field: FORM_FIELDS[field] ?? field,
    text: message,
  }));
  return { id, ...company, problems, ...(confirmedOn === undefined ? {} : { confirmedOn }) };
}

/** A company with the reason why it is this one. */
export interface CompanyFor {
  readonly company: KeptCompany;
  readonly by: CompanyBy;
}

/** The only company there is; absent where there are none or several, of which nobody but a person picks one. */
export function onlyCompany(store: Store): KeptCompany | undefined {
  const [only, ...more] = companies(store);
  return more.length === 0 ? only : undefined;
}

/**
 * The company that an agreement is of: the one that is said, else the one in whose name its version, or else another version, was
 * last accepted, else the only one. Absent where it is not known.
 * @param said ids by who said so, the first that names a company counts
 */
export function companyFor(
  store: Store,
  { agreementId, versionId }: { readonly agreementId: string; readonly versionId?: string },
  said: Partial<Readonly<Record<'order' | 'agreement', string | undefined>>> = {},
): CompanyFor | undefined {
  const known = companies(store);
  for (const by of ['order', 'agreement'] as const) {
    const company = known.find(({ id }) => id === said[by]);
    if (company) return { company, by };
  }
  const versions = store.agreements.versionsOf(agreementId).map(({ id }) => id);
  const asked = versionId === undefined ? versions.toReversed() : [versionId, ...versions.toReversed()];
  for (const version of asked) {
    const company = acceptedBy(store, version, known);
    if (company) return { company, by: 'record' };
  }
  const only = onlyCompany(store);
  return only && { company: only, by: 'only' };
}

/** The company in whose name a version was last decided to be accepted, by its credit code or else its name. */
function acceptedBy(store: Store, versionId: string, known: readonly KeptCompany[]): KeptCompany | undefined {
  const row = store.acceptances.ofVersion(versionId).findLast(({ decision }) => decision === 'accepted');
  const named = row && readableRecord(store, row.id)?.record.company;
  if (!named) return undefined;
  const { name, creditCode } = named;
  return (
    known.find(({ company }) => company.creditCode !== '' && company.creditCode === creditCode) ??
    known.find(({ company }) => company.name === name)
  );
}
