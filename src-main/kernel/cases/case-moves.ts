import { sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { FEATURES } from '../../contract/event.ts';
import type { JsonObject } from '../../ledger/canonical-json.ts';
import type { EntryKind } from '../../ledger/entry.ts';
import type { Subject } from '../../ledger/subject.ts';
import {
  BY_LETTER,
  CASE_MOVES,
  type CaseKind,
  type CaseStep,
  type Credited,
  moveCase,
  type OutsideWindow,
  wayOf,
} from '../../letter/case.ts';
import { compare, cutOff, decimal, plus, type Ratio, times } from '../../term/fees/exact.ts';
import { type CivilDate, dateWords } from '../../term/calendar/civil-date.ts';
import { BEIJING } from '../../term/calendar/zone.ts';
import { todayIn } from '../days/today.ts';
import { unknownThing } from '../failure.ts';
import { beijingToday } from '../beijing-today.ts';
import { type SaidStep, saidStep } from '../papers/case-steps.ts';
import type { Ports } from '../ports.ts';
import { record, recordTogether } from '../record.ts';
import { casePapers, type KeptCase } from './case-papers.ts';
import { type CaseFrom, caseOf, type ClaimedMoney, type SendingWindow, type WholeCase } from './cases.ts';

/** Steps that a person says; what a letter goes through by itself is said by nobody. */
export const SAID_STATES = ['sent', 'arrived', 'answered', 'settled', 'withdrawn'] as const;
export type SaidState = (typeof SAID_STATES)[number];

/** What the ledger calls a step where the record that the case is about has no words of its own. */
const ENTRIES: Readonly<Record<SaidState | 'drafted', EntryKind>> = {
  drafted: 'case-drafted',
  sent: 'case-sent',
  arrived: 'case-arrived',
  answered: 'case-answered',
  settled: 'case-settled',
  withdrawn: 'case-withdrawn',
};

/** A step as a person says it, with what only some steps have. */
export interface TakenStep extends SaidStep {
  readonly note?: string;
  readonly answerBy?: CivilDate;
  /** Why it is sent outside the window that the agreement gives. */
  readonly outside?: string;
  /** No seal was recorded on the letter, which has a place for one. */
  readonly unsealed?: true;
  /** What came in for a claim of money. */
  readonly credited?: Pick<Credited, 'amount' | 'paidIn'>;
}

/** What is drafted: a case of its own, or one about a record (`origin`) that knows of no letter yet. */
export interface DraftedCase {
  readonly kind: CaseKind;
  readonly origin?: string;
  readonly agreementId?: string;
  readonly letterId?: string;
  /** Keys of the agenda items that its sending closes. */
  readonly closes?: readonly string[];
  /** What was said of its letter before the letter belonged to it. */
  readonly steps?: readonly CaseStep[];
}

/** Begins a case; its origin. A draft closes nothing. */
export function draftCase(
  ports: Ports,
  { kind, origin, agreementId, letterId, closes = [], steps: said = [] }: DraftedCase,
): string {
  const { store } = ports;
  return record(ports, () => {
    const at = ports.now().toISOString();
    const before = origin === undefined ? undefined : casePapers(store).about(origin);
    const id = before?.id ?? ports.newId();
    const about = origin ?? `case:${id}`;
    const steps: readonly CaseStep[] = [...(before?.body.steps ?? []), { state: 'drafted', at, said: '' }, ...said];
    const body: KeptCase = {
      kind,
      closes,
      steps,
      undone: before?.body.undone ?? [],
      ...(agreementId === undefined ? {} : { agreementId }),
      ...(letterId === undefined ? {} : { letterId }),
    };
    return {
      entry: {
        at,
        kind: ENTRIES.drafted,
        subject: (origin ?? (agreementId === undefined ? about : `agreement:${agreementId}`)) as Subject,
        payload: { case: kind, origin: about, letter: letterId ?? 'none' },
      },
      write: () => {
        casePapers(store).put({ id, subject: about, state: 'drafted', body }, at);
        return about;
      },
      changed: FEATURES,
    };
  });
}

/**
 * Takes a case one step on, as a person says it.
 * @throws Refusal `case-move-not-allowed`, `case-step-order`, `not-found` for a proof that is not kept,
 * `case-outside-window` for a sending before the window opens or after its last day without a reason.
 */
export function takeStep(ports: Ports, from: CaseFrom, state: SaidState, said: TakenStep): void {
  recordTogether(ports, () => {
    takeOne(ports, from, state, said);
    for (const other of from.together?.() ?? []) {
      const stands = caseOf(ports.store, other)?.state;
      if (stands && CASE_MOVES[stands].includes(state)) takeOne(ports, other, state, said);
    }
  });
}

function takeOne(ports: Ports, from: CaseFrom, state: SaidState, said: TakenStep): void {
  record(ports, () => {
    const current = caseOf(ports.store, from);
    if (!current) throw unknownThing(sentence('kernel.cases.noun'));
    if (said.on > beijingToday(ports.now())) throw notYet();
    const outside = state === 'sent' ? outsideWindow(ports, from.window?.(), said) : undefined;
    const credited = state === 'settled' && said.credited ? creditedFor(from.claimed?.(), said.credited) : undefined;
    const step: CaseStep = {
      ...saidStep(ports, state, said),
      ...(said.note === undefined || said.note === '' ? {} : { note: said.note }),
      ...(said.answerBy === undefined ? {} : { answerBy: said.answerBy }),
      ...(outside ? { outside } : {}),
      ...(said.unsealed ? { unsealed: true as const } : {}),
      ...(credited ? { credited } : {}),
    };
    moveCase(beforeLetter(current, step), step);
    const at = ports.now().toISOString();
    return {
      entry: { at, ...entryOf(current, from.entries?.[state] ?? ENTRIES[state], payloadOf(step, said)) },
      write: () => {
        const take = from.take?.[state];
        if (take) take(step, at);
        else keepSteps(ports, current, (steps) => [...steps, step], at);
      },
      changed: FEATURES,
    };
  });
}

/** What an entry says of a step. */
function payloadOf(
  { proof, number, note, answerBy, outside, unsealed, credited }: CaseStep,
  { on, by, channel }: TakenStep,
): JsonObject {
  return {
    on,
    by,
    channel: channel ?? 'none',
    proof: proof?.sha256 ?? 'none',
    ...(number === undefined ? {} : { number }),
    ...(note === undefined ? {} : { note }),
    ...(answerBy === undefined ? {} : { answerBy }),
    ...(outside ? { outside: { ...outside } } : {}),
    ...(unsealed ? { seal: 'not recorded' } : {}),
    ...(credited ? { credited: { ...credited } } : {}),
  };
}

/**
 * Takes back the last step that a person said of a case; what it closed is open again. `only`: where that is this one.
 * @throws Refusal `case-nothing-to-undo` where the last step was said by nobody, or cannot be taken back.
 */
export function undoStep(ports: Ports, from: CaseFrom, only?: SaidState): void {
  recordTogether(ports, () => {
    const before = caseOf(ports.store, from)?.history.at(-1);
    undoOne(ports, from, only);
    for (const other of from.together?.() ?? []) {
      const last = caseOf(ports.store, other)?.history.at(-1);
      if (last && last.state === before?.state && last.at === before.at) undoOne(ports, other, only);
    }
  });
}

function undoOne(ports: Ports, from: CaseFrom, only?: SaidState): void {
  record(ports, () => {
    const current = caseOf(ports.store, from);
    const last = current && lastSaid(ports, current);
    if (!current || !last || (only !== undefined && last.step.state !== only)) throw nothingToUndo();
    const { step, own } = last;
    const at = ports.now().toISOString();
    const payload = { undone: step.state, on: step.at, by: step.said };
    return {
      entry: { at, ...entryOf(current, 'case-step-undone', payload) },
      write: () => {
        if (own)
          keepSteps(ports, current, (steps) => steps.filter((each) => each !== steps.findLast(isSaid)), at, step);
        else from.takeBack?.[step.state]?.(at);
      },
      changed: FEATURES,
    };
  });
}

/** Whether the last step of a case can be taken back. */
export const undoable = (ports: Pick<Ports, 'store'>, whole: WholeCase): boolean =>
  lastSaid(ports, whole) !== undefined;

/** The last step of a case, where it was said: of the case itself (`own`), or held by its record, which can take it back. */
function lastSaid(
  { store }: Pick<Ports, 'store'>,
  { from, history }: WholeCase,
): { readonly step: CaseStep; readonly own: boolean } | undefined {
  const step = history.at(-1);
  if (!step || from.restsOn?.has(step.state)) return undefined;
  const own = from.keep ? from.steps : (casePapers(store).about(from.origin)?.body.steps ?? []);
  const said = own.findLast(isSaid);
  if (said?.state === step.state && said.at === step.at) return { step: said, own: true };
  return from.takeBack?.[step.state] ? { step, own: false } : undefined;
}

const isSaid = ({ state }: CaseStep): boolean => SAID_STATES.some((each) => each === state);

/** What is said to have happened before the letter got so far: the case stood where it stood then. */
function beforeLetter({ history, ...rest }: WholeCase, step: CaseStep): WholeCase {
  const then = history.filter(({ state, at }) => !BY_LETTER.has(state) || at <= step.at);
  return { ...rest, history: then, state: then.at(-1)?.state ?? rest.state };
}

/** Where the day of a sending stands outside its window: the reason for it, or a refusal. */
function outsideWindow(
  { now }: Ports,
  window: SendingWindow | undefined,
  { on, outside }: TakenStep,
): OutsideWindow | undefined {
  // What is sent today is sent on the day that it is now by the window's own clock.
  const when = window && (on === beijingToday(now()) ? placeNow(window, now()) : placeIn(window, on));
  if (when === undefined || when === 'within') return undefined;
  const reason = outside?.trim();
  if (reason !== undefined && reason !== '') return { when, reason };
  const day = dateWords((when === 'before' ? window?.opens : window?.closes) ?? on);
  throw new Refusal(
    'case-outside-window',
    sentence(when === 'before' ? 'kernel.cases.before-window' : 'kernel.cases.after-window', { day }),
    sentence('kernel.cases.outside-window.next'),
    { field: 'outside' },
  );
}

/** What came in, held against what was claimed. @throws Refusal `bad-amount` for what is no amount, or none of its currency. */
function creditedFor(
  claimed: ClaimedMoney | undefined,
  { amount, paidIn }: NonNullable<TakenStep['credited']>,
): Credited | undefined {
  if (!claimed) return undefined;
  const figures = claimed.inFigures(amount);
  const came = amountIn(figures);
  return {
    amount: cutOff(came, CENTS),
    paidIn,
    currency: claimed.currency,
    difference: cutOff(plus(came, times(decimal(claimed.amount), decimal('-1'))), CENTS),
  };
}

const CENTS = 2;

function amountIn(figures: string): Ratio {
  const found = figures.replaceAll(',', '');
  if (!/^\d+(?:\.\d{1,2})?$/u.test(found) || compare(decimal(found), decimal('0')) === 0) {
    throw new Refusal(
      'bad-amount',
      sentence('kernel.cases.bad-amount', { amount: figures }),
      sentence('kernel.cases.bad-amount.next'),
      { field: 'credited.amount' },
    );
  }
  return decimal(found);
}

/** Where a day lies in a window; a bound that is not known refuses nothing. */
export function placeIn({ opens, closes }: SendingWindow, on: CivilDate): 'before' | 'within' | 'after' {
  if (opens !== undefined && on < opens) return 'before';
  return closes !== undefined && on > closes ? 'after' : 'within';
}

/** Where this moment lies in it, by the clock by which its days begin and end. */
export const placeNow = (window: SendingWindow, now: Date): ReturnType<typeof placeIn> =>
  placeIn(window, todayIn(now, window.zone ?? BEIJING));

function keepSteps(
  { store, newId }: Ports,
  { kind, from, closes = [] }: WholeCase,
  change: (steps: readonly CaseStep[]) => readonly CaseStep[],
  at: string,
  undone?: CaseStep,
): void {
  if (from.keep) {
    const steps = change(from.steps);
    from.keep(steps, steps.at(-1)?.state ?? 'drafted', at);
    return;
  }
  const before = casePapers(store).about(from.origin);
  const own = change(before?.body.steps ?? []);
  const state = wayOf([...from.steps, ...own]).at(-1)?.state ?? 'drafted';
  const body: KeptCase = before?.body ?? {
    kind,
    closes,
    steps: [],
    undone: [],
    ...(from.agreementId === undefined ? {} : { agreementId: from.agreementId }),
    ...(from.letterId === undefined ? {} : { letterId: from.letterId }),
  };
  casePapers(store).put(
    {
      id: before?.id ?? newId(),
      subject: from.origin,
      state,
      body: { ...body, steps: own, undone: [...body.undone, ...(undone ? [{ step: undone, at }] : [])] },
    },
    at,
  );
}

function entryOf(
  { kind, letterId, from }: WholeCase,
  entry: EntryKind,
  said: JsonObject,
): { readonly kind: EntryKind; readonly subject: Subject; readonly payload: JsonObject } {
  const { origin, agreementId, subject, payload } = from;
  return {
    kind: entry,
    subject: subject ?? (agreementId === undefined ? (origin as Subject) : `agreement:${agreementId}`),
    payload: { case: kind, origin, letter: letterId ?? 'none', ...payload, ...said },
  };
}

const notYet = (): Refusal =>
  new Refusal('case-step-future', sentence('kernel.cases.future'), sentence('kernel.cases.future.next'), {
    field: 'on',
  });

const nothingToUndo = (): Refusal =>
  new Refusal(
    'case-nothing-to-undo',
    sentence('kernel.cases.nothing-to-undo'),
    sentence('kernel.cases.nothing-to-undo.next'),
  );
