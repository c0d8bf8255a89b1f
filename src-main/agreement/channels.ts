import type { DeliveryValue } from './fact.ts';

/** The ways by which a notice goes out, and those that a rule leaves out. */

type Channel = DeliveryValue['channel'];

const CHANNELS: readonly (readonly [Channel, RegExp])[] = [
  [
    'site',
    /网站|官网|(?<!控制台|站内|系统|应用内)公告|公布|website|\b(?:on|to|at) (?:our|the|its|this) (?:\w+ )?site\b/iu,
  ],
  ['message', /站内|系统消息|系统公告|控制台|应用内|弹窗|console|dashboard|in-app|control panel|portal/iu],
  ['email', /邮件|邮箱|e-?mail/iu],
  ['sms', /短信|\bsms\b|text message/iu],
];

const WORDS_ZH = String.raw`(?:(?!但|而|除)[^，,。；;：（）()]){1,30}`;
/** No verb: with it the rule itself begins. */
const WORDS_EN = String.raw`(?:(?!\b(?:are|is|shall|will|may|must|deemed|considered)\b)[^.,;:()]){1,80}`;
/** More of a list behind a comma: `e-mails, text messages and …`. */
const LISTED_EN = String.raw`(?:,\s(?:and\s|or\s)?(?:sms|text\smessages?|e-?mails?|in-app\smessages?)\b)*(?:,?\s(?:and|or)\s(?:sms|text\smessages?|e-?mails?|in-app\smessages?)\b)?`;
const EXCEPT_EN = String.raw`(?:except(?:ing)?(?:\s(?:for|in\sthe\scase\sof))?|other\sthan|excluding|save(?:\s(?:for|in\sthe\scase\sof))?|with\sthe\sexception\sof|apart\sfrom|but\snot|not\sincluding|(?:does|do|shall|will)\snot\s(?:apply\sto|include|cover))`;

/** Each names what it leaves out in the group `out`. `除短信外，还…` leaves nothing out. */
const EXCEPTIONS: readonly RegExp[] = [
  new RegExp(String.raw`除了?(?<out>${WORDS_ZH}?)(?:以|之)?外(?![，,]?[^，,。；;]{0,12}(?:还|也|亦|同样|同时))`, 'gu'),
  new RegExp(
    String.raw`(?<out>${WORDS_ZH})(?:除外|不适用|不在此(?:列|限)|不受此限|不(?:包括|计算?)在内)(?!于|以下|下列)`,
    'gu',
  ),
  new RegExp(String.raw`(?:不包括|不包含|不含|不适用于|而非)(?<out>${WORDS_ZH})`, 'gu'),
  // At the head of a sentence it ends with the comma.
  new RegExp(String.raw`(?:^|[.;]\s*)${EXCEPT_EN}\s(?<out>(?:those\s(?:that|which)\sare\s)?${WORDS_EN}),`, 'giu'),
  new RegExp(
    String.raw`\b${EXCEPT_EN}\s(?<out>(?:(?:those|notices)\s(?:that|which)\sare\s)?${WORDS_EN}${LISTED_EN})`,
    'giu',
  ),
  new RegExp(String.raw`(?<out>${WORDS_EN})\s(?:(?:is|are)\s)?(?:excepted|excluded|not\sincluded)\b`, 'giu'),
];

const named = (words: string): readonly Channel[] =>
  CHANNELS.filter(([, pattern]) => pattern.test(words)).map(([channel]) => channel);

/** Every channel that the words leave out: `除短信外`, `（站内信除外）`, `except text messages`. */
export function exceptedIn(words: string): readonly Channel[] {
  const found = EXCEPTIONS.flatMap((pattern) =>
    [...words.matchAll(pattern)].map(({ groups }) => groups?.['out'] ?? ''),
  );
  return named(found.join('\n'));
}

/** The words with what they leave out blank, each as long as it was. */
const withoutExceptions = (words: string): string =>
  EXCEPTIONS.reduce((left, pattern) => left.replace(pattern, (all) => ' '.repeat(all.length)), words);

/** Every channel that the words name, without those that they leave out. */
export const channelsIn = (words: string): readonly Channel[] => named(withoutExceptions(words));

/** The one channel that the words name; of none or several, any. */
export function channelOf(words: string): Channel {
  const [only, ...others] = channelsIn(words);
  return only === undefined || others.length > 0 ? 'any' : only;
}

/** What says, right behind a rule, of which channel it is: `…, if sent by e-mail`. */
const OF_A_CASE = /^\s*,?\s?(?:if|when|where|in\sthe\scase\sof|for)\s(?:(?!\b(?:and|or)\b)[^.,;]){0,60}/iu;

/** The one channel that the case right behind a rule names, if any. */
export function channelOfCase(behind: string): Channel | undefined {
  const words = OF_A_CASE.exec(behind)?.[0] ?? '';
  return channelsIn(words).length === 1 ? channelOf(words) : undefined;
}

/** A sentence that takes a channel out of the rule before it: `前款不适用于短信。`, `This does not apply to text messages.` */
export const isException = (words: string): boolean =>
  /^\s*(?:但|以?上述|前述|前款|前句|本款|该|此|上款|this|that|the\s(?:foregoing|above|preceding)|but|however)/iu.test(
    words,
  ) && exceptedIn(words).length > 0;
