import { z } from 'zod';
import type { Answer } from '../../term/answer.ts';
import type { Ticket, PromisedTime } from '../../term/service/support/ticket.ts';
import type { Kept } from '../../term/service/support/ticket-times.ts';
import { call, id, words } from '../call.ts';
import type { UndoToken } from '../undo.ts';

/** `2026-03-01 09:30` (Beijing time) or an instant with an offset; empty where it was not recorded. */
const moment = words(40);

export const ticketInput = z.strictObject({
  number: words(100),
  title: words(500),
  severity: words(100),
  instances: z.array(words(100)).max(200),
  opened: moment.min(1),
  responded: moment,
  restored: moment,
});
export type TicketInput = z.infer<typeof ticketInput>;

/** A ticket with its times against what is promised for its severity. */
export interface TicketView extends Ticket {
  readonly id: string;
  readonly name: string;
  readonly times: readonly { readonly kind: PromisedTime; readonly answer: Answer<Kept> }[];
  /** A promised time was missed, all were kept, or that is not known. */
  readonly word: 'missed' | 'kept' | 'open';
}

/** The tickets that were opened in a period. */
export interface SupportView {
  readonly tickets: readonly TicketView[];
  readonly missed: number;
  readonly kept: number;
  readonly open: number;
  /** The text promises times to respond or to restore. */
  readonly promised: boolean;
  readonly severities: readonly string[];
  /** What the text gives for what was missed; absent where nothing was. */
  readonly credit?: Answer<string>;
}

export const ticketCalls = {
  'rights.saveTicket': call<undefined>()(
    z.strictObject({ agreementId: id, ticketId: id.optional(), ticket: ticketInput }),
  ),
  'rights.removeTicket': call<UndoToken>()(z.strictObject({ ticketId: id })),
};
