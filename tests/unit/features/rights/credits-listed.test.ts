import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CreditListed, MonthView } from '../../../../src-main/contract/rights.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

let desk: AppUnderTest;
let agreementId: string;

beforeEach(async () => {
  desk = await AppUnderTest.withSamples();
  const sla = desk.agreement('服务等级协议');
  agreementId = sla.id;
  desk.conclude(sla.versions[0] ?? '');
  const { versions } = await desk.handlers['rights.open']({ agreementId });
  await desk.handlers['rights.chooseText']({ agreementId, versionId: versions[0]?.versionId ?? '' });
  await desk.handlers['rights.pasteOutages']({
    agreementId,
    text: '2026-06-03 09:00,2026-06-03 19:00\n2026-09-03 09:00,2026-09-03 19:00\n2026-10-03 09:00,2026-10-03 19:00\n2026-11-03 09:00,2026-11-03 09:01',
  });
  for (const month of ['2026-06', '2026-09', '2026-10', '2026-11'])
    await desk.handlers['rights.setMonthFee']({ agreementId, month, fee: { fee: '1000' } });
});
afterEach(() => desk.end());

const listed = async (): Promise<readonly CreditListed[]> =>
  (await desk.handlers['rights.list']({})).find(({ id }) => id === agreementId)?.credits ?? [];
const said = async (): Promise<readonly string[]> => (await listed()).map(({ period, state }) => `${period} ${state}`);

test('the list of rights tells every month whose claim is open, the one that ends first before the others, and what was claimed', async () => {
  // June's time is over, and the last month gives nothing: neither hides what is still open.
  expect(await said()).toEqual(['2026-09 due', '2026-10 due']);
  const [first, second] = await listed();
  expect([first?.amount, second?.amount]).toEqual(['250.00', '250.00']);
  expect((first?.until ?? '') < (second?.until ?? '')).toBe(true);

  await desk.handlers['rights.claim']({ agreementId, month: '2026-09' });
  expect(await said()).toEqual(['2026-09 due', '2026-10 due']);
  const { claim } = desk.handlers['rights.month']({ agreementId, month: '2026-09' }) as MonthView;
  const by = { origin: claim?.origin ?? '', on: '2026-11-23', by: '李航' };
  await desk.handlers['letters.takeCaseStep']({ ...by, state: 'sent' });
  expect(await said()).toEqual(['2026-10 due', '2026-09 claimed']);
  await desk.handlers['letters.takeCaseStep']({ ...by, state: 'settled' });
  expect(await said()).toEqual(['2026-10 due']);

  // What was settled is not due once more because its figure is another now.
  await desk.handlers['rights.setMonthFee']({ agreementId, month: '2026-09', fee: { fee: '800' } });
  expect(await said()).toEqual(['2026-10 due']);
});

test('that nothing is owed is said once all that could be claimed came in', async () => {
  for (const month of ['2026-09', '2026-10']) {
    await desk.handlers['rights.claim']({ agreementId, month });
    const { claim } = desk.handlers['rights.month']({ agreementId, month }) as MonthView;
    const by = { origin: claim?.origin ?? '', on: '2026-11-23', by: '李航' };
    await desk.handlers['letters.takeCaseStep']({ ...by, state: 'sent' });
    await desk.handlers['letters.takeCaseStep']({ ...by, state: 'settled' });
  }
  expect(await listed()).toEqual([{ period: '2026-11', amount: '0.00', currency: 'CNY', state: 'due' }]);
});
