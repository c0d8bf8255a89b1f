import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Refusal } from '../../../../src-main/agreement/refusal.ts';
import type { MonthView } from '../../../../src-main/contract/rights.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

const OCTOBER = { month: '2026-10' };
let desk: AppUnderTest;

beforeEach(async () => {
  desk = await AppUnderTest.withSamples();
});
afterEach(() => desk.end());

const level = (): { readonly agreementId: string } => ({ agreementId: desk.agreement('服务等级协议').id });
const month = (): MonthView => desk.handlers['rights.month']({ ...level(), ...OCTOBER }) as MonthView;
/** How keeping refuses: its code, and each member that it names. */
const refused = async (work: () => unknown): Promise<unknown> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.field, ...error.others.map((other) => other.field)];
    throw error;
  }
  return 'kept';
};

describe('what was paid for a month', () => {
  const field = (fee: Record<string, string>): Promise<unknown> =>
    refused(() => desk.handlers['rights.setMonthFee']({ ...level(), ...OCTOBER, fee: { fee: '1000', ...fee } }));

  test.each([
    [{ taken: '五百' }, ['bad-amount', 'fee.taken']],
    [{ taken: '-500' }, ['bad-amount', 'fee.taken']],
    [{ taken: '1e3' }, ['bad-amount', 'fee.taken']],
    [{ yearFee: '约 500' }, ['bad-amount', 'fee.yearFee']],
    [{ vouchers: '无', taken: '不详' }, ['bad-amount', 'fee.vouchers', 'fee.taken']],
    [{ fee: '', taken: '500' }, ['bad-amount', 'fee.fee']],
    [{ fee: '一千' }, ['bad-amount', 'fee.fee']],
  ])('is not kept with what is no amount, which is named: %j', async (fee, named) => {
    expect(await field(fee)).toEqual(named);
    expect(month()).not.toHaveProperty('fee');
  });

  test('is not kept of a unit either', async () => {
    const unit = { name: 'vpc-1', instances: [], fee: { fee: '1000', taken: '五百' } };
    expect(await refused(() => desk.handlers['rights.saveUnit']({ ...level(), unit }))).toEqual([
      'bad-amount',
      'unit.fee.taken',
    ]);
    expect(month().units).toEqual([]);
  });

  test('is kept with what its cap counts by', async () => {
    expect(await field({ yearFee: '12,000', taken: '500' })).toBe('kept');
    expect(month().fee).toEqual({ fee: '1000', yearFee: '12,000', taken: '500' });
  });
});
