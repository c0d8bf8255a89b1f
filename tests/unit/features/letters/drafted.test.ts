import { afterEach, beforeEach, expect, test } from 'vitest';
import { say as sentenceSaid, sentence } from '../../../../src-main/agreement/sentence.ts';
import type { Input } from '../../../../src-main/contract/index.ts';
import type { LetterView } from '../../../../src-main/contract/letters.ts';
import { explanationPapers } from '../../../../src-main/features/review/explanation-records.ts';
import { fill } from '../../../../src-main/letter/fill.ts';
import { EXPLANATION_LETTER } from '../../../../src-main/letter/forms.ts';
import { writtenValue } from '../../../../src-main/letter/written.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

let app: AppUnderTest;
beforeEach(async () => {
  app = await AppUnderTest.withSamples();
});
afterEach(() => app.end());

const HAN = /\p{Script=Han}/u;
const open = async (letterId: string): Promise<LetterView> => app.handlers['letters.open']({ letterId });
const say = async ({ id, values }: LetterView, language: 'zh' | 'en'): Promise<LetterView> =>
  app.handlers['letters.fill']({ letterId: id, values: values as Input<'letters.fill'>['values'], language });

test('a claim that goes over to English says month, basis, working and outages in English, and back', async () => {
  const { id: agreementId, versions } = app.agreement('服务等级协议');
  app.conclude(versions[0] ?? '');
  await app.handlers['rights.pasteOutages']({ agreementId, text: '2026-10-03 09:00,2026-10-03 19:00' });
  await app.handlers['rights.setMonthFee']({ agreementId, month: '2026-10', fee: { fee: '1000' } });
  const { letterId } = await app.handlers['rights.claim']({ agreementId, month: '2026-10' });
  const chinese = await open(letterId);
  const english = await say({ ...chinese, values: { ...chinese.values, handler: '李航' } }, 'en');
  expect(english.values['month']).toBe('2026-10');
  expect(english.values['basis']).toMatch(/^clauses? /u);
  for (const key of ['steps', 'outages']) expect(JSON.stringify(english.values[key])).not.toMatch(HAN);
  // What a person typed, and what the agreement says, stay.
  expect(english.values).toMatchObject({ handler: '李航', clauses: chinese.values['clauses'] });
  const back = await say({ ...english, values: { ...english.values, basis: 'clause 2.1 alone' } }, 'zh');
  expect(back.values).toMatchObject({ month: chinese.values['month'], steps: chinese.values['steps'] });
  expect(back.values['basis']).toBe('clause 2.1 alone');
});

test('an objection that goes over to English asks in English; what a person added to a change stays', async () => {
  const { id: agreementId } = app.agreement('跨域专线服务协议');
  const { id: noticeId } = await app.handlers['notices.register']({
    agreementId,
    ...{ kind: 'change', channel: 'email', sent: '2026-11-20', received: '2026-11-20' },
    announcedEffective: '2026-12-10',
  });
  await app.handlers['notices.move']({ noticeId, to: 'objected', by: '陈远' });
  const { letterId } = await app.handlers['notices.draftObjection']({ noticeId });
  const english = await say(await open(letterId), 'en');
  expect(english.values['demand']).not.toMatch(HAN);
});

test('questions on a clause without a number go over with what it is called, and back', async () => {
  const [versionId = ''] = app.agreement('服务条款').versions;
  const { conspicuous } = await app.handlers['review.open']({ versionId });
  const asked = {
    id: 'one',
    versionId,
    clauseId: conspicuous[0] ?? '',
    quote: '以公告为准。',
    question: '公告在何处？',
  };
  const questions = [asked, { ...asked, id: 'two', number: '2.1' }];
  for (const question of questions) {
    const body = { ...question, askedAt: '2026-11-20T02:00:00.000Z', askedBy: '陈远' };
    explanationPapers(app.store).put({ id: body.id, subject: versionId, state: 'asked', body }, body.askedAt);
  }
  const { letterId } = await app.handlers['review.draftExplanationLetter']({ versionId });
  const chinese = await open(letterId);
  const english = await say(chinese, 'en');
  expect(english.values['questions']).toMatchObject([{ clause: 'clause without a number' }, { clause: '2.1' }]);
  const { blocks } = fill(EXPLANATION_LETTER, english.values, { inCapitals: String, language: 'en' });
  expect(JSON.stringify(blocks)).toContain('"Clause without a number"');
  expect((await say(english, 'zh')).values['questions']).toEqual(chinese.values['questions']);
});

test.each([
  ['review.explanation-letter.unnumbered', '未编号的条款', 'clause without a number'],
  ['rights.claim-letter.unnumbered', '未编号的条款', 'clause without a number'],
] as const)('%s is named as such on paper, and not as the number of a clause', (key, chinese, english) => {
  expect(writtenValue('clause', sentenceSaid(sentence(key), 'zh'), 'zh')).toBe(chinese);
  expect(writtenValue('clause', sentenceSaid(sentence(key), 'en'), 'en')).toBe(english);
});
