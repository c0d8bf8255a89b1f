import type { DocumentKind } from '../model.ts';

/** A line that may be the title of a document. `strong`: its noun names a paper one agrees to, seldom a section of one. */
export interface TitleReading {
  readonly kind: DocumentKind;
  readonly strong: boolean;
}

interface TitleRule extends TitleReading {
  /** Tried on the title without brackets, version and date at its end. */
  readonly pattern: RegExp;
}

/** First match wins: the narrow nouns stand before the wide ones. */
const RULES: readonly TitleRule[] = [
  {
    kind: 'sla',
    strong: true,
    pattern: /\b(?:service[- ]level (?:agreement|commitment)|sla)(?: \(sla\))? (?:for|of|on) .{2,60}$/i,
  },
  {
    kind: 'sla',
    strong: true,
    pattern: /(?:服务)?可用性(?:承诺|协议|保证)$|\b(?:uptime|availability) (?:commitment|guarantee)$/i,
  },
  { kind: 'sla', strong: true, pattern: /(?:服务(?:等级|水平|级别)(?:协议|承诺|指标|保证|条款|说明|规范)?|SLA)$/ },
  {
    kind: 'sla',
    strong: true,
    pattern: /\bservice[- ]levels?(?: (?:agreement|commitments?|terms|objectives?|addendum|policy|description))?$/i,
  },
  { kind: 'commitment-letter', strong: true, pattern: /(?:承诺书|承诺函|保证书|保证函|责任书)$/ },
  {
    kind: 'commitment-letter',
    strong: true,
    pattern:
      /(?:\bletter of (?:commitment|undertaking)|\bcommitment letter|\b(?:deed of )?undertaking|\bstatement of commitment)$/i,
  },
  {
    kind: 'privacy',
    strong: true,
    pattern:
      /(?:隐私权?(?:政策|声明|条款|协议|通知|保护(?:政策|声明|指引|协议))|个人信息(?:保护|处理)(?:政策|规则|声明|说明|指引)|儿童个人信息保护规则)$/,
  },
  { kind: 'privacy', strong: true, pattern: /\b(?:privacy|cookies?)(?: and \w+)? (?:policy|notice|statement)$/i },
  { kind: 'guide', strong: false, pattern: /^(?:如何|怎么|怎样|how (?:to|do i)\b)/i },
  {
    kind: 'form-list',
    strong: false,
    pattern:
      /(?:文件|表格|表单|模板|模版|附件|资料|单证|文书)(?:下载|清单|列表|一览表?|目录|汇总)$|下载(?:专区|中心|列表)$/,
  },
  {
    kind: 'form-list',
    strong: false,
    pattern:
      /\b(?:forms?|templates?|documents?)(?: (?:and|&) \w+)?(?: (?:list|downloads?|library))$|^(?:downloadable )?forms$/i,
  },
  {
    kind: 'guide',
    strong: false,
    pattern: /(?:指南|手册|教程|帮助|操作说明|使用说明|操作指引|指引|流程|步骤|常见问题|问答|操作文档)$/,
  },
  {
    kind: 'guide',
    strong: false,
    pattern: /\b(?:guide|manual|handbook|faqs?|instructions|tutorial|frequently asked questions)$/i,
  },
  // One-sided texts for whoever uses something are terms, whatever they call themselves.
  { kind: 'terms', strong: true, pattern: /(?:用户|使用|注册|注销|会员)(?:电子)?协议$/ },
  { kind: 'service-agreement', strong: true, pattern: /(?:协议书?|合同书?|合约|契约)$/ },
  {
    kind: 'service-agreement',
    strong: true,
    pattern: /\b(?:agreement|contract|addendum|order form|statement of work|eula|msa|dpa)$/i,
  },
  {
    kind: 'terms',
    strong: true,
    pattern:
      /(?:服务|使用|业务|产品|合作|交易|会员|订阅|许可|授权|试用|采购|用户|客户|网站|平台|商务|销售|购买|注册|通用|专用|标准|法律|合同)(?:条款|条件)(?:和条件|与条件|及条件)?$/,
  },
  {
    kind: 'terms',
    strong: true,
    pattern:
      /\b(?:terms (?:of|and|&|for) .*|(?:service|customer|product|subscription|user|general|online|website|platform|additional|supplemental|specific) terms|terms|(?:general|special|standard) conditions)$/i,
  },
  { kind: 'terms', strong: true, pattern: /\b(?:acceptable use|fair use|usage|refund|security) policy$/i },
  {
    kind: 'service-agreement',
    strong: true,
    pattern: /\b(?:agreement|contract|addendum) (?:for|on|regarding|governing|concerning) .{2,60}$/i,
  },
  {
    kind: 'terms',
    strong: false,
    pattern:
      /^(?!.*(?:保密|违约|免责|争议|定义|提示|终止|支付|付款|赔偿|责任|知识产权|不可抗力|通知|管辖|仲裁|转让|解除|变更)条款$).{4,}条款$/,
  },
  {
    kind: 'other',
    strong: true,
    pattern: /(?:授权(?:委托)?书|委托书|说明函|申请(?:书|表)|告知书|确认(?:书|函)|备忘录|授权函|通知书|信息表)$/,
  },
  {
    kind: 'terms',
    strong: false,
    pattern: /(?:规则|须知|免责声明|法律声明|声明|公约|守则|准则|政策|管理办法|管理规定|实施细则|章程|规范)$/,
  },
  {
    kind: 'terms',
    strong: false,
    pattern: /\b(?:policy|rules|guidelines|disclaimer|legal notice|end user licen[cs]e|licen[cs]e)$/i,
  },
  {
    kind: 'other',
    strong: false,
    pattern: /(?:公告|通知|说明|订单|模板|报价单|清单|信息表)$|\b(?:notice|announcement|statement|memorandum|letter)$/i,
  },
];

/** Generic openings of a section that end like a title. */
const SECTION_NAMES =
  /^(?:提示条款|重要提示|特别(?:提示|说明|声明)|其他(?:条款|约定|规定|说明)?|一般条款|通用条款|附加条款|补充条款|最终条款|定义条款|本协议|本合同|入网协议|the agreement|this agreement|agreed terms|agreed terms and conditions|(?:operative|commercial|key|special|standard|additional|supplemental|service specific|product) (?:terms|provisions|conditions)|entire agreement|agreement|arbitration agreement|general terms|payment terms|other terms|definitions and terms|terms|contract|notice|说明|声明|通知|公告|规则|政策|流程|步骤|清单|帮助|问答)$/i;

const MAX_TITLE = 90;

/** A title as compared: no outer brackets, no version, date or translation in brackets at its end, no spacing of letters. */
export function plainTitle(text: string): string {
  let title = text.slice(0, MAX_TITLE * 2).trim();
  if (/^(?:[\p{Script=Han}] +)+[\p{Script=Han}]$/u.test(title)) title = title.replace(/ +/g, '');
  title = title.replace(/^[《「『【"“]+|[》」』】"”]+$/g, '');
  for (let before = ''; before !== title;) {
    before = title;
    title = title
      .replace(/ {0,2}[（(【[][^（(【[）)】\]]{0,60}[）)】\]]$/, '')
      .replace(/[ _-]{0,3}(?:v|version|版本) {0,2}\d[\w.]{0,12}$/i, '')
      .replace(/》$/, '')
      .trim();
  }
  return title;
}

/** Reads a line as a title; undefined when it is a sentence, a label to fill in, or has no noun that names a paper. */
export function readTitle(text: string): TitleReading | undefined {
  if (text.length > MAX_TITLE || /[。；;！？!?，,：:=＝…]|_{2}|\.$|^\d/.test(text)) return undefined;
  const title = plainTitle(text);
  if (title.length < 2 || SECTION_NAMES.test(title)) return undefined;
  const rule = RULES.find(({ pattern }) => pattern.test(title));
  if (!rule) return undefined;
  const english = !/\p{Script=Han}/u.test(title);
  if (english && !isTitleCase(title)) return undefined;
  if (!english && title.length > 45) return undefined;
  return { kind: rule.kind, strong: rule.strong };
}

/** Nouns that tell the kind of a line that is known to be a title; the first that it has. */
const NOUNS: readonly (readonly [pattern: RegExp, kind: DocumentKind])[] = [
  [/服务(?:等级|水平|级别)|SLA|\bservice[- ]levels?\b/i, 'sla'],
  [/隐私|个人信息保护|\bprivacy\b/i, 'privacy'],
  [/承诺书|承诺函|责任书|保证书|\b(?:letter of commitment|undertaking)\b/i, 'commitment-letter'],
  [/协议|合同|\b(?:agreement|contract|addendum|order form|statement of work)\b/i, 'service-agreement'],
  [/条款|条件|规则|规定|须知|政策|办法|\b(?:terms|conditions|policy|rules|(?:small|fine) print)\b/i, 'terms'],
  [/服务说明|服务描述|\b(?:service )?schedule$/i, 'other'],
  [/指南|手册|教程|帮助|常见问题|\b(?:guide|manual|how to|faqs?|instructions)\b/i, 'guide'],
];

/** The kind that a title names, wherever in it the noun stands; undefined when it names none. */
export function kindOfTitle(title: string): DocumentKind | undefined {
  return readTitle(title)?.kind ?? NOUNS.find(([pattern]) => pattern.test(title))?.[1];
}

/** How a document speaks of itself, where its title does not say what it is. */
const SELF: readonly (readonly [pattern: RegExp, kind: DocumentKind])[] = [
  [/本(?:服务等级协议|服务水平协议|SLA)|\bthis (?:service level agreement|SLA)\b/i, 'sla'],
  [/本隐私(?:政策|声明|协议)|\bthis privacy (?:policy|notice|statement)\b/i, 'privacy'],
  [/(?:本|我)(?:单位|公司|人|用户)(?:郑重|自愿|在此)?(?:做出如下|作出如下)?承诺/, 'commitment-letter'],
  [/本(?:服务|使用|产品)?(?:条款|规则|规定)|\bthese (?:terms|conditions)\b|\bthis policy\b/i, 'terms'],
  [/本(?:服务|用户)?(?:协议|合同)|\bthis (?:[\w-]+ ){0,4}(?:agreement|contract)\b/i, 'service-agreement'],
];

/** The kind by which a text speaks of itself; undefined when it does not. */
export const kindOfSelf = (text: string): DocumentKind | undefined => SELF.find(([pattern]) => pattern.test(text))?.[1];

const SMALL_WORDS = /^(?:of|and|for|to|the|a|an|in|on|with|by|or|&|at|from|as|-|–|—|\/)$/i;

/** True when both lines are titles, one Chinese and one not: the same title twice. */
export const isTranslation = (title: string, next: string): boolean =>
  /\p{Script=Han}/u.test(title) !== /\p{Script=Han}/u.test(next) &&
  readTitle(title) !== undefined &&
  readTitle(next) !== undefined;

/** English titles and headings begin their words with capitals, small words aside. */
export function isTitleCase(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  if (words.length === 0 || words.length > 16) return false;
  const capital = words.filter((word) => SMALL_WORDS.test(word) || /^[^\p{L}]*[\p{Lu}\p{N}]/u.test(word)).length;
  return /^[^\p{L}]*\p{Lu}/u.test(text) && capital === words.length;
}

/** A short label that can head what follows: no sentence, no formula, nothing to fill in. */
export function isHeadingLike(text: string): boolean {
  if (text.length > 100 || !/\p{L}/u.test(text) || /^[□☐☑☒✓√]/.test(text)) return false;
  if (/[。；！？!?，,：:=＝…]|_{2}|＿|[.;]$|、$/.test(text)) return false;
  if (text.includes(';') && !isTitleCase(text)) return false;
  if (/\p{Script=Han}/u.test(text)) return text.length <= 36;
  const words = text.split(/\s+/).length;
  return words <= 12 && (isTitleCase(text) || (words <= 5 && /^[^\p{L}]*\p{Lu}/u.test(text)));
}

/** How documents begin: their own name, the parties, dates, a greeting. */
const OPENING =
  /^(?:【?(?:重要|特别|提示)|本(?:服务|产品|网站|平台|软件)?(?:协议|条款|合同|承诺|政策|规则|声明|指南|文档|附件|服务等级|SLA|公司|用户|人|隐私)|[《“].{1,40}[》”].{0,12}(?:是|由|适用|规定)|欢迎|尊敬的|亲爱的|致[：:]|甲 ?方|乙 ?方|(?:最近|最后|本版)?(?:更新|生效|发布|修订|版本)|鉴于|依据|根据|为了?|this |these |welcome|thank you|last (?:updated|modified|revised)|effective|version|please read|important|by (?:clicking|accessing|using|signing)|whereas|between|to:|we |our |at )/i;

/** True when `text` is the way a document starts to speak. */
export function isOpening(text: string): boolean {
  return OPENING.test(text);
}

/** Formulas that end a letter or an agreement. */
const CLOSING =
  /^[（(【]?(?:特此(?:承诺|声明|证明|确认|函告|函复|授权|通知|公告|说明|申请|委托|保证|告知)|此致|敬礼|以下无正文|正文完|全文完|in witness whereof|\[?signature page|end of (?:agreement|document|terms)|yours (?:sincerely|faithfully))/i;

/** True for a closing formula (特此承诺, 以下无正文, IN WITNESS WHEREOF). */
export function isClosing(text: string): boolean {
  return text.length <= 400 && CLOSING.test(text);
}
