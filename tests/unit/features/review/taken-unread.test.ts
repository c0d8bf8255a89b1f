import { afterEach, beforeEach, expect, test } from 'vitest';
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
