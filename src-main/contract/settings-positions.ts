import { z } from 'zod';
import type { Sentence } from '../agreement/sentence.ts';
import { POSITION_KINDS, type TagKind } from '../agreement/tag-kinds.ts';
import { call, nothing, words } from './call.ts';

/** What a company says of a kind of clause, from the best to the worst. */
export const STANCES = ['acceptable', 'negotiable', 'unacceptable'] as const;
export type Stance = (typeof STANCES)[number];

/** Without a stance the company has no position on the kind. */
export const positionInput = z.strictObject({
  kind: z.enum(POSITION_KINDS),
  stance: z.enum(STANCES).optional(),
  note: words(300).optional(),
});
export type PositionInput = z.infer<typeof positionInput>;

/** One kind of clause, and the company's position on it where it has one. */
export interface PositionView {
  readonly kind: TagKind;
  readonly label: Sentence;
  /** `key`: a clause of this kind is a key clause; `costly`: it costs or binds beyond the service itself. */
  readonly group: 'key' | 'costly';
  readonly stance?: Stance;
  readonly note?: string;
}

/** Where a text departs from the company's positions: a clause of a kind that is not simply acceptable. */
export interface Departure {
  readonly clauseId: string;
  readonly kind: TagKind;
  readonly label: Sentence;
  readonly stance: Exclude<Stance, 'acceptable'>;
  readonly note?: string;
}

export const positionCalls = {
  'settings.positions': call<readonly PositionView[]>()(nothing),
  /** Keeps, changes or takes back the position on one kind; answers all of them. */
  'settings.keepPosition': call<readonly PositionView[]>()(positionInput),
};
