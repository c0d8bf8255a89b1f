import type { Clause } from '../../../../src-main/contract/views.ts';
import type { Card } from './cards.ts';

/** The card with key clauses before or after a clause; from nowhere the first, or backwards the last. */
export function besideKeyCard(cards: readonly Card[], from: string | undefined, by: 1 | -1): Card | undefined {
  const at = cards.findIndex(({ clauses }) => clauses.some(({ id }) => id === from));
  const isKey = ({ key }: Card): boolean => key.length > 0;
  if (by === 1) return cards.slice(at + 1).find(isKey);
  return cards.slice(0, at === -1 ? cards.length : at).findLast(isKey);
}

/** The heading of the section before or after a clause; inside a section the one before is its own. */
export function besideSection(clauses: readonly Clause[], from: string | undefined, by: 1 | -1): string | undefined {
  const headings = clauses.filter(({ role }) => role === 'heading');
  const top = Math.min(...headings.map(({ level }) => level));
  const at = clauses.findIndex(({ id }) => id === from);
  const sections = clauses.flatMap(({ id, role, level }, index) => (role === 'heading' && level === top ? [{ id, index }] : []));
  return (by === 1 ? sections.find(({ index }) => index > at) : sections.findLast(({ index }) => index < at))?.id;
}
