import { describe, expect, test } from 'vitest';
import { read } from '../../../../src-main/agreement/read.ts';
import { readText } from '../../../../src-main/import/text/text.ts';

const factsOf = (text: string) =>
  read(readText(`远帆云服务协议\n\n1. 变更\n\n${text}\n`, 'utf-8')).documents[0]?.facts ?? [];
/** The times to object that are read of a clause, as `7 day received`. */
const windows = (text: string): readonly string[] =>
  factsOf(text)
    .filter(({ kind }) => kind === 'objection-window')
    .map(({ value, unit, anchor = '-' }) => `${JSON.stringify(value)} ${unit} ${anchor}`);
const silences = (text: string): number => factsOf(text).filter(({ kind }) => kind === 'deemed-consent').length;

describe('a time to object', () => {
  test.each([
    ['1.1 远帆修改本协议的，应通知客户。客户可在收到通知后7日内提出书面异议。', '7 day received'],
    ['1.1 协议变更公告发布之日起十五日内，用户可以提出反对意见。', '15 day announced'],
    ['1.1 用户不同意修改的，应在公示之日起45日内书面提出。', '45 day announced'],
    ['1.1 对变更有异议的，客户应自通知发出之日起5个工作日内告知远帆。', '5 working-day sent'],
    ['1.1 变更条款的异议期为通知送达后10日。', '10 day received'],
    ['1.1 客户可以在变更生效日前5日以书面方式提出异议。', '5 day effective'],
    ['1.1 远帆转让本协议的，客户有权在接到通知后一个月内表示反对。', '1 month received'],
    ['1.1 Customer may object to any amendment within fourteen (14) days of receipt of the notice.', '14 day received'],
    ['1.1 Within 10 business days of the date of the notice of change, you may reject it.', '10 working-day sent'],
    ['1.1 If you disagree with a change, tell us within 20 days after it is published.', '20 day announced'],
    ['1.1 You may reject any change by telling us no later than 10 days before it takes effect.', '10 day effective'],
    ['1.1 修改生效后7日内客户可以提出异议。', '7 day in-force'],
    ['1.1 客户不同意变更的，应自变更生效之日起十个工作日内书面告知远帆。', '10 working-day in-force'],
    ['1.1 Customer may object to a change within 10 days after it takes effect.', '10 day in-force'],
    ['1.1 Within one month of the effective date of an amendment, you may reject it in writing.', '1 month in-force'],
    ['1.1 If you disagree with a change, tell us within 14 days after the change comes into force.', '14 day in-force'],
    ['1.1 客户不接受修改的，可在接到通知之日起20日内书面反对，并按原条款履行至合同期满。', '20 day received'],
    ['1.1 用户不同意修改的，有权在收到该通知之日起十五日内提出异议，原协议继续有效至到期。', '15 day received'],
    [
      '1.1 You may object to a change within 20 days of receipt and stay on the old terms until the term expires.',
      '20 day received',
    ],
    ['1.1 You have thirty days from the notice of a modification to object.', '30 day -'],
  ])('%s', (clause, window) => {
    expect(windows(clause)).toEqual([window]);
  });

  test.each([
    '1.1 客户对账单调整有异议的，应在收到账单后5日内提出，逾期视为认可。',
    '1.1 本协议期满前30日双方未提出异议的，自动续展一年，续展条款不作变更。',
    '1.1 对交付物的修改有异议的，应在验收后3日内提出。',
    '1.1 Customer may object to a change of sub-processors within 10 days of notice.',
    '1.1 远帆应至少提前30日通知变更。',
    '1.1 You may dispute an updated invoice within 10 days; refusals are made in writing.',
  ])('is not in: %s', (clause) => {
    expect(windows(clause)).toEqual([]);
  });

  test('is not taken for the notice of a change as well', () => {
    const told = factsOf('1.1 You may reject any change by telling us no later than 10 days before it takes effect.');
    expect(told.map(({ kind }) => kind)).not.toContain('change-notice');
  });

  test('what it is about is quoted with it, from the sentence before where only that says it', () => {
    const [window] = factsOf('1.1 远帆转让本协议的，应通知客户。客户可在收到通知后7日内提出异议。').filter(
      ({ kind }) => kind === 'objection-window',
    );
    expect(window?.quote).toContain('转让本协议');
    expect(window?.quote).toContain('7日内');
  });
});

describe('silence that counts as consent', () => {
  test.each([
    ['1.1 远帆变更本协议的，客户可在收到通知后7日内提出异议；逾期未提出的，视为同意。', 1],
    ['1.1 协议修改公告后15日内未提出书面异议的，视为接受。', 1],
    ['1.1 If Customer does not object to the change within 14 days of notice, it is deemed accepted by Customer.', 1],
    ['1.1 协议修改后，客户继续使用服务的，视为接受。', 0],
    ['1.1 客户可在收到变更通知后7日内提出异议。', 0],
    ['1.1 收到账单后5日内未提出异议的，视为认可。', 0],
  ])('%s → %d', (clause, count) => {
    expect(silences(clause)).toBe(count);
  });
});
