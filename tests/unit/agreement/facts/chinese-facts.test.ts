import { describe, expect, test } from 'vitest';
import type { Fact, FactKind } from '../../../../src-main/agreement/fact.ts';
import { facts } from '../../../../src-main/agreement/facts/facts.ts';
import { classify } from '../../../../src-main/agreement/meaning/classify.ts';
import { read } from '../../../../src-main/agreement/read.ts';
import { readText } from '../../../../src-main/import/text/text.ts';
import { documentOf } from '../meaning.ts';

const of = (kind: FactKind, text: string): readonly Fact[] => {
  const structured = documentOf([text]);
  return facts(structured, classify(structured)).filter((fact) => fact.kind === kind);
};
const values = (kind: FactKind, text: string): unknown[] => of(kind, text).map(({ value }) => value);
const lengths = (kind: FactKind, text: string): unknown[] => of(kind, text).map(({ value, unit }) => [value, unit]);

describe('what a sentence of a Chinese agreement states', () => {
  test.each<[FactKind, string, unknown[]]>([
    ['price-notice', '届时我们将在网站公布收费标准，该标准自公布之日起10日后生效。', [[10, 'day']]],
    ['price-notice', '新的计费规则自公告之日起满15日执行。', [[15, 'day']]],
    ['price-notice', '资费方案在官网发布后20日起实施。', [[20, 'day']]],
    ['price-notice', '价格以订单为准，订单自提交之日起7日后失效。', []],
    ['price-notice', '本规则自公布之日起7日后生效。', []],
    ['renewal-lead', '您应在服务到期前一个月内缴纳续费款项。', [[1, 'month']]],
    ['renewal-lead', '需要继续使用的，请于期满前2个月办理续约。', [[2, 'month']]],
    ['renewal-lead', '续费申请应在期限届满前1个月提出。', [[1, 'month']]],
    ['renewal-lead', '期满前一个月内我们会提醒您支付续费款项。', []],
    ['renewal-lead', '期满前一个月内双方均未提出异议的，自动续约一年。', []],
    ['termination-notice', '我们可随时终止部分服务。但我们应提前至少20天通知您，以便您转移备份数据。', [[20, 'day']]],
    ['termination-notice', '平台可能关停服务。平台将提前45日公告，便于用户迁移数据。', [[45, 'day']]],
    ['termination-notice', '甲方有权解除合同。应提前30日通知乙方，以便乙方迁移业务。', [[30, 'day']]],
    ['change-notice', '本协议包括平台后续发布并提前9日通知您的各项规则。', [[9, 'day']]],
    ['change-notice', '经营地址变更的，商家应提前10日书面告知平台。', []],
    ['change-notice', '备案信息变更的，应当提前20日办理手续。', []],
    ['payment-due', '保证金不足的，商家应在收到通知后8个自然日内补足。', [[8, 'day']]],
    ['payment-due', '商家应于5日内将保证金补齐。', [[5, 'day']]],
    ['payment-due', '欠缴的，须在接到账单之日起6日内补缴全部费用。', [[6, 'day']]],
    ['payment-due', '银行收到提现指令后三个工作日内汇入您的账户，不另付费。', []],
    ['payment-due', '甲方在签订合同后10日内首付了合同款30%。', []],
    ['restore', '因质量引起的报修，乙方应在36小时内完成维修。', [[36, 'hour']]],
    ['restore', '售后问题须在24小时内处理完毕。', [[24, 'hour']]],
    ['restore', '接到报修后，服务方应于12小时内上门修理。', [[12, 'hour']]],
    ['restore', '若业务故障恢复正常的时间在3分钟以下，按一次计算。', []],
    ['restore', '故障恢复时间为5分钟及以下的，不计入不可用时间。', []],
    ['response', '收到报修通知后3小时内与客户取得联系。', [[3, 'hour']]],
    ['hotline', '有疑问可咨询96012或前往营业厅。', ['96012']],
    ['hotline', '电话：400-600-1234 地址：东港路8号', ['400-600-1234']],
    ['hotline', '客服手机13800001111，请致电咨询。', ['13800001111']],
    ['hotline', '东港路8号 联系电话13800001111', []],
    ['hotline', '甲方（盖章） 联系人 电话：0531-66660000', []],
    ['term', '商家入驻“星桥集市”平台期限为2年。', [[2, 'year']]],
    ['term', '代理期限：3年。', [[3, 'year']]],
    ['term', '本协议有效期一年。', [[1, 'year']]],
    ['term', '证书的最长有效期将缩短至200天。', []],
    ['term', '该域名有效期延长1年。', []],
    ['term', '优惠券有效期为30天。', []],
    ['term', '经批准可延长服务期，最长有效期三年。', []],
    ['data-return', '资料的保存期限为协议存续期间及终止之日起三年以上。', []],
    ['arbitration-body', '提交 东港 仲裁委员会仲裁。', ['东港仲裁委员会']],
    ['arbitration-body', '争议由 北 京 仲裁委员会裁决。', ['北京仲裁委员会']],
    ['arbitration-body', '提请南浦仲裁院按其规则仲裁。', ['南浦仲裁院']],
    ['arbitration-body', '根据法院、域名仲裁机构的裁决终止服务。', []],
    ['arbitration-body', '任何一方可向有管辖权的仲裁委员会申请仲裁。', []],
    [
      'governing-law',
      '本约定一律适用中华人民共和国大陆地区（就本约定而言，不包括港澳台地区）法律。',
      ['中华人民共和国大陆地区（就本约定而言，不包括港澳台地区）法律'],
    ],
    ['governing-law', '本协议受数据接收方所在国的法律管辖。', ['数据接收方所在国的法律']],
    ['governing-law', '本合同争议的解决适用服务商注册地法律并受其约束。', ['服务商注册地法律']],
    ['governing-law', '就您的上述请求，以及中国法律与其他适用法律规定的权利，我们将处理。', []],
    ['governing-law', '如果政策不足以符合韩国隐私法律下的适用要求，我们将采取措施。', []],
  ])('%s: %s', (kind, text, expected) => {
    const isLength = expected.some(Array.isArray) || expected.length === 0;
    expect(isLength ? lengths(kind, text) : values(kind, text)).toEqual(expected);
  });
});

describe('a table that promises a level for each class', () => {
  const levels = (...lines: readonly string[]): unknown[] =>
    read(readText(`星桥云专线服务等级协议\n\n1. 可用性\n\n${lines.join('\n')}\n`, 'utf-8'))
      .documents.flatMap((document) => document.facts)
      .filter(({ kind }) => kind === 'availability')
      .map(({ value, scope }) => [(value as { promise?: number }).promise, scope?.['class']]);

  test('has one promise a row', () => {
    expect(
      levels('| 等级 | 服务可用性 |', '|---|---|', '| 金 | 99.90%（0.72 h） |', '| 银 | 99.50%（3.6 h） |'),
    ).toEqual([
      [99.9, '金'],
      [99.5, '银'],
    ]);
  });

  test('that gives credits, or bounds, promises nothing', () => {
    expect(levels('| 服务可用性 | 赔偿比例 |', '|---|---|', '| 低于99.90% | 10% |', '| 低于99% | 20% |')).toEqual([]);
    expect(levels('| 等级 | 服务可用性 |', '|---|---|', '| 金 | 低于99.90% |', '| 银 | 低于99% |')).toEqual([]);
  });
});
