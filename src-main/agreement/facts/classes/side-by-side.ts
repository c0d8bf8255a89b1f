import type { Fact, FactKind, FactValue, Unit } from '../../fact.ts';
import type { Clause } from '../../model.ts';
import { plain, sentences } from '../../meaning/sentences.ts';
import { OF_SERVICE_LEVEL } from '../../rules/claims.ts';
import { shareOfWords } from '../../quantity/share-words.ts';
import { isNamedClass } from './named-classes.ts';
import { isProduct, withoutLead } from './product-names.ts';

/**
 * Figures that one sentence gives to several products side by side, naming what is given once alone: `甲产品的赔偿不超过月费的20%，乙产品不超过50%`,
 * `For A the cap is 20 % of the monthly fee, for B 50 %`. Only what is a row of products beyond doubt is read as one: of anything else the
 * figures stay as they were read, and where they differ none of them is the answer.
 */

/** One product of such a sentence with what is given to it, in the words of its part. */
interface Part {
  readonly name: string;
  readonly value: string;
  readonly words: string;
  /** What stands around the figure: what is bounded, and how. */
  readonly around: string;
}

/** What may stand between a product and its figure: what is capped or promised, and that it is a bound. */
const SUBJECT_ZH =
  '(?:每个?(?:自然)?月|当月|月度|单月|每月|累计|合计|最高|赔偿|补偿|赔付|代金券|返还|减免|责任|服务|可用性|可用率|总额|金额|上限|限额|总|额度|的|承诺|应)*';
const BOUND_ZH =
  '(?:不(?:得|应|会|能)?(?:超过|高于|多于|低于|少于|小于)|最高(?:不超过|为)?|上限为?|为|至多为?|至少为?|以|封顶于?|达到|[：:])';
const NAME_ZH = '[\\p{Script=Han}A-Za-z0-9（）()·_-]{2,20}?';
const CHINESE = new RegExp(
  `^\\s*(?:其中|而|但)?(?<name>${NAME_ZH})(?:的|，)?${SUBJECT_ZH}${BOUND_ZH}\\s?(?<value>[^，；;。]*\\d[^，；;。]*?)[。；;，\\s]*$`,
  'u',
);
const LEAD_EN =
  '(?:for|in\\srespect\\sof|with\\srespect\\sto|under|on|as\\s(?:to|regards))\\s(?:the\\s|each\\s|any\\s)?';
const NAME_EN = '[A-Za-z][\\w-]*(?:\\s(?!(?:the|is|are|it|its|shall|will|not|at|by|up|no|a|an)\\b)[\\w-]+){0,3}?';
const SUBJECT_EN =
  '(?:(?:the|they|their|its|our|total|monthly|aggregate|maximum|service|credits?|compensation|cap|limit|liability|amount|sum|availability|uptime|percentage|of|in|any|a|month|is|are|shall|will|may|must|be|it|not|exceed|more|than|no|less|lower|at|most|least|up|to|limited|capped|equals)\\s)*?';
const ENGLISH: readonly RegExp[] = [
  new RegExp(
    `^\\s*(?:and\\s|but\\s|while\\s|whereas\\s)*${LEAD_EN}(?<name>${NAME_EN}),?\\s${SUBJECT_EN}(?<value>(?:(?:RMB|CNY|USD|US\\$|[¥￥$€£])\\s?)?\\d.*?)[.;,\\s]*$`,
    'iu',
  ),
  new RegExp(
    `^.*?(?<value>(?:(?:RMB|CNY|USD|US\\$|[¥￥$€£])\\s?)?\\d[\\d.,]*\\s?(?:%|per\\s?cent|times|yuan)?(?:\\sof\\s(?:(?!\\bfor\\b)[^.;,])+?)?)\\s(?:for|under)\\s(?:the\\s)?(?<name>${NAME_EN})[.;,\\s]*$`,
    'iu',
  ),
];

/** The parts of a sentence between its commas; a comma within a number, or behind the name that a part begins with, parts nothing. */
function partsOf(sentence: string): readonly string[] {
  const split = sentence.split(
    /(?<=[；;。，])|(?<=,)(?!\d)|\s(?=(?:and|but|while|whereas)\s(?:for|under|in\srespect|\d))/iu,
  );
  const parts: string[] = [];
  for (const part of split) {
    const last = parts.at(-1);
    if (last !== undefined && !/\d/u.test(last)) parts[parts.length - 1] = last + part;
    else parts.push(part);
  }
  return parts.filter((part) => part.trim() !== '');
}

/** Longer parts and sentences are no list of products. */
const LONGEST_PART = 160;
const LONGEST_SENTENCE = 1000;

/** What is kept out of all of the figures alike: it ends a list and is no product of it. */
const EXCEPTION =
  /^\s*(?:但是?|不过|惟|唯)?[^，。；\d%]{0,40}(?:除外|不在此(?:限|列)|不受此限|不适用)[。；;，\s]*$|^\s*(?:and\s|but\s)?(?:save|except|excluding|other\sthan|unless)\b[^\d%]*$/iu;

/** The parts of a list without the exceptions that end it; none where one of these is about a part of the list itself. */
export function withoutExceptions(
  parts: readonly string[],
  namesOf: (part: string) => string | undefined,
): readonly string[] {
  const last = parts.findLastIndex((part) => !EXCEPTION.test(part));
  const [list, exceptions] = [parts.slice(0, last + 1), parts.slice(last + 1).join('')];
  const names = list.flatMap((part) => namesOf(part) ?? []);
  return names.some((name) => exceptions.includes(name)) ? [] : list;
}

function partIn(words: string, known: readonly string[]): Part | undefined {
  if (words.length > LONGEST_PART) return undefined;
  const patterns = /\p{Script=Han}/u.test(words) ? [CHINESE] : ENGLISH;
  for (const pattern of patterns) {
    const { name, value } = pattern.exec(words)?.groups ?? {};
    const product = withoutLead(name?.trim() ?? '');
    if (value === undefined || product === undefined) continue;
    // `the mail service credits`: the word behind the name may be the name's or the credits'.
    const called = [product, `${product} service`].filter((each) => words.includes(each));
    if (!called.some((each) => isProduct(each) || isNamedClass(each) || known.includes(each))) continue;
    const own = words.trim().replace(/[，,；;。]$/u, '');
    return { name: product, value: value.trim(), words: own, around: own.replace(value.trim(), ' ') };
  }
  return undefined;
}

/** Of which time a bound is, where it is none of the month: what one part says of it may hold for the others. */
const TIME =
  /[每单一][次起日天年季]|年度|季度|全年|累计|合计|总共|\b(?:per|every|annual(?:ly)?|yearly|quarterly|aggregate|year|quarter|incident|event)\b/giu;
const timesIn = (words: string): string => (words.match(TIME) ?? []).map((time) => time.toLowerCase()).join();
const OF_LIABILITY = /责任|\bliab/iu;
const OF_CREDIT = /赔偿|补偿|赔付|代金券|返还|减免|\b(?:credits?|compensation)\b/iu;
const OF_PROMISE = /可用|\b(?:availability|uptime)\b/iu;

/** Whether parts bound one thing over one time: what one of them leaves out is as the other has it. */
function areOfOne(parts: readonly Part[], lead: string): boolean {
  const times = parts.map(({ around }) => timesIn(around));
  const sayWhat = [OF_LIABILITY, OF_CREDIT, OF_PROMISE].filter((what) => parts.some(({ around }) => what.test(around)));
  const sayAlike = sayWhat.every((what) => {
    const without = parts.filter(({ around }) => !what.test(around));
    return without.every(({ around }) => !sayWhat.some((other) => other.test(around)));
  });
  return timesIn(lead) === '' && times.every((time) => time === times[0]) && sayAlike;
}

/** What a product may be called beside its name. */
const BESIDES = /(?:云?服务|产品)$|\s(?:services?|products?|plans?)$/iu;

/** Whether a name stands within another: one product may be of the other's kind. */
const isWithin = (name: string, names: readonly string[]): boolean =>
  names.some((other) => other !== name && other.toLowerCase().includes(name.toLowerCase()));

/** Whether names are of as many products, none of them of another's kind. */
export function namesAreApart(names: readonly string[]): boolean {
  const own = names.map((name) => name.toLowerCase().replace(BESIDES, ''));
  return new Set(own).size === names.length && !own.some((name) => isWithin(name, own));
}

/** The products of a sentence, where every part of it gives one of them a figure. @param known classes that the text tells elsewhere */
function productsIn(sentence: string, known: readonly string[]): readonly Part[] {
  const readAll = (words: string): readonly (Part | undefined)[] =>
    withoutExceptions(partsOf(words), (part) => partIn(part, known)?.name).map((part) => partIn(part, known));
  // What leads to the list stands before its colon: `赔偿上限：…`.
  const [lead = ''] = /^[^\d：:]{2,30}[：:](?=[^：:]*[^\s：:\d])/u.exec(sentence) ?? [];
  const all = readAll(sentence);
  const parts = lead === '' || all.every((part) => part !== undefined) ? all : readAll(sentence.slice(lead.length));
  const products = parts.flatMap((part) => part ?? []);
  const areApart = namesAreApart(products.map(({ name }) => name));
  const isRow = products.length > 1 && products.length === parts.length && areApart;
  return isRow && areOfOne(products, parts === all ? '' : lead) ? products : [];
}

const CAPS: ReadonlySet<FactKind> = new Set(['credit-cap', 'liability-cap']);
const OF_CAP =
  /(?:赔偿|补偿|赔付|代金券|返还|减免|责任)[^。]*?(?:不(?:得|应|会|能)?(?:超过|高于|多于)|最高|上限|限额|至多|封顶|为限)|(?:上限|限额)[^。]*?(?:赔偿|补偿|赔付|代金券|责任|费)|\b(?:credits?|compensation|liability)\b[^.]*?\b(?:not\s(?:to\s)?exceed|no\smore\sthan|capped|limited|at\smost|maximum)\b|\b(?:cap|limit|maximum)\b[^.]*?\b(?:fees?|credits?|charges?)\b/iu;
/** A bound of the credits below which availability is no cap but a tier. */
const OF_TIER = /低于|不足|未达|\b(?:below|falls?|under\s\d|less\sthan)\b/iu;

/** Of caps that were read of one sentence both as of the credits and as of the liability, those of the credits are it. */
const capKind = (caps: readonly Fact[]): FactKind | undefined =>
  caps.some(({ kind }) => kind === 'credit-cap') ? 'credit-cap' : caps[0]?.kind;

type Given = Pick<Fact, 'value' | 'unit'>;

/** Nothing but a sum, or a share of a fee that another part may name. */
const SUM =
  /^(?:人民币\s?)?(?:(?:RMB|CNY|USD|US\$|[¥￥$€£])\s?\d[\d,.]*(?:元)?|\d[\d,.]*\s?(?:[百千万亿]{0,2}元|yuan|dollars|euros|pounds))$/iu;
const SHARE =
  /^[^，\d]{0,16}\d+(?:\.\d+)?\s?(?:%|％|倍)$|^\d+(?:\.\d+)?\s?(?:%|per\s?cent|times)(?:\sof\s(?:[a-z-]+\s){0,4}(?:fees?|charges?))?$/iu;
const SHARE_ALONE = /^[\d.]+\s?(?:%|％|per\s?cent|倍|times)$/iu;
/** Words that bound from the other side, or say that there is no bound. */
const AT_LEAST =
  /低于|少于|小于|至少|达到|\b(?:least|less|lower)\b|\b(?:not|no)\s(?:be\s)?(?:limit|cap)|\b(?:are|is)\sup\sto\sno/iu;
const AT_MOST = /超过|高于|多于|最高|上限|至多|封顶|\b(?:exceed|more|most|capped|limited|maximum|up\sto)\b/iu;

/** What a part caps: a sum in its words, or a share whose fee another part may name. */
function capOf({ value, around }: Part, all: readonly Part[]): Given | undefined {
  const bare = value.replace(/为(?:上)?限$/u, '');
  if (AT_LEAST.test(around)) return undefined;
  if (SUM.test(bare)) return { value, unit: 'text' };
  const share = SHARE.test(bare) ? shareOfWords(bare) : undefined;
  if (!share) return undefined;
  if (typeof share.of === 'string') return { value: share, unit: share.unit };
  const [named, other] = new Set(
    all.flatMap((each) => {
      const of = shareOfWords(each.value)?.of;
      return typeof of === 'string' ? [of] : [];
    }),
  );
  if (!SHARE_ALONE.test(bare) || named === undefined || other !== undefined) return undefined;
  return { value: { ...share, of: named }, unit: share.unit };
}

const PROMISE = /^(?<promise>\d{2,3}(?:\.\d+)?)\s?(?:%|％|per\s?cent)(?:以上)?$/iu;

/** The promise of a part, of the same form as the one that was read of the sentence. */
function promiseOf({ value, around }: Part, read: Fact): Given | undefined {
  const promise = PROMISE.exec(value)?.groups?.['promise'];
  if (promise === undefined || typeof read.value !== 'object' || !('promise' in read.value)) return undefined;
  if (AT_MOST.test(around)) return undefined;
  return { value: { ...read.value, promise: Number(promise) } satisfies FactValue, unit: 'percent' satisfies Unit };
}

interface Source {
  readonly clause: Clause;
  readonly serviceLevel: boolean;
}

/** The name of a product, as other facts of the text have it. */
export function nameOf(name: string, known: readonly string[]): string {
  const own = name.replace(BESIDES, '');
  const [same, another] = known.filter(
    (each) => plain(each).replace(BESIDES, '').toLowerCase() === plain(own).toLowerCase(),
  );
  return same !== undefined && another === undefined ? same : own;
}

/** What else was read: of the sentence itself, the classes of the text, and the facts that only their headings give a class. */
interface Around {
  readonly here: readonly Fact[];
  readonly known: readonly string[];
  readonly unnamed: ReadonlySet<string>;
}

/** The facts of one sentence that products have side by side, and those that they stand for. */
function ofSentence(
  { clause, serviceLevel }: Source,
  sentence: string,
  { here, known, unnamed }: Around,
): readonly Fact[] {
  const caps = here.filter(({ kind }) => CAPS.has(kind));
  const isOfCap = OF_CAP.test(sentence) && !OF_TIER.test(sentence);
  const isCap = isOfCap && (caps.length > 0 || serviceLevel || OF_SERVICE_LEVEL.test(sentence));
  const read = here.find(({ kind }) => kind === 'availability');
  if (!isCap && !read) return [];
  // What the words themselves give to a class, or leave in doubt, stays as it is.
  const replaced = isCap ? caps : here.filter(({ kind }) => kind === 'availability');
  if (replaced.some(({ id, doubt }) => !unnamed.has(id) || doubt !== undefined)) return [];
  const products = productsIn(sentence, known);
  const kind: FactKind = isCap
    ? (capKind(caps) ?? (/责任|\bliab/iu.test(sentence) ? 'liability-cap' : 'credit-cap'))
    : 'availability';
  const given = products.map((each) => (isCap ? capOf(each, products) : read && promiseOf(each, read)));
  return products.flatMap(({ name, words }, index) => {
    const value = given.includes(undefined) ? undefined : given[index];
    if (!value) return [];
    return [{ id: '', kind, ...value, clause: clause.id, quote: words, scope: { class: nameOf(name, known) } }];
  });
}

/**
 * The facts with the caps and promises that a sentence gives several products side by side, each under its product.
 * @param named the facts before the headings gave them classes: what only a heading names is the products' of its sentence
 */
export function besideEachOther(
  facts: readonly Fact[],
  sources: readonly Source[],
  named: readonly Fact[],
): readonly Fact[] {
  const unnamed = new Set(named.flatMap(({ id, scope }) => (scope === undefined ? [id] : [])));
  const added: Fact[] = [];
  const known = [...new Set(facts.flatMap(({ scope }) => scope?.['class'] ?? []))];
  const gone = new Set<Fact>();
  for (const source of sources) {
    const { id, text } = source.clause;
    const own = facts.filter(({ clause }) => clause === id);
    // Of a sentence that gives something else first each part is looked at by itself.
    const stretches = sentencesWhole(text).flatMap((whole) =>
      OF_TIER.test(text.slice(whole.start, whole.end)) ? partsWithin(text, whole) : [whole],
    );
    for (const { start, end } of stretches) {
      const sentence = text.slice(start, end);
      if (sentence.length > LONGEST_SENTENCE || !/\d/u.test(sentence)) continue;
      const here = own.filter(({ quote }) => quote.trim() !== '' && sentence.includes(quote.trim()));
      const found = ofSentence(source, sentence, {
        here,
        unnamed,
        known: [...new Set([...known, ...added.flatMap(({ scope }) => scope?.['class'] ?? [])])],
      });
      const kinds = new Set(found.map(({ kind }) => (CAPS.has(kind) ? 'cap' : kind)));
      for (const fact of here) if (kinds.has(CAPS.has(fact.kind) ? 'cap' : fact.kind)) gone.add(fact);
      // A clause may have several such sentences.
      const before = added.filter(({ clause }) => clause === id).length;
      added.push(...found.map((fact, index) => ({ ...fact, id: `${id}/${fact.kind}/beside-${before + index + 1}` })));
    }
  }
  return added.length === 0 ? facts : [...facts.filter((fact) => !gone.has(fact)), ...added];
}

/** The parts of a sentence between its semicolons. */
export const partsWithin = (
  text: string,
  whole: { readonly start: number; readonly end: number },
): readonly { readonly start: number; readonly end: number }[] =>
  sentences(text).filter(({ start, end }) => start >= whole.start && end <= whole.end);

/** Sentences, those that a semicolon parts taken together. */
export function sentencesWhole(text: string): readonly { readonly start: number; readonly end: number }[] {
  const whole: { start: number; end: number }[] = [];
  for (const { start, end } of sentences(text)) {
    const last = whole.at(-1);
    if (last && /[；;]\s*$/u.test(text.slice(last.start, start))) last.end = end;
    else whole.push({ start, end });
  }
  return whole;
}
