import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Input } from '../../../../src-main/contract/index.ts';
import type { LetterView } from '../../../../src-main/contract/letters.ts';
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
  expect(english.values['month']).toBe('October 2026');
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
