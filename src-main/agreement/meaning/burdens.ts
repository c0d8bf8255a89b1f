import type { ClauseTag } from '../model.ts';
import { actorAt, type Parties, type Party } from '../parties/parties.ts';
import { tagKind } from '../tag-kinds.ts';
import { sentences } from './sentences.ts';

/** Who is worse off by what a clause says. */
export type Burden = 'customer' | 'provider' | 'both';

const OTHER: Readonly<Record<Party, Burden>> = { provider: 'customer', customer: 'provider', either: 'both' };
const SELF: Readonly<Record<Party, Burden>> = { provider: 'provider', customer: 'customer', either: 'both' };

/** Who acts where the words of a tag stand; undefined where they are not in the clause, or nobody is named. */
function actorOf({ because }: ClauseTag, text: string, parties: Parties): Party | undefined {
  const at = text.indexOf(because);
  if (at < 0) return undefined;
  const sentence = sentences(text).find(({ start, end }) => at >= start && at < end);
  if (!sentence) return undefined;
  const words = text.slice(sentence.start, sentence.end);
  // What a tag quotes may begin with the one who acts.
  const start = Math.min(at - sentence.start + Math.floor(because.length / 2), words.length);
  return actorAt(parties, words, { start, end: Math.min(words.length, at - sentence.start + because.length) });
}

/**
 * Who is worse off by one thing that a clause says: the other side of whoever has the right, the side that has the duty, both where
 * either acts, and else whom clauses of its kind usually burden.
 */
export function burdenOf(tag: ClauseTag, text: string, parties: Parties): Burden {
  if (tag.by !== undefined) return OTHER[tag.by];
  const { burden, only, acts } = tagKind(tag.kind) ?? {};
  if (burden !== undefined) return burden;
  const usual = only === 'gives' ? 'provider' : 'customer';
  const actor = actorOf(tag, text, parties);
  if (actor === 'either') return 'both';
  if (actor === undefined || acts === undefined) return usual;
  return acts === 'right' ? OTHER[actor] : SELF[actor];
}
