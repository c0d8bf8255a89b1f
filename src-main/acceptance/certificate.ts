import { say, type Sentence, type Language, sentence } from '../agreement/sentence.ts';
import { beijingTime } from '../agreement/beijing-time.ts';
import { CHANNELS } from './explanation.ts';
import { proof, type ProofFacts } from './certificate-proof.ts';
import type { ExplanationEvidence } from './record.ts';
import {
  clauseCalled,
  type ClausesShown,
  type ClauseView,
  type RecordView,
  versionCalled,
  versionTitled,
} from './record-view.ts';
import type { SecondsClock } from './review-so-far.ts';
import { absenceText, isAbsent, type Stated } from './stated.ts';

/** The acceptance certificate as words; typesetting is someone else's. */
export interface CertificateContent {
  readonly title: string;
  readonly sections: readonly {
    readonly heading: string;
    readonly rows: readonly { readonly label: string; readonly value: string }[];
  }[];
  readonly proven: readonly string[];
  readonly notProven: readonly string[];
  /** Right before the signatures: what counts instead of a digital one. */
  readonly closing?: string;
}

/** What stands beside a label: what the record holds, as it is, or a sentence. */
type RowValue = string | Sentence;

type Row = readonly [label: Sentence, value: RowValue];

/** What each decision is called, in a certificate and in the decision log. */
export const DECISION_WORDS: Readonly<Record<RecordView['decision'], Sentence>> = {
  accepted: sentence('acceptance.certificate.decisions.accepted'),
  declined: sentence('acceptance.certificate.decisions.declined'),
  'set-aside': sentence('acceptance.certificate.decisions.set-aside'),
};

/** What the record of each decision is called. */
export const CERTIFICATE_TITLES: Readonly<Record<RecordView['decision'], Sentence>> = {
  accepted: sentence('acceptance.certificate.titles.accepted'),
  declined: sentence('acceptance.certificate.titles.declined'),
  'set-aside': sentence('acceptance.certificate.titles.set-aside'),
};

/** By what authority somebody acts, with the article that it rests on. */
export const BASES: Readonly<Record<RecordView['authority']['basis'], Sentence>> = {
  'legal-representative': sentence('acceptance.certificate.bases.legal-representative'),
  'authorisation-letter': sentence('acceptance.certificate.bases.authorisation-letter'),
  post: sentence('acceptance.certificate.bases.post'),
};

/** What the words need beside the record. */
export interface CertificateFacts extends ProofFacts {
  /** The clauses as they were shown; absent: they are called by what the record alone says of them. */
  readonly shown?: ClausesShown;
}

/** What the certificate says about one record and its place in the ledger, in one language. */
export function certificateContent(
  record: RecordView,
  facts: CertificateFacts,
  language: Language,
): CertificateContent {
  const shown: ClausesShown = facts.shown ?? { quotes: new Map() };
  const sections = [
    [sentence('acceptance.certificate.decision'), decisionRows(record)],
    [sentence('acceptance.certificate.the-text'), textRows(record, shown)],
    [sentence('acceptance.certificate.the-review'), reviewRows(record, shown)],
    [sentence('acceptance.certificate.conspicuous-clauses'), clauseRows(record, shown)],
    [sentence('acceptance.certificate.requests-for-explanation'), explanationRows(record, shown)],
    [sentence('acceptance.certificate.time-and-device'), deviceRows(record)],
    [sentence('acceptance.certificate.place-in-the-ledger'), ledgerRows(record, facts)],
  ] as const satisfies readonly (readonly [Sentence, readonly Row[]])[];
  const { proven, notProven, closing } = proof(record, facts);
  return {
    title: say(CERTIFICATE_TITLES[record.decision], language),
    sections: sections.map(([heading, rows]) => ({
      heading: say(heading, language),
      rows: rows.map(([label, value]) => ({
        label: say(label, language),
        value: typeof value === 'string' ? value : say(value, language),
      })),
    })),
    proven: proven.map((sentence) => say(sentence, language)),
    notProven: notProven.map((sentence) => say(sentence, language)),
    ...(closing ? { closing: say(closing, language) } : {}),
  };
}

function decisionRows(record: RecordView): readonly Row[] {
  const { company, person, authority, words, secondPerson } = record;
  return [
    [sentence('acceptance.certificate.decision'), DECISION_WORDS[record.decision]],
    [sentence('acceptance.certificate.reason'), stated(record.reason)],
    [sentence('acceptance.certificate.company'), company.name],
    [sentence('acceptance.certificate.unified-social-credit-code'), stated(company.creditCode)],
    [
      sentence('acceptance.certificate.person'),
      sentence('acceptance.certificate.person-with-role', { name: person.name, role: person.role }),
    ],
    [sentence('acceptance.certificate.basis-of-authority'), BASES[authority.basis]],
    // Of an authority of another kind neither says anything: the title stands with the name.
    ...(isAbsent(authority.post) ? [] : ([[sentence('acceptance.certificate.post'), authority.post]] as const)),
    ...(authority.basis === 'authorisation-letter' || !isAbsent(authority.file)
      ? ([
          [
            sentence('acceptance.certificate.authorisation-file'),
            stated(authority.file, ({ name, sha256 }) => `${name} SHA-256 ${sha256}`),
          ],
        ] as const)
      : []),
    [
      sentence('acceptance.certificate.second-person'),
      isAbsent(secondPerson)
        ? sentence('acceptance.absent.no-second-person')
        : sentence('acceptance.certificate.second-person-confirmed', {
            name: secondPerson.name,
            role: secondPerson.role,
            confirmedAt: beijingTime(secondPerson.confirmedAt),
          }),
    ],
    [sentence('acceptance.certificate.words-of-the-statement'), words.statement],
    [sentence('acceptance.certificate.words-of-the-button'), words.button],
  ];
}

function textRows(record: RecordView, { own, ownBefore }: ClausesShown): readonly Row[] {
  const { agreement, version, hashes, acceptedBefore, reading } = record;
  return [
    [sentence('acceptance.certificate.agreement'), version.title],
    [sentence('acceptance.certificate.provider'), stated(agreement.provider)],
    [sentence('acceptance.certificate.version'), versionTitled(version, own)],
    [sentence('acceptance.certificate.date-of-the-text'), stated(version.date)],
    [sentence('acceptance.certificate.text-fingerprint'), hashes.canonicalText],
    [sentence('acceptance.certificate.structure'), stated(hashes.structure)],
    ...(reading === undefined ? [] : [readingRow(reading)]),
    [sentence('acceptance.certificate.rendered-pdf'), stated(hashes.renderedPdf)],
    ...record.sources.map(({ name, sha256 }): Row => [
      sentence('acceptance.certificate.source'),
      `${name} SHA-256 ${sha256}`,
    ]),
    [
      sentence('acceptance.certificate.accepted-before'),
      stated(acceptedBefore, ({ ordinal, fingerprint }) =>
        sentence('acceptance.certificate.version-with-hash', {
          version: versionCalled({ ordinal }, ownBefore),
          fingerprint,
        }),
      ),
    ],
    [
      sentence('acceptance.certificate.redline'),
      isAbsent(acceptedBefore)
        ? sentence('acceptance.certificate.redline-none', { why: absenceText(acceptedBefore) })
        : stated(acceptedBefore.redline),
    ],
  ];
}

function readingRow({ sha256, reader }: NonNullable<RecordView['reading']>): Row {
  return [
    sentence('acceptance.certificate.reading'),
    sentence('acceptance.certificate.reading-shown', { sha256, reader: readerCalled(reader) }),
  ];
}

/** The build of a reader (`reader 1, build 0.1.0 linux-x64`) in words; another is told as it is written. */
function readerCalled(written: string): string | Sentence {
  const [, reader, build, system] = /^reader (\S+), build (\S+)(?: (\S.*))?$/u.exec(written) ?? [];
  if (reader === undefined || build === undefined) return written;
  return system === undefined
    ? sentence('acceptance.certificate.reader', { reader, build })
    : sentence('acceptance.certificate.reader-on', { reader, build, system });
}

/** Whose clock the seconds are by. */
const SECONDS_BY: Readonly<Record<SecondsClock, Sentence>> = {
  'main-process': sentence('acceptance.certificate.seconds-by.main-process'),
  'window-then-main-process': sentence('acceptance.certificate.seconds-by.window-then-main-process'),
};

function reviewRows({ review }: RecordView, shown: ClausesShown): readonly Row[] {
  const { complete } = review;
  return [
    [sentence('acceptance.certificate.opened'), beijingTime(review.openedAt)],
    [sentence('acceptance.certificate.first-shown'), instant(review.firstShownAt)],
    [sentence('acceptance.certificate.end-reached'), instant(review.endReachedAt)],
    [
      sentence('acceptance.certificate.what-must-be-seen'),
      complete ? sentence('acceptance.certificate.complete.yes') : sentence('acceptance.certificate.complete.no'),
    ],
    [
      sentence('acceptance.certificate.not-seen'),
      isAbsent(review.missing)
        ? sentence('acceptance.certificate.not-seen-none')
        : sentence('acceptance.certificate.not-seen-items', {
            what: review.missing.map((id) => requirementCalled(id, review, shown)),
          }),
    ],
    ...(review.secondsBy === undefined
      ? []
      : [[sentence('acceptance.certificate.seconds-by'), SECONDS_BY[review.secondsBy]] satisfies Row]),
    ...(isAbsent(review.annexes)
      ? [[sentence('acceptance.certificate.annexes'), absenceText(review.annexes)] satisfies Row]
      : review.annexes.map(({ title, openedAt }): Row => [
          sentence('acceptance.certificate.annex-opened', { title }),
          instant(openedAt),
        ])),
  ];
}

/** What had to be seen, as `ceremony.ts` names it, in words. */
function requirementCalled(id: string, { clauses, annexes }: RecordView['review'], shown: ClausesShown): Sentence {
  const [kind, of = ''] = [id.split(':')[0], id.slice(id.indexOf(':') + 1)];
  if (kind === 'end') return sentence('acceptance.certificate.required.end');
  if (kind === 'redline') return sentence('acceptance.certificate.required.redline');
  if (kind === 'annex') {
    const annex = isAbsent(annexes) ? undefined : annexes.find(({ versionId }) => versionId === of);
    return annex
      ? sentence('acceptance.certificate.annex', { title: annex.title })
      : sentence('acceptance.certificate.annexes');
  }
  const clause = isAbsent(clauses) ? undefined : clauses.find(({ clauseId }) => clauseId === of);
  return clauseCalled(clause ?? { clauseId: of }, shown);
}

function clauseRows({ review }: RecordView, shown: ClausesShown): readonly Row[] {
  if (isAbsent(review.clauses)) return [[sentence('acceptance.certificate.clauses'), absenceText(review.clauses)]];
  return review.clauses.map(({ heading: _heading, ...clause }): Row => [
    clauseCalled(clause, shown),
    clauseValue(clause, shown),
  ]);
}

/** Whose bold a clause has: the provider's, or that of the rule by which the software shows it. */
const ORIGINS: Readonly<Record<ClauseView['emphasis']['origin'], Sentence>> = {
  source: sentence('acceptance.certificate.origins.source'),
  'source in part': sentence('acceptance.certificate.origins.source-in-part'),
  'source and rule': sentence('acceptance.certificate.origins.source-and-rule'),
  rule: sentence('acceptance.certificate.origins.rule'),
  none: sentence('acceptance.certificate.origins.none'),
};

/** Where the bold of a clause comes from; of a source that is plain text nothing is said of what it does not have. */
export const originOf = ({ origin }: ClauseView['emphasis'], { plain }: ClausesShown): Sentence =>
  origin === 'rule' && plain ? sentence('acceptance.certificate.origins.rule-plain') : ORIGINS[origin];

function clauseValue(
  { attention, acknowledged, emphasis }: Omit<ClauseView, 'heading'>,
  shown: ClausesShown,
): Sentence {
  const rendered = {
    origin: originOf(emphasis, shown),
    weight: stated(emphasis.weight),
    picture: stated(emphasis.picture, (sha256) => sentence('acceptance.certificate.picture-kept', { sha256 })),
  };
  if (attention.how === 'inherited') {
    const { recordId, clauseHash, seenOn, confirmedAt } = attention;
    return sentence('acceptance.certificate.clause-carried-over', {
      ...{ recordId, clauseHash, seenOn: beijingTime(seenOn), confirmedAt: beijingTime(confirmedAt) },
      ...rendered,
    });
  }
  // Of what was never on screen there is no weight to tell.
  if (isAbsent(emphasis.weight) && isAbsent(acknowledged))
    return sentence('acceptance.certificate.clause-unseen', {
      secondsNeeded: attention.needed,
      secondsVisible: attention.seconds,
      origin: originOf(emphasis, shown),
    });
  return sentence('acceptance.certificate.clause-value', {
    secondsVisible: attention.seconds,
    secondsNeeded: attention.needed,
    acknowledged: instant(acknowledged),
    ...rendered,
  });
}

function explanationRows({ explanations }: RecordView, shown: ClausesShown): readonly Row[] {
  if (isAbsent(explanations)) return [[sentence('acceptance.certificate.requests'), absenceText(explanations)]];
  return explanations.map((request): Row => [clauseCalled(request, shown), explanationValue(request)]);
}

function explanationValue({ question, sent, answer }: ExplanationEvidence): Sentence {
  const sending = stated(sent, ({ at, channel }) =>
    sentence('acceptance.certificate.sent', { at: beijingTime(at), channel: CHANNELS[channel] }),
  );
  const answering = stated(answer, ({ at, by, text }) =>
    sentence('acceptance.certificate.answered', { at: beijingTime(at), by, text }),
  );
  return sentence('acceptance.certificate.explanation-value', { question, sending, answering });
}

/** Whose clock it was: what a record says of it, in words. */
const TIME_SOURCES: Readonly<Record<string, Sentence>> = {
  'system clock': sentence('acceptance.certificate.device-clock'),
  'rehearsal: the clock of a demo, at which nobody sat': sentence('acceptance.certificate-front.rehearsal'),
};

function deviceRows({ time, environment }: RecordView): readonly Row[] {
  return [
    [sentence('acceptance.certificate.decided-at'), time.utc],
    [sentence('acceptance.certificate.local-time'), time.local],
    [sentence('acceptance.certificate.source-of-the-time'), TIME_SOURCES[time.source] ?? time.source],
    [
      sentence('acceptance.certificate.clock-set-back'),
      time.rollback
        ? sentence('acceptance.certificate.rollback.yes')
        : sentence('acceptance.certificate.rollback.not-noticed'),
    ],
    [
      sentence('acceptance.certificate.software'),
      sentence('acceptance.certificate.software-is', { build: environment.build, runtime: environment.runtime }),
    ],
    [sentence('acceptance.certificate.system-user'), environment.osUser],
    [sentence('acceptance.certificate.device'), environment.device],
    [sentence('acceptance.certificate.locale'), environment.locale],
    [sentence('acceptance.certificate.network-address'), sentence('acceptance.certificate.not-collected')],
  ];
}

function ledgerRows(record: RecordView, { entry, recordHash }: ProofFacts): readonly Row[] {
  return [
    [sentence('acceptance.certificate.record'), record.id],
    [sentence('acceptance.certificate.record-hash'), recordHash],
    [sentence('acceptance.certificate.ledger-entry'), String(entry.sequence)],
    [sentence('acceptance.certificate.ledger-hash'), entry.hash],
    // The form in which the offline verifier and `assent verify --head` take it.
    [sentence('acceptance.certificate.place-to-verify-against'), `${entry.sequence}:${entry.hash}`],
    [sentence('acceptance.certificate.hash-of-the-entry-before'), record.previousLedgerHash],
    [
      sentence('acceptance.certificate.device-key'),
      entry.device === 'unsigned' ? sentence('acceptance.certificate.unsigned') : entry.device,
    ],
  ];
}

/** An instant of the record by the clock in Beijing, or the words of its absence. */
const instant = (value: Stated<string>): RowValue => stated(value, (at) => beijingTime(at));

/** A value of the record, as a row shows it, or the words of its absence. */
function stated<Value>(value: Stated<Value>, shown: (value: Value) => RowValue = (plain) => String(plain)): RowValue {
  return isAbsent(value) ? absenceText(value) : shown(value);
}
