import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AcceptanceRecord2 } from '../../../../src-main/acceptance/record.ts';
import type { ReviewProgress } from '../../../../src-main/contract/review.ts';
import { recordDecision } from '../../../../src-main/features/review/decision.ts';
import { settleNotices } from '../../../../src-main/features/notices/notice-moves.ts';
import { EvidenceUnderTest, RENDERING } from '../evidence/evidence-handlers.ts';

let evidence: EvidenceUnderTest;
let versionId: string;
let clauses: readonly string[];

beforeEach(async () => {
  evidence = new EvidenceUnderTest();
  await evidence.furnish();
  [versionId = ''] = evidence.desk.agreement('服务条款').versions;
  clauses = await open();
});
afterEach(() => evidence.end());

async function open(): Promise<readonly string[]> {
  const { progress } = await evidence.handlers['review.open']({ versionId });
  return progress.requirements.flatMap(({ clauseId }) => clauseId ?? []);
}

/** What the window sends: every clause that must be seen, on screen for so many seconds, and noted. */
async function report(seconds: number, sitting?: string): Promise<ReviewProgress> {
  const seen = clauses.map((clauseId) => ({ clauseId, seconds, weight: 700, decoration: 'none' }));
  const observation = { seen, acknowledged: [...clauses], withdrawn: [], endReached: true };
  return evidence.handlers['review.observe']({ versionId, observation, ...(sitting ? { sitting } : {}) });
}

const secondsSeen = ({ requirements }: ReviewProgress): readonly number[] =>
  requirements.flatMap(({ secondsSeen: seen }) => seen ?? []);

const accept = (): string => recordDecision(evidence.ports, settleNotices, evidence.click(versionId), RENDERING).id;

const reviewIn = (id: string): AcceptanceRecord2['review'] =>
  (JSON.parse(evidence.store.acceptances.json(id) ?? '{}') as AcceptanceRecord2).review;

describe('seconds on screen, by the main process’s clock', () => {
  test('45 of them on every clause within 0.9 are refused, and nothing of the report counts', async () => {
    expect(clauses.length).toBeGreaterThan(5);
    evidence.desk.elapsed += 900;
    await expect(report(45)).rejects.toMatchObject({ code: 'impossible-seconds' });
    for (let turn = 0; turn < 3; turn += 1)
      await expect(report(15)).rejects.toMatchObject({ code: 'impossible-seconds' });
    expect(accept).toThrow('ceremony-incomplete');
    const { progress } = await evidence.handlers['review.open']({ versionId });
    expect(secondsSeen(progress).every((seconds) => seconds === 0)).toBe(true);
    expect(progress.requirements.some(({ acknowledged, done }) => acknowledged === true || done)).toBe(false);
  });

  test('nor do many small reports, openings in between or made-up windows make more of 0.9', async () => {
    for (let turn = 1; turn <= 90; turn += 1) {
      evidence.desk.elapsed += 10;
      if (turn % 3 === 0) await open();
      await report(0.2, `00000000-0000-4000-8000-${String(turn).padStart(12, '0')}`).catch(() => undefined);
    }
    expect(accept).toThrow('ceremony-incomplete');
    const { progress } = await evidence.handlers['review.open']({ versionId });
    expect(Math.max(...secondsSeen(progress))).toBeLessThanOrEqual(0.9 + 1e-9);
  });

  test('count though the clock on the wall is set back, and setting it forward adds none', async () => {
    evidence.desk.elapsed += 15_000;
    evidence.desk.now = new Date('2026-11-20T02:00:00.000Z');
    expect(Math.min(...secondsSeen(await report(15)))).toBeGreaterThan(0);
    evidence.desk.now = new Date('2026-12-24T02:00:00.000Z');
    await expect(report(15)).rejects.toMatchObject({ code: 'impossible-seconds' });
  });

  test('of the time that a machine slept count at most one report’s', async () => {
    evidence.desk.elapsed += 8 * 3_600_000;
    await report(60);
    const { progress } = await evidence.handlers['review.open']({ versionId });
    expect(Math.max(...secondsSeen(progress))).toBeLessThanOrEqual(15);
  });

  test('go on after a restart from what was counted, and nothing passed while the app was closed', async () => {
    evidence.desk.elapsed += 2_000;
    const before = secondsSeen(await report(2));
    expect(Math.min(...before)).toBe(2);
    evidence.restart();
    await open();
    await expect(report(15)).rejects.toMatchObject({ code: 'impossible-seconds' });
    evidence.desk.elapsed += 1_000;
    const after = secondsSeen(await report(1));
    expect(after.some((seconds) => seconds === 3)).toBe(true);
    expect(after.every((seconds) => seconds <= 3)).toBe(true);
  });

  test('stand in the record with the clock that measured them, and with the reading that was shown', async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      evidence.desk.elapsed += 15_000;
      await report(15);
    }
    await evidence.seeEverything(versionId);
    const id = accept();
    const review = reviewIn(id);
    expect(review.secondsBy).toBe('main-process');
    const kept = JSON.parse(evidence.store.acceptances.json(id) ?? '{}') as AcceptanceRecord2;
    const reading = evidence.store.agreements.reading(versionId);
    expect(kept).toMatchObject({
      format: 'assent-acceptance-record-2',
      reading: { sha256: reading?.sha256, reader: reading?.reader },
    });
  });

  test('of a review that began before they were measured go on, and the record says so', async () => {
    await evidence.seeEverything(versionId);
    const row = evidence.store.reviews.get(versionId);
    const { secondsBy: _measured, ...former } = JSON.parse(row?.observations ?? '{}') as Record<string, unknown>;
    evidence.store.reviews.put(versionId, JSON.stringify(former), evidence.desk.now.toISOString());
    evidence.restart();
    await open();
    evidence.desk.elapsed += 1_000;
    await report(1);
    expect(reviewIn(accept()).secondsBy).toBe('window-then-main-process');
  });
});

describe('two people at one machine', () => {
  const SECOND = { name: '李航', role: '法务经理' };

  beforeEach(async () => {
    await evidence.handlers['settings.setPolicy']({ readingTimeFactor: 1, everyClause: false, secondPerson: true });
    await evidence.seeEverything(versionId);
  });

  const decide = (more: Parameters<EvidenceUnderTest['click']>[1]) => (): string =>
    recordDecision(evidence.ports, settleNotices, evidence.click(versionId, more), RENDERING).id;

  test('the second confirms an acceptance, and stands in the record and on the certificate', async () => {
    const page = await evidence.handlers['review.page']({ versionId, language: 'zh', companyId: evidence.companyId });
    expect(page.secondPersonNeeded).toBe(true);
    const acceptanceId = decide({ secondPerson: SECOND })();
    const { secondPerson } = JSON.parse(evidence.store.acceptances.json(acceptanceId) ?? '{}') as AcceptanceRecord2;
    expect(secondPerson).toEqual({ ...SECOND, confirmedAt: evidence.desk.now.toISOString() });
    const { content } = await evidence.handlers['evidence.acceptance']({ acceptanceId, language: 'zh' });
    expect(JSON.stringify(content)).toContain(SECOND.name);
  });

  test('none accepts alone, and nobody confirms themselves', () => {
    const before = evidence.store.ledger.count();
    expect(decide({})).toThrow('second-person-missing');
    expect(decide({ secondPerson: { name: ' 陈远 ', role: '董事' } })).toThrow('second-person-same');
    expect(evidence.store.acceptances.ofVersion(versionId)).toEqual([]);
    expect(evidence.store.ledger.count()).toBe(before);
  });

  test('one declines or sets aside alone', () => {
    expect(decide({ decision: 'declined', reason: '赔偿上限过低' })).not.toThrow();
    expect(decide({ decision: 'set-aside' })).not.toThrow();
  });
});
