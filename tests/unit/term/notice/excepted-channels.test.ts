import { describe, expect, test } from 'vitest';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { deliveredOn } from '../../../../src-main/term/notice/notice-delivery.ts';
import { basisOfText } from '../basis-of-text.ts';

/** The day a notice of 6 April 2026 counts as delivered, by the way it went out; nothing where the clause gives no rule for it. */
function delivered(text: string): Readonly<Record<string, string | undefined>> {
  const basis = basisOfText(text);
  return Object.fromEntries(
    (['email', 'sms', 'message'] as const).map((channel) => {
      const day = deliveredOn(basis, { channel, sent: '2026-04-06' });
      return [channel, day.known ? day.value : undefined];
    }),
  );
}

const [SAME, NEXT, THIRD] = ['2026-04-06', '2026-04-07', '2026-04-09'];

describe('a channel that a rule of delivery leaves out has no rule by it, the others have', () => {
  test.each<[string, Record<string, string | undefined>]>([
    ['除短信以外，电子通知自发送之日起第三日视为送达。', { email: THIRD, sms: undefined, message: THIRD }],
    ['电子通知（短信除外）自发出后24小时视为送达。', { email: NEXT, sms: undefined, message: NEXT }],
    ['除短信、站内信外，电子通知自发出后24小时视为送达。', { email: NEXT, sms: undefined, message: undefined }],
    ['电子通知自发出后24小时视为送达，站内信不适用。', { email: NEXT, sms: NEXT, message: undefined }],
    ['电子通知（不包括电子邮件）自发出后24小时视为送达。', { email: undefined, sms: NEXT, message: NEXT }],
    [
      '以电子邮件、短信、站内信方式发送的，发送次日视为送达，但短信除外。',
      { email: NEXT, sms: undefined, message: NEXT },
    ],
    ['电子通知自发出后24小时视为送达。前款不适用于短信。', { email: NEXT, sms: undefined, message: NEXT }],
    ['除短信外，电子通知自发出后24小时视为送达，短信一经发出即视为送达。', { email: NEXT, sms: SAME, message: NEXT }],
    [
      'Electronic notices, except text messages, are deemed received 24 hours after sending.',
      { email: NEXT, sms: undefined, message: NEXT },
    ],
    [
      'Except for e-mails, electronic notices are deemed received 24 hours after sending.',
      { email: undefined, sms: NEXT, message: NEXT },
    ],
    [
      'Electronic notices other than those that are sent by e-mail or text message are deemed received 24 hours after sending.',
      { email: undefined, sms: undefined, message: NEXT },
    ],
    [
      'Electronic notices (in-app messages excluded) are deemed received 24 hours after sending.',
      { email: NEXT, sms: NEXT, message: undefined },
    ],
    [
      'Electronic notices are deemed received 24 hours after sending. This does not apply to text messages.',
      { email: NEXT, sms: undefined, message: NEXT },
    ],
  ])('%s', (text, expected) => {
    expect(delivered(text)).toEqual(expected);
  });

  test('“besides” leaves nothing out', () => {
    expect(delivered('除短信外，电子邮件也于发出次日视为送达。')).toMatchObject({ email: NEXT });
  });
});

test.each<[string, string]>([
  [
    'Notices by e-mail are deemed received on the third Business Day after sending; notices by registered mail, on the sixth.',
    'on the sixth',
  ],
  ['电子邮件于发出后第二个工作日视为送达；邮寄的，为第六个。', '为第六个'],
])('a day for paper that does not say of what is told in its words and not counted: %s', (text, words) => {
  const day = deliveredOn(basisOfText(text), { channel: 'post', sent: '2026-04-06' });
  expect(day).toMatchObject({ known: false, notBefore: '2026-04-06' });
  expect(
    day.known
      ? ''
      : [...day.missing, ...day.steps]
          .map((each) => `${say(each.text, 'zh')} ${'clause' in each ? each.clause?.quote : ''}`)
          .join(' '),
  ).toContain(words);
});
