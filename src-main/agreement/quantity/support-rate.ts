import type { Share } from '../fact.ts';
import { plain } from '../meaning/sentences.ts';
import { creditBaseIn } from './credit-base.ts';
import { shareOfWords } from './share-words.ts';
import { counted } from './typed.ts';
import { inDigits } from './written-numbers.ts';
import { yuanIn } from './yuan.ts';

/** What is given at a time: a share of a fee, or a sum in yuan. */
export type SupportSum = Share | { readonly yuan: number };

/** What a text gives for a promised time that was missed. */
export interface SupportRate {
  readonly each: SupportSum;
  /** For each of so many seconds that it was missed by; absent: for each time. */
  readonly per?: { readonly seconds: number; readonly words: string };
  /** Whether a begun one counts as a whole; absent where the text leaves it open. */
  readonly begun?: boolean;
  /** The most that all of it comes to, or what each ticket does. */
  readonly atMost?: SupportSum;
  /** The most is that of each ticket. */
  readonly atMostEach?: true;
}

const SECONDS = { minute: 60, hour: 3600, day: 86_400 } as const;
const UNIT = '(?<minute>分钟|minutes?)|(?<hour>小时|hours?)|(?<day>天|日|days?)';
const PER = [
  new RegExp(
    `每\\s?(?:超出|超过|超时|超|逾期|逾|延迟|延误|迟延|延|迟|增加)?(?:时间|时长)?\\s?(?<full>满)?\\s?(?<n>\\d+(?:\\.\\d+)?)?\\s?个?(?:${UNIT})`,
    'iu',
  ),
  new RegExp(
    `\\b(?:for\\s)?(?:each|every|per)\\s(?<full>full\\s|complete\\s|whole\\s)?(?:additional\\s|further\\s|started\\s|begun\\s|commenced\\s)?(?<n>\\d+(?:\\.\\d+)?)?\\s?(?:${UNIT})\\b(?:\\s(?:late|overdue|of\\sdelay|exceeded))?`,
    'iu',
  ),
  new RegExp(`(?:\\/|／)\\s?(?:${UNIT})`, 'iu'),
] as const;
const BEGUN =
  /不足\s?\d*\s?个?(?:小时|分钟|天|日)[^，。；]{0,6}?(?:按|以|计|算作?)[^，。；]{0,4}?\d*\s?个?(?:小时|分钟|天|日)|\b(?:started|begun|commenced|part(?:ial)?|portion|fraction)\b[^.;]{0,24}\b(?:hour|minute|day)|\b(?:hour|minute|day)s?\s(?:started|begun|commenced)|\bor\spart\s(?:thereof|of\s(?:it|one))|\brounded\sup\b/iu;
const FULL_ONLY = /不足\s?\d*\s?个?(?:小时|分钟|天|日)[^，。；]{0,6}?不(?:予)?计/iu;
/** From a word of a ceiling to the end of its figure, with what it is a ceiling on. */
const CEILING =
  /[，,、；;（(]?\s*(?:但|且|并|but\s|and\s)?[^，。；;,.%\d]{0,20}?(?:不(?:得|会|应)?超过|不高于|最高(?:不超过|为|至)?|上限为?|封顶(?:为|于)?|最多(?:不超过|为)?|至多|以内为限|\b(?:not\s(?:to\s)?exceed(?:ing)?|no\smore\sthan|up\sto(?:\sa\smaximum\sof)?|capped?\s(?:at|of)|cap\s(?:of|is)?|maximum(?:\sof)?|at\smost))[^，。；;,%\d]{0,24}?\d[\d.,]*[^，。；;.]*/iu;

/** A ceiling of each ticket or fault; one of a month of them says so beside it. */
const CEILING_EACH =
  /(?:每|单|任一|任何一)\s?[1一]?\s?(?:张|个|件|次|起|笔|单)?\s?(?:的)?(?:工单|故障|事件|报障|问题|次)|单次|\b(?:per|each|every|any\s(?:one|single)|a\ssingle)\s(?:support\s|affected\s)?(?:ticket|incident|fault|case|occurrence|request|failure|event)/iu;
const CEILING_OF_MONTH = /当月|每月|月累计|全月|\b(?:per|each|every|any|a|the|in\sone)\s(?:calendar\s)?month\b/iu;

/** A figure of words, where they give only one; a share of no fee that they name is one of what they leave open. */
function sumIn(words: string): SupportSum | undefined {
  const share = /%|％|‰|百分之|千分之|倍|per\s?cent|times/iu.test(words) ? shareOfWords(words) : undefined;
  const yuan = yuanIn(words)?.yuan;
  if (share && yuan !== undefined) return undefined;
  if (yuan !== undefined) return { yuan };
  if (!share || typeof share.of === 'string') return share;
  return { ...share, of: creditBaseIn(words) ?? { words: '' } };
}

/** The words of a ceiling, and what it comes to as far as they are read; absent where there is none. */
function ceilingIn(words: string): { readonly words: string; readonly atMost: SupportSum | undefined } | undefined {
  const ceiling = CEILING.exec(words)?.[0];
  return ceiling === undefined ? undefined : { words: ceiling, atMost: sumIn(ceiling) };
}

/** For how long it is given each, with its words. */
function lengthIn(words: string): { readonly words: string; readonly per: SupportRate['per']; readonly full: boolean } {
  const found = PER.map((pattern) => pattern.exec(words)).find((match) => match !== null);
  const { full, n, ...units } = found?.groups ?? {};
  const unit = (['minute', 'hour', 'day'] as const).find((name) => units[name] !== undefined);
  if (!found || !unit) return { words: '', per: undefined, full: false };
  const per = { seconds: SECONDS[unit] * Number(n ?? 1), words: found[0].replace(/^[/／]\s?/u, '').trim() };
  return { words: found[0], per, full: full !== undefined };
}

/** A ceiling that names no fee is one of the fee that the rate is of. */
const ofSameFee = (atMost: SupportSum, each: SupportSum): SupportSum =>
  'of' in atMost && typeof atMost.of !== 'string' && 'of' in each ? { ...atMost, of: each.of } : atMost;

const isOfEach = (words: string): boolean =>
  CEILING_EACH.test(words) && !CEILING_OF_MONTH.test(words.replace(/月(?:度|费|服务费)/gu, ''));

/** What a clause gives for a promised time that was missed: for each time, or for as long as it was missed; absent where it is not all said. */
export function supportRate(written: string): SupportRate | undefined {
  const words = counted(inDigits(plain(written)).replace(/\s+/gu, ' '));
  const ceiling = ceilingIn(words);
  // A ceiling that is not read leaves open how much it is.
  if (ceiling && !ceiling.atMost) return undefined;
  const rest = ceiling ? words.replace(ceiling.words, ' ') : words;
  const length = lengthIn(rest);
  const each = sumIn(rest.replace(length.words, ' '));
  if (!each) return undefined;
  const begun = BEGUN.test(words) ? true : FULL_ONLY.test(words) || length.full ? false : undefined;
  return {
    each,
    ...(length.per ? { per: length.per } : {}),
    ...(begun === undefined ? {} : { begun }),
    ...(ceiling?.atMost ? { atMost: ofSameFee(ceiling.atMost, each) } : {}),
    ...(ceiling && isOfEach(ceiling.words) ? { atMostEach: true as const } : {}),
  };
}
