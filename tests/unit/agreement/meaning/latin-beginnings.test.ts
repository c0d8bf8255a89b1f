import { describe, expect, test } from 'vitest';
import { read } from '../../../../src-main/agreement/read.ts';
import { readText } from '../../../../src-main/import/text/text.ts';
import { factsOf, kindsOf } from '../meaning.ts';

/** What a rule shuts out by `(waiver|放弃)` and its kin begins with Latin words: a Chinese clause that only names such a thing keeps its kind. */
describe('a Chinese clause keeps what it says beside words that are shut out in English', () => {
  test.each([
    '不论供应商有没有发出过通知，服务连续不可用满36小时的，用户可以解除合同。',
    '服务商未能提前通知的，服务连续中断超过48小时的，客户有权解除合同。',
    '专线连续中断，供应商收到用户通知后超过96小时仍未修复的，用户有权解除合同。',
    '除已通知外，服务连续中断超过60小时的，客户有权解除合同。',
  ])('the right to end over an outage: %s', (text) => {
    expect(factsOf(text).map(({ kind }) => kind)).toContain('outage-termination-hours');
  });

  test.each([
    ['prohibited-use', '用户不得利用平台发布、传播赌博、暴力信息，不得诽谤他人、泄露他人商业秘密。'],
    ['prohibited-use', '禁止上传、泄露或传播侵权信息。'],
    ['breach', '用户擅自放弃本订单的，构成违约，应向供应商支付订单总额15%的违约金。'],
  ])('%s: %s', (kind, text) => {
    expect(kindsOf(text).map((each) => each.split('/')[0])).toContain(kind);
  });

  test.each([
    ['sla-credit', '未达到承诺的，我们以服务信用额度的形式赔偿用户，赔偿为月度服务费的15%。'],
    ['data-backup', '供应商每日备份用户数据，其中含有个人信息的，备份保留30日。'],
  ])('%s: %s', (kind, text) => {
    expect(kindsOf(text, 'sla').map((each) => each.split('/')[0])).toContain(kind);
  });

  test('the time to claim is certain beside an invoice', () => {
    const text = '客户应在每月结束后15个工作日内提出赔偿申请，超过期限视为放弃索赔，赔偿不退款、不开发票。';
    const source = ['远岸托管服务等级协议', '', `1. ${text}`].join('\n');
    const tag = (read(readText(source, 'utf-8')).documents[0]?.clauses ?? [])
      .flatMap(({ tags }) => tags)
      .find(({ kind }) => kind === 'claim-window');
    expect(tag && (tag.certainty ?? 'certain')).toBe('certain');
  });
});
