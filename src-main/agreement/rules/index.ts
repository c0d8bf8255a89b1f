import { CONDUCT_RULES } from './conduct.ts';
import { COST_RULES } from './costs/costs.ts';
import { ENDING_RULES } from './ending.ts';
import { LIABILITY_RULES } from './liability.ts';
import { RELATIONSHIP_RULES } from './relationship.ts';
import { SERVICE_RULES } from './service.ts';
import type { TagRule } from './rule.ts';

/** Every rule for the kinds of a sentence. */
export const TAG_RULES: readonly TagRule[] = [
  ...LIABILITY_RULES,
  ...ENDING_RULES,
  ...RELATIONSHIP_RULES,
  ...SERVICE_RULES,
  ...CONDUCT_RULES,
  ...COST_RULES,
];
