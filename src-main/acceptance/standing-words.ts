import { type Sentence, sentence } from '../agreement/sentence.ts';
import type { ClauseReference } from './governing.ts';
import { dayOf, type EventOf, type HistoryEvent, instantOf } from './history.ts';

/** Why a version stands as it does, in a sentence. */
export const NOT_OPENED: Sentence = sentence('acceptance.standing-words.not-opened');
export const IN_REVIEW: Sentence = sentence('acceptance.standing-words.in-review');
/** Accepted inside, with nothing said yet about the world. */
export const ONLY_INSIDE: Sentence = sentence('acceptance.standing-words.only-inside');

/** The act by which a version came to stand, or stopped standing. */
export type Turn = EventOf<'concluded' | 'sealed' | 'used-on' | 'ended' | 'replaced'>;

const CONCLUDED: Readonly<Record<EventOf<'concluded'>['how'], Sentence>> = {
  'clicked-at-provider': sentence('acceptance.standing-words.concluded.clicked-at-provider'),
  ordered: sentence('acceptance.standing-words.concluded.ordered'),
  sealed: sentence('acceptance.standing-words.concluded.sealed'),
  used: sentence('acceptance.standing-words.concluded.used'),
};

const ENDED: Readonly<Record<EventOf<'ended'>['why'], Sentence>> = {
  terminated: sentence('acceptance.standing-words.ended.terminated'),
  expired: sentence('acceptance.standing-words.ended.expired'),
};

/** What one act says about a version's standing. */
export function turnWords(turn: Turn): Sentence {
  switch (turn.kind) {
    case 'concluded':
      return CONCLUDED[turn.how];
    case 'sealed':
      return sentence('acceptance.standing-words.sealed');
    case 'used-on':
      return sentence('acceptance.standing-words.used-on');
    case 'ended':
      return ENDED[turn.why];
    case 'replaced':
      return replacedWords(turn.title, turn.clause);
  }
}

/** What a decision inside the company says, where nothing was concluded. */
export function decisionWords({ decision, reason }: EventOf<'decided'>): Sentence {
  const refusal = decision === 'set-aside' ? decision : 'declined';
  return reason === undefined || reason.trim() === ''
    ? sentence(`acceptance.standing-words.${refusal}`)
    : sentence(`acceptance.standing-words.${refusal}-because`, { reason });
}

function replacedWords(title: string, clause: ClauseReference | undefined): Sentence {
  if (!clause) return sentence('acceptance.standing-words.replaced', { title });
  const { number, because } = clause;
  return number === undefined
    ? sentence('acceptance.standing-words.replaced-by-words', { title, because })
    : sentence('acceptance.standing-words.replaced-by-clause', { title, number, because });
}

/** A change to it was objected to in writing: it goes on as agreed. */
export function keptOnWords({ from, ...event }: EventOf<'kept-on'>): Sentence {
  return objectionWords('kept-on', { ...event, sent: dayOf(instantOf(from)) });
}

/** The change that it brings was objected to. */
export function objectedWords({ on, sent, ...event }: EventOf<'objected'>): Sentence {
  return sent === undefined
    ? sentence('acceptance.standing-words.objected', { date: on })
    : objectionWords('objected', { ...event, sent });
}

type Arrived = Pick<EventOf<'objected'>, 'arrived' | 'answered'>;

/** An objection by the day of its arrival, beside that of its sending; that it is not known when it arrived is said. */
function objectionWords(
  what: 'kept-on' | 'objected',
  { sent, arrived, answered }: Arrived & { readonly sent: string },
): Sentence {
  if (arrived !== undefined) return sentence(`acceptance.standing-words.${what}-arrived`, { sent, arrived });
  return answered === undefined
    ? sentence(`acceptance.standing-words.${what}-sent`, { sent })
    : sentence(`acceptance.standing-words.${what}-answered`, { sent, answered });
}

/** Since when a text was objected to (UTC ISO): from the arrival of the objection, and of no day while that is not known. */
export function objectedSince({ arrived, answered }: Arrived): { readonly since?: string } {
  const there = arrived ?? answered;
  return there === undefined ? {} : { since: instantOf(there) };
}

/** It stands, although the company decided against it afterwards. */
export function disputedWords(from: string, against: HistoryEvent): Sentence {
  const [concluded, refused] = [dayOf(from), dayOf(against.at)];
  return sentence('acceptance.standing-words.disputed', { concluded, refused });
}
