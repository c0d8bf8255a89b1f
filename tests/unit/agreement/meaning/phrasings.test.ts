import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { conspicuousTags } from '../../../../src-main/agreement/meaning/emphasise.ts';
import type { ClauseTag } from '../../../../src-main/agreement/model.ts';
import { factsOf, tagsOf } from '../meaning.ts';

const LINES = readFileSync(new URL('../../../fixtures/reading/phrasings.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.includes(' @@') && !line.startsWith('#'));

const written = (tag: ClauseTag): string => (tag.by === undefined ? tag.kind : `${tag.kind}/${tag.by}`);
const words = (text: string | undefined, by: RegExp): string[] =>
  (text ?? '').split(by).flatMap((word) => (word.trim() === '' ? [] : [word.trim()]));

describe('sentences as agreements phrase them', () => {
  test.each(LINES)('%s', (line) => {
    const [said = '', label] = line.split(' @@');
    const [kinds, stated] = (label ?? '').split('|');
    const kind = said.startsWith('SLA ') ? 'sla' : 'terms';
    const text = said.replace(/^SLA /u, '');
    const tags = tagsOf(text, kind);
    const expected = words(kinds, /\s+/u);
    expect(tags.map(written)).toEqual(expect.arrayContaining(expected));
    expect(
      conspicuousTags(tags)
        .map(written)
        .filter((tag) => !expected.includes(tag)),
    ).toEqual([]);
    const facts = factsOf(text, kind).map(
      (fact) => `${fact.kind}=${typeof fact.value === 'object' ? JSON.stringify(fact.value) : fact.value}`,
    );
    const values = words(stated, / ; /u);
    expect(facts.filter((fact) => !values.some((value) => fact.startsWith(value)))).toEqual([]);
    expect(values.filter((value) => !facts.some((fact) => fact.startsWith(value)))).toEqual([]);
  });
});
