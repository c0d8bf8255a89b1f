import type { Channel } from '../agreement/channel.ts';
import type { KeptFile } from '../agreement/kept-file.ts';
import type { PersonId } from '../agreement/person.ts';
import { sentence } from '../agreement/sentence.ts';
import { Refusal } from '../agreement/refusal.ts';

/** How far something got that has to reach the other party. A draft is a draft; what follows happens in the world. */
export const CASE_STATES = [
  'drafted',
  'exported',
  'sealed',
  'sent',
  'arrived',
  'answered',
  'settled',
  'withdrawn',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** What a case is about. The names are stored: the list only grows. */
export const CASE_KINDS = [
  'claim',
  'objection',
  'explanation',
  'non-renewal',
  'termination',
  'demand',
  'refund',
  'damages',
  'assignment-refusal',
  'reconciliation',
  'delivery-address',
  'authorisation',
  'authorisation-withdrawal',
  'seal-approval',
  'letter',
  'order',
] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

/** Why a step was taken outside the window that the agreement gives: before it opened, or after its last day. */
export interface OutsideWindow {
  readonly when: 'before' | 'after';
  readonly reason: string;
}

/** In what a claim was paid. */
export const PAID_IN = ['money', 'voucher'] as const;

/** What came in for a claim, as it was said; `difference`: how much more (or less, below zero) that is than was claimed. */
export interface Credited {
  readonly amount: string;
  readonly paidIn: (typeof PAID_IN)[number];
  /** A code of `names.currency`. */
  readonly currency: string;
  readonly difference: string;
}

/** One step of a case: what a person says happened, when (UTC ISO), how, and the proof. */
export interface CaseStep {
  readonly state: CaseState;
  readonly at: string;
  readonly said: PersonId;
  readonly channel?: Channel;
  /** Of the parcel or the ticket that it went by, by which it can be traced. */
  readonly number?: string;
  readonly proof?: KeptFile;
  /** What was answered, how it was settled, why it was given up. */
  readonly note?: string;
  /** Civil date by which an answer was asked for. */
  readonly answerBy?: string;
  readonly outside?: OutsideWindow;
  /** It was sent although no seal was recorded on a letter that has a place for one. */
  readonly unsealed?: true;
  readonly credited?: Credited;
}

/** Something that has to reach the other party, with its way so far. Legal clocks run from `arrived`. */
export interface Case {
  readonly id: string;
  readonly kind: CaseKind;
  /** State of the last step. */
  readonly state: CaseState;
  /** Oldest first; never empty. */
  readonly history: readonly CaseStep[];
  /** Keys of the agenda items that it closes; only from `sent` on. */
  readonly closes?: readonly string[];
}

/**
 * Every move there is; nothing moves by the passing of time. A provider may answer what nobody noted as sent, and pay
 * without an answer; what is settled or withdrawn stays so.
 */
export const CASE_MOVES: Readonly<Record<CaseState, readonly CaseState[]>> = {
  drafted: ['exported', 'sealed', 'sent', 'answered', 'withdrawn'],
  exported: ['sealed', 'sent', 'answered', 'withdrawn'],
  sealed: ['sent', 'answered', 'withdrawn'],
  sent: ['arrived', 'answered', 'settled', 'withdrawn'],
  arrived: ['answered', 'settled', 'withdrawn'],
  answered: ['settled', 'withdrawn'],
  settled: [],
  withdrawn: [],
};

/**
 * Takes a case one step on. @throws Refusal `case-move-not-allowed` for a move that is not in the table,
 * `case-step-order` for a time before the step it follows.
 */
export function moveCase(of: Case, step: CaseStep): Case {
  if (!CASE_MOVES[of.state].includes(step.state)) throw notAllowed();
  const last = of.history.at(-1);
  if (last && Date.parse(step.at) < Date.parse(last.at)) throw tooEarly(last.state);
  return { ...of, state: step.state, history: [...of.history, step] };
}

/** Whether a state is this one or comes after it on the way; withdrawing is no way forward. */
export function hasReached(state: CaseState, milestone: CaseState): boolean {
  return state !== 'withdrawn' && CASE_STATES.indexOf(state) >= CASE_STATES.indexOf(milestone);
}

/**
 * The step that closes what the case closes: its sending, whatever followed. Absent before it, and where the case was
 * withdrawn or only an answer was noted: nothing else closes a deadline.
 */
export function closingStep({ state, history }: Pick<Case, 'state' | 'history'>): CaseStep | undefined {
  return state === 'withdrawn' ? undefined : history.find((step) => step.state === 'sent');
}

/**
 * Declarations that take effect by arriving, whatever the agreement says of how they are made (Civil Code, articles 137 and 565): that one
 * was sent is not yet all of it.
 */
export const BY_ARRIVAL: ReadonlySet<CaseKind> = new Set([
  'objection',
  'non-renewal',
  'termination',
  'assignment-refusal',
  'authorisation-withdrawal',
]);

/**
 * The step by which what was sent had arrived: its arrival, or an answer to it where nobody noted that. Absent while it is under way, and
 * where nothing was sent.
 */
export function arrivalStep(of: Pick<Case, 'state' | 'history'>): CaseStep | undefined {
  if (!closingStep(of)) return undefined;
  const arrived = of.history.find(({ state }) => state === 'arrived');
  return arrived ?? of.history.find(({ state }) => state === 'answered' || state === 'settled');
}

/** Steps that the letter of a case takes by itself. They are said by nobody, and never count as having gone out. */
export const BY_LETTER: ReadonlySet<CaseState> = new Set(['exported', 'sealed']);

/**
 * The way of a case out of steps from several records, oldest first. What its letter went through counts as far as nothing
 * was said to have happened before it: a letter exported once more after it went out takes the case nowhere.
 */
export function wayOf(steps: readonly CaseStep[]): readonly CaseStep[] {
  const inTime = steps.toSorted((a, b) => a.at.localeCompare(b.at) || order(a) - order(b));
  const drafted = inTime.find(({ state }) => state === 'drafted');
  const begun = inTime[0]?.at;
  if (!drafted || begun === undefined) return [];
  const said = inTime.filter(({ state }) => !BY_LETTER.has(state) && state !== 'drafted');
  const until = said[0]?.at;
  const made = inTime.filter(({ state, at }) => BY_LETTER.has(state) && (until === undefined || at <= until));
  return [{ ...drafted, at: begun }, ...made, ...said];
}

const order = ({ state }: CaseStep): number => CASE_STATES.indexOf(state);

/**
 * What is kept under names of its own, and the state that each name stands for; the names never change. A signature on
 * the file is no seal on paper, and a claim that was made is a letter not yet sent. Notices are objections from
 * `objected` on; one that the provider withdraws takes the objection with it.
 */
const STORED = {
  letter: { draft: 'drafted', exported: 'exported', signed: 'exported', sealed: 'sealed' },
  claim: {
    made: 'drafted',
    drafted: 'drafted',
    exported: 'exported',
    sealed: 'sealed',
    sent: 'sent',
    arrived: 'arrived',
    answered: 'answered',
    settled: 'settled',
    withdrawn: 'withdrawn',
  },
  objection: { objected: 'drafted', continuing: 'drafted', withdrawn: 'withdrawn' },
  explanation: { asked: 'drafted', sent: 'sent', answered: 'answered' },
} as const satisfies Partial<Readonly<Record<CaseKind, Readonly<Record<string, CaseState>>>>>;

export type StoredKind = keyof typeof STORED;

/** The state that a stored name stands for; undefined for a name that is none of a case. */
export function caseStateOf(kind: StoredKind, stored: string): CaseState | undefined {
  return Object.entries(STORED[kind]).find(([name]) => name === stored)?.[1];
}

const notAllowed = (): Refusal =>
  new Refusal(
    'case-move-not-allowed',
    sentence('letter.case.move-not-allowed'),
    sentence('letter.case.move-not-allowed.next'),
  );

const tooEarly = (last: CaseState): Refusal =>
  new Refusal(
    'case-step-order',
    sentence('letter.case.step-order', { step: sentence(`letters.case.states.${last}`) }),
    sentence('letter.case.step-order.next'),
  );
