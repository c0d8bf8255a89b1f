import { type Language, say, sentence } from '../../agreement/sentence.ts';
import type { SignatureZone } from '../../pdf/paper.ts';

/**
 * Where a company's own evidence is signed and sealed: who made it and who is in charge each sign or set their name seal, and the company
 * its seal (interpretation of the Civil Procedure Law, article 115).
 */
export const unitSignature = (company: string, language: Language): Omit<SignatureZone, 'kind' | 'zone'> => ({
  label: say(sentence('court.paper.sealed-by'), language),
  name: company,
  date: '',
  signers: [say(sentence('court.paper.made-by'), language), say(sentence('court.paper.in-charge'), language)],
});
