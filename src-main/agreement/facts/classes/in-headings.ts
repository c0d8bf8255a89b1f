import type { Fact, FactKind } from '../../fact.ts';
import type { Clause } from '../../model.ts';
import { plain } from '../../meaning/sentences.ts';
import { MEASURED_NAME } from '../../rules/class-names.ts';

/** What each class of a service has of its own, and a heading may say which. */
const BY_HEADING: readonly FactKind[] = ['availability', 'credit-tier', 'credit-cap'];

const LONGEST_HEADING = 30;
/** What a heading says besides the class that it names. */
const BESIDES =
  /(?:的)?(?:月度|服务)?(?:可用性|服务等级|服务水平|服务)?(?:的)?(?:赔偿|补偿|赔付|承诺|返还)?(?:标准|方案|规则|比例|档次|等级|承诺|指标)?\s?[：:。.]?\s*$|\s?[-–—:]?\s?\b(?:service\s)?(?:credits?|levels?|compensation|commitments?|uptime|availability)(?:\s(?:schedule|table|tiers?|levels?))?\s?[:.]?\s*$/iu;

/** What a clause is called: its heading, itself where it is one, or the short words before its colon. */
function nameOf({ heading, role, text }: Clause): string | undefined {
  const words = heading ?? (role === 'heading' ? text : /^(.{1,30}?)[：:]/u.exec(text)?.[1]);
  if (words === undefined || words.length > LONGEST_HEADING) return undefined;
  const name = words
    .replace(/[：:]\s*$/u, '')
    .replace(BESIDES, '')
    .trim();
  return name === '' || /[%％，。；;]/u.test(name) ? undefined : name;
}

/** Names that are of a class and of no step of one list of tiers: `单实例`, `多可用区部署`, `Multi-zone`. */
const OF_A_CLASS =
  /^(?:单|多|双|主|备|跨|两)个?(?:可用区|节点|实例|副本|机房|集群|机|地域)|^高可用|(?:版|套餐|型)$|^(?:single|multi(?:ple)?|dual)\b/iu;

const IS_MEASURED = new RegExp(`^(?:${MEASURED_NAME})$`, 'u');

/** The class that a promise alone names before its colon, where it is one by its name: `单实例：不低于99.5%`. */
function classAlone({ kind, scope, value }: Fact, clause: Clause | undefined): string | undefined {
  if (kind !== 'availability' || scope !== undefined || typeof value !== 'object') return undefined;
  const name = /^([^，。；%：:]{1,24})[：:]\s?[^，。；]{0,12}\d[\d.]*\s?[%％][^，。；\d]{0,4}[。；;]?$/u.exec(
    clause?.text ?? '',
  )?.[1];
  return name !== undefined && OF_A_CLASS.test(name) && !IS_MEASURED.test(name) ? name : undefined;
}

/** A clause with those that it stands under, the outermost first. */
function chainOf(id: string, clauses: ReadonlyMap<string, Clause>): readonly Clause[] {
  const chain: Clause[] = [];
  for (let at = clauses.get(id); at && !chain.includes(at); at = clauses.get(at.parent ?? '')) chain.unshift(at);
  return chain;
}

/** The clauses below the last one that all the facts stand under, each with the facts under it. */
function branchesOf(
  facts: readonly Fact[],
  clauses: ReadonlyMap<string, Clause>,
): ReadonlyMap<Clause, readonly Fact[]> {
  const chains = facts.map((fact) => ({ fact, chain: chainOf(fact.clause, clauses) }));
  const [first] = chains;
  if (!first) return new Map();
  const common = first.chain.findIndex((clause, depth) => chains.some(({ chain }) => chain[depth] !== clause));
  const under = new Map<Clause, readonly Fact[]>();
  for (const { fact, chain } of chains) {
    const branch = common < 0 ? undefined : chain[common];
    if (branch) under.set(branch, [...(under.get(branch) ?? []), fact]);
  }
  return under;
}

/** Whether two lists of values cannot be of one class: two promises, two caps, or two credits below one limit. */
function differ(kind: FactKind, one: readonly Fact[], other: readonly Fact[]): boolean {
  const said = (fact: Fact): string => JSON.stringify(fact.value);
  if (kind !== 'credit-tier') return one.some((fact) => other.every((each) => said(each) !== said(fact)));
  const limit = ({ value }: Fact): number | undefined =>
    typeof value === 'object' && 'below' in value ? value.below : undefined;
  const clash = one.some((a) => other.some((b) => limit(a) === limit(b) && said(a) !== said(b)));
  return clash || (one.length > 1 && other.length > 1);
}

/**
 * The facts with the class that the headings above them name, where a text has a promise, a cap or a list of tiers of its own under each of
 * several headings: `2.1 多可用区：…2.2 单可用区：…`. Facts that name a class themselves keep it.
 */
export function underHeadings(facts: readonly Fact[], written: readonly Clause[]): readonly Fact[] {
  const clauses = new Map(written.map((clause) => [clause.id, clause]));
  const known = [
    ...new Set(facts.flatMap(({ kind, scope }) => (kind === 'availability' ? (scope?.['class'] ?? []) : []))),
  ];
  const scopes = new Map<Fact, string>();
  for (const kind of BY_HEADING) {
    const all = facts.filter((fact) => fact.kind === kind && typeof fact.value === 'object');
    if (all.some(({ scope }) => scope !== undefined)) continue;
    const branches = [...branchesOf(all, clauses)].map(([head, of]) => ({ name: nameOf(head), of }));
    const names = new Set(branches.map(({ name }) => name));
    if (branches.length < 2 || names.has(undefined) || names.size < branches.length) continue;
    // Where the names are those of classes, one credit each is one of each class.
    const classes = [...known, ...[...scopes.values()]];
    const areClasses = branches.every(({ name = '' }) => classes.includes(name) || OF_A_CLASS.test(name));
    if (
      !areClasses &&
      !branches.every(({ of }, at) => branches.some((other, index) => index !== at && differ(kind, of, other.of)))
    )
      continue;
    for (const { name = '', of } of branches) {
      const [only, another] = known.filter((each) => plain(name).includes(plain(each)));
      for (const fact of of) scopes.set(fact, only !== undefined && another === undefined ? only : name);
    }
  }
  return facts.map((fact) => {
    const name = scopes.get(fact) ?? classAlone(fact, clauses.get(fact.clause));
    return name === undefined ? fact : { ...fact, scope: { class: name } };
  });
}
