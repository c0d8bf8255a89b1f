import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgreementDocument, MarkedText, Reading } from '../../../src-main/agreement/model.ts';
import { read } from '../../../src-main/agreement/read.ts';
import { readText } from '../../../src-main/import/text/text.ts';
import { wordsOfReading, wordsOfSource } from './words.ts';

/** Fragments of what agreements are made of, so that arbitrary texts meet every rule of the reading. */
const fragment = fc.constantFrom(
  ...[
    '1. ',
    '1.1 ',
    '2.',
    '3.1.2. ',
    '第一条 ',
    '第二章',
    '（一）',
    '(1)',
    '(a) ',
    '(i) ',
    '①',
    'a. ',
    'ii) ',
    '一、',
    '二. ',
    '附件1',
  ],
  ...['服务协议', '服务条款', '承诺书', 'Terms of Service', 'EXHIBIT A', 'ARTICLE II', 'Section 4.2', '定义', '目录'],
  ...[
    '甲方应当按时付款。',
    '乙方不承担责任',
    '，',
    '：',
    '。',
    '；',
    '**',
    '__',
    '____',
    '\t',
    '| a | b |',
    '- ',
    '# ',
    '```',
    '<b>',
    '</b>',
  ],
  ...[
    '99.95%',
    '30日',
    '2023年3月20日',
    '第 3 页 共 10 页',
    '特此承诺。',
    '甲方（盖章）：',
    'The Customer shall pay',
    ' of the',
    '\f',
  ],
  ...['首页', '下载链接', 'The screenshot shows', '𠮷', '“', '”', '（', '）', '1'],
);
const line = fc.array(
  fc.oneof({ weight: 5, arbitrary: fragment }, { weight: 1, arbitrary: fc.string({ maxLength: 12 }) }),
  { maxLength: 6 },
);
const text = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n', '\n\n', '\r\n', '\n\n\n')), { maxLength: 24 })
  .map((lines) => lines.map(([parts, end]) => parts.join('') + end).join(''));

const readingOf = (source: string): { readonly marked: MarkedText; readonly reading: Reading } => {
  const marked = readText(source, 'utf-8');
  return { marked, reading: read(marked) };
};

/** Walks the tree by parents; true when that gives the clauses in the order in which they stand. */
function isInDocumentOrder(document: AgreementDocument): boolean {
  const open: string[] = [];
  return document.clauses.every((clause) => {
    if (clause.parent === undefined) open.length = 0;
    else while (open.length > 0 && open.at(-1) !== clause.parent) open.pop();
    const ok =
      clause.parent === undefined
        ? clause.level === 1
        : open.at(-1) === clause.parent && clause.level === open.length + 1;
    open.push(clause.id);
    return ok;
  });
}

describe('any text at all', () => {
  it('keeps every word, in a document or among the dropped chrome', () => {
    fc.assert(
      fc.property(text, (source) => {
        const { marked, reading } = readingOf(source);
        expect(wordsOfReading(reading)).toEqual(wordsOfSource(marked));
      }),
      { numRuns: 400 },
    );
  });

  it('gives a tree whose order is the order of the document, with ids used once', () => {
    fc.assert(
      fc.property(text, (source) => {
        for (const document of readingOf(source).reading.documents) {
          expect(isInDocumentOrder(document)).toBe(true);
          expect(new Set(document.clauses.map((clause) => clause.id)).size).toBe(document.clauses.length);
          const lines = document.clauses.map((clause) => clause.lines[0]);
          expect(lines).toEqual(lines.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is read the same twice', () => {
    fc.assert(
      fc.property(text, (source) => {
        expect(readingOf(source).reading).toEqual(readingOf(source).reading);
      }),
      { numRuns: 100 },
    );
  });

  it('keeps emphasis inside the text it belongs to', () => {
    fc.assert(
      fc.property(text, (source) => {
        for (const { clauses } of readingOf(source).reading.documents)
          for (const clause of clauses)
            for (const span of clause.emphasis) {
              expect(span.start).toBeGreaterThanOrEqual(0);
              expect(span.end).toBeGreaterThan(span.start);
              expect(span.end).toBeLessThanOrEqual(clause.text.length);
            }
      }),
      { numRuns: 200 },
    );
  });
});
