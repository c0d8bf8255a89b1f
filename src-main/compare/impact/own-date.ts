const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*';
const VALUE = `(?:[\\dvr.,/年月日号第版〇零一二三四五六七八九十\\s（）()-]|${MONTH})+`;
const CHINESE =
  '(?:本(?:协议|版本|文件|条款))?(?:版本(?:编?号|日期|时间|更新日期)?|版次|(?:(?:最近|最后|最新|本次)?(?:更新|修订|修改)|发布|公布|制定|编制)(?:日期|时间|于|日)?)';
const ENGLISH =
  '(?:this )?(?:version|revision|rev\\.?|(?:last )?(?:updated|modified|revised|amended)|published|posted|issued|date of (?:issue|publication))(?: (?:date|dated|no\\.?|number|of|on))*';
const OWN_DATE = new RegExp(`^[（(【\\[\\s]*(?:${CHINESE}|${ENGLISH})[：:\\s]*${VALUE}[）)】\\]\\s]*[。.]?$`, 'iu');

/** Whether a line only says which version of the text it is, or of when: every new version changes it, and nobody's duty. */
export const isOwnDate = (text: string): boolean => OWN_DATE.test(text.trim());
