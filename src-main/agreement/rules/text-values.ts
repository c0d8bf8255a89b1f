import type { LegacyKind } from '../legacy-fact.ts';
import type { TagKind } from '../model.ts';

/** A value that is words: the group `value` of the first pattern that fits a sentence. */
export interface TextValueRule {
  readonly kind: Extract<LegacyKind, 'liability-cap' | 'court' | 'governing-law' | 'electronic-delivery'>;
  readonly why: string;
  /** The clause must have this kind. */
  readonly tag: TagKind;
  readonly patterns: readonly RegExp[];
  /** The sentence must also say this. */
  readonly also?: RegExp;
  /** A value that says this is none: “the competent court” names no court. */
  readonly never?: RegExp;
  /** Words before the value that make it another matter: by post, by courier, by fax. */
  readonly neverAfter?: RegExp;
}

/** Places that need no 市 or 区 to be a place. */
const CITY =
  '北京|上海|天津|重庆|深圳|广州|杭州|南京|成都|武汉|西安|苏州|厦门|青岛|大连|宁波|贵阳|海口|香港|澳门|台北|新加坡|伦敦|东京';
const PLACE = String.raw`(?:(?:中国|中华人民共和国)?(?:(?:(?![向由至在于到交诉以将]|地(?!区))\p{Script=Han}){1,8}?(?:省|地区|自治区|特别行政区|市|州|盟|区|县|旗|新区)|${CITY}))`;
const COURT_NAME = String.raw`(?:有管辖权的?|具有管辖权的?)?(?:基层|第[一二三四五]中级|中级|高级|互联网|金融|知识产权|海事|铁路运输)?(?:人民)?法院`;
const COUNTRY =
  '中华人民共和国|中国|香港|澳门|台湾|新加坡|美国|英国|英格兰|日本|韩国|德国|法国|澳大利亚|加拿大|爱尔兰|荷兰|瑞士|马来西亚|印度尼西亚|泰国|开曼|英属维尔京|卢森堡';

export const TEXT_VALUE_RULES: readonly TextValueRule[] = [
  {
    kind: 'liability-cap',
    why: 'What the liability may not exceed, in the words of the clause.',
    tag: 'liability-cap',
    also: /责任|赔偿|补偿|赔付|退还|返还|减免|liab|damages|recover|credits|compensation|get from us|\b(?:we|us|provider)\b.{0,40}\b(?:pay|owe)/iu,
    patterns: [
      /(?:不超过|不得超过|不会超过|不应超过|不应当超过|不高于|不得高于|不多于|不逾)(?<value>[^，。；;\n]{2,120})/u,
      /以(?<value>[^，。；;\n]{2,80}?)为(?:最高)?(?:上)?限/u,
      /(?:责任|赔偿)(?:的)?(?:最高)?(?:上限|限额)(?:为|是|：)\s?(?<value>[^，。；;\n]{2,120})/u,
      /(?:至多|最多|最高|封顶)(?:为|是|赔偿|承担)(?<value>[^，。；;\n]{2,120})/u,
      /(?:仅限于|限于)(?<value>[^，。；;\n]{2,120})/u,
      /\b(?:maximum|aggregate|total|overall|entire|cumulative)\b[^.;\n]{0,60}?\bliability\b(?:(?!exceed|more than|limited|capped|restricted|excess)[^.;\n]){0,80}? (?:is|equals|amounts to) (?<value>(?:(?!not\b|limited|capped|restricted)[^.;\n]|\.(?=\d)){4,})/iu,
      /\b(?:at most|up to a maximum of|maximum of)\s+(?<value>(?:[^.;\n]|\.(?=\d))+)/iu,
      /\bthe most (?:that )?(?:you|customer|we|provider)\b[^.;\n]{0,60}? is (?<value>(?:[^.;\n]|\.(?=\d))+)/iu,
      /\b(?:exceed|in excess of|greater than|more than|limited to|capped at|restricted to|(?:shall|will) be|(?:cap|limit|restrict)[a-z]*\b[^.;]{0,80}?\bto)\s+(?<value>(?:[^.;\n]|\.(?=\d)|\.(?=[A-Z]\.))+)/iu,
    ],
    never:
      /^\s*(?:repair|replace|re-?perform|修复|更换)|^\s*(?:\d+|[一二三四五六七八九十]+)\s*次|^[^费金额额元款fees$€£]*\d+\s?(?:天|日|小时|days?|hours?)\s*$/iu,
  },
  {
    kind: 'court',
    why: 'The court that the clause names. The court of a party’s seat, or “the competent court”, is no named court.',
    tag: 'jurisdiction',
    patterns: [
      new RegExp(String.raw`(?<value>${PLACE}{1,4}${COURT_NAME})`, 'u'),
      new RegExp(String.raw`[（(](?<value>${PLACE}{1,4})[）)]\s*${COURT_NAME}`, 'u'),
      new RegExp(String.raw`(?<value>${PLACE}{1,4}(?:（[^）]{1,20}）)?(?:的)?${COURT_NAME})`, 'u'),
      /\b(?:the )?(?<value>(?:(?:any|competent|exclusive|state|federal|or|and|provincial|district|high|superior|supreme|commercial|ordinary|english|local|people's) )*courts?(?: of (?:justice|law|competent jurisdiction|first instance|general jurisdiction))?,? (?:(?:that are )?(?:located|sitting|situated|seated) )?(?:of|in|within|for|at) (?:the (?:state|county|city|district|republic|province|commonwealth|people's|hong kong|northern|southern|eastern|western|netherlands|united)\b)?[^.;:]*?[A-Z][\p{L}'.]+(?:(?:,? (?:and|of|am|an der|upon|de|la|del|the|state of|county of|county|district of|special administrative region)*,? ?)[A-Z][\p{L}']+)*)/u,
      /(?<value>\b(?:(?:[A-Z][\p{L}'.]+|of|the|and|for) ){0,6}(?:[A-Z][\p{L}'.]+ )Courts?\b(?: (?:of|in|at|for|located in|sitting in)(?: the)?(?: [A-Z][\p{L}'.]+,?(?: of)?)+)?)/u,
      /(?<value>\bCourts? (?:of|in|at|for|located in|sitting in)(?: the)?(?: [A-Z][\p{L}'.]+,?(?: of| and)?)+)/u,
      /(?<value>\b[A-Z]\p{L}+(?:ish|ese|ian|an|ch|ss) courts?)\b/u,
      /(?<value>\b(?:Singapore|English|Irish|Hong Kong|German|French|Swiss|Dutch|Delaware|California|New York|Victorian|Ontario) courts?)\b/u,
    ],
    never:
      /所在地|住所地|履行地|签订地|原告|被告|当地|各自|(?:甲|乙|一|双|各|我|你|对)方|您|用户|客户|服务商|平台|where|domicile|residence|principal place|^(?:(?:Any|Such|A|An|The|Competent|That|This|Each) )*(?:Competent )?Courts?$|your |its |our |their |\b(?:provider|customer|supplier|vendor|licensor|defendant|plaintiff|claimant)\b|seat of|party|registered office/iu,
  },
  {
    kind: 'governing-law',
    why: 'The law that rules the contract.',
    tag: 'governing-law',
    patterns: [
      new RegExp(
        String.raw`(?<value>(?:${COUNTRY})[\p{Script=Han}（）()、]{0,24}?(?:法律|法(?=[，。；、管解律]|$)))`,
        'u',
      ),
      /(?<value>\b(?:substantive |domestic |internal )?laws? (?:in force )?(?:of|in)(?: the)? [^.;,()]*?[A-Z](?:[\p{L}]|['’](?=s\b))+(?:(?: and| of| the|, (?=(?:USA|U\.S\.A|United States)))* [A-Z](?:[\p{L}]|['’](?=s\b))+)*(?:, [A-Z]\p{L}+(?: [A-Z]\p{L}+)?(?=[.;)]|,? (?:and the|without|excluding|applies|apply|govern)|$))?)/u,
      /\b(?<value>[A-Z][\p{L}]+(?: [A-Z][\p{L}]+)? law)\s+(?:applies|governs|shall)/u,
      /\b(?:governed by|under|construed under|construed in accordance with|subject to|interpreted under) (?<value>(?:the )?(?:[A-Z][\p{L}]+ )+law)\b/u,
    ],
    never: /所在地|your |its |our |where|applicable/iu,
  },
  {
    kind: 'electronic-delivery',
    why: 'When a notice sent by electronic means counts as received.',
    tag: 'notice-delivery',
    also: /电子|短信|邮件|邮箱|站内|系统消息|公告|网站|数据电文|控制台|弹窗|微信|e-?mail|electronic|console|control panel|account|dashboard|sms|text message|in-app|portal|website|online/iu,
    patterns: [
      /(?<value>(?:自|在|于|一经|经)?[^，。；,;：:\n]{0,24}(?:发送|发出|发布|公布|公告|张贴|进入|到达|推送|传输|显示)[^，。；;\n]{0,24}(?:视为|即为|视同)[^，。；;\n]{0,6}(?:送达|收到|接收|通知))/u,
      /(?<value>(?:一经|自)[^，。；;\n]{0,20}(?:发送|发出|发布|公布|公告|推送)[^。；;\n]{0,12}，(?:即|则)?(?:视为|即为)[^，。；;\n]{0,8}(?:送达|收到))/u,
      /(?<value>(?:自|在|于|一经)?[^，。；,;：:\n]{0,16}(?:发送|发出|发布|公布|公告|到达|推送)[^，。；;\n]{0,8}(?:时|后|之时|之日|即)(?:即|即为|即时|立即)?送达)/u,
      /(?<value>(?:when|upon|on(?= (?:its |successful )?(?:transmission|sending|dispatch|posting|publication)\b)|once|at the time|immediately|on the (?:date|day)|as of|(?:[\w-]+ ?)?(?:\(\d+\) ?)?(?:(?:business |working |calendar )?days?|hours?|minutes?) (?:after|following))\b[^.;,]{0,60}?\b(?:sent|send(?:ing)?|transmi\w+|post(?:ed|ing)|dispatch(?:ed)?|deliver(?:ed|y)|e-?mailed|texted|faxed|issued|display(?:ed)?|publi\w+|received)\b(?: (?:the|that|such|an?) (?:e-?mail|message|notice))?(?! by registered))/iu,
      /\b(?:deemed|considered|treated as)\b[^.;]{0,40}?\b(?:received|delivered|served|given)\b[^.;]{0,10}?(?<value>\b(?:at once|immediately|instantly|forthwith)\b)/iu,
      /\bby (?:text messages?|sms|e-?mail|in-app messages?)[^.;,]{0,20},? (?<value>(?:at once|immediately|instantly|forthwith)\b)/iu,
      /(?<value>(?:自|在|于)?[^，。；,;：:\n]{0,16}(?:发送|发出|发布|公布|公告|推送)[^，。；;\n]{0,6}?(?:当日|当天|次日|翌日|次一?个?(?:工作|营业)日|第[二两2]个?[日天])(?:即|视为|即视为|为)?(?:送达|收到))/u,
      /(?<value>(?:短信|电子邮件|邮件|站内信|站内消息|系统消息|微信)[^，。；;\n]{0,8}(?:即时|立即|即刻|实时|当即)(?:视为)?送达)/u,
      /\b(?:deemed|considered|treated as)\b[^.;]{0,40}?\b(?:received|delivered|served|given)\b[^.;]{0,20}?(?<value>\b(?:on the )?(?:next|following|same) (?:business |working |calendar )?day(?: (?:after|following)[^.;,]{0,40})?)/iu,
    ],
    never: /纸质|邮寄|快递|挂号|courier|mailing|registered mail|by post/iu,
    neverAfter:
      /(?:以|通过|采用|经)(?:邮寄|快递|挂号信?|特快专递|专人|当面|传真)(?:方式|形式)?[^，。；]{0,8}[，,]\s*$|\b(?:by|via)\s(?![^.;]*\be-?mail)(?:[\w-]+\s){0,3}(?:post|courier|mail|fax)\b[^.;]*$|(?:^|[.;]\s*)(?![^.;]*(?:e-?mail|sms|text message|in-app|website|online))[^.;]*\b(?:post|letters?|registered mail|airmail|courier)\b[^.;]*$/iu,
  },
];
