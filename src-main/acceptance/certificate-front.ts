import { beijingTime } from '../agreement/beijing-time.ts';
import type { SuspicionAnswer, SuspicionKind } from '../agreement/coverage.ts';
import { markCounts, type SourceMark } from '../agreement/meaning/emphasise.ts';
import { type Language, say, type Sentence, sentence } from '../agreement/sentence.ts';
import { BASES, DECISION_WORDS, originOf } from './certificate.ts';
import { isRehearsal } from './certificate-proof.ts';
import type { CertificateContent } from './certificate.ts';
import {
  clauseCalled,
  type ClausesShown,
  type ClauseView,
  cut,
  type RecordView,
  versionTitled,
} from './record-view.ts';
import { markWords } from './statement.ts';
import { absenceText, isAbsent, type Stated } from './stated.ts';

/** What the first page needs beside the record. */
export interface FrontFacts extends ClausesShown {
  /** Numbers of the entries of earlier records, by the ids of these. */
  readonly earlier: ReadonlyMap<string, number>;
  /** What the company's profile calls it in the language of the paper, where that is another name than the recorded one. */
  readonly called?: string;
  /** So of who decided. */
  readonly personCalled?: string;
  /** What was answered of doubtful places and unread parts of its source before it was saved. */
  readonly answers?: readonly AnsweredPlace[];
}

/** A doubtful place, or a part that was not read, with what a person said of it. */
export interface AnsweredPlace extends Pick<SuspicionAnswer, 'answer' | 'reason' | 'said' | 'at'> {
  readonly kind: SuspicionKind | 'part';
  readonly part: string;
  /** What was not read, in words; absent in what was kept before it was told so. */
  readonly what?: Sentence;
  readonly seen?: string;
  readonly read?: string;
}

/** How much of a clause the provider's text has marked, by where a record says that its bold comes from. */
const MARKS: Readonly<Record<Exclude<ClauseView['emphasis']['origin'], 'none'>, SourceMark>> = {
  source: 'whole',
  'source in part': 'part',
  'source and rule': 'part',
  rule: 'none',
};

type Row = readonly [label: Sentence, value: string | Sentence];

/** Characters of a clause that are quoted: of most all, since half of a sentence says something else; the whole text is annexed. */
const QUOTED = 120;

/**
 * The first page in plain words: who decided, for whom, towards whom, on what, when by the clock on the wall, and how each clause
 * that matters was seen or from which earlier record that was carried over. Hashes and UTC times stand in the annex.
 */
export function certificateFront(
  record: RecordView,
  facts: FrontFacts,
  language: Language,
): CertificateContent['sections'] {
  const answers = (facts.answers ?? []).map(answerRow);
  const parts = [
    [sentence('acceptance.certificate-front.who'), whoRows(record, facts)],
    [sentence('acceptance.certificate-front.clauses'), clauseRows(record, facts)],
    ...(answers.length > 0 ? ([[sentence('acceptance.certificate-front.answers'), answers]] as const) : []),
  ] as const;
  return parts.map(([heading, rows]) => ({
    heading: say(heading, language),
    rows: rows.map(([label, value]) => ({
      label: say(label, language),
      value: typeof value === 'string' ? value : say(value, language),
    })),
  }));
}

function whoRows(record: RecordView, { called, personCalled, own }: FrontFacts): readonly Row[] {
  const { company, person, authority, agreement, version, decision, reason, time } = record;
  return [
    ...(isRehearsal(record)
      ? ([
          [sentence('acceptance.certificate-front.nature'), sentence('acceptance.certificate-front.rehearsal')],
        ] as const)
      : []),
    [
      sentence('acceptance.certificate-front.company'),
      called === undefined
        ? sentence('acceptance.certificate-front.company-with-code', {
            name: company.name,
            code: words(company.creditCode),
          })
        : sentence('acceptance.certificate-front.company-called', {
            called,
            name: company.name,
            code: words(company.creditCode),
          }),
    ],
    [
      sentence('acceptance.certificate.person'),
      personCalled === undefined
        ? sentence('acceptance.certificate.person-with-role', { name: person.name, role: person.role })
        : sentence('acceptance.certificate-front.person-called', {
            called: personCalled,
            name: person.name,
            role: person.role,
          }),
    ],
    [sentence('acceptance.certificate.basis-of-authority'), BASES[authority.basis]],
    [sentence('acceptance.certificate.provider'), words(agreement.provider)],
    [sentence('acceptance.certificate.agreement'), versionTitled(version, own)],
    [sentence('acceptance.certificate.decision'), DECISION_WORDS[decision]],
    ...(isAbsent(reason) ? [] : ([[sentence('acceptance.certificate.reason'), reason]] as const)),
    ...deferralRows(record),
    [sentence('acceptance.certificate-front.when'), wallTime(time)],
  ];
}

function answerRow({ kind, part, what, seen, read, answer, reason, said, at }: AnsweredPlace): Row {
  const place =
    kind === 'part'
      ? sentence('acceptance.certificate-front.answers.part', { part: what ?? part })
      : sentence('acceptance.certificate-front.answers.place', {
          seen: cut(seen ?? '', QUOTED) ?? sentence('import.place.nothing'),
          read: cut(read ?? '', QUOTED) ?? sentence('import.place.nothing'),
        });
  const told = { place, answer: sentence(`import.answer.${answer}`), said, at: beijingTime(at) };
  return [
    kind === 'part' ? sentence('import.coverage.state.unread') : sentence(`import.concern.${kind}`),
    reason === undefined
      ? sentence('acceptance.certificate-front.answers.told', told)
      : sentence('acceptance.certificate-front.answers.told-reason', { ...told, reason }),
  ];
}

/** Of what was put off: until when, what for, and whether the service is used meanwhile. */
function deferralRows({ deferral, explanations, acceptedBefore }: RecordView): readonly Row[] {
  if (deferral === undefined || isAbsent(deferral)) return [];
  const asked = !isAbsent(explanations) && explanations.some(({ sent }) => !isAbsent(sent));
  const { until, for: waits, use } = deferral;
  return [
    [sentence('acceptance.certificate-front.deferred-until'), isAbsent(until) ? absenceText(until) : until],
    [
      sentence('acceptance.certificate-front.waits'),
      waits === 'explanation' && !asked
        ? sentence('acceptance.certificate-front.waits.explanation-unasked')
        : sentence(`acceptance.certificate-front.waits.${waits}`),
    ],
    [
      sentence('acceptance.certificate-front.use'),
      isAbsent(use)
        ? absenceText(use)
        : use === 'as-agreed' && isAbsent(acceptedBefore)
          ? sentence('acceptance.certificate-front.use.as-agreed-none')
          : sentence(`acceptance.certificate-front.use.${use}`),
    ],
  ];
}

/** How far the text was on screen by the decision. */
const howFar = ({ endReachedAt }: RecordView['review']): Row => [
  sentence('acceptance.certificate-front.how-far'),
  sentence(
    isAbsent(endReachedAt)
      ? 'acceptance.certificate-front.how-far.not-to-end'
      : 'acceptance.certificate-front.how-far.end',
  ),
];

function clauseRows({ review }: RecordView, facts: FrontFacts): readonly Row[] {
  if (isAbsent(review.clauses))
    return [howFar(review), [sentence('acceptance.certificate.clauses'), absenceText(review.clauses)]];
  const marks = review.clauses.flatMap(({ emphasis: { origin } }) => (origin === 'none' ? [] : [MARKS[origin]]));
  return [
    howFar(review),
    [
      sentence('acceptance.certificate-front.counts'),
      sentence('acceptance.certificate-front.counted', {
        all: marks.length,
        marks: markWords(markCounts(marks), facts.plain),
      }),
    ],
    ...review.clauses.map((clause): Row => [clauseCalled(clause, facts), clauseSeen(clause, facts)]),
  ];
}

function clauseSeen({ clauseId, attention, acknowledged, emphasis }: ClauseView, facts: FrontFacts): Sentence {
  // The sentence goes on behind the quotation: the mark that the clause ends with is not told twice.
  const { quotes, earlier } = facts;
  const quoted = cut(quotes.get(clauseId) ?? '', QUOTED)?.replace(/[；;，,：:。.]$/u, '');
  const quote = quoted ?? sentence('acceptance.certificate-front.no-words');
  const origin = originOf(emphasis, facts);
  if (attention.how === 'inherited') {
    const { recordId, seenOn } = attention;
    const day = seenOn.slice(0, 10);
    const entry = earlier.get(recordId);
    return entry === undefined
      ? sentence('acceptance.certificate-front.inherited', { origin, quote, day })
      : sentence('acceptance.certificate-front.inherited-entry', { origin, quote, day, entry });
  }
  const { seconds, needed } = attention;
  if (seconds === 0 && isAbsent(acknowledged))
    return sentence('acceptance.certificate-front.not-shown', { origin, quote });
  return isAbsent(acknowledged)
    ? sentence('acceptance.certificate-front.not-noted', { origin, quote, seconds, needed })
    : sentence('acceptance.certificate-front.noted', { origin, quote, seconds, needed });
}

/** The time in Beijing; a device that kept another (`2026-11-23T09:05:00.000+01:00`) is told with its zone beside it. */
function wallTime({ utc, local }: RecordView['time']): Sentence {
  const beijing = beijingTime(utc);
  const [, day = '', time = '', zone = ''] = /^(.{10})T(.{8})\.\d{3}(.+)$/u.exec(local) ?? [];
  return zone === BEIJING || zone === ''
    ? beijing
    : sentence('acceptance.certificate-front.elsewhere', { beijing, day, time, zone });
}

const BEIJING = '+08:00';

const words = (value: Stated<string>): string | Sentence => (isAbsent(value) ? absenceText(value) : value);
