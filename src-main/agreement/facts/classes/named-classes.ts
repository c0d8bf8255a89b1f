import type { Fact, FactKind } from '../../fact.ts';
import type { Clause } from '../../model.ts';
import { plain } from '../../meaning/sentences.ts';
import { isPromisedNothing } from './left-out.ts';

/** Classes of a service that a text names in its sentences or headings: Gold and Silver, 基础版 and 企业版. */

/** Names that stand for a class by themselves. */
const METAL = '白金|铂金|黄金|白银|青铜|金牌|银牌|铜牌|钻石';
/** Names that do so with what they are a name of. */
const LEVEL = '基础|入门|标准|普通|高级|增强|专业|商业|企业|旗舰|尊享|尊贵|至尊|豪华|免费|体验|个人|团队|集团|经济';
const CHINESE = new RegExp(
  `(?:${METAL})(?:版|级|等级|型|套餐)?|(?:${LEVEL})(?:(?:版|级|等级|型|套餐)(?!别|本)|客户|用户|会员)|(?:其他|其它|其余)(?:版本|等级|级别|套餐|客户|用户|会员)`,
  'gu',
);
const LEVEL_EN =
  'Basic|Standard|Premium|Enterprise|Professional|Business|Advanced|Starter|Free|Plus|Essential|Developer|Team';
/** A level is a class beside what it is a level of, before a colon, or where something is said to be for it: `for Basic,`. */
const ENGLISH = new RegExp(
  [
    String.raw`\b(?:Platinum|Gold|Silver|Bronze|Diamond)\b`,
    String.raw`\b(?:${LEVEL_EN})(?=\s(?:tier|plan|class|edition|level|package|service|support|customers?)s?\b|:\s)`,
    String.raw`(?<=\b(?:[Ff]or|[Uu]nder|[Oo]n|of|[Ww]ith)\s(?:the\s)?[“"]?)(?:${LEVEL_EN})(?=[”"]?(?:[,.;)]|\s(?:and|or|it|is|are|if|where|when|the|a)\b|$))`,
    String.raw`(?<=[(（]\s?)(?:${LEVEL_EN})(?=\s?[)）])`,
    String.raw`(?<=\b(?:${LEVEL_EN})(?:,\s|\s(?:and|or)\s))(?:${LEVEL_EN})(?=[,.;)]|\s(?:and|or|it|is|are|if|where)\b|$)`,
  ].join('|'),
  'gu',
);

interface Named {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** What a level or a promise is said to be of: `for an Instance below 99.5%`, `单实例可用性低于99.5%`. */
const SAID_OF = [
  /\b[Ff]or\s(?:an?|the|each|every|any)\s(?<name>[A-Z][\w-]*(?:\s[\w-]+){0,2}?)(?:'s)?(?=\s(?:below|under|less\sthan|with\san?\s|whose|that\s(?:falls|is)|falling))/gu,
  /(?<name>(?:单|多|双|主|备|跨)?(?:可用区|节点|实例|副本|机房|集群)(?:部署|实例)?|高可用(?:版|实例|部署)?)(?=(?:的)?(?:月度|服务)?(?:可用性|可用率)?(?:低于|小于|不足))/gu,
] as const;

/** The classes that words name, in order. */
function classesIn(words: string): readonly Named[] {
  const said = SAID_OF.flatMap((pattern) => [...words.matchAll(pattern)]).map((match) => {
    const name = match.groups?.['name'] ?? '';
    const start = match.index + match[0].indexOf(name);
    return { name, start, end: start + name.length };
  });
  return [...words.matchAll(CHINESE), ...words.matchAll(ENGLISH)]
    .map((match) => ({ name: match[0], start: match.index, end: match.index + match[0].length }))
    .concat(said)
    .toSorted((a, b) => a.start - b.start);
}

/** Whether words are the name of one class and nothing else. */
export const isNamedClass = (words: string): boolean =>
  classesIn(words).some(({ start, end }) => start === 0 && end === words.length);

const JOINED =
  /^(?:的|服务|等级|客户|用户|实例|\s|tier|plan|class|edition|level)*(?:和|与|及|以及|、|,|，|或|\/|and|or)+\s?$/iu;

/** The classes that were named last before a place: several where they are named in one breath. */
function lastBefore(words: string, at: number): readonly string[] {
  const named = classesIn(words).filter(({ end }) => end <= at);
  const last = named.at(-1);
  if (!last) return [];
  const together = [last];
  for (const each of named.slice(0, -1).toReversed()) {
    const next = together.at(-1);
    if (!next || !JOINED.test(words.slice(each.end, next.start))) break;
    together.push(each);
  }
  return [...new Set(together.map(({ name }) => name))].toReversed();
}

/** A figure whose class stands right behind it: `99.9% for Basic`, `99.9%（基础版）`. */
const FOR_CLASS =
  /^[\d.]+\s?(?:%|per\s?cent)(?:\s[a-z][\w-]*){0,4}?(?:\s(?:for|under|on|with)\s(?:the\s)?[“"]?|\s?\(\s?(?:for\s)?|\s?（)$/u;
/** Where another figure or another part of the sentence begins, no class behind it is of the figure. */
function classBehind(words: string, at: number): readonly string[] {
  const own = classesIn(words).find(({ start }) => start > at && FOR_CLASS.test(words.slice(at, start)));
  return own ? [own.name] : [];
}

/** What each class of a service has of its own. */
const BY_CLASS: ReadonlySet<FactKind> = new Set([
  'availability',
  'credit-tier',
  'credit-cap',
  'liability-cap',
  'support-credit',
]);

/** The figure that a fact is told by. */
function figureOf({ value }: Fact): string | undefined {
  if (typeof value !== 'object') return undefined;
  if ('promise' in value) return String(value.promise);
  if ('below' in value) return String(value.below);
  return 'amount' in value ? String(value.amount) : undefined;
}

/** Where in its clause a fact stands: at its figure, else where its quote begins. */
function placeOf(fact: Fact, text: string): number {
  const at = Math.max(0, text.indexOf(fact.quote));
  const figure = figureOf(fact);
  const within = figure === undefined ? -1 : text.slice(at, at + fact.quote.length).indexOf(figure);
  return within < 0 ? at : at + within;
}

/** The classes that a fact stands under: named before it in its clause, else in the nearest heading that names one. */
function classesOf(fact: Fact, clauses: ReadonlyMap<string, Clause>): readonly string[] {
  const seen = new Set<string>();
  let clause = clauses.get(fact.clause);
  const text = plain(clause?.text ?? '');
  if (text.includes(plain(fact.quote))) {
    const at = placeOf(fact, text);
    const behind = classBehind(text, at);
    const here = behind.length > 0 ? behind : lastBefore(text, at);
    if (here.length > 0) return here;
  }
  while (clause && !seen.has(clause.id)) {
    seen.add(clause.id);
    const words = plain(
      `${clause.heading ?? ''} ${clause.role === 'heading' || clause.id !== fact.clause ? clause.text : ''}`,
    );
    const named = [...new Set(classesIn(words).map(({ name }) => name))];
    if (named.length > 0) return named.length === 1 ? named : [];
    clause = clause.parent === undefined ? undefined : clauses.get(clause.parent);
  }
  return [];
}

const OF_CLASS = '(?:\\s?(?:tier|plan|class|edition|level|package|customers?|版|级|客户|用户))?\\s?[:：]\\s?';
/** What leads from a class to its figure where the subject is left out: `高级版不低于99.99%`, `Premium at least 99.99%`. */
const ELIDED =
  '(?:的|则|为|是)*(?:不(?:低于|少于|小于)|达到|至少为?)|(?:\\s(?:tier|plan|class|edition|level|package))?\\s(?:(?:is|has|gets)\\s)?(?:at\\sleast|no\\sless\\sthan|not\\sless\\sthan)\\s';
const FIGURE = new RegExp(
  `^(?:${OF_CLASS}(?:at\\sleast\\s|不低于)?|${ELIDED})(\\d{2,3}(?:\\.\\d+)?)\\s?%\\s?(?=[.;,。；，]|$)`,
  'iu',
);
const NOTHING = new RegExp(
  `^${OF_CLASS}(?:(?:best|reasonable)\\sefforts?|no(?:ne|\\s(?:commitment|promise|guarantee|sla))|不作?承诺|无承诺|没有承诺|无|尽力)[^.;。；]*`,
  'iu',
);

/** The next figure of a list whose classes stand behind their figures: `99.9% for Basic and 99.99% for Premium`. */
const NEXT_FIGURE =
  /(?:,|，|、|;|；|\band\b|\bor\b|和|及|与)\s?(?:and\s)?(?:at\sleast\s|of\s|不低于)?(?<promise>\d{2,3}(?:\.\d+)?)\s?%(?:\s[a-z][\w-]*){0,4}?(?:\s(?:for|under|on|with)\s(?:the\s)?[“"]?|\s?[（(]\s?(?:for\s)?)$/u;

/** The further figures of such a list behind the promise of its first class, in the words of one sentence. */
export function furtherPromises(words: string, promise: number): readonly number[] {
  const fact = { id: '', kind: 'availability', unit: 'percent', clause: '', quote: '', value: { promise } } as const;
  return furtherBehind(fact, words, Math.max(0, words.indexOf(String(promise)))).flatMap(({ value }) =>
    typeof value === 'object' && 'promise' in value ? [value.promise] : [],
  );
}

/** The promises of the further classes of such a list, where the first of them is of one itself. */
function furtherBehind(fact: Fact, text: string, at: number): readonly Fact[] {
  const { value, clause } = fact;
  const [first] = classBehind(text, at);
  if (first === undefined || typeof value !== 'object' || !('promise' in value)) return [];
  const [sentence = ''] = text.slice(at).split(/[。；;]|\.\s/u);
  return classesIn(text)
    .filter(({ name, start }) => start > at && start < at + sentence.length && name !== first)
    .flatMap(({ name, start, end }, index): readonly Fact[] => {
      const found = NEXT_FIGURE.exec(text.slice(at, start));
      const promise = found?.groups?.['promise'];
      if (!found || promise === undefined) return [];
      const quote = text.slice(at + found.index + found[0].indexOf(promise), end);
      const of = { clause, quote, scope: { class: name }, value: { ...value, promise: Number(promise) } };
      return [{ ...fact, ...of, id: `${fact.id}-of-${index + 2}` }];
    });
}

/**
 * The facts with those of the further classes of a list that gives its promise in full for the first alone (`Gold: available 99.9% …
 * Silver: 99.5%. Bronze: best efforts`). A class that is promised nothing is told in its words.
 */
function withListed(facts: readonly Fact[], clauses: ReadonlyMap<string, Clause>): readonly Fact[] {
  return facts.flatMap((fact) => {
    const { value } = fact;
    if (fact.kind !== 'availability' || typeof value !== 'object' || !('promise' in value) || fact.scope) return [fact];
    const text = plain(clauses.get(fact.clause)?.text ?? '');
    const at = text.includes(plain(fact.quote)) ? placeOf(fact, text) : text.length;
    const behind = furtherBehind(fact, text, at);
    if (behind.length > 0) return [fact, ...behind];
    if (lastBefore(text, at).length !== 1) return [fact];
    const further = classesIn(text)
      .filter(({ start }) => start > at)
      .flatMap(({ name, start, end }): readonly Omit<Fact, 'id'>[] => {
        const rest = text.slice(end);
        const [figure, promise] = FIGURE.exec(rest) ?? [];
        const of = { kind: fact.kind, clause: fact.clause, scope: { class: name } };
        if (figure !== undefined)
          return [
            { ...fact, ...of, value: { ...value, promise: Number(promise) }, quote: text.slice(start, end) + figure },
          ];
        const [nothing] = NOTHING.exec(rest) ?? [];
        const quote = text.slice(start, end) + (nothing ?? '');
        return nothing === undefined ? [] : [{ ...of, value: quote, unit: 'text', quote }];
      });
    return [fact, ...further.map((each, index) => ({ ...each, id: `${fact.id}-of-${index + 2}` }))];
  });
}

/**
 * The facts with tiers under the classes that promises name: where several classes have a promise each and no tier says a class of its own,
 * each is of the class that is named last before it.
 */
function underPromised(facts: readonly Fact[], clauses: ReadonlyMap<string, Clause>): readonly Fact[] {
  const promised = facts.filter(({ kind }) => kind === 'availability').map(({ scope }) => scope?.['class'] ?? '');
  const names = [...new Set(promised)].filter((name) => name !== '');
  const tiers = facts.filter(({ kind }) => kind === 'credit-tier');
  if (names.length < 2 || tiers.some(({ scope }) => scope !== undefined)) return facts;
  const classes = new Map(
    tiers.flatMap((fact) => {
      const text = plain(clauses.get(fact.clause)?.text ?? '');
      const before = text.includes(plain(fact.quote)) ? text.slice(0, placeOf(fact, text)) : '';
      const last = lastNamed(names, before);
      return last === undefined ? [] : [[fact, last] as const];
    }),
  );
  // A table of all classes together names the last of them before each of its tiers.
  if (new Set(classes.values()).size < 2) return facts;
  return facts.map((fact) => {
    const name = classes.get(fact);
    return name === undefined ? fact : { ...fact, scope: { class: name } };
  });
}

/**
 * The facts with promises under the classes that tiers name, where no promise says a class of its own: each is of the class that is named
 * last before it, as a table writes it (`单可用区部署的实例，…不低于99.95%`). Nothing where one of them has none.
 */
export function underTiers(facts: readonly Fact[], written: readonly Clause[]): readonly Fact[] {
  const clauses = new Map(written.map((clause) => [clause.id, clause]));
  const promises = facts.filter(({ kind }) => kind === 'availability');
  const tiers = facts.flatMap(({ kind, scope }) => (kind === 'credit-tier' ? (scope?.['class'] ?? []) : []));
  const names = [...new Set(tiers)];
  if (names.length < 2 || promises.length < 2 || promises.some(({ scope }) => scope !== undefined)) return facts;
  const classes = new Map(
    promises.flatMap((fact) => {
      const text = plain(clauses.get(fact.clause)?.text ?? '');
      if (!text.includes(plain(fact.quote))) return [];
      const name = lastNamed(names, text.slice(0, placeOf(fact, text)));
      return name === undefined ? [] : [[fact, name] as const];
    }),
  );
  if (classes.size < promises.length || new Set(classes.values()).size < promises.length) return facts;
  return facts.map((fact) => {
    const name = classes.get(fact);
    return name === undefined ? fact : { ...fact, scope: { class: name } };
  });
}

/** Which of the names stands last in words; of two that end at one place the longer. */
function lastNamed(names: readonly string[], words: string): string | undefined {
  const text = words.toLowerCase();
  return names
    .map((name) => ({ name, at: text.lastIndexOf(plain(name).toLowerCase()) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => b.at + b.name.length - (a.at + a.name.length) || b.name.length - a.name.length)[0]?.name;
}

const limitOf = ({ kind, value }: Fact): number | undefined =>
  kind === 'credit-tier' && typeof value === 'object' && 'below' in value ? value.below : undefined;

/** A clause that names nothing before its limit: `月可用性低于99%的…`, `Monthly uptime below 99 %…`. Any other may be of something else. */
const NAMES_NOTHING =
  /^(?:如果?|若|当)?(?:月度?|每月|当月)?(?:服务)?(?:可用性|可用率)?[为是]?(?:低于|小于|不足|[<＜])|^(?:if|where|when)?\s?(?:the\s)?(?:monthly\s)?(?:service\s)?(?:availability|uptime)?\s?(?:percentage\s)?(?:is\s|falls\s)?(?:below|less\sthan|under|<)/iu;

/**
 * The facts with a tier that names no class under that of the tier before it, where it goes on with it in the next clause beside it:
 * `2.1 标准存储低于99.9%的… 2.2 低于99%的… 2.3 归档存储…`.
 */
function withGoingOn(facts: readonly Fact[], written: readonly Clause[]): readonly Fact[] {
  const scopes = new Set(facts.flatMap((fact) => (limitOf(fact) === undefined ? [] : (fact.scope?.['class'] ?? []))));
  if (scopes.size < 2) return facts;
  const places = new Map(
    written.map((clause, index) => [clause.id, { parent: clause.parent, index, text: clause.text }]),
  );
  const tiers = facts
    .filter((fact) => limitOf(fact) !== undefined)
    .toSorted((a, b) => (places.get(a.clause)?.index ?? 0) - (places.get(b.clause)?.index ?? 0));
  const under = new Map<Fact, Fact['scope']>();
  for (const [index, fact] of tiers.entries()) {
    const last = tiers[index - 1];
    const above = last && (last.scope ?? under.get(last));
    if (fact.scope !== undefined || !last || !above || last.clause === fact.clause) continue;
    const beside = places.get(fact.clause)?.parent === places.get(last.clause)?.parent;
    if (!NAMES_NOTHING.test(places.get(fact.clause)?.text ?? '')) continue;
    if (beside && (limitOf(fact) ?? 0) < (limitOf(last) ?? 0)) under.set(fact, above);
  }
  return facts.map((fact) => {
    const scope = under.get(fact);
    return scope === undefined ? fact : { ...fact, scope };
  });
}

/** The facts with tiers under the classes that promises, or the tiers before them, name. */
export function underPromisedClasses(facts: readonly Fact[], written: readonly Clause[]): readonly Fact[] {
  const clauses = new Map(written.map((clause) => [clause.id, clause]));
  return withGoingOn(underPromised(underTiers(facts, written), clauses), written);
}

/**
 * The facts with the class that each stands under, where a text gives several classes promises or credits of their own. What is told of
 * several in one breath is told of each of them.
 */
export function byNamedClass(told: readonly Fact[], clauses: readonly Clause[]): readonly Fact[] {
  const places = new Map(clauses.map((clause) => [clause.id, clause]));
  const facts = withListed(told, places);
  const classes = new Map(
    facts
      .filter(({ kind, scope }) => BY_CLASS.has(kind) && scope === undefined)
      .map((fact) => [fact, classesOf(fact, places)] as const),
  );
  const before = new Set(told);
  const nothing = new Set(told.filter(isPromisedNothing).map(({ scope }) => scope?.['class'] ?? ''));
  const listed = facts
    .filter((fact) => !before.has(fact) || isPromisedNothing(fact))
    .map(({ scope }) => scope?.['class'] ?? '');
  const promised = new Set([
    ...[...classes].flatMap(([{ kind }, named]) => (kind === 'availability' ? named : [])),
    ...listed,
  ]);
  const credited = new Set([...classes].flatMap(([{ kind }, named]) => (kind === 'credit-tier' ? named : [])));
  const several = new Set([promised, credited].flatMap((names) => (names.size > 1 ? [...names] : [])));
  if (several.size === 0) return facts;
  return facts.flatMap((fact) => {
    // What a class is left out of is told of the others.
    const named = (classes.get(fact) ?? []).filter((name) => several.has(name) && !nothing.has(name));
    if (named.length === 0) return [fact];
    return named.map((name, index) => ({
      ...fact,
      ...(index === 0 ? {} : { id: `${fact.id}-${index + 1}` }),
      scope: { class: name },
    }));
  });
}
