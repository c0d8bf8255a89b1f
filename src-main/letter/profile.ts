import type { Company, Contact, Signatory } from './company.ts';
import type { Language } from '../agreement/sentence.ts';
import { presetOf } from './language.ts';
import type { LetterTemplate, LetterValues, ProfileSource } from './template.ts';

/** Who writes the letter, and when. */
export interface Writer {
  readonly company: Company;
  readonly signatory?: Signatory | undefined;
  readonly contact?: Contact | undefined;
  /** ISO date that the letter bears. */
  readonly today: string;
}

const SOURCES: Readonly<Record<ProfileSource, (writer: Writer, language: Language) => string | undefined>> = {
  'company.name': ({ company }, language) => nameOnPaper(company, language),
  'company.creditCode': ({ company }) => company.creditCode,
  'company.address': ({ company }) => company.address,
  'company.legalRepresentative': ({ company }, language) => personOf(company, company.legalRepresentative, language),
  'company.phone': ({ company }) => company.phone,
  'company.bank.name': ({ company }) => company.bank?.name,
  'company.bank.account': ({ company }) => company.bank?.account,
  'signatory.name': ({ company, signatory }, language) =>
    signatory && personOf({ ...company, signatories: [signatory] }, signatory.name, language),
  'signatory.position': ({ signatory }) => signatory?.position,
  'contact.name': ({ company, contact }, language) =>
    contact && personOf({ ...company, contacts: [contact] }, contact.name, language),
  'contact.phone': ({ contact }) => contact?.phone,
  'contact.email': ({ contact }) => contact?.email,
  'contact.address': ({ contact }) => contact?.address,
  today: ({ today }) => today,
};

/** A company or a person, with the name on English papers where one is given. */
export type Named = Pick<Company, 'name' | 'nameEnglish'>;

/** A company or a person as a paper in this language names it. */
export const nameOnPaper = ({ name, nameEnglish }: Named, language: Language): string =>
  language === 'en' && nameEnglish ? nameEnglish : name;

/**
 * The one English name that all who bear this name are given; where they are given different ones the name stands as it is written, for nobody
 * said which.
 */
export function namedOnPaper(name: string, all: readonly Named[], language: Language): string {
  const [nameEnglish, ...others] = new Set(
    all.flatMap((each) => (each.name === name && each.nameEnglish ? [each.nameEnglish] : [])),
  );
  return nameOnPaper(nameEnglish && others.length === 0 ? { name, nameEnglish } : { name }, language);
}

/** Somebody of a company: one who has two parts in it is given their English name once. */
function personOf(company: Company, name: string, language: Language): string {
  const head = { name: company.legalRepresentative, nameEnglish: company.legalRepresentativeEnglish };
  return namedOnPaper(name, [head, ...company.signatories, ...company.contacts], language);
}

/** Values that the company profile already knows; the rest stays open. */
export function prefill(template: LetterTemplate, writer: Writer, language: Language = 'zh'): LetterValues {
  return Object.fromEntries(
    template.fields.flatMap((field) => {
      const value = (field.from ? SOURCES[field.from](writer, language) : undefined) ?? presetOf(field, language);
      return value ? [[field.key, value]] : [];
    }),
  );
}
