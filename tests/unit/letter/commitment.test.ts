import { describe, expect, it } from 'vitest';
import { read } from '../../../src-main/agreement/read.ts';
import { readText } from '../../../src-main/import/text/text.ts';
import { commitmentTemplate, saysIrrevocable } from '../../../src-main/letter/commitment.ts';
import { fill } from '../../../src-main/letter/fill.ts';
import { FORMS } from '../../../src-main/letter/forms.ts';
import { prefill } from '../../../src-main/letter/profile.ts';
import { capitals } from '../../../src-main/term/fees/capitals.ts';
import { references } from '../../fixtures/references.ts';
import { BELONGS_TO, commitmentDocument, COMPANY, CONTACT } from './example.ts';

const writer = { company: COMPANY, contact: CONTACT, today: '2026-11-23' };

const letterOf = (document: Parameters<typeof commitmentTemplate>[0]) => {
  const template = commitmentTemplate(document, BELONGS_TO);
  return fill(template, prefill(template, writer), { inCapitals: capitals });
};

describe('commitment letter', () => {
  const items = ['线路只供内部系统互联之用。', '保留记录 {companyName} 六个月。'];
  const letter = letterOf(commitmentDocument(items));

  it('keeps addressee, introduction, items and closing as published, in their order', () => {
    const kinds = letter.blocks.map(({ kind }) => kind);
    expect(kinds.slice(0, 6)).toEqual(['title', 'addressee', 'paragraph', 'item', 'item', 'closing']);
    expect(letter.blocks[3]).toMatchObject({ number: '一、', runs: [{ text: items[0] }] });
  });

  it('names who signs and what it belongs to behind its end, right before the signature', () => {
    expect(letter.blocks.slice(6).map(({ kind }) => kind)).toEqual([...Array(6).fill('field'), 'note', 'signature']);
  });

  it('never takes published braces for a placeholder', () => {
    expect(JSON.stringify(letter.blocks)).toContain('保留记录 {companyName} 六个月。');
  });

  it('replaces the blanks of the original by its own fields and signature zone', () => {
    const text = JSON.stringify(letter.blocks);
    expect(text).not.toContain('____');
    expect(letter.blocks.filter(({ kind }) => kind === 'field').length).toBe(6);
    expect(letter.blocks.at(-1)).toMatchObject({ kind: 'signature', name: COMPANY.name, date: '2026年11月23日' });
  });

  it('says which version of which agreement it belongs to', () => {
    expect(JSON.stringify(letter.blocks)).toContain('本件对应《跨境专线服务协议》（第2版）。');
    expect(JSON.stringify(letter.blocks)).not.toContain(BELONGS_TO.fingerprint);
    expect(letter.values.agreementVersion).toBe('第2版');
    expect(letter.problems).toEqual([]);
  });

  it('keeps the bold of the source, and adds none of its own', () => {
    const document = commitmentDocument(['甲乙丙丁']);
    const emphasis = [
      { start: 1, end: 2, strong: true, underline: false, origin: 'source' as const },
      { start: 2, end: 4, strong: true, underline: false, origin: 'rule' as const },
    ];
    const clauses = document.clauses.map((clause) => (clause.id === 'item-0' ? { ...clause, emphasis } : clause));
    const { blocks } = letterOf({ ...document, clauses });
    expect(blocks.find(({ kind }) => kind === 'item')).toMatchObject({
      runs: [{ text: '甲' }, { text: '乙', strong: 'source' }, { text: '丙丁' }],
    });
  });

  it('knows whether it calls itself irrevocable; our own drafts never do', () => {
    const says = (words: string) => saysIrrevocable(commitmentTemplate(commitmentDocument([words]), BELONGS_TO));
    expect(says('本承诺书为不可撤销的承诺。')).toBe(true);
    expect(says('We irrevocably undertake to use the line ourselves.')).toBe(true);
    expect(says('本承诺书并非不可撤销。')).toBe(false);
    expect(says('线路只供内部系统互联之用。')).toBe(false);
    expect(FORMS.filter(saysIrrevocable)).toEqual([]);
  });

  it('refuses a document of another kind in words', () => {
    expect(() => commitmentTemplate({ ...commitmentDocument([]), kind: 'terms' }, BELONGS_TO)).toThrow(
      'not-a-commitment-letter',
    );
  });
});

describe.each(references)('commitment letters of $name', ({ text: source }) => {
  it('become letters with five items, an addressee and a closing each, no word changed', () => {
    const { documents } = read(readText(source, 'utf-8'));
    const letters = documents.filter(({ kind }) => kind === 'commitment-letter');
    expect(letters.length).toBe(2);
    for (const document of letters) {
      const { blocks } = letterOf(document);
      expect(blocks.filter(({ kind }) => kind === 'item').length).toBe(5);
      expect(blocks.filter(({ kind }) => kind === 'addressee').length).toBe(1);
      expect(blocks.filter(({ kind }) => kind === 'closing').length).toBe(1);
      const text = JSON.stringify(blocks);
      for (const clause of document.clauses) expect(text).toContain(JSON.stringify(clause.text).slice(1, -1));
    }
  });
});
