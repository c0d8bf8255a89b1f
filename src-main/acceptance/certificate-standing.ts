import { beijingTime } from '../agreement/beijing-time.ts';
import { type Language, say, type Sentence, sentence, stateWord } from '../agreement/sentence.ts';
import type { CertificateContent } from './certificate.ts';
import { type ConclusionTold, conclusionWords, sealWords } from './conclusion-told.ts';
import type { PartySeals } from './governing.ts';
import { dayOf } from './history.ts';
import type { StandingPeriod, VersionStanding } from './standing.ts';

/** What is known, when a certificate is made, of what became of its version in the world. */
export interface StandingFacts {
  readonly state: VersionStanding;
  /** When it stands or last stood; absent: it never did. */
  readonly period?: StandingPeriod | undefined;
  /** What a person said about its acceptance in the world; absent: nothing. */
  readonly conclusion?: ConclusionTold | undefined;
}

/** Each proof by its name, with its hash in the annex; that there is none is said of what was made. */
function proofRows(
  conclusion: ConclusionTold | undefined,
  plain: boolean,
): readonly (readonly [Sentence, string | Sentence])[] {
  if (!conclusion) return [];
  const label = sentence('acceptance.certificate-standing.proof');
  if (conclusion.proofs.length === 0) return [[label, sentence('acceptance.certificate-standing.no-proof')]];
  return conclusion.proofs.map(({ name, sha256 }) => [label, plain ? name : `${name} SHA-256 ${sha256}`] as const);
}

/** The seals of a paper that both sealed, each by its party. */
function sealRows(parties: PartySeals | undefined): readonly (readonly [Sentence, Sentence])[] {
  if (!parties) return [];
  const { ours, theirs } = parties;
  return [
    ...(ours ? [[sentence('acceptance.certificate-standing.our-seal'), sealWords(ours)] as const] : []),
    ...(theirs ? [[sentence('acceptance.certificate-standing.their-seal'), sealWords(theirs)] as const] : []),
  ];
}

/** `已对外接受 2026-11-28`: the state with the day in Beijing since which it is so; what was decided inside alone is told as that. */
function stateOnPaper({ state, since }: StandingFacts['state'], period: StandingFacts['period']): Sentence {
  if ((state === 'declined' || state === 'set-aside') && since !== undefined)
    return sentence(`acceptance.certificate-standing.not-accepted.${state}`, { day: dayOf(since) });
  const word = stateWord({ state, by: period?.by }, 'page');
  return since === undefined
    ? word
    : sentence('acceptance.certificate-standing.since', { state: word, day: dayOf(since) });
}

/** Since when it was accepted, which says nothing of when the agreement takes effect; of a service that was only used, since when. */
function fromRow(period: StandingFacts['period']): readonly [Sentence, string | Sentence | undefined] {
  if (period?.by === 'use') return [sentence('acceptance.certificate-standing.used-from'), dayOf(period.from)];
  return [
    sentence('acceptance.certificate-standing.from'),
    period && sentence('acceptance.certificate-standing.accepted-on', { day: dayOf(period.from) }),
  ];
}

/** What was done in the world, on somebody's word alone: nothing was added that shows it. */
function asStated(period: StandingFacts['period'], conclusion: StandingFacts['conclusion']): Sentence | undefined {
  return period && conclusion && period.recordId === conclusion.id && conclusion.proofs.length === 0
    ? sentence(`acceptance.certificate-standing.as-stated.${conclusion.how}`, { person: conclusion.said })
    : undefined;
}

/** Of what was only refused or put off inside the company, the decision says why; beside it stands that nothing was made to the provider. */
const whyInTheWorld = ({ state, why }: StandingFacts['state']): Sentence =>
  state === 'declined' || state === 'set-aside' ? sentence('acceptance.certificate-standing.only-inside') : why;

/**
 * The part of a certificate that tells the decision inside the company from the acceptance in the world; `plain`: without hashes
 * and UTC times.
 */
export function standingSection(
  { state, period, conclusion }: StandingFacts,
  company: string,
  language: Language,
  plain = false,
): CertificateContent['sections'][number] {
  const rows: readonly (readonly [Sentence, string | Sentence | undefined])[] = [
    [sentence('acceptance.certificate-standing.state'), stateOnPaper(state, period)],
    [
      sentence('acceptance.certificate-standing.why'),
      asStated(period, conclusion) ?? period?.why ?? whyInTheWorld(state),
    ],
    [sentence('acceptance.certificate-standing.conclusion'), conclusion && conclusionWords(conclusion, company)],
    fromRow(period),
    [sentence('acceptance.certificate-standing.until'), period?.until && dayOf(period.until)],
    [sentence('acceptance.certificate-standing.disputed'), period?.disputed],
    [sentence('acceptance.certificate-standing.kept-on'), period?.keptOn],
    ...sealRows(conclusion?.parties),
    [sentence('acceptance.certificate-standing.account'), conclusion?.account],
    [sentence('acceptance.certificate-standing.order'), conclusion?.order],
    [sentence('acceptance.certificate-standing.button'), conclusion?.button],
    [sentence('acceptance.certificate-standing.handled-by'), conclusion && (conclusion.handledBy ?? conclusion.said)],
    ...proofRows(conclusion, plain),
    [
      sentence('acceptance.certificate-standing.said'),
      conclusion?.handledBy === undefined || conclusion.handledBy === conclusion.said ? undefined : conclusion.said,
    ],
    [sentence('acceptance.certificate-standing.recorded'), conclusion && beijingTime(conclusion.recordedAt)],
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
