import type { Fact, Share, TierValue } from '../../fact.ts';
import type { Clause } from '../../model.ts';
import { plain } from '../../meaning/sentences.ts';
import { creditBaseIn } from '../../quantity/credit-base.ts';
import { levelFigures } from '../levels/level-figures.ts';
import { isNamedClass } from './named-classes.ts';
import { isProduct, withoutLead } from './product-names.ts';
import { nameOf, namesAreApart, partsWithin, sentencesWhole, withoutExceptions } from './side-by-side.ts';

/**
 * Credits that one tier gives several products side by side: `低于99.9%的，赔偿比例为：甲产品10%，乙产品20%`. The list itself tells: every part of it is
 * a name with its share, in one form. One of the names is a product's or a class's beyond doubt; what stands beside it in the same form is
 * another, unless its name is a case, a time, a harm or a way of paying.
 */

/** One of the list: whose share it is, how much, and of which fee where it says that. */
interface Part {
  readonly name: string;
  readonly share: number;
  readonly words: string;
  readonly gives: string;
}

/** What may stand between a name and its share. */
const GIVES_ZH =
  '(?:的|，|：|:|赔偿|补偿|赔付|返还|减免|抵扣|退还|比例|金额|标准|为|按|是|则|应|可|获得?|给予|予以|支付|其|该|当|自然|每|月度|月|年度|年|季度|应付|实付|服务|费用|费|款|之)*';
const PART_ZH = new RegExp(
  `^(?:以下|以内|的|时|，|则|应|均|分别|其中|而|\\s)*(?<name>[\\p{Script=Han}A-Za-z0-9·_-]{2,16}?)(?<gives>${GIVES_ZH})\\s?(?<share>\\d+(?:\\.\\d+)?)\\s?%(?<of>的?(?:(?:月|年|季)?度?(?:服务)?费用?)?)[，,、；;。\\s]*$`,
  'u',
);
const NAME_EN = '[A-Za-z][\\w-]*(?:\\s[\\w-]+){0,3}?';
const OF_EN = '(?:\\sof\\s(?:(?!\\bfor\\b)[^.;,%\\d])+?)?';
const PARTS_EN: readonly RegExp[] = [
  new RegExp(
    `^(?<lead>[^\\d%]*?)(?<share>\\d+(?:\\.\\d+)?)\\s?(?:%|per\\scent)(?<of>${OF_EN})\\s(?:for|under|on)\\s(?:the\\s|any\\s)?(?<name>${NAME_EN})[.;,\\s]*$`,
    'iu',
  ),
  new RegExp(
    `^(?<lead>[^\\d%]*?)\\b(?:for|under)\\s(?:the\\s|any\\s)?(?<name>${NAME_EN}),?\\s(?:(?:the|a|credit|of|is|are|at)\\s)*(?<share>\\d+(?:\\.\\d+)?)\\s?(?:%|per\\scent)(?<of>(?:\\sof\\s[^.;,%\\d]+?)?)[.;,\\s]*$`,
    'iu',
  ),
];

/** What is no product's name: how often or how long, whose, by what cause, of what harm, in what it is paid, and all that is left. */
const NO_NAME =
  /整体|总体|连续|再加|重复|延迟|利息|最低|全部|全体|所有|其[他它余]|累计|合计|总计|首次|再次|第[一二三]|[每当单逐]|次|级|故障|缺陷|工单|客户|用户|会员|现金|代金|余额|新购|续费|老|元|[月年季日天]|小时|分钟|原因|责任|情形|情况|期间|时段|部分|数据丢|误差|[赔补]偿|返还|可用|人身|财产|损[失害]|故意|过失|除外|不可抗力|违约|税|折扣|优惠|比例|金额|标准|上限|最高/u;
const NO_NAME_EN =
  /\b(?:repeat\w*|late|reports?|breach\w*|delay\w*|interest|minimum|fees?|credits?|months?|years?|quarters?|first|second|third|next|each|every|any|all|others?|rest|remain\w*|whole|incidents?|outages?|failures?|faults?|defects?|customers?|users?|subscribers?|vouchers?|cash|wilful|acts?|downtime|hours?|days?|minutes?|convenience|term|support|loss|losses|damages?|reasons?|causes?|periods?|it|that|this|such)\b/iu;

const HAN = /\p{Script=Han}/u;

function partIn(words: string): Part | undefined {
  for (const pattern of HAN.test(words) ? [PART_ZH] : PARTS_EN) {
    const { name = '', share, gives = '', of = '' } = pattern.exec(words)?.groups ?? {};
    const own = withoutLead(name.trim());
    if (share === undefined || own === undefined || own.length < 2) continue;
    const shown = words.replace(/^(?:以下|的|时|，|则|\s)+|[，,、；;。\s]+$/gu, '');
    return { name: own, share: Number(share), words: shown, gives: `${gives}${of}` };
  }
  return undefined;
}

/** Parts between commas; what gives no figure belongs to the next one, where there is one. */
function partsOf(list: string): readonly string[] {
  const split = HAN.test(list) ? /(?<=[，、；;。])/u : /(?<=[,;])\s|\s(?=and\s(?:\d|for\b|under\b))/iu;
  const parts: string[] = [];
  let open = '';
  for (const part of list.split(split)) {
    if (/\d/u.test(part)) {
      parts.push(`${open}${open === '' || HAN.test(list) ? '' : ' '}${part}`);
      open = '';
    } else open += part;
  }
  return open.trim() === '' ? parts : [...parts, open];
}

const isOfClass = (name: string, known: readonly string[]): boolean =>
  isProduct(name) ||
  isNamedClass(name) ||
  known.some((each) => plain(each).toLowerCase() === plain(name).toLowerCase());

/** The products of a list with the share of each. */
function listed(list: string, known: readonly string[]): readonly Part[] {
  const words = list.replace(/^[^\d：:]*[：:](?=[^：:]*\d)/u, '');
  const all = withoutExceptions(partsOf(words), (part) => partIn(part)?.name).map(partIn);
  const parts = all.flatMap((part) => part ?? []);
  const names = parts.map(({ name }) => name);
  const certain = names.filter((name) => isOfClass(name, known));
  const others = names.filter((name) => !certain.includes(name));
  const areNames = certain.length > 0 && !others.some((name) => NO_NAME.test(name) || NO_NAME_EN.test(name));
  return parts.length > 1 && parts.length === all.length && areNames && namesAreApart(names) ? parts : [];
}

const tierOf = ({ kind, value, scope }: Fact): (TierValue & { readonly credit: Share }) | undefined =>
  kind === 'credit-tier' && scope === undefined && typeof value === 'object' && 'below' in value && 'of' in value.credit
    ? { ...value, credit: value.credit }
    : undefined;

/** The tier for each product of its list; nothing where the words behind its bounds are no list. */
function ofEach(fact: Fact, sentence: string, known: readonly string[]): readonly Fact[] {
  const tier = tierOf(fact);
  if (!tier || tier.credit.unit !== 'percent') return [];
  const words = plain(sentence);
  const figures = levelFigures(words, false, tier.below).filter(({ percent }) => percent);
  const bounds = figures.filter(({ as }) => as !== 'plain');
  const behind = Math.max(...bounds.map(({ end }) => end));
  const [first] = figures.filter(({ as }) => as === 'plain');
  if (bounds.length === 0 || bounds.length > 2 || !first || first.start < behind) return [];
  const list = words.slice(behind);
  const parts = listed(list, known);
  if (parts[0]?.share !== tier.credit.amount) return [];
  const named = new Set(parts.flatMap(({ gives }) => creditBaseIn(gives) ?? []));
  if (named.size > 1 && parts.some(({ gives }) => creditBaseIn(gives) === undefined)) return [];
  const [base = tier.credit.of] = named;
  const { doubt: _doubt, ...certain } = fact;
  return parts.map(({ name, share, words: part, gives }) => {
    const at = words.indexOf(part, behind);
    return {
      ...certain,
      value: { ...tier, credit: { ...tier.credit, amount: share, of: creditBaseIn(gives) ?? base } },
      quote: at < 0 ? fact.quote : sentence.slice(at, at + part.length),
      scope: { class: nameOf(name, known) },
    };
  });
}

/** The facts with the credits that a tier gives several products side by side, each under its product. */
export function creditsBeside(
  facts: readonly Fact[],
  sources: readonly { readonly clause: Clause }[],
): readonly Fact[] {
  const known = [...new Set(facts.flatMap(({ scope }) => scope?.['class'] ?? []))];
  const instead = new Map<Fact, readonly Fact[]>();
  for (const { clause } of sources) {
    const own = facts.filter((fact) => fact.clause === clause.id && tierOf(fact));
    for (const whole of own.length === 0 ? [] : sentencesWhole(clause.text)) {
      const words = clause.text.slice(whole.start, whole.end);
      const here = own.filter(({ quote }) => words.includes(quote.trim()));
      const parts = partsWithin(clause.text, whole).map(({ start, end }) => clause.text.slice(start, end));
      const split = here.map((fact) => {
        const of = parts.filter((part) => part.includes(fact.quote.trim()));
        return of.length === 1 ? ofEach(fact, of[0] ?? '', known) : [];
      });
      const names = new Set(
        split.map((tiers) =>
          tiers
            .map(({ scope }) => scope?.['class'])
            .toSorted()
            .join('\n'),
        ),
      );
      if (here.length === 0 || names.size !== 1 || split.some((tiers) => tiers.length === 0)) continue;
      for (const [index, fact] of here.entries()) instead.set(fact, split[index] ?? []);
    }
  }
  return facts.flatMap(
    (fact) =>
      instead
        .get(fact)
        ?.map((each, index) => (index === 0 ? each : { ...each, id: `${fact.id}-beside-${index + 1}` })) ?? [fact],
  );
}
