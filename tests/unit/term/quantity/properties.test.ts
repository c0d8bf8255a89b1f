import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  type Fact,
  FACT_KINDS,
  type FactKind,
  LENGTH_UNITS,
  type LengthUnit,
} from '../../../../src-main/agreement/fact.ts';
import { factWords, quantityWords } from '../../../../src-main/agreement/fact-words.ts';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { saidReadings } from '../../../../src-main/agreement/said-fact.ts';
import { OVERDUE, ORDER_PAYMENT, RENEWAL } from '../../../../src-main/term/fees/orders.ts';
import { pickQuantity, type Question } from '../../../../src-main/term/pick-fact.ts';
import { CLAIM_CLOSES, CLAIM_OPENS } from '../../../../src-main/term/service/claim/claim-window.ts';
import {
  OUTAGE_TERMINATION,
  type ServiceLevel,
  serviceLevel,
} from '../../../../src-main/term/service/service-level.ts';
import { basis, stated, whyNot } from './stated.ts';

/** Kinds whose value is a length of time. */
const LENGTHS = (Object.keys(FACT_KINDS) as FactKind[]).filter((kind) => FACT_KINDS[kind].shape === 'length');
const unit = fc.constantFrom<LengthUnit>(...LENGTH_UNITS);
const value = fc.integer({ min: 1, max: 400 });
const length = (kind: FactKind, of: number, inUnit: LengthUnit, more: Partial<Fact> = {}): Fact =>
  stated(kind, of, { unit: inUnit, quote: `“${kind}” ${of} ${inUnit}`, ...more });

describe('a unit never vanishes', () => {
  test('between a text and the words of its fact, in either language', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LENGTHS), value, unit, (kind, of, inUnit) => {
        for (const language of ['zh', 'en'] as const) {
          const words = say(factWords(length(kind, of, inUnit)), language);
          expect(words).toContain(say(quantityWords({ value: of, unit: inUnit }), language));
        }
      }),
    );
  });

  test('between what a person wrote and the fact', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LENGTHS),
        value,
        unit,
        fc.constantFrom('zh', 'en'),
        (kind, of, inUnit, language) => {
          const written = say(quantityWords({ value: of, unit: inUnit }), language);
          const readings = saidReadings(kind, written).map((fact) => [fact.value, fact.unit]);
          const allowed = (FACT_KINDS[kind].units as readonly string[]).includes(inUnit);
          expect(readings).toEqual(allowed ? [[of, inUnit]] : []);
        },
      ),
    );
  });

  const questions: readonly Question[] = [
    ...[CLAIM_OPENS, CLAIM_CLOSES, ORDER_PAYMENT, RENEWAL, OVERDUE, OUTAGE_TERMINATION],
  ];
  test('between the fact and a calculator: it counts in that unit, or quotes the words and counts nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...questions), value, unit, (question, of, inUnit) => {
        const { kinds, units, anchors, unsaid } = question.understands;
        const anchor = unsaid ?? anchors[0];
        const fact = length(kinds[0] ?? 'term', of, inUnit, anchor ? { anchor } : {});
        const answer = pickQuantity(basis([fact]), question);
        if (units.includes(inUnit)) expect(answer).toMatchObject({ known: true, value: { value: of, unit: inUnit } });
        else {
          expect(answer.known).toBe(false);
          expect(whyNot(answer)).toContain(fact.quote);
        }
      }),
    );
  });
});

describe('a document without a fact yields no figure of it', () => {
  const PERCENT = { unit: 'percent' } as const;
  const promise = stated('availability', { promise: 99.9 }, PERCENT);
  const tier = stated(
    'credit-tier',
    { below: 99.9, credit: { amount: 10, unit: 'percent', of: 'month-fee' } },
    { ...PERCENT, quote: '低于99.9%：月费的10%' },
  );
  const closes = length('claim-closes', 30, 'day', { anchor: 'month-end' });
  const ends = length('outage-termination', 72, 'hour', { anchor: 'incident' });
  const all = [promise, tier, closes, ends];
  /** The figures that rest on each. */
  const OF: readonly (readonly [Fact, readonly (keyof ServiceLevel)[]])[] = [
    [promise, ['promised', 'breach']],
    [tier, ['tier', 'credit', 'fullCredit', 'creditPercent']],
    [ends, ['termination']],
  ];

  test('whatever was down and paid', () => {
    fc.assert(
      fc.property(
        fc.subarray(all),
        fc.array(fc.record({ from: fc.integer({ min: 0, max: 700 }), long: fc.integer({ min: 1, max: 100 }) }), {
          maxLength: 4,
        }),
        fc.integer({ min: 0, max: 10_000_000 }),
        (facts, rows, fee) => {
          const begin = Date.parse('2026-03-01T00:00:00+08:00');
          const iso = (hours: number): string => new Date(begin + hours * 3_600_000).toISOString();
          const found = serviceLevel(basis(facts), {
            month: '2026-03',
            fee: { fee: (fee / 100).toFixed(2) },
            downtime: {
              outages: rows.map(({ from, long }) => ({ from: iso(from), to: iso(from + long) })),
              complete: true,
            },
          });
          const known = (name: keyof ServiceLevel): boolean => (found[name] as { readonly known: boolean }).known;
          for (const [fact, names] of OF)
            for (const name of names) if (!facts.includes(fact)) expect([name, known(name)]).toEqual([name, false]);
          if (!facts.includes(closes)) expect(found.claim.closes.known).toBe(false);
          // None of these texts states a cap, or when a claim can first be made.
          expect([found.cap.known, found.claim.opens.known]).toEqual([false, false]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
