import { afterEach, beforeEach, expect, test } from 'vitest';
import { say } from '../../../../src-main/agreement/sentence.ts';
import type { BundleScope } from '../../../../src-main/contract/evidence.ts';
import type { Input } from '../../../../src-main/contract/index.ts';
import { settleNotices } from '../../../../src-main/features/notices/notice-moves.ts';
import { Refusal } from '../../../../src-main/agreement/refusal.ts';
import { handlers as handlersOver } from '../../../../src-main/handlers.ts';
import { recordDecision } from '../../../../src-main/features/review/decision.ts';
import { EvidenceUnderTest, RENDERING } from './evidence-handlers.ts';

let app: EvidenceUnderTest;
let versionId: string;
let agreementId: string;

beforeEach(async () => {
  app = new EvidenceUnderTest();
  await app.furnish();
  const agreement = app.desk.agreement('跨域专线服务协议');
  agreementId = agreement.id;
  versionId = agreement.versions[0] ?? '';
});
afterEach(() => app.end());

const decide = (more: Partial<Input<'review.decide'>>) =>
  recordDecision(app.ports, settleNotices, app.click(versionId, more), RENDERING).id;
const adverse = async (scope: BundleScope = { kind: 'agreement', agreementId }) =>
  (await app.handlers['evidence.adverse']({ scope })).lines.map(({ text }) => say(text, 'zh'));

test('nothing decided, nothing adverse', async () => {
  expect(await adverse()).toEqual([]);
});

test('a refusal without reading is told, one after reading is not', async () => {
  await app.handlers['review.open']({ versionId });
  const unread = decide({ decision: 'declined', reason: '上限过低' });
  expect(await adverse()).toEqual([expect.stringMatching(/拒绝《.*跨域专线服务协议.*》第 1 版时，没有读完全文/u)]);
  const observation = { seen: [], acknowledged: [], withdrawn: [], endReached: true };
  await app.handlers['review.observe']({ versionId, observation });
  const read = decide({ decision: 'declined', reason: '上限过低' });
  expect(await adverse({ kind: 'acceptance', acceptanceId: unread })).toHaveLength(1);
  expect(await adverse({ kind: 'acceptance', acceptanceId: read })).toEqual([]);
});

test.each(['zh', 'en'] as const)(
  'a statement in the words of today declares nothing for the provider (%s)',
  async (language) => {
    await app.seeEverything(versionId);
    decide({ language });
    expect((await adverse()).filter((line) => line.includes('旧版文字'))).toEqual([]);
    expect(await adverse()).toHaveLength(1);
  },
);

test('the reason of an acceptance is told, and so is what the records concede elsewhere', async () => {
  await app.seeEverything(versionId);
  decide({ reason: '业务需要' });
  expect((await adverse()).join('')).toContain('写明的理由：业务需要');
  const { ledger } = app.ports;
  const subject = `agreement:${agreementId}` as const;
  const day = '2026-11-20';
  ledger.append({ kind: 'case-withdrawn', subject, payload: { on: day, note: '已另行协商' } });
  ledger.append({ kind: 'exclusion-checked', subject, payload: { month: '2026-10', verdict: 'applies' } });
  ledger.append({ kind: 'exclusion-checked', subject, payload: { month: '2026-10', verdict: 'does-not-apply' } });
  ledger.append({ kind: 'capture-recorded', subject, payload: { witness: '', files: [] } });
  ledger.append({
    kind: 'capture-recorded',
    subject,
    payload: { witness: '王敏', files: [{ checks: [{ ok: false }] }] },
  });
  ledger.append({ kind: 'backup-restored', subject: 'database', payload: { how: 'chosen' } });
  const told = (await adverse({ kind: 'everything' })).join('\n');
  for (const words of ['已另行协商', '没有见证人', '与填写的网址或时间不符', '从备份恢复过数据'])
    expect(told).toContain(words);
  expect(told.match(/除外情形适用/gu)).toHaveLength(1);
});

test('a letter of former times that has the day on which its ground was known is told, one of today is not', async () => {
  const { ledger } = app.ports;
  const subject = `agreement:${agreementId}` as const;
  const of = (values: object) => ({
    title: '解除协议通知',
    template: 'termination-notice',
    values: JSON.stringify(values),
  });
  ledger.append({ kind: 'letter-exported', subject, payload: of({ facts: '线路中断', knownOn: '2026-10-03' }) });
  ledger.append({ kind: 'letter-exported', subject, payload: of({ facts: '线路中断' }) });
  expect(await adverse()).toEqual([
    '2026年11月23日导出的《解除协议通知》记有我方知悉事由的日期（2026年10月3日）：对方可能据此起算解除权的期限或诉讼时效。',
  ]);
});

test('numbers and copies of identity documents that go along are told once each, and have to be seen before a bundle leaves', async () => {
  const { ledger } = app.ports;
  const subject = `agreement:${agreementId}` as const;
  const scope = { kind: 'agreement', agreementId } as const;
  const of = (values: object) => ({ title: '授权委托书', template: 'authorisation', values: JSON.stringify(values) });
  ledger.append({ kind: 'letter-exported', subject, payload: of({ agentName: '韩梅梅' }) });
  ledger.append({ kind: 'case-sent', subject, payload: { proof: { name: '订单.pdf', sha256: 'a'.repeat(64) } } });
  const before = (await app.handlers['evidence.adverse']({ scope })).lines;
  expect(before.filter(({ personal }) => personal)).toEqual([]);
  for (const at of [1, 2]) {
    const payload = of({ agentName: '韩梅梅', agentIdentityTail: '002X', at: String(at) });
    ledger.append({ kind: 'letter-exported', subject, payload });
  }
  ledger.append({
    kind: 'case-sent',
    subject,
    payload: { proof: { name: '身份证正反面.jpg', sha256: 'b'.repeat(64) } },
  });
  ledger.append({ kind: 'case-withdrawn', subject, payload: { note: '改由 11010519491231002X 办理' } });
  const { lines, seen } = await app.handlers['evidence.adverse']({ scope });
  expect(lines.filter(({ personal }) => personal).map(({ text }) => say(text, 'zh'))).toEqual([
    '《授权委托书》填有身份证件号码或其末位，或附有证件复印件。',
    '文件“身份证正反面.jpg”看来是身份证件的复印件。',
    '一条记录的文字中有身份证件号码。',
  ]);
  await expect(async () =>
    handlersOver(app.ports)['evidence.exportBundle']({ scope, seen: '0'.repeat(64) }),
  ).rejects.toMatchObject({
    code: 'adverse-unseen',
  });
  expect(seen).toHaveLength(64);
});

test('clauses that were noted, counted by whose bold they have; use while a decision waits', async () => {
  await app.accept(versionId);
  expect(await adverse()).toEqual([expect.stringMatching(/逐条标明已注意 \d+ 条（其中 \d+ 条来源文件中未见标识）/u)]);
  decide({ decision: 'set-aside', deferral: { for: 'review', use: 'as-agreed' } });
  expect((await adverse()).join('')).toContain('写明这期间按原约定使用该服务');
});

test('acceptance by use, or before the company decided; a paper with our seal alone; a question nobody sent', async () => {
  await app.seeEverything(versionId);
  decide({ conclusion: { kind: 'made', how: 'clicked-at-provider', on: '2026-11-01' } });
  await app.handlers['review.conclude']({
    by: '李航',
    answers: [{ versionId, conclusion: { kind: 'made', how: 'used', on: '2026-10-01' } }],
  });
  const clauseId = app.store.agreements.document(versionId)?.clauses[1]?.id ?? '';
  await app.handlers['review.askExplanation']({ versionId, clauseId, question: '何为合理？', askedBy: '陈远' });
  app.desk.chosen = [{ name: 'scan.png', bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1]) }];
  const received = await app.handlers['letters.addSealedCopy']({ versionId });
  await app.handlers['letters.judgeSealedCopy']({
    copyId: received?.copies[0]?.id ?? '',
    as: 'overruled',
    by: '陈远',
    reason: '印章清晰',
    seals: { on: 'ours' },
  });
  const said = (await adverse()).join('\n');
  expect(said).toContain('对外接受（2026年11月1日）早于公司内部决定');
  expect(said).toContain('自 2026年10月1日起使用该服务，并记为对外接受');
  expect(said).toContain('只有我方印章');
  expect(said).toContain('1 项解释请求已记下而未发出');
});

test('nothing leaves in any way before what is adverse in it was confirmed as it is now', async () => {
  const acceptanceId = await app.accept(versionId);
  // The product's own calls, without the look that the tests' library takes by itself.
  const all = handlersOver(app.ports);
  const code = async (work: () => unknown): Promise<string> => {
    try {
      await work();
      return 'left';
    } catch (error) {
      return error instanceof Refusal ? error.code : String(error);
    }
  };
  const language = 'zh';
  const scopes = [
    { kind: 'acceptance', acceptanceId },
    { kind: 'agreement', agreementId },
    { kind: 'everything' },
  ] as const;
  const ways = (seen: (scope: BundleScope) => Promise<{ readonly seen?: string }>) => [
    ...scopes.map((scope) => async () => all['evidence.exportBundle']({ scope, ...(await seen(scope)) })),
    async () => all['evidence.certificate']({ acceptanceId, language, ...(await seen(scopes[0])) }),
    async () => all['evidence.register']({ as: 'csv', language, ...(await seen(scopes[2])) }),
    async () => all['evidence.register']({ as: 'json', language, ...(await seen(scopes[2])) }),
  ];
  const now = async (scope: BundleScope) => ({ seen: (await all['evidence.adverse']({ scope })).seen });
  for (const way of ways(() => Promise.resolve({}))) expect(await code(way)).toBe('adverse-unseen');
  const before = await Promise.all(scopes.map(now));
  // What is recorded since they were shown has to be shown, too.
  await app.handlers['review.conclude']({
    by: '李航',
    answers: [{ versionId, conclusion: { kind: 'made', how: 'used', on: '2026-10-01' } }],
  });
  const stale = (scope: BundleScope) =>
    Promise.resolve(before[scopes.findIndex(({ kind }) => kind === scope.kind)] ?? {});
  for (const way of ways(stale)) expect(await code(way)).toBe('adverse-unseen');
  expect(app.desk.saved).toEqual([]);
  // No printer stands here: the record of a decision gets as far as its paper.
  const left = await Promise.all(ways(now).map((way) => code(way)));
  expect(left).toEqual(['left', 'left', 'left', 'Error: no printer here', 'left', 'left']);
  expect(app.desk.saved).toHaveLength(5);
});

test('an objection that was sent after its last day is told with its reason', async () => {
  const { id: noticeId } = (await app.handlers['notices.register']({
    agreementId,
    kind: 'change',
    channel: 'site',
    sent: '2026-09-01',
    announcedEffective: '2026-09-10',
  })) as { id: string };
  await app.handlers['notices.move']({ noticeId, to: 'objected', by: '陈远' });
  const { ledger } = app.ports.store;
  await app.handlers['letters.takeCaseStep']({
    origin: `notice:${noticeId}`,
    state: 'sent',
    on: app.ports.now().toISOString().slice(0, 10),
    by: '陈远',
    outside: '月底才收到公告',
  });
  expect(ledger.ofSubject(`notice:${noticeId}`).at(-1)?.kind).toBe('objection-sent');
  expect(ledger.ofSubject(`notice:${noticeId}`).at(-1)?.payload).toMatchObject({ outside: { when: 'after' } });
  for (const scope of [{ kind: 'everything' }, { kind: 'agreement', agreementId }] as const)
    expect((await adverse(scope)).join('')).toContain('月底才收到公告');
});
