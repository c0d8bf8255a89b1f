import { describe, expect, test } from 'vitest';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { noticeClock } from '../../../../src-main/term/notice/notice-clock.ts';
import { valueOf } from '../basis-of.ts';
import { basisOfText } from '../basis-of-text.ts';

const clockOf = (...texts: readonly string[]) =>
  noticeClock(basisOfText(...texts), { kind: 'change', channel: 'site', sent: '2026-09-01' });

/** Ten days from 1 September: the 11th by the statute, the 10th where the first day counts. */
const BY_STATUTE = { safe: '2026-09-11' };
const FIRST_COUNTS = { safe: '2026-09-10' };

describe('the day of the event is the first day where the text says so (Civil Code, 204)', () => {
  test.each([
    ['条款的修改自公告之日（含当日）起满10日生效，公告即视为送达。'],
    ['条款修改自公告之日起满10日（含公告当日）生效，公告即视为送达。'],
    ['服务方提前10日公告后可以修改条款，公告当日计入，公告即视为送达。'],
    ['服务方提前10日公告后可以修改条款，公告之日为第一日，公告即视为送达。'],
    ['服务方提前10日公告后可以修改条款，公告即视为送达。', '本协议项下各期间的起始日均计算在内。'],
    ['服务方提前10日公告后可以修改条款，公告即视为送达。', '期间自起始当日开始计算。'],
    ['服务方提前10日公告后可以修改条款，公告即视为送达。', '公告期以公告当日为首日。'],
    ['服务方提前10日公告后可以修改条款，公告即视为送达。', '本协议所称期限的首日计入期限内。'],
    [
      'Provider may change these terms on 10 days’ notice posted on its site (including the day of posting), deemed received when posted.',
    ],
    [
      'A change of these terms takes effect 10 days from and including the date it is posted on the site; the notice is deemed received when posted.',
    ],
    [
      'Provider may change these terms on 10 days’ notice posted on its site, deemed received when posted.',
      'In counting any period under this agreement, the first day is included.',
    ],
    [
      'Provider may change these terms on 10 days’ notice posted on its site, deemed received when posted.',
      'The day of posting counts as the first day.',
    ],
    [
      'Provider may change these terms on 10 days’ notice posted on its site, deemed received when posted.',
      'The day on which the notice is posted shall be included in the notice period.',
    ],
    [
      'Provider may change these terms on 10 days’ notice posted on its site, deemed received when posted.',
      'For every period the start date is counted.',
    ],
  ])('%s %s', (...texts) => {
    const { periodEnds } = clockOf(...texts);
    expect(valueOf(periodEnds)).toMatchObject(FIRST_COUNTS);
    const steps = periodEnds.steps.map(({ text }) => say(text, 'zh'));
    expect(steps.some((step) => step.startsWith('按约定') && step.endsWith('计入。'))).toBe(true);
    expect(steps.some((step) => step.includes('不计入'))).toBe(false);
  });

  test.each([
    ['条款的修改自公告之日起满10日生效，公告即视为送达。'],
    ['条款的修改自公告次日（含当日）起满10日生效，公告即视为送达。'],
    ['服务方提前10日公告后可以修改条款，公告当日不计入，公告即视为送达。'],
    ['服务方提前10日公告后可以修改条款，公告即视为送达。', '收到账单之日计算在内，客户应在其后付款。'],
    ['服务方提前10日公告后可以修改条款，公告即视为送达。', '付款期为15日，起始日计算在内。'],
    ['服务方提前10日公告后可以修改条款，公告即视为送达。', '期间的最后一日计算在内。'],
    ['服务方提前10日公告后可以修改条款，公告即视为送达。', '客户应于每月5日（含当日）前付款。'],
    [
      'Provider may change these terms on 10 days’ notice posted on its site (excluding the day of posting), deemed received when posted.',
    ],
    [
      'Provider may change these terms on 10 days’ notice posted on its site, deemed received when posted.',
      'In counting any period, the first day is not included.',
    ],
    [
      'Provider may change these terms on 10 days’ notice posted on its site, deemed received when posted.',
      'In counting any period the last day is included.',
    ],
    [
      'Provider may change these terms on 10 days’ notice posted on its site, deemed received when posted.',
      'Fees are due up to and including the date of termination.',
    ],
    [
      'Provider may change these terms on 10 days’ notice posted on its site, deemed received when posted.',
      'The date of the invoice is included on its first page.',
    ],
  ])('counted by the statute: %s %s', (...texts) => {
    expect(valueOf(clockOf(...texts).periodEnds)).toMatchObject(BY_STATUTE);
  });

  test('nothing is sooner than by the first day that counts, where the day of effect is not known', () => {
    const { periodEnds } = noticeClock(basisOfText('条款的修改自送达之日（含当日）起满10日生效。'), {
      kind: 'change',
      channel: 'email',
      sent: '2026-09-01',
    });
    expect(periodEnds).toMatchObject({ known: false, notBefore: '2026-09-10' });
  });
});
