import { type Language, say, type Sentence, sentence } from '../agreement/sentence.ts';
import type { KeptFile } from '../agreement/kept-file.ts';
import type { CertificateContent } from './certificate.ts';
import { dayOf } from './history.ts';
import type { StandingPeriod, VersionStanding } from './standing.ts';

/** What is known, when a certificate is made, of what became of its version in the world. */
export interface StandingFacts {
  readonly state: VersionStanding;
  /** When it stands or last stood; absent: it never did. */
  readonly period?: StandingPeriod | undefined;
  /** What a person said about its acceptance in the world; absent: nothing. */
  readonly conclusion?:
    | {
        readonly said: string;
        readonly recordedAt: string;
        readonly account?: string | undefined;
        readonly order?: string | undefined;
        readonly proof?: KeptFile | undefined;
      }
    | undefined;
}

/**
 * The part of a certificate that tells the decision inside the company from the acceptance in the world; `plain`: without hashes
 * and UTC times.
 */
export function standingSection(
  { state, period, conclusion }: StandingFacts,
  language: Language,
  plain = false,
): CertificateContent['sections'][number] {
  const rows: readonly (readonly [Sentence, string | Sentence | undefined])[] = [
    [sentence('acceptance.certificate-standing.state'), sentence(`names.state.${state.state}`)],
    [sentence('acceptance.certificate-standing.why'), period?.why ?? state.why],
    [sentence('acceptance.certificate-standing.from'), period && dayOf(period.from)],
    [sentence('acceptance.certificate-standing.until'), period?.until && dayOf(period.until)],
    [sentence('acceptance.certificate-standing.disputed'), period?.disputed],
    [sentence('acceptance.certificate-standing.account'), conclusion?.account],
    [sentence('acceptance.certificate-standing.order'), conclusion?.order],
    [
      sentence('acceptance.certificate-standing.proof'),
      conclusion?.proof &&
        (plain ? conclusion.proof.name : `${conclusion.proof.name} SHA-256 ${conclusion.proof.sha256}`),
    ],
    [sentence('acceptance.certificate-standing.said'), conclusion?.said],
    // A UTC time: for the annex.
    [sentence('acceptance.certificate-standing.recorded'), plain ? undefined : conclusion?.recordedAt],
  ];
  return {
    heading: say(sentence('acceptance.certificate-standing.heading'), language),
    rows: rows.flatMap(([label, value]) =>
      value === undefined
        ? []
        : [{ label: say(label, language), value: typeof value === 'string' ? value : say(value, language) }],
    ),
  };
}
