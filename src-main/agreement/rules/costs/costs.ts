import type { TagRule } from '../rule.ts';
import { DATA_RULES } from './data-handling.ts';
import { MONEY_RULES } from './money.ts';
import { REACH_RULES } from './reach.ts';

/** What costs customers most: kinds that a reader of the service’s own terms would miss. */
export const COST_RULES: readonly TagRule[] = [...MONEY_RULES, ...DATA_RULES, ...REACH_RULES];
