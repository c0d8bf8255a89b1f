import type { Sentence } from '../../../../assets/messages/say.ts';
import { asWritten, sentence } from '../../../../assets/messages/say.ts';
import { dateTime } from '../../../kernel/dates.ts';
import type { VersionView } from '../../../../src-main/contract/review.ts';
import { type Card, type Noting, type ReadClause, readClauses } from './cards.ts';

/** First words of a clause, to name one that has no number. */
const EXCERPT = 14;

/**
 * What a clause is called in a sentence: by its number as it is written, else by its first words; beneath the number of the clause above
 * where that alone tells it apart.
 */
export function clauseName({
  number,
  above,
  heading,
  text,
}: Pick<ReadClause, 'number' | 'above' | 'heading' | 'text'>): Sentence {
  if (number !== undefined)
    return above === undefined
      ? sentence('review.clause.number', { number })
      : sentence('review.clause.item', { above, number });
  const words = firstWords(heading ?? text, EXCERPT);
  return above === undefined
    ? sentence('review.clause.unnumbered', { words })
    : sentence('review.clause.beneath', { above, words });
}

/** What each clause of a version is called, by its id; an id that is none of them is called nothing. */
export function clauseNames(view: Pick<VersionView, 'document' | 'above'>): (clauseId: string) => Sentence {
  const byId = new Map(readClauses(view).map((clause) => [clause.id, clause]));
  return (clauseId) => {
    const clause = byId.get(clauseId);
    return clause ? clauseName(clause) : asWritten('');
  };
}

/** What a card is called: its clause, or the first and last of those that are noted together. */
export function cardName({ key, clauses }: Card): Sentence {
  const named = clauses.filter(({ id }) => key.length === 0 || key.includes(id));
  const [first, last] = [named[0], named.at(-1)];
  if (!first || !last) return asWritten('');
  return first === last
    ? clauseName(first)
    : sentence('review.clause.several', { first: clauseName(first), more: named.length - 1 });
}

/** How far it is noted, in words. */
export function notingWords({ state, left, at }: Noting): Sentence {
  switch (state) {
    case 'noted':
      return at === undefined ? sentence('review.ring.noted') : sentence('review.ring.notedAt', { time: dateTime(at) });
    case 'ready':
      return sentence('review.ring.ready');
    case 'seen':
      return sentence('review.ring.seen', { seconds: Math.ceil(left) });
    default:
      return sentence('review.ring.notSeen');
  }
}

/** What the ring does when it is pressed now. */
export function ringTip(noting: Noting): Sentence {
  if (noting.state === 'ready') return sentence('review.ring.note');
  return noting.state === 'noted'
    ? notingWords(noting)
    : sentence('review.reader.seconds', { left: Math.ceil(noting.left) });
}

/** A mark between digits is part of a figure: `3,000`, `9:00`. */
const STOP = /[，。；、！？;]|(?<!\d)[,：:]|[,：:](?!\d)/u;

/** Where a sentence, or a part that stands by itself, ends. */
const END = /[。；！？;]|(?<!\d)[：:]|[：:](?!\d)/u;

/**
 * What an unnamed clause is told by in a list: its first sentence, whole where that has no more characters than `most`; else as much
 * of it as makes sense, with the mark that it goes on.
 */
export function beginning(text: string, most: number): string {
  const flat = text.replaceAll(/\s+/gu, ' ').trim();
  const chinese = /\p{Script=Han}/u.test(flat);
  const end = flat.search(END);
  const sentenceHere = end === -1 ? flat : flat.slice(0, end);
  const room = chinese ? most : 2 * most;
  if ([...sentenceHere].length <= room) return sentenceHere;
  const within = [...sentenceHere].slice(0, room).join('');
  const pause = Math.max(within.lastIndexOf('，'), within.search(/,(?!\d)[^,]*$/u));
  const cut = pause >= 4 ? within.slice(0, pause) : chinese ? within : within.replace(/\s+\S*$/u, '');
  return `${cut}${chinese ? '……' : '…'}`;
}

/**
 * The beginning of a text: up to where it first pauses, or so many Chinese characters. Where there are none it is twice as
 * many letters, which take as much room, and no word is cut.
 */
export function firstWords(text: string, most: number): string {
  const flat = text.replaceAll(/\s+/gu, ' ').trim();
  const chinese = /\p{Script=Han}/u.test(flat);
  const room = chinese ? most : 2 * most;
  const pause = flat.search(STOP);
  if (pause >= 4 && pause <= room) return flat.slice(0, pause);
  const letters = [...flat];
  if (letters.length <= room) return flat;
  const cut = letters.slice(0, room).join('');
  return `${chinese ? cut : cut.replace(/\s+\S*$/u, '')}…`;
}
