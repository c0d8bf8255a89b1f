import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AcceptanceRecord } from '../../../../src-main/acceptance/record.ts';
import { recordDecision } from '../../../../src-main/features/review/decision.ts';
import { settleNotices } from '../../../../src-main/features/notices/notice-moves.ts';
import { letterPapers } from '../../../../src-main/kernel/papers/letters.ts';
import { explanationCase, explanationPapers } from '../../../../src-main/features/review/explanation-records.ts';
import { COMPANY } from '../../../fixtures/company.ts';
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
});

describe('the one letter of the questions', () => {
  const draft = async () => {
    const { letterId } = await evidence.handlers['review.draftExplanationLetter']({ versionId });
    return evidence.handlers['letters.open']({ letterId });
  };
  const statesNow = async () =>
    (await evidence.handlers['review.explanations']({ versionId })).map(({ state }) => state);
  const take = (letterId: string, state: 'sent' | 'arrived' | 'answered', more: object = {}) =>
    (async () => {
      const view = await evidence.handlers['letters.caseOfLetter']({ letterId });
      return evidence.handlers['letters.takeCaseStep']({
        origin: view?.origin ?? '',
        state,
        on: '2026-11-23',
        by: '陈远',
        ...more,
      });
    })();

  test('is of the company that was chosen for the agreement, of several', async () => {
    await ask();
    for (const name of ['甲示例有限公司', '乙示例有限公司'])
      await evidence.handlers['settings.saveCompany']({
        company: { ...COMPANY, creditCode: '', name },
      });
    const chosen = (await evidence.handlers['settings.companies']({})).find(({ name }) => name === '甲示例有限公司');
    const agreementId = evidence.desk.agreement('服务条款').id;
    await evidence.handlers['rights.chooseCompany']({ agreementId, companyId: chosen?.id ?? '' });
    expect((await draft()).values).toMatchObject({ companyName: '甲示例有限公司' });
  });

  test('holds every question that is not answered, in the words of the law and ready to seal', async () => {
    const first = await ask('问题一');
    await ask('问题二');
    await evidence.handlers['review.explanationAnswered']({
      id: first.id,
      on: '2026-11-23',
      channel: 'phone',
      by: '客服',
      text: '是。',
    });
    await ask('问题三');
    const letter = await draft();
    expect(letter.templateId).toBe('explanation-letter');
    expect(letter.values['questions']).toMatchObject([{ question: '问题二' }, { question: '问题三' }]);
    expect(letter.values['agreementVersion']).toBe('2025年9月1日版');
    const filled = await evidence.handlers['letters.fill']({
      letterId: letter.id,
      values: { ...letter.values, answerBy: '2026-12-01' },
    });
    expect(filled.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('that was begun is opened again and takes in what was asked since; after its export another is begun', async () => {
    await ask('问题一');
    const first = await draft();
    expect(await draft()).toMatchObject({ id: first.id });
    await ask('问题二');
    const again = await draft();
    expect(again.id).toBe(first.id);
    expect(again.values['questions']).toMatchObject([{ question: '问题一' }, { question: '问题二' }]);
    const paper = letterPapers(evidence.store).get(first.id)!;
    const output = {
      sha256: 'a'.repeat(64),
      name: '函.pdf',
      at: '2026-11-23T03:00:00.000Z',
      kind: 'pdf',
      pages: 1,
    } as const;
    const { id, body } = paper;
    letterPapers(evidence.store).put({ id, state: 'exported', body: { ...body, outputs: [output] } }, output.at);
    expect(await draft()).toMatchObject({ id: first.id });
    await ask('问题三');
    const second = await draft();
    expect(second.id).not.toBe(first.id);
    expect(second.values['questions']).toMatchObject([{ question: '问题三' }]);
  });

  test('removed, it leaves its questions to another', async () => {
    await ask('问题一');
    const first = await draft();
    await evidence.handlers['letters.remove']({ letterId: first.id });
    const second = await draft();
    expect(second.id).not.toBe(first.id);
    expect(second.values['questions']).toMatchObject([{ question: '问题一' }]);
  });

  test('nothing to ask: no letter', async () => {
    await expect(draft()).rejects.toMatchObject({ code: 'nothing-to-ask' });
  });

  test('sending it writes the state of its questions, each with its entry, and taking it back their state before', async () => {
    const asked = [await ask('问题一'), await ask('问题二')];
    const { id } = await draft();
    await take(id, 'sent', { channel: 'ems', number: 'EA123' });
    expect(await statesNow()).toEqual(['sent', 'sent']);
    expect((await evidence.handlers['review.explanations']({ versionId })).map(({ sent }) => sent)).toMatchObject(
      asked.map(() => ({ channel: 'ems', to: expect.stringContaining('EA123') })),
    );
    for (const one of asked)
      expect(evidence.store.ledger.ofSubject(`explanation:${one.id}`).map(({ kind }) => kind)).toEqual([
        'explanation-requested',
        'case-drafted',
        'explanation-sent',
      ]);
    const view = await evidence.handlers['letters.caseOfLetter']({ letterId: id });
    await evidence.handlers['letters.undoCaseStep']({ origin: view?.origin ?? '' });
    expect(await statesNow()).toEqual(['asked', 'asked']);
  });

  test('its answer is that of every question which nobody answered before; an answer says something', async () => {
    const [first] = [await ask('问题一'), await ask('问题二')];
    const { id } = await draft();
    await take(id, 'sent', { channel: 'mail' });
    await evidence.handlers['review.explanationAnswered']({
      id: first?.id ?? '',
      on: '2026-11-23',
      channel: 'phone',
      by: '客服',
      text: '口头答复。',
    });
    await take(id, 'arrived');
    await expect(take(id, 'answered', { channel: 'mail' })).rejects.toMatchObject({ code: 'explanation-answer-empty' });
    await take(id, 'answered', { channel: 'mail', note: '见说明。' });
    const after = await evidence.handlers['review.explanations']({ versionId });
    expect(after.map(({ answer }) => answer?.text)).toEqual(['口头答复。', '见说明。']);
  });

  test('a question that was saved and not sent stands in the record as asked, never as unanswered by the provider', async () => {
    await ask();
    await draft();
    await evidence.seeEverything(versionId);
    const { id } = recordDecision(evidence.ports, settleNotices, evidence.click(versionId), RENDERING);
    const record = JSON.parse(evidence.store.acceptances.json(id) ?? '{}') as AcceptanceRecord;
    expect(record.explanations).toMatchObject([{ state: 'asked', sent: { absent: 'not applicable' } }]);
  });
});
