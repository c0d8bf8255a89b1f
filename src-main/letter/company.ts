import { type Sentence, sentence } from '../agreement/sentence.ts';
import { checkValue } from './check.ts';
import { error, type Problem, warning } from './problem.ts';
import type { FieldKind } from './template.ts';

/** Who may sign for a company, and why. */
export interface Signatory {
  readonly name: string;
  /** As it stands on English papers; absent: as it is written. So of everybody else. */
  readonly nameEnglish?: string | undefined;
  readonly position: string;
  readonly standing: 'legal-representative' | 'authorised';
  /** `营业执照`, `授权委托书 2026-03-01` */
  readonly basis?: string | undefined;
}

/** Someone the provider may write to or call. Agreements oblige the customer to keep this current. */
export interface Contact {
  readonly name: string;
  readonly nameEnglish?: string | undefined;
  readonly phone: string;
  readonly email?: string | undefined;
  readonly address?: string | undefined;
  /** ISO date on which somebody last confirmed that this is right. */
  readonly confirmedOn?: string | undefined;
}

/** What stands on every paper of one company. */
export interface Company {
  readonly name: string;
  /** As it stands on English papers; absent: its name is put on them as it is registered. */
  readonly nameEnglish?: string | undefined;
  readonly creditCode: string;
  readonly address: string;
  readonly legalRepresentative: string;
  readonly legalRepresentativeEnglish?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly bank?: { readonly name: string; readonly account: string } | undefined;
  readonly signatories: readonly Signatory[];
  readonly contacts: readonly Contact[];
}

const REQUIRED: readonly {
  readonly key: 'name' | 'creditCode' | 'address' | 'legalRepresentative';
  readonly kind: FieldKind;
  readonly label: Sentence;
}[] = [
  { key: 'name', kind: 'text', label: sentence('letter.company.name') },
  { key: 'creditCode', kind: 'credit-code', label: sentence('letter.company.credit-code') },
  { key: 'address', kind: 'text', label: sentence('letter.company.address') },
  { key: 'legalRepresentative', kind: 'text', label: sentence('letter.company.legal-representative') },
];

const missing = (field: string, what: Sentence): Problem =>
  error('missing', field, sentence('letter.company.missing', { what }));

function contactProblems(contact: Contact, index: number): readonly Problem[] {
  const at = (key: string): string => `contacts.${index + 1}.${key}`;
  return [
    ...(contact.name.trim() === '' ? [missing(at('name'), sentence('letter.company.contact-name'))] : []),
    ...checkValue('phone', contact.phone, at('phone')),
    ...(contact.email ? checkValue('email', contact.email, at('email')) : []),
  ];
}

/** Whether Chinese is left in an English name. */
export const isHalfChinese = (nameEnglish = ''): boolean => /\p{Script=Han}/u.test(nameEnglish);

/** English names in which Chinese is left. */
function englishProblems(company: Company): readonly Problem[] {
  const named: readonly (readonly [field: string, name: string | undefined])[] = [
    ['nameEnglish', company.nameEnglish],
    ['legalRepresentativeEnglish', company.legalRepresentativeEnglish],
    ...company.signatories.map(({ nameEnglish }, at) => [`signatories.${at + 1}.nameEnglish`, nameEnglish] as const),
    ...company.contacts.map(({ nameEnglish }, at) => [`contacts.${at + 1}.nameEnglish`, nameEnglish] as const),
  ];
  return named.flatMap(([field, name]) =>
    isHalfChinese(name) ? [warning('chinese-left', field, sentence('letter.company.name-english'))] : [],
  );
}

/** Everything wrong or doubtful about a company profile. */
export function companyProblems(company: Company): readonly Problem[] {
  const required = REQUIRED.flatMap(({ key, kind, label }) => {
    const value = company[key];
    return value.trim() === '' ? [missing(key, label)] : checkValue(kind, value, key);
  });
  const bank = company.bank ? checkValue('bank-account', company.bank.account, 'bank.account') : [];
  // With a contact they are the contact's, and looked at there.
  const reached =
    company.contacts.length > 0
      ? []
      : [
          ...(company.phone ? checkValue('phone', company.phone, 'phone') : []),
          ...(company.email ? checkValue('email', company.email, 'email') : []),
        ];
  const signatories = company.signatories.flatMap(({ name, standing, basis }, index) => {
    const field = `signatories.${index + 1}`;
    if (name.trim() === '') return [missing(`${field}.name`, sentence('letter.company.signatory-name'))];
    if (standing === 'authorised' && !basis) {
      return [
        warning(
          'authority-without-basis',
          `${field}.basis`,
          sentence('letter.company.authority-without-basis', { name }),
        ),
      ];
    }
    return standing === 'legal-representative' && name !== company.legalRepresentative
      ? [
          warning(
            'representative-differs',
            `${field}.name`,
            sentence('letter.company.representative-differs', {
              name,
              legalRepresentative: company.legalRepresentative,
            }),
          ),
        ]
      : [];
  });
  return [
    ...required,
    ...englishProblems(company),
    ...bank,
    ...reached,
    ...signatories,
    ...company.contacts.flatMap(contactProblems),
  ];
}

/** A contact that nobody has confirmed for a while. `due` is the day on which it should have been. */
export interface ContactReminder {
  readonly contact: Contact;
  readonly due: string;
  readonly never: boolean;
}

/** `date` plus months, on the last day of a shorter month. ISO dates. */
function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

/** Contacts to confirm again by `today` (ISO date), `months` after the last confirmation. */
export function contactsToConfirm(company: Company, today: string, months = 6): readonly ContactReminder[] {
  return company.contacts.flatMap((contact): readonly ContactReminder[] => {
    if (!contact.confirmedOn) return [{ contact, due: today, never: true }];
    const due = addMonths(contact.confirmedOn, months);
    return due <= today ? [{ contact, due, never: false }] : [];
  });
}
