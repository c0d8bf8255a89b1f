import { describe, expect, test } from 'vitest';
import { classify } from '../../../../src-main/agreement/meaning/classify.ts';
import { isConspicuous } from '../../../../src-main/agreement/meaning/emphasise.ts';
import { read } from '../../../../src-main/agreement/read.ts';
import { readText } from '../../../../src-main/import/text/text.ts';
import { documentOf, kindsOf, tagsOf } from '../meaning.ts';

describe('whose right it is', () => {
  test.each([
    ['平台方有权随时终止本协议。', 'termination/provider'],
    ['您违反本规则的，我们可以解除合同。', 'termination/provider'],
    ['如我方发现您违规，有权视情况采取措施，包括但不限于终止服务。', 'termination/provider'],
    ['客户可随时终止本协议。', 'termination/customer'],
    ['任何一方可提前三十日通知对方解除合同。', 'termination/either'],
    ['We may terminate this Agreement at any time.', 'termination/provider'],
    ['You may terminate this Agreement at any time.', 'termination/customer'],
    ['Either party may terminate this Agreement.', 'termination/either'],
    ['This Agreement may be terminated by the Customer on notice.', 'termination/customer'],
    ['Your account may be terminated without notice.', 'termination/provider'],
    ['If you fail to pay, Acme may suspend the service.', 'suspension/provider'],
    ['用户欠费的，服务商有权停机。', 'suspension/provider'],
  ])('%s', (text, expected) => {
    expect(kindsOf(text)).toContain(expected);
  });

  test('only the provider’s right to end or stop is conspicuous', () => {
    expect(isConspicuous(tagsOf('我们有权终止服务。'))).toBe(true);
    expect(isConspicuous(tagsOf('任何一方可解除合同。'))).toBe(true);
    expect(isConspicuous(tagsOf('您有权终止服务。'))).toBe(false);
    expect(isConspicuous(tagsOf('You may cancel your subscription at any time.'))).toBe(false);
  });
});

describe('what a clause is about', () => {
  test.each([
    ['赔偿总额以当月服务费为限。', 'liability-cap'],
    ['本公司的责任累计不超过合同金额。', 'liability-cap'],
    [
      'The aggregate liability of the Provider shall not exceed the fees paid in the twelve months before the claim.',
      'liability-cap',
    ],
    ['IN NO EVENT WILL OUR LIABILITY EXCEED $100.', 'liability-cap'],
    ['双方均不对间接损失承担责任。', 'damages-exclusion'],
    ['Neither party is liable for indirect or consequential damages.', 'damages-exclusion'],
    ['因第三方原因造成的中断，我们不承担责任。', 'liability-exclusion'],
    ['The Provider is not responsible for third-party content.', 'liability-exclusion'],
    ['服务按现状提供。', 'warranty-disclaimer'],
    ['The software is provided "AS IS".', 'warranty-disclaimer'],
    ['违约方应承担违约责任。', 'breach'],
    ['甲方应支付相当于合同价三倍的违约金。', 'liquidated-damages'],
    ['用户未按期缴费的，自逾期之日起按日收取千分之一的滞纳金。', 'liquidated-damages'],
    ['逾期未付的款项，应加收罚息。', 'liquidated-damages'],
    ['A late fee of 2% per month applies to every invoice that is not paid in time.', 'liquidated-damages'],
    ['Interest on overdue sums accrues at 8% a year.', 'liquidated-damages'],
    ['You agree to indemnify, defend and hold harmless the Provider.', 'indemnity'],
    ['因此引发第三方索赔的，您应负责赔偿。', 'indemnity'],
    ['由上海市黄浦区人民法院管辖。', 'jurisdiction'],
    ['You submit to the exclusive jurisdiction of the courts of Singapore.', 'jurisdiction'],
    ['本协议适用中华人民共和国法律。', 'governing-law'],
    ['These Terms are governed by the laws of the State of Delaware.', 'governing-law'],
    ['您继续使用即视为接受修改。', 'continued-use'],
    ['Your continued use of the Services constitutes acceptance.', 'continued-use'],
    ['盖章文本与网页文本不一致的，以盖章文本为准。', 'sealed-prevails'],
    ['本协议取代双方此前签订的协议。', 'supersedes'],
    ['The limits in this clause survive termination.', 'survival'],
  ])('%s', (text, expected) => {
    expect(kindsOf(text)).toContain(expected);
  });

  test('the reason stands in the clause, letter for letter', () => {
    const text = '本公司对所有故障概不承担任何责任，亦不退款。';
    for (const tag of tagsOf(text)) expect(text).toContain(tag.because);
    expect(tagsOf(text).map((tag) => tag.kind)).toContain('liability-exclusion');
  });
});

describe('what only looks like it', () => {
  test.each([
    ['单个请求的大小不超过10兆。', 'a cap that limits no money'],
    ['工单在30分钟内响应，最长不超过2小时。', 'a time limit'],
    ['“违约金”指第八条所称的款项。', 'a definition'],
    ['请您特别注意免除或者限制责任的条款以及管辖条款。', 'an invitation to read'],
    ['Please read the limitation of liability and arbitration sections carefully.', 'an invitation to read'],
    ['本条不影响第9条（责任限制）的适用。', 'a reference'],
    ['我们不会因此终止服务。', 'a promise not to'],
    ['We will not suspend your account without notice.', 'a promise not to'],
    ['本协议不免除我们因故意造成损失的责任。', 'an exclusion that is excluded'],
    ['Nothing in these terms limits our liability for fraud.', 'an exclusion that is excluded'],
    ['应法院要求，我们可以披露您的数据。', 'a court that decides nothing'],
    ['保密条款、争议解决条款不因本协议终止而失效。', 'a list of what survives'],
    ['Sections 5, 7 and 9 survive termination of this Agreement.', 'a list of what survives'],
  ])('%s: %s', (text) => {
    expect(isConspicuous(tagsOf(text))).toBe(false);
  });
});

describe('a late fee is undone by words of freedom from it alone', () => {
  test.each([
    '客户逾期不缴纳的，按日收取滞纳金。',
    '逾期不缴的，收取滞纳金。',
    '客户不按期付款的，应支付滞纳金。',
    '欠费方不支付滞纳金的，服务商可以停机。',
    'Invoices are paid no later than 30 days after receipt; late fees apply thereafter.',
    'If no payment is received by then, interest on the overdue sum accrues at 8% a year.',
    'All sums are paid without set-off, and late payment interest accrues daily.',
  ])('charged: %s', (text) => {
    expect(tagsOf(text).map(({ kind }) => kind)).toContain('liquidated-damages');
  });

  test.each([
    '客户逾期付款的，无需支付滞纳金。',
    '逾期付款的，服务商不收取任何滞纳金。',
    '宽限期内付款的，免收滞纳金。',
    '宽限期内付款的，客户不承担违约金。',
    'No late fees apply during the grace period.',
    'Overdue sums are paid without interest.',
    'The Provider waives any late payment charges.',
  ])('free of it: %s', (text) => {
    expect(tagsOf(text).map(({ kind }) => kind)).not.toContain('liquidated-damages');
  });
});

describe('what stands around a clause', () => {
  test('items take the kind of the sentence that introduces them, with its words', () => {
    const tags = classify(
      documentOf([
        ['4', '下列原因造成的中断，本公司不承担责任：'],
        ['(1)', '您的设备故障；', '4'],
        ['(2)', '市政施工。', '4'],
      ]),
    );
    for (const each of tags.slice(1)) {
      expect(each.map((tag) => tag.kind)).toEqual(['liability-exclusion']);
      expect('下列原因造成的中断，本公司不承担责任：').toContain(each[0]?.because ?? '-');
    }
  });

  test('an introduction in a paragraph before the items works as well, and ends with the list', () => {
    const tags = classify(
      documentOf(
        [
          ['2', '可用性'],
          ['', '赔偿范围不包括以下原因造成的不可用：', '2'],
          ['(1)', '预先通知的维护；', '2'],
          ['(2)', '用户操作失误。', '2'],
        ],
        'sla',
      ),
    );
    expect(tags[2]?.map((tag) => tag.kind)).toContain('sla-exclusion');
    expect(tags[3]?.map((tag) => tag.kind)).toContain('sla-exclusion');
  });

  test('the provider’s right in an introduction is the provider’s in each item', () => {
    const tags = classify(
      documentOf([
        ['6', 'We may terminate this Agreement if you:'],
        ['a', 'use a stolen account;', '6'],
      ]),
    );
    expect(tags[1]).toEqual([{ kind: 'termination', because: 'terminate', by: 'provider' }]);
  });

  test('in a letter of commitment the customer says we and the provider is 贵公司', () => {
    expect(kindsOf('本单位违反承诺的，贵公司有权暂停服务。', 'commitment-letter')).toContain('suspension/provider');
  });

  test('甲方 and 乙方 are who the document says they are', () => {
    const tags = classify(
      documentOf(['甲方（提供方）：某公司；乙方（用户）：某单位', '甲方有权解除合同。', '乙方有权解除合同。']),
    );
    expect(tags[1]?.[0]?.by).toBe('provider');
    expect(tags[2]?.[0]?.by).toBe('customer');
  });
});

describe('a number to call under a heading of notices', () => {
  const tags = (text: string): readonly string[] => {
    const source = `云服务协议\n\n7. 通知\n\n7.1. 以电子邮件发出的通知，发送成功时视为送达。\n\n7.2. ${text}\n`;
    const clauses = read(readText(source, 'utf-8')).documents[0]?.clauses ?? [];
    return clauses.find(({ number }) => number === '7.2')?.tags.map(({ kind }) => kind) ?? ['not read'];
  };

  test.each(['客户服务热线：400-000-0000。', '客服电话 010-12345678', 'Hotline: +86 (10) 1234 5678.'])(
    '%s is no rule of delivery',
    (text) => {
      expect(tags(text)).toEqual([]);
    },
  );

  test('a rule beside the number stays one', () => {
    expect(tags('通知亦可致电客服热线400-000-0000，通话结束时视为送达。')).toContain('notice-delivery');
  });
});

describe('words that only mention a rule', () => {
  const kinds = (text: string): readonly string[] => tagsOf(text).map(({ kind }) => kind);

  test.each([
    'Save where these terms name an exclusive remedy, using one right leaves the others as they are.',
    'Unless a section sets out a sole remedy, each party keeps its rights.',
  ])('a remedy on a condition shuts out nothing: %s', (text) => {
    expect(kinds(text)).not.toContain('liability-exclusion');
  });

  test.each([
    'Credits are your sole and exclusive remedy for downtime.',
    'Replacement of the part is the only remedy if it fails.',
    'The repair is the exclusive remedy, except in cases of fraud.',
  ])('a remedy that is said to be the only one does: %s', (text) => {
    expect(kinds(text)).toContain('liability-exclusion');
  });
});
