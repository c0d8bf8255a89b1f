import type { LegacyKind } from '../legacy-fact.ts';
import type { TagKind } from '../model.ts';

/** A value that is words: the group `value` of the first pattern that fits a sentence. */
export interface TextValueRule {
  readonly kind: Extract<LegacyKind, 'court' | 'electronic-delivery'>;
  readonly why: string;
  /** The clause must have this kind. */
  readonly tag: TagKind;
  /** Or its sentence says so itself, whatever kind its clause is of. */
  readonly says?: RegExp;
  readonly patterns: readonly RegExp[];
  /** The sentence must also say this. */
  readonly also?: RegExp;
  /** A value that says this is none: “the competent court” names no court. */
  readonly never?: RegExp;
  /** Words before the value that make it another matter: by post, by courier, by fax. */
  readonly neverAfter?: RegExp;
  /** The same, right behind the value: `three days after being sent by certified mail`, `when delivered personally`. */
  readonly neverBefore?: RegExp;
}

/** Places that need no 市 or 区 to be a place. */
const CITY =
  '北京|上海|天津|重庆|深圳|广州|杭州|南京|成都|武汉|西安|苏州|厦门|青岛|大连|宁波|贵阳|海口|香港|澳门|台北|新加坡|伦敦|东京';
const PLACE = String.raw`(?:(?:中国|中华人民共和国)?(?:(?:(?![向由至在于到交诉以将的]|地(?!区))\p{Script=Han}){1,8}?(?:省|地区|自治区|特别行政区|市|州|盟|区|县|旗|新区)|${CITY}))`;
const COURT_NAME = String.raw`(?:有管辖权的?|具有管辖权的?)?(?:基层|第[一二三四五]中级|中级|高级|互联网|金融|知识产权|海事|铁路运输)?(?:人民)?法院`;
export const TEXT_VALUE_RULES: readonly TextValueRule[] = [
  {
    kind: 'court',
    why: 'The court that the clause names. The court of a party’s seat, or “the competent court”, is no named court.',
    tag: 'jurisdiction',
    patterns: [
      new RegExp(String.raw`(?<value>${PLACE}{1,4}${COURT_NAME})`, 'u'),
      new RegExp(String.raw`[（(](?<value>${PLACE}{1,4})[）)]\s*${COURT_NAME}`, 'u'),
      new RegExp(String.raw`(?<value>${PLACE}{1,4}(?:（[^）]{1,20}）)?(?:的)?${COURT_NAME})`, 'u'),
      /(?<value>(?:中国|中华人民共和国)(?:大陆)?(?:的)?(?:人民)?法院)/u,
    ],
    never: /所在地|住所地|履行地|签订地|原告|被告|当地|各自|(?:甲|乙|一|双|各|我|你|对)方|您|用户|客户|服务商|平台/u,
  },
  {
    kind: 'electronic-delivery',
    why: 'When a notice sent by electronic means counts as received.',
    tag: 'notice-delivery',
    says: /(?<![\p{Script=Han}])(?:(?:电子|书面|上述|前述|该等|所有|一切)(?:的)?)?通知(?![^。；]{0,60}(?:协议|条款|规则|修改|变更|调整|修订))[^。；]{0,60}(?:生效|效力)|(?:通知|公告|公示)[^。；]{0,60}(?:视为|即为)[^，。；]{0,24}(?:送达|收到|接收|通\s?知|告知|到达)|(?:公示|公布|发布|显示|发送|推送|上传)[^。；]{0,24}视为[^，。；]{0,24}(?:送达|通\s?知|告知)|(?:通知|信函|送达)[^。；]{0,60}(?:为准|为送达日)|(?:邮件|短信|消息|站内信)[^。；]{0,60}(?:视为|即为)[^，。；]{0,8}(?:送达|收到|到达)|(?:公布|公告|公示|发布)(?:将|即|应)?(?:被)?视为[^，。；]{0,16}通\s?知|\b(?:notices?|messages?|e-?mails?|pop-?ups?|banners?|announcements?|communications?)\b[^.;]{0,160}\b(?:deemed|considered|treated|taken\s(?:as|to)|counts?\sas)\b[^.;]{0,30}\b(?:given|received|delivered|delivery|receipt|service)\b|\b(?:posting|publication|publishing|display(?:ing)?|showing)\b[^.;]{0,80}\b(?:counts?\sas|serves?\sas|constitutes?)\s(?:\w+\s)?(?:delivery|notice|receipt)\b|(?:^|[.;:]\s*|\b(?:an?|any|all|such|our|your|each|every|mail|electronic|written|console|the)\s)notices?\b(?:(?!\b(?:chang|modif|amend|terminat|cancel|renew|revis|updat)|[.;,]).){0,80}\b(?:is|are|be|takes?|becomes?|will)\s(?:deemed\s)?effect(?:ive)?\s(?:(?:as\sof|from)\s)?(?:when|upon|on|once|immediately|at\sthe\stime|at\s[^.;,]{0,30}\b(?:log|sign)[\s-]?(?:in|on))\b|\b(?:deemed|considered)\sto\shave\sreceived\s(?:it|them|an?y?|the|our|such|each)\b/iu,
    also: /电子|短信|邮件|邮箱|站内|系统消息|公告|网站|数据电文|控制台|弹窗|微信|e-?mail|electronic|console|control panel|account|dashboard|sms|text message|in-app|portal|website|\bsite\b|online|公示|网页|平台|软件|账户|通知|\bnotices?\b|\bcommunications?\b|\bpop-?ups?\b|\bbanners?\b/iu,
    patterns: [
      // Whoever logs in has it before them: the day of that is one that only a person can say.
      /(?<value>(?:自|在|于)?[^，。；,;：:\n]{0,24}(?:登录|登陆|登入)[^，。；;\n]{0,24}(?:视为|即为|视同)[^，。；;\n]{0,8}(?:送达|收到|接收|通知|告知|到达))/u,
      /(?<value>\b(?:at|on|upon|when|once)\s[^.;,]{0,40}?\b(?:log(?:s|ged|ging)?[\s-]?(?:in|on)|sign(?:s|ed|ing)?[\s-]?(?:in|on))\b[^.;,]{0,40})/iu,
      /(?<value>\b(?:posting|publication|publishing|display(?:ing)?|showing|announcement|sending|transmission)\b[^.;,]{0,60}?\b(?:counts?|serves?|constitutes?|is\s(?:deemed|considered|treated))\s(?:as\s|to\sbe\s)?(?:due\s|valid\s|effective\s)?(?:delivery|delivered|notice|receipt|service)\b)/iu,
      /(?<value>(?:自|在|于|一经|经)?[^，。；,;：:\n]{0,24}(?:发送|发出|发布|公布|公告|公示|张贴|进入|到达|推送|传输|显示|上传)[^，。；;\n]{0,24}(?:视为|即为|视同)[^，。；;\n]{0,8}(?:送达|收到|接收|通知|告知|到达))/u,
      /(?<value>(?:一经|自|以|于)[^，。；;\n]{0,24}(?:公示|上传|显示|进入|收到|发布)[^。；;\n]{0,16}，(?:即|则|均)?(?:视为|即视为|即为)[^，。；;\n]{0,24}(?:送达|收到|通\s?知|告知))/u,
      /(?<value>(?:进入|到达|发送|发出|发布|公布|公告|公示|显示|推送|上传|张贴)[^，。；;\n\d]{0,24}(?:时|之时|后|之后|之日|当日|即刻|成功|的)[，,](?:即|则|均|应|将|当)?(?:被)?(?:视为|即为|视同)[^，。；;\n]{0,16}(?:送达|收到|接收|通\s?知|告知|到达))/u,
      /(?<value>(?<=通知[^。；\n]{0,24})(?:自|在|于|一经|一旦)?[^，。；,;：:\n]{0,16}(?:发送|发出|发布|公布|公告|公示|进入|到达|推送|显示)(?![^，。；\n]{0,8}(?:地址|住所))[^，。；\n]{0,16}(?:生效|发生(?:法律)?效力|(?:产生|具有)[^，。；\n]{0,4}送达的?效力))/u,
      /(?<value>(?:公布|公告|公示|发布)(?:将|即|应|均)?(?:被)?视为[^，。；;\n]{0,16}(?:送达|通\s?知|告知))/u,
      /(?<value>以[^，。；;\n]{0,24}(?:发出|发送|发布|公布|公示|到达|进入|推送)(?:之日|之时|时间|日期|日|时|成功)?(?:为准|为送达日?))/u,
      /(?<value>[^，。；;\n]{0,16}(?:发出|发送|收到)(?:日|之日|时)?为(?:送达日|准|送达))/u,
      /(?<value>(?:自|在|于|一经|经)?[^，。；,;：:\n]{0,24}(?:发送|发出|发布|公布|公告|张贴|进入|到达|推送|传输|显示)[^，。；;\n]{0,24}(?:视为|即为|视同)[^，。；;\n]{0,6}(?:送达|收到|接收|通知))/u,
      /(?<value>(?:一经|自)[^，。；;\n]{0,20}(?:发送|发出|发布|公布|公告|推送)[^。；;\n]{0,12}，(?:即|则)?(?:视为|即为)[^，。；;\n]{0,8}(?:送达|收到))/u,
      /(?<value>(?:自|在|于|一经)?[^，。；,;：:\n]{0,16}(?:发送|发出|发布|公布|公告|到达|推送)[^，。；;\n]{0,8}(?:时|后|之时|之日|即)(?:即|即为|即时|立即|为)?送达)/u,
      /(?<value>(?:when|upon|on(?= (?:its |successful )?(?:transmission|sending|dispatch|posting|publication)\b)|once|at the time|immediately|on the (?:date|day)|as of|(?:[\w-]+ ?)?(?:\(\d+\) ?)?(?:(?:business |working |calendar )?days?|hours?|minutes?) (?:after|following))\b[^.;,]{0,60}?\b(?:sent|send(?:ing)?|transmi\w+|post(?:ed|ing)|dispatch(?:ed)?|deliver(?:ed|y)|e-?mailed|texted|faxed|issued|display(?:ed)?|shown|publi\w+|confirmed|received)\b(?: (?:the|that|such|an?) (?:e-?mail|message|notice))?(?! by registered))/iu,
      /\b(?:deemed|considered|treated as)\b[^.;]{0,40}?\b(?:received|delivered|served|given)\b[^.;]{0,10}?(?<value>\b(?:at once|immediately|instantly|forthwith)\b)/iu,
      /(?:\bby (?:text messages?|sms|e-?mail|in-app messages?)|\b(?:on|in|through|via) the (?:console|dashboard|portal|control panel))[^.;,]{0,20},? (?<value>(?:at once|immediately|instantly|forthwith)\b)/iu,
      /(?<value>(?:自|在|于)?[^，。；,;：:\n]{0,16}(?:发送|发出|发布|公布|公告|推送)[^，。；;\n]{0,6}?(?:当日|当天|次日|翌日|次一?个?(?:工作|营业)日|第[二两2]个?[日天])(?:即|视为|即视为|为)?(?:送达|收到))/u,
      /(?<value>(?:短信|电子邮件|邮件|站内信|站内消息|系统消息|微信)[^，。；;\n]{0,8}(?:即时|立即|即刻|实时|当即)(?:视为)?送达)/u,
      /\b(?:deemed|considered|treated as)\b[^.;]{0,40}?\b(?:received|delivered|served|given)\b[^.;]{0,20}?(?<value>\b(?:on the )?(?:next|following|same) (?:business |working |calendar )?day(?: (?:after|following)[^.;,]{0,40})?)/iu,
    ],
    never:
      /纸质|邮寄|快递|挂号|courier|mailing|registered mail|by post|personal(?:ly)?\sdeliver|delivered\s(?:personally|in\sperson|by\shand)|\bprior\s(?:written\s)?notice|^(?:when|upon|on|at\sthe\stime\sof)\s(?:actual\s)?deliver(?:ed|y)$/iu,
    neverBefore:
      /^\s*(?:personally|in\sperson|by\shand)\b|^\s*(?:,?\s?(?:if|when|where|in\sthe\scase\sof)\s)?(?:(?:sent|delivered|given|made|dispatched|deposited|mailed|served)\s)?(?:by|via|with|using|in|through)\s(?:(?!e-?mail)(?:[^,.;]|\.(?=\S)|(?<=\b[A-Z])\.)){0,70}?\b(?:(?<!e-)mail|post|courier|carrier|letter|delivery\sservice|fax|facsimile|hand|person)\b/iu,
    neverAfter:
      /(?:以|通过|采用|经)(?:邮寄|快递|挂号信?|特快专递|专人|当面|传真)(?:方式|形式)?[^，。；]{0,8}[，,]\s*$|\b(?:by|via)\s(?![^.;]*\be-?mail)(?:[\w-]+\s){0,3}(?:post|courier|mail|fax)\b[^.;]*$|(?:^|[.;]\s*)(?![^.;]*(?:e-?mail|sms|text message|in-app|website|online))[^.;]*\b(?:post|letters?|registered mail|airmail|courier|paper|postal|hard[- ]cop(?:y|ies))\b[^.;]*$|[,;:]\s(?:(?:and|or|by|an?|any|the)\s){0,3}(?:\w+\s){0,2}(?:letters?|post|couriers?|airmail|(?<!e-)mail|(?:paper|postal|hard[- ]copy)(?:\s(?:notices?|documents?|mail))?|hard[- ]copies)\b[^.;,:]{0,24}$/iu,
  },
];
