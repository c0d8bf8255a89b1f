import { over } from './term.ts';

/** How agreements say by when a breach of data is told. */

/** A breach of data or of its security; a breach of the contract is none. */
export const DATA_BREACH =
  /(?:数据|信息|隐私)[^，。；]{0,8}?(?:泄露|泄漏|外泄|丢失|篡改|毁损|被盗)|(?:数据|信息|网络|隐私)安全(?:事件|事故)|安全(?:事件|事故)|\b(?:personal\sdata|data|security|privacy)\s(?:security\s)?(?:breach|incident|leak|compromise)|\b(?:breach(?:es)?|violations?)\sof\s(?:the\s|any\s|its\s)?(?:personal\sdata|data|security)\b|\bdata\s(?:is|are|was|were|has\sbeen|have\sbeen)\s(?:breached|leaked|compromised|stolen)\b|\bunauthori[sz]ed\s(?:access|disclosure|acquisition|use)\b/iu;

/** Within so long somebody is told. */
export const TOLD_WITHIN = over(
  String.raw`(?<q>[\uE001\uE002\uE005])(?:内|之内|以内)[^。；]{0,24}?(?:通知|告知|报告|通报)`,
  String.raw`(?:通知|告知|报告|通报)[^。；，]{0,16}?(?:不(?:得|应)?(?:迟于|晚于|超过)|最迟|最晚)[^。；，]{0,12}?(?<q>[\uE001\uE002\uE005])`,
  String.raw`\b(?:notif(?:y|ied|ies|ication)|inform|tell|told|report)[a-z]*\b[^.;]{0,120}?\b(?:within|no\slater\sthan|not\slater\sthan|in\sno\sevent\slater\sthan|at\smost|not\smore\sthan|in\sany\s(?:event|case)\swithin)\s(?<q>[\uE001\uE002\uE005])`,
  String.raw`\bwithin\s(?<q>[\uE001\uE002\uE005])(?:(?!\b(?:assess|investigat|determin|evaluat))[^.;]){0,120}?\b(?:notif(?:y|ies)|inform|tell|report)`,
);

/** The customer tells the provider. */
export const CUSTOMER_TELLS =
  /(?:客户|用户|您|甲方)[^。；]{0,40}?(?:应|须|需|必须)[^。；]{0,24}?(?:通知|告知|报告)(?:提供方|服务商|我们|我方|乙方|平台|监管|主管)|\b(?:you|customer)\s(?:shall|must|will|agrees?\sto)\s(?:\w+\s){0,4}?(?:notif|inform|report|tell|alert|advis)/iu;
