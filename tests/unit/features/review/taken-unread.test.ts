import { afterEach, beforeEach, expect, test } from 'vitest';
import { say, sentence } from '../../../../src-main/agreement/sentence.ts';
import { settleNotices } from '../../../../src-main/features/notices/notice-moves.ts';
import { recordDecision } from '../../../../src-main/features/review/decision.ts';
import { EvidenceUnderTest, RENDERING } from '../evidence/evidence-handlers.ts';

/** Accepted in the world, and not read here: both are said. */

const MADE = { kind: 'made', how: 'ordered', on: '2026-03-01' } as const;

let app: EvidenceUnderTest;
let later: string;
beforeEach(async () => {
  app = new EvidenceUnderTest();
  await app.furnish();
  later = app.desk.agreement('跨域专线服务协议').versions.at(-1) ?? '';
});
afterEach(() => app.end());

const state = async (id: string) => {
  const { agreements } = await app.handlers['library.list']({});
  return agreements.flatMap(({ versions }) => versions).find((version) => version.id === id);
};

test('what was accepted at the provider before anybody read it here stands, and its review stays to be done until somebody decides', async () => {
  const asked = async () =>
    (await app.handlers['agenda.list']({})).lines.filter(
      ({ kind, place }) => kind === 'review' && JSON.stringify(place).includes(later),
    ).length;
  await app.handlers['review.conclude']({ by: '李航', answers: [{ versionId: later, conclusion: MADE }] });
  const taken = await state(later);
  expect(taken).toMatchObject({ state: 'accepted', unread: true });
  expect(await asked()).toBe(1);
  const { agreements } = await app.handlers['library.list']({});
  expect(agreements.filter(({ versions }) => versions.some(({ unread }) => unread)).map(({ id }) => id)).toEqual([
    app.desk.agreement('跨域专线服务协议').id,
  ]);
  await app.seeEverything(later);
  recordDecision(app.ports, settleNotices, { ...app.click(later), conclusion: MADE }, RENDERING);
  expect((await state(later))?.unread).toBeUndefined();
  expect(await asked()).toBe(0);
});

test.each([
  ['clicked-at-provider', '已在服务商处接受'],
  ['ordered', '已通过下单接受'],
  ['used', '服务已在使用'],
] as const)('the agenda says of what stands by %s how it came to stand, and nothing else', async (how, words) => {
  await app.handlers['review.conclude']({
    by: '李航',
    answers: [{ versionId: later, conclusion: { kind: 'made', how, on: '2026-03-01' } }],
  });
  const { lines } = await app.handlers['agenda.list']({});
  const line = lines.find(({ kind, place }) => kind === 'review' && JSON.stringify(place).includes(later));
  const why = line?.why ? say(line.why, 'zh') : '';
  expect(why).toContain(words);
  if (how !== 'clicked-at-provider') expect(why).not.toContain('服务商处接受');
});

test('words of the agenda say of a text under seal that it is one', () => {
  const day = '2026年3月1日';
  expect(say(sentence('review.agenda-source.taken-seal', { day }), 'zh')).toContain('已盖章订立');
  expect(say(sentence('review.agenda-source.taken-seal', { day }), 'en')).toContain('under seal');
});
