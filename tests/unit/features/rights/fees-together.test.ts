import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MonthView } from '../../../../src-main/contract/rights.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

const TITLE = '示例云盘服务等级协议';
const TEXT = `${TITLE}

服务提供方：示例云网有限公司

一、可用性
1.1 月度可用性不低于99.9%。
1.2 月度可用性低于99.9%的，赔偿金额为全部受影响实例当月服务费之和的10%。
`;
const month = '2026-10';
let app: AppUnderTest;
let agreementId: string;

beforeEach(async () => {
  app = new AppUnderTest();
  const bytes = new TextEncoder().encode(TEXT);
  const { sourceId = '' } = (await app.handlers['import.bytes']({ name: 'terms.txt', bytes })) as {
    readonly sourceId?: string;
  };
  await app.handlers['import.confirm']({ sourceId, documents: [{ index: 0, title: TITLE }] });
  agreementId = app.agreement(TITLE).id;
  await app.handlers['rights.pasteOutages']({
    agreementId,
    text: 'start,end,instances\n2026-10-03 09:00,2026-10-03 19:00,A-1\n2026-10-04 09:00,2026-10-04 19:00,B-2',
  });
});
afterEach(() => app.end());

const credit = (unit?: string) =>
  (app.handlers['rights.month']({ agreementId, month, ...(unit === undefined ? {} : { unit }) }) as MonthView).level
    .credit;
const save = (name: string, instances: readonly string[], before?: string) =>
  app.handlers['rights.saveUnit']({
    agreementId,
    ...(before === undefined ? {} : { before }),
    unit: { name, instances: [...instances] },
  });

test('what the affected instances cost together is the base of their one credit, and of none of them alone', async () => {
  await save('甲', ['A-1']);
  await save('乙', ['B-2']);
  await app.handlers['rights.setMonthFee']({ agreementId, month, fee: { fee: '1000', base: '2500' } });
  for (const unit of ['甲', '乙'])
    expect(credit(unit)).toMatchObject({ known: false, missing: [expect.objectContaining({ name: 'base' })] });
  await app.handlers['rights.removeUnit']({ agreementId, name: '乙' });
  await save('两台', ['A-1', 'B-2'], '甲');
  expect(credit('两台')).toMatchObject({ known: true, value: '250.00' });
});
