import { over } from './term.ts';

/** How agreements say by when somebody may object to what was announced, and what silence means. */

/** What is announced: a change of the terms or of the prices, or that the contract is handed on. */
export const ANNOUNCED =
  /变更|修改|修订|更新|调整|更改|变动|改动|涨价|调价|上调|提价|转让|转移|让与|\b(?:chang|amend|modif|revis|updat|adjust|alter|increas|rais(?:e|es|ing)\b|vary|variation|assign|transfer|novat)/iu;

/** The transfer of the contract, as against a change of its terms. */
export const HANDED_ON = /转让|转移|让与|\b(?:assign(?!ed\sto\sthe\sterms)|transfer|novat)/iu;

/** The price alone, as against the terms. */
export const OF_PRICES = /价格|费用|资费|单价|收费标准|涨价|调价|提价|\b(?:prices?|fees?|charges|rates?|pricing)\b/iu;
export const OF_TERMS =
  /协议|合同|条款|规则|政策|\b(?:terms|agreement|contract|polic(?:y|ies)|conditions|amend\w*)\b/iu;

/** Other things that somebody may object to within a time: bills, deliveries, a renewal, a court, new sub-processors. */
export const OTHER_OBJECTION =
  /发票|账单|帐单|对账|结算单|费用清单|扣款|验收|交付物|货物|质量异议|管辖|仲裁|续展|续期|续约|续订|自动延|(?:协议|合同|服务|有效|订阅|租赁|合作)期(?:限)?(?:届)?满|(?:届|期)满前|到期|子处理|分包商|分处理|受托方名单|侵权|下架|\b(?:invoice|bill(?:s|ed|ing)?\b|statement\sof\saccount|deliverable|acceptance\stest|goods|arbitrat|jurisdiction|renew|expir|sub-?processor|subcontractor|infring|takedown|trademark)/iu;

/** How long something goes on, which says nothing of what is objected to: `继续适用原协议至服务期满`, `until the expiry of the term`. */
export const UNTIL_ITS_END =
  /(?:至|直到|到)(?:(?!前)[^，。；至到]){0,14}?(?:届满|期满|到期)(?!\s*前)|\b(?:until|till|through|for\sthe\s(?:rest|remainder|balance)\sof)\b[^.;,]{0,60}?\bexpir\w*/giu;

const OBJECTS = String.raw`(?:异议|反对|不同意|不接受|拒绝)`;
const WITHIN = String.raw`(?<q>[\uE001-\uE005])(?:内|之内|以内)`;
const OBJECTS_EN = String.raw`\b(?:object(?:s|ed|ing|ions?)?|reject(?:s|ed|ing|ion)?|disagree\w*|oppos(?:e|es|ed|ition)|disapprov\w*|refus(?:e|es|al)|declin(?:e|es))\b`;
const LENGTH = String.raw`(?<q>[\uE001-\uE005])`;

/** So long after the notice somebody may object. */
export const OBJECT_WITHIN = over(
  String.raw`${WITHIN}[^。；]{0,30}?${OBJECTS}`,
  String.raw`(?:不同意|不接受|反对|有异议)[^。；]{0,50}?${WITHIN}[^。；]{0,20}?(?:提出|告知|通知|书面|说明|回复|反馈|表示|联系)`,
  String.raw`(?:异议|反对)(?:的)?(?:期限?|期间|时限)[^，。；]{0,20}?${LENGTH}`,
  String.raw`${LENGTH}的?(?:异议|反对)期`,
  String.raw`${OBJECTS_EN}[^.;]{0,120}?\b(?:within|no\slater\sthan|not\slater\sthan|in)\s(?:a\speriod\sof\s)?${LENGTH}`,
  String.raw`\bwithin\s(?:a\speriod\sof\s)?${LENGTH}[^.;]{0,140}?${OBJECTS_EN}`,
  String.raw`\b(?:has|have|had|given|allowed)\s${LENGTH}[^.;]{0,80}?\bto\s(?:object|reject|oppose|disagree|refuse|raise)`,
  String.raw`\bobjection\s(?:period|window)[^.;]{0,40}?${LENGTH}`,
  String.raw`${LENGTH}[- ](?:\w+\s)?objection\s(?:period|window)`,
);

/** So long before the change takes effect somebody may still object. */
export const OBJECT_BEFORE = over(
  String.raw`生效(?:之?日|日期)?(?:之?前|以前)(?:至少|不少于|提前|的)?\s?${LENGTH}[^。；]{0,30}?${OBJECTS}`,
  String.raw`${LENGTH}(?:前|之前|以前)[^，。；]{0,4}?生效[^。；]{0,30}?${OBJECTS}`,
  String.raw`${OBJECTS_EN}[^.;]{0,100}?${LENGTH}\s(?:before|prior\sto|in\sadvance\sof)\s[^.;]{0,40}?\b(?:effect|effective)`,
  String.raw`${LENGTH}\s(?:before|prior\sto|in\sadvance\sof)\s[^.;]{0,40}?\b(?:effect|effective)[^.;]{0,100}?${OBJECTS_EN}`,
);

/** From the day of effect on. */
export const FROM_EFFECT =
  /生效(?:之?日|日期)?(?:之?后|起|以后)|\b(?:after|following|from)\s(?:it|they|the\s(?:change|amendment|new\s\w+|effective\sdate)[^.;]{0,20}?)\s?(?:tak(?:es?|ing)|com(?:es?|ing)|becom(?:es?|ing)|is|are|goes|enters)?\s?(?:into\s|in\s)?(?:effect|effective|force)|\b(?:of|from|after|following)\s(?:the|its|their)\s(?:effective\sdate|date\s(?:on\swhich|that)\s[^.;]{0,30}?(?:effect|effective|force)\b|(?:taking|coming\sinto)\s(?:effect|force))/iu;

/** From when it runs, by the words of its sentence. */
export const OBJECT_FROM = [
  ['in-force', FROM_EFFECT],
  ['received', /收到|接到|接获|收悉|送达|到达|\b(?:receipt|receiv(?:e|es|ed|ing)|deliver(?:y|ed))\b/iu],
  ['announced', /公告|公布|公示|发布|刊登|张贴|\b(?:publication|publish|post(?:ing|ed)|announc)\w*/iu],
  [
    'sent',
    /发出|发送|寄出|(?<!(?:收到|接到|接获|收悉|送达|到达)[^，。；]{0,8})通知之日|\b(?:sent|sending|dispatch(?:ed)?|date\sof\s(?:the|such|that|our|its)\s(?:notice|notification))\b/iu,
  ],
] as const;

/** Whoever says nothing agrees. Going on using the service is another thing. */
export const SILENCE_AGREES =
  /逾期(?:的)?[^。；]{0,6}?(?:视为|即为|推定|默认)[^。；]{0,14}?(?:同意|接受|认可|确认|无异议|承认)|(?:未|没有|不)(?:[^。；，]{0,20}?)(?:提出|表示|作出|书面|明确|回复|答复|反馈|通知|告知|异议|反对)[^。；]{0,24}?(?:视为|即为|推定|默认)[^。；]{0,14}?(?:同意|接受|认可|确认|无异议|承认)|沉默[^。；]{0,10}?(?:视为|即为)[^。；]{0,10}?(?:同意|接受)|\b(?:fail(?:s|ure|ing)?\sto|do(?:es)?\snot|did\snot|has\snot|have\snot|without|unless|no|absence\sof|silence|absent)\b[^.;]{0,100}?\b(?:object\w*|reject\w*|respon\w*|repl\w*|disagree\w*|oppos\w*|refus\w*|notif\w*|silence|written\snotice)[^.;]{0,80}?\b(?:deemed|considered|treated|taken|regarded|constitute[sd]?|counts?\sas|bound)\b[^.;]{0,60}?\b(?:accept\w*|consent\w*|agree\w*|approv\w*|bound)|\bsilence\b[^.;]{0,40}?\b(?:consent|accept|agree)|\b(?:deemed|considered|treated)\b[^.;]{0,40}?\b(?:accept\w*|consent\w*|agree\w*)[^.;]{0,60}?\b(?:unless|if)\b[^.;]{0,60}?(?:object|reject|no\sobjection|not\s(?:object|respond|reply))/iu;
/** Two times of which one counts: neither of them alone is the time. */
export const LATER_OF_TWO =
  /以[^，。；]{0,6}(?:较|最|孰)?(?:晚|早|迟|后|先)者?(?:的|到)?[^，。；]{0,4}为准|\bwhichever\s(?:is|comes|occurs|falls)\s(?:the\s)?(?:later|earlier|last|first|sooner)\b|\b(?:later|earlier)\sof\b/iu;
/** Right at what is not said: before it stands who is silent. */
export const SILENT =
  /未|没有|不|沉默|逾期|\b(?:fail|do(?:es)?\snot|did\snot|has\snot|have\snot|without|unless|silence|absen)/iu;
/** That silence is taken for agreement, with the provider where it is his. */
export const TAKEN_FOR =
  /(?:视为|即为|推定|默认)(?<provider>服务商|服务方|提供方|我们|我方|平台|乙方)?|\b(?:deemed|considered|treated|regarded)\b/giu;
/** That somebody objects. */
export const OBJECTING = /异议|反对|不同意|不接受|拒绝|\b(?:object|reject|disagree|oppos|disapprov|refus|declin)\w*/giu;
/** The agreement that use, not silence, is taken for. */
export const BY_USE = /继续(?:使用|访问|登录)|\bcontinu(?:e|es|ed|ing)[^.;]{0,20}?\b(?:us(?:e|ing)|access)/iu;
export const OBJECTION_WORDS =
  /异议|反对|不同意|拒绝|回复|答复|反馈|沉默|\b(?:object|reject|disagree|oppos|refus|silen|respon|repl)/iu;
