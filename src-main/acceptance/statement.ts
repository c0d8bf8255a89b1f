import { dayWords } from '../agreement/date-words.ts';
import type { MarkCounts } from '../agreement/meaning/emphasise.ts';
import { type Language, say, type Sentence, sentence } from '../agreement/sentence.ts';
import type { AuthorityBasis, Decision } from './record.ts';
import { versionCalled } from './record-view.ts';

/** Why a decision is put off, until when, and whether the service is used meanwhile. */
export interface Deferral {
  /** The last day of it, civil. */
  readonly until?: string | undefined;
  readonly for: 'review' | 'explanation';
  /** Absent: nobody said. */
  readonly use?: 'not-used' | 'as-agreed' | undefined;
}

/** What a statement is made of. Every word of it is about what was done; nothing is presumed. */
export interface StatementOf {
  readonly decision: Decision;
  readonly company?: string | undefined;
  readonly person?: { readonly name: string; readonly role: string; readonly basis: AuthorityBasis } | undefined;
  readonly provider?: string | undefined;
  readonly title: string;
  /** What the text itself says that it is; absent where it says nothing. */
  readonly own?: Sentence | undefined;
  readonly ordinal: number;
  /** SHA-256 of the canonical text, whole. */
  readonly fingerprint: string;
  /** Key clauses that the provider's text has marked wholly or in part, and those that only the rule shows bold. */
  readonly keyClauses: MarkCounts;
  /** The source file is plain text, which carries no formatting: nothing can be told from it of what the provider’s page marked. */
  readonly plain?: boolean | undefined;
  /** The text was on screen to its end. */
  readonly endReached: boolean;
  readonly reason?: string | undefined;
  readonly deferral?: Deferral | undefined;
  /** Nobody sat at the screen. */
  readonly rehearsal?: boolean | undefined;
}

/** The words of one decision: what the person states, and the button that records it. */
export interface DecisionWords {
  readonly statement: string;
  readonly button: string;
}

const BUTTONS: Readonly<Record<Decision, Sentence>> = {
  accepted: sentence('acceptance.statement.buttons.accept'),
  declined: sentence('acceptance.statement.buttons.decline'),
  'set-aside': sentence('acceptance.statement.buttons.set-aside'),
};

const AUTHORITY: Readonly<Record<AuthorityBasis, Sentence>> = {
  'legal-representative': sentence('acceptance.statement.authority.legal-representative'),
  'authorisation-letter': sentence('acceptance.statement.authority.authorisation-letter'),
  post: sentence('acceptance.statement.authority.post'),
};

/**
 * The exact words of statement and button, in the language shown: what is on screen, and stored word for word in the record.
 * Each decision has its own. None says that the provider drew attention to a clause or explained it (its own duty and burden
 * of proof, Civil Code 496 and the interpretation on contracts, article 10), nor that it was told.
 */
export function decisionWords(of: StatementOf, language: Language): DecisionWords {
  const parts = [
    ...(of.rehearsal ? [sentence('acceptance.statement.rehearsal')] : []),
    opening(of),
    ...numbered(of).map((part, index) =>
      sentence('acceptance.statement.part', { number: sentence(NUMBERS[index] ?? NUMBERS[0]), part }),
    ),
  ];
  return {
    statement: parts.map((part) => say(part, language)).join(language === 'zh' ? '' : ' '),
    button: say(BUTTONS[of.decision], language),
  };
}

const NUMBERS = [
  'acceptance.statement.numbers.1',
  'acceptance.statement.numbers.2',
  'acceptance.statement.numbers.3',
  'acceptance.statement.numbers.4',
] as const;

function opening({ company, person, provider, title, own, ordinal, fingerprint }: StatementOf): Sentence {
  const said = {
    person: person?.name ?? sentence('acceptance.statement.person-open'),
    role: person?.role ?? sentence('acceptance.statement.role-open'),
    authority: person ? AUTHORITY[person.basis] : sentence('acceptance.statement.authority.open'),
    company: company || sentence('acceptance.statement.company-open'),
    title,
    version: versionCalled({ ordinal }, own),
    fingerprint,
  };
  return provider
    ? sentence('acceptance.statement.opening-to-provider', { ...said, provider })
    : sentence('acceptance.statement.opening', said);
}

function numbered(of: StatementOf): readonly Sentence[] {
  switch (of.decision) {
    case 'accepted':
      return [sentence('acceptance.statement.accepts'), attention(of), NO_WAIVER];
    case 'declined':
      return [refusal(of), sentence('acceptance.statement.not-sent'), howFar(of), NO_WAIVER];
    case 'set-aside':
      return [putOff(of), sentence('acceptance.statement.not-sent'), howFar(of), NO_WAIVER];
  }
}

const NO_WAIVER: Sentence = sentence('acceptance.statement.no-waiver');

const refusal = ({ reason = '' }: StatementOf): Sentence =>
  sentence('acceptance.statement.declines', {
    reason: reason.trim() === '' ? sentence('acceptance.statement.reason-open') : asSentence(reason),
  });

/** Without the full stop that the statement puts behind it. */
const asSentence = (reason: string): string => reason.trim().replace(/[。.]+$/u, '');

const WAITS: Readonly<Record<Deferral['for'], Sentence>> = {
  review: sentence('acceptance.statement.waits.review'),
  explanation: sentence('acceptance.statement.waits.explanation'),
};

function putOff({ deferral }: StatementOf): Sentence {
  if (!deferral) return sentence('acceptance.statement.defers');
  const waits = WAITS[deferral.for];
  return deferral.until === undefined
    ? sentence('acceptance.statement.defers-for', { waits })
    : sentence('acceptance.statement.defers-until', { until: dayWords(deferral.until), waits });
}

/** What was seen of the text by now, and, while the decision waits, whether the service is used. */
function howFar({ endReached, deferral, decision }: StatementOf): Sentence {
  const seen = sentence(endReached ? 'acceptance.statement.seen.end' : 'acceptance.statement.seen.not-to-end');
  if (decision !== 'set-aside') return seen;
  return sentence('acceptance.statement.seen-and-use', {
    seen,
    use: sentence(`acceptance.statement.use.${deferral?.use ?? 'not-said'}`),
  });
}

function attention({ keyClauses: { whole, part, rule }, plain, endReached }: StatementOf): Sentence {
  const seen = sentence(endReached ? 'acceptance.statement.seen.end' : 'acceptance.statement.seen.not-to-end');
  const all = whole + part + rule;
  return all === 0
    ? sentence('acceptance.statement.no-key-clauses', { seen })
    : sentence('acceptance.statement.attention', { seen, all, marks: markWords({ whole, part, rule }, plain) });
}

/**
 * How many key clauses the source file has marked wholly, in part or not at all: each that there is, and no count of nothing. Of plain text
 * nothing is said of what the provider's page may have marked.
 */
export function markWords({ whole, part, rule }: MarkCounts, plain = false): Sentence {
  if (plain) return plainWords({ capitals: whole + part, rule });
  if (whole + part + rule === 1)
    return sentence(`acceptance.marks.${whole === 1 ? 'whole' : part === 1 ? 'part' : 'rule'}-one`);
  if (whole > 0 && part > 0)
    return rule > 0
      ? sentence('acceptance.marks.whole-part-rule', { whole, part, rule })
      : sentence('acceptance.marks.whole-part', { whole, part });
  if (whole > 0)
    return rule > 0 ? sentence('acceptance.marks.whole-rule', { whole, rule }) : sentence('acceptance.marks.whole');
  if (part > 0)
    return rule > 0 ? sentence('acceptance.marks.part-rule', { part, rule }) : sentence('acceptance.marks.part');
  return sentence('acceptance.marks.rule');
}

/** Of a source that is plain text: it has capitals alone. */
function plainWords({ capitals, rule }: { readonly capitals: number; readonly rule: number }): Sentence {
  if (capitals === 0) return sentence('acceptance.marks.plain');
  return rule > 0
    ? sentence('acceptance.marks.plain-capitals', { capitals, rule })
    : sentence('acceptance.marks.plain-capitals-all');
}
