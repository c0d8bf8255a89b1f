import { agendaCalls } from './agenda.ts';
import type { Calls, Handlers, InputOf, OutputOf } from './call.ts';
import { compareCalls } from './compare.ts';
import { captureCalls } from './evidence/captures.ts';
import { courtCalls } from './evidence/court.ts';
import { depositCalls } from './evidence/deposits.ts';
import { deviceKeyCalls } from './evidence-device-key.ts';
import { bundleCalls, evidenceCalls, timestampCalls } from './evidence.ts';
import { conclusionCalls } from './review-conclusions.ts';
import { explanationCalls } from './review-explanations.ts';
import { letterCalls } from './letters.ts';
import { caseCalls } from './letters-cases.ts';
import { importCalls } from './import.ts';
import { libraryCalls } from './library.ts';
import { tableCalls } from './library/table.ts';
import { noticeCalls } from './notices.ts';
import { outageCalls, rightsCalls } from './rights.ts';
import { invoiceCalls } from './rights/invoices.ts';
import { orderCalls } from './rights/orders.ts';
import { termCalls } from './rights/term.ts';
import { readingCalls } from './review-readings.ts';
import { reviewCalls } from './review.ts';
import { scanCalls } from './letters-scans.ts';
import { sealedCopyCalls } from './letters-sealed-copies.ts';
import { positionCalls } from './settings-positions.ts';
import { settingsCalls } from './settings.ts';

/** Every call between the two sides, once. Preload, handlers, client and test doubles derive from this value. */
export const contract = {
  ...libraryCalls,
  ...tableCalls,
  ...importCalls,
  ...reviewCalls,
  ...conclusionCalls,
  ...readingCalls,
  ...compareCalls,
  ...noticeCalls,
  ...letterCalls,
  ...caseCalls,
  ...scanCalls,
  ...rightsCalls,
  ...outageCalls,
  ...orderCalls,
  ...invoiceCalls,
  ...termCalls,
  ...agendaCalls,
  ...explanationCalls,
  ...sealedCopyCalls,
  ...evidenceCalls,
  ...bundleCalls,
  ...courtCalls,
  ...captureCalls,
  ...depositCalls,
  ...timestampCalls,
  ...deviceKeyCalls,
  ...settingsCalls,
  ...positionCalls,
} satisfies Calls;

export type Contract = typeof contract;
export type CallName = keyof Contract;
export type Input<Name extends CallName> = InputOf<Contract[Name]>;
export type Output<Name extends CallName> = OutputOf<Contract[Name]>;
export type ContractHandlers = Handlers<Contract>;

export { events } from './event.ts';
export type { EventName, EventPayload, ProgressEvent } from './event.ts';
