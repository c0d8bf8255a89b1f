import { describe, expect, test } from 'vitest';
import { readText } from '../../../src-main/import/text/text.ts';
import { hashOf, labelledFiles, type LabelledFile, letters, secondReadings, startsLike } from '../../reading/labels.ts';
import { agreement, Measure } from '../../reading/measure.ts';

const head = {
  file: 'zh/001-quay-terms.txt',
  kind: 'terms',
  language: 'zh',
  documents: 1,
  title: hashOf(letters('码头仓储服务条款')),
  provider: ['东港仓储有限公司'],
  customer: ['您'],
};
const label = (line: number, number: string | null, starts: string, ...tags: readonly string[]) => ({
  file: head.file,
  line,
  number,
  starts: hashOf(letters(starts).slice(0, 8)),
  tags: [...tags],
  facts: [],
  doubt: false,
});
const TEXT = [
  '码头仓储服务条款',
  '',
  '1. 东港仓储有限公司（以下简称“我们”）向您提供仓储服务。',
  '2. 我们对货物的灭失不承担任何责任。',
  '3. 您应当在收到账单后10日内付款。',
].join('\n');
const measured = (...clauses: LabelledFile['clauses']): Measure => {
  const measure = new Measure();
  measure.add({ head, clauses }, readText(TEXT, 'utf-8'));
  return measure;
};

describe('the labels', () => {
  test('are whole: every clause is of a file that is labelled, and every file has its own', async () => {
    const files = await labelledFiles();
    expect(files.length).toBeGreaterThan(140);
    expect(files.every(({ head: { file }, clauses }) => clauses.every((clause) => clause.file === file))).toBe(true);
    expect(files.flatMap(({ clauses }) => clauses).length).toBeGreaterThan(3000);
  });

  test('of two readers agree, and not with themselves by mistake', async () => {
    const files = await labelledFiles();
    const second = await secondReadings();
    const { conspicuous, kinds } = agreement(files, second);
    expect(conspicuous).toBeGreaterThan(0.95);
    expect(kinds).toBeLessThan(conspicuous);
    expect(agreement(files, second.slice(0, second.length / 2)).kinds).not.toBe(kinds);
  });

  test('know a clause by how it begins', () => {
    expect(startsLike(hashOf('我们对货物的灭失'), '我们对“货物”的灭失，不承担')).toBe(true);
    expect(startsLike(hashOf('我们对货物的灭失'), '我们对货物的损坏')).toBe(false);
    expect(startsLike(`2:${hashOf('我们')}`, '我们不赔')).toBe(true);
  });
});

describe('holding a reading against labels', () => {
  test('what is found and labelled is right', () => {
    const { conspicuous, kinds, lost, inserted, shares } = measured(
      label(4, '2', '我们对货物的灭失', 'liability-exclusion/customer'),
    );
    expect(conspicuous).toEqual({ right: 1, invented: 0, missed: 0 });
    expect(kinds.get('liability-exclusion')).toEqual({ right: 1, invented: 0, missed: 0 });
    expect([lost, inserted]).toEqual([[], []]);
    expect([...shares].map(([name, { right, of }]) => [name, right, of])).toEqual([
      ['documents', 1, 1],
      ['title', 1, 1],
      ['kind', 1, 1],
      ['provider', 1, 1],
      ['structure', 1, 1],
    ]);
  });

  test('what is found and not labelled is invented, what is labelled and not found is missed', () => {
    const { conspicuous, differences } = measured(label(5, '3', '您应当在收到账单', 'indemnity/customer'));
    expect(conspicuous).toEqual({ right: 0, invented: 1, missed: 1 });
    expect(differences).toHaveLength(3);
  });

  test('a clause in doubt counts on neither side', () => {
    const doubtful = { ...label(4, '2', '我们对货物的灭失', 'indemnity/customer'), doubt: true };
    expect(measured(doubtful).conspicuous).toEqual({ right: 0, invented: 0, missed: 0 });
  });

  test('a fact has its figure and its unit', () => {
    const due = (value: number, unit: string) => ({
      ...label(5, '3', '您应当在收到账单'),
      facts: [{ kind: 'payment-due', value, unit }],
    });
    expect(measured(due(10, 'day')).facts).toMatchObject({ right: 1, missed: 0 });
    expect(measured(due(10, 'working-day')).facts).toMatchObject({ right: 0, missed: 1 });
    expect(measured(due(11, 'day')).facts).toMatchObject({ right: 0, missed: 1 });
  });
});
