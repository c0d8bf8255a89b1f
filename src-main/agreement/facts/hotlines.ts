/** Numbers that only somebody who answers for a company has: 400 and 800, and the short ones of five digits. */
const SERVICE_NUMBER = /^(?:[48]00|9\d{4}$|1\d{4}$)/u;
/** A person's own telephone. */
const MOBILE = /^(?:\+?86[- ]?)?1[3-9]\d{9}$/u;
const FOR_CALLERS =
  /热线|客服|服务(?:电话|专线)|咨询|投诉|报障|报修|拨打|致电|客户经理|hotline|helpline|support|customer (?:service|care)|toll[- ]free/iu;
/** Words that lead to a number and say more than what it is. */
const TOLD_TO =
  /热线|客服|(?:服务|咨询|投诉|联系|报障)电话|拨打|致电|咨询|(?:联系|反馈|询问)|\b(?:phone|hotline|helpline|call|support|care|toll)/iu;

/** Whether a telephone number is one for whoever needs help, by its form and its sentence; that of a party's own man is none. */
export function isForCallers(number: string, sentence: string): boolean {
  if (MOBILE.test(number)) return FOR_CALLERS.test(sentence);
  return SERVICE_NUMBER.test(number) || TOLD_TO.test(sentence);
}
