import { expect, test } from 'vitest';
import { noticeClock } from '../../../../src-main/term/notice/notice-clock.ts';
import { basisOfText } from '../basis-of-text.ts';

const NOTICE = { kind: 'change', channel: 'email', sent: '2026-11-28', announcedEffective: '2027-01-01' } as const;
const DELIVERY = '10.1 发送至客户登记邮箱的通知，发出即视为送达。';
const citedBy = (...texts: readonly string[]) => {
  const { lastDayToAct } = noticeClock(basisOfText(...texts), NOTICE);
  expect(lastDayToAct).toMatchObject({ known: true, value: { safe: '2026-12-31' } });
  return lastDayToAct.steps.flatMap(({ clause }) => clause?.quote ?? []);
};

test.each([
  '4.2 客户不同意变更的，应在变更生效日前书面提出异议。',
  '4.2 客户对修订有异议的，可以在修订生效之日以前告知服务商。',
  '4.2 The Customer may object in writing before the effective date of the change.',
])(
  'the last day to object rests on the clause that has one object before the effect, and on no delivery: %s',
  (text) => {
    expect(citedBy(text, DELIVERY)).toEqual([text]);
  },
);

test.each(['4.2 客户对账单有异议的，应在调整生效前提出。', '4.2 变更自公告之日起满三十日后生效。'])(
  'another clause is no ground of it: %s',
  (text) => {
    expect(citedBy(text, DELIVERY)).not.toContain(text);
  },
);

test.each([
  [
    ['7.2 客户不同意变更的，应在变更生效前以书面形式提出异议。', '8.1 本协议适用中华人民共和国法律。'],
    '7.2 客户不同意变更的，应在变更生效前以书面形式提出异议。',
  ],
  [
    [
      '7.1 The Customer may object in writing before the change takes effect.',
      '8.1 This Agreement is governed by the laws of Norway.',
    ],
    '7.1 The Customer may object in writing before the change takes effect.',
  ],
])('where the arrival is not known, the soonest last day rests on that clause alone: %j', (texts, ground) => {
  const { lastDayToAct, delivered } = noticeClock(basisOfText(...texts), NOTICE);
  expect(lastDayToAct).toMatchObject({ known: false, notBefore: '2026-12-31' });
  expect(lastDayToAct.steps.flatMap(({ clause }) => clause?.quote ?? [])).toEqual([ground]);
  expect(lastDayToAct.steps.flatMap(({ statute }) => statute ?? [])).toEqual([]);
  expect(delivered.known).toBe(false);
});

test('without such a clause the soonest last day keeps what the arrival rests on', () => {
  const { lastDayToAct } = noticeClock(basisOfText('4.2 变更自公告之日起满三十日后生效。'), NOTICE);
  expect(lastDayToAct).toMatchObject({ known: false, notBefore: '2026-12-31' });
  expect(lastDayToAct.steps.some(({ statute }) => statute !== undefined)).toBe(true);
});
