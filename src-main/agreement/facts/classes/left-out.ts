import type { Fact } from '../../fact.ts';
import type { Clause } from '../../model.ts';
import { plain, sentences } from '../../meaning/sentences.ts';

/** What a class of a service may be called by; never a cause, a time or a person who did something. */
const CLASS_ZH =
  '(?<name>(?!(?:该|此|本|其|上述|前述|相关|违规|欠费|逾期|因))[\\p{Script=Han}A-Za-z0-9-]{1,12}?(?:实例|节点|副本|集群|版|型|套餐|规格|存储|服务器|产品|用户|客户|会员|账户)(?:(?:和|与|及|以及|、|或)[\\p{Script=Han}A-Za-z0-9-]{1,12}?(?:实例|节点|副本|集群|版|型|套餐|规格|存储|服务器|产品|用户|客户|会员|账户))*)';
const CREDIT_ZH =
  '(?:服务等级|服务水平|可用性|SLA|本|上述)*(?:协议|条款|规则)?(?:的)?(?:约定|规定)?(?:的)?(?:赔偿|补偿|赔付|代金券|服务等级承诺|可用性承诺|SLA承诺|服务可用性承诺)';
const BEGINS = '(?:^|(?<=[，。；：、\\s]|但|其中|而|对于|对))';
const CLASS_EN =
  '(?<name>(?:[A-Za-z][\\w-]*\\s){1,4}?(?:instances?|replicas?|nodes?|tiers?|plans?|editions?|clusters?|accounts?|customers?|users?|servers?|volumes?|packages?))';
const CREDIT_EN =
  '(?:any\\s|the\\s|these\\s|service\\s)*(?:credits?|compensation|sla\\b|uptime\\s(?:commitment|guarantee)|availability\\s(?:commitment|guarantee)|service\\slevel(?:\\s(?:agreement|commitment))?)';

/** How a text says that a class of the service gets no credits. */
const EXCLUDED: readonly RegExp[] = [
  `${BEGINS}${CLASS_ZH}(?:均|都|也|暂|概|一律)*不(?:参与|参加|享受|享有|适用|纳入|计入|给予|提供|予以?|作)(?:任何)?${CREDIT_ZH}`,
  `(?:赔偿|补偿|赔付|代金券|可用性承诺|服务等级承诺|SLA)(?:标准|方案|规则)?(?:均|都|也)?不(?:适用于|包括|涵盖|覆盖)${CLASS_ZH}(?=[，。；、]|$)`,
  `(?:^|(?<=[.;,:]\\s)|\\bbut\\s)(?:the\\s|all\\s|any\\s)?${CLASS_EN}\\s(?:is|are|do|does|shall|will)\\s(?:not\\s(?:be\\s)?(?:eligible\\sfor|entitled\\sto|covered\\sby|included\\sin|qualify\\sfor|receive|earn|subject\\sto)|excluded\\sfrom|ineligible\\sfor)\\s${CREDIT_EN}`,
  `(?:^|(?<=[.;,:]\\s)|\\bbut\\s)(?:the\\s|all\\s|any\\s)?${CLASS_EN}\\s(?:receives?|earns?|gets?|has|have|carry|carries)\\sno\\s${CREDIT_EN}`,
  `\\bno\\s${CREDIT_EN}\\s(?:is|are|will\\sbe|shall\\sbe)\\s(?:given|granted|due|owed|payable|paid|available|issued)\\s(?:for|to|in\\srespect\\sof)\\s(?:the\\s|any\\s|all\\s)?${CLASS_EN}(?=[.,;]|$)`,
  `${CREDIT_EN}\\s(?:(?:do|does|shall|will)\\snot\\s(?:apply\\sto|cover|extend\\sto)|(?:exclude|excludes))\\s(?:the\\s|any\\s|all\\s)?${CLASS_EN}(?=[.,;]|$)`,
].map((source) => new RegExp(source, 'iu'));

/** Whether words say that a class gets no credits; `best efforts` and the like only promise it nothing. */
export const leavesOut = (words: string): boolean => EXCLUDED.some((pattern) => pattern.test(plain(words).trim()));

const JOINED = /和|与|以及|及|、|或|\s(?:and|or)\s/u;

/**
 * The classes that get no credits whatever their availability was (`只读副本不参与赔偿`): told in the words of the text, as one that is
 * promised nothing is. No calculator may pay for them by the tiers of the others.
 */
export function excludedClasses(sources: readonly { readonly clause: Clause }[]): readonly Fact[] {
  return sources.flatMap(({ clause }) => {
    const found = sentences(clause.text).flatMap(({ start, end }): readonly Omit<Fact, 'id'>[] => {
      const words = plain(clause.text.slice(start, end)).trim();
      const name = EXCLUDED.map((pattern) => pattern.exec(words)?.groups?.['name']).find((each) => each !== undefined);
      if (name === undefined) return [];
      const quote = clause.text.slice(start, end).trim();
      return name.split(JOINED).map((each) => ({
        ...{ kind: 'availability', value: quote, unit: 'text', clause: clause.id, quote },
        scope: { class: each.trim() },
      }));
    });
    return found.map((fact, index) => ({ id: `${clause.id}/availability/excluded-${index + 1}`, ...fact }));
  });
}

/** Whether a fact says that its class is promised nothing. */
export const isPromisedNothing = ({ kind, value, scope }: Fact): boolean =>
  kind === 'availability' && typeof value === 'string' && scope !== undefined;
