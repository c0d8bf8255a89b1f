import type { ClauseTag, TagKind } from '../model.ts';
import { actorAt, type Parties, type Party } from '../parties/parties.ts';
import { anyPhrase, findPhrase, sentenceOf, wordsAt, type PhraseMatch, type Sentence } from './phrases.ts';
import { TAG_RULES } from '../rules/index.ts';
import { MENTIONS } from '../rules/mentions.ts';
import type { TagRule } from '../rules/rule.ts';
import { sentences } from './sentences.ts';

/** Where a clause stands: some words mean more there. */
export interface Within {
  readonly serviceLevel: boolean;
  readonly letter: boolean;
}

/** What one sentence of a clause is about. */
export interface SentenceKinds {
  readonly sentence: Sentence;
  readonly tags: readonly ClauseTag[];
}

/** A definition may name any of these without doing what they say. */
export const NOT_BY_DEFINITION: readonly TagKind[] = [
  'liability-cap',
  'liability-exclusion',
  'damages-exclusion',
  'warranty-disclaimer',
  'breach',
  'liquidated-damages',
  'suspension',
  'termination',
  'jurisdiction',
  'indemnity',
  'continued-use',
  'change-notice',
  'refund',
  'claim-window',
  'assignment',
  'fee',
  'prohibited-use',
  'force-majeure',
  'disclosure',
  'renewal',
  'sla-credit',
  'notice-delivery',
  'invoice',
  'ip',
  'compliance',
];

/** 第9条（责任限制）, Section 9 (Limitation of Liability): the name of another clause is not this clause's matter. */
const REFERENCE =
  /(?:第[\d.一二三四五六七八九十百]{1,8}[条款章节]|\b(?:sections?|clauses?|articles?)\s+[\dA-Z][\d.]*)\s?(?:[（(][^）)]{1,60}[）)]|[“"][^”"]{1,60}[”"])/giu;
const HAN = /\p{Script=Han}/u;
const LATIN_WORD = /[A-Za-z]{3}/u;
const AUTOMATIC = /automatic(?:ally)?|自动|自行|即行/iu;
const CUSTOMER_FAULT =
  /\bif you\b|(?:you|customer|licensee|subscriber)\b[^.]{0,40}(?:fail|breach|violat)|(?:您|用户|客户|甲方|你)[^。]{0,20}(?:违反|违约|逾期|欠费|未)/iu;
/** The words of one who decides over the other's service. */
const OFFICIAL = /予以|将被/u;
const VERB =
  /终止|解除|退网|退租|拆机|拆除|关停|中断|结束|清退|锁定|停用|下架|释放|回收|断电|切断|取消|撤销|收回|注销|关闭|删除|退订|解约|销户|停止|暂停|中止|冻结|封停|封禁|停机|限制|关停|断网|封堵|terminat|cancel|discontinu|close|delete|suspend|disable|restrict|block|throttle|\bend\b|treat|bring|switch|shut|cut|kick|lock|ban|pause|revoke|deny|withhold|freeze|hold|limit/iu;
/** Only the one who runs a service can give it up. */
const GIVES_UP = /停止(?:运营|经营)|关停|停业|停服|停运|下线|无法继续/u;
const PERCENT = '\uE007';
const AGREED = /协商一致|mutual (?:written )?(?:agreement|consent)|by agreement of the parties/iu;
const PASSIVE_BEFORE = /被|\bbe(?:en)?\s+(?:[a-z]+ly\s+)?$|\bis\s+$/iu;

function masked(text: string): string {
  return text.replace(REFERENCE, (reference) => {
    const name = reference.search(/[（(“"]/u);
    return reference.slice(0, name) + ' '.repeat(reference.length - name);
  });
}

/** After a semicolon the subject may go unsaid, or be a mere “it”. */
function carried(parties: Parties, before: Sentence | undefined): Party | undefined {
  if (!before || !/[；;]\s*$/u.test(before.text)) return undefined;
  return actorAt(parties, before.text, { start: before.text.length, end: before.text.length });
}

function rightOf(
  parties: Parties,
  sentence: Sentence,
  match: PhraseMatch,
  before: Sentence | undefined,
): Party | undefined {
  const { text } = sentence;
  if (AGREED.test(text)) return undefined;
  const verb = VERB.exec(text.slice(match.start, match.end));
  const start = match.start + (verb?.index ?? 0);
  const actor = actorAt(parties, text, { start, end: match.end }) ?? carried(parties, before);
  if (AUTOMATIC.test(text.slice(Math.max(0, match.start - 20), match.end + 20)) && CUSTOMER_FAULT.test(text))
    return 'provider';
  const passive =
    PASSIVE_BEFORE.test(text.slice(Math.max(0, start - 24), start)) || text.slice(match.start, start).includes('被');
  if (!passive) return actor ?? (OFFICIAL.test(text) || GIVES_UP.test(text) ? 'provider' : undefined);
  const byCustomer = /^[^.。;；]{0,40}\bby (?:you|the customer|customer)\b/iu.test(text.slice(match.end));
  if (byCustomer) return 'customer';
  return actor === 'customer' || OFFICIAL.test(text) ? 'provider' : (actor ?? 'either');
}

/** Two findings of one kind in one clause: a right of each side is a right of either. */
export function joinTag(first: ClauseTag, second: ClauseTag): ClauseTag {
  if (first.by === second.by || second.by === undefined) return first;
  if (first.by === undefined) return second;
  return { ...first, by: 'either' };
}

/** Adds a tag to a clause's tags, one per kind. */
export function addTag(tags: Map<TagKind, ClauseTag>, tag: ClauseTag): void {
  const known = tags.get(tag.kind);
  tags.set(tag.kind, known ? joinTag(known, tag) : tag);
}

function applies(rule: TagRule, sentence: Sentence, phrases: readonly string[]): readonly PhraseMatch[] {
  const found: PhraseMatch[] = [];
  for (const phrase of phrases) {
    found.push(...findPhrase(sentence, phrase));
    if (found.length > 0 && !rule.actor) break;
  }
  return found.length > 0 && anyPhrase(sentence, rule.unless) ? [] : found;
}

/** A sentence that does one thing may name another by the way. */
function reconcile(tags: Map<TagKind, ClauseTag>, sentence: Sentence): void {
  if (tags.has('definitions')) for (const kind of NOT_BY_DEFINITION) tags.delete(kind);
  if (tags.has('damages-exclusion') && !tags.has('liability-cap')) tags.delete('liability-exclusion');
  const aboutCredits = tags.has('claim-window') || tags.has('sla-exclusion');
  if (aboutCredits && !sentence.text.includes(PERCENT)) tags.delete('sla-credit');
}

function kindsOf(
  parties: Parties,
  text: string,
  sentence: Sentence,
  within: Within,
  before: Sentence | undefined,
): readonly ClauseTag[] {
  const mention = MENTIONS.find((each) => anyPhrase(sentence, each.chinese) ?? anyPhrase(sentence, each.english));
  const tags = new Map<TagKind, ClauseTag>();
  const chinese = HAN.test(sentence.text);
  const latin = LATIN_WORD.test(sentence.text);
  for (const rule of TAG_RULES) {
    if (mention && !mention.keeps.includes(rule.kind)) continue;
    if (rule.within === 'service-level' ? !within.serviceLevel : rule.within === 'letter' && !within.letter) continue;
    const phrases = [...(chinese ? (rule.chinese ?? []) : []), ...(latin ? (rule.english ?? []) : [])];
    for (const match of applies(rule, sentence, phrases)) {
      const because = wordsAt(text, sentence, match);
      if (because === '') continue;
      const by = rule.actor ? rightOf(parties, sentence, match, before) : undefined;
      addTag(tags, by === undefined ? { kind: rule.kind, because } : { kind: rule.kind, because, by });
    }
  }
  reconcile(tags, sentence);
  return [...tags.values()];
}

/** The kinds of each sentence of a clause's text; the work is linear in the text. */
export function sentenceKinds(parties: Parties, text: string, within: Within): readonly SentenceKinds[] {
  const readable = masked(text);
  let before: Sentence | undefined;
  return sentences(readable).map((stretch) => {
    const sentence = sentenceOf(readable, stretch);
    const tags = kindsOf(parties, text, sentence, within, before);
    before = sentence;
    return { sentence, tags };
  });
}
