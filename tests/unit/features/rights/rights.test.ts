import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Refusal } from '../../../../src-main/agreement/refusal.ts';
import { formerShape, type LegacyKind } from '../../../../src-main/agreement/legacy-fact.ts';
import type { MonthView, ObligationsView, OrderInput } from '../../../../src-main/contract/rights.ts';
import { verifyChain } from '../../../../src-main/ledger/chain.ts';
import { signatureVerifier } from '../../../../src-main/ledger/device-key.ts';
import type { LedgerEntry } from '../../../../src-main/ledger/entry.ts';
import { sha256 } from '../../../../src-main/ledger/node-digest.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

const LEVEL = '服务等级协议';
const LINE = '跨域专线服务协议';
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
const open = (words: string): ObligationsView =>
  desk.handlers['rights.open']({ agreementId: desk.agreement(words).id }) as ObligationsView;
const paste = (text: string) => desk.handlers['rights.pasteOutages']({ ...level(), text });

const ORDER: OrderInput = {
  service: '专线',
  number: 'SO-1',
  plan: 'prepaid',
  orderedOn: '2026-09-25',
  amount: '36,000',
  months: 12,
  starts: '2026-10-01',
  ends: '2027-09-30',
  invoiceType: 'ordinary',
  note: '',
  servedAnyway: true,
};
const order = (more: Partial<OrderInput> = {}): Promise<{ readonly orderId: string }> =>
  Promise.resolve(
    desk.handlers['rights.saveOrder']({ agreementId: desk.agreement(LINE).id, order: { ...ORDER, ...more } }),
  );
const figure = (name: string) => {
  const answer = open(LINE).orders[0]?.figures.find((each) => each.name === name)?.answer;
  return answer?.known ? answer.value : answer;
};

describe('the outage log', () => {
  test('rows are kept once, however often they come; overlaps are merged and whole minutes counted', async () => {
    const log = '2026-10-03 09:00,2026-10-03 10:00,链路\n2026-10-03 09:30,2026-10-03 10:40:30,链路二';
    expect(await paste(log)).toEqual({ added: 2, known: 0, month: '2026-10' });
    expect(await paste(log)).toEqual({ added: 0, known: 2, month: '2026-10' });
    const { level: figures, counting, rows } = month();
    expect(figures.unavailableMinutes).toBe(100);
    expect(counting).toMatchObject({ value: 'whole', by: 'document' });
    expect(rows.map(({ minutes }) => minutes)).toEqual([60, 70]);
  });

  test('a file in a Chinese spreadsheet’s encoding is read, and kept whole', async () => {
    const text = '开始时间,结束时间,原因\n2026/10/3 9:00,2026/10/3 9:10,中断\n';
    const gb = [0xd6, 0xd0, 0xb6, 0xcf];
    const [head = '', tail = ''] = text.replace('开始时间,结束时间,原因', 'start,end,cause').split('中断');
    const bytes = new Uint8Array([...Buffer.from(head), ...gb, ...Buffer.from(tail)]);
    desk.chosen = [{ name: 'log.csv', bytes }];
    const read = await desk.handlers['rights.readLog'](level());
    expect(read).toMatchObject({ name: 'log.csv', encoding: 'gb18030', count: { rows: 1 } });
    expect(month().rows).toEqual([]);
    expect(await desk.handlers['rights.keepLog']({ ...level(), token: read?.token ?? '' })).toMatchObject({ added: 1 });
    expect(month().rows[0]?.cause).toBe('中断');
    const [entry] = desk.store.ledger.ofSubject(`agreement:${level().agreementId}`);
    expect(entry?.kind).toBe('outages-recorded');
  });

  test('an exclusion named by its number or its words is found among those of the agreement; its minutes stay shown', async () => {
    await paste(
      'start,end,exclusion\n2026-10-03 09:00,2026-10-03 10:00,(1)\n2026-10-04 09:00,2026-10-04 09:30,不可抗力',
    );
    const { exclusions, level: figures } = month();
    expect(exclusions.map(({ number, minutes }) => [number, minutes])).toEqual([
      ['(1)', 60],
      ['(2)', 0],
      ['(3)', 0],
      ['(4)', 30],
    ]);
    expect([figures.unavailableMinutes, figures.excludedMinutes]).toEqual([0, 90]);
    expect(figures.availability).toMatchObject({ value: '100.000000' });
  });

  test('the line falls with each outage and ends at the month’s availability; days say the same exactly', async () => {
    await paste('2026-10-03 09:00,2026-10-03 10:00\n2026-10-31 23:00,2026-11-01 01:00');
    const { line, days, level: figures } = month();
    expect(line.at(0)).toEqual({ at: 0, counted: 100, all: 100 });
    expect(line.at(-1)?.counted).toBeCloseTo(
      figures.availability.known ? Number(figures.availability.value) : Number.NaN,
      5,
    );
    expect(line.map(({ counted }) => counted)).toEqual([...line.map(({ counted }) => counted)].sort((a, b) => b - a));
    expect(days.map(({ date, counted }) => [date, counted])).toEqual([
      ['2026-10-03', 60],
      ['2026-10-31', 60],
    ]);
    expect(figures.availability).toMatchObject({ value: days.at(-1)?.availability });
    expect(open(LEVEL).months).toEqual(['2026-11', '2026-10']);
  });

  test('a time that cannot be read and an end before its start are refused, and nothing is kept', async () => {
    expect(await refusal(() => paste('start,end\n昨天,今天'))).toBe('outage-time');
    expect(await refusal(() => paste('2026-10-03 10:00,2026-10-03 09:00'))).toBe('outage-time');
    expect(month().rows).toEqual([]);
  });
});

test('everything that the text states stands among its facts, and is counted as the list counts it', () => {
  const stated = open(LEVEL).facts.filter(({ values }) => values.length > 0);
  expect(new Set(stated.map(({ fact }) => fact)).size).toBe(stated.length);
  expect(stated.map(({ fact }) => fact)).toEqual(expect.arrayContaining(['availability', 'credit-tier']));
  const document = open(LEVEL);
  expect(document.facts.filter(({ fact }) => fact === 'credit-tier')).toHaveLength(1);
});

test('each fact says which part of the screen it is there for, where it is for one', () => {
  const parts = (part?: string) => open(LEVEL).facts.flatMap((fact) => (fact.part === part ? [fact.kind] : []));
  expect(parts('service')).toEqual([
    'availability',
    'credit-tier',
    'claim-opens-working-day',
    'claim-closes-months',
    'outage-termination-hours',
  ]);
  expect(parts('orders')).toEqual([
    'payment-due-days',
    'renewal-lead-days',
    'late-fee-per-day',
    'overdue-termination-days',
    'damages-multiple',
  ]);
  // The cap of a credit stands behind what it caps.
  const all = open(LEVEL).facts.map(({ kind }) => kind);
  expect(all[all.indexOf('credit-tier') + 1]).toBe('credit-cap');
  const untold = ['credit-cap', 'liability-cap', 'vat-rate', 'invoice-ordinary-day', 'invoice-special-day'];
  expect(parts().slice(0, 5)).toEqual(untold);
  // What other screens reckon with stands behind.
  expect(parts().slice(5)).toEqual(expect.arrayContaining(['change-notice']));
});

describe('the claim', () => {
  beforeEach(() => desk.conclude(desk.agreement(LEVEL).versions[0] ?? ''));

  test('is refused while a figure is missing and while nothing is owed', async () => {
    await paste('2026-10-03 09:00,2026-10-03 19:00');
    expect(await refusal(() => desk.handlers['rights.claim']({ ...level(), ...OCTOBER }))).toBe('claim-not-known');
    await desk.handlers['rights.setMonthFee']({ ...level(), month: '2026-09', fee: { fee: '1000' } });
    // Nothing is recorded of September: that is no month without an outage.
    expect(await refusal(() => desk.handlers['rights.claim']({ ...level(), month: '2026-09' }))).toBe(
      'claim-not-known',
    );
    await paste('2026-09-03 09:00,2026-09-03 09:01');
    expect(await refusal(() => desk.handlers['rights.claim']({ ...level(), month: '2026-09' }))).toBe(
      'claim-nothing-owed',
    );
  });

  test('drafts one letter with the figures and the clauses, one ledger entry, and is not drafted twice unchanged', async () => {
    await desk.handlers['rights.saveUnit']({ ...level(), unit: { name: 'vpc-1', instances: [] } });
    await paste('start,end,instances\n2026-10-03 09:00,2026-10-03 19:00,vpc-1');
    await desk.handlers['rights.setMonthFee']({
      ...level(),
      ...OCTOBER,
      fee: { total: '12000', months: 12, vouchers: '0' },
    });
    const { letterId } = await desk.handlers['rights.claim']({ ...level(), ...OCTOBER });
    const letter = await desk.handlers['letters.open']({ letterId });
    // 600 of 44640 minutes: 98.65…%, the 25 % tier of a month's share of 1000.
    expect(letter.values).toMatchObject({
      month: '2026-10',
      availability: '98.655913',
      promised: '99.9',
      amount: '250.00',
      instance: 'vpc-1',
    });
    const cited = JSON.stringify(letter.values['clauses']);
    for (const number of ['2.1', '3.1']) expect(cited).toContain(`"clause":"${number}"`);
    // What forfeits a late claim is no clause that the claim itself relies on.
    expect(cited).not.toContain('"clause":"3.2"');
    expect(await desk.handlers['rights.claim']({ ...level(), ...OCTOBER })).toEqual({ letterId });
    const made = desk.store.ledger
      .ofSubject(`agreement:${level().agreementId}`)
      .filter(({ kind }) => kind === 'claim-drafted');
    expect(made.map(({ payload }) => payload)).toMatchObject([{ credit: '250.00', month: '2026-10' }]);
    await desk.handlers['rights.setMonthFee']({ ...level(), ...OCTOBER, fee: { fee: '2000' } });
    expect((await desk.handlers['rights.claim']({ ...level(), ...OCTOBER })).letterId).not.toBe(letterId);
  });
});

describe('orders and invoices', () => {
  test('an unpaid order has its last day, on the safe day before the holiday, and the day it lapses, with how late one could argue', async () => {
    await order();
    // Ten days from 25 September end on 5 October, inside the National Day holiday.
    expect(figure('payBy')).toBe('2026-10-05');
    expect(figure('lapses')).toBe('2026-10-06');
    const latest = open(LINE).orders[0]?.figures.flatMap(({ latest: day }) => (day?.known ? [day.day] : []));
    expect(latest).toEqual(['2026-10-08', '2026-10-09']);
    expect(open(LINE).orders[0]).toMatchObject({ amount: '36000.00', capitals: '叁万陆仟元整' });
  });

  test('late fee and termination are counted to today, or to the day of payment', async () => {
    // The text of the settlement day: where none stood, the one that was chosen.
    const line = desk.agreement(LINE);
    void desk.handlers['rights.chooseText']({ agreementId: line.id, versionId: line.versions[1] });
    const { orderId } = await order({ settlementDay: '2026-11-03' });
    expect(figure('lateDays')).toBe('20');
    expect(figure('lateFee')).toBe('1440.00');
    const agreementId = desk.agreement(LINE).id;
    const paid = { ...ORDER, settlementDay: '2026-11-03', paidOn: '2026-11-05' };
    await desk.handlers['rights.saveOrder']({ agreementId, orderId, order: paid });
    expect(figure('lateFee')).toBe('144.00');
    expect(figure('overdueLast')).toBeUndefined();
    expect(figure('damages')).toBe('72000.00');
  });

  test('a value that the text does not state stays unknown until the person gives theirs, and again when it is taken back', async () => {
    await order();
    expect(figure('renewBy')).toMatchObject({ known: false, missing: [{ name: 'renewal-lead-days' }] });
    const agreementId = desk.agreement(LINE).id;
    await desk.handlers['rights.settle']({ agreementId, kind: 'renewal-lead-days', value: 15 });
    expect(figure('renewBy')).toBe('2027-09-15');
    const answer = open(LINE).orders[0]?.figures.find(({ name }) => name === 'renewBy')?.answer;
    expect(answer?.steps.some(({ own }) => own)).toBe(true);
    await desk.handlers['rights.settle']({ agreementId, kind: 'renewal-lead-days' });
    expect(figure('renewBy')).toMatchObject({ known: false });
    expect(await refusal(() => desk.handlers['rights.settle']({ agreementId, kind: 'court', value: 1 }))).toBe(
      'not-found',
    );
  });

  test('a refund waits for how a part of a month counts', async () => {
    await order({ endedOn: '2027-02-10' });
    expect(figure('refund')).toMatchObject({ known: false });
    const agreementId = desk.agreement(LINE).id;
    await desk.handlers['rights.settlePartMonth']({ agreementId, value: 'whole' });
    expect([figure('usedMonths'), figure('unused')]).toEqual(['5', '21000.00']);
  });

  test('an invoice goes its way, and an order with one cannot be removed', async () => {
    const { orderId } = await order();
    const invoice = { orderId, month: '2026-09' };
    expect(open(LINE).orders[0]?.invoices[0]?.dates.issue.agreement).toMatchObject({ value: '2026-10-06' });
    await desk.handlers['rights.setInvoiceState']({ ...invoice, state: 'asked', on: '2026-10-06' });
    expect(open(LINE).orders[0]?.invoices[0]).toMatchObject({ state: 'asked', since: { asked: '2026-10-06' } });
    expect(await refusal(() => desk.handlers['rights.removeOrder']({ orderId }))).toBe('order-invoiced');
    expect(
      await refusal(() =>
        desk.handlers['rights.tickInvoice']({ orderId, month: '2026-01', clauseId: 'c', done: true }),
      ),
    ).toBe('not-found');
  });

  test('an amount that is none and a term that ends before it begins are refused', async () => {
    expect(await refusal(() => order({ amount: '一千' }))).toBe('bad-amount');
    expect(await refusal(() => order({ ends: '2026-09-01' }))).toBe('order-inverted');
    expect(open(LINE).orders).toEqual([]);
  });
});

/** The agreement in a library of its own, without one kind of fact. */
function withoutFact(words: string, kind: LegacyKind): string {
  const { store } = desk;
  const { id, versions } = desk.agreement(words);
  const [versionId = ''] = versions.slice(-1);
  const document = store.agreements.document(versionId);
  const version = store.agreements.version(versionId);
  if (!document || !version) throw new Error('no document');
  const agreementId = desk.ports.newId();
  const at = '2026-11-23T00:00:00.000Z';
  store.agreements.addAgreement({ id: agreementId, title: kind, kind: document.kind, origin: 'own', createdAt: at });
  const facts = document.facts.filter((fact) => formerShape(fact)?.kind !== kind);
  store.agreements.addVersion(
    { ...version, id: desk.ports.newId(), agreementId, fingerprint: kind.padEnd(64, '0') },
    { document: { ...document, facts }, reader: 'test' },
    kind,
  );
  expect(id).not.toBe(agreementId);
  return agreementId;
}

describe('unknown stays unknown', () => {
  const GAPS: readonly (readonly [LegacyKind, (view: MonthView) => readonly { readonly known: boolean }[]])[] = [
    ['availability', ({ level: l }) => [l.promised, l.breach]],
    ['credit-tier', ({ level: l, creditInCapitals }) => [l.tier, l.creditPercent, l.credit, creditInCapitals]],
    ['claim-opens-working-day', ({ level: l }) => [l.claim.opens]],
    ['claim-closes-months', ({ level: l }) => [l.claim.closes]],
  ];
  test.each(GAPS)('without %s no figure rests on it', async (kind, figures) => {
    const agreementId = withoutFact(LEVEL, kind);
    await desk.handlers['rights.pasteOutages']({ agreementId, text: '2026-08-03 09:00,2026-08-03 19:00' });
    await desk.handlers['rights.setMonthFee']({ agreementId, month: '2026-08', fee: { fee: '1000' } });
    const view = await desk.handlers['rights.month']({ agreementId, month: '2026-08' });
    expect(figures(view).map(({ known }) => known)).toEqual(figures(view).map(() => false));
    if (kind === 'availability' || kind === 'credit-tier') {
      const [version] = desk.store.agreements.versionsOf(agreementId);
      await desk.handlers['rights.chooseText']({ agreementId, versionId: version?.id });
      expect(await refusal(() => desk.handlers['rights.claim']({ agreementId, month: '2026-08' }))).toBe(
        'claim-not-known',
      );
    }
  });

  const ORDER_GAPS = [
    ['payment-due-days', ['payBy', 'lapses']],
    ['late-fee-per-day', ['lateFee', 'lateTotal']],
    ['overdue-termination-days', ['overdueLast', 'terminationFrom']],
    ['damages-multiple', ['damages']],
  ] as const;
  test.each(ORDER_GAPS)('without %s an order has no %j', async (kind, names) => {
    const agreementId = withoutFact(LINE, kind);
    await desk.handlers['rights.saveOrder']({ agreementId, order: { ...ORDER, settlementDay: '2026-11-01' } });
    const view = await desk.handlers['rights.open']({ agreementId });
    for (const name of names) {
      expect(view.orders[0]?.figures.find((each) => each.name === name)?.answer.known).toBe(false);
    }
  });
});

test('what the desk writes verifies as one chain', async () => {
  desk.conclude(desk.agreement(LEVEL).versions[0] ?? '');
  await paste('2026-10-03 09:00,2026-10-03 19:00');
  await desk.handlers['rights.setMonthFee']({ ...level(), ...OCTOBER, fee: { fee: '1000' } });
  await desk.handlers['rights.claim']({ ...level(), ...OCTOBER });
  await order();
  const head = desk.store.ledger.head()?.sequence ?? 0;
  const entries = Array.from({ length: head }, (_, index) => desk.store.ledger.at(index + 1)).filter(
    (entry): entry is LedgerEntry => entry !== undefined,
  );
  const report = await verifyChain(entries, { digest: sha256, verifySignature: signatureVerifier([]) });
  expect(report.ok).toBe(true);
});
