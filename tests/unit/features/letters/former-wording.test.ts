import { afterEach, beforeEach, expect, test } from 'vitest';
import { letterPapers } from '../../../../src-main/kernel/papers/letters.ts';
import { fill } from '../../../../src-main/letter/fill.ts';
import { formById } from '../../../../src-main/letter/forms.ts';
import type { LetterTemplate, TemplateBlock, Text } from '../../../../src-main/letter/template.ts';
import { capitals } from '../../../../src-main/term/fees/capitals.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

let desk: AppUnderTest;
beforeEach(() => {
  desk = new AppUnderTest();
});
afterEach(() => desk.end());

const reworded = (blocks: readonly TemplateBlock[], to: (text: string) => string): readonly TemplateBlock[] =>
  blocks.map((block) =>
    block.kind === 'paragraph'
      ? { ...block, text: block.text.map((piece) => (typeof piece === 'string' ? to(piece) : piece)) }
      : block,
  );

/** As the letter was worded before it began with what it is about. */
const beforeOpening = ({ blocks }: LetterTemplate): readonly TemplateBlock[] =>
  blocks.map((block) => {
    if (block.kind !== 'paragraph' || block.text[0] !== '就') return block;
    return { ...block, text: block.text.slice(1) };
  });

/** As it was worded while it named the article for each of its items. */
const eachInFull = ({ blocks }: LetterTemplate): readonly TemplateBlock[] =>
  reworded(blocks, (text) => text.replace(/(第[^条（《》]+条第[^款]款)(第.项)、(?=第.项)/u, '$1$2、$1'));

/** As it was worded while the reply stood below the seal. */
function beforeReplyPage({ blocks }: LetterTemplate): readonly TemplateBlock[] {
  const asked = (text: string): string => text.replace('将所附回复页签章后寄回', '在下方签章回复');
  const paragraph = (...text: Text): TemplateBlock => ({ kind: 'paragraph', text });
  const letter = blocks.slice(
    0,
    blocks.findIndex(({ kind }) => kind === 'page-break'),
  );
  return [
    ...letter.map((block) =>
      block.kind === 'paragraph'
        ? { ...block, text: block.text.map((piece) => (typeof piece === 'string' ? asked(piece) : piece)) }
        : block,
    ),
    paragraph('回复：□信息相符　□信息不符，不符事项如下：'),
    { kind: 'paragraph', text: [{ words: '　'.repeat(26), strong: false, underline: true }], flat: true },
    paragraph('回复单位（盖章）：　　　　　　日期：　　年　　月　　日'),
  ];
}

/** The same in English. */
function beforeEnglishReplyPage({ english = [] }: LetterTemplate): readonly TemplateBlock[] {
  const asked = (text: string): string => text.replace('the attached reply', 'the reply below');
  const room = (blanks: number): Exclude<Text[number], string> => ({
    words: '　'.repeat(blanks),
    strong: false,
    underline: true,
  });
  const line = (...text: Text): TemplateBlock => ({ kind: 'paragraph', text });
  const letter = english.slice(
    0,
    english.findIndex(({ kind }) => kind === 'page-break'),
  );
  return [
    ...letter.map((block) =>
      block.kind === 'paragraph'
        ? { ...block, text: block.text.map((piece) => (typeof piece === 'string' ? asked(piece) : piece)) }
        : block,
    ),
    line('Reply: □\u00a0agreed\u00a0\u00a0\u00a0\u00a0□\u00a0not agreed, as follows:'),
    { kind: 'paragraph', text: [room(26)], flat: true },
    line('For and on behalf of (signature and seal): ', room(8), '\u00a0\u00a0Date: ', room(8)),
  ];
}

test.each([
  ['damages-claim', beforeOpening],
  ['performance-demand', (form: LetterTemplate) => beforeOpening({ ...form, blocks: eachInFull(form) })],
  ['performance-demand', eachInFull],
  ['ledger-rules', eachInFull],
  ['reconciliation', beforeReplyPage],
] as const)('a %s that went out keeps the words it went out with', (id, asOnce) =>
  keepsItsWords(id, 'zh', (form) => ({ ...form, blocks: asOnce(form) })),
);

const firstWords = ([first]: readonly unknown[]): string => (typeof first === 'string' ? first : '');

/** As the instructions for a lawyer were worded in English without stops of their own. */
const withoutStops = ({ english = [] }: LetterTemplate): readonly TemplateBlock[] =>
  english.map((block) =>
    block.kind === 'paragraph' && /^(?:1\. The facts|2\. What is|Adverse)/u.test(firstWords(block.text))
      ? { ...block, text: block.text.slice(0, 2) }
      : block,
  );

test.each([
  ['reconciliation', beforeEnglishReplyPage],
  ['counsel-brief', withoutStops],
] as const)('so does an English %s', (id, asOnce) =>
  keepsItsWords(id, 'en', (form) => ({ ...form, english: asOnce(form) })),
);

async function keepsItsWords(
  id: string,
  language: 'zh' | 'en',
  asOnce: (form: LetterTemplate) => LetterTemplate,
): Promise<void> {
  const form = formById(id);
  if (!form) throw new Error('no such form');
  const { id: letterId } = await desk.handlers['letters.start']({ templateId: id });
  const { values } = await desk.handlers['letters.fill']({ letterId, values: {}, language });
  const begun = await desk.handlers['letters.open']({ letterId });
  const once = fill(asOnce(form), values, { inCapitals: capitals, language }).fingerprint;
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
}
