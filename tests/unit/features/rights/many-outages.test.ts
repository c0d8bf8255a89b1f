import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { rightsAgendaSource, rightsReady } from '../../../../src-main/features/rights/agenda-source.ts';
import { unpackingOutages } from '../../../../src-main/features/rights/outage-records.ts';
import { monthInSlices } from '../../../../src-main/features/rights/service-month.ts';
import type { Input } from '../../../../src-main/contract/index.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

const ROWS = 5500;
/** No slice handles more rows than one paper holds. */
const MOST = 1000;
let desk: AppUnderTest;
let agreementId: string;

beforeEach(async () => {
  desk = await AppUnderTest.withSamples();
  agreementId = desk.agreement('服务等级协议').id;
  const begin = Date.UTC(2026, 8, 30, 16) / 1000;
  const iso = (seconds: number): string => new Date(seconds * 1000).toISOString();
  const line = (n: number): string => `${iso(begin + n * 400)},${iso(begin + n * 400 + 60)},host-${n % 7}`;
  const text = ['start,end,instance', ...Array.from({ length: ROWS }, (_, n) => line(n))].join('\n');
  const view = await desk.handlers['rights.readLog']({ agreementId, text });
  await desk.handlers['rights.keepLog']({ agreementId, token: view?.token ?? '' });
});
afterEach(() => {
  vi.restoreAllMocks();
  desk.end();
});

/** Rows that are unpacked while something runs, told by what JSON is read: a paper's rows are an array of arrays. */
function countRows(): () => number {
  let rows = 0;
  const parse = JSON.parse.bind(JSON);
  vi.spyOn(JSON, 'parse').mockImplementation((text, reviver): unknown => {
    const value: unknown = parse(text, reviver);
    if (Array.isArray(value) && Array.isArray(value[0])) rows += value.length;
    return value;
  });
  return () => {
    const counted = rows;
    rows = 0;
    return counted;
  };
}

/** Rows of each slice of work. */
function rowsOfSlices(work: Generator<void, unknown>): readonly number[] {
  const taken = countRows();
  const slices: number[] = [];
  while (work.next().done !== true) slices.push(taken());
  return [...slices, taken()];
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

describe('a log of very many rows that is opened for the first time', () => {
  test('is unpacked in slices, none of which handles more rows than one paper holds', () => {
    const slices = rowsOfSlices(unpackingOutages(desk.store, agreementId));
    expect(total(slices)).toBe(ROWS);
    expect(Math.max(...slices)).toBe(MOST);
    // What was unpacked is not unpacked again.
    vi.restoreAllMocks();
    expect(total(rowsOfSlices(unpackingOutages(desk.store, agreementId)))).toBe(0);
  });

  test('gives its month the same way, with the same figures as at once', () => {
    const slices = rowsOfSlices(monthInSlices(desk.ports, agreementId, '2026-10'));
    expect(total(slices)).toBe(ROWS);
    expect(Math.max(...slices)).toBe(MOST);
    // Each look at all of the rows is a slice of its own.
    expect(slices.length).toBeGreaterThanOrEqual(Math.ceil(ROWS / MOST) + 5);
  });

  test('lets whoever waits through between the slices of a month, and of the agenda', async () => {
    let now = 0;
    const counts: number[] = [];
    // Every slice takes longer than one may.
    Object.defineProperty(desk, 'elapsed', { get: () => (now += 50) });
    for (const ask of [
      () => desk.handlers['rights.month']({ agreementId, month: '2026-10' }),
      () => rightsReady(desk.ports),
    ]) {
      const taken = countRows();
      const turns: number[] = [];
      const asked = ask();
      let done = false;
      void Promise.resolve(asked).then(() => (done = true));
      turns.push(taken());
      while (!done) {
        await new Promise((resolve) => setImmediate(resolve));
        turns.push(taken());
      }
      expect(Math.max(...turns)).toBeLessThanOrEqual(MOST);
      vi.mocked(JSON.parse).mockRestore();
      counts.push(total(turns));
    }
    expect(counts).toEqual([ROWS, 0]);
    const view = await desk.handlers['rights.month']({ agreementId, month: '2026-10' });
    expect(view.rowCount).toBe(ROWS);
  });

  test('the agenda’s claims of them are worked out in slices beforehand, and again only after something was written', async () => {
    await desk.handlers['rights.pasteOutages']({ agreementId, text: '2026-10-03 09:00,2026-10-03 19:00' });
    let now = 0;
    let turns = 0;
    // Every slice takes longer than one may, so that each is followed by a turn.
    Object.defineProperty(desk, 'elapsed', { get: () => (now += 50) });
    vi.spyOn(globalThis, 'setImmediate').mockImplementation(((work: () => void) => {
      turns += 1;
      queueMicrotask(work);
    }) as unknown as typeof setImmediate);
    await rightsReady(desk.ports);
    // Of the month: its rows paper by paper, the rows as they count, what was down by either way of counting, the end, the claim.
    expect(turns).toBeGreaterThan(desk.store.agreements.ownAgreements().length + 7);
    vi.restoreAllMocks();

    const before = rightsAgendaSource(desk.ports);
    expect(rightsAgendaSource(desk.ports)).toBe(before);
    expect(rightsReady(desk.ports)).toBeUndefined();
    expect(before.map(({ item }) => item.kind)).toContain('claim-closes');
    await desk.handlers['rights.setMonthFee']({ agreementId, month: '2026-10', fee: { fee: '1000.00' } });
    const anew = rightsReady(desk.ports);
    expect(anew).toBeDefined();
    const after = rightsAgendaSource(desk.ports);
    expect(after).not.toBe(before);
    await anew;
    // A minute later what goes on has gone on.
    expect(rightsReady(desk.ports)).toBeUndefined();
    desk.now = new Date(desk.now.getTime() + 61_000);
    const later = rightsReady(desk.ports);
    expect(later).toBeDefined();
    // Nothing goes on when the library is closed.
    await later;
  });

  test('what is written between its slices begins them anew, so that the agenda itself never works them out at once', async () => {
    let now = 0;
    let turns = 0;
    Object.defineProperty(desk, 'elapsed', { get: () => (now += 50) });
    const immediate = setImmediate;
    vi.spyOn(globalThis, 'setImmediate').mockImplementation((work: () => void) => {
      turns += 1;
      // Somebody says what the month cost while its claim is being worked out.
      if (turns !== 12) return immediate(work);
      const written = desk.handlers['rights.setMonthFee']({ agreementId, month: '2026-10', fee: { fee: '700.00' } });
      return immediate(() => void Promise.resolve(written).then(work));
    });
    await rightsReady(desk.ports);
    vi.restoreAllMocks();
    expect(turns).toBeGreaterThan(12);
    expect(rightsReady(desk.ports)).toBeUndefined();
    expect(rightsAgendaSource(desk.ports)).toBe(rightsAgendaSource(desk.ports));
  });

  test('its claim letter goes over to another language in slices, and keeps what was typed meanwhile', async () => {
    const [versionId = ''] = desk.agreement('服务等级协议').versions;
    desk.conclude(versionId);
    await desk.handlers['rights.pasteOutages']({ agreementId, text: '2026-10-03 09:00,2026-10-03 19:00,host-1' });
    const unit = { name: '主机一', instances: ['host-1'], fee: { fee: '1000' } };
    await desk.handlers['rights.saveUnit']({ agreementId, unit });
    const { letterId } = await desk.handlers['rights.claim']({ agreementId, month: '2026-10', unit: unit.name });
    const { values } = await desk.handlers['letters.open']({ letterId });
    const given = values as Input<'letters.fill'>['values'];
    let now = 0;
    let turns = 0;
    Object.defineProperty(desk, 'elapsed', { get: () => (now += 50) });
    const immediate = setImmediate;
    vi.spyOn(globalThis, 'setImmediate').mockImplementation((work: () => void) => {
      turns += 1;
      if (turns === 3) void desk.handlers['letters.fill']({ letterId, values: { ...given, handler: '李航' } });
      return immediate(work);
    });
    const english = await desk.handlers['letters.fill']({ letterId, values: given, language: 'en' });
    expect(turns).toBeGreaterThan(5);
    expect(english.values).toMatchObject({ handler: '李航', month: '2026-10' });
    // What stays in its language needs no figures.
    turns = 0;
    await desk.handlers['letters.fill']({ letterId, values: given, language: 'en' });
    expect(turns).toBe(0);
  });
});
