/** Words that only a signature block has. */
const SIGN_WORDS =
  /盖章|签章|签字|签名|签署[处人栏页]|公章|合同专用章|骑缝章|法人章|\bsignature\b|\bsigned (?:by|for)\b|authori[sz]ed signator|company seal|\(seal\)/i;
/** Labels that stand in a signature block, and elsewhere too. */
const SIGN_LABELS =
  /^(?:(?:甲|乙|丙|丁)\s*方|承诺(?:人|方|单位|企业)|授权(?:人|方|单位|代表)|委托(?:人|方)|受托(?:人|方)|声明人|申请(?:人|单位)|单位名称|公司名称|企业名称|法定代表人|负责人|委托代理人|代表人?|经办人|联系人|联系电话|电话|地址|签[署订]?(?:日期|时间|地点)|日\s*期|时\s*间|by|name|title|date|its|company|for and on behalf of.*)(?:[（(][^（）()]{0,30}[）)])?\s*[：:]/i;
const DATE_LINE =
  /^(?:(?:日期[：:]?)?[\s\d〇零一二三四五六七八九十X_＿]{0,24}年[\s\d一二三四五六七八九十X_＿]{0,8}月[\s\d一二三四五六七八九十X_＿]{0,8}日\s{0,60}){1,3}$/;

/** True for a line to write on. */
export const isRuled = (text: string): boolean => /^[_＿\s.．…]{4,}$/.test(text);

/** True for a line with words of signing: 甲方（盖章）：, By: ____, Signature. */
export function isSignatureLine(text: string): boolean {
  if (text.length > 120 || /[。；]/.test(text)) return false;
  if (/^(?:signed|executed)\b.{0,40}\b(?:by|for|behalf)\b/i.test(text) && !/[.;]$/.test(text)) return true;
  return SIGN_WORDS.test(text) && (/[：:_＿]/.test(text) || /[）)]$/.test(text) || text.length <= 16);
}

/** True for a line that may stand in a signature block beside lines of signing: a label to fill in, a date alone. */
export function isSignatureLabel(text: string): boolean {
  if (text.length > 120 || /[。；]/.test(text)) return false;
  return SIGN_LABELS.test(text) || DATE_LINE.test(text) || isRuled(text);
}
