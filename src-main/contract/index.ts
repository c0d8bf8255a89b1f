import { agendaCalls } from './agenda.ts';
import type { Calls, Handlers, InputOf, OutputOf } from './call.ts';
import { compareCalls } from './compare.ts';
import { deviceKeyCalls } from './evidence-device-key.ts';
import { evidenceCalls } from './evidence.ts';
import { explanationCalls } from './review-explanations.ts';
import { letterCalls } from './letters.ts';
import { libraryCalls } from './library.ts';
import { noticeCalls } from './notices.ts';
import { obligationCalls } from './rights.ts';
import { reviewCalls } from './review.ts';
import { scanCalls } from './letters-scans.ts';
import { sealedCopyCalls } from './letters-sealed-copies.ts';
import { settingsCalls } from './settings.ts';

/** Every call between the two sides, once. Preload, handlers, client and test doubles derive from this value. */
export const contract = {
  ...libraryCalls,
  ...reviewCalls,
  ...compareCalls,
  ...noticeCalls,
  ...letterCalls,
  ...scanCalls,
  ...obligationCalls,
  ...agendaCalls,
  ...explanationCalls,
  ...sealedCopyCalls,
  ...evidenceCalls,
  ...deviceKeyCalls,
  ...settingsCalls,
} satisfies Calls;

export type Contract = typeof contract;
export type CallName = keyof Contract;
export type Input<Name extends CallName> = InputOf<Contract[Name]>;
export type Output<Name extends CallName> = OutputOf<Contract[Name]>;
export type ContractHandlers = Handlers<Contract>;

/** Long work: a thin bar with words, and whether it can be cancelled. */
export interface ProgressEvent {
  readonly job: string;
  readonly what: { readonly zh: string; readonly en: string };
  readonly done: number;
  readonly total: number;
  readonly finished: boolean;
}

/** What the main side says unasked, by name, as a value: the preload lets only these names through. */
export const events = {
  /** Something that screens show was written: the desks concerned. */
  changed: event<{ readonly desks: readonly string[] }>(),
  progress: event<ProgressEvent>(),
  /** A menu item or shortcut of the shell: `import`, `palette`, `settings`, `go:agenda`. */
  command: event<{ readonly name: string; readonly argument?: string }>(),
};
export type EventName = keyof typeof events;
export type EventPayload<Name extends EventName> = NonNullable<(typeof events)[Name]['payload']>;

function event<Payload>(): { readonly payload?: Payload } {
  return {};
}
