import { dayWords } from '../agreement/date-words.ts';
import { beijingTime } from '../agreement/beijing-time.ts';
import { type Sentence, sentence } from '../agreement/sentence.ts';
import { dayOf } from './history.ts';
import type { ExplanationEvidence } from './record.ts';
import type { RecordView } from './record-view.ts';
import { isAbsent } from './stated.ts';

/** What is known about a record from outside of it when the record of review and decision is made. */
export interface ProofFacts {
  /** The ledger entry that holds the record. */
  readonly entry: { readonly sequence: number; readonly hash: string; readonly device: string };
  /** SHA-256 of the record's canonical JSON. */
  readonly recordHash: string;
  /** An RFC 3161 timestamp over the entry's hash that was verified. */
  readonly timestamp?: { readonly at: string; readonly authority: string; readonly trusted: boolean } | undefined;
  /** How the paper itself will be signed. */
  readonly signature: 'none' | 'self-issued' | 'certificate-authority';
}

/**
 * What can be checked by this paper, and what it does not prove, as whole sentences. Nothing is claimed that was not checked: a
 * ledger that is neither signed nor deposited anywhere claims nothing of itself (evidence rules, articles 90, 93 and 94).
 */
export function proof(
  record: RecordView,
  facts: ProofFacts,
): { readonly proven: readonly Sentence[]; readonly notProven: readonly Sentence[] } {
  const { timestamp, signature, entry } = facts;
  const trusted = timestamp?.trusted ? timestamp : undefined;
  const { sequence, device } = entry;
  const signed = device !== 'unsigned';
  const said = timestamp && { authority: timestamp.authority, at: beijingTime(timestamp.at) };
  const proven: (Sentence | undefined)[] = [
    sentence('acceptance.certificate-proof.proven.fingerprint'),
    signed ? sentence('acceptance.certificate-proof.proven.device-signed', { device, sequence }) : undefined,
    trusted && said ? sentence('acceptance.certificate-proof.proven.deposited', { sequence, ...said }) : undefined,
    trusted && said ? sentence('acceptance.certificate-proof.proven.timestamp', said) : undefined,
    signature === 'certificate-authority' ? sentence('acceptance.certificate-proof.proven.signature') : undefined,
  ];
  const sent = sentAndUnanswered(record);
  const notProven: (Sentence | undefined)[] = [
    isRehearsal(record) ? sentence('acceptance.certificate-proof.not-proven.rehearsal') : undefined,
    sentence('acceptance.certificate-proof.not-proven.arrived'),
    sentence('acceptance.certificate-proof.not-proven.prompted'),
    sentence('acceptance.certificate-proof.not-proven.publisher'),
    sentence('acceptance.certificate-proof.not-proven.identity'),
    sentence('acceptance.certificate-proof.not-proven.reading'),
    trusted
      ? sentence('acceptance.certificate-proof.not-proven.time-before', { at: beijingTime(trusted.at) })
      : sentence('acceptance.certificate-proof.not-proven.time'),
    trusted
      ? undefined
      : signed
        ? sentence('acceptance.certificate-proof.not-proven.another-ledger')
        : sentence('acceptance.certificate-proof.not-proven.ledger-remade'),
    timestamp && said && !timestamp.trusted
      ? sentence('acceptance.certificate-proof.not-proven.timestamp-untrusted', said)
      : undefined,
    record.time.rollback ? sentence('acceptance.certificate-proof.not-proven.clock-set-back') : undefined,
    SIGNED_BY[signature],
    sentence('acceptance.certificate-proof.not-proven.no-blockchain'),
    sent.length > 0
      ? sentence('acceptance.certificate-proof.not-proven.unanswered', { count: sent.length, days: sent.map(dayWords) })
      : undefined,
    anyUnsent(record) ? sentence('acceptance.certificate-proof.not-proven.unsent') : undefined,
  ];
  return { proven: proven.filter(isSaid), notProven: notProven.filter(isSaid) };
}

/** What a signature leaves open. */
const SIGNED_BY: Readonly<Record<ProofFacts['signature'], Sentence | undefined>> = {
  none: sentence('acceptance.certificate-proof.not-proven.no-signature'),
  'self-issued': sentence('acceptance.certificate-proof.not-proven.self-issued'),
  'certificate-authority': undefined,
};

/** Nobody sat at the screen: the clock was that of a demo. */
export const isRehearsal = ({ time }: Pick<RecordView, 'time'>): boolean => time.source.startsWith('rehearsal');

const requestsOf = ({ explanations }: RecordView): readonly ExplanationEvidence[] =>
  isAbsent(explanations) ? [] : explanations;

/** The days of questions that went out and were not answered by the decision: only these can go unanswered (article 496). */
const sentAndUnanswered = (record: RecordView): readonly string[] =>
  requestsOf(record).flatMap(({ state, sent }) => (state === 'sent' && !isAbsent(sent) ? [dayOf(sent.at)] : []));

const anyUnsent = (record: RecordView): boolean => requestsOf(record).some(({ state }) => state === 'asked');

function isSaid(sentence: Sentence | undefined): sentence is Sentence {
  return sentence !== undefined;
}
