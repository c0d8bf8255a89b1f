import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../../src-main/term/answer.ts';
import type { TermBasis } from '../../../../src-main/term/basis.ts';
import { nextPaymentDay } from '../../../../src-main/term/fees/payment-day.ts';
import { noticeClock } from '../../../../src-main/term/notice/notice-clock.ts';
import { claimWindow } from '../../../../src-main/term/service/claim/claim-window.ts';
import { valueOf } from '../basis-of.ts';
import { basisOfText } from '../basis-of-text.ts';

const NOTICE = '服务方提前10个工作日在网站公告后可以修改本条款，公告即视为送达。';
const NOTICE_EN =
  'Provider may change these terms on 10 business days’ notice posted on its site, and the notice is deemed received when posted.';

const clockOf = (basis: TermBasis) => noticeClock(basis, { kind: 'change', channel: 'site', sent: '2026-09-01' });
const notBefore = (answer: Answer<unknown>): string | undefined => (answer.known ? undefined : answer.notBefore);
const places = (answer: Answer<unknown>): readonly string[] =>
  answer.known ? [] : answer.missing.flatMap(({ what, name }) => (what === 'calendar' ? [name] : []));

describe('working days that the text says are another place’s are not counted by the mainland’s table', () => {
  test.each([
    ['本协议所称“工作日”系指香港的商业银行对公众办理业务的日子。', '香港'],
    ['工作日是指除周六、周日和新加坡法定公众假期以外的任何一天。', '新加坡'],
    ['工作日的计算以东京的银行营业日为准。', '东京'],
    ['“营业日”指伦敦和纽约的银行均开门营业的日子；“工作日”同此。', '伦敦、纽约'],
    ['工作日：香港及中国内地银行同时营业之日。', '香港'],
    ['工作日按照澳门公众假期表确定。', '澳门'],
  ])('%s', (definition, place) => {
    const { periodEnds } = clockOf(basisOfText(NOTICE, definition));
    expect(places(periodEnds)).toEqual([place]);
    expect(notBefore(periodEnds)).toBe('2026-09-11');
  });

  test.each([
    ['“Business Day” means any day on which commercial banks are open for business in Singapore.', 'Singapore'],
    ['Business Day: a day other than a Saturday, a Sunday or a public holiday in Scotland.', 'Scotland'],
    ['References to business days are to days on which banks in Frankfurt settle payments.', 'Frankfurt'],
    ['A working day or business day is any day that is not a bank holiday in the State of Delaware.', 'Delaware'],
    ['Business days shall be counted by the holiday calendar of Hong Kong.', 'Hong Kong'],
    ['"Business Day" shall mean a day on which banks are open in Ruritania.', 'Ruritania'],
  ])('%s', (definition, place) => {
    const { periodEnds } = clockOf(basisOfText(NOTICE_EN, definition));
    expect(places(periodEnds)).toEqual([place]);
    expect(notBefore(periodEnds)).toBe('2026-09-11');
  });

  test.each([
    ['修改于公告满30个工作日（以香港银行工作日计）后生效，公告即视为送达。', '香港'],
    ['服务方提前10个工作日（指新加坡的工作日）公告后可以修改本条款，公告即视为送达。', '新加坡'],
    [
      'Provider may change these terms on 10 business days (being days on which banks in Dublin are open) notice posted on its site, deemed received when posted.',
      'Dublin',
    ],
  ])('beside the length: %s', (text, place) => {
    expect(places(clockOf(basisOfText(text)).periodEnds)).toEqual([place]);
  });

  test.each([
    '工作日指中华人民共和国法定工作日（不含香港、澳门和台湾地区）。',
    '工作日指周一至周五，法定节假日除外。香港办公室的营业时间另行公布。',
    '本服务在香港的机房提供，工作日指国家规定的工作日。',
    '工作日指北京的银行营业日。',
    '客户应在5个工作日内以书面形式通知服务方香港营业部。',
  ])('counted as before: %s', (text) => {
    expect(valueOf(clockOf(basisOfText(NOTICE, text)).periodEnds)).toMatchObject({ safe: '2026-09-15' });
  });

  test.each([
    '“Business Day” means a day other than a Saturday, Sunday or public holiday in the PRC.',
    'Business Day means a day on which banks in Shanghai are open, excluding Hong Kong and Macau.',
    'Support is given on business days from 9:00 to 18:00 by the office in Hong Kong.',
    'Customer shall notify Provider in Singapore within 5 business days of any breach.',
    'The service is hosted in Singapore. Business Day means a day that is not a weekend or a statutory holiday.',
  ])('counted as before: %s', (text) => {
    expect(valueOf(clockOf(basisOfText(NOTICE_EN, text)).periodEnds)).toMatchObject({ safe: '2026-09-15' });
  });

  test('a long list of places that are left out is read once, however it goes on', () => {
    const definition = `工作日指银行营业日，除${'中国香港特别行政区'.repeat(23)}甲`;
    expect(clockOf(basisOfText(NOTICE, definition)).periodEnds.known).toBe(false);
  });

  test('a place that is left out is left out by its long name too', () => {
    const definition =
      'Business Day means a day on which banks in Shanghai are open, excluding Hong Kong SAR China, Macao SAR and Taiwan.';
    expect(clockOf(basisOfText(NOTICE_EN, definition)).periodEnds.known).toBe(true);
  });

  test('a day of the month to pay by, and the day from which a credit may be asked for', () => {
    const paid = '客户应于每月第5个工作日前支付上月服务费。';
    const asked = '客户可自次月第5个工作日之后申请赔偿，并应在当月结束后60日内提出。';
    const definition = '工作日指香港银行开门营业的日子。';
    expect(
      valueOf(nextPaymentDay(basisOfText(paid), '2026-10-02') ?? { known: false, missing: [], steps: [] }),
    ).toMatchObject({ safe: '2026-10-12', latest: '2026-10-13' });
    const due = nextPaymentDay(basisOfText(paid, definition), '2026-10-02');
    expect(due && places(due)).toEqual(['香港']);
    expect(places(claimWindow(basisOfText(asked, definition), '2026-09').opens)).toEqual(['香港']);
    expect(claimWindow(basisOfText(asked), '2026-09').opens.known).toBe(true);
  });
});
