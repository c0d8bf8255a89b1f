import { type Sentence, sentence } from '../agreement/sentence.ts';
import type { AcceptanceRecord } from './record.ts';
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
  record: AcceptanceRecord,
  facts: ProofFacts,
): { readonly proven: readonly Sentence[]; readonly notProven: readonly Sentence[] } {
  const { timestamp, signature, entry } = facts;
  const signed = entry.device !== 'unsigned';
  const proven: (Sentence | undefined)[] = [
    sentence('acceptance.certificate-proof.proof.proven'),
    sentence('acceptance.certificate-proof.proof.proven-2'),
    signed ? sentence('acceptance.certificate-proof.proof.proven-3', { device: entry.device }) : undefined,
    timestamp?.trusted
      ? sentence('acceptance.certificate-proof.proof.proven-4', { authority: timestamp.authority, at: timestamp.at })
      : undefined,
    signature === 'certificate-authority' ? sentence('acceptance.certificate-proof.proof.proven-5') : undefined,
  ];
  const notProven: (Sentence | undefined)[] = [
    timestamp?.trusted ? undefined : sentence('acceptance.certificate-proof.proof.not-proven'),
    timestamp?.trusted ? undefined : sentence('acceptance.certificate-proof.proof.not-proven-2'),
    timestamp && !timestamp.trusted
      ? sentence('acceptance.certificate-proof.proof.not-proven-3', {
          authority: timestamp.authority,
          at: timestamp.at,
        })
      : undefined,
    record.time.rollback ? sentence('acceptance.certificate-proof.proof.not-proven-4') : undefined,
    signature === 'certificate-authority'
      ? undefined
      : {
          zh:
            signature === 'none'
              ? '本证明没有数字签名，不能证明由谁出具。'
              : '本证明使用自行签发的证书签名，只证明签名后未被改动，不证明签名人身份。',
          en:
            signature === 'none'
              ? 'This certificate carries no digital signature: it does not prove who issued it.'
              : 'It is signed with a self-issued certificate: that proves it was not altered since, not who signed.',
        },
    signed ? undefined : sentence('acceptance.certificate-proof.proof.not-proven-5'),
    sentence('acceptance.certificate-proof.proof.not-proven-6'),
    sentence('acceptance.certificate-proof.proof.not-proven-7'),
    sentence('acceptance.certificate-proof.proof.not-proven-8'),
    isAbsent(record.explanations) || record.explanations.every(({ state }) => state === 'answered')
      ? undefined
      : sentence('acceptance.certificate-proof.proof.not-proven-9'),
  ];
  return { proven: proven.filter(isSaid), notProven: notProven.filter(isSaid) };
}

function isSaid(sentence: Sentence | undefined): sentence is Sentence {
  return sentence !== undefined;
}
