import { say, t } from '../../../kernel/preferences.svelte.ts';
import type { Card, Noting, ReadClause } from './cards.ts';
import type { Next } from './next-step.ts';
import { cardName, clauseName, ringTip } from './ring-words.ts';

/** What the button says that leads to what comes next. */
export function nextWords(
  next: Next,
  noting: (key: readonly string[]) => Noting,
  clauses: readonly ReadClause[],
): string {
  switch (next.to) {
    case 'card':
      return t('review.next.card', { clause: cardName(next.card) });
    case 'note': {
      const now = noting(next.card.key);
      return now.state === 'ready' ? t('review.next.note', { clause: cardName(next.card) }) : say(ringTip(now));
    }
    case 'clause': {
      const clause = clauses.find(({ id }) => id === next.clauseId);
      return t('review.next.card', { clause: clause ? clauseName(clause) : next.clauseId });
    }
    case 'end':
      return t('review.reader.endNotReached');
    case 'annex':
      return t('review.reader.annexNotOpened', { title: next.title });
    case 'comparison':
      return t('review.reader.redlineNotSeen');
    case 'newer':
      return t('review.next.newer', { ordinal: next.ordinal });
    case 'conclusion':
      return t('review.standing.conclude');
    case 'record':
      return t('review.decision.certificate');
    case 'library':
      return t('frame.library');
    case 'decision':
      return t('review.next.decide');
    default:
      return next satisfies never;
  }
}

/** The key that does the same as the button, as it is shown on it. @param beside where going on by one key clause comes to */
export function nextKey(next: Next, beside: Card | undefined): string | undefined {
  if (next.to === 'card') return next.card === beside ? 'J' : undefined;
  if (next.to === 'note') return t('review.reader.space');
  return next.to === 'decision' ? 'D' : undefined;
}
