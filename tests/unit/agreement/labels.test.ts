import { describe, expect, test } from 'vitest';
import type { Clause } from '../../../src-main/agreement/model.ts';
import { readText } from '../../../src-main/import/text/text.ts';
import { hashOf, labelledFiles, type LabelledFile, letters, secondReadings, startsLike } from '../../reading/labels.ts';
import { agreement, clauseOf, CONSPICUOUS, Measure, unitsOf } from '../../reading/measure.ts';
import { writtenTexts } from '../../reading/own-texts.ts';

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
  test('of the texts that were written to be learnt from name conspicuous kinds alone, and leave none of a text without a mark', async () => {
    const texts = await writtenTexts();
    expect(texts.length).toBeGreaterThan(40);
    for (const { name, text, kinds } of texts) {
      expect(
        [...kinds.values()].flat().filter((kind) => !CONSPICUOUS.has(kind)),
        name,
      ).toEqual([]);
      expect(kinds.size, name).toBeGreaterThan(25);
      expect(text, name).not.toContain('{{');
    }
  });

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

const clause = (number: string | undefined, text: string, line: number, more: Partial<Clause> = {}): Clause => ({
  ...{ id: `${line} ${text}`, level: 1, role: 'clause', text, emphasis: [], tags: [], lines: [line, line] },
  ...(number !== undefined && { number }),
  ...more,
});

describe('the clause of a label', () => {
  const near = label(4, '2', '我们对货物的灭失');

  test('begins as the label says, wherever the lines of the format put it', () => {
    const other = clause('2', '仓库于每日八时开放。', 4);
    const meant = clause('2', '我们对货物的灭失不负责。', 40);
    expect(clauseOf(near, [other, meant])).toBe(meant);
    expect(clauseOf(near, [other])).toBe(other);
  });

  test('is the first paragraph beneath a heading that has the number', () => {
    const heading = clause('2', '责任', 3, { role: 'heading' });
    const first = clause(undefined, '我们对货物的灭失不负责。', 4, { parent: heading.id });
    expect(clauseOf(near, [heading, first, clause('2', '我们对货物的灭失也不负责。', 9)])).toBe(first);
  });

  test('is one with what was cut out of the same line, unless the readers cut it too', () => {
    const [lead, item, next] = [clause('2', '我们不赔：', 4), clause('(a)', '利润', 4), clause('3', '付款', 5)];
    expect(unitsOf([lead, item, next], new Set([lead]))).toEqual([[lead, item], [next]]);
    expect(unitsOf([lead, item, next], new Set([lead, item]))).toEqual([[lead], [item], [next]]);
  });

  test('is what a labelled heading heads', () => {
    const [heading, text] = [clause('2', '责任', 4, { role: 'heading' }), clause(undefined, '我们不赔。', 5)];
    expect(unitsOf([heading, text], new Set([heading]))).toEqual([[heading, text]]);
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
      ['with possible', 1, 1],
      ['burden', 1, 1],
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
