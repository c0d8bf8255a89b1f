import type { Share } from '../fact.ts';
import { shareOfWords } from './share-words.ts';
import { yuanIn } from './yuan.ts';

/** What a figure comes to at most, by the words of its own sentence. */
export interface StatedCeiling {
  readonly words: string;
  readonly yuan?: number;
  readonly share?: Share;
}

const CEILINGS: readonly RegExp[] = [
  /以(?<value>[^，。；;,]{2,40}?)为(?:上)?限/u,
  /(?:不(?:得|应|会)?(?:超过|高于|多于)|最高(?:不超过|限额?为|为|是)?|上限(?:为|是)?|封顶(?:为)?|至多(?:为)?|最多(?:为)?)(?<value>(?:[^，。；;,]|,(?=\d{3}))*?(?:[\d一二两三四五六七八九十百千万][^，。；;,]*|服务费|月费|费用|总额|金额))/u,
  /\b(?:not\s(?:to\s)?exceed(?:ing)?|no\smore\sthan|not\smore\sthan|capped\sat|up\sto\sa\smaximum\sof|limited\sto|at\smost|(?:a\s)?maximum\sof)\s(?<value>(?:[^.;,]|[.,](?=\d))+)/iu,
];
/** A ceiling by the law is none of the agreement's. */
const BY_LAW = /\blaws?\b|permitted|allowed|法律|法定|法规/iu;

/** The ceiling that words state; its figure is absent where it is not read. Nothing where they state none. */
export function statedCeiling(words: string): StatedCeiling | undefined {
  for (const pattern of CEILINGS) {
    const value = pattern.exec(words)?.groups?.['value']?.trim();
    if (value === undefined || BY_LAW.test(value)) continue;
    const yuan = yuanIn(value)?.yuan;
    const share = yuan === undefined ? shareOfWords(value) : undefined;
    return { words: value, ...(yuan === undefined ? {} : { yuan }), ...(share ? { share } : {}) };
  }
  return undefined;
}

/** Whether what stands right before a figure makes it a ceiling, and not the figure itself. */
export const IS_CEILING =
  /(?:不(?:得|应|会)?(?:超过|高于|多于)|最高(?:不超过|为)?|上限(?:为|是)?|封顶(?:为)?|至多|最多|\bexceed(?:ing)?|\bmore\sthan|\bcapped\sat|\blimited\sto|\bat\smost|\bmaximum\sof)[^，。；.;]{0,12}$/iu;
