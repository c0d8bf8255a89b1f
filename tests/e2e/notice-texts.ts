/** The agreement of the notice job, and the texts that its provider announces one after the other. */

export const HOSTING = '青禾数据托管服务协议';

/** What differs from text to text. */
interface Wording {
  /** The day the text gives itself, and by itself takes effect on where it says so. */
  readonly dated: string;
  readonly takesEffect?: string;
  readonly noticeDays?: number;
  readonly penalty?: string;
  readonly retention?: string;
}

/** One version of it, in words of its own. */
export function hostingText(wording: Wording): string {
  const { dated, takesEffect, noticeDays = 20, penalty = '0.5‰', retention = '六十' } = wording;
  return [
    HOSTING,
    `版本日期：${dated}`,
    ...(takesEffect === undefined ? [] : [`生效日期：${takesEffect}`]),
    '本协议由青禾示例数据有限公司（以下简称“青禾”）与托管数据的客户（以下简称“您”）订立。',
    '一、服务',
    '1.1. 青禾按订单为您托管数据，并保证数据存放在中国境内。',
    `1.2. 服务终止后，青禾为您保留数据${retention}日，期满删除。`,
    '二、费用',
    '2.1. 托管费按月后付，您应在收到账单后十五日内付清。',
    `2.2. 您逾期付款的，青禾按每天${penalty}的比例收取违约金。`,
    '三、通知与变更',
    '3.1. 电子通知在发送成功时送达。',
    `3.2. 青禾变更本协议的，应提前${noticeDays}天通知您；您继续使用的，视为接受变更。`,
    '3.3. 您不接受变更的，应在变更生效前书面通知青禾。',
    '四、争议',
    '4.1. 因本协议发生争议的，由被告所在地人民法院管辖。',
  ].join('\n\n');
}

/** Accepted at first. */
export const FIRST = hostingText({ dated: '2026年7月1日' });
/** Objected to. */
export const DEARER = hostingText({ dated: '2026年9月14日', penalty: '3‰', retention: '七' });
/** Accepted before it takes effect. */
export const AGREED = hostingText({ dated: '2026年11月2日', takesEffect: '2026年12月1日', retention: '九十' });
/** Used on under. */
export const USED = hostingText({
  dated: '2026年12月3日',
  takesEffect: '2026年12月28日',
  retention: '九十',
  noticeDays: 15,
});
