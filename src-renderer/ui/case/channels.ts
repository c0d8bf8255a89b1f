import type { CaseStep } from '../../../src-main/contract/letters-cases.ts';

/** How something can have gone out or come in, in the order in which it is offered. */
export const CHANNELS = [
  'ticket',
  'mail',
  'ems',
  'post',
  'in-person',
  'phone',
  'online-chat',
] as const satisfies readonly NonNullable<CaseStep['channel']>[];
export type Channel = (typeof CHANNELS)[number];
