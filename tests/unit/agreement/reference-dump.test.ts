import { describe, expect, it } from 'vitest';
import type { AgreementDocument, Clause, Reading } from '../../../src-main/agreement/model.ts';
import { read } from '../../../src-main/agreement/read.ts';
import { readText } from '../../../src-main/import/text/text.ts';
import { references } from '../../fixtures/references.ts';
import { wordsOfReading, wordsOfSource } from './words.ts';

const numbered = (document: AgreementDocument | undefined): readonly Clause[] =>
  (document?.clauses ?? []).filter(({ number }) => number !== undefined);
const byNumber = (document: AgreementDocument | undefined, number: string): Clause | undefined =>
  document?.clauses.find((clause) => clause.number === number);
const joins = (of: Reading): readonly number[] =>
  of.documents.flatMap(({ repairs }) => repairs.filter(({ kind }) => kind === 'joined-lines').map(({ line }) => line));

describe.each(references)('the structure of $name', ({ text }) => {
  const marked = readText(text, 'utf-8');
  const reading: Reading = read(marked);
  const [terms, sla, first, firstLetter, forms, second, secondLetter, guide] = reading.documents;

  it('is eight documents of their kinds', () => {
    expect(reading.documents.map(({ kind }) => kind)).toEqual([
      ...[
        'terms',
        'sla',
        'service-agreement',
        'commitment-letter',
        'form-list',
        'service-agreement',
        'commitment-letter',
        'guide',
      ],
    ]);
    expect(first?.title).toBe('服务协议');
    expect(reading.documents.map(({ lines }) => lines[0])).toEqual([9, 189, 244, 436, 456, 464, 658, 679]);
    expect(reading.documents.map(({ language }) => language)).toEqual(Array(8).fill('zh'));
  });

  it('has 84 numbered clauses in the terms and 82 in each version of the line agreement', () => {
    expect(numbered(terms)).toHaveLength(84);
    expect(numbered(first)).toHaveLength(82);
    expect(numbered(second)).toHaveLength(82);
  });

  it('pairs each letter with its version', () => {
    expect(firstLetter?.annexOf).toBe(2);
    expect(secondLetter?.annexOf).toBe(5);
    expect(reading.documents.filter(({ annexOf }) => annexOf !== undefined)).toHaveLength(2);
  });

  it('reads both letters alike, whether the annex mark stands beside the title or above it', () => {
    const shape = (letter: AgreementDocument | undefined): unknown =>
      letter?.clauses.map(({ number, level, role, parent }) => [number, level, role, parent === undefined]);
    expect(shape(firstLetter)).toEqual(shape(secondLetter));
    expect(firstLetter?.title).toBe(secondLetter?.title);
    expect(firstLetter?.clauses[0]).toMatchObject({ number: '附件1', role: 'heading' });
    expect(numbered(firstLetter).map(({ number }) => number)).toEqual(['附件1', '一', '二', '三', '四', '五']);
    expect(firstLetter?.clauses.at(-1)?.role).toBe('signature');
  });

  it('joins exactly the eight sentences that pages cut and changes nothing else', () => {
    expect(joins(reading)).toEqual([23, 79, 107, 227, 366, 496, 530, 672]);
    const others = reading.documents.flatMap(({ repairs }) => repairs.filter(({ kind }) => kind !== 'joined-lines'));
    expect(new Set(others.map(({ kind }) => kind))).toEqual(new Set(['dropped-chrome']));
    for (const { kind, before, after } of reading.documents.flatMap(({ repairs }) => repairs))
      if (kind === 'joined-lines') expect(after).toBe(before.replace('\n', ''));
  });

  it('undoes a join, a split and a drop that a person takes back', () => {
    expect(joins(read(marked, { keepApart: [23] }))).toEqual([79, 107, 227, 366, 496, 530, 672]);
    expect(read(marked, { mergeAt: [189] }).documents).toHaveLength(7);
    expect(read(marked, { splitAt: [246] }).documents).toHaveLength(9);
    expect(read(marked, { titles: { 244: '甲' } }).documents[2]?.title).toBe('甲');
    const kept = read(marked, { keepLines: [454] });
    expect(kept.dropped.map(({ line }) => line)).toEqual([3, 5, 7]);
    expect(kept.documents.some(({ clauses }) => clauses.some(({ lines }) => lines[0] === 454))).toBe(true);
  });

  it('marks sub-items before their parent as misplaced and the skipped number as a gap', () => {
    for (let item = 1; item <= 8; item += 1) expect(byNumber(terms, `3.1.3.6.${item}`)?.anomaly).toBe('misplaced');
    expect(byNumber(terms, '3.1.10')?.anomaly).toBe('gap');
    expect(numbered(terms).filter(({ anomaly }) => anomaly !== undefined)).toHaveLength(9);
    expect(reading.documents.slice(1).flatMap(({ clauses }) => clauses.filter(({ anomaly }) => anomaly))).toEqual([]);
  });

  it('puts nine exclusions under clause 2 of the service levels, and the tiers in a table under 3.1', () => {
    const section = byNumber(sla, '2');
    const items = sla?.clauses.filter((clause) => clause.parent === section?.id && clause.role === 'item');
    expect(items?.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((each) => `(${each})`));
    expect(sla?.tables).toHaveLength(1);
    expect(sla?.tables[0]?.header).toHaveLength(2);
    expect(sla?.tables[0]?.rows).toHaveLength(3);
    const table = sla?.clauses.find(({ id }) => id === sla.tables[0]?.clause);
    expect(table).toMatchObject({ role: 'table', parent: byNumber(sla, '3.1')?.id });
    expect(sla?.clauses.filter(({ role }) => role === 'definition')).toHaveLength(4);
  });

  it('keeps the four bold runs of the agreements and their letters and invents none', () => {
    const bold = [terms, sla, first, firstLetter, forms, second, secondLetter].map(
      (document) =>
        document?.clauses.flatMap(({ emphasis }) =>
          emphasis.filter(({ origin, strong }) => origin === 'source' && strong),
        ).length,
    );
    expect(bold).toEqual([0, 0, 1, 1, 0, 2, 0]);
  });

  it('drops navigation, dead links and descriptions of pictures, and logs them', () => {
    expect(reading.dropped.map(({ line }) => line)).toEqual([3, 5, 7, 454]);
    const lines = (document: AgreementDocument | undefined): readonly number[] =>
      (document?.repairs ?? []).filter(({ kind }) => kind === 'dropped-chrome').map(({ line }) => line);
    expect(lines(guide)).toEqual([701, 703, 704, 705, 706, 708]);
    expect(lines(forms)).toEqual([458, 459, 460, 461, 462]);
    expect(forms?.tables[0]?.rows).toHaveLength(4);
    expect(guide?.clauses.filter(({ role }) => role === 'heading')).toHaveLength(4);
  });

  it('loses no word', () => {
    expect(wordsOfReading(reading)).toEqual(wordsOfSource(marked));
  });

  it('gives unchanged clauses of the second version the ids they have in the first', () => {
    const known = new Set(first?.clauses.map(({ id }) => id));
    const same = second?.clauses.filter(({ id }) => known.has(id)).length ?? 0;
    expect(same).toBeGreaterThan(85);
    expect(first?.fingerprint).not.toBe(second?.fingerprint);
  });
});
