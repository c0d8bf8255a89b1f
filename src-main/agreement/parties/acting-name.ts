import { PARTY_WORDS } from '../rules/parties.ts';

/**
 * A name right before what a provider does: has a right, answers or does not, provides, collects. The name begins a part of the
 * sentence or follows a word that cannot belong to it.
 */
const CHINESE =
  /(?:^|[。；，、：:“”"（）()》\s]|(?:如果?|若|则|且|并且?|但|而|因此?|由于?|向|与|和|经|及|或者?|同意|知悉|理解|确认|当|在|除|对于?|是|即|为|按照|根据|通过|使用|届时|否则|此时))([\p{Script=Han}A-Za-z0-9·]{2,14}?)(?:（[^（）]{0,12}）)?(?=有权|将(?!来)|均?不承担|不对|不负|无[需须]|保留|可以|应当|负责|(?:仅|只)?提供|不保证|无法|无义务|不会|并不|收取|单方|享有|可(?:随时|根据|依据|单方|视|自行))/gu;
/** Words that a name was taken along with from before it: 您同意星桥云… */
const CHINESE_BEFORE = /^.*(?:同意|知悉|了解|理解|确认|认可|授权|承认|接受|如果|届时|否则|因此)/u;
/** What no provider is called: other people, things, times. */
const CHINESE_OTHERS =
  /^(?:本|该|此|其|这|上述|下列|任何|任意|一切|所有|部分|各|每|双方|一方|对方|他人|第三|法院|法律|法规|政府|国家|公安|有关|相关|主管|监管|司法|仲裁|服务$|协议|合同|条款|价格|费用|系统$|网站$|产品$|软件$|数据|信息|内容|账户|账号|帐户|帐号|订单|页面|合作|违约|守约|前述|否则|如果|但|并|且|而|也|仍|同时|之后|之前|以后|届时|不|未|已|自|因|将|可|应|须|需|按|依|凭|就|仅|只|亦|均|都|又|再|还|若|如|当|在|对|向|与|和|及|或|由|经|被|把|让|使|令|请|您|你|用户|客户|会员|消费者|买家|卖家|商家|学员|双方|甲|乙|丙|丁)|(?:的|时|后|前|者|等|中|内|外|上|下|间|期|日|月|年|人员?|人士|方面|方式|情况|情形|原因|责任|义务|权利|行为|规定|约定|要求|通知|服务|费用?|页面|资料|员工|代表|关联公司|合作伙伴|授权方|机构|部门|机关|单位|企业|个人|组织|运营商|供应商|提供商|银行)$/u;
const ENGLISH =
  /(?:^|[.;:,(“"]\s*|\b(?:and|that|if|by|or|then|to|from|with|of|as|when|where|because|whether|unless|agree)\s+)((?:[A-Z][\w&’'-]*|[a-z][\w]+[A-Z]\w*)(?:[ ](?:[A-Z][\w&’'-]*|&)){0,3})\s+(?=(?:may|will|shall|reserves?|is not|are not|does not|do not|cannot|can|has the|have the|grants?|provides?|collects?|makes? (?:no|available)|disclaims?|assumes? no|offers?|retains?|owns?)\b)/gu;
const ENGLISH_OTHERS =
  /^(?:The|This|These|Those|That|Any|All|If|In|No|None|Each|Either|Neither|It|They|Such|You|Your|We|Us|Our|I|He|She|There|What|Who|Which|Some|Other|Users?|Customers?|Clients?|Subscribers?|Members?|Licensees?|Registrants?|Partners?|Merchants?|Resellers?|Developers?|Publishers?|Advertisers?|Affiliates?|Affected|Part(?:y|ies)|Third|Data|Personal|Confidential|Order|Fees?|Taxes|Payment|Services?|Software|Content|Websites?|Sites?|Platforms?|Apps?|Applications?|Products?|Accounts?|Terms?|Agreements?|Polic(?:y|ies)|Sections?|Article|Exhibit|Annex|Schedule|Subscription|Support|Documentation|Notices?|Company|Provider|Supplier|Licensor|Vendor|Processor|Controller|Sub-?processors?|Contractor|Authori[sz]ed|Administrators?|Disclosing|Receiving|Recipient|Discloser|Losses|Claims?|Liability|Nothing|Failure|Use|Access|Subject|Please|People|Everyone|Anyone|Nobody|Court|Courts|State|Law|Laws|Force|Upon|On|At|By|For|From|With|When|Where|While|However|Additionally|Accordingly|Furthermore|Therefore|Further|Unless|Except|After|Before|During|Until|Once|Also|And|Or|But|Not|As|So|To|Of)\b/u;

const GENERIC = new Set<string>(
  [PARTY_WORDS.provider, PARTY_WORDS.customer, PARTY_WORDS.either].flatMap(({ chinese, english }) => [
    ...chinese,
    ...english,
  ]),
);
/** So often it acts before it is taken for a name. */
const FEWEST = 3;
const READ = 60_000;

/**
 * The name of whoever acts as a provider does, in a text that names it without saying what it is: 星桥云有权…, “Acme may…”.
 * A name that stands in the title needs to act only once. Undefined where none does.
 */
export function actingName(title: string, texts: readonly string[]): string | undefined {
  const votes = new Map<string, number>();
  let read = 0;
  for (const text of texts) {
    if (read > READ) break;
    read += text.length;
    for (const name of namesIn(text.slice(0, 4000))) votes.set(name, (votes.get(name) ?? 0) + 1);
  }
  const flat = title.toLowerCase();
  const all = [...votes].map(([name, count]) => {
    const titled = flat.includes(name.toLowerCase());
    return { name, weight: titled ? count * 2 + FEWEST : count };
  });
  const [best] = all.toSorted((a, b) => b.weight - a.weight);
  return best && best.weight >= FEWEST ? best.name : undefined;
}

function namesIn(text: string): readonly string[] {
  const chinese = [...text.matchAll(CHINESE)]
    .map(([, name = '']) => name.replace(CHINESE_BEFORE, ''))
    .filter((name) => !CHINESE_OTHERS.test(name));
  const english = [...text.matchAll(ENGLISH)]
    .map(([, name = '']) => name.replace(/[’']s?$/u, ''))
    .filter((name) => !ENGLISH_OTHERS.test(name) && /[a-z]|^[A-Z\d&]{2,6}$/u.test(name));
  return [...chinese, ...english].filter((name) => name.length > 1 && !GENERIC.has(name.toLowerCase()));
}
