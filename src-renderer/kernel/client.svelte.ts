import { say, sentence } from '../../assets/messages/say.ts';
import type { CallResult, Failure } from '../../src-main/contract/call.ts';
import type { CallName, EventName, EventPayload, Input, Output } from '../../src-main/contract/index.ts';
import { tellingOfExport } from './files/exporting.svelte.ts';

interface Bridge {
  readonly call: (name: string, input: unknown) => Promise<unknown>;
  readonly on: (name: string, listener: (payload: never) => void) => () => void;
}

declare global {
  interface Window {
    readonly assent: Bridge;
  }
}

/** A call that was refused, with the sentence for the person. */
export class CallRefused extends Error {
  override readonly name = 'CallRefused';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(`${failure.code}: ${say(failure.sentence, 'en')}`);
    this.failure = failure;
  }
}

/** Calls the main side. Resolves with its answer; throws `CallRefused` with a typed failure. */
export async function call<Name extends CallName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
  // State is a proxy, which cannot cross to the main side: what crosses is a copy.
  const sent = $state.snapshot(input);
  const result = (await tellingOfExport(name, () => window.assent.call(name, sent), sent)) as CallResult<Output<Name>>;
  if (!result.ok) throw new CallRefused(result.failure);
  return result.value;
}

/** Hears what the main side says unasked; call the answer to stop hearing it. */
export function hear<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void): () => void {
  // What a listener returns would have to cross to the preload, which a state proxy cannot.
  return window.assent.on(name, (payload: EventPayload<Name>): void => {
    listener(payload);
  });
}

/** Anything thrown in the page as a failure that can be shown. */
export function failureFrom(error: unknown): Failure {
  if (error instanceof CallRefused) return error.failure;
  return {
    code: 'page-defect',
    sentence: sentence('frame.pageDefect'),
    next: sentence('frame.pageDefectNext'),
    details: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}
