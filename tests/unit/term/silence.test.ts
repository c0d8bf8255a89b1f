import { describe, expect, test } from 'vitest';

import type { LegacyFact, LegacyKind } from '../../../src-main/agreement/legacy-fact.ts';
import type { Answer } from '../../../src-main/term/answer.ts';
import type { FactSource } from '../../../src-main/term/basis.ts';
import { claimWindow } from '../../../src-main/term/service/claim/claim-window.ts';
import { damages } from '../../../src-main/term/fees/fees.ts';
import { lateFee } from '../../../src-main/term/fees/late-fee.ts';
import { invoiceDates, vatSplit } from '../../../src-main/term/fees/invoices.ts';
import { noticeClock } from '../../../src-main/term/notice/notice-clock.ts';
import { overdueTermination, paymentDue, renewalDue } from '../../../src-main/term/fees/orders.ts';
import { serviceLevel } from '../../../src-main/term/service/service-level.ts';
import { basisOf, documentOf, fact } from './basis-of.ts';

const ALL: readonly LegacyFact[] = [
  fact('change-notice-days', 30),
  fact('termination-notice-days', 30),
  fact('assignment-notice-days', 30),
  fact('electronic-delivery', '发送成功'),
  fact('paper-delivery-days', 5),
  fact('payment-due-days', 7, '订单为您保留 7 天，期满未付的订单失效'),
  fact('renewal-lead-days', 7),
  fact('outage-termination-hours', 72),
  fact('availability', 99.95),
  fact('credit-tier', { below: 99.95, credit: 15 }),
  fact('claim-opens-working-day', 5),
  fact('claim-closes-months', 2),
  fact('late-fee-per-day', 3),
  fact('overdue-termination-days', 30),
  fact('damages-multiple', 2),
  fact('vat-rate', 6),
  fact('invoice-ordinary-day', { months: 1, day: 5, plan: 'prepaid' }),
  fact('invoice-special-day', { months: 1, day: 10, plan: 'prepaid' }),
];

const SENT = '2026-03-02';

/** Every figure the desks give, and the facts it cannot do without. */
const FIGURES: readonly (readonly [string, readonly LegacyKind[], (source: FactSource) => Answer<unknown>])[] = [
  [
    'effect of a change',
    ['change-notice-days', 'electronic-delivery'],
    (source) => noticeClock(basisOf(source), { kind: 'change', channel: 'site', sent: SENT }).earliestEffective,
  ],
  [
    'last day to act on a mail',
    ['change-notice-days', 'electronic-delivery'],
    (source) => noticeClock(basisOf(source), { kind: 'sla-change', channel: 'email', sent: SENT }).lastDayToAct,
  ],
  [
    'last day to act on a letter',
    ['change-notice-days', 'paper-delivery-days'],
    (source) => noticeClock(basisOf(source), { kind: 'change', channel: 'post', sent: SENT }).lastDayToAct,
  ],
  [
    'end by termination',
    ['termination-notice-days', 'electronic-delivery'],
    (source) => noticeClock(basisOf(source), { kind: 'termination', channel: 'site', sent: SENT }).earliestEffective,
  ],
  [
    'assignment',
    ['assignment-notice-days', 'electronic-delivery'],
    (source) => noticeClock(basisOf(source), { kind: 'assignment', channel: 'site', sent: SENT }).earliestEffective,
  ],
  ['payment due', ['payment-due-days'], (source) => paymentDue(basisOf(source), SENT).due],
  ['order lapses', ['payment-due-days'], (source) => paymentDue(basisOf(source), SENT).lapses],
  ['renewal', ['renewal-lead-days'], (source) => renewalDue(basisOf(source), SENT)],
  ['late fee', ['late-fee-per-day'], (source) => lateFee(basisOf(source), '100', SENT, '2026-03-10')],
  ['overdue termination', ['overdue-termination-days'], (source) => overdueTermination(basisOf(source), SENT).from],
  ['damages', ['damages-multiple'], (source) => damages(basisOf(source), '100')],
  ['VAT', ['vat-rate'], (source) => vatSplit(basisOf(source), '100')],
  ['breach', ['availability'], (source) => level(source).breach],
  ['credit', ['credit-tier'], (source) => level(source).credit],
  ['termination right', ['outage-termination-hours'], (source) => level(source).termination],
  ['claim opens', ['claim-opens-working-day'], (source) => claimWindow(basisOf(source), '2026-03').opens],
  ['claim closes', ['claim-closes-months'], (source) => claimWindow(basisOf(source), '2026-03').closes],
  ['ordinary invoice', ['invoice-ordinary-day'], (source) => issued(source, 'ordinary')],
  ['special invoice', ['invoice-special-day'], (source) => issued(source, 'special')],
];

function level(source: FactSource) {
  const outages = [{ from: '2026-03-02T10:00+08:00', to: '2026-03-02T11:00+08:00' }];
  return serviceLevel(basisOf(source), { month: '2026-03', downtime: { outages }, fee: { fee: '100' } });
}

function issued(source: FactSource, type: 'ordinary' | 'special') {
  return invoiceDates(source, undefined, { plan: 'prepaid', month: '2026-01', type }).issue.agreement;
}

describe('a document that is silent', () => {
  test('stays silent: without any fact there is no figure anywhere', () => {
    for (const [name, , figure] of FIGURES) expect([name, figure(documentOf()).known]).toEqual([name, false]);
  });

  test.each(FIGURES)(
    '%s: known with the facts, unknown without each of them in turn, and it says which',
    (_, needed, figure) => {
      expect(figure(documentOf(...ALL)).known).toBe(true);
      for (const kind of needed) {
        const answer = figure(documentOf(...ALL.filter((one) => one.kind !== kind)));
        expect(answer.known ? [] : answer.missing.map((missing) => missing.name)).toContain(kind);
      }
    },
  );

  test.each(FIGURES)('%s: needs nothing else', (_, needed, figure) => {
    expect(figure(documentOf(...ALL.filter((one) => needed.includes(one.kind)))).known).toBe(true);
  });

  test.each(FIGURES)('%s: known, it cites the clause of every fact it rests on', (_, needed, figure) => {
    const cited = figure(documentOf(...ALL)).steps.map((step) => step.clause?.number);
    expect(cited).toEqual(expect.arrayContaining(needed.map((kind) => `§${kind}`)));
  });
});
