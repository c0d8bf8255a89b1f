import { afterEach, beforeEach, expect, test } from 'vitest';
import { say } from '../../../../src-main/agreement/sentence.ts';
import type { BundleScope } from '../../../../src-main/contract/evidence.ts';
import type { Input } from '../../../../src-main/contract/index.ts';
import { settleNotices } from '../../../../src-main/features/notices/notice-moves.ts';
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
  (await app.handlers['evidence.adverse']({ scope })).map(({ text }) => say(text, 'zh'));

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

test('clauses that were noted, counted by whose bold they have; use while a decision waits', async () => {
  await app.accept(versionId);
  expect(await adverse()).toEqual([expect.stringMatching(/逐条标明已注意 \d+ 条（其中 \d+ 条原文无标识）/u)]);
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
