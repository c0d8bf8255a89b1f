import { screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { LogView } from '../../../../../src-main/contract/rights/service.ts';
import { asWritten, sentence } from '../../../../../src-main/agreement/sentence.ts';
import Rights from '../../../../../src-renderer/features/rights/Rights.svelte';
import { toasts } from '../../../../../src-renderer/kernel/toasts.svelte.ts';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import type { Answers, Double } from '../../given/double.ts';
import { reads, readsText, the } from '../../given/find.ts';
import { click, pick, write } from '../../given/hands.ts';
import { inEach, said, show } from '../../given/page.ts';
import { aChoice, aMonth, someRights } from '../../given/rights.ts';

const aLog = (more: Partial<LogView> = {}): LogView => ({
  token: anId(81),
  of: 'outages',
  tickets: [],
  name: 'monitor.csv',
  encoding: 'gb18030',
  shape: 'from-to',
  headings: ['begin', 'end', 'box'],
  map: { from: 'begin', to: 'end' },
  remembered: false,
  zones: { assumed: 2 },
  asksOrder: false,
  asksTwelve: false,
  unused: [],
  remarks: [],
  rows: [
    {
      zoned: true,
      line: 2,
      from: '2026-10-03T09:00:00+08:00',
      to: '2026-10-03T10:00:00+08:00',
      instances: ['gw-1'],
      cause: 'cut',
    },
    { zoned: true, line: 3, from: '2026-10-04T09:00:00+08:00' },
  ],
  refused: [],
  count: { rows: 2, known: 0, ongoing: 1, refused: 0, up: 0, aside: 0 },
  ...more,
});

async function opened(log: LogView, answers: Answers = {}, wish: Parameters<typeof show>[3] = {}): Promise<Double> {
  const main = await show(
    Rights,
    { place: { screen: 'rights' } },
    {
      'rights.list': () => [aChoice()],
      'rights.open': () => someRights(),
      'rights.month': () => aMonth(),
      'rights.reopenedClaims': () => [],
      'rights.readLog': () => log,
      'rights.keepLog': () => ({ added: 2, known: 0, month: '2026-10', logId: anId(82) }),
      'rights.removeLog': () => ({ what: 'outage-log', id: anId(82), removedAt: '2026-11-02T02:00:00.000Z' }),
      ...answers,
    },
    wish,
  );
  await click(the('button', 'rights.log.open'));
  return main;
}
const control = (name: string): HTMLElement => {
  const found = screen.getByRole('dialog').querySelector<HTMLElement>(`[name=${name}]`);
  if (!found) throw new Error(`no field ${name}`);
  return found;
};

describe('a log that is imported', () => {
  inEach('is shown as it was read before anything is kept, and can be taken back', async (language) => {
    const main = await opened(aLog(), {}, { language });
    await accessible();
    await click(the('button', 'rights.log.file'));
    expect(main.inputs('rights.readLog')).toEqual([{ agreementId: anId(1), of: 'outages' }]);
    expect(main.inputs('rights.keepLog')).toEqual([]);
    expect(reads('rights.log.found.outages', { count: 2 })).toBe(true);
    expect(reads('rights.log.ongoing.outages', { count: 1 })).toBe(true);
    expect(reads('rights.log.zones.assumed')).toBe(true);
    expect(readsText('gw-1')).toBe(true);
    const rows = within(screen.getByRole('dialog')).getAllByRole('row');
    expect(rows).toHaveLength(3);
    expect(rows[2]?.textContent).toContain(said('rights.outage.ongoing'));
    await accessible();
    await click(the('button', 'rights.log.keep.outages', { count: 2 }));
    expect(main.inputs('rights.keepLog')).toEqual([{ agreementId: anId(1), token: anId(81) }]);
    expect(screen.queryByRole('dialog')).toBeNull();
    await toasts.undoable?.undo?.();
    expect(main.inputs('rights.removeLog')).toEqual([{ logId: anId(82) }]);
  });

  it('shows its rows by the agreement’s own clock', async () => {
    await opened(aLog({ clock: 'Europe/Berlin', agreementZone: asWritten('Berlin') }));
    await click(the('button', 'rights.log.file'));
    const [, first] = within(screen.getByRole('dialog')).getAllByRole('row');
    // Nine o’clock in Beijing is three in Berlin.
    expect(first?.textContent).toMatch(/03:00.*04:00/u);
    expect(first?.textContent).not.toContain('09:00');
  });

  inEach('tells what it does not keep, with the reason', async (language) => {
    const why = sentence('term.outage-log.no-such-day', { line: 4, cell: '2026-09-31 10:00' });
    await opened(
      aLog({
        refused: [{ line: 4, why }],
        count: { rows: 2, known: 2, ongoing: 0, refused: 30, up: 3, aside: 1 },
        remembered: true,
      }),
      {},
      { language },
    );
    await click(the('button', 'rights.log.file'));
    expect(reads('rights.log.refusedCount', { count: 30 })).toBe(true);
    expect(readsText('31')).toBe(true);
    expect(reads('rights.log.moreRefused', { count: 29 })).toBe(true);
    for (const [key, count] of [
      ['rights.log.known', 2],
      ['rights.log.up', 3],
      ['rights.log.aside', 1],
    ] as const)
      expect(reads(key, { count })).toBe(true);
    expect(reads('rights.log.remembered')).toBe(true);
    // There is nothing new in it.
    expect((the('button', 'rights.log.nothing') as HTMLButtonElement).disabled).toBe(true);
    await accessible();
  });

  it('is mapped where its columns are not known; dates, zone and encoding can be said', async () => {
    const unclear: LogView = { ...aLog({ map: {}, rows: [], count: { ...aLog().count, rows: 0 } }) };
    const { shape: _unknown, ...bare } = unclear;
    const main = await opened(bare, { 'rights.rereadLog': () => aLog() });
    await click(the('button', 'rights.log.file'));
    expect(reads('rights.log.columns.unknown.outages')).toBe(true);
    await pick(control('log-from'), 'begin');
    expect(main.inputs('rights.rereadLog').at(-1)).toMatchObject({
      token: anId(81),
      choices: { map: { from: 'begin', to: '', instances: '' } },
    });
    expect(reads('rights.log.found.outages', { count: 2 })).toBe(true);
    await pick(control('log-order'), 'dmy');
    expect(main.inputs('rights.rereadLog').at(-1)).toMatchObject({ choices: { map: { from: 'begin' }, order: 'dmy' } });
    await pick(control('log-said-zone'), 'Z');
    expect(main.inputs('rights.rereadLog').at(-1)).toMatchObject({ choices: { zone: 'Z' } });
    await pick(control('log-encoding'), 'big5');
    expect(main.inputs('rights.rereadLog').at(-1)).toMatchObject({ encoding: 'big5' });
  });

  it('can be pasted, and another taken in its place', async () => {
    const main = await opened(aLog());
    await write(control('rows'), 'a\tb');
    await click(the('button', 'rights.log.read'));
    expect(main.inputs('rights.readLog')).toEqual([{ agreementId: anId(1), of: 'outages', text: 'a\tb' }]);
    await click(the('button', 'rights.log.back'));
    expect(reads('rights.log.note.outages')).toBe(true);
  });

  inEach(
    'shows what to know of its rows and which columns were not used, and asks what 上午12 is',
    async (language) => {
      const text = sentence('term.outage-log.hidden', { line: 3 });
      const log = aLog({ asksTwelve: true, unused: ['ticket'], remarks: [{ line: 3, text }] });
      const main = await opened(log, { 'rights.rereadLog': () => aLog({ twelve: 'midnight' }) }, { language });
      await click(the('button', 'rights.log.file'));
      expect(reads('term.outage-log.hidden', { line: 3 })).toBe(true);
      expect(reads('rights.log.unused', { headings: ['ticket'] })).toBe(true);
      await accessible();
      await pick(control('log-twelve'), 'midnight');
      expect(main.inputs('rights.rereadLog')).toEqual([
        { agreementId: anId(1), token: anId(81), choices: { map: log.map, twelve: 'midnight' } },
      ]);
      expect(control('log-twelve')).toHaveProperty('value', 'midnight');
      expect(reads('rights.log.unused', { headings: ['ticket'] })).toBe(false);
    },
  );
});
