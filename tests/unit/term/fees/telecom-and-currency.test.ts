import { describe, expect, test } from 'vitest';

import { known } from '../../../../src-main/term/answer.ts';
import { SHIPPED_CALENDAR } from '../../../../src-main/term/calendar/holiday-tables.ts';
import { currencyOf, inCapitals, moneyNotes } from '../../../../src-main/term/fees/currency.ts';
import { damages } from '../../../../src-main/term/fees/fees.ts';
import { telecomArrears } from '../../../../src-main/term/fees/telecom.ts';
import { basis, stated, text, working } from '../quantity/stated.ts';

const saying = (...words: readonly string[]) => ({ sources: [text([], ...words)], calendar: SHIPPED_CALENDAR });

describe('arrears on a telecom line', () => {
  const LINE = saying('本服务属于基础电信业务。');

  test('let it be suspended after thirty days, and ended after sixty more', () => {
    const arrears = telecomArrears(LINE, '2026-06-01');
    expect(arrears?.suspension).toMatchObject({ value: { safe: '2026-07-02' } });
    expect(arrears?.termination).toMatchObject({ value: { safe: '2026-09-01' } });
    expect(JSON.stringify(arrears?.suspension.steps)).toContain('《电信条例》（2016年修订）第三十四条');
  });

  test('are nothing for another service, or once paid', () => {
    expect(telecomArrears(saying('本服务为对象存储。'), '2026-06-01')).toBeUndefined();
    expect(telecomArrears(LINE, '2026-06-01', '2026-06-20')).toBeUndefined();
  });
});

describe('the currency of an agreement', () => {
  test.each([
    ['费用以港币（HKD）计收，不含税。', 'HKD'],
    ['价款以美元结算。', 'USD'],
    ['All fees are stated and payable in US dollars.', 'USD'],
    ['费用以人民币计价。', 'CNY'],
    ['费用按月收取。', 'CNY'],
    ['赔偿额折合美元不超过一千。', 'CNY'],
    ['The monthly fee is USD 2,400, payable in advance.', 'USD'],
    ['The annual service fee shall be EUR 9,000.', 'EUR'],
    ['每月服务费为2,400美元，按月支付。', 'USD'],
    ['本服务月服务费为人民币2,400元。', 'CNY'],
    ['The monthly fee is USD 2,400. 服务费为人民币17,000元。', undefined],
  ])('%s: %s', (words, code) => {
    expect(currencyOf(saying(words)).code).toBe(code);
  });

  const feeIn = (price: number, currency?: 'USD' | 'EUR' | 'CNY') =>
    ({ kind: 'stated-fee', value: { price, ...(currency && { currency }) }, unit: 'money' }) as const;
  test.each([
    ['价格见附件。', [feeIn(2000, 'USD'), feeIn(90, 'USD')], 'USD'],
    ['价格见附件。', [feeIn(2000, 'USD'), feeIn(90, 'EUR')], undefined],
    ['价格见附件。', [feeIn(2000, 'USD'), feeIn(14000, 'CNY')], 'CNY'],
    ['价格见附件。', [feeIn(2000)], 'CNY'],
    ['费用以人民币计价。', [feeIn(2000, 'USD')], 'CNY'],
  ])('where no clause says it, is that of its stated fees: %s %j: %s', (words, fees, code) => {
    const source = text([], words);
    const facts = fees.map((fee, at) => ({ ...fee, id: `fee/${at}`, quote: '', clause: source.clauses[0]?.id ?? '' }));
    expect(currencyOf({ sources: [{ ...source, facts }] }).code).toBe(code);
  });

  test('is read out of the clauses once, however many amounts are told', () => {
    let reads = 0;
    const texts = ['价款以美元结算，不含税。', ...Array.from({ length: 100 }, (_, at) => `第${at}号仓位另行登记。`)];
    const clauses = texts.map((words, at) => ({
      id: `c${at}`,
      get text() {
        reads += 1;
        return words;
      },
    }));
    const asked = { sources: [{ facts: [], clauses }] };
    const ask = () => {
      expect(currencyOf(asked).code).toBe('USD');
      expect(moneyNotes(asked)).toHaveLength(2);
    };
    ask();
    const once = reads;
    for (let times = 0; times < 20; times += 1) ask();
    expect(reads).toBe(once);
  });

  test('has Chinese capitals where it is yuan alone', () => {
    expect(inCapitals(saying('费用以港币计收。'), known('100.00', [])).known).toBe(false);
    expect(inCapitals(saying('费用按月收取。'), known('100.00', []))).toMatchObject({ value: '壹佰元整' });
    expect(inCapitals(saying('费用以港币计收。', '价款以美元结算。'), known('1.00', [])).known).toBe(false);
  });
});

describe('damages', () => {
  const twice = (quote: string) =>
    basis([stated('damages-multiple', { amount: 2, unit: 'times', of: 'fees-paid' }, { unit: 'times', quote })]);

  test('are an agreed amount, with more only where the text asks for it', () => {
    const plain = damages(twice('赔偿已付费用的两倍。'), '5000');
    expect(plain).toMatchObject({ value: '10000.00' });
    expect(JSON.stringify(plain.steps)).toContain('article-585');
    expect(working(plain)).not.toContain('补足');
    expect(working(damages(twice('赔偿已付费用的两倍，不足以弥补损失的还应补足。'), '5000'))).toContain('补足');
  });
});
