import { z } from 'zod';
import { CHANNEL_NAMES } from '../agreement/channel.ts';
import type { KeptFile } from '../agreement/kept-file.ts';
import type { CaseKind, CaseState, CaseStep, Credited } from '../letter/case.ts';
import type { PaperClock } from '../letter/template.ts';
import type { LatestDay } from '../term/calendar/deadline.ts';
import { call, date, filled, nothing, sha256, words } from './call.ts';

export type { CaseKind, CaseState, CaseStep };

/** Steps that a person says of a case; what its letter goes through is not said. */
export const CASE_ACTS = ['sent', 'arrived', 'answered', 'settled', 'withdrawn'] as const;
export type CaseAct = (typeof CASE_ACTS)[number];

/** A day of the law that its letter runs by: until it arrives, or from then on. */
export interface CaseClockView {
  readonly name: PaperClock['name'];
  readonly date: string;
  readonly latest?: LatestDay;
}

/** Something that has to reach the other party, with its way so far. */
export interface CaseView {
  /** The record that it is about: `claim:…`, `notice:…`, `explanation:…`, `letter:…`, `case:…`. */
  readonly origin: string;
  readonly kind: CaseKind;
  readonly state: CaseState;
  /** Oldest first. */
  readonly steps: readonly CaseStep[];
  /** What can be said of it next, the nearest first. */
  readonly next: readonly CaseAct[];
  /** The last step was said and can be taken back. */
  readonly undoable: boolean;
  readonly letterId?: string;
  /** Of its letter, as the carrier's slip is to name it. */
  readonly title?: string;
  readonly clocks?: readonly CaseClockView[];
  /** Civil date by which an answer was asked for. */
  readonly answerBy?: string;
  /** Its letter has a place for a seal, and none was recorded: its sending is asked about. */
  readonly unsealed?: true;
  /** What is claimed by it, where that is money; `currency` is a code of `names.currency`. */
  readonly claimed?: { readonly amount: string; readonly currency: string };
  /** The days on which it can be sent, as far as they are known, and where today stands. */
  readonly window?: {
    readonly opens?: string;
    /** The last day on which it can still be argued to be in time, and the one to keep to. */
    readonly closes?: string;
    readonly safe?: string;
    readonly today: 'before' | 'within' | 'after';
  };
}

/** An origin: a word and an id. */
const origin = words(120).regex(/^(?:claim|notice|explanation|letter|case):.+$/u);
const about = z.strictObject({ origin });

export const caseCalls = {
  /** Absent where nothing was begun. */
  'letters.case': call<CaseView | undefined>()(about),
  /** The case that a letter belongs to: of the record it was drafted for, else its own. */
  'letters.caseOfLetter': call<CaseView | undefined>()(z.strictObject({ letterId: filled(80) })),
  'letters.takeCaseStep': call<CaseView>()(
    about.extend({
      state: z.enum(CASE_ACTS),
      on: date,
      by: filled(100),
      channel: z.enum(CHANNEL_NAMES).optional(),
      /** Of the parcel or the ticket that it went by. */
      number: words(100).optional(),
      proof: sha256.optional(),
      note: words(2000).optional(),
      answerBy: date.optional(),
      /** Why it was sent outside its window. */
      outside: words(500).optional(),
      /** What came in for a claim of money. */
      credited: z
        .strictObject({ amount: filled(30), paidIn: z.enum(['money', 'voucher'] satisfies Credited['paidIn'][]) })
        .optional(),
    }),
  ),
  /** Takes the last said step back; absent where nothing is left of the case. `state`: only if it is this one. */
  'letters.undoCaseStep': call<CaseView | undefined>()(about.extend({ state: z.enum(CASE_ACTS).optional() })),
  /** The proof of a step, chosen in the dialog and kept. */
  'letters.keepCaseProof': call<KeptFile | undefined>()(nothing),
};
