import { isOther } from './chinese-evidence.ts';
import { isEnglishOther } from './english-evidence.ts';
import { OTHER_HOSTS } from './name-votes.ts';

const ENGLISH_TITLE =
  /^(?:the )?((?:[A-Z][\w&.’'-]*|[a-z]\w+[A-Z]\w*)(?: (?:[A-Z][\w&.’'-]*|&)){0,3}?)(?:[’']s)? (?:(?:Online|Web|Website|General|Master|Standard|Global|Cloud|Public|Free|Mobile|Developer|Customer|User|Subscription|Software|Services?|Platform|API|Product|Partner|Marketplace|End|Terms|Privacy|Data|Acceptable|Service|SLA|Licen[cs]e|Agreement|Publisher|Reseller|Affiliate|Community|Additional|Cookie|Support|Beta|Enterprise|Site) ?)+/u;
/** So often a name of the title stands in the text besides. */
const AGAIN = 3;
/** A name of two letters is a word oftener: it has to stand there so often. */
const OFTEN = 10;
const SAME = 0.6;
const LONGEST = 14;

/** The name that the title begins with and the text goes on using: “Acme Terms of Service”, 星桥云对象存储服务条款. */
export function titledName(title: string, times: (name: string) => number): string | undefined {
  const english = ENGLISH_TITLE.exec(title)?.[1];
  if (english !== undefined && english.length > 1 && !isEnglishOther(english) && times(english) >= AGAIN)
    return english;
  const words = title.replace(/^[《“"【「]+/u, '');
  if (!/^[\p{Script=Han}A-Za-z]/u.test(words)) return undefined;
  let name = words.slice(0, 2);
  let count = times(name);
  for (let length = 3; length <= Math.min(LONGEST, words.length); length += 1) {
    const longer = words.slice(0, length);
    const next = times(longer);
    if (next < SAME * count || /[^\p{L}\p{N}·]$/u.test(longer)) break;
    name = longer;
    count = next;
  }
  // A Latin name ends where its word does.
  if (/[A-Za-z0-9]$/u.test(name) && /^[A-Za-z0-9]/u.test(words.slice(name.length))) return undefined;
  // Of Latin words no two letters are a name.
  if (name.length === 2 && !/^\p{Script=Han}{2}$/u.test(name)) return undefined;
  return count >= (name.length > 2 ? AGAIN : OFTEN) &&
    name.length < words.length &&
    !isOther(name) &&
    !isEnglishOther(name) &&
    !THINGS.test(name)
    ? name
    : undefined;
}

/** What a title begins with where it names what is sold, or what kind of paper it is. */
const THINGS =
  /^(?:\d|域名|云(?:服务|主机|硬盘|数据库|存储|解析|市场)|对象|短信|快照|备份|证书|开源|隐私|儿童|个人|用户|服务|技术|软件|系统|网站|平台|产品|商家|代理|经销|入驻|招商|合作|采购|租赁|运输|委托|居间|借款|贷款|担保|咨询|工程|施工|装修|设计|数据|信息|安全|法律|通知|公告|关于|计费|价格|退款|发票|充值|会员|注册|电子|网络|在线|通用|专用|标准|业务|试用|私有|公有|混合|弹性|负载|内容|视频|直播|语音|物联|人工|区块|医疗|教育|金融|支付|物流|快递|房屋|车辆|保险|劳动|投资|股权|知识|版权|专利|商标|许可|授权|开发者?|第三方|服务等级)/u;

/** How companies and their brands call themselves: where little speaks for any name, one of this form is the likeliest. */
export const BRAND =
  /(?:[^机硬络]云|科技|网|网络|通信|电信|移动|联通|广电|银行|集团|传媒|智能|软件|在线|出行|金服|支付|商城|超充|优选|到家|生活|物流|快递|保险|证券|教育|医疗|文化|影视|游戏|信息)$/u;
/** A title that is a name and the kind of paper, and nothing else: `星桥笔记隐私政策`, “Acme Privacy Policy”, “Terms of Use | Acme”. */
const NAMED_PAPER: readonly RegExp[] = [
  /^[《“"【「#\s]*([\p{Script=Han}A-Za-z0-9·]{2,10}?)(?:个人|用户|会员|客户|服务|隐私|注册|使用|软件|平台|网站|在线|商城|应用|小程序|[Aa][Pp][Pp]|儿童|信息|保护|许可|权)*(?:协议|合同|政策|条款|声明|规则|须知|公告)[》”"】」]?$/u,
  /^(?:the )?((?:[A-Z][\w&.’'-]*|[a-z]\w+[A-Z]\w*)(?: (?:[A-Z][\w&.’'-]*|&)){0,2}?)(?:[’']s)? (?:(?:Online|Website|General|Master|Customer|User|Subscription|Software|Services?|Platform|API|End|Acceptable|Use|Privacy|Cookies?|Data|Processing|Terms|Conditions|of|and|&|Licen[cs]e) )*(?:Agreement|Policy|Statement|Notice|Addendum|Terms|Conditions|(?:Terms|Conditions) of (?:Use|Services?))$/u,
  /(?:Terms|Conditions|Policy|Agreement|Notice|Use|Services?)\s(?:[-–—|·:]|for|of)\s((?:[A-Z][\w&.’'-]*|[a-z]\w+[A-Z]\w*)(?: [A-Z][\w&.’'-]*){0,2})$/u,
];

/**
 * The name in a title that says a name and the kind of paper alone: enough where nothing in the text names anybody. What begins a
 * Chinese title may be what is sold: there the text has to say it as well.
 */
export function paperName(title: string, times: (name: string) => number): string | undefined {
  for (const pattern of NAMED_PAPER) {
    const name = pattern.exec(title.trim())?.[1];
    if (name === undefined || name.length < 2 || THINGS.test(name)) continue;
    if (/\p{Script=Han}/u.test(name) && times(name) < TWICE) continue;
    const isOthers = /\p{Script=Han}/u.test(name) ? isOther(name) : isEnglishOther(name) || /^\P{Ll}+$/u.test(name);
    if (!isOthers) return name;
  }
  return undefined;
}

/** So often a brand stands in a text at least. */
const TWICE = 2;

/** Of names for which little speaks, the one that is a brand by its form and stands there most often. */
export function brandName(names: readonly string[], times: (name: string) => number): string | undefined {
  const brands = names.filter((name) => BRAND.test(name) && name.length > 2 && name.length < 8 && !THINGS.test(name));
  const [first] = brands
    .map((name) => ({ name, count: times(name) }))
    .filter(({ count }) => count >= TWICE)
    .toSorted((a, b) => b.count - a.count || a.name.length - b.name.length);
  return first?.name;
}

/**
 * The name that is the host of the text's addresses and stands in its sentences as well, `fewest` times at least, as it is written
 * there.
 */
export function hostName(hosts: readonly string[], whole: string, fewest = AGAIN): string | undefined {
  for (const host of hosts.slice(0, 5)) {
    if (host.length < 3 || OTHER_HOSTS.test(host)) continue;
    const found =
      whole.match(
        new RegExp(`(?<![\\w.@/-])${host}(?:\\.(?:com|io|org|net|ai|dev|app|cn))?(?![\\w@/-]|\\.[a-z]{2})`, 'giu'),
      ) ?? [];
    if (found.length >= fewest) return found[0];
  }
  return undefined;
}

const LATIN = /(?<![A-Za-z0-9./@_-])[A-Z][A-Za-z0-9]{3,20}(?![A-Za-z0-9_@-]|\.[a-z])/gu;
/** Names of techniques, formats and parts that every such text has. */
const TECHNIQUES =
  /^(?:[A-Z0-9]{2,5}|HTTPS?|Cookies?|Web(?:site)?|Internet|Email|JavaScript|Java|Python|Linux|Windows|Android|Apple|Google|MySQL|Redis|MongoDB|Docker|Kubernetes|WeChat|Flash|Server|Client|Service|Agreement|License|Copyright|Beacons?|Token|Session|Mobile|Phone|Wi[Ff]i|This|That|Your|With|From|Software|Terms|Section)$/u;

/** The Latin name that a Chinese text uses most often, where it uses one again and again. */
export function latinName(whole: string): string | undefined {
  if (!/\p{Script=Han}{8}/u.test(whole)) return undefined;
  const counts = new Map<string, number>();
  for (const [name] of whole.matchAll(LATIN)) if (!TECHNIQUES.test(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [first, second] = [...counts].toSorted(([, a], [, b]) => b - a);
  if (!first || first[1] <= 1.5 * (second?.[1] ?? 0)) return undefined;
  // A capital inside tells a name from a word.
  return first[1] >= AGAIN || (first[1] >= TWICE && /[a-z][A-Z]/u.test(first[0])) ? first[0] : undefined;
}

/** Words of a title that say what paper it is. */
const PAPER =
  /\b(?:Terms|Agreement|Contract|Policy|Policies|Conditions|Notice|Addendum|Schedule|Licen[cs]e|SLA|Statement|Rules|Guidelines|Charter)\b/iu;
const PROPER = /^(?:[A-Z][\w&.’'-]*|[a-z]\w+[A-Z]\w*)(?: (?:[A-Z][\w&.’'-]*|&|of|and)){0,3}$/u;

/**
 * The name that stands beside the kind of paper in a title, parted from it by a dash, a colon or a bar: `Acme Mobile – Plan Terms`,
 * “Service Conditions | Acme”. Only where nobody else is named: it may be what is sold.
 */
export function namedBeside(title: string): string | undefined {
  const parts = title
    .replace(/^#+\s*/u, '')
    .split(/\s+[–—|·-]\s+|:\s+/u)
    .map((part) => part.trim());
  if (parts.length < 2) return undefined;
  const papers = parts.filter((part) => PAPER.test(part));
  const name = parts.find((part) => !PAPER.test(part) && PROPER.test(part) && !isEnglishOther(part));
  return papers.length > 0 && name !== undefined && /\p{Ll}/u.test(name) ? name : undefined;
}

const CLOUD =
  /(?:^|[，,。；;：:、（(\s为由与])(\p{Script=Han}{1,3}云)(?!上|端|服|主|硬|数据|存|计)(?=[^，。；有将可应不会对向与和]{0,8}?(?:[A-Za-z]{2}|数据库|存储|服务器|网络|短信|消息|产品|服务|直播|点播|安全|域名|证书|解析))/gmu;
const CLOUDS =
  /^(?:私有|公有|混合|专有|行业|政务|金融|边缘|多|该|本|上|对|为|在|按|将|使用|购买|关于|基于|各|跨)|^.?云$/u;

/** A notice that names its sender but once, before what it offers: `星桥云内容分发…`. */
export function cloudName(whole: string): string | undefined {
  return [...whole.matchAll(CLOUD)].map(([, name = '']) => name).find((name) => name.length > 2 && !CLOUDS.test(name));
}
