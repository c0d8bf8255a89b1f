import { expect, test } from 'vitest';
import { firstDayOf } from '../../../src-main/term/first-day.ts';

const QUOTE = '甲方应在收到账单后10日内付款。';

test('the sentences of a text are read once, however many lengths are asked about', () => {
  let reads = 0;
  const texts = [QUOTE, '收到账单之日算第一天。', ...Array.from({ length: 200 }, (_, at) => `第${at}号仓位另行登记。`)];
  const clauses = texts.map((text, at) => ({
    id: `c${at}`,
    get text() {
      reads += 1;
      return text;
    },
  }));
  const basis = { sources: [{ facts: [], clauses }] };
  for (let asked = 0; asked < 20; asked += 1)
    expect(firstDayOf(basis, { quote: QUOTE })).toMatchObject({ startDayCounts: true, startClause: { id: 'c1' } });
  expect(reads).toBeLessThan(2 * texts.length);
});
