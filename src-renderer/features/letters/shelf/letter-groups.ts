import type { LetterLine } from '../../../../src-main/contract/letters.ts';

/** How far letters got, in the order in which something is to be done about them. */
export const GROUPS = ['drafts', 'toCheck', 'toSeal', 'sealed', 'signed', 'sent', 'settled'] as const;
export type LetterGroup = (typeof GROUPS)[number];

/** What was said of a letter in the world, once it left the house. */
const GONE: Partial<Readonly<Record<NonNullable<LetterLine['way']>['state'], LetterGroup>>> = {
  sent: 'sent',
  arrived: 'sent',
  answered: 'sent',
  settled: 'settled',
  withdrawn: 'settled',
};

/**
 * A scan that waits for a person comes before what its letter was before, and what was said of it in the world before how far its
 * paper got; a signature on the file is no seal on paper.
 */
export function groupOf({ state, scan, way }: Pick<LetterLine, 'state' | 'scan' | 'way'>): LetterGroup {
  if (scan === 'unchecked') return 'toCheck';
  const gone = way && GONE[way.state];
  if (gone) return gone;
  if (state === 'draft') return 'drafts';
  return state === 'exported' ? 'toSeal' : state;
}
