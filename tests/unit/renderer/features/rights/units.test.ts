import { cleanup, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { listed } from '../../../../../assets/messages/say.ts';
import type { MonthView } from '../../../../../src-main/contract/rights.ts';
import Rights from '../../../../../src-renderer/features/rights/Rights.svelte';
import { listDate, monthName } from '../../../../../src-renderer/kernel/dates.ts';
import { money } from '../../../../../src-renderer/kernel/money.ts';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { toasts, undo } from '../../../../../src-renderer/kernel/toasts.svelte.ts';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { resizeTo } from '../../given/browser.ts';
import type { Answers, Double } from '../../given/double.ts';
import { reads, readsText, the } from '../../given/find.ts';
import { click, pick, valueOf, write } from '../../given/hands.ts';
import { inEach, said, settled, show } from '../../given/page.ts';
import { aChoice, aLevel, aMonth, lacks, someRights, unknown } from '../../given/rights.ts';

const month = (shown: MonthView, answers: Answers = {}, wish: Parameters<typeof show>[3] = {}): Promise<Double> =>
  show(
    Rights,
    { place: { screen: 'rights' } },
    {
      'rights.list': () => [aChoice()],
      'rights.open': () => someRights(),
      'rights.month': () => shown,
      'rights.reopenedClaims': () => [],
      'rights.saveUnit': () => undefined,
      'rights.removeUnit': () => undefined,
      'rights.setScope': () => undefined,
      'rights.sayComplete': () => undefined,
      ...answers,
    },
    wish,
  );

const box = (): HTMLElement => screen.getByRole('dialog');
const control = (name: string): HTMLElement => {
  const found = box().querySelector<HTMLElement>(`[name=${name}]`);
  if (!found) throw new Error(`no field ${name}`);
  return found;
};

describe('what is measured', () => {
  inEach('is asked for where the log names instances, and told with all of them', async (language) => {
    const main = await month(
      aMonth({ named: ['net-1', 'net-2'], level: aLevel({ credit: unknown(lacks('instances', 'input')) }) }),
      {},
      { language },
    );
    expect(readsText('net-1')).toBe(true);
    await accessible();
    expect(reads('rights.status.unitMissing', { month: monthName('2026-10') })).toBe(true);
    // It is the next thing to do, too.
    const adding = screen.getAllByRole('button', { name: said('rights.units.add') });
    expect(adding).toHaveLength(2);
    await click(adding[1]!);
    await accessible();
    expect(valueOf(control('unit-instances'))).toBe(listed(['net-1', 'net-2'], language));
    await write(control('unit-name'), 'Package A');
    await write(control('unit-instances'), 'net-1, net-2、net-3');
    await write(control('unit-fee'), '1200');
    await click(within(box()).getByRole('button', { name: said('frame.add') }));
    expect(main.inputs('rights.saveUnit')).toEqual([
      {
        agreementId: anId(1),
        unit: { name: 'Package A', instances: ['net-1', 'net-2', 'net-3'], fee: { fee: '1200' } },
      },
    ]);
  });

  it('is listed with class and fee, edited and removed', async () => {
    const unit = { name: 'Package A', instances: ['net-1'], scope: 'Standard', fee: { fee: '1200' } };
    const main = await month(aMonth({ units: [unit], unit: 'Package A', classes: ['Standard', 'Rare'] }));
    expect(readsText(money('1200'))).toBe(true);
    expect(readsText('Standard')).toBe(true);
    await click(screen.getByRole('button', { name: `${said('rights.order.edit')} Package A` }));
    await pick(control('unit-scope'), 'Rare');
    await click(within(box()).getByRole('button', { name: said('frame.save') }));
    expect(main.inputs('rights.saveUnit')).toEqual([
      { agreementId: anId(1), before: 'Package A', unit: { ...unit, scope: 'Rare' } },
    ]);
    await click(screen.getByRole('button', { name: `${said('frame.remove')} Package A` }));
    expect(main.inputs('rights.removeUnit')).toEqual([{ agreementId: anId(1), name: 'Package A' }]);
    expect(toasts.undoable?.text).toBe(said('rights.units.removed', { name: 'Package A' }));
    await undo(toasts.undoable!);
    expect(main.inputs('rights.saveUnit').at(-1)).toEqual({ agreementId: anId(1), unit });
  });

  it('of several one is shown, and another can be', async () => {
    const units = ['A', 'B'].map((name) => ({ name, instances: [] }));
    const main = await month(aMonth({ units, unit: 'A' }));
    await pick(screen.getByRole('combobox', { name: said('rights.units.one') }), 'B');
    expect(main.inputs('rights.month').at(-1)).toMatchObject({ unit: 'B' });
  });

  it('has a class that is chosen on the month', async () => {
    const main = await month(aMonth({ classes: ['Standard', 'Rare'] }));
    await pick(screen.getByRole('combobox', { name: said('rights.units.class') }), 'Rare');
    await pick(screen.getByRole('combobox', { name: said('rights.units.class') }), '');
    expect(main.inputs('rights.setScope')).toEqual([{ agreementId: anId(1), scope: 'Rare' }, { agreementId: anId(1) }]);
  });
});

describe('a month without records', () => {
  inEach('says nothing until the person says that nothing was down', async (language) => {
    const main = await month(aMonth({ rows: [] }), {}, { language });
    expect(reads('rights.status.noData', { month: monthName('2026-10') })).toBe(true);
    await click(the('button', 'rights.complete.none'));
    expect(main.inputs('rights.sayComplete')).toEqual([{ agreementId: anId(1), month: '2026-10', complete: true }]);
  });

  it('tells when that was said, and it can be undone', async () => {
    const complete = '2026-11-02T02:00:00.000Z';
    const main = await month(
      aMonth({ rows: [], complete, level: aLevel({ credit: { known: true, value: '0.00', steps: [] } }) }),
    );
    expect(reads('rights.complete.saidNone', { day: listDate(complete) })).toBe(true);
    expect(reads('rights.status.nothing', { month: monthName('2026-10') })).toBe(true);
    await click(the('button', 'rights.complete.takeBack'));
    expect(main.inputs('rights.sayComplete')).toEqual([{ agreementId: anId(1), month: '2026-10', complete: false }]);
  });
});

it('in one column the list says what it would open', async () => {
  await month(aMonth());
  cleanup();
  resizeTo(640);
  render(Rights, { place: { screen: 'rights' } });
  await settled();
  await click(the('button', 'rights.next', { title: aChoice().title }));
  expect(way.here).toEqual({ screen: 'rights', agreementId: anId(1) });
});
