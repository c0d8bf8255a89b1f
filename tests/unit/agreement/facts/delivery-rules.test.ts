import { describe, expect, test } from 'vitest';
import type { DeliveryValue } from '../../../../src-main/agreement/fact.ts';
import { facts } from '../../../../src-main/agreement/facts/facts.ts';
import { classify } from '../../../../src-main/agreement/meaning/classify.ts';
import { documentOf } from '../meaning.ts';

/** Channel, delay, its unit and from when, of every rule of delivery that a clause states. */
function rules(text: string): readonly (readonly unknown[])[] {
  const document = documentOf([
    ['2', '通知与送达 Notices'],
    ['2.1', text, '2'],
  ]);
  return facts(document, classify(document))
    .filter(({ kind }) => kind === 'delivery')
    .map(({ value, anchor }) => {
      const { channel, delay } = value as DeliveryValue;
      return [channel, delay.value, delay.unit, anchor];
    });
}

describe('when a notice counts as delivered', () => {
  test.each<[string, readonly (readonly unknown[])[]]>([
    [
      'Letters are deemed delivered on the seventh day after posting; e-mails are deemed delivered instantly.',
      [
        ['post', 7, 'day', 'posted'],
        ['email', 0, 'day', 'sent'],
      ],
    ],
    [
      'Mail is deemed received on the fourth day after posting; by text message, at once.',
      [
        ['post', 4, 'day', 'posted'],
        ['sms', 0, 'day', 'sent'],
      ],
    ],
    [
      '短信即刻送达；系统消息于推送次日送达。',
      [
        ['sms', 0, 'day', 'sent'],
        ['message', 1, 'day', 'sent'],
      ],
    ],
    [
      '控制台站内信自发布之日起满3日视为送达，电子邮件发出当日视为送达，邮寄自寄出之日起第6日视为送达。',
      [
        ['post', 6, 'day', 'posted'],
        ['message', 3, 'day', 'announced'],
        ['email', 0, 'day', 'sent'],
      ],
    ],
    [
      '可以站内信、电子邮件或邮寄方式通知：站内信自发布之日起满2日视为送达，邮寄自寄出之日起第7日视为送达。',
      [
        ['post', 7, 'day', 'posted'],
        ['message', 2, 'day', 'announced'],
      ],
    ],
    [
      'Notices by email are deemed received two hours after sending, by post six days after posting, and on the console at once.',
      [
        ['post', 6, 'day', 'posted'],
        ['email', 2, 'hour', 'sent'],
        ['message', 0, 'day', 'sent'],
      ],
    ],
    ['控制台公告发布之次日视为送达。', [['message', 1, 'day', 'announced']]],
    [
      'A notice is deemed received: in-app, upon display; by email, two business days after sending; by courier, four business days after dispatch.',
      [
        ['message', 0, 'day', 'sent'],
        ['email', 2, 'working-day', 'sent'],
        ['post', 4, 'working-day', 'posted'],
      ],
    ],
    [
      'A console message is deemed received when it is displayed, an email twelve hours after it is sent, and a letter on the third business day after posting.',
      [
        ['post', 3, 'working-day', 'posted'],
        ['message', 0, 'day', 'sent'],
        ['email', 12, 'hour', 'sent'],
      ],
    ],
    ['电子邮件于发出当天视为送达。', [['email', 0, 'day', 'sent']]],
    ['短信发出后次一工作日送达。', [['sms', 1, 'working-day', 'sent']]],
    ['以快递寄送的书面通知，签收之日视为送达。', [['post', 0, 'day', 'received']]],
    ['Notices sent by courier are deemed delivered on the date of signature.', [['post', 0, 'day', 'received']]],
    [
      'Electronic notices are deemed received when sent successfully; paper notices are deemed received on the sixth day after posting.',
      [
        ['any', 0, 'day', 'sent'],
        ['post', 6, 'day', 'posted'],
      ],
    ],
    [
      'Electronic notices are deemed given when sent, and paper notices on the fifth day after posting.',
      [
        ['post', 5, 'day', 'posted'],
        ['any', 0, 'day', 'sent'],
      ],
    ],
    [
      'Postal notices are deemed served three days after posting; emails are deemed served when sent.',
      [
        ['post', 3, 'day', 'posted'],
        ['email', 0, 'day', 'sent'],
      ],
    ],
    [
      'Notices in hard copy are deemed delivered on the fourth day after dispatch; electronic notices are deemed delivered upon sending.',
      [
        ['post', 4, 'day', 'posted'],
        ['any', 0, 'day', 'sent'],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(rules(text)).toEqual(expected);
  });

  test('a rule that depends on the hour of sending is kept in its words and not counted', () => {
    expect(rules('电子邮件于发出当天送达，发出时间在17:30以后的，视为次一工作日送达。')).toEqual([
      ['email', 0, 'text', 'sent'],
    ]);
  });

  test('what holds only where nobody signs is no rule of signing', () => {
    expect(rules('快递无法签收之日视为送达。')).toEqual([]);
  });
});
