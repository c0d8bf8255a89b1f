import { type DepositFact, type StampFact, stampBefore } from '../../../acceptance/certificate-proof.ts';
import { beijingTime } from '../../../agreement/beijing-time.ts';
import { type Sentence, sentence } from '../../../agreement/sentence.ts';
import type { LedgerVerdict } from '../../../contract/evidence.ts';
import type { FileCheckView } from '../../../contract/settings.ts';
import type { LedgerEntry } from '../../../ledger/entry.ts';
import type { KeepingPaper, KeepingPapers } from './keeping-papers.ts';

/** What a paper on the electronic data rests on: one verification, made when it was written, and what the records say of themselves. */
export interface StatementFacts {
  readonly company: string;
  /** UTC ISO of the verification. */
  readonly at: string;
  readonly verdict: LedgerVerdict;
  /** The verdict names as many faults as it ever does: there may be more. */
  readonly moreFaults: boolean;
  readonly entries: readonly LedgerEntry[];
  readonly build: string;
  readonly device: string;
  /** Time stamps over the ledger whose answers were verified. */
  readonly stamps: readonly StampFact[];
  /** Deposits with a neutral third party that came with a receipt. */
  readonly deposits: readonly DepositFact[];
  /** What reading every page of the database file found since this start; only `whole` is a finding of soundness. */
  readonly file: FileCheckView['state'];
  /** Imported files that are kept whole. */
  readonly sources: number;
  /** Files of web captures that are kept whole. */
  readonly captured: number;
  /** Captures of web pages among the evidence. */
  readonly captures: number;
  /** Papers on how the records are kept. */
  readonly keeping: KeepingPapers;
}

/** One criterion of a rule: what the record can show of it, and what it cannot. */
export interface Criterion {
  readonly law: Sentence;
  readonly shows: readonly Sentence[];
  readonly leaves: readonly Sentence[];
}

/** A rule, with its criteria in its own order. */
export interface RuleOfProof {
  readonly heading: Sentence;
  readonly criteria: readonly Criterion[];
}

type Said = Sentence | undefined;
const only = (...said: readonly Said[]): readonly Sentence[] => said.filter((one) => one !== undefined);

/** What is counted of the ledger. */
function counts({ entries, verdict }: StatementFacts) {
  const of = (kind: LedgerEntry['kind']): number => entries.filter((entry) => entry.kind === kind).length;
  const unsigned = entries.filter(({ device }) => device === 'unsigned').length;
  return {
    all: entries.length,
    signed: entries.length - unsigned,
    unsigned,
    setBack: of('clock-rollback'),
    backups: of('backup-made'),
    restored: of('backup-restored'),
    faults: verdict.faults.length,
  };
}

/** Nothing was found at fault, and nothing was left unchecked. */
const isWhole = ({ verdict }: StatementFacts): boolean => verdict.faults.length === 0 && verdict.unchecked.length === 0;

const isNamed = ({ named }: DepositFact): boolean => named;

/**
 * The criteria of the evidence rules, articles 93 and 94 (法释〔2019〕19号), and of the Electronic Signature Law, articles 5 and 8, each with
 * what the records show and what they leave open. Nothing is said to hold that was not found so in this verification: a ledger that
 * nobody signed and that was deposited nowhere claims nothing of itself.
 */
export function rulesOfProof(facts: StatementFacts): readonly RuleOfProof[] {
  return [evidenceRule93(facts), evidenceRule94(facts), signatureLaw5(facts), signatureLaw8(facts)];
}

/** Whether the ledger was found whole, and how it would show if it had been made anew. */
function integrity(facts: StatementFacts): Pick<Criterion, 'shows' | 'leaves'> {
  const { verdict, at } = facts;
  const { all, signed, unsigned, faults } = counts(facts);
  const [fault] = verdict.faults;
  const trusted = facts.stamps.filter((stamp) => stamp.national).at(-1);
  const deposit = facts.deposits.filter(isNamed).at(-1);
  const whole = isWhole(facts);
  return {
    shows: only(
      whole
        ? sentence(signed > 0 ? 'court.statement.whole-signed' : 'court.statement.whole', {
            at: beijingTime(at),
            count: verdict.checked,
          })
        : undefined,
      whole && signed > 0 ? sentence('court.statement.signed', { signed, count: all }) : undefined,
      whole && trusted ? sentence('court.statement.stamped', { ...trusted, at: beijingTime(trusted.at) }) : undefined,
      whole && deposit ? sentence('court.statement.deposited', { ...deposit }) : undefined,
      whole && verdict.time.anchored.length > 0 ? sentence('court.statement.anchored') : undefined,
    ),
    leaves: only(
      fault
        ? sentence(facts.moreFaults ? 'court.statement.faulty-at-least' : 'court.statement.faulty', {
            at: beijingTime(at),
            count: faults,
            first: fault.text,
          })
        : undefined,
      unsigned === all
        ? sentence('court.statement.unsigned-all', { count: all })
        : unsigned > 0
          ? sentence('court.statement.unsigned', { unsigned, count: all })
          : undefined,
      !trusted && !deposit ? sentence('court.statement.remade') : undefined,
      verdict.unchecked.length > 0 ? sentence('court.statement.unchecked', { what: verdict.unchecked }) : undefined,
    ),
  };
}

/** What was said of integrity under the third factor of the first rule is not said again under the others that ask for it. */
function integrityAbove(facts: StatementFacts): Pick<Criterion, 'shows' | 'leaves'> {
  const { shows, leaves } = integrity(facts);
  const above = [sentence('court.statement.as-above')];
  return { shows: shows.length > 0 ? above : [], leaves: leaves.length > 0 ? above : [] };
}

/** What is kept whole, named by what it is of: files of captures are counted beside those of agreements, where there are any. */
const keptFiles = ({ sources, captured }: StatementFacts): Sentence =>
  captured > 0
    ? sentence('court.statement.kept-captured', { sources, captured })
    : sentence('court.statement.kept', { sources });

const readableFiles = ({ sources, captured }: StatementFacts): Sentence =>
  captured > 0
    ? sentence('court.statement.readable-captured', { sources, captured })
    : sentence('court.statement.readable', { sources });

function evidenceRule93(facts: StatementFacts): RuleOfProof {
  const { build, device, company, file, captures, at } = facts;
  const { all, setBack, restored, backups } = counts(facts);
  const whole = integrity(facts);
  const first = facts.entries[0]?.at ?? at;
  const last = facts.entries.at(-1)?.at ?? at;
  return {
    heading: sentence('court.statement.rule93'),
    criteria: [
      {
        law: sentence('court.statement.r93-1'),
        shows: [sentence('court.statement.environment', { build, device })],
        leaves: [sentence('court.statement.environment-not')],
      },
      {
        law: sentence('court.statement.r93-2'),
        shows: only(
          file === 'whole' ? sentence('court.statement.file-sound') : undefined,
          setBack === 0 ? sentence('court.statement.clock-forward') : undefined,
        ),
        leaves: only(
          file === 'damaged' ? sentence('court.statement.file-damaged') : undefined,
          file === 'running' || file === 'unknown' ? sentence('court.statement.file-unread') : undefined,
          setBack > 0 ? sentence('court.statement.clock-back', { count: setBack }) : undefined,
          sentence('court.statement.running-not'),
        ),
      },
      {
        law: sentence('court.statement.r93-3'),
        shows: [sentence('court.statement.checks'), ...whole.shows],
        leaves: whole.leaves,
      },
      {
        law: sentence('court.statement.r93-4'),
        shows: only(keptFiles(facts), backups > 0 ? sentence('court.statement.backups', { backups }) : undefined),
        leaves: only(
          sentence(captures > 0 ? 'court.statement.before-captures' : 'court.statement.before-import', { captures }),
          restored > 0 ? sentence('court.statement.restored', { restored }) : undefined,
        ),
      },
      {
        law: sentence('court.statement.r93-5'),
        shows: [sentence('court.statement.span', { first: beijingTime(first), last: beijingTime(last), count: all })],
        leaves: ordinaryCourse(facts).leaves,
      },
      {
        law: sentence('court.statement.r93-6'),
        shows: [sentence('court.statement.keeper', { company })],
        leaves: [sentence('court.statement.keeper-not')],
      },
      {
        law: sentence('court.statement.r93-7'),
        shows: [
          facts.verdict.remarks.length > 0
            ? sentence('court.statement.remarks', { count: facts.verdict.remarks.length })
            : sentence('court.statement.no-remarks'),
        ],
        leaves: only(
          ...facts.verdict.remarks,
          facts.entries.some(({ clock }) => clock.source === 'rehearsal')
            ? sentence('court.statement.demo')
            : undefined,
        ),
      },
    ],
  };
}

/** Whether the company has rules by which its ledger is kept: where they are handed in, that they are followed is still to be proved. */
function ordinaryCourse({ keeping: { rules } }: StatementFacts): Pick<Criterion, 'shows' | 'leaves'> {
  if (!rules) return { shows: [], leaves: [sentence('court.statement.course-not')] };
  return isEnclosed(rules)
    ? { shows: [sentence('court.statement.rules', { ...rules })], leaves: [sentence('court.statement.rules-followed')] }
    : { shows: [], leaves: [sentence('court.statement.rules-left-out', { title: rules.title })] };
}

/** What both parties agreed on keeping data. A paper that came back shows by itself whether both sealed it. */
function agreedKeeping({ keeping: { agreed, without } }: StatementFacts): Pick<Criterion, 'shows' | 'leaves'> {
  const enclosed = agreed.filter(isEnclosed);
  return {
    shows: enclosed.map((paper) => sentence('court.statement.agreed', { ...paper })),
    leaves: only(
      enclosed.length > 0 ? sentence('court.statement.agreed-seals') : undefined,
      ...agreed
        .filter((paper) => !isEnclosed(paper))
        .map(({ title, agreement }) => sentence('court.statement.agreed-left-out', { title, agreement })),
      without === 0
        ? undefined
        : sentence(agreed.length > 0 ? 'court.statement.agreed-rest' : 'court.statement.agreed-not'),
    ),
  };
}

const isEnclosed = <Kept extends KeepingPaper>(paper: Kept): paper is Kept & { readonly number: number } =>
  paper.number !== undefined;

function evidenceRule94(facts: StatementFacts): RuleOfProof {
  const { stamps } = facts;
  const deposits = facts.deposits.filter(isNamed);
  const whole = isWhole(facts);
  const trusted = stamps.filter((stamp) => stamp.national);
  const confirmed = trusted.length > 0 || deposits.length > 0;
  return {
    heading: sentence('court.statement.rule94'),
    criteria: [
      {
        law: sentence('court.statement.r94-1'),
        shows: [sentence('court.statement.against-oneself')],
        leaves: [],
      },
      {
        law: sentence('court.statement.r94-2'),
        // A stamp or a receipt says something of these records only where they are the ones that were handed over.
        shows: (whole ? trusted : [])
          .map((stamp) => sentence('court.statement.stamp-line', { ...stamp, at: beijingTime(stamp.at) }))
          .concat((whole ? deposits : []).map((deposit) => sentence('court.statement.deposit-line', { ...deposit }))),
        leaves: [
          sentence(confirmed ? 'court.statement.third-party-limits' : 'court.statement.no-third-party'),
          ...(confirmed && !whole ? [sentence('court.statement.third-party-not-whole')] : []),
          ...facts.deposits
            .filter((deposit) => !isNamed(deposit))
            .map((deposit) => sentence('court.statement.deposit-unread', { ...deposit })),
          ...stamps
            .filter((stamp) => !stamp.national)
            .map(({ sequence, authority, kind, at }) =>
              sentence('court.statement.stamp-untrusted', { sequence, authority, kind, at: beijingTime(at) }),
            ),
          ...stamps.flatMap((stamp) => stampBefore(stamp) ?? []),
        ],
      },
      {
        law: sentence('court.statement.r94-3'),
        shows: [sentence('court.statement.course'), ...ordinaryCourse(facts).shows],
        leaves: ordinaryCourse(facts).leaves,
      },
      {
        law: sentence('court.statement.r94-4'),
        shows: [sentence('court.statement.archive'), ...ordinaryCourse(facts).shows],
        leaves: [sentence('court.statement.archive-not')],
      },
      {
        law: sentence('court.statement.r94-5'),
        ...agreedKeeping(facts),
      },
      {
        law: sentence('court.statement.r94-notary'),
        shows: [],
        leaves: [sentence('court.statement.notary-not')],
      },
    ],
  };
}

function signatureLaw5(facts: StatementFacts): RuleOfProof {
  return {
    heading: sentence('court.statement.law5'),
    criteria: [
      {
        law: sentence('court.statement.l5-1'),
        shows: [readableFiles(facts)],
        leaves: [sentence('court.statement.readable-not')],
      },
      { law: sentence('court.statement.l5-2'), ...integrityAbove(facts) },
    ],
  };
}

function signatureLaw8(facts: StatementFacts): RuleOfProof {
  const { signed } = counts(facts);
  return {
    heading: sentence('court.statement.law8'),
    criteria: [
      {
        law: sentence('court.statement.l8-1'),
        shows: [sentence('court.statement.method')],
        leaves: [sentence('court.statement.environment-not')],
      },
      { law: sentence('court.statement.l8-2'), ...integrityAbove(facts) },
      {
        law: sentence('court.statement.l8-3'),
        shows: only(signed > 0 ? sentence('court.statement.device-key', { signed }) : undefined),
        leaves: [sentence(signed > 0 ? 'court.statement.sender-not' : 'court.statement.sender-unsigned')],
      },
      {
        law: sentence('court.statement.l8-4'),
        shows: [],
        leaves: [sentence('court.statement.content-not')],
      },
    ],
  };
}
