import { type Sentence, sentence } from '../agreement/sentence.ts';
import type { RecordView } from './record-view.ts';
import { isAbsent } from './stated.ts';

/** What is known about a record from outside of it when the certificate is made. */
export interface ProofFacts {
  /** The ledger entry that holds the record. */
  readonly entry: { readonly sequence: number; readonly hash: string; readonly device: string };
  /** SHA-256 of the record's canonical JSON. */
  readonly recordHash: string;
  /** An RFC 3161 timestamp over the entry's hash that was verified. */
  readonly timestamp?: { readonly at: string; readonly authority: string; readonly trusted: boolean } | undefined;
  /** How the certificate itself will be signed. */
  readonly signature: 'none' | 'self-issued' | 'certificate-authority';
}

/** What the certificate proves and what it does not, as whole sentences. Nothing is claimed that was not checked. */
export function proof(
  record: RecordView,
  facts: ProofFacts,
): { readonly proven: readonly Sentence[]; readonly notProven: readonly Sentence[] } {
  const { timestamp, signature, entry } = facts;
  const signed = entry.device !== 'unsigned';
  const proven: (Sentence | undefined)[] = [
    sentence('acceptance.certificate-proof.proven.fingerprint'),
    sentence('acceptance.certificate-proof.proven.unaltered'),
    signed ? sentence('acceptance.certificate-proof.proven.device-signed', { device: entry.device }) : undefined,
    timestamp?.trusted
      ? sentence('acceptance.certificate-proof.proven.timestamp', { authority: timestamp.authority, at: timestamp.at })
      : undefined,
    signature === 'certificate-authority' ? sentence('acceptance.certificate-proof.proven.signature') : undefined,
  ];
  const notProven: (Sentence | undefined)[] = [
    timestamp?.trusted ? undefined : sentence('acceptance.certificate-proof.not-proven.time'),
    timestamp?.trusted ? undefined : sentence('acceptance.certificate-proof.not-proven.another-ledger'),
    timestamp && !timestamp.trusted
      ? sentence('acceptance.certificate-proof.not-proven.timestamp-untrusted', {
          authority: timestamp.authority,
          at: timestamp.at,
        })
      : undefined,
    record.time.rollback ? sentence('acceptance.certificate-proof.not-proven.clock-set-back') : undefined,
    signature === 'certificate-authority'
      ? undefined
      : signature === 'none'
        ? sentence('acceptance.certificate-proof.not-proven.no-signature')
        : sentence('acceptance.certificate-proof.not-proven.self-issued'),
    signed ? undefined : sentence('acceptance.certificate-proof.not-proven.device-unsigned'),
    sentence('acceptance.certificate-proof.not-proven.identity'),
    sentence('acceptance.certificate-proof.not-proven.reading'),
    sentence('acceptance.certificate-proof.not-proven.publisher'),
    anyOf(record, 'sent') ? sentence('acceptance.certificate-proof.not-proven.unanswered') : undefined,
    anyOf(record, 'asked') ? sentence('acceptance.certificate-proof.not-proven.unsent') : undefined,
  ];
  return { proven: proven.filter(isSaid), notProven: notProven.filter(isSaid) };
}

/** Only what was sent can go unanswered: the duty to explain is that of a provider who was asked (article 496). */
const anyOf = ({ explanations }: RecordView, state: 'asked' | 'sent'): boolean =>
  !isAbsent(explanations) && explanations.some((each) => each.state === state);

function isSaid(sentence: Sentence | undefined): sentence is Sentence {
  return sentence !== undefined;
}
