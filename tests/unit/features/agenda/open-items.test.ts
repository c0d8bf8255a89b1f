import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AgendaLine } from '../../../../src-main/contract/agenda.ts';
import type { Input } from '../../../../src-main/contract/index.ts';
import { settleNotices } from '../../../../src-main/features/notices/notice-moves.ts';
import { recordDecision } from '../../../../src-main/features/review/decision.ts';
import { EvidenceUnderTest, RENDERING } from '../evidence/evidence-handlers.ts';

let app: EvidenceUnderTest;
let newest: string;

beforeEach(async () => {
  app = new EvidenceUnderTest();
  await app.furnish();
  newest = app.desk.agreement('跨域专线服务协议').versions.at(-1) ?? '';
});
afterEach(() => app.end());

const lines = async (kind: AgendaLine['kind']): Promise<readonly AgendaLine[]> =>
  (await app.handlers['agenda.list']({})).lines.filter((line) => line.kind === kind);
const place = async (kind: AgendaLine['kind']) => (await lines(kind)).map((line) => line.place);

async function accept(conclusion: Input<'review.conclude'>['answers'][number]['conclusion']): Promise<void> {
  await app.seeEverything(newest);
  recordDecision(app.ports, settleNotices, { ...app.click(newest), conclusion }, RENDERING);
}

describe('what is open until it is done', () => {
  test('the newest version of each own agreement until it is decided on, without a day', async () => {
    const open = await lines('review');
    expect(open.every(({ state, date, closable }) => state === 'open' && date === undefined && !closable)).toBe(true);
    expect(open.map((line) => line.place)).toContainEqual({ screen: 'review', versionId: newest });
    const older = app.desk.agreement('跨域专线服务协议').versions[0];
    expect(open.map((line) => line.place)).not.toContainEqual({ screen: 'review', versionId: older });
    await accept({ kind: 'just-clicked' });
    expect(await place('review')).not.toContainEqual({ screen: 'review', versionId: newest });
    expect(await lines('conclusion')).toEqual([]);
  });

  test('a decision that was not made to the provider: on the day that was said, or without one, until it is made', async () => {
    await accept({ kind: 'not-yet', remind: '2026-12-05' });
    expect(await lines('conclusion')).toMatchObject([
      { state: 'ahead', date: '2026-12-05', closable: false, place: { screen: 'decision', versionId: newest } },
    ]);
    await app.handlers['review.conclude']({
      by: '陈远',
      answers: [{ versionId: newest, conclusion: { kind: 'not-yet' } }],
    });
    expect(await lines('conclusion')).toMatchObject([{ state: 'open' }]);
    await app.handlers['review.conclude']({
      by: '陈远',
      answers: [{ versionId: newest, conclusion: { kind: 'just-clicked' } }],
    });
    expect(await lines('conclusion')).toEqual([]);
  });

  test('a question that was sent, until it is answered', async () => {
    const { document } = await app.handlers['review.open']({ versionId: newest });
    const clauseId = document.clauses.at(-1)?.id ?? '';
    const question = { versionId: newest, clauseId, question: '谁承担？', askedBy: '陈远' };
    const { id } = await app.handlers['review.askExplanation'](question);
    expect(await lines('answer')).toEqual([]);
    app.desk.now = new Date('2026-11-26T02:00:00.000Z');
    await app.handlers['review.explanationSent']({ id, on: '2026-11-24', channel: 'mail', to: '服务商' });
    expect(await place('answer')).toEqual([{ screen: 'review', versionId: newest, clauseId }]);
    await app.handlers['review.explanationAnswered']({
      id,
      on: '2026-11-25',
      channel: 'mail',
      by: '服务商',
      text: '客户承担。',
    });
    expect(await lines('answer')).toEqual([]);
  });

  test('none of them is closed by a mark; each may be put off', async () => {
    const [first] = await lines('review');
    const itemId = first?.id ?? '';
    const before = app.store.ledger.count();
    await expect(
      app.handlers['agenda.done']({ itemId, on: '2026-11-23', note: '', file: false }),
    ).rejects.toMatchObject({
      code: 'not-closable',
    });
    expect(app.store.ledger.count()).toBe(before);
    await app.handlers['agenda.snooze']({ itemId, until: '2026-12-23', reason: '下个月' });
    expect((await lines('review')).find(({ id }) => id === itemId)?.state).toBe('snoozed');
  });

  test('a calendar has nothing of what has no day, and does not count it as left out', async () => {
    const items = (await lines('review')).map(({ id }) => id);
    expect(items.length).toBeGreaterThan(0);
    expect(await app.handlers['agenda.calendar']({ items, language: 'zh' })).toMatchObject({ leftOut: 0 });
  });
});
