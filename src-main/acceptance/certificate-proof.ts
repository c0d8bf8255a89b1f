import { dayWords } from '../agreement/date-words.ts';
import { beijingTime } from '../agreement/beijing-time.ts';
import { type Sentence, sentence } from '../agreement/sentence.ts';
import { dayOf } from './history.ts';
import type { ExplanationEvidence } from './record.ts';
import type { RecordView } from './record-view.ts';
import { isAbsent } from './stated.ts';

/** A time stamp over an entry of the ledger whose answer was verified. */
export interface StampFact {
  /** The entry that it stamps: those before it were there as well. */
  readonly sequence: number;
  readonly at: string;
  /** When the entry was recorded, by the device's clock: UTC ISO. */
  readonly written: string;
  readonly authority: string;
  /** Its certificate is trusted, its licence named, and its clock the national one. */
  readonly national: boolean;
  /** What kind of authority it is, in words. */
  readonly kind: Sentence;
}

/** The hash of an entry that a neutral third party took, by its receipt. */
export interface DepositFact {
  readonly sequence: number;
  readonly way: Sentence;
  readonly authority: string;
  readonly on: Sentence;
  /** The hash was read in the receipt; where it was not, everything of it is only what a person entered. */
  readonly named: boolean;
}

/** What is known about a record from outside of it when the record of review and decision is made. */
export interface ProofFacts {
  /** The ledger entry that holds the record. */
  readonly entry: { readonly sequence: number; readonly hash: string; readonly device: string };
  /** SHA-256 of the record's canonical JSON. */
  readonly recordHash: string;
  /** Time stamps over the ledger, and what third parties took of it: the same that a paper on the electronic data tells. */
  readonly stamps: readonly StampFact[];
  readonly deposits: readonly DepositFact[];
  /** How the paper itself will be signed: by a certificate of one's own making, or by one that somebody issued. */
  readonly signature: 'none' | 'self-issued' | { readonly issuer: string };
}

/**
 * What can be checked by this paper, and what it does not prove, as whole sentences. Nothing is claimed that was not checked: a
 * ledger that is neither signed nor deposited anywhere claims nothing of itself (evidence rules, articles 90, 93 and 94).
 */
export function proof(
  record: RecordView,
  facts: ProofFacts,
): { readonly proven: readonly Sentence[]; readonly notProven: readonly Sentence[]; readonly closing?: Sentence } {
  const { signature, entry } = facts;
  const { sequence, device } = entry;
  const signed = device !== 'unsigned';
  const { anchor, uncounted } = thirdParties(facts);
  const proven: (Sentence | undefined)[] = [
    sentence(
      anchor
        ? 'acceptance.certificate-proof.proven.fingerprint-anchored'
        : 'acceptance.certificate-proof.proven.fingerprint',
    ),
    signed ? sentence('acceptance.certificate-proof.proven.device-signed', { device, sequence }) : undefined,
    ...(anchor
      ? [
          anchor.told,
          sentence('acceptance.certificate-proof.proven.deposited', { sequence, stamped: anchor.sequence }),
          sentence('court.statement.third-party-limits'),
        ]
      : []),
    typeof signature === 'object' ? sentence('acceptance.certificate-proof.proven.signature', signature) : undefined,
  ];
  const sent = sentAndUnanswered(record);
  const notProven: (Sentence | undefined)[] = [
    isRehearsal(record) ? sentence('acceptance.certificate-proof.not-proven.rehearsal') : undefined,
    sentence('acceptance.certificate-proof.not-proven.arrived'),
    sentence('acceptance.certificate-proof.not-proven.prompted'),
    sentence('acceptance.certificate-proof.not-proven.publisher'),
    sentence('acceptance.certificate-proof.not-proven.identity'),
    sentence('acceptance.certificate-proof.not-proven.reading'),
    anchor
      ? sentence('acceptance.certificate-proof.not-proven.time-before', { at: anchor.at })
      : sentence('acceptance.certificate-proof.not-proven.time'),
    anchor
      ? undefined
      : signed
        ? sentence('acceptance.certificate-proof.not-proven.another-ledger')
        : sentence('acceptance.certificate-proof.not-proven.ledger-remade'),
    ...uncounted.map((what) => sentence('acceptance.certificate-proof.not-proven.uncounted', { what })),
    record.time.rollback ? sentence('acceptance.certificate-proof.not-proven.clock-set-back') : undefined,
    signedBy(signature),
    sentence('acceptance.certificate-proof.not-proven.no-blockchain'),
    sent.length > 0
      ? sentence('acceptance.certificate-proof.not-proven.unanswered', { count: sent.length, days: sent.map(dayWords) })
      : undefined,
    anyUnsent(record) ? sentence('acceptance.certificate-proof.not-proven.unsent') : undefined,
  ];
  return {
    proven: proven.filter(isSaid),
    notProven: notProven.filter(isSaid),
    ...(signature === 'none' ? { closing: sentence('acceptance.certificate-proof.no-signature') } : {}),
  };
}

/**
 * That a stamp is of a time before the entry that it stamps was recorded: one of the two clocks is wrong. Stamps have whole seconds, so
 * that a part of one is no disagreement. Undefined where it is not earlier.
 */
export function stampBefore(stamp: StampFact): Sentence | undefined {
  const { sequence, at, authority, written } = stamp;
  return isBefore(stamp)
    ? sentence('court.statement.stamp-before', {
        ...{ sequence, authority, at: beijingTime(at), written: beijingTime(written) },
      })
    : undefined;
}

/** Whether a stamp is of a second before the one in which its entry was recorded. */
export const isBefore = ({ at, written }: Pick<StampFact, 'at' | 'written'>): boolean =>
  Math.floor(Date.parse(at) / 1000) < Math.floor(Date.parse(written) / 1000);

/** What a signature leaves open. Whether an issuer holds a licence (Electronic Signature Law, articles 16 to 18) no certificate says. */
function signedBy(signature: ProofFacts['signature']): Sentence | undefined {
  if (typeof signature === 'object') return sentence('acceptance.certificate-proof.not-proven.issuer', signature);
  return signature === 'none' ? undefined : sentence('acceptance.certificate-proof.not-proven.self-issued');
}

/** What shows that the record was there by a day, of whatever entry from its own on; and what of the kind counts for nothing. */
function thirdParties({ entry, stamps, deposits }: ProofFacts): {
  readonly anchor?: { readonly sequence: number; readonly at: string | Sentence; readonly told: Sentence };
  readonly uncounted: readonly Sentence[];
} {
  const after = <One extends { readonly sequence: number }>(all: readonly One[]): readonly One[] =>
    all.filter(({ sequence }) => sequence >= entry.sequence);
  const stamp = after(stamps)
    .filter(({ national }) => national)
    .toSorted((a, b) => a.at.localeCompare(b.at))[0];
  const deposit = after(deposits).find(({ named }) => named);
  const uncounted = [
    ...after(stamps)
      .filter(({ national }) => !national)
      .map((each) => sentence('court.statement.stamp-untrusted', { ...each, at: beijingTime(each.at) })),
    ...after(stamps).flatMap((each) => stampBefore(each) ?? []),
    ...after(deposits)
      .filter(({ named }) => !named)
      .map((each) => sentence('court.statement.deposit-unread', { ...each })),
  ];
  if (stamp) {
    const at = beijingTime(stamp.at);
    const told = sentence('court.statement.stamped', { ...stamp, at });
    return { anchor: { sequence: stamp.sequence, at, told }, uncounted };
  }
  if (!deposit) return { uncounted };
  const told = sentence('court.statement.deposited', { ...deposit });
  return { anchor: { sequence: deposit.sequence, at: deposit.on, told }, uncounted };
}

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
