import { screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { LogView } from '../../../../../src-main/contract/rights/service.ts';
import { money } from '../../../../../src-renderer/kernel/money.ts';
import Rights from '../../../../../src-renderer/features/rights/Rights.svelte';
import { anId } from '../../given/agreements.ts';
import { asWritten } from '../../../../../assets/messages/say.ts';
import { accessible } from '../../given/axe.ts';
import type { Answers, Double } from '../../given/double.ts';
import { reads, readsText, the } from '../../given/find.ts';
import { click, valueOf, write } from '../../given/hands.ts';
import { inEach, said, show } from '../../given/page.ts';
import { aChoice, aMonth, aStep, aTicket, known, lacks, someRights, someSupport, unknown } from '../../given/rights.ts';

const SOME = someSupport({ tickets: [aTicket()], missed: 1, promised: true, severities: ['P1', 'P2'] });

const opened = (
  month = aMonth({ support: SOME }),
  answers: Answers = {},
  wish: Parameters<typeof show>[3] = {},
): Promise<Double> =>
  show(
    Rights,
    { place: { screen: 'rights', part: 'service' } },
    {
      'rights.list': () => [aChoice()],
      'rights.open': () => someRights(),
      'rights.month': () => month,
      'rights.reopenedClaims': () => [],
      'rights.saveTicket': () => undefined,
      ...answers,
    },
    wish,
  );

const field = (name: string): HTMLInputElement => {
  const found = screen.getByRole('dialog').querySelector<HTMLInputElement>(`[name=${name}]`);
  if (!found) throw new Error(`no field ${name}`);
  return found;
};

const rowOf = (name: string): HTMLElement => {
  const row = screen.getByText(name).closest('tr');
  if (!row) throw new Error(`no row ${name}`);
  return row;
};

describe('tickets of a month', () => {
  inEach('show each promised time: kept, or by how much it was missed', async (language) => {
    await opened(undefined, {}, { language });
    expect(reads('rights.ticket.rows', { count: 1 })).toBe(true);
    expect(reads('rights.ticket.sum.missed', { count: 1 })).toBe(true);
    // Of what there is none, nothing is said.
    expect(reads('rights.ticket.sum.kept', { count: 0 })).toBe(false);
    const row = rowOf('T-7');
    expect(within(row).getByText(said('rights.ticket.inTime'))).toBeTruthy();
    expect(within(row).getByText(said('rights.ticket.late', { minutes: 1 }))).toBeTruthy();
    await accessible();
  });

  it('say what is missing, the bounds of what is late, and what the text gives', async () => {
    const open = aTicket({
      id: anId(57),
      name: 'T-8',
      times: [
        { kind: 'response', answer: unknown(lacks('severity', 'input')) },
        {
          kind: 'restore',
          answer: known({ kept: false, due: '2026-10-05T05:00:00Z', late: { least: 60, most: 600 } }),
        },
      ],
    });
    const support = someSupport({ tickets: [open], missed: 1, promised: true, credit: known('20.00', aStep('Twice')) });
    await opened(aMonth({ support, currency: 'USD' }));
    expect(within(rowOf('T-8')).getByText('Missing: severity')).toBeTruthy();
    expect(within(rowOf('T-8')).getByText(said('rights.ticket.lateBetween', { least: 1, most: 10 }))).toBeTruthy();
    expect(screen.getByText(/20\.00/u).textContent).toMatch(/USD|美元/u);
  });

  it('have their credit between two bounds where the text leaves it open, and say so', async () => {
    const between = (bounds: object) =>
      opened(
        aMonth({
          support: someSupport({
            tickets: [aTicket()],
            missed: 1,
            promised: true,
            credit: { ...unknown(lacks('lengths', 'input')), ...bounds },
          }),
        }),
      );
    await between({ atLeast: '100.00', atMost: '150.00' });
    expect(readsText(said('rights.between', { least: money('100.00', 'CNY'), most: money('150.00', 'CNY') }))).toBe(
      true,
    );
  });

  it('are asked for where the text promises times, and not mentioned where it promises none', async () => {
    await opened(aMonth({ support: someSupport({ promised: true }) }));
    expect(reads('rights.ticket.none')).toBe(true);
  });

  it('are no part of a month whose text promises no times', async () => {
    await opened(aMonth());
    expect(reads('rights.ticket.none')).toBe(false);
  });

  it('are entered and changed by hand', async () => {
    const main = await opened();
    await click(the('button', 'rights.ticket.open'));
    await write(field('number'), 'T-9');
    await write(field('severity'), 'P2');
    await write(field('opened'), '2026-10-06T09:00');
    await click(the('button', 'frame.save'));
    expect(main.inputs('rights.saveTicket').at(-1)).toEqual({
      agreementId: anId(1),
      ticket: {
        number: 'T-9',
        title: '',
        severity: 'P2',
        instances: [],
        opened: '2026-10-06T09:00',
        responded: '',
        restored: '',
      },
    });
    await click(within(rowOf('T-7')).getByRole('button', { name: said('rights.order.edit') }));
    expect(field('number').value).toBe('T-7');
    expect(valueOf(field('restored'))).toBe('2026-10-05T13:01');
    await click(the('button', 'frame.save'));
    expect(main.inputs('rights.saveTicket').at(-1)).toMatchObject({ ticketId: anId(56) });
  });

  it('come from a log through the same dialog: shown first, kept then', async () => {
    const log: LogView = {
      token: anId(81),
      of: 'tickets',
      name: 'desk.csv',
      shape: 'tickets',
      headings: ['Raised', 'Answered'],
      map: { opened: 'Raised', responded: 'Answered' },
      remembered: false,
      zones: { assumed: 1 },
      agreementZone: asWritten('Tokyo'),
      clock: 'Asia/Tokyo',
      asksOrder: false,
      asksTwelve: false,
      unused: [],
      remarks: [],
      rows: [],
      tickets: [{ line: 2, number: 'D-1', opened: '2026-10-06T00:00:00Z' }],
      refused: [],
      count: { rows: 1, known: 0, ongoing: 1, refused: 0, up: 0, aside: 0 },
    };
    const main = await opened(undefined, {
      'rights.readLog': () => log,
      'rights.keepLog': () => ({ added: 1, known: 0, month: '2026-10', logId: anId(82) }),
    });
    await click(the('button', 'rights.ticket.import'));
    await write(field('rows'), 'Raised;Answered');
    await click(the('button', 'rights.log.read'));
    expect(main.inputs('rights.readLog').at(-1)).toMatchObject({ of: 'tickets' });
    expect(within(rowOf('D-1')).getAllByText(said('rights.ticket.notRecorded'))).toHaveLength(2);
    // Nine o’clock in Tokyo is eight in Beijing.
    expect(rowOf('D-1').textContent).toContain('09:00');
    expect(screen.getByRole('dialog').textContent).toContain(said('rights.log.zones.agreement', { zone: 'Tokyo' }));
    expect(screen.getByRole('dialog').textContent).toContain(said('rights.log.zone.agreement', { zone: 'Tokyo' }));
    expect(field('log-opened').value).toBe('Raised');
    await click(the('button', 'rights.log.keep.tickets', { count: 1 }));
    expect(main.inputs('rights.keepLog')).toHaveLength(1);
  });
});

describe('amounts of a month', () => {
  it('are in the currency of the agreement, with what is to be known of them', async () => {
    const notes = [aStep('金额均为美元。'), aStep('税费另计。')];
    await opened(aMonth({ currency: 'USD', moneyNotes: notes }));
    expect(screen.getByText('金额均为美元。税费另计。')).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/180\.00\s元/u);
    expect(document.body.textContent).toMatch(/180\.00\s美元|USD\s180\.00/u);
  });

  it('of a quarter have the fee of the quarter, asked for as such', async () => {
    const main = await opened(aMonth({ period: '2026-Q4', level: { ...aMonth().level, month: '2026-Q4' } }), {
      'rights.setMonthFee': () => undefined,
    });
    expect(reads('rights.figures.fee.quarter')).toBe(true);
    const fee = document.querySelector<HTMLInputElement>('[name=fee]');
    await write(fee!, '9000');
    await click(the('button', 'rights.fee.save'));
    expect(main.inputs('rights.setMonthFee').at(-1)).toMatchObject({ month: '2026-Q4', fee: { fee: '9000' } });
    expect(document.querySelector('[name=way]')).toBeNull();
  });
});
