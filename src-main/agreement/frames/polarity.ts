import { PARTY_WORDS } from '../rules/parties.ts';

/**
 * Whether a sentence says something or says that it is not so, and who acts in it: asked in one place by every frame. A false fact is
 * worse than a missing one: words that are denied state nothing.
 */

interface Span {
  readonly start: number;
  readonly end: number;
}

const CHINESE = /\p{Script=Han}/u;

/** Where another statement begins in Chinese: at every stop and comma, at `但`, behind the condition (`协商不成时可…`). */
const BEGINS_ZH = /[，。；：;:,！？]|但是?|而(?!且)|(?:不成|的|时|后)(?:则|可|应|由|均|即)/gu;
/** In English: at a stop, at `but`, and at a comma or `and` with a verb of its own behind it. */
const BEGINS_EN =
  /[.;:!?]\s|,?\s(?:but|however|provided\sthat)\b|,?\s(?:and|or)\s(?=[^,.;]{0,60}?\b(?:shall|will|may|must|is|are|agrees?|consents?|submits?)\b)/giu;
/** What only says when, or apart from what, and ends with its comma. */
const APART_EN =
  /(?:^|,)\s*(?:if|where|when|unless|should|except|to\sthe\sextent|in\sthe\sevent|without|excluding|notwithstanding|regardless|irrespective)\b[^,]*,/giu;

/** What is only said about the one before it: `any claim that is not subject to arbitration must be …`. */
const ABOUT_EN =
  /\b(?:that|which|who|whose)\s[^.,;]{0,80}?\b(?:not|never|no)\b[^.,;]{0,80}?(?=\s(?:must|shall|will|may|is\sto|are\sto)\b)/giu;

/** The same without a word that leads to it: `any action not subject to arbitration, …`. */
const APART_FROM_EN =
  /\b(?:actions?|claims?|disputes?|matters?|proceedings?|controvers(?:y|ies)|suits?|issues?)\s(?:\w+\s){0,2}not\s(?:subject\sto|covered\sby|required\sto|eligible\sfor|submitted\sto|governed\sby)\b[^,.;]{0,60}?(?=,|\s(?:must|shall|will|may|is|are)\b)/giu;

/** Words that deny what follows. What only fails (`未付款`, `协商不成`) denies nothing, nor does a bound (`不得超过`). */
const DENIES_ZH =
  /不得(?!不|超过|迟于|晚于|少于|低于|高于)|不应当?(?!超过|低于|高于)|不(?:能|可)(?:以|视|被|因|向|推定)|不(?:适用|受|由|向|在|以|再|提交|接受|选择|构成|视为|意味|会(?!超过)|因|保留|保存|提供)|并不|并非|不是|而非|无权|放弃|排除|禁止|不$/gu;
const DENIES_EN =
  /(?<!\bor\s)\bnot\b(?!\s(?:only|limited|later|more|less|(?:\w+\s){0,2}?(?:resolv|settl|reach(?:ed)?\s(?:an?\s|any\s)?(?:\w+\s)?(?:agree|settle|resol|solut|compromise)|pay|paid|object|reject|respon|repl|disagree|oppos|refus|disput|contest)))|n['’]t\b(?!\s(?:\w+\s)?(?:pay|paid|resolv|settl|reach|respon|repl|agree(?!\s(?:to|that|with)\b)))|\b(?:never|neither|nor)\b|\bcannot\b(?!\s(?:be\s)?(?:resolv|settl|agree))|\bno\b(?!\s(?:longer|event\b|later|more|less|earlier|circumstance|(?:\w+\s)?(?:objection|respon|repl|notice)))|\bwaiv(?:e|es|ed|ing)\b|\bexclud(?:e|es|ed|ing)\b|\bobjections?\b|(?<!\bfail\w{0,4}\sto\s)\bobject\sto|\bexcept\s(?:in|before|to|by|with|under)\b|\b(?:other|rather)\sthan\b|\binstead\sof\b/giu;
/** The same, said behind it. */
const DENIED_BEHIND =
  /^[^，。；：（(]{0,4}(?:的)?(?:不适用|不得|无权|没有管辖|不具有|除外|之外|以外|的管辖被排除)|^[^.;,，。]{0,24}\b(?:shall|will|do|does|is|are|may|can)\s?(?:not\b|never\b|have\sno\b)/iu;

const lastOf = (text: string, pattern: RegExp): number =>
  [...text.matchAll(pattern)].reduce((last, match) => Math.max(last, match.index + match[0].length), 0);

/** The statement that a place stands in, as far as it goes before that place. */
function statementBefore(text: string, at: number): string {
  // What stands in brackets is said of one word and denies no more than that.
  const before = text.slice(0, at).replaceAll(/[(（][^()（）]*[)）]/gu, '');
  if (CHINESE.test(text)) return before.slice(lastOf(before, BEGINS_ZH));
  const whole = before.replaceAll(APART_EN, ',').replaceAll(ABOUT_EN, ' ').replaceAll(APART_FROM_EN, ' ');
  return whole.slice(lastOf(whole, BEGINS_EN));
}

/** Whether what stands there is denied: `不适用…法律`, `may not be brought in …`. Two denials make none: `not … other than in …`. */
export function isDenied(text: string, { start, end }: Span): boolean {
  const before = statementBefore(text, start);
  const denials = [...before.matchAll(CHINESE.test(text) ? DENIES_ZH : DENIES_EN)].length;
  return (denials + (DENIED_BEHIND.test(text.slice(end, end + 60)) ? 1 : 0)) % 2 === 1;
}

/** Whether any place where a pattern stands is denied. */
export function deniesAny(text: string, pattern: RegExp): boolean {
  const all = new RegExp(pattern.source, pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`);
  return [...text.matchAll(all)].some(({ index, 0: words }) =>
    isDenied(text, { start: index, end: index + words.length }),
  );
}

/** Who acts. */
export type Actor = 'provider' | 'customer';

const alternatives = (words: readonly string[]): string => words.toSorted((a, b) => b.length - a.length).join('|');
const SIDE_ZH = new RegExp(
  `(?<provider>${alternatives(PARTY_WORDS.provider.chinese)})|(?<customer>${alternatives([...PARTY_WORDS.customer.chinese, ...PARTY_WORDS.either.chinese])})`,
  'gu',
);
const SIDE_EN = new RegExp(
  String.raw`\b(?:(?<provider>${alternatives(PARTY_WORDS.provider.english)})|(?<customer>${alternatives([...PARTY_WORDS.customer.english, ...PARTY_WORDS.either.english])}))\b`,
  'giu',
);
/** Before a name that it is no subject: `收到服务商通知后`, `a claim against the provider is …`. */
const NO_SUBJECT =
  /(?:收到|接到|接获|对于?|向|经|与|给|通知|告知|视为)$|\b(?:against|to|from|with|of|on|upon|between)\s(?:the\s)?$/iu;
/** Behind a subject. */
const ACTS_ZH = /^(?:应|须|需|可|将|会|有权|不|未|没有|如|若|在|自|仍|逾期|提出|对|收到)/u;
const ACTS_EN =
  /^(?:,[^,]*,)?\s(?:(?:may|shall|will|must|can|should|has|have|does|do|did|is|are|fails?|wish\w*|want\w*|agrees?)\b|(?:object|reject|disagree|oppos|refus|declin)\w*|not\b)/iu;

/** Who acts in the statement before a place: the last subject in it that does something; unsaid where it names none. */
export function actorBefore(text: string, at: number): Actor | undefined {
  const chinese = CHINESE.test(text);
  const before = text.slice(0, at);
  const from = chinese ? lastOf(before, /[，。；;！？]/gu) : lastOf(before, /[.;!?]\s/gu);
  let actor: Actor | undefined;
  let behind = 0;
  for (const { index, 0: name, groups } of before.slice(from).matchAll(chinese ? SIDE_ZH : SIDE_EN)) {
    const start = from + index;
    const rest = text.slice(start + name.length, start + name.length + 80);
    const [previous, end] = [behind, start + name.length];
    behind = end;
    if (NO_SUBJECT.test(text.slice(from, start)) || !(chinese ? ACTS_ZH : ACTS_EN).test(rest)) continue;
    // `服务商应在用户提出异议后10日内`: what comes first there has happened before.
    if (chinese && actor !== undefined && /^[^，]{0,12}?后/u.test(rest)) continue;
    // `you and we agree`: both do.
    const joined = /^\s(?:and|or)\s(?:the\s)?$/u.test(text.slice(previous, start));
    actor = joined ? undefined : groups?.['provider'] === undefined ? 'customer' : 'provider';
  }
  return actor;
}
