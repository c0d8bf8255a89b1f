import { afterEach, beforeEach, expect, test } from 'vitest';
import { rowFaults } from '../../../../src-main/kernel/integrity/row-check.ts';
import { AppUnderTest } from '../ports.ts';
import { COMPANY } from '../../../fixtures/company.ts';

let app: AppUnderTest;
beforeEach(async () => {
  app = await AppUnderTest.withSamples();
});
afterEach(() => app.end());

test('what is written while rows are looked at is not taken for a fault', async () => {
  const { id } = await app.handlers['settings.saveCompany']({ company: COMPANY });
  const checking = rowFaults(app.store, []);
  await app.handlers['settings.saveCompany']({ id, company: { ...COMPANY, phone: '0571-00000000' } });
  await app.handlers['settings.saveCompany']({ company: { ...COMPANY, name: '示例近海科技有限公司' } });
  expect(await checking).toMatchObject({ faults: [], uncovered: 0, open: [] });
  app.store.papers.update(id, 'kept', { v: 1 }, app.now.toISOString());
  expect((await rowFaults(app.store, [])).faults).toHaveLength(1);
});
