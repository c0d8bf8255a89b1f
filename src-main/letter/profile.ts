import type { Company, Contact, Signatory } from './company.ts';
import type { Language } from '../agreement/sentence.ts';
import { presetOf } from './language.ts';
import type { LetterTemplate, LetterValues, ProfileSource } from './template.ts';

/** Who writes the letter, and when. */
export interface Writer {
  readonly company: Company;
  readonly signatory?: Signatory | undefined;
  readonly contact?: Contact | undefined;
  /** Everybody who signs for the company, with their English names; absent: those whom its particulars name. */
  readonly signers?: readonly Named[] | undefined;
  /** ISO date that the letter bears. */
  readonly today: string;
}

const SOURCES: Readonly<Record<ProfileSource, (writer: Writer, language: Language) => string | undefined>> = {
  'company.name': ({ company }, language) => nameOnPaper(company, language),
  'company.creditCode': ({ company }) => company.creditCode,
  'company.address': ({ company }) => company.address,
  'company.legalRepresentative': (writer, language) => signerOf(writer, writer.company.legalRepresentative, language),
  'company.phone': ({ company }) => company.phone,
  'company.bank.name': ({ company }) => company.bank?.name,
  'company.bank.account': ({ company }) => company.bank?.account,
  'signatory.name': (writer, language) => writer.signatory && signerOf(writer, writer.signatory.name, language),
  'signatory.position': ({ signatory }) => signatory?.position,
  'contact.name': (writer, language) => writer.contact && contactOf(writer, writer.contact, language),
  // A company without a named contact is called and written to under its own number and address.
  'contact.phone': ({ company, contact }) => (contact ? contact.phone : company.phone),
  'contact.email': ({ company, contact }) => (contact ? contact.email : company.email),
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

/**
 * Somebody of a company as a paper in this language names them. Whoever signs in two parts is given their English name once; a contact of the
 * same name may be somebody else, and lends theirs only where nobody of that name signs.
 */
export function personNamed(
  name: string,
  { signers, contacts }: { readonly signers: readonly Named[]; readonly contacts: readonly Named[] },
  language: Language,
): string {
  return namedOnPaper(name, signers.some((each) => each.name === name) ? signers : contacts, language);
}

function signerOf({ company, signatory, signers }: Writer, name: string, language: Language): string {
  const head = { name: company.legalRepresentative, nameEnglish: company.legalRepresentativeEnglish };
  const named = signers ?? [head, ...company.signatories, ...(signatory ? [signatory] : [])];
  return personNamed(name, { signers: named, contacts: company.contacts }, language);
}

const contactOf = (writer: Writer, contact: Contact, language: Language): string =>
  contact.nameEnglish ? nameOnPaper(contact, language) : signerOf(writer, contact.name, language);

/** Values that the company profile already knows; the rest stays open. */
export function prefill(template: LetterTemplate, writer: Writer, language: Language = 'zh'): LetterValues {
  return Object.fromEntries(
    template.fields.flatMap((field) => {
      const value = (field.from ? SOURCES[field.from](writer, language) : undefined) ?? presetOf(field, language);
      return value ? [[field.key, value]] : [];
    }),
  );
}
