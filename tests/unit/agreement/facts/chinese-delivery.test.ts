import { describe, expect, test } from 'vitest';
import type { DeliveryValue } from '../../../../src-main/agreement/fact.ts';
import { facts } from '../../../../src-main/agreement/facts/facts.ts';
import { classify } from '../../../../src-main/agreement/meaning/classify.ts';
import { documentOf } from '../meaning.ts';

const rules = (text: string): unknown[] => {
  const document = documentOf([text]);
  return facts(document, classify(document))
    .filter(({ kind }) => kind === 'delivery')
    .map(({ value }) => {
      const { channel, delay } = value as DeliveryValue;
      return [channel, delay.value, delay.unit];
    });
};

describe('when a notice counts as delivered, in words of its own', () => {
  test.each([
    ['各类通知的送达，以电子邮件的发出为准。', [['email', 0, 'day']]],
    ['通知送达时间以短信发送成功为准。', [['sms', 0, 'day']]],
    ['该邮件进入您登记的邮箱服务器时，视为送达。', [['email', 0, 'day']]],
    ['平台发出的站内信到达会员账户后，即视为会员已经收到。', [['message', 0, 'day']]],
    ['除信函以签收为准外，上述通知均于发送之日视为已送达对方。', [['any', 0, 'day']]],
    ['我们可随时修订规则并在网站公布，该公布即视为我们已通知用户。', [['site', 0, 'day']]],
    ['新规则的公告将被视为已通 知全体会员。', [['site', 0, 'day']]],
    ['转让事宜一经在平台账户显示，即视为出借人已将债权转让事宜通知借款人。', [['any', 0, 'day']]],
    ['快递寄出之日起四日内视为到达。', [['post', 4, 'day']]],
  ] as const)('%s', (text, expected) => {
    expect(rules(text)).toEqual(expected);
  });

  test.each([
    '活动时间以页面公布为准。',
    '价格以订单页面发布为准，恕不另行通知。',
    '数据以平台系统显示为准。',
    '订单提交成功后，视为您同意本规则。',
    '商品发出后，视为买家认可价格。',
  ])('“%s” delivers nothing', (text) => {
    expect(rules(text)).toEqual([]);
  });
});

describe('one rule for several ways', () => {
  test.each([
    [
      '通知可经站内信、短信或电子邮件发送，一经发送即视为送达。',
      [
        ['message', 0, 'day'],
        ['email', 0, 'day'],
        ['sms', 0, 'day'],
      ],
    ],
    [
      '我们向您的邮箱发送邮件、向您的手机发送短信，在发送成功后即视为送达。',
      [
        ['email', 0, 'day'],
        ['sms', 0, 'day'],
      ],
    ],
    [
      '通知将发往您的电子邮箱，或您账户的站内消息栏，发出即视为已送达。',
      [
        ['message', 0, 'day'],
        ['email', 0, 'day'],
      ],
    ],
    ['通知一经发出即视为送达。', [['any', 0, 'day']]],
    ['通知以短信形式发送，发出即视为送达。', [['sms', 0, 'day']]],
  ] as const)('%s', (text, expected) => {
    expect(rules(text)).toEqual(expected);
  });

  test('has the words and the former kind once', () => {
    const document = documentOf(['通知可经站内信或短信发送，一经发送即视为送达。']);
    const found = facts(document, classify(document)).filter(({ kind }) => kind === 'delivery');
    expect(found.filter(({ legacy }) => legacy !== undefined)).toHaveLength(1);
    expect(new Set(found.map(({ id }) => id)).size).toBe(2);
  });
});
