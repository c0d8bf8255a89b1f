import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { say } from '../../../../src-main/agreement/sentence.ts';
import type { ObligationsView, OrderInput } from '../../../../src-main/contract/rights.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

let app: AppUnderTest;
beforeEach(async () => {
  app = await AppUnderTest.withSamples();
});
afterEach(() => app.end());

async function opened(...clauses: readonly string[]): Promise<ObligationsView> {
  const text = `Kestrel Hosting Agreement\n\n1. Fees\n${clauses.map((words, at) => `1.${at + 1} ${words}`).join('\n')}\n`;
  const { sourceId } = (await app.handlers['import.bytes']({
    name: 'terms.txt',
    bytes: new TextEncoder().encode(text),
  })) as { sourceId: string };
  await app.handlers['import.confirm']({ sourceId, documents: [{ index: 0, title: 'Kestrel Hosting Agreement' }] });
  const { id } = app.agreement('Kestrel Hosting Agreement');
  return app.handlers['rights.open']({ agreementId: id });
}
const ORDER: OrderInput = {
  ...{ service: 'Hosting', number: '', plan: 'prepaid', orderedOn: '2026-09-25', amount: '500', note: '' },
  invoiceType: 'ordinary',
};

describe('a fee that the text states', () => {
  test('is offered to an order in the agreement’s currency, and kept with its words', async () => {
    const view = await opened('The monthly fee is USD 500.');
    expect(view.currency).toBe('USD');
    const [fee, ...others] = view.fees;
    expect(others).toEqual([]);
    expect(fee).toMatchObject({ price: '500.00', months: 1, clause: { number: '1.1' } });
    expect(fee && say(fee.words, 'en')).toBe('USD 500.00 a month');
    const { agreementId } = view;
    const stated = fee!.clause;
    void app.handlers['rights.saveOrder']({ agreementId, order: { ...ORDER, stated } });
    const again = app.handlers['rights.open']({ agreementId }) as ObligationsView;
    expect(again.orders[0]).toMatchObject({ amount: '500.00', stated });
  });

  test('is none of several: all are offered, each with its own words', async () => {
    const { fees } = await opened('The annual subscription fee is USD 6,000.', 'The monthly fee is USD 550.');
    expect(fees.map(({ price, months }) => [price, months])).toEqual([
      ['6000.00', 12],
      ['550.00', 1],
    ]);
  });

  test('is none where the text states none, or states it in another currency than it charges in', async () => {
    expect((await opened('Fees are stated in the order form.')).fees).toEqual([]);
  });
});
