import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Refusal } from '../../../../src-main/agreement/refusal.ts';
import { calendarFor, holidayPapers } from '../../../../src-main/kernel/papers/holidays.ts';
import { sha256Hex } from '../../../../src-main/ledger/node-digest.ts';
import { SHIPPED_CALENDAR } from '../../../../src-main/term/calendar/holiday-tables.ts';
import { HOLIDAYS_2027 } from '../../../fixtures/holidays-2027.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

let desk: AppUnderTest;
beforeEach(async () => {
  desk = await AppUnderTest.withSamples();
});
afterEach(() => desk.end());

const keep = (text = HOLIDAYS_2027) => desk.handlers['settings.keepHolidays']({ text });
const years = async () => (await desk.handlers['settings.holidays']({})).map(({ year, from }) => `${year} ${from}`);

/** A notice to which one may object for twenty days, until Wednesday 6 October 2027, inside the made-up week off. */
async function lastDay() {
  const { id } = desk.agreement('跨域专线服务协议');
  const { notices } = await desk.handlers['notices.list']({});
  const [known] = notices;
  const noticeId = known?.id ?? (await registered(id));
  const { lastDay: safe, latest } = await desk.handlers['notices.open']({ noticeId });
  return { safe, latest };
}

async function registered(agreementId: string): Promise<string> {
  const said = { by: '王敏', reason: '主协议附件三写明' };
  await desk.handlers['rights.correctFact']({ agreementId, kind: 'objection-window', value: '20天', ...said });
  const sent = { kind: 'change', channel: 'site', sent: '2027-09-16', announcedEffective: '2027-11-01' } as const;
  return (await desk.handlers['notices.register']({ agreementId, ...sent })).id;
}

describe('the next year’s holidays, given by a person', () => {
  test('are shown before anything is kept, with what does not fit', async () => {
    const preview = await desk.handlers['settings.readHolidays']({ text: HOLIDAYS_2027 });
    expect(preview).toMatchObject({ year: 2027, problems: [] });
    expect(holidayPapers(desk.store).list()).toEqual([]);
    const bad = HOLIDAYS_2027.replace('共7天', '共9天');
    expect((await desk.handlers['settings.readHolidays']({ text: bad })).problems).toHaveLength(1);
    expect(() => keep(bad)).toThrow(Refusal);
    // A year that is shipped stays as shipped.
    expect(() => keep(HOLIDAYS_2027.replaceAll('2027', '2026'))).toThrow(Refusal);
    expect(holidayPapers(desk.store).list()).toEqual([]);
  });

  test('are what every day is counted by from then on, and no longer once removed; removing can be undone', async () => {
    expect(await lastDay()).toMatchObject({ safe: '2027-10-06', latest: { known: false } });
    await keep();
    expect(await lastDay()).toMatchObject({ safe: '2027-10-06', latest: { known: true, day: '2027-10-08' } });
    expect(await years()).toContain('2027 person');
    const [{ id = '' } = {}] = await desk.handlers['settings.holidays']({});
    const token = await desk.handlers['settings.removeHolidays']({ id });
    expect(await lastDay()).toMatchObject({ safe: '2027-10-06', latest: { known: false } });
    expect(calendarFor(desk.store)).toBe(SHIPPED_CALENDAR);
    await desk.handlers['library.undo'](token);
    expect(await lastDay()).toMatchObject({ latest: { known: true, day: '2027-10-08' } });
  });

  test('stand in the ledger with the hash of what they were read from, which is kept', async () => {
    await keep();
    const hash = sha256Hex(new TextEncoder().encode(HOLIDAYS_2027));
    expect(desk.store.ledger.head()).toMatchObject({
      kind: 'holidays-imported',
      subject: 'setting:holidays-2027',
      payload: { year: 2027, file: { sha256: hash } },
    });
    expect(desk.store.attachments.bytes(hash)).toBeDefined();
  });

  test('given again, stand in the place of those before; a file of any encoding can be read', async () => {
    await keep();
    await keep(HOLIDAYS_2027.replace('5月8日', '5月9日').replace('5月9日（周六）', '5月9日（周日）'));
    expect((await years()).filter((one) => one.startsWith('2027'))).toEqual(['2027 person']);
    expect((await desk.handlers['settings.holidays']({}))[0]?.makeUpWorkdays.map(({ date }) => date)).toContain(
      '2027-05-09',
    );
    desk.chosen = [{ name: '放假.csv', bytes: new TextEncoder().encode('\uFEFF2027-01-01,休,元旦') }];
    expect(await desk.handlers['settings.chooseHolidays']({})).toEqual({
      name: '放假.csv',
      text: '2027-01-01,休,元旦',
    });
    desk.chosen = [];
    expect(await desk.handlers['settings.chooseHolidays']({})).toBeUndefined();
  });

  test('of a year that is shipped later are counted with no more, and the differences are told', async () => {
    await keep();
    const at = '2026-11-23T00:00:00.000Z';
    const [kept] = holidayPapers(desk.store).list();
    if (!kept) throw new Error('kept');
    const body = { ...kept.body, year: 2026, daysOff: [{ name: '元旦', from: '2026-01-01', to: '2026-01-02' }] };
    holidayPapers(desk.store).put({ id: kept.id, subject: '2026', state: 'kept', body }, at);
    const own = (await desk.handlers['settings.holidays']({})).find(({ from }) => from === 'person');
    expect(own).toMatchObject({ year: 2026, used: false });
    expect(own?.differs).toContain('2026-01-03');
    expect(calendarFor(desk.store)).toBe(SHIPPED_CALENDAR);
  });
});
