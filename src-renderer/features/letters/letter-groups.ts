import type { LetterLine } from '../../../src-main/contract/letters.ts';

/** How far letters got, in the order in which something is to be done about them. */
export const GROUPS = ['drafts', 'toCheck', 'toSeal', 'sealed', 'signed'] as const;
export type LetterGroup = (typeof GROUPS)[number];

/** A scan that waits for a person comes before what its letter was before; a signature on the file is no seal on paper. */
export function groupOf({ state, scan }: Pick<LetterLine, 'state' | 'scan'>): LetterGroup {
  if (scan === 'unchecked') return 'toCheck';
  if (state === 'draft') return 'drafts';
  return state === 'exported' ? 'toSeal' : state;
}
