import {
  contract,
  events,
  type CallName,
  type EventName,
  type EventPayload,
  type Input,
  type Output,
} from '../../../../src-main/contract/index.ts';
import type { CallResult, Failure } from '../../../../src-main/contract/call.ts';
import { sentence } from '../../../../assets/messages/say.ts';

/** What an answer gives instead of a value: the typed failure that crosses. */
export class Refused {
  readonly failure: Failure;

  constructor(failure: Failure) {
    this.failure = failure;
  }
}

/** A failure of the main side, in words of the catalogue that nothing else on a screen says. */
export const aFailure = (more: Partial<Failure> = {}): Failure => ({
  code: 'given-failure',
  sentence: sentence('format.as-written', { text: 'The given call was refused.' }),
  next: sentence('format.as-written', { text: 'Nothing needs to be done next.' }),
  ...more,
});

/** An answer that refuses: `'library.list': refused()`. */
export const refused =
  (more: Partial<Failure> = {}) =>
  (): Refused =>
    new Refused(aFailure(more));

type Reply<Name extends CallName> = Output<Name> | Refused | Promise<Output<Name> | Refused>;
type Answer<Name extends CallName> = (input: Input<Name>) => Reply<Name>;

/** Answers by call; every input that reaches one has passed the schema of its call. */
export type Answers = { readonly [Name in CallName]?: Answer<Name> };

/** An answer that never comes: the screen stays as it is while it loads. */
export const pending = (): Promise<never> => new Promise(() => undefined);

/** An answer that the test gives when it wants to. */
export function later<Value>(): {
  readonly promise: Promise<Value | Refused>;
  readonly give: (value: Value) => void;
  readonly refuse: (more?: Partial<Failure>) => void;
} {
  let give: (value: Value | Refused) => void = () => undefined;
  const promise = new Promise<Value | Refused>((resolve) => (give = resolve));
  return { promise, give, refuse: (more) => give(new Refused(aFailure(more))) };
}

export interface Call {
  readonly name: CallName;
  readonly input: unknown;
}

/** The main side as the page sees it, with what it was asked. */
export interface Double {
  /** Every call so far, oldest first. */
  readonly calls: readonly Call[];
  /** Inputs of one call, oldest first. */
  readonly inputs: <Name extends CallName>(name: Name) => readonly Input<Name>[];
  /** From now on these calls are answered so; the others as before. */
  readonly answer: (more: Answers) => void;
  /** Says something unasked, as the main side would. */
  readonly send: <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;
  /** How many listen for any event. */
  readonly listening: () => number;
  /** Forgets the calls so far. */
  readonly forget: () => void;
  /** What the page did that the main side would not understand, one sentence each. */
  readonly faults: readonly string[];
}

const isCall = (name: string): name is CallName => Object.hasOwn(contract, name);
const isEvent = (name: string): name is EventName => Object.hasOwn(events, name);

/**
 * Stands where the preload would, with the contract's own names and schemas. An unknown call, an input that does not
 * fit, and a call that nobody answers are faults of the page, kept in `faults` whatever the page makes of the error.
 */
export function double(given: Answers): Double {
  let answers = given;
  let calls: Call[] = [];
  const faults: string[] = [];
  const listeners = new Map<EventName, Set<(payload: never) => void>>();

  function fault(words: string): never {
    faults.push(words);
    throw new Error(words);
  }

  async function call(name: string, crossing: unknown): Promise<CallResult<unknown>> {
    if (!isCall(name)) return fault(`there is no call ${name}`);
    let crossed: unknown;
    try {
      crossed = structuredClone(crossing);
    } catch (error) {
      return fault(`the input of ${name} cannot cross: ${String(error)}`);
    }
    const parsed = contract[name].input.safeParse(crossed);
    if (!parsed.success) return fault(`the input of ${name} does not fit: ${parsed.error.message}`);
    calls.push({ name, input: parsed.data });
    const answer = answers[name] as ((input: unknown) => unknown) | undefined;
    if (!answer) return fault(`nobody answers ${name}`);
    const value = await answer(parsed.data);
    if (value instanceof Refused) return { ok: false, failure: structuredClone(value.failure) };
    return { ok: true, value: structuredClone(value) };
  }

  function on(name: string, listener: (payload: never) => void): () => void {
    if (!isEvent(name)) return fault(`there is no event ${name}`);
    const hearing = listeners.get(name) ?? new Set();
    listeners.set(name, hearing.add(listener));
    return () => void hearing.delete(listener);
  }

  Object.defineProperty(window, 'assent', { value: Object.freeze({ call, on }), configurable: true });
  return {
    get calls() {
      return calls;
    },
    inputs: <Name extends CallName>(name: Name) =>
      calls.flatMap((made) => (made.name === name ? [made.input as Input<Name>] : [])),
    answer: (more) => void (answers = { ...answers, ...more }),
    send: (name, payload) => {
      for (const listener of listeners.get(name) ?? []) listener(structuredClone(payload) as never);
    },
    listening: () => [...listeners.values()].reduce((sum, { size }) => sum + size, 0),
    forget: () => void (calls = []),
    faults,
  };
}
