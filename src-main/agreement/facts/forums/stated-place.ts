import type { CourtByRule } from '../../fact.ts';
import { SEAT } from '../../frames/forum.ts';
import type { Clause } from '../../model.ts';

/** `本协议签订地`, `甲方住所地`: whose or what's place a court is told by. */
const RULE = new RegExp(String.raw`^(?<whose>.{1,20}?)(?:的)?(?<seat>${SEAT})$`, 'u');
const literal = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`);

/**
 * A court by a rule with the place that the text gives for it elsewhere (`本协议签订地为……`, `甲方住所地：……`), and the clause that
 * does. A text that gives two places, a blank or none leaves the rule alone.
 */
export function withStatedPlace(rule: CourtByRule, clauses: readonly Clause[]): CourtByRule {
  const { whose, seat } = RULE.exec(rule.rule)?.groups ?? {};
  if (rule.place !== undefined || !whose || !seat) return rule;
  const stated = new RegExp(
    String.raw`${literal(whose)}(?:的)?${seat}(?:点|址)?\s?(?:均?[为是在]|于|[：:])\s?(?<place>[\p{Script=Han}\d号]{2,60})`,
    'gu',
  );
  const places = clauses.flatMap(({ id, text }) =>
    [...text.matchAll(stated)].map(({ groups }) => ({ place: groups?.['place'] ?? '', placeClause: id })),
  );
  const [first] = places;
  return first && places.every(({ place }) => place === first.place) ? { ...rule, ...first } : rule;
}
