/** The time in which the service was down, as words of a credit call it. */
export const LOST_TIME =
  '(丢失|损失|故障|中断|不可用|停机|宕机)(的|持续)?(总)?(时间|时长|时段|期间|分钟数|小时数|天数)';
export const LOST_TIME_EN = '(lost (service )?time|time (that was )?lost|downtime|outage|unavailab)';

/** Words that name that time. */
export const NAMES_LOST_TIME = new RegExp(`${LOST_TIME}|${LOST_TIME_EN}`, 'iu');
