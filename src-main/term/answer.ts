import type { Anchor, FactKind, Unit } from '../agreement/fact.ts';
import { type Sentence, type WorkingStep, sentence } from '../agreement/sentence.ts';
import type { CivilDate } from './calendar/civil-date.ts';

/** A working step of a term; `by` marks what the person entered, as against what the document or the law says. */
export interface TermStep extends WorkingStep {
  readonly by?: 'person';
  /** The value itself is the person's, in place of one that the document does not settle. */
  readonly own?: true;
}

/**
 * What is missing for an answer: a fact of the document, a calendar, something only the person knows, facts that agree, or
 * another country's law on how periods run.
 */
export interface Missing {
  readonly what: 'fact' | 'calendar' | 'input' | 'conflict' | 'law';
  /** The fact kind, the year or place, or the input's name. */
  readonly name: string;
  readonly text: Sentence;
  /** A calendar without which not even the count is known: the bound beside it is no counted day. */
  readonly counts?: true;
}

export interface Known<T> {
  readonly known: true;
  readonly value: T;
  readonly steps: readonly TermStep[];
}

/** Bounds that hold whatever the missing piece turns out to be, never estimates: days, or yuan with two decimals. */
export interface Bounds {
  readonly notBefore?: CivilDate;
  readonly notAfter?: CivilDate;
  readonly atLeast?: string;
  readonly atMost?: string;
}

/** No figure, and why, with the bounds that are known all the same. */
export interface Unknown extends Bounds {
  readonly known: false;
  readonly missing: readonly Missing[];
  readonly steps: readonly TermStep[];
  /** Of a last day: the hour at which it closes, whichever day it is. */
  readonly hour?: string;
}

/**
 * The last day of a period twice: by the count alone, and as late as the statute lets one argue where the counted day is a day off.
 * The counted day is what a person is told to keep to. Equal where nothing moves.
 */
export interface Deadline {
  /** The counted day: whoever acts by it is in time whatever else is argued. */
  readonly safe: CivilDate;
  readonly latest: CivilDate;
  /** Why the later day can be argued, with its article; only where the two differ. */
  readonly why?: TermStep;
  /** Close of business on the last day, `HH:MM` in Beijing, where the agreement states hours; the day's end otherwise. */
  readonly hour?: string;
}

/**
 * What one calculator can count with. A fact of these kinds in another unit, from another anchor or with another calendar
 * is quoted and answered with *unknown*.
 */
export interface Understands {
  readonly kinds: readonly FactKind[];
  readonly units: readonly Unit[];
  readonly anchors: readonly Anchor[];
  /** What a text is taken to mean that names no anchor; without it such a fact is not understood. */
  readonly unsaid?: Anchor;
}

/** A value with its working, or what is missing for it. */
export type Answer<T> = Known<T> | Unknown;

export function known<T>(value: T, steps: readonly TermStep[]): Known<T> {
  return { known: true, value, steps };
}

/** @param bounds a day before which it is not, or any bounds */
export function unknown(
  missing: readonly Missing[],
  steps: readonly TermStep[],
  bounds: CivilDate | Bounds = {},
): Unknown {
  return { known: false, missing, steps, ...(typeof bounds === 'string' ? { notBefore: bounds } : bounds) };
}

/** Something only the person knows was not given. */
export function missingInput(name: string, text: Sentence): Missing {
  return { what: 'input', name, text: sentence('term.answer.missing-input', { text }) };
}

/** The steps of several answers in order, each said once. */
export function allSteps(answers: readonly Answer<unknown>[]): readonly TermStep[] {
  return [...new Set(answers.flatMap((answer) => answer.steps))];
}

/** The answer with the working it rests on put before its own, each step said once. */
export function restingOn<T>(grounds: readonly Answer<unknown>[], answer: Answer<T>): Answer<T> {
  return { ...answer, steps: allSteps([...grounds, answer]) };
}

/** The same answer with the value turned into another; an unknown stays as it is. */
export function mapAnswer<T, U>(answer: Answer<T>, turn: (value: T) => U): Answer<U> {
  return answer.known ? known(turn(answer.value), answer.steps) : answer;
}
