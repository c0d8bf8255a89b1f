import type { TagKind } from '../../src-main/contract/views.ts';

/** Kinds that make a clause conspicuous; which clauses are so is decided by the main side, this only says why. */
const KINDS = {
  'liability-cap': true,
  'liability-exclusion': true,
  'damages-exclusion': true,
  'warranty-disclaimer': true,
  breach: true,
  'liquidated-damages': true,
  suspension: true,
  termination: true,
  jurisdiction: true,
  indemnity: true,
  'continued-use': true,
  'sla-exclusion': true,
} as const satisfies Partial<Record<TagKind, true>>;

export const CONSPICUOUS_KINDS: ReadonlySet<TagKind> = new Set(Object.keys(KINDS) as TagKind[]);
