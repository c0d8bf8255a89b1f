import { describe, expect, test } from 'vitest';
import { say, sentence } from '../../../src-main/agreement/sentence.ts';

const sealed = (number: string) =>
  say(sentence('acceptance.governing.sealed-by-clause', { number, because: '以第 四 条为准' }), 'zh');

describe('a clause in a Chinese sentence', () => {
  test.each([
    ['7.4', '第 7.4 条'],
    ['四', '第四条'],
    ['十三', '第十三条'],
    ['第九条', '第九条'],
  ])('%s is called %s', (number, called) => {
    expect(sealed(number)).toContain(called);
    expect(sealed(number)).not.toContain('第 第');
  });

  test.each([
    ['7.4', 'clause 7.4'],
    ['四', 'clause 4'],
    ['十三', 'clause 13'],
    ['第二十条', 'clause 20'],
    ['一百零八', 'clause 108'],
    ['一〇八', 'clause 108'],
    ['(四)', 'clause (四)'],
  ])('in English %s is called %s', (number, called) => {
    expect(say(sentence('compare.clause', { number }), 'en')).toBe(called);
  });

  test('a quote keeps its blanks', () => {
    expect(sealed('四')).toContain('以第 四 条为准');
  });
});

describe('a sentence', () => {
  test('counts one and many, joins lists as its language does, and takes nothing for granted', () => {
    expect(say(sentence('format.quantity.day', { n: 1 }), 'en')).toBe('1 day');
    expect(say(sentence('format.quantity.day', { n: 2 }), 'en')).toBe('2 days');
    expect(() => say({ key: 'format.quantity.day' }, 'zh')).toThrow('lacks n');
  });
});
