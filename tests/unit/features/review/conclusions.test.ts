import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { say } from '../../../../src-main/agreement/sentence.ts';
import type { Input, Output } from '../../../../src-main/contract/index.ts';
import { settleNotices } from '../../../../src-main/features/notices/notice-moves.ts';
import { recordDecision } from '../../../../src-main/features/review/decision.ts';
import { EvidenceUnderTest, RENDERING } from '../evidence/evidence-handlers.ts';

let app: EvidenceUnderTest;
let versionId: string;
let later: string;

beforeEach(async () => {
  app = new EvidenceUnderTest();
  await app.furnish();
  [versionId = '', later = ''] = app.desk.agreement('跨域专线服务协议').versions;
});
afterEach(() => app.end());

type Conclusion = NonNullable<Input<'review.decide'>['conclusion']>;
const NOT_YET: Conclusion = { kind: 'not-yet' };

async function accept(id: string, conclusion: Conclusion | undefined): Promise<string> {
  await app.seeEverything(id);
  const { conclusion: _preset, ...click } = app.click(id);
  const input = { ...click, ...(conclusion ? { conclusion } : {}) };
  return recordDecision(app.ports, settleNotices, input, RENDERING).id;
}
const conclude = (id: string, conclusion: Conclusion) =>
  app.handlers['review.conclude']({ by: '李航', answers: [{ versionId: id, conclusion }] });
const state = async (id: string) => {
  const { agreements } = await app.handlers['library.list']({});
  return agreements.flatMap(({ versions }) => versions).find((version) => version.id === id);
};
const questions = async () => (await app.handlers['library.list']({})).questions;
const entries = (id: string) => app.store.ledger.ofSubject(`version:${id}`);
const refused = (work: () => unknown) => expect((async () => work())()).rejects;

describe('a decision says what became of it in the world', () => {
  test('clicked just now: record and conclusion in one act, each with its entry', async () => {
    const id = await accept(versionId, { kind: 'just-clicked', account: 'u-1', order: 'D-9' });
    expect(await state(versionId)).toMatchObject({
      state: 'accepted',
      stands: true,
      since: app.desk.now.toISOString(),
    });
    expect(entries(versionId).at(-1)).toMatchObject({
      kind: 'acceptance-concluded',
      payload: {
        how: 'clicked-at-provider',
        on: app.desk.now.toISOString(),
        account: 'u-1',
        order: 'D-9',
        said: '陈远',
      },
    });
    const record = JSON.parse(app.store.acceptances.json(id) ?? '{}') as object;
    expect(Object.keys(record)).not.toContain('conclusion');
  });

  test('on an earlier day, or not yet; without an answer it is refused and nothing is written', async () => {
    await accept(versionId, { kind: 'made', how: 'ordered', on: '2026-11-20' });
    expect(await state(versionId)).toMatchObject({ period: { by: 'order', from: '2026-11-19T16:00:00.000Z' } });
    await accept(later, NOT_YET);
    expect(await state(later)).toMatchObject({ state: 'decided', stands: false });
    const before = app.store.acceptances.all().length;
    await refused(() => accept(later, undefined)).toMatchObject({ code: 'conclusion-missing' });
    await refused(() => accept(later, { kind: 'made', how: 'used', on: '2026-11-24' })).toMatchObject({
      code: 'conclusion-ahead',
    });
    expect(app.store.acceptances.all()).toHaveLength(before);
  });

  test('account, who did it, the text of the page and a proof can be added later: each an entry, and nothing told is changed', async () => {
    await accept(versionId, { kind: 'made', how: 'ordered', on: '2026-11-20', order: 'D-9' });
    const before = await state(versionId);
    await refused(() => app.handlers['review.completeConclusion']({ versionId, by: '李航' })).toMatchObject({
      code: 'nothing-added',
    });
    await refused(() =>
      app.handlers['review.completeConclusion']({ versionId: later, by: '李航', account: 'u-1' }),
    ).toMatchObject({ code: 'not-concluded' });
    app.desk.chosen = [{ name: '页面.png', bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47]) }];
    const kept = await app.handlers['review.keepProof']({});
    const added = { handledBy: '周敏', page: 'not-checked', proof: kept?.sha256 ?? '' } as const;
    await app.handlers['review.completeConclusion']({ versionId, by: '李航', ...added });
    expect(await state(versionId)).toEqual(before);
    const { conclusion } = await app.handlers['review.open']({ versionId });
    expect(conclusion).toMatchObject({
      how: 'ordered',
      order: 'D-9',
      handledBy: '周敏',
      page: 'not-checked',
      proofs: [kept],
    });
    expect(entries(versionId).map(({ kind }) => kind)).toContain('conclusion-completed');
    expect((await app.handlers['evidence.verify']({})).faults).toEqual([]);
    const acceptanceId = app.store.acceptances.ofVersion(versionId).at(-1)?.id ?? '';
    const { content } = await app.handlers['evidence.acceptance']({ acceptanceId, language: 'zh' });
    const said = content.sections.flatMap(({ rows }) => rows.map(({ value }) => value));
    expect(said).toContain(
      '据陈远陈述，示例远航科技有限公司于 2026年11月20日以提交订单 D-9 的方式接受该版本。当时页面所示文本与本留存版本未能核对。',
    );
    expect(said).toContain(`页面.png SHA-256 ${kept?.sha256 ?? ''}`);
  });

  test('what stood on the button is kept with the click, in the record and in what an entry says', async () => {
    await accept(versionId, { kind: 'made', how: 'clicked-at-provider', on: '2026-11-20', button: '同意协议并开通' });
    expect((await app.handlers['review.open']({ versionId })).conclusion).toMatchObject({ button: '同意协议并开通' });
    expect(entries(versionId).at(-1)).toMatchObject({
      kind: 'acceptance-concluded',
      payload: { button: '同意协议并开通' },
    });
    await app.handlers['review.completeConclusion']({ versionId, by: '李航', button: '已阅读，同意并开通' });
    const acceptanceId = app.store.acceptances.ofVersion(versionId).at(-1)?.id ?? '';
    const { content } = await app.handlers['evidence.acceptance']({ acceptanceId, language: 'zh' });
    const rows = content.sections.flatMap(({ rows: each }) => each);
    expect(rows.map(({ value }) => value)).toContain(
      '据陈远陈述，示例远航科技有限公司于 2026年11月20日在服务商页面点击“已阅读，同意并开通”接受该版本。当时所示文本是否与本留存版本一致，未能核对。',
    );
    expect(rows).toContainEqual({ label: '所点按钮上的文字', value: '已阅读，同意并开通' });
  });

  test('sealed by both, as a person says: it stands from the last seal, and which text governs waits for the scan', async () => {
    const parties = {
      ours: { kind: 'company', signatory: '陈远', datedOn: '2026-11-12' },
      theirs: { kind: 'contract', datedOn: '2026-11-20' },
    } as const;
    // The day that counts is the last seal's, whatever else was given.
    await accept(versionId, { kind: 'made', how: 'sealed', on: '2026-11-12', parties });
    const told = await state(versionId);
    expect(told).toMatchObject({ state: 'accepted', period: { by: 'seal', governing: 'click' } });
    expect(told?.period?.from).toBe('2026-11-19T16:00:00.000Z');
    const { conclusion } = await app.handlers['review.open']({ versionId });
    expect(conclusion).toMatchObject({ proofs: [], on: '2026-11-20', parties });
    const acceptanceId = app.store.acceptances.ofVersion(versionId).at(-1)?.id ?? '';
    const { content } = await app.handlers['evidence.acceptance']({ acceptanceId, language: 'zh' });
    const rows = content.sections.flatMap((section) => section.rows.map(({ label, value }) => `${label}：${value}`));
    expect(rows).toContain('我方印章：公章、签署人陈远、落款日 2026年11月12日');
    expect(rows).toContain('服务商印章：合同专用章、落款日 2026年11月20日');
  });

  test('a paper that only one party sealed, or whose days are not told, concludes nothing', async () => {
    const sealed = { kind: 'made', how: 'sealed', on: '2026-11-20' } as const;
    for (const said of [
      sealed,
      { ...sealed, parties: { ours: { datedOn: '2026-11-20' }, theirs: {} } },
      { ...sealed, parties: { ours: {}, theirs: { datedOn: '2026-11-20' } } },
    ])
      await refused(() => conclude(versionId, said)).toMatchObject({ code: 'seals-not-told' });
    const ahead = { ours: { datedOn: '2026-11-20' }, theirs: { datedOn: '2027-11-20' } };
    await refused(() => conclude(versionId, { ...sealed, parties: ahead })).toMatchObject({ code: 'conclusion-ahead' });
    expect((await state(versionId))?.period).toBeUndefined();
  });

  test('a proof is kept and named; what nobody kept is refused', async () => {
    app.desk.chosen = [{ name: '页面.png', bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47]) }];
    const kept = await app.handlers['review.keepProof']({});
    await conclude(versionId, { kind: 'made', how: 'used', on: '2026-11-01', proof: kept?.sha256 ?? '' });
    expect(entries(versionId).at(-1)?.payload).toMatchObject({ proof: kept });
    await refused(() => conclude(later, { kind: 'just-clicked', proof: 'a'.repeat(64) })).toMatchObject({
      code: 'not-found',
    });
  });

  test('what was last said for the provider is offered for the next, and nothing the first time', async () => {
    const last = async () => (await app.handlers['review.page']({ versionId: later, language: 'zh' })).lastConclusion;
    expect(await last()).toBeUndefined();
    await conclude(versionId, { kind: 'just-clicked', account: 'u-1' });
    expect(await last()).toEqual({ kind: 'just-clicked', account: 'u-1' });
    await conclude(versionId, { kind: 'made', how: 'ordered', on: '2026-11-01' });
    expect(await last()).toEqual({ kind: 'made', how: 'ordered' });
    await conclude(versionId, NOT_YET);
    expect(await last()).toEqual({ kind: 'not-yet' });
  });

  test('a notice is settled by what was made to the provider, not by the decision', async () => {
    const { id: agreementId } = app.desk.agreement('跨域专线服务协议');
    const notice: Output<'notices.open'> = await app.handlers['notices.register']({
      ...{ agreementId, kind: 'change', channel: 'site', sent: '2026-11-10', newVersionId: later },
    });
    const now = async () => (await app.handlers['notices.open']({ noticeId: notice.id })).state;
    await accept(later, NOT_YET);
    expect(await now()).toBe('announced');
    await conclude(later, { kind: 'just-clicked' });
    expect(await now()).toBe('accepted');
  });
});

describe('what was decided before anybody asked', () => {
  /** As version 0.1.0 left it: a record, and no word about the world. */
  const old = async (id: string) => {
    const acceptance = await accept(versionId, NOT_YET);
    const record = app.store.acceptances.json(acceptance) ?? '{}';
    app.store.acceptances.add({
      ...{ id: app.ports.newId(), versionId: id, decision: 'accepted', record },
      decidedAt: '2026-11-23T02:00:00.001Z',
    });
    app.desk.now = new Date('2026-11-25T02:00:00.000Z');
  };

  test.each<[string, Conclusion, string, string | undefined]>([
    ['that day', { kind: 'decision-day' }, 'accepted', '2026-11-22T16:00:00.000Z'],
    ['another day', { kind: 'made', how: 'used', on: '2026-11-24' }, 'accepted', '2026-11-23T16:00:00.000Z'],
    ['not yet', NOT_YET, 'decided', undefined],
  ])('is asked for once: %s', async (_, answer, word, from) => {
    await old(later);
    expect((await questions()).map((question) => question.versionId)).toEqual([later]);
    expect(await state(later)).toMatchObject({ state: 'decided', stands: false });
    await conclude(later, answer);
    expect(await questions()).toEqual([]);
    const told = await state(later);
    expect([told?.state, told?.period?.from]).toEqual([word, from]);
  });

  test('the day of a decision is no answer where nothing was decided', async () => {
    await refused(() => conclude(later, { kind: 'decision-day' })).toMatchObject({ code: 'not-decided' });
    expect(entries(later).map(({ kind }) => kind)).toEqual(['version-saved']);
  });
});

describe('what was concluded', () => {
  test.each<[string, string, string]>([
    [
      'altered',
      "UPDATE paper SET body = replace(body, '2026-11-01', '2026-10-01') WHERE kind = 'happening'",
      'changed',
    ],
    ['put to another version', "UPDATE paper SET subject = 'other' WHERE kind = 'happening'", 'changed'],
    ['taken away', "DELETE FROM paper WHERE kind = 'happening'", 'gone'],
    [
      'brought in',
      "INSERT INTO paper (id, desk, kind, subject, state, body, created_at, updated_at) SELECT 'forged', desk, kind, subject, state, body, created_at, updated_at FROM paper WHERE kind = 'happening'",
      'unvouched',
    ],
  ])('%s behind the app, it is told by the check of the ledger', async (_, sql, fault) => {
    await conclude(versionId, { kind: 'made', how: 'used', on: '2026-11-01' });
    expect(await app.handlers['evidence.verify']({})).toMatchObject({ ok: true });
    const database = new Sqlite(join(app.desk.folder, 'assent.sqlite'));
    for (const { name } of database
      .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'trigger'")
      .all())
      database.exec(`DROP TRIGGER ${name}`);
    database.pragma('foreign_keys = OFF');
    database.exec(sql);
    database.close();
    const { ok, faults } = await app.handlers['evidence.verify']({});
    expect(ok).toBe(false);
    expect(faults.map(({ text }) => text)).toEqual([
      expect.objectContaining({ key: `evidence.happening-check.${fault}` }),
    ]);
  });

  test('ends when a person says so, and its days can be put right with a reason', async () => {
    const end = () =>
      app.handlers['review.endStanding']({
        versionId,
        by: '李航',
        from: '2026-11-20',
        why: 'terminated',
        reason: '函',
      });
    await refused(end).toMatchObject({ code: 'not-concluded' });
    await conclude(versionId, { kind: 'made', how: 'used', on: '2026-11-01' });
    await end();
    expect(await state(versionId)).toMatchObject({ stands: false, period: { until: '2026-11-19T16:00:00.000Z' } });
    const correct = (what: 'from' | 'until', date: string) =>
      app.handlers['review.correctStanding']({ versionId, by: '李航', what, date, reason: '函件写明' });
    await correct('until', '2026-12-01');
    await correct('from', '2026-11-05');
    expect(await state(versionId)).toMatchObject({
      stands: true,
      period: { from: '2026-11-04T16:00:00.000Z', until: '2026-11-30T16:00:00.000Z' },
    });
    expect(
      entries(versionId)
        .map(({ kind }) => kind)
        .slice(-3),
    ).toEqual(['standing-ended', 'standing-corrected', 'standing-corrected']);
  });

  test('refuses an end or a correction that would be written down and change nothing, or undo what stood', async () => {
    await conclude(versionId, { kind: 'just-clicked' });
    const before = await state(versionId);
    const count = entries(versionId).length;
    const end = (from: string) =>
      app.handlers['review.endStanding']({ versionId, by: '李航', from, why: 'terminated' });
    const correct = (what: 'from' | 'until', date: string) =>
      app.handlers['review.correctStanding']({ versionId, by: '李航', what, date, reason: '函件写明' });
    const today = before?.since?.slice(0, 10) ?? '';
    for (const day of ['2026-01-01', today])
      await refused(() => end(day)).toMatchObject({ code: 'not-standing-then', sentence: { params: { day } } });
    await refused(() => correct('until', today)).toMatchObject({ code: 'never-stood' });
    expect(entries(versionId)).toHaveLength(count);
    expect(await state(versionId)).toEqual(before);

    await end('2026-12-10');
    await refused(() => end('2026-12-20')).toMatchObject({ code: 'not-standing-then' });
    await refused(() => correct('until', '2026-12-10')).toMatchObject({ code: 'nothing-corrected' });
    await refused(() => correct('from', '2026-12-10')).toMatchObject({ code: 'never-stood' });
    await end('2026-12-05');
    expect(await state(versionId)).toMatchObject({ period: { until: '2026-12-04T16:00:00.000Z' } });
    await correct('until', '2026-12-20');
    expect(await state(versionId)).toMatchObject({ period: { until: '2026-12-19T16:00:00.000Z' } });
  });

  test('stands on the certificate, apart from the decision, and goes with the bundle', async () => {
    const id = await accept(versionId, { kind: 'just-clicked', order: 'D-9' });
    const { content } = await app.handlers['evidence.acceptance']({ acceptanceId: id, language: 'zh' });
    expect(content.sections[1]?.rows.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['已对外接受 2026-11-23', 'D-9', '陈远', '2026-11-23（生效日以协议约定为准）']),
    );
    const { agreementId = '' } = app.store.agreements.version(versionId) ?? {};
    await app.handlers['evidence.exportBundle']({ scope: { kind: 'agreement', agreementId } });
    const bundle = app.desk.saved.at(-1);
    const colleague = new EvidenceUnderTest();
    colleague.desk.now = app.desk.now;
    try {
      colleague.desk.chosen = bundle ? [bundle] : [];
      const review = await colleague.handlers['evidence.chooseBundle']({});
      await colleague.handlers['evidence.importBundle']({ bundleId: review?.bundleId ?? '', origin: '示例远航' });
      const { agreements, questions: asked } = await colleague.handlers['library.list']({});
      const [version] = agreements.find((agreement) => agreement.id === agreementId)?.versions ?? [];
      expect([version?.state, version?.stands, say(version!.why, 'zh')]).toEqual([
        'accepted',
        true,
        '已在服务商页面点击接受。',
      ]);
      expect(asked).toEqual([]);
      await refused(() =>
        colleague.handlers['review.conclude']({ by: '李航', answers: [{ versionId, conclusion: NOT_YET }] }),
      ).toMatchObject({ code: 'agreement-foreign' });
    } finally {
      colleague.end();
    }
  });
});
