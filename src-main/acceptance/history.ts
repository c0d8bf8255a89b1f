import type { KeptFile } from '../agreement/kept-file.ts';
import type { PersonId } from '../agreement/person.ts';
import type { ClauseReference } from './governing.ts';
import type { Decision } from './record.ts';

/** What happened to one version; the rest of the event is with `HistoryEvent`. */
type Happening =
  /** It was imported. `title` is how its replacement is told: `title v2`. */
  | { readonly kind: 'saved'; readonly title: string; readonly statedEffective?: string | undefined }
  /** Its review began. */
  | { readonly kind: 'opened' }
  /**
   * The change that it brings was objected to, and its notice says so still: decided `on` that day, and, as far as that is known, gone out
   * and arrived, or answered and so arrived by then.
   */
  | {
      readonly kind: 'objected';
      readonly on: string;
      readonly sent?: string;
      readonly arrived?: string;
      readonly answered?: string;
    }
  /** A decision inside the company, which never stands by itself. */
  | {
      readonly kind: 'decided';
      readonly decision: Decision;
      readonly recordId: string;
      readonly reason?: string | undefined;
    }
  /**
   * Acceptance in the world: `on` when it happened. `sealed`: by both parties, before any scan of it was compared here. `used`:
   * first use without a click or an order.
   */
  | {
      readonly kind: 'concluded';
      readonly how: 'clicked-at-provider' | 'ordered' | 'sealed' | 'used';
      readonly on: string;
      readonly recordId: string;
      readonly proof?: KeptFile;
      readonly account?: string;
      readonly order?: string;
      readonly said: PersonId;
    }
  /** A sealed copy that was compared; it concludes when both parties' seals are on it and a person did not reject it. */
  | {
      readonly kind: 'sealed';
      readonly copyId: string;
      readonly by: 'ours' | 'theirs' | 'both';
      readonly datedOn: string;
      readonly result: 'confirmed' | 'overruled' | 'rejected';
    }
  /** Continued use, said by a person. */
  | { readonly kind: 'used-on'; readonly from: string; readonly noticeId: string; readonly said: PersonId }
  /**
   * A change to it was objected to in writing, sent on `from`; it goes on as it was. An objection takes effect by arriving (Civil Code,
   * article 137), which `arrived` says once it is known, or else `answered` of its latest day. `against` is the new text, where it is known.
   */
  | {
      readonly kind: 'kept-on';
      readonly from: string;
      readonly arrived?: string;
      readonly answered?: string;
      readonly noticeId: string;
      readonly against?: string;
      readonly said: PersonId;
    }
  /** Another agreement took its place: `by` is that version, `title` its title. */
  | { readonly kind: 'replaced'; readonly by: string; readonly title: string; readonly clause?: ClauseReference }
  | { readonly kind: 'ended'; readonly from: string; readonly why: 'terminated' | 'expired' }
  | {
      readonly kind: 'corrected';
      readonly what: 'from' | 'until';
      readonly date: string;
      readonly reason: string;
      readonly said: PersonId;
    };

/**
 * One event in the history of an agreement. `at` is when it was recorded, UTC ISO; other times are UTC ISO, or a day
 * (`2026-11-01`), which begins at midnight in Beijing.
 */
export type HistoryEvent = { readonly at: string; readonly versionId: string } & Happening;

/** The events of one kind. */
export type EventOf<Kind extends HistoryEvent['kind']> = Extract<HistoryEvent, { readonly kind: Kind }>;

/** The instant (UTC ISO) that a time of an event names. */
export function instantOf(time: string): string {
  return time.length === 10 ? new Date(`${time}T00:00:00+08:00`).toISOString() : time;
}

/** The day in Beijing that an instant (UTC ISO) lies in. */
export function dayOf(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
}
