import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Refusal } from '../../../../src-main/agreement/refusal.ts';
import type { LogChoicesInput, LogView } from '../../../../src-main/contract/rights/service.ts';
import type { MonthView } from '../../../../src-main/contract/rights.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

let desk: AppUnderTest;

beforeEach(async () => {
  desk = await AppUnderTest.withSamples();
});
afterEach(() => desk.end());

const level = (): { readonly agreementId: string } => ({ agreementId: desk.agreement('服务等级协议').id });
const month = async (): Promise<MonthView> => desk.handlers['rights.month']({ ...level(), month: '2026-10' });
const rows = async (): Promise<MonthView['rows']> => (await month()).rows;
const papers = (): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const kind of ['outage', 'outage-rows', 'outage-log']) {
    const { length } = desk.store.papers.ofKind('obligations', kind);
    if (length > 0) counts[kind] = length;
  }
  return counts;
};
const entries = () =>
  desk.store.ledger
    .ofSubject(`agreement:${level().agreementId}`)
    .filter(({ kind }) => kind.startsWith('outage'))
    .map(({ kind }) => kind);
const read = async (text: string): Promise<LogView> => {
  const view = await desk.handlers['rights.readLog']({ ...level(), text });
  if (!view) throw new Error('nothing read');
  return view;
};
const reread = ({ token }: LogView, choices: LogChoicesInput) =>
  desk.handlers['rights.rereadLog']({ ...level(), token, choices });
const keep = ({ token }: LogView) => desk.handlers['rights.keepLog']({ ...level(), token });
const refusal = async (work: () => unknown): Promise<string> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'not refused';
};

const LOG =
  'start,end,host\n2026-10-03 09:00,2026-10-03 10:00,a\n2026-10-32 09:00,2026-10-03 10:00,a\n2026-10-05 09:00,,a\n';

describe('a log', () => {
  test('is shown as it was read, and nothing of it is kept before the person says so', async () => {
    const view = await read(LOG);
    expect(view).toMatchObject({
      shape: 'from-to',
      map: { from: 'start', to: 'end', instances: 'host' },
      zones: { assumed: 2 },
      count: { rows: 2, known: 0, ongoing: 1, refused: 1 },
      refused: [{ line: 3 }],
    });
    expect([await rows(), entries()]).toEqual([[], []]);
  });

  test('is kept with one entry, and removed and brought back as a whole', async () => {
    const kept = await keep(await read(LOG));
    expect(kept).toMatchObject({ added: 2, known: 0, month: '2026-10' });
    expect((await rows()).map(({ ongoing }) => ongoing ?? false)).toEqual([false, true]);
    expect(entries()).toEqual(['outages-recorded']);
    const token = desk.handlers['rights.removeLog']({ logId: kept.logId ?? '' });
    expect(await rows()).toEqual([]);
    // Removed rows are none that are known.
    expect((await read(LOG)).count.known).toBe(0);
    await desk.handlers['library.undo'](await token);
    expect(await rows()).toHaveLength(2);
    expect(entries()).toEqual(['outages-recorded', 'outage-removed', 'outage-restored']);
  });

  test('that was kept already adds only what is new', async () => {
    await keep(await read(LOG));
    const more = await read(`${LOG}2026-10-09 09:00,2026-10-09 09:10,a\n`);
    expect(more.count).toMatchObject({ rows: 3, known: 2 });
    expect(await keep(more)).toMatchObject({ added: 1, known: 2 });
    expect(await rows()).toHaveLength(3);
  });

  test('is mapped once for a tool: the next with the same headings is read so', async () => {
    const first = await read('seit,bis,wer\n10.10.2026 10:00,10.10.2026 10:25,a\n');
    expect(first.shape).toBeUndefined();
    expect(first.headings).toEqual(['seit', 'bis', 'wer']);
    expect(await refusal(() => keep(first))).toBe('outage-columns');
    const said = await reread(first, { map: { from: 'seit', to: 'bis', instances: 'wer' } });
    expect(said).toMatchObject({ count: { rows: 1 }, remembered: false });
    // What was only looked at is not remembered.
    expect((await read('seit,bis,wer\n11.10.2026 10:00,11.10.2026 10:25,b\n')).shape).toBeUndefined();
    await keep(
      await reread(await read('seit,bis,wer\n10.10.2026 10:00,10.10.2026 10:25,a\n'), {
        map: { from: 'seit', to: 'bis', instances: 'wer' },
      }),
    );
    expect(await read('Seit , BIS,wer\n11.10.2026 10:00,11.10.2026 10:25,b\n')).toMatchObject({
      remembered: true,
      count: { rows: 1 },
    });
    expect(await read('seit,bis,wer\n11.10.2026 10:00,11.10.2026 10:25,b\n')).toMatchObject({
      remembered: true,
      shape: 'from-to',
      rows: [{ from: '2026-10-11T10:00:00+08:00', instances: ['b'] }],
    });
  });

  test('asks how dates are written where that is open, and takes the zone that the person says', async () => {
    const view = await read('start,end\n03/10/2026 02:00,03/10/2026 02:25\n');
    expect(view).toMatchObject({ asksOrder: true, count: { rows: 0, refused: 1 } });
    const said = await reread(view, { map: {}, order: 'dmy', zone: 'Z' });
    expect(said).toMatchObject({ asksOrder: false, rows: [{ from: '2026-10-03T02:00:00Z' }], zones: { person: 1 } });
  });

  test('that another took the place of is not kept', async () => {
    const first = await read(LOG);
    await read(LOG);
    expect(await refusal(() => keep(first))).toBe('log-gone');
  });

  test('of many rows is read without keeping anybody waiting, and its entry holds their hash', async () => {
    const line = (n: number): string => {
      const at = new Date(Date.UTC(2026, 9, 1) + n * 120_000).toISOString();
      return `${at},${new Date(Date.parse(at) + 60_000).toISOString()},gw-${n % 3}`;
    };
    const many = ['start,end,instance', ...Array.from({ length: 3000 }, (_, n) => line(n))].join('\n');
    const view = await read(many);
    expect(view.count.rows).toBe(3000);
    expect(view.rows).toHaveLength(200);
    await keep(view);
    expect((await month()).rowCount).toBe(3000);
    expect(await rows()).toHaveLength(500);
    // Three thousand rows are three papers and their log, not three thousand.
    expect(papers()).toEqual({ 'outage-rows': 3, 'outage-log': 1 });
    const [entry] = desk.store.ledger.ofSubject(`agreement:${level().agreementId}`).slice(-1);
    expect(entry?.payload).toMatchObject({ count: 3000 });
    expect(entry?.payload).not.toHaveProperty('rows');
  });

  test('of many rows: a row of it is left out, changed and removed like any other, and brought back', async () => {
    const line = (n: number): string => {
      const at = new Date(Date.UTC(2026, 9, 1) + n * 600_000).toISOString();
      return `${at},${new Date(Date.parse(at) + 60_000).toISOString()},gw`;
    };
    await keep(await read(['start,end,instance', ...Array.from({ length: 1200 }, (_, n) => line(n))].join('\n')));
    const { level: before } = await month();
    const [first, second, third] = await rows();
    void desk.handlers['rights.excludeOutage']({ outageId: first?.id ?? '', clauseId: 'x' });
    expect((await month()).level).toMatchObject({
      excludedMinutes: 1,
      unavailableMinutes: before.unavailableMinutes - 1,
    });
    const token = desk.handlers['rights.removeOutage']({ outageId: second?.id ?? '' });
    expect((await month()).rowCount).toBe(1199);
    void desk.handlers['rights.saveOutage']({
      ...level(),
      outageId: third?.id ?? '',
      outage: { from: third?.from ?? '', to: '2026-10-01T00:30:00Z', cause: 'longer', instances: ['gw'] },
    });
    expect((await month()).rowCount).toBe(1199);
    expect((await rows()).find(({ cause }) => cause === 'longer')?.minutes).toBe(10);
    expect(papers()).toMatchObject({ 'outage-rows': 2, outage: 2 });
    await desk.handlers['library.undo'](await token);
    expect((await month()).rowCount).toBe(1200);
  });
});
