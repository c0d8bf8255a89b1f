import { describe, expect, test } from 'vitest';
import { read } from '../../../src-main/agreement/read.ts';
import { importSource } from '../../../src-main/import/source.ts';
import { readText } from '../../../src-main/import/text/text.ts';
import { DOCUMENTS, HELD_OUT, labelled } from '../../fixtures/reading/corpus.ts';
import { references } from '../../fixtures/references.ts';
import { citations, misquoted } from '../../reading/citations.ts';

/** Every calculator is asked about every document. */
const LONG = 180_000;

describe('what facts and workings quote stands, letter for letter, in the clause that they name', () => {
  test.each(references)(
    'in $name',
    ({ text }) => {
      const { documents } = read(readText(text, 'utf-8'));
      expect(documents.flatMap(misquoted)).toEqual([]);
      const [first] = documents;
      expect(first ? [...citations(first)].length : 0).toBeGreaterThan(20);
    },
    LONG,
  );

  test(
    'in every labelled source',
    async () => {
      const sources = [...(await labelled(DOCUMENTS)), ...(await labelled(HELD_OUT))];
      expect(sources.length).toBeGreaterThan(50);
      for (const { name, bytes } of sources) {
        const { documents } = read(await importSource(bytes, name));
        expect(documents.flatMap(misquoted), name).toEqual([]);
      }
    },
    LONG,
  );

  test('and words that do not stand there are found', () => {
    const [document] = read(readText('服务协议\n\n1 变更本协议的，应提前30天公告。', 'utf-8')).documents;
    const [fact] = document?.facts ?? [];
    if (!document || !fact) throw new Error('nothing was read');
    expect(misquoted(document)).toEqual([]);
    const changed = { ...document, facts: [{ ...fact, quote: '应提前 30 天公告。' }] };
    expect(misquoted(changed)).toMatchObject([{ clause: fact.clause, quote: '应提前 30 天公告。' }]);
  });
});
