import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it, test } from 'vitest';
import { isSentence, say } from '../../../../src-main/agreement/sentence.ts';
import { letterPapers } from '../../../../src-main/kernel/papers/letters.ts';
import { fill } from '../../../../src-main/letter/fill.ts';
import { formerWordings } from '../../../../src-main/letter/former-wordings.ts';
import { FORMER_FORMS, formById, FORMS } from '../../../../src-main/letter/forms.ts';
import type { FormerWording } from '../../../../src-main/letter/template.ts';
import { capitals } from '../../../../src-main/term/fees/capitals.ts';
import { VALUES } from '../../letter/example.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

let desk: AppUnderTest;
beforeEach(() => {
  desk = new AppUnderTest();
});
afterEach(() => desk.end());

/** Never changed: each archive with what it is told by. */
const ARCHIVES = {
  'worded-until-2026-12-01.json': 'c7292920213c79969ec3c5aeea43572dabd5eb05dfe4ae7ee5ed1441e56ecf81',
  'worded-until-2026-12-01-evening.json': '7d10a10b968751eff5ce389b5a7e9025a13f10dd7a9db09c4f3b276ff0f59cd8',
};
const WORDINGS = FORMS.flatMap(({ id }) =>
  formerWordings(id).map((wording, nth) => [id, wording.language, nth, wording] as const),
);

test.each(Object.entries(ARCHIVES))('nothing in an archive of former wordings is ever changed: %s', (file, told) => {
  const archive: unknown = JSON.parse(readFileSync(`assets/letters/${file}`, 'utf8'));
  expect(createHash('sha256').update(JSON.stringify(archive)).digest('hex')).toBe(told);
});

test('every form has its former words in both languages', () => {
  for (const { id } of FORMS)
    expect(new Set(formerWordings(id).map(({ language }) => language))).toEqual(new Set(['zh', 'en']));
});

test('a field of a former wording is still called by a name that there is', () => {
  for (const [, language, , { fields }] of WORDINGS)
    for (const { label, columns = [] } of fields)
      for (const each of [label, ...columns.map((column) => column.label)])
        expect(isSentence(each) && say(each, language)).toBeTruthy();
});

it.each(WORDINGS)('a %s that went out keeps the words it went out with (%s, %i)', async (id, language, _, wording) => {
  const { letterId, once } = await wentOut(id, wording);
  expect(await desk.handlers['letters.open']({ letterId })).toMatchObject({ fingerprint: once });
  expect(letterPapers(desk.store).get(letterId)?.body.language ?? 'zh').toBe(language);
});

it('a draft has the words of now', async () => {
  const { id: letterId } = await desk.handlers['letters.start']({ templateId: 'objection' });
  await desk.handlers['letters.fill']({ letterId, values: structuredClone(VALUES) as never, language: 'zh' });
  const { fingerprint, values } = await desk.handlers['letters.open']({ letterId });
  const [form, [wording]] = [formById('objection'), formerWordings('objection')];
  if (!form || !wording) throw new Error('no such form');
  expect(fill(form, values, { inCapitals: capitals }).fingerprint).toBe(fingerprint);
  expect(fill({ ...form, blocks: wording.blocks }, values, { inCapitals: capitals }).fingerprint).not.toBe(fingerprint);
});

const FORMER = FORMER_FORMS.flatMap((form) => [
  [form.id, 'zh', form] as const,
  ...(form.english ? [[form.id, 'en', form] as const] : []),
]);
/** Never changed: by these the letters of then are known again. */
const PINNED: Readonly<Record<string, string>> = {
  'line-authorisation zh': 'ebc1b1abbfa867356fcea503f9b08e048bc112476c0a7a00c3e08c5832017040',
  'several-invoice-titles zh': '06be4d5f7733d5613a3f52c9736f58c5f3896c3b225f523f9efb1f36382bd402',
  'vat-special-invoice zh': '4c02dc7667895dfa88e961564abd04e12156f244d689403e2f8319a82f0e8ec0',
  'account-adjustment zh': 'ec12c07dd9b18ebf2e527ad60cbf4d0b21069d21f3a0c8634b2da0cbee38debc',
  'explanation-request zh': 'c73cffa7fe47775b81bc86a75d3dd3e8a6f731042e94c96ea8ab033e42bfdf13',
  'service-level-claim zh': 'e08aa03feb46c3663f77ce626f7d9e029e3581d4583de2d9d0d0d948a111d1f0',
};

it.each(FORMER)(
  '%s, from which no letter is begun any more, has the words that its letters went out with (%s)',
  (id, language, form) => {
    const { fingerprint } = fill(form, { ...VALUES, agentPosition: '' }, { inCapitals: capitals, language });
    expect({ [`${id} ${language}`]: fingerprint }).toEqual({ [`${id} ${language}`]: PINNED[`${id} ${language}`] });
  },
);

/** A letter of a form that went out in these words, filled in with all that there is to fill in. */
async function wentOut(id: string, { fields, blocks, language }: FormerWording) {
  const form = formById(id);
  if (!form) throw new Error('no such form');
  const { id: letterId } = await desk.handlers['letters.start']({ templateId: id });
  const { values } = await desk.handlers['letters.fill']({
    letterId,
    values: structuredClone(VALUES) as never,
    language,
  });
  const as = { ...form, fields, ...(language === 'zh' ? { blocks } : { english: blocks }) };
  const once = fill(as, values, { inCapitals: capitals, language }).fingerprint;
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
  return { letterId, once };
}
