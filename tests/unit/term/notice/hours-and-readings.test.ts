import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../../src-main/agreement/refusal.ts';
import { refuseEarlyReceipt } from '../../../../src-main/term/notice/notice-delivery.ts';
import { type ChangeNotice, noticeClock } from '../../../../src-main/term/notice/notice-clock.ts';
import { lateFeeOf } from '../../../../src-main/term/fees/late-fee.ts';
import { renewalOf } from '../../../../src-main/term/renewal/renewal.ts';
import { basisOfText } from '../basis-of-text.ts';
import { valueOf } from '../basis-of.ts';

const NOTICE: ChangeNotice = { kind: 'change', channel: 'email', sent: '2026-04-06' };
const AT_ONCE = 'Notices are given by email and are deemed received when sent.';

describe('a notice in hours', () => {
  test.each<[string, string]>([
    ["The vendor may amend these Terms on 96 hours' prior notice.", AT_ONCE],
    ['本公司修订规则，应提前九十六小时通知用户。', '电子邮件发出即视为送达。'],
  ])('%s', (...texts) => {
    const { periodEnds, lastDayToAct } = noticeClock(basisOfText(...texts), NOTICE);
    // From the same hour on 6 April to that hour on 10 April: the 9th lies in it whole.
    expect(valueOf(periodEnds)).toMatchObject({ safe: '2026-04-09', latest: '2026-04-10' });
    expect(valueOf(lastDayToAct)).toMatchObject({ safe: '2026-04-09' });
  });

  test('is among the cases that a bound holds for', () => {
    const text =
      "The vendor shall give 48 hours' notice of emergency changes and 45 days' notice of all other changes to these Terms.";
    const { lastDayToAct } = noticeClock(basisOfText(text, AT_ONCE), NOTICE);
    expect(lastDayToAct).toMatchObject({ known: false, notBefore: '2026-04-07' });
  });
});

describe('a text that contradicts itself keeps the bounds of both readings', () => {
  test.each<[string]>([
    ['期满前六十（45）日任何一方未书面通知不续约的，本协议自动续展一年。'],
    [
      "The Agreement renews for successive one-year terms unless a party gives sixty (45) days' notice of non-renewal before the end of the then-current term.",
    ],
  ])('of the day to cancel: %s', (text) => {
    const { cancelBy, renews } = renewalOf(basisOfText(text), { ends: '2026-12-31', on: '2026-06-01' });
    expect(cancelBy).toMatchObject({ known: false, notBefore: '2026-11-01', notAfter: '2026-11-16' });
    expect(valueOf(renews)).toMatchObject({ value: 1, unit: 'year' });
  });

  test.each<[string, string]>([
    ['本公司修订规则，应提前六十（45）日通知用户。', '电子邮件发出即视为送达。'],
    ["The vendor may amend these Terms on sixty (45) days' prior notice.", AT_ONCE],
  ])('of how short a notice is: %s', (...texts) => {
    const { shortfall } = noticeClock(basisOfText(...texts), { ...NOTICE, announcedEffective: '2026-05-24' });
    expect(shortfall).toMatchObject({ known: false, atLeast: '0', atMost: '13' });
  });

  test('of a late fee', () => {
    const basis = basisOfText('每迟延一日，按欠款的万分之肆（0.06%）支付违约金。');
    const late = lateFeeOf(basis, { amount: '5000', settlementDay: '2026-03-02', until: '2026-03-22' });
    expect(late).toMatchObject({ known: false, atLeast: '40.00', atMost: '60.00' });
  });
});

describe('a rule of the post', () => {
  const basis = basisOfText(
    "The vendor may change these Terms on 20 days' notice to Customer.",
    'Email is deemed received 24 hours after sending; post is deemed received on the sixth day after posting.',
  );

  test.each<[ChangeNotice['channel']]>([['sms'], ['message'], ['site']])('is none for %s', (channel) => {
    expect(noticeClock(basis, { ...NOTICE, channel }).delivered).toMatchObject({
      known: false,
      notBefore: NOTICE.sent,
    });
  });

  test('holds for the post', () => {
    expect(valueOf(noticeClock(basis, { ...NOTICE, channel: 'post' }).delivered)).toBe('2026-04-12');
  });
});

test('nothing is received before it was sent', () => {
  expect(() => refuseEarlyReceipt({ sent: '2026-04-06', received: '2026-04-05' })).toThrow(Refusal);
  expect(() => refuseEarlyReceipt({ sent: '2026-04-06', received: '2026-04-06' })).not.toThrow();
  expect(() => refuseEarlyReceipt({ sent: '2026-04-06' })).not.toThrow();
});
