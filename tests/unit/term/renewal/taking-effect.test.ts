import { describe, expect, test } from 'vitest';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { renewalOf, type TermGiven } from '../../../../src-main/term/renewal/renewal.ts';
import { basisOfText } from '../basis-of-text.ts';
import { valueOf } from '../basis-of.ts';

const SPRING: TermGiven = { on: '2030-04-01' };
const told = (texts: readonly string[], given: TermGiven = SPRING) => renewalOf(basisOfText(...texts), given);

const YEAR = '本协议有效期一年。期满前30日任何一方未书面提出不续期的，自动续期一年。';
const ONE_YEAR =
  'The initial term is one year. It renews automatically for one-year terms unless either party gives notice of non-renewal at least 30 days before the end of the term.';

describe('the day on which an agreement takes effect is the first of the term whose length another clause gives', () => {
  test.each([
    ['本协议自2030年1月1日起生效。', YEAR],
    ['本协议自2030年1月1日零时起正式生效。', YEAR],
    ['本《青禾排版服务协议》于2030年1月1日生效。', YEAR],
    ['本合同的生效日期为2030年1月1日。', YEAR],
    ['This Agreement takes effect on 1 January 2030.', ONE_YEAR],
    ['This Agreement shall commence on January 1, 2030.', ONE_YEAR],
    ['This Typesetting Services Agreement is effective as of 1 January 2030.', ONE_YEAR],
  ])('%s', (start, term) => {
    const { end, cancelBy } = told([start, term]);
    expect(valueOf(end)).toMatchObject({ safe: '2030-12-31' });
    expect(valueOf(cancelBy)).toMatchObject({ safe: '2030-12-01' });
    expect(end.steps.map(({ clause }) => clause?.quote)).toContain(start);
  });

  test.each([
    ['This Agreement takes effect on 1 January 2030 and has a term of twelve months.', '2030-12-31'],
    ['本协议自2030年1月1日起生效，期限为一年。', '2030-12-31'],
    ['本协议自2030年1月1日起生效，期限为一年，至2030年12月31日止。', '2030-12-31'],
  ])('and that which the same sentence gives: %s', (sentence, last) => {
    const { length, end } = told([sentence]);
    expect(valueOf(length)).toBeDefined();
    expect(valueOf(end)).toMatchObject({ safe: last });
  });

  test.each([
    '本协议的价格表自2030年1月1日起生效。',
    '修改后的本协议自2030年1月1日起生效。',
    '双方另行签署的保密协议自2030年1月1日起生效。',
    '补充协议自2030年1月1日起生效。',
    '如本协议自2030年1月1日起生效，首期费用按季结算。',
    'Amendment No. 2 to this Agreement takes effect on 1 January 2030.',
    'The fees under this Agreement are effective from 1 January 2030.',
    'The Confidentiality Agreement takes effect on 1 January 2030.',
    'This version of the Agreement is effective as of 1 January 2030.',
    'If this Agreement takes effect on 1 January 2030, fees are billed by quarter.',
  ])('of another matter it is none: %s', (start) => {
    const { end } = told([start, /\p{Script=Han}/u.test(start) ? YEAR : ONE_YEAR]);
    expect(end).toMatchObject({ known: false, missing: [{ what: 'input', name: 'starts' }] });
  });

  test.each([
    '服务期限为12个月，自服务开通之日起算。期满前30日任何一方未书面提出不续期的，自动续期一年。',
    '本协议有效期一年，自签署之日起计算。期满前30日任何一方未书面提出不续期的，自动续期一年。',
    'The initial term is one year from activation of the service. It renews automatically for one-year terms.',
    'The initial term is one year and begins on the Service Start Date. It renews automatically for one-year terms.',
    'The term of each Order is one year. It renews automatically for one-year terms.',
  ])('a term that begins with something else has none by it: %s', (term) => {
    const start = /\p{Script=Han}/u.test(term)
      ? '本协议自2030年1月1日起生效。'
      : 'This Agreement takes effect on 1 January 2030.';
    expect(told([start, term]).end.known).toBe(false);
  });

  test('where a text gives two days, or its acceptance as well, both are shown and none is picked', () => {
    const [january, march] = ['本协议自2030年1月1日起生效。', '本协议自2030年3月1日起生效。'];
    for (const rival of [march, '本协议自客户接受之日起生效。']) {
      const { end, cancelBy } = told([january, rival, YEAR], { ...SPRING, accepted: '2030-02-01' });
      expect([end.known, cancelBy.known]).toEqual([false, false]);
      const [why] = end.known ? [] : end.missing;
      expect(why?.what).toBe('conflict');
      for (const quote of [january, rival]) expect(why && say(why.text, 'zh')).toContain(quote);
    }
  });

  test('the first day of the term that the text names itself goes before it, and so does a day that a person says', () => {
    const own = told(['本协议自2030年1月1日起生效。', '本协议服务期限自2030年2月1日起一年。']);
    expect(valueOf(own.end)).toMatchObject({ safe: '2031-01-31' });
    const said = told(['本协议自2030年1月1日起生效。', YEAR], { ...SPRING, starts: '2030-03-01' });
    expect(valueOf(said.end)).toMatchObject({ safe: '2031-02-28' });
  });

  test('it is never the first day of the term of another text', () => {
    const [first, second] = [basisOfText(YEAR), basisOfText('本协议自2030年1月1日起生效。')];
    for (const sources of [
      [...first.sources, ...second.sources],
      [...second.sources, ...first.sources],
    ]) {
      const { end } = renewalOf({ ...first, sources }, SPRING);
      expect(end).toMatchObject({ known: false, missing: [{ what: 'input', name: 'starts' }] });
    }
  });
});
