import { describe, expect, it } from 'vitest';
import { read } from '../../../../src-main/agreement/read.ts';
import { readText } from '../../../../src-main/import/text/text.ts';

const documents = (text: string) => read(readText(text, 'utf-8')).documents;

describe('documents in one source', () => {
  it('reads a text without a title as one document named by its first line', () => {
    expect(documents('这只是一段没有标题的说明文字。').map(({ title, kind }) => [title, kind])).toEqual([
      ['这只是一段没有标题的说明文字。', 'other'],
    ]);
    expect(documents('')).toEqual([]);
  });

  it('splits where numbers start again under a title, and pairs annexes', () => {
    const found = documents(
      '示例云服务协议\n\n本协议由双方订立。\n\n一、服务\n\n二、费用\n\n三、其他\n\n附件1\n\n信息安全承诺书\n\n致：示例电信有限公司：\n\n一、遵守法律。\n\n二、不转租。\n\n特此承诺。\n\n承诺人（盖章）：\n\n示例云服务等级协议\n\n本协议规定可用性。\n\n1. 定义\n\n2. 承诺',
    );
    expect(found.map(({ title, kind, annexOf }) => [title, kind, annexOf])).toEqual([
      ['示例云服务协议', 'service-agreement', undefined],
      ['信息安全承诺书', 'commitment-letter', 0],
      ['示例云服务等级协议', 'sla', undefined],
    ]);
  });

  it('does not split at a section that is named like a document', () => {
    const found = documents(
      'Terms of Use\n\nWelcome. These terms govern your use of the site.\n\nUsing the service\n\nFollow the rules.\n\nPrivacy Policy\n\nWe treat data with care, as our privacy policy explains.\n\nLiability\n\nNone.',
    );
    expect(found).toHaveLength(1);
  });

  it('splits English exhibits that are agreements of their own', () => {
    const found = documents(
      'MASTER SERVICES AGREEMENT\n\nThis Agreement is between Example Hosting Ltd ("Example") and the customer.\n\n1. Services\n\n2. Fees\n\n3. Law\n\nEXHIBIT A\nSERVICE LEVEL AGREEMENT\n\n1. Uptime\n\n2. Credits\n\nEXHIBIT B – PRICES\n\nItem\tPrice\nSupport\t100',
    );
    expect(found.map(({ kind, annexOf }) => [kind, annexOf])).toEqual([
      ['service-agreement', undefined],
      ['sla', 0],
      ['other', 0],
    ]);
    expect(found[0]?.provider).toBe('Example Hosting Ltd');
  });

  it.each([
    [
      '示例公司（以下简称“示例”）',
      '示例网络科技（上海）有限公司（以下简称“我们”）提供本服务。',
      '示例网络科技（上海）有限公司',
    ],
    ['甲乙方', '甲方（委托方）：某某集团有限公司\n乙方（服务方）：北京示例软件有限公司', '北京示例软件有限公司'],
    ['致', '致：示例电信有限公司：', '示例电信有限公司'],
    ['谁也没有', '本协议由双方订立。', undefined],
  ])('finds the provider where it is named: %s', (_, text, provider) => {
    expect(documents(`示例服务协议\n\n${text}\n\n1. 服务\n\n2. 费用`)[0]?.provider).toBe(provider);
  });

  it.each([
    ['更新日期：2024年5月1日', '2024-05-01'],
    ['版本生效日期：2023-03-20', '2023-03-20'],
    ['Last updated: March 20, 2023', '2023-03-20'],
    ['Effective as of 1 June 2024', '2024-06-01'],
    ['发布日期：二〇二三年三月二十日', '2023-03-20'],
    ['（2023年3月20日）', '2023-03-20'],
    ['更新日期：2024年13月45日', undefined],
    ['本协议自2023年1月1日起由双方签订，服务期限为一年。', undefined],
    ['签订日期：2023年3月20日', undefined],
  ])('reads the date a document states about itself: %s', (text, date) => {
    expect(documents(`示例服务协议\n\n${text}\n\n1. 服务\n\n2. 费用`)[0]?.date).toBe(date);
  });

  it('drops the path and the menu before the first title, and contents with page numbers', () => {
    const reading = read(
      readText(
        '首页\n产品\n解决方案\n文档\n\n示例服务协议\n\n目录\n一、服务 ...... 1\n二、费用 ...... 2\n\n一、服务\n\n二、费用\n\n© 2024 示例公司 版权所有',
        'utf-8',
      ),
    );
    expect(reading.dropped.map(({ line }) => line)).toEqual([1, 2, 3, 4, 16]);
    expect(reading.documents[0]?.repairs.map(({ line }) => line)).toEqual([8, 9, 10]);
    expect(reading.documents[0]?.clauses.map(({ number }) => number)).toEqual([undefined, '一', '二']);
  });
});
