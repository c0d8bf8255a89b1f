import { z } from 'zod';
import type { Sentence } from '../agreement/sentence.ts';
import type { Feature } from './event.ts';
import { id } from './call.ts';

/** What a person can remove and bring back. */
export const REMOVABLE = [
  'order',
  'invoice',
  'outage',
  'letter',
  'form',
  'signatory',
  'timestamp-root',
  'holidays',
  'fact',
  'outage-log',
  'ticket',
  'court-list',
] as const;
export type Removable = (typeof REMOVABLE)[number];

/** Days for which something removed can be brought back. */
export const REMOVED_KEPT_DAYS = 30;

/** The answer of every removal: with it, it is undone. */
export const undoToken = z.strictObject({ what: z.enum(REMOVABLE), id, removedAt: z.iso.datetime() });
export type UndoToken = Readonly<z.infer<typeof undoToken>>;

/** Something removed lately, as a list shows it. */
export interface RemovedView {
  readonly token: UndoToken;
  /** What it is (订单), and what it was called. */
  readonly noun: Sentence;
  readonly name: Sentence;
  /** The last day (UTC) on which it can be brought back. */
  readonly until: string;
}

/** A record that cannot be read, for the screen that would show it. */
export interface UnreadableView {
  readonly id: string;
  readonly feature: Feature;
  readonly sentence: Sentence;
  readonly next: Sentence;
}
