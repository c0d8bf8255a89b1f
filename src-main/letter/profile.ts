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
  'company.legalRepresentative': ({ company }) => company.legalRepresentative,
  'company.phone': ({ company }) => company.phone,
  'company.bank.name': ({ company }) => company.bank?.name,
  'company.bank.account': ({ company }) => company.bank?.account,
  'signatory.name': ({ signatory }) => signatory?.name,
  'signatory.position': ({ signatory }) => signatory?.position,
  'contact.name': ({ contact }) => contact?.name,
  'contact.phone': ({ contact }) => contact?.phone,
  'contact.email': ({ contact }) => contact?.email,
  'contact.address': ({ contact }) => contact?.address,
  today: ({ today }) => today,
};

/** A company as a paper in this language names it. */
export const nameOnPaper = (
  { name, nameEnglish }: Pick<Company, 'name' | 'nameEnglish'>,
  language: Language,
): string => (language === 'en' && nameEnglish ? nameEnglish : name);

/** Values that the company profile already knows; the rest stays open. */
export function prefill(template: LetterTemplate, writer: Writer, language: Language = 'zh'): LetterValues {
  return Object.fromEntries(
    template.fields.flatMap((field) => {
      const value = (field.from ? SOURCES[field.from](writer, language) : undefined) ?? presetOf(field, language);
      return value ? [[field.key, value]] : [];
    }),
  );
}
