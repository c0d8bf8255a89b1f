import { channelOfCase, channelsIn, exceptedIn, isException } from '../channels.ts';
import type { Fact } from '../fact.ts';
import { courtsIn } from '../frames/forum.ts';
import { lawsIn } from '../frames/law.ts';
import { limitsIn, NAMES_MONEY } from '../frames/limit.ts';
import { isDenied } from '../frames/polarity.ts';
import type { Stretch } from '../meaning/sentences.ts';
import { TEXT_VALUE_RULES, type TextValueRule } from '../rules/text-values.ts';
import { type Add, type Place, REACH } from './place.ts';

/** Where the words of a rule end: with its sentence, or with the next one where that takes a channel out of it again. */
const ruleEnd = (text: string, { end }: Stretch, next: Stretch | undefined): number =>
  next && isException(text.slice(next.start, next.end)) ? next.end : end;

/** Whether a clause is of a rule's kind, and the sentence, or what stands before it, of its matter. */
const ofRule = ({ tags, clause }: Place, { tag, also, says }: TextValueRule, { start, end }: Stretch): boolean =>
  (tags.some(({ kind }) => kind === tag) || says?.test(clause.text.slice(start, end)) === true) &&
  (also?.test(clause.text.slice(Math.max(0, start - REACH), end)) ?? true);

/** Kinds of clauses whose sentences are about liability, whether or not they say the word again. */
const OF_LIABILITY = /^(?:liability|damages)-/u;
/** Whose words a cap is of, where its clause is not about liability. */
const LIABLE =
  /责任|违约|\bliab|\bdamages\b|\bcompensation\b|\bfinancial\sresponsibility\b|\b(?:most|maximum)\s(?:that\s|amount\s){0,2}(?:we|provider)\b[^.;]{0,40}\bpay\b/iu;

/** An item of a list, which is about what its introduction says. */
const LISTED = /^\s*(?:(?:or|and)\s)?\(?(?:[ivx]{1,4}|[a-z]|\d{1,2})[).]\s/iu;

/** What introduces the items of a list. */
const leadOf = (text: string): string => /^[^.;]{0,200}?(?=[:\s]\s?\(?(?:a|i|1)[).]\s)/iu.exec(text)?.[0] ?? '';

/** What a law's name leaves out, told at length inside it. */
const FOR_WHAT = /[（(][^（）()]*(?:目的|不(?:包括|包含|含))[^（）()]{6,}[）)](?=法律)/u;

/** The bounds of a sentence, or of an item whose introduction leaves the bound to it: `… shall not exceed the greater of: (a) …`. */
function limitsOf(words: string, lead: string): readonly string[] {
  const own = limitsIn(words, true);
  if (own.length > 0 || lead === '') return own.map((slot) => slot.words);
  const head = `${lead.replace(/\s?[:：]$/u, '')} `;
  return limitsIn(head + words, true).flatMap(({ start, end }) => {
    if (start > head.length || end <= head.length) return [];
    const item = words
      .slice(0, end - head.length)
      .replace(/[\s,;]+(?:(?:or|and)[\s,;]*)?$/u, '')
      .trim();
    return NAMES_MONEY.test(item) ? [item] : [];
  });
}

/** Values that are words of the sentence and stand in its frame: what is owed within a bound, the forum, the law. `whole` goes on to the
 * next part where that gives the other of two bounds. */
function frameFacts({ tags, clause, lead: introduced }: Place, words: string, whole: string, add: Add): void {
  const quote = words.trim();
  const said = LISTED.test(words) ? clause.text : words;
  const isCap = tags.some(({ kind }) => OF_LIABILITY.test(kind)) || LIABLE.test(said);
  for (const value of isCap || LIABLE.test(introduced) ? limitsOf(whole, introduced) : [])
    add('liability-cap', value, whole.trim());
  const lead = (LISTED.test(words) && leadOf(clause.text)) || introduced;
  // What a sentence says by itself needs no introduction.
  const { named } = courtsIn(words);
  for (const { words: value } of named.length > 0 || lead === '' ? named : courtsIn(words, lead).named)
    add('court', value, quote);
  const laws = lawsIn(words);
  for (const law of laws.length > 0 || lead === '' ? laws : lawsIn(words, lead))
    add('governing-law', law.words.replace(FOR_WHAT, ''), quote);
}

/** Whether the next part gives the other of two bounds: `…; or (ii) one hundred dollars`. */
const goesOn = (text: string, words: string, next: Stretch | undefined): boolean =>
  next !== undefined && /[;；]\s*$/u.test(words) && /^\s*(?:or|and|and\/or)\s/iu.test(text.slice(next.start, next.end));

/** That something is taken to be delivered. */
const TAKEN_FOR = /视为|视同|即为|\b(?:deemed|considered|treated|taken\s(?:as|to)|counts?\sas)\b/giu;

/** What an English sentence says of a notice that counts from then on, where it does not say what it is taken for; the next part of a list need not say it again. */
const TAKES_EFFECT =
  /\b(?:effect(?:ive)?|serves?\sas|constitutes?|duly|validly|given|served|received|delivered|delivery|logs?|logged|signs?|shown|displayed)\b/iu;

/** Whether the sentence says, and does not deny, that a notice counts as delivered there: by the words nearest to it. */
function isTakenFor(words: string, { start, end }: Stretch): boolean {
  const all = [...words.matchAll(TAKEN_FOR)];
  const own =
    all.find(({ index }) => index >= start && index < end) ?? all.findLast(({ index }) => index < start) ?? all[0];
  if (own === undefined) return /\p{Script=Han}|^\s*[a-z(]/u.test(words) || TAKES_EFFECT.test(words);
  return !isDenied(words, { start: own.index, end: own.index + own[0].length });
}

const valueOf = ({ groups }: RegExpMatchArray): string =>
  groups?.['value']?.replace(/[\s,，。.;；:：]+$/u, '').trim() ?? '';

/** So many days after posting is a letter’s time where no electronic channel is named. */
const DAYS_AFTER_POSTING = /\bdays?\s(?:after|following|from)\s(?:[a-z]+\s){0,3}?(?:post|mail)(?:ed|ing)\b/iu;

/** Whether a value is of another matter, by its words or those around it; what names its own channel is not of the one before it. */
function isOfOther(
  { never, neverAfter, neverBefore }: TextValueRule,
  value: string,
  own: string,
  text: Around,
): boolean {
  if (DAYS_AFTER_POSTING.test(value) && channelsIn(`${text.before}${value}${text.behind}`).length === 0) return true;
  if (never?.test(value) === true || neverBefore?.test(text.behind) === true) return true;
  return (
    channelsIn(own).length === 0 && channelOfCase(text.behind) === undefined && neverAfter?.test(text.before) === true
  );
}

interface Around {
  readonly before: string;
  readonly behind: string;
}

/** Facts whose value is words of the sentence. */
export function textFacts(place: Place, stretch: Stretch, next: Stretch | undefined, add: Add): void {
  const { text } = place.clause;
  const words = text.slice(stretch.start, stretch.end);
  frameFacts(place, words, goesOn(text, words, next) ? text.slice(stretch.start, next?.end) : words, add);
  for (const rule of TEXT_VALUE_RULES) {
    if (!ofRule(place, rule, stretch)) continue;
    // A sentence may state a rule of delivery for each of several channels.
    const several = rule.kind === 'electronic-delivery';
    const quote = several ? text.slice(stretch.start, ruleEnd(text, stretch, next)) : words;
    const taken: Stretch[] = [];
    for (const pattern of rule.patterns) {
      for (const match of words.matchAll(new RegExp(pattern, `${pattern.flags}g`))) {
        const value = valueOf(match);
        const span = { start: match.index, end: match.index + match[0].length };
        const around = { before: words.slice(0, span.start), behind: words.slice(span.end) };
        if (value === '' || isOfOther(rule, value, match[0], around)) continue;
        if (several && !isTakenFor(words, span)) continue;
        if (taken.some(({ start, end }) => span.start < end && start < span.end)) continue;
        taken.push(span);
        if (several || taken.length === 1) add(rule.kind, value, quote.trim());
      }
      if (taken.length > 0 && !several) break;
    }
  }
}

/** Where the rule of another way ends. */
const OTHER_RULE = /(?:视为|即为|视同)[^，。；]{0,6}(?:送达|收到|接收|到达)/gu;

/** A rule of delivery for several ways that a Chinese sentence lists, as one fact for each of them; any other as it is. */
export function byChannel(fact: Fact): readonly Fact[] {
  const { value, quote } = fact;
  if (typeof value !== 'object' || !('channel' in value) || value.channel !== 'any') return [fact];
  const rule = value.words ?? quote;
  // What leaves a way out, before it or behind it, is asked of its words.
  if (!/\p{Script=Han}/u.test(rule) || exceptedIn(quote).length > 0) return [fact];
  const before =
    quote
      .slice(0, Math.max(0, quote.indexOf(rule)))
      .split(OTHER_RULE)
      .at(-1) ?? '';
  const named = channelsIn(channelsIn(rule).length > 0 ? rule : before);
  if (named.length < 2) return [fact];
  const { legacy: _legacy, ...rest } = fact;
  return named.map((channel, index) =>
    index === 0
      ? { ...fact, value: { ...value, channel } }
      : { ...rest, id: `${fact.id}-${channel}`, value: { ...value, channel } },
  );
}
