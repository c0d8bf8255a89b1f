import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { say, sentence } from '../../../../src-main/agreement/sentence.ts';
import { Refusal } from '../../../../src-main/agreement/refusal.ts';
import { command } from '../../../../src-main/cli/verify.ts';
import type { InvoiceRecord } from '../../../../src-main/contract/rights/invoices.ts';
import { sha256Hex } from '../../../../src-main/ledger/node-digest.ts';
import { readZip } from '../../../../src-main/ledger/zip-read.ts';
import { writeZip } from '../../../../src-main/ledger/zip-write.ts';
import { INVOICE, invoiceXml } from '../../../fixtures/electronic-invoice.ts';
import { libraryOf0001 } from '../../../fixtures/library-0001.ts';
import { EvidenceUnderTest } from '../evidence/evidence-handlers.ts';

const RED = '26332000000012340002';
const BLUE_XML = invoiceXml();
const RED_XML = invoiceXml({
  blue: false,
  number: RED,
  on: '2026-11-09',
  net: '-16981.13',
  tax: '-1018.87',
  total: '-18000.00',
});
const folder = mkdtempSync(join(tmpdir(), 'assent-invoices-'));
const app = new EvidenceUnderTest();
let agreementId = '';
let invoiceId = '';
let bundle = new Uint8Array();

/** Keeps an invoice that a red-letter invoice took back by half, each with its file. */
async function keepInvoice(of: EvidenceUnderTest, agreement: string): Promise<string> {
  const order = { service: '专线', number: 'SO-1', orderedOn: '2026-09-25', amount: '36000', note: '' } as const;
  const { orderId } = await of.handlers['rights.saveOrder']({
    agreementId: agreement,
    order: { ...order, plan: 'prepaid', invoiceType: 'special' },
  });
  const files = async (name: string, bytes: Uint8Array) => {
    of.desk.chosen = [{ name, bytes }];
    return (await of.handlers['rights.chooseInvoiceFiles']({})).map(({ sha256 }) => sha256);
  };
  const { kind: _kind, on, rate: _rate, blue: _blue, ...said } = INVOICE;
  const kept = await of.handlers['rights.keepInvoice']({
    orderId,
    month: '2026-09',
    invoice: { ...said, kind: 'electronic-special', code: '', issuedOn: on, rate: '6%' },
    files: await files('发票.xml', BLUE_XML),
  });
  const red = { move: 'issued', number: RED, on: '2026-11-09', reason: '服务中止' } as const;
  await of.handlers['rights.tellRedLetter']({
    invoiceId: kept.invoiceId,
    red: { ...red, files: await files('红字.xml', RED_XML) },
  });
  return kept.invoiceId;
}

function keptIn(of: EvidenceUnderTest, agreement: string): readonly InvoiceRecord[] {
  const { orders } = of.handlers['rights.open']({ agreementId: agreement }) as {
    readonly orders: readonly { readonly invoices: readonly { readonly kept: readonly InvoiceRecord[] }[] }[];
  };
  return orders.flatMap(({ invoices }) => invoices.flatMap(({ kept }) => kept));
}

async function verified(bytes: Uint8Array): Promise<{ readonly code: number; readonly said: string }> {
  const path = join(folder, 'bundle.assent.zip');
  writeFileSync(path, bytes);
  const lines: string[] = [];
  const printing = {
    json: false,
    language: 'zh',
    now: () => new Date(),
    print: (line: string) => lines.push(line),
  } as const;
  const code = await command.run({ args: [path], ...printing });
  return { code, said: lines.join('\n') };
}

beforeAll(async () => {
  app.desk.now = new Date('2026-11-10T02:00:00.000Z');
  await app.furnish();
  agreementId = app.desk.agreement('跨域专线服务协议').id;
  invoiceId = await keepInvoice(app, agreementId);
  await app.handlers['evidence.exportBundle']({ scope: { kind: 'everything' } });
  bundle = new Uint8Array(app.desk.saved.at(-1)?.bytes ?? []);
}, 120_000);
afterAll(() => {
  app.end();
  rmSync(folder, { recursive: true, force: true });
});

describe('invoices and their red-letter invoices', () => {
  test('a part that was taken back is told with its rest, and the rest is held against the charge', () => {
    const [invoice] = keptIn(app, agreementId);
    expect(invoice?.red).toMatchObject({
      state: 'issued',
      issued: { part: { taken: '18000.00', rest: '18000.00' } },
      rest: '18000.00',
    });
    const [faults, notes] = [false, true].map((note) =>
      (invoice?.differences ?? []).filter((each) => (each.note === true) === note).map(({ text }) => say(text, 'zh')),
    );
    expect(notes?.join('')).toContain('部分冲红');
    // Of the charge of 36,000 yuan half is without an invoice now: that is the difference, not the red letter.
    expect(faults).toEqual([
      say(sentence('term.invoice.differs.amount', { found: '18000.00', wanted: '36000.00' }), 'zh'),
    ]);
  });

  test('are in a bundle of everything, byte for byte, and `assent verify` finds it good', async () => {
    const files = new Map(readZip(bundle).files.map(({ path, bytes }) => [path, bytes]));
    for (const bytes of [BLUE_XML, RED_XML])
      expect([...files.values()].some((each) => sha256Hex(each) === sha256Hex(bytes))).toBe(true);
    const { code, said } = await verified(bundle);
    expect([code, said]).toEqual([0, expect.stringContaining('完好')]);
  });

  test.each([
    ['invoice', BLUE_XML],
    ['red-letter invoice', RED_XML],
  ])('a byte of the %s changed: `assent verify` says no, and names the file', async (_, bytes) => {
    const { files } = readZip(bundle);
    const one = files.find((file) => sha256Hex(file.bytes) === sha256Hex(bytes));
    const forged = writeZip(
      files.map((file) => (file === one ? { ...file, bytes: file.bytes.with(9, (file.bytes[9] ?? 0) ^ 1) } : file)),
    );
    const { code, said } = await verified(forged);
    expect(code).toBe(1);
    expect(said).toContain(one?.path);
  });

  test('the rest can be taken back later, up to what is left and no further', async () => {
    const last = '26332000000012340003';
    const tell = (red: Parameters<(typeof app.handlers)['rights.tellRedLetter']>[0]['red']) =>
      app.handlers['rights.tellRedLetter']({ invoiceId, red });
    const code = async (told: () => Promise<unknown>) => {
      const failure: unknown = await told().catch((error: unknown) => error);
      return failure instanceof Refusal ? failure.code : undefined;
    };
    const redOf = async (total: string) => {
      app.desk.chosen = [
        { name: '红字二.xml', bytes: invoiceXml({ blue: false, number: last, on: '2026-11-10', total }) },
      ];
      const files = (await app.handlers['rights.chooseInvoiceFiles']({})).map(({ sha256 }) => sha256);
      return { move: 'issued', number: last, on: '2026-11-10', reason: '', files } as const;
    };
    expect(await code(async () => tell({ ...(await redOf('-8000.00')), number: RED }))).toBe('red-number-taken');
    await tell(await redOf('-8000.00'));
    const [part] = keptIn(app, agreementId);
    expect(part?.red).toMatchObject({
      issued: { number: last, part: { taken: '8000.00', rest: '10000.00' } },
      rest: '10000.00',
      earlier: [{ number: RED, part: { taken: '18000.00', rest: '18000.00' } }],
    });
    expect(part?.differences.map(({ text }) => say(text, 'zh'))).toContain(
      say(sentence('term.invoice.differs.amount', { found: '10000.00', wanted: '36000.00' }), 'zh'),
    );
    await app.handlers['rights.undoRedLetter']({ invoiceId });

    // A form over the rest leaves the first one where it was, and its use cannot be stated anew.
    await tell({ move: 'raised', by: 'us', form: 'HZ-2', reason: '退租', at: '2026-11-10T09:00' });
    await tell({ move: 'refused', at: '2026-11-10T09:30' });
    expect(keptIn(app, agreementId)[0]?.red).toMatchObject({ state: 'refused', earlier: [{ number: RED }] });
    const use = { how: 'booked', on: '2026-11-10' } as const;
    expect(await code(async () => app.handlers['rights.sayInvoiceUse']({ invoiceId, use }))).toBe('invoice-red');

    await tell(await redOf('-18000.00'));
    const [whole] = keptIn(app, agreementId);
    expect(whole?.red).toMatchObject({ issued: { number: last, part: { taken: '18000.00' } } });
    expect(whole?.red).not.toHaveProperty('rest');
    expect(whole?.differences.filter(({ note }) => note !== true)).toEqual([]);
    expect(await code(async () => tell({ ...(await redOf('-1.00')), number: '26332000000012340004' }))).toBe(
      'red-issued',
    );
    await app.handlers['rights.undoRedLetter']({ invoiceId });

    // More than what is left is told.
    await tell(await redOf('-18000.01'));
    expect(keptIn(app, agreementId)[0]?.differences.map(({ text }) => say(text, 'zh'))).toContain(
      say(
        sentence('term.invoice.differs.red-total', { file: '红字二.xml', found: '-18000.01', total: '18000.00' }),
        'zh',
      ),
    );
    for (const _last of [1, 2, 3]) await app.handlers['rights.undoRedLetter']({ invoiceId });
  });

  test('come back from a backup with their files, and the ledger still verifies', async () => {
    const copy = join(folder, 'backup.sqlite');
    await app.store.backupTo(copy);
    const restored = new EvidenceUnderTest(copy);
    try {
      restored.desk.now = app.desk.now;
      expect(keptIn(restored, agreementId)).toEqual(keptIn(app, agreementId));
      for (const [bytes, name] of [
        [BLUE_XML, '发票.xml'],
        [RED_XML, '红字.xml'],
      ] as const) {
        await restored.handlers['rights.saveInvoiceFile']({ invoiceId, sha256: sha256Hex(bytes) });
        expect(restored.desk.saved.at(-1)).toMatchObject({ name });
        expect(sha256Hex(restored.desk.saved.at(-1)?.bytes ?? new Uint8Array())).toBe(sha256Hex(bytes));
      }
      const { faults } = await restored.handlers['evidence.verify']({});
      expect(faults).toEqual([]);
    } finally {
      restored.end();
    }
  });

  test('an old library has none, shows none, and takes them', async () => {
    const file = join(folder, 'old.sqlite');
    writeFileSync(file, libraryOf0001());
    const old = new EvidenceUnderTest(file);
    try {
      old.desk.now = new Date('2026-11-30T02:00:00.000Z');
      const agreements = old.store.agreements.ownAgreements();
      expect(agreements.flatMap(({ id }) => keptIn(old, id))).toEqual([]);
      const line = old.desk.agreement('跨域专线服务协议').id;
      await keepInvoice(old, line);
      expect(keptIn(old, line).map(({ number }) => number)).toEqual([INVOICE.number]);
    } finally {
      old.end();
    }
  });
});
