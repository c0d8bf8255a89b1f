import type { TagKind } from '../model.ts';

/** Kinds that an introduction lends to the items it introduces (“the provider may terminate if: …”). */
export const INTRO_LENDS: readonly TagKind[] = [
  'sla-exclusion',
  'liability-exclusion',
  'damages-exclusion',
  'warranty-disclaimer',
  'breach',
  'termination',
  'suspension',
  'prohibited-use',
  'indemnity',
  'confidentiality',
  'disclosure',
  'force-majeure',
  'security-commitment',
  'definitions',
  'survival',
  'refund',
  'personal-data',
  'notice-delivery',
  'resale-ban',
  'ip',
];

/** How an introduction ends or speaks when a list follows it. */
export const INTRO =
  /[：:—]\s*$|(?:以下|下列|如下|下述)[^。；\n]{0,40}[：:，。]?\s*$|\b(?:(?:any of )?the following|as follows|if|that|to|not|by|for|from|and|or|either)\s*(?:[:—–-]\s*)?$|\bthe following\b[^.;]{0,120}[.:]?\s*$/iu;
