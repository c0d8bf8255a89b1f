import type { Requirement, ReviewProgress, VersionView } from '../../../../src-main/contract/review.ts';
import type { Clause } from '../../../../src-main/contract/views.ts';
import type { Card } from './cards.ts';

/** The one next thing to do: its words, and what does it. */
export interface NextStep {
  readonly words: string;
  readonly act: () => unknown;
  /** The key that does the same, as it is shown. */
  readonly key?: string;
}

/** What the reader leads to next. */
export type Next =
  | { readonly to: 'card'; readonly card: Card }
  | { readonly to: 'note'; readonly card: Card }
  | { readonly to: 'clause'; readonly clauseId: string }
  | { readonly to: 'end' | 'decision' | 'conclusion' | 'record' | 'library' }
  | { readonly to: 'annex'; readonly versionId: string; readonly title: string }
  | { readonly to: 'comparison'; readonly versionId: string }
  | { readonly to: 'newer'; readonly versionId: string; readonly ordinal: number };

const DECIDED: readonly VersionView['version']['state'][] = [
  'accepted',
  'superseded',
  'decided',
  'declined',
  'objected',
];

/** Whether a version is decided on: it says so, and does not ask again by itself. */
export const isDecided = ({ version }: Pick<VersionView, 'version'>): boolean => DECIDED.includes(version.state);

/** The first card that is not noted, from the one after another on, round to the beginning; only that one left: itself. */
export function nextOpenCard(
  cards: readonly Card[],
  isNoted: (card: Card) => boolean,
  after: string | undefined,
): Card | undefined {
  const from = cards.findIndex(({ clauses }) => clauses.some(({ id }) => id === after)) + 1;
  return [...cards.slice(from), ...cards.slice(0, from)].find((card) => card.key.length > 0 && !isNoted(card));
}

/** What comes next while a version is reviewed: its key clauses, then whatever else is required, then the decision. */
export function nextInReview(progress: ReviewProgress, open: Card | undefined, current: Card | undefined): Next {
  if (open) return { to: open === current ? 'note' : 'card', card: open };
  const [first] = progress.requirements.filter(({ done }) => !done).toSorted((a, b) => ORDER[a.kind] - ORDER[b.kind]);
  if (first?.clauseId !== undefined) return { to: 'clause', clauseId: first.clauseId };
  if (first?.kind === 'end-reached') return { to: 'end' };
  if (first?.versionId === undefined) return { to: 'decision' };
  return first.kind === 'annex'
    ? { to: 'annex', versionId: first.versionId, title: first.excerpt ?? '' }
    : { to: 'comparison', versionId: first.versionId };
}

const ORDER: Readonly<Record<Requirement['kind'], number>> = { clause: 0, 'end-reached': 1, annex: 2, redline: 3 };

/** What comes next once it is decided: a newer text to review, saying what happened in the world, or its record. */
export function nextOfDecided(view: VersionView): Next {
  const newest = view.agreement.versions.at(-1);
  if (
    newest &&
    newest.ordinal > view.version.ordinal &&
    ['not-reviewed', 'reviewing', 'set-aside'].includes(newest.state)
  )
    return { to: 'newer', versionId: newest.id, ordinal: newest.ordinal };
  if (view.version.state === 'decided') return { to: 'conclusion' };
  return { to: view.decisions.length > 0 ? 'record' : 'library' };
}

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
  const sections = clauses.flatMap(({ id, role, level }, index) =>
    role === 'heading' && level === top ? [{ id, index }] : [],
  );
  return (by === 1 ? sections.find(({ index }) => index > at) : sections.findLast(({ index }) => index < at))?.id;
}
