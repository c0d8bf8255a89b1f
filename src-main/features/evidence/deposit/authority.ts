import { type Sentence, sentence } from '../../../agreement/sentence.ts';
import type { AuthorityKind, DepositWay } from '../../../contract/evidence/deposits.ts';

/** What is known of whoever took a deposit. */
export interface KnownAuthority {
  readonly way: DepositWay;
  /** The country in the certificate that signed the answer (ISO 3166), where there is one. */
  readonly country?: string | undefined;
  /** Its certificate leads to a root that the person trusts. */
  readonly trusted: boolean;
  /** Number of its licence for electronic certification, as the person gave it. */
  readonly licence: string;
  /** The person says that its clock is the national one (国家授时中心). */
  readonly nationalTime: boolean;
}

/**
 * What kind of authority it is. Only a licensed mainland one (Electronic Signature Law, articles 16 to 18) whose clock is the national
 * one counts as national time, and only once its certificate is trusted; a certificate from elsewhere needs proof of its own
 * (article 26), whatever anybody says of it.
 */
export function kindOfAuthority({ way, country, trusted, licence, nationalTime }: KnownAuthority): AuthorityKind {
  if (way === 'notary' || way === 'court-chain') return licence.trim() === '' ? 'unconfirmed' : 'neutral';
  if (way === 'mail' || way === 'print') return 'party';
  if (country !== undefined && country.toUpperCase() !== 'CN') return 'foreign';
  return country !== undefined && trusted && licence.trim() !== '' && nationalTime ? 'national-time' : 'unconfirmed';
}

export const AUTHORITY_WORDS: Readonly<Record<AuthorityKind, Sentence>> = {
  'national-time': sentence('court.authority.national-time'),
  foreign: sentence('court.authority.foreign'),
  unconfirmed: sentence('court.authority.unconfirmed'),
  neutral: sentence('court.authority.neutral'),
  party: sentence('court.authority.party'),
};
