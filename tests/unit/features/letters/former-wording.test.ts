import { afterEach, beforeEach, expect, test } from 'vitest';
import { letterPapers } from '../../../../src-main/kernel/papers/letters.ts';
import { fill } from '../../../../src-main/letter/fill.ts';
import { formById } from '../../../../src-main/letter/forms.ts';
import type { LetterTemplate, TemplateBlock } from '../../../../src-main/letter/template.ts';
import { capitals } from '../../../../src-main/term/fees/capitals.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

let desk: AppUnderTest;
beforeEach(() => {
  desk = new AppUnderTest();
});
afterEach(() => desk.end());

/** As the letter was worded before it began with what it is about. */
function asOnce({ blocks }: LetterTemplate): readonly TemplateBlock[] {
  return blocks.map((block) => {
    if (block.kind !== 'paragraph' || block.text[0] !== '就') return block;
    return { ...block, text: block.text.slice(1) };
  });
}

test.each(['damages-claim', 'performance-demand'])(
  'a %s that went out keeps the words it went out with',
  async (id) => {
    const form = formById(id);
    if (!form) throw new Error('no such form');
    const { id: letterId, values } = await desk.handlers['letters.start']({ templateId: id });
    const begun = await desk.handlers['letters.open']({ letterId });
    const once = fill({ ...form, blocks: asOnce(form) }, values, { inCapitals: capitals }).fingerprint;
    expect(begun.fingerprint).not.toBe(once);

    const papers = letterPapers(desk.store);
    const letter = papers.get(letterId);
    if (!letter) throw new Error('no letter');
    const output = {
      kind: 'pdf',
      name: 'a.pdf',
      sha256: 'a'.repeat(64),
      fingerprint: once,
      pages: 1,
      at: '2026-11-20T02:00:00.000Z',
    };
    const body = { ...letter.body, outputs: [output] } as unknown as typeof letter.body;
    papers.put({ id: letterId, state: letter.state, body }, '2026-11-20T02:00:00.000Z');
    expect(await desk.handlers['letters.open']({ letterId })).toMatchObject({ fingerprint: once });
  },
);
