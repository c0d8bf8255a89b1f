import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AcceptanceRecord } from '../../../../src-main/acceptance/record.ts';
import { recordDecision } from '../../../../src-main/features/review/decision.ts';
import { settleNotices } from '../../../../src-main/features/notices/notice-moves.ts';
import { explanationCase, explanationPapers } from '../../../../src-main/features/review/explanation-records.ts';
import { EvidenceUnderTest, RENDERING } from '../evidence/evidence-handlers.ts';

let evidence: EvidenceUnderTest;
let versionId: string;
let clauseId: string;

beforeEach(async () => {
  evidence = new EvidenceUnderTest();
  await evidence.furnish();
  [versionId = ''] = evidence.desk.agreement('服务条款').versions;
  const { conspicuous } = await evidence.handlers['review.open']({ versionId });
  [clauseId = ''] = conspicuous;
});
afterEach(() => evidence.end());

const ask = async (question = '“不可抗力”是否包括上游网络中断？') =>
  evidence.handlers['review.askExplanation']({ versionId, clauseId, question, askedBy: '陈远' });

describe('asking the provider to explain a clause', () => {
  test('keeps question, sending with its proof, and answer with its file, each with an entry', async () => {
    const asked = await ask();
    expect(asked).toMatchObject({ state: 'asked', clauseId });
    evidence.desk.chosen = [{ name: '工单截图.png', bytes: new Uint8Array([1, 2, 3]) }];
    const proof = await evidence.handlers['review.keepExplanationFile']({});
    const sent = await evidence.handlers['review.explanationSent']({
      id: asked.id,
      on: '2026-11-23',
      channel: 'ticket',
      to: '工单 20261123-7',
      proof: proof?.sha256 ?? '',
    });
    expect(sent).toMatchObject({ state: 'sent', sent: { proof: { name: '工单截图.png' } } });
    expect(explanationCase(explanationPapers(evidence.store).get(asked.id)!.body)).toMatchObject({
      kind: 'explanation',
      state: 'sent',
      history: [
        { state: 'drafted', said: '陈远' },
        { state: 'sent', channel: 'ticket', proof: { name: '工单截图.png' } },
      ],
    });
    const answered = await evidence.handlers['review.explanationAnswered']({
      id: asked.id,
      on: '2026-11-23',
      channel: 'mail',
      by: '示例云客服',
      text: '不包括。',
    });
    expect(answered).toMatchObject({ state: 'answered', answer: { text: '不包括。' } });
    const kinds = evidence.store.ledger.ofSubject(`explanation:${asked.id}`).map(({ kind }) => kind);
    expect(kinds).toEqual(['explanation-requested', 'explanation-sent', 'explanation-answered']);
  });

  test('an unanswered one stands at the decision and in the record', async () => {
    await ask();
    const page = await evidence.handlers['review.page']({ versionId, language: 'zh', companyId: evidence.companyId });
    expect(page.openExplanations).toHaveLength(1);
    await evidence.seeEverything(versionId);
    const { id } = recordDecision(evidence.ports, settleNotices, evidence.click(versionId), RENDERING);
    const record = JSON.parse(evidence.store.acceptances.json(id) ?? '{}') as AcceptanceRecord;
    expect(record.explanations).toMatchObject([
      { state: 'asked', sent: { absent: 'not applicable' }, answer: { absent: 'not given' } },
    ]);
  });

  test('a step before the one it follows is refused, and so is a file that nobody kept', async () => {
    const { id } = await ask();
    const early = { id, on: '2026-11-01', channel: 'mail', to: 'a@example.com' } as const;
    await expect((async () => evidence.handlers['review.explanationSent'](early))()).rejects.toMatchObject({
      code: 'explanation-order',
    });
    const unknown = { ...early, on: '2026-11-23', proof: 'a'.repeat(64) };
    await expect((async () => evidence.handlers['review.explanationSent'](unknown))()).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await evidence.handlers['review.explanations']({ versionId })).toMatchObject([{ state: 'asked' }]);
  });

  test('fills the letter with every question that is not answered', async () => {
    await ask('问题一');
    await ask('问题二');
    const values = await evidence.handlers['review.explanationLetterValues']({ versionId });
    expect(values['questions']).toMatchObject([{ question: '问题一' }, { question: '问题二' }]);
    const letter = await evidence.handlers['letters.start']({
      templateId: 'explanation-request',
      companyId: evidence.companyId,
    });
    const filled = await evidence.handlers['letters.fill']({
      letterId: letter.id,
      values: { ...letter.values, ...values, answerBy: '2026-12-01' },
    });
    expect(filled.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
