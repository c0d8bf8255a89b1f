import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Refusal } from '../../../../src-main/agreement/refusal.ts';
import type { AgendaView } from '../../../../src-main/contract/agenda.ts';
import type { MonthView, ObligationsView } from '../../../../src-main/contract/rights.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

const LEVEL = '服务等级协议';
const OCTOBER = { month: '2026-10' };
let desk: AppUnderTest;

beforeEach(async () => {
  desk = await AppUnderTest.withSamples();
});
afterEach(() => desk.end());

const refusal = async (work: () => unknown): Promise<string> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'not refused';
};
const level = (): { readonly agreementId: string } => ({ agreementId: desk.agreement(LEVEL).id });
const month = (name = '2026-10'): MonthView => desk.handlers['rights.month']({ ...level(), month: name }) as MonthView;
const paste = (text: string) => desk.handlers['rights.pasteOutages']({ ...level(), text });

describe('what is measured by itself', () => {
  const log =
    'start,end,instances\n2026-10-03 09:00,2026-10-03 19:00,net-1\n2026-10-04 09:00,2026-10-04 19:00,net-2\n2026-10-05 09:00,2026-10-05 19:00,other';
  const save = (name: string, more: object = {}) =>
    desk.handlers['rights.saveUnit']({ ...level(), unit: { name, instances: [], ...more } });

  test('has its own instances and its own fee', async () => {
    await paste(log);
    // Whatever else there is, these three were never down at once.
    expect(month().level.credit).toMatchObject({ value: '0.00' });
    expect(month().named).toEqual(['net-1', 'net-2', 'other']);
    await save('包一', { instances: ['net-1', 'net-2'], fee: { fee: '1000' } });
    // The only unit is the one that is measured: its two were never down at once.
    expect(month()).toMatchObject({ unit: '包一', level: { unavailableMinutes: 0, breach: { value: false } } });
    await save('包二', { instances: ['other'], fee: { fee: '2000' } });
    const ofUnit = (unit: string) => desk.handlers['rights.month']({ ...level(), ...OCTOBER, unit }) as MonthView;
    expect(ofUnit('包二')).toMatchObject({
      unit: '包二',
      level: { unavailableMinutes: 600, credit: { value: '500.00' } },
    });
    expect(ofUnit('包一').level.credit).toMatchObject({ value: '0.00' });
    const [{ versionId = '' } = {}] = (desk.handlers['rights.open'](level()) as ObligationsView).versions;
    await desk.handlers['rights.chooseText']({ ...level(), versionId });
    // Each is claimed by itself; without a name it is the one that something is owed for.
    expect(await refusal(() => desk.handlers['rights.claim']({ ...level(), ...OCTOBER, unit: '包一' }))).toBe(
      'claim-nothing-owed',
    );
    await desk.handlers['rights.claim']({ ...level(), ...OCTOBER });
    expect(ofUnit('包二').claim).toMatchObject({ amount: '500.00' });
    expect(ofUnit('包一').claim).toBeUndefined();
  });

  test('has its part in what the list says is owed, until it is settled; nothing is said where a part is not known', async () => {
    const listed = async () =>
      (await desk.handlers['rights.list']({}))
        .find(({ id }) => id === level().agreementId)
        ?.credits?.find(({ state }) => state === 'due')?.amount;
    await paste(log.replace(',other', ',net-3'));
    await save('包一', { instances: ['net-1', 'net-2'], fee: { fee: '1000' } });
    await save('包二', { instances: ['net-3'], fee: { fee: '2000' } });
    expect(await listed()).toBe('500.00');
    await save('包三', { instances: ['net-1'], fee: { fee: '1000' } });
    expect(await listed()).toBe('750.00');
    const [{ versionId = '' } = {}] = (desk.handlers['rights.open'](level()) as ObligationsView).versions;
    await desk.handlers['rights.chooseText']({ ...level(), versionId });
    await desk.handlers['rights.claim']({ ...level(), ...OCTOBER, unit: '包二' });
    const { claim } = desk.handlers['rights.month']({ ...level(), ...OCTOBER, unit: '包二' }) as MonthView;
    const said = { origin: claim?.origin ?? '', on: '2026-11-23', by: '李航' };
    await desk.handlers['letters.takeCaseStep']({ ...said, state: 'sent' });
    await desk.handlers['letters.takeCaseStep']({ ...said, state: 'settled' });
    expect(await listed()).toBe('250.00');
    await save('包四', { instances: ['net-2'] });
    expect(await listed()).toBeUndefined();
  });

  test('has a fee in the currency of its agreement alone', async () => {
    const fee = (amount: string) => refusal(() => save('包一', { fee: { fee: amount } }));
    expect(await fee('USD 1000')).toBe('other-currency');
    expect(await refusal(() => save('包一', { fee: { total: '12000 港元', months: 12 } }))).toBe('other-currency');
    expect(await refusal(() => save('包一', { fee: { fee: '1000', vouchers: '€10' } }))).toBe('other-currency');
    expect(month().units).toEqual([]);
    // Marks of its own currency are no other one.
    expect(await fee('￥1,000.00')).toBe('not refused');
    expect(month().units.map(({ name }) => name)).toEqual(['包一']);
  });

  test('two that are owed the same have a claim each, and the sending of one closes the days of that one alone', async () => {
    await paste(
      'start,end,instances\n2026-10-03 09:00,2026-10-03 19:00,net-1\n2026-10-04 09:00,2026-10-04 19:00,net-2',
    );
    await save('包一', { instances: ['net-1'], fee: { fee: '1000' } });
    await save('包二', { instances: ['net-2'], fee: { fee: '1000' } });
    const [{ versionId = '' } = {}] = (desk.handlers['rights.open'](level()) as ObligationsView).versions;
    await desk.handlers['rights.chooseText']({ ...level(), versionId });
    const draft = async (unit: string) => desk.handlers['rights.claim']({ ...level(), ...OCTOBER, unit });
    const first = await draft('包一');
    const second = await draft('包二');
    expect(second.letterId).not.toBe(first.letterId);
    expect(await draft('包一')).toEqual(first);
    const claimOf = (unit: string) =>
      (desk.handlers['rights.month']({ ...level(), ...OCTOBER, unit }) as MonthView).claim;
    expect(claimOf('包一')).toMatchObject({ amount: claimOf('包二')?.amount, letterId: first.letterId });
    expect(claimOf('包二')?.letterId).toBe(second.letterId);
    const closed = () =>
      (desk.handlers['agenda.list']({}) as AgendaView).lines.flatMap(({ id, done }) =>
        id.endsWith('claim-closes') && done ? id : [],
      );
    expect(closed()).toEqual([]);
    const origin = claimOf('包一')?.origin ?? '';
    await desk.handlers['letters.takeCaseStep']({ origin, state: 'sent', on: '2026-11-23', by: '李航' });
    expect(closed()).toEqual([`claim:${level().agreementId}/包一/2026-10/claim-closes`]);
    expect(claimOf('包二')).toMatchObject({ state: 'drafted' });
  });

  test('is changed and removed by its name, which it has alone', async () => {
    await save('包一');
    expect(await refusal(() => save('包一'))).toBe('unit-name-taken');
    await desk.handlers['rights.saveUnit']({
      ...level(),
      before: '包一',
      unit: { name: '包甲', instances: [' a ', 'a', ''] },
    });
    expect(month().units).toEqual([{ name: '包甲', instances: ['a'] }]);
    await desk.handlers['rights.removeUnit']({ ...level(), name: '包甲' });
    expect(month().units).toEqual([]);
    expect(await refusal(() => desk.handlers['rights.removeUnit']({ ...level(), name: '包甲' }))).toBe('not-found');
  });
});

test('a month is kept only where the person says that nothing was down, and that stands in the ledger', async () => {
  expect(month().level.breach.known).toBe(false);
  await desk.handlers['rights.sayComplete']({ ...level(), ...OCTOBER, complete: true });
  expect(month().level.breach).toMatchObject({ value: false });
  expect(month('2026-09').level.breach.known).toBe(false);
  const entry = desk.store.ledger.ofSubject(`agreement:${level().agreementId}`).at(-1);
  expect(entry?.payload).toMatchObject({ what: 'no-other-outage', month: '2026-10', value: 'said' });
  await desk.handlers['rights.sayComplete']({ ...level(), ...OCTOBER, complete: false });
  expect(month().level.breach.known).toBe(false);
});

test('an outage that goes on is kept without an end, and ends when it is said to', async () => {
  await paste('start,end\n2026-10-30 09:00,');
  const [row] = month().rows;
  expect(row).toMatchObject({ ongoing: true, from: '2026-10-30T09:00:00+08:00' });
  expect(month('2026-11').rows).toHaveLength(1);
  const outage = { from: '2026-10-30 09:00', to: '2026-10-30 09:30', cause: '', instances: [] };
  await desk.handlers['rights.saveOutage']({ ...level(), outageId: row!.id, outage });
  expect(month().rows).toMatchObject([{ to: '2026-10-30T09:30:00+08:00', minutes: 30 }]);
  expect(month().rows[0]?.ongoing).toBeUndefined();
});
