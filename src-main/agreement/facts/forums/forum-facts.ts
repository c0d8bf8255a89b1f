import type { Fact } from '../../fact.ts';
import { bodiesIn } from '../../frames/arbitration.ts';
import { courtsIn } from '../../frames/forum.ts';
import type { Clause } from '../../model.ts';
import { sentences } from '../../meaning/sentences.ts';
import { withStatedPlace } from './stated-place.ts';

/** `AAA` for a name that begins with these letters, or that gives them itself. */
function isShortOf(short: string, name: string): boolean {
  const initials = (name.replace(/\(.*$/u, '').match(/\b[A-Z]/gu) ?? []).join('');
  return name !== short && (initials.includes(short) || name.includes(short));
}

/** A body is told once in a text, however often its short name stands there. */
const isKnown = (name: string, known: readonly string[]): boolean =>
  known.some((each) => each === name || isShortOf(name, each) || isShortOf(each, name));

/** A name that was filled into a form keeps the form's blanks. */
const BLANK = /(?<=\p{Script=Han})[ \u3000]+(?=\p{Script=Han})/gu;

/** Where disputes go that no name of a court tells: a court by a rule (`甲方所在地`), a body of arbitration. Each once in its clause. */
export function forumFacts(sources: readonly { readonly clause: Clause }[]): readonly Fact[] {
  const bodies: string[] = [];
  const clauses = sources.map(({ clause }) => clause);
  return sources.flatMap(({ clause }) => {
    const found = new Map<string, Omit<Fact, 'id'>>();
    for (const { start, end } of sentences(clause.text)) {
      const words = clause.text.slice(start, end);
      const stated = { unit: 'text', clause: clause.id, quote: words.trim() } as const;
      for (const { rule } of courtsIn(words).byRule) {
        const value = withStatedPlace(rule, clauses);
        if (!found.has(rule.rule)) found.set(rule.rule, { kind: 'court', value, ...stated });
      }
      for (const { words: named } of bodiesIn(words)) {
        const value = named.replace(BLANK, '');
        if (isKnown(value, bodies)) continue;
        bodies.push(value);
        found.set(value, { kind: 'arbitration-body', value, ...stated });
      }
    }
    const counted = new Map<string, number>();
    return [...found.values()].map((fact) => {
      const nth = (counted.get(fact.kind) ?? 0) + 1;
      counted.set(fact.kind, nth);
      // A court that is named in the same clause has its place among the first.
      const id = `${clause.id}/${fact.kind}/${fact.kind === 'court' ? `by-rule-${nth}` : nth}`;
      return { id, ...fact };
    });
  });
}
