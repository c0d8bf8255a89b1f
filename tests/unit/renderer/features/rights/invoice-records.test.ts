import { screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import type { InvoiceRecord, RedLetterView } from '../../../../../src-main/contract/rights/invoices.ts';
import InvoiceRecords from '../../../../../src-renderer/features/rights/invoices/InvoiceRecords.svelte';
import { nextMoves } from '../../../../../src-renderer/features/rights/invoices/red-moves.ts';
import { denseDate, exactTime } from '../../../../../src-renderer/kernel/dates.ts';
import { aHash, anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import type { Answers, Double } from '../../given/double.ts';
import { dialog, every, field, reads, readsText, the } from '../../given/find.ts';
import { click, pick, write } from '../../given/hands.ts';
import { inEach, said, show } from '../../given/page.ts';
import { anInvoice, anInvoiceRecord, anOrder } from '../../given/rights.ts';

const shown = (
  kept: readonly InvoiceRecord[],
  answers: Answers = {},
  wish: Parameters<typeof show>[3] = {},
): Promise<Double> => show(InvoiceRecords, { order: anOrder(), request: anInvoice({ kept }) }, answers, wish);

const read = {
  sha256: aHash(58),
  name: 'invoice.xml',
  bytes: 2048,
  read: {
    kind: 'electronic-ordinary',
    number: '26332000000012345678',
    issuedOn: '2026-11-16',
    buyer: 'Northern Ferries',
    buyerNumber: '91310000TEST00001X',
    total: '1200.00',
    rates: ['6%'],
  },
} as const;
const picture = { sha256: aHash(59), name: 'photo.png', bytes: 4096, unread: asWritten('It is a picture') };

describe('invoices that came', () => {
  inEach('one that agrees: its kind, number, parties, use and files', async (language) => {
    await shown([anInvoiceRecord({ use: { how: 'deducted', on: '2026-11-20' } })], {}, { language });
    for (const text of ['26332000000012345678', 'Northern Ferries', '91310000TEST00001X', 'invoice.xml', '6%'])
      expect([text, readsText(text)]).toEqual([text, true]);
    expect(reads('term.invoice.kind.electronic-special')).toBe(true);
    expect(reads('rights.invoice.usedSince', { use: said('rights.invoice.uses.deducted'), day: '2026-11-20' })).toBe(
      language === 'zh',
    );
    expect(reads('rights.invoice.agrees')).toBe(true);
    await accessible();
  });

  inEach('what differs stands in a list of its own', async (language) => {
    const differences = [
      { text: asWritten('The buyer is another') },
      { text: asWritten('A rate to know'), note: true as const },
    ];
    await shown([anInvoiceRecord({ differences })], {}, { language });
    const list = screen.getByRole('list', { name: said('rights.invoice.differences') });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map((item) => item.textContent.trim()),
    ).toEqual(['The buyer is another', 'A rate to know']);
    expect(reads('rights.invoice.agrees')).toBe(false);
    await accessible();
  });

  it('its files fill what is empty; what was typed stays', async () => {
    const main = await shown([], {
      'rights.chooseInvoiceFiles': () => [read, picture],
      'rights.keepInvoice': () => ({ invoiceId: anId(57) }),
    });
    await click(the('button', 'rights.invoice.addAct'));
    await write(field('rights.invoice.seller'), 'Harbour Storage');
    await write(field('rights.invoice.total'), '1100.00');
    await click(the('button', 'rights.invoice.chooseFiles'));
    expect(readsText('It is a picture')).toBe(true);
    expect(field('rights.invoice.kind')).toHaveProperty('value', 'electronic-ordinary');
    await accessible();
    await click(screen.getByRole('button', { name: said('rights.invoice.fileDrop', { name: 'photo.png' }) }));
    await click(the('button', 'rights.invoice.keep'));
    expect(main.inputs('rights.keepInvoice')).toEqual([
      {
        orderId: anId(55),
        month: '2026-10',
        files: [aHash(58)],
        invoice: {
          ...{ kind: 'electronic-ordinary', number: '26332000000012345678', code: '', issuedOn: '2026-11-16' },
          ...{
            buyer: 'Northern Ferries',
            buyerNumber: '91310000TEST00001X',
            seller: 'Harbour Storage',
            sellerNumber: '',
          },
          ...{ net: '', tax: '', total: '1100.00', rate: '6%' },
        },
      },
    ]);
    expect(dialog()).toBeNull();
  });

  it('a former kind asks for its code, an electronic one for none', async () => {
    const main = await shown([], { 'rights.keepInvoice': () => ({ invoiceId: anId(57) }) });
    await click(the('button', 'rights.invoice.addAct'));
    expect(screen.queryByLabelText(said('rights.invoice.code'))).toBeNull();
    await pick(field('rights.invoice.kind'), 'paper-special');
    await write(field('rights.invoice.code'), '3300221130');
    await pick(field('rights.invoice.kind'), 'electronic-special');
    for (const [name, value] of [
      ['number', '26332000000012345678'],
      ['issuedOn', '2026-11-16'],
      ['buyer', 'Northern Ferries'],
      ['buyerNumber', '91310000TEST00001X'],
      ['total', '1200'],
    ] as const)
      await write(field(`rights.invoice.${name}`), value);
    await click(the('button', 'rights.invoice.keep'));
    expect(main.inputs('rights.keepInvoice')).toMatchObject([{ invoice: { kind: 'electronic-special', code: '' } }]);
  });

  it('a copy of a file is saved', async () => {
    const main = await shown([anInvoiceRecord()], { 'rights.saveInvoiceFile': () => ({ fileName: 'invoice.xml' }) });
    await click(screen.getByRole('button', { name: said('rights.invoice.fileSave', { name: 'invoice.xml' }) }));
    expect(main.inputs('rights.saveInvoiceFile')).toEqual([{ invoiceId: anId(57), sha256: aHash(57) }]);
  });

  it('what it was used for is stated, and taken back', async () => {
    const main = await shown([anInvoiceRecord({ use: { how: 'deducted', on: '2026-11-20' } })], {
      'rights.sayInvoiceUse': () => undefined,
    });
    await click(the('button', 'rights.invoice.useAct'));
    await pick(field('rights.invoice.use'), 'not-deducted');
    await click(the('button', 'rights.invoice.useTitle'));
    await click(the('button', 'rights.invoice.useAct'));
    await pick(field('rights.invoice.use'), 'none');
    await click(the('button', 'rights.invoice.useTitle'));
    expect(main.inputs('rights.sayInvoiceUse')).toEqual([
      { invoiceId: anId(57), use: { how: 'not-deducted', on: '2026-11-20' } },
      { invoiceId: anId(57) },
    ]);
  });
});

describe('a red letter', () => {
  const raised: RedLetterView = {
    ...{ state: 'raised', by: 'seller', form: 'HZ-1', reason: 'wrong buyer' },
    ...{ raisedAt: '2026-11-20T02:00:00.000Z', voidFrom: '2026-11-23T02:00:00.000Z' },
    earlier: [],
  };

  it('can be told of as far as it goes', () => {
    expect(nextMoves({})).toEqual(['issued', 'raised']);
    expect(nextMoves({ use: { how: 'booked', on: '2026-11-20' } })).toEqual(['raised']);
    expect(nextMoves({ red: raised })).toEqual(['confirmed', 'refused']);
    expect(nextMoves({ red: { ...raised, state: 'confirmed' } })).toEqual(['issued']);
    expect(nextMoves({ red: { ...raised, state: 'lapsed' }, use: { how: 'booked', on: '2026-11-20' } })).toEqual([
      'raised',
    ]);
    expect(nextMoves({ red: { ...raised, state: 'issued' } })).toEqual([]);
    // What a part left can be taken back later, again by a form where the invoice was used.
    const part: RedLetterView = { ...raised, state: 'issued', rest: '18000.00' };
    expect(nextMoves({ red: part })).toEqual(['issued', 'raised']);
    expect(nextMoves({ red: part, use: { how: 'booked', on: '2026-11-20' } })).toEqual(['raised']);
  });

  inEach('that waits says until when, and its last step can be undone', async (language) => {
    const main = await shown(
      [anInvoiceRecord({ red: raised })],
      { 'rights.undoRedLetter': () => undefined },
      { language },
    );
    expect(reads('rights.invoice.redRaised', { end: exactTime('2026-11-23T02:00:00.000Z') })).toBe(true);
    expect(every('button', 'rights.invoice.useAct')).toEqual([]);
    await accessible();
    await click(the('button', 'rights.invoice.redUndo'));
    expect(main.inputs('rights.undoRedLetter')).toEqual([{ invoiceId: anId(57) }]);
  });

  it.each([
    ['lapsed', () => said('rights.invoice.redLapsed', { end: exactTime('2026-11-23T02:00:00.000Z') })],
    ['confirmed', () => said('rights.invoice.redAnswered.confirmed', { at: exactTime('2026-11-21T02:00:00.000Z') })],
    ['refused', () => said('rights.invoice.redAnswered.refused', { at: exactTime('2026-11-21T02:00:00.000Z') })],
    [
      'issued',
      () => said('rights.invoice.redIssued', { number: '26332000000099999999', day: denseDate('2026-11-22') }),
    ],
  ] as const)('that is %s says so', async (state, words) => {
    const issued = { number: '26332000000099999999', on: '2026-11-22' };
    await shown([anInvoiceRecord({ red: { ...raised, state, answeredAt: '2026-11-21T02:00:00.000Z', issued } })]);
    expect(readsText(words())).toBe(true);
    // One that was taken back is compared with its request no more: nothing is said to agree.
    expect(reads('rights.invoice.agrees')).toBe(state !== 'issued');
  });

  inEach('over a part leaves a rest; the one over the rest stands beside it', async (language) => {
    const first = { number: '26332000000012340002', on: '2026-11-22', part: { taken: '18000.00', rest: '18000.00' } };
    const last = { number: '26332000000012340003', on: '2026-11-23', part: { taken: '18000.00' } };
    await shown(
      [anInvoiceRecord({ red: { ...raised, state: 'issued', issued: last, earlier: [first] } })],
      {},
      { language },
    );
    expect(reads('rights.invoice.redPart', { number: first.number, day: denseDate(first.on), ...first.part })).toBe(
      true,
    );
    expect(reads('rights.invoice.redLast', { number: last.number, day: denseDate(last.on), ...last.part })).toBe(true);
    expect(every('button', 'rights.invoice.redAct')).toEqual([]);
    expect(every('button', 'rights.invoice.useAct')).toEqual([]);
  });

  it('a form is told with who raised it and when; the red invoice with its number and files', async () => {
    const red = { ...read, read: { ...read.read, number: '26332000000099999999', red: true as const } };
    const main = await shown([anInvoiceRecord({ redNotes: [asWritten('By the form')] })], {
      'rights.tellRedLetter': () => undefined,
      'rights.chooseInvoiceFiles': () => [red],
    });
    await click(the('button', 'rights.invoice.redAct'));
    expect(readsText('By the form')).toBe(true);
    await click(the('button', 'rights.invoice.chooseFiles'));
    expect(field('rights.invoice.redNumber')).toHaveProperty('value', '26332000000099999999');
    await accessible();
    await click(the('button', 'rights.invoice.redTell'));
    await click(the('button', 'rights.invoice.redAct'));
    await pick(field('rights.invoice.redWhat'), 'raised');
    await pick(field('rights.invoice.redBy'), 'us');
    await write(field('rights.invoice.redForm'), 'HZ-2');
    await write(field('rights.invoice.redReason'), 'wrong buyer');
    await write(field('rights.invoice.redAt.raised'), '2026-11-20T10:00');
    await click(the('button', 'rights.invoice.redTell'));
    expect(main.inputs('rights.tellRedLetter')).toEqual([
      {
        invoiceId: anId(57),
        red: { move: 'issued', number: '26332000000099999999', on: '2026-11-16', reason: '', files: [aHash(58)] },
      },
      {
        invoiceId: anId(57),
        red: { move: 'raised', by: 'us', form: 'HZ-2', reason: 'wrong buyer', at: '2026-11-20T10:00' },
      },
    ]);
  });

  it('an answer is told with its time', async () => {
    const main = await shown([anInvoiceRecord({ red: raised })], { 'rights.tellRedLetter': () => undefined });
    await click(the('button', 'rights.invoice.redAct'));
    await write(field('rights.invoice.redAt.confirmed'), '2026-11-21T09:00');
    await click(the('button', 'rights.invoice.redTell'));
    expect(main.inputs('rights.tellRedLetter')).toEqual([
      { invoiceId: anId(57), red: { move: 'confirmed', at: '2026-11-21T09:00' } },
    ]);
  });
});
