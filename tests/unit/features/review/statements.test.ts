import { markCounts } from '../../../../src-main/agreement/meaning/emphasise.ts';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AcceptanceRecord2 } from '../../../../src-main/acceptance/record.ts';
import { markWords } from '../../../../src-main/acceptance/statement.ts';
import type { Input } from '../../../../src-main/contract/index.ts';
import { settleNotices } from '../../../../src-main/features/notices/notice-moves.ts';
import { recordDecision } from '../../../../src-main/features/review/decision.ts';
import { ledgerWriter } from '../../../../src-main/kernel/ledger-writer.ts';
import { COMPANY, EvidenceUnderTest, RENDERING } from '../evidence/evidence-handlers.ts';

let evidence: EvidenceUnderTest;
let versionId: string;

beforeEach(async () => {
  evidence = new EvidenceUnderTest();
  await evidence.furnish();
  versionId = evidence.desk.agreement('跨域专线服务协议').versions.at(-1) ?? '';
});
afterEach(() => evidence.end());

function decide(more: Partial<Input<'review.decide'>>): AcceptanceRecord2 {
  const { id } = recordDecision(evidence.ports, settleNotices, evidence.click(versionId, more), RENDERING);
  return JSON.parse(evidence.store.acceptances.json(id) ?? '{}') as AcceptanceRecord2;
}
const shown = (more: Partial<Input<'review.statement'>> = {}) =>
  evidence.handlers['review.statement']({
    versionId,
    decision: 'accepted',
    language: 'zh',
    companyId: evidence.companyId,
    person: { name: '陈远', role: '总经理', basis: 'legal-representative' },
    ...more,
  });

describe('what a record states', () => {
  test('an English statement names the company in English where it has such a name; the record keeps the registered one', async () => {
    const company = { ...COMPANY, nameEnglish: 'Harbour Line Ltd.' };
    await evidence.handlers['settings.saveCompany']({ id: evidence.companyId, company });
    expect((await shown({ language: 'en' })).statement).toContain('Harbour Line Ltd.');
    expect((await shown()).statement).toContain(COMPANY.name);
    expect((await shown()).statement).not.toContain('Harbour Line');
  });

  test('an English statement names whoever signs in English where they have such a name; the record keeps the name as it is written', async () => {
    const company = { ...COMPANY, legalRepresentativeEnglish: 'Chen Yuan' };
    expect((await shown({ language: 'en' })).statement).toContain('陈远');
    await evidence.handlers['settings.saveCompany']({ id: evidence.companyId, company });
    const { statement } = await shown({ language: 'en' });
    expect(statement).toContain('Chen Yuan');
    expect(statement).not.toContain('陈远');
    expect((await shown()).statement).toContain('陈远');
    await evidence.handlers['review.open']({ versionId });
    const { words, person } = decide({ decision: 'declined', reason: 'The cap is too low', language: 'en' });
    expect(words.statement).toContain('Chen Yuan');
    expect(person.name).toBe('陈远');
  });

  test('a refusal without reading declares no reading, no noting and no acceptance', async () => {
    await evidence.handlers['review.open']({ versionId });
    const { words, review } = decide({ decision: 'declined', reason: '上限过低' });
    expect(review).toMatchObject({ complete: false });
    expect(words.button).toBe('记录拒绝决定');
    expect(words.statement).toContain('决定不接受该版本，理由：上限过低');
    expect(words.statement).toContain('未读完全文');
    expect(words.statement).not.toMatch(/浏览全文至文末|完整阅读|加粗|逐条|决定接受|意思表示/u);
  });

  test('a refusal after reading says that the end was reached, and no more', async () => {
    await evidence.handlers['review.open']({ versionId });
    const observation = { seen: [], acknowledged: [], withdrawn: [], endReached: true };
    await evidence.handlers['review.observe']({ versionId, observation });
    const { words } = decide({ decision: 'declined', reason: '上限过低' });
    expect(words.statement).toContain('已浏览全文至文末');
    expect(words.statement).not.toMatch(/加粗|逐条/u);
  });

  test('an acceptance counts what the sample’s provider marked apart from what the rule shows bold', async () => {
    const page = await evidence.handlers['review.page']({ versionId, language: 'zh' });
    const listed = new Map(page.kinds.flatMap(({ clauses }) => clauses).map((each) => [each.clauseId, each.marked]));
    const { whole, part, rule } = markCounts([...listed.values()]);
    await evidence.seeEverything(versionId);
    const { words, review } = decide({});
    // The sample is plain text: of what the provider's page marked nothing can be told from it.
    expect(words.statement).toContain(say(markWords({ whole, part, rule }, true), 'zh'));
    const origins = (review.clauses as readonly { readonly emphasis: { readonly origin: string } }[]).map(
      ({ emphasis }) => emphasis.origin,
    );
    expect(origins.filter((origin) => origin === 'rule')).toHaveLength(rule);
    expect(origins.filter((origin) => origin.startsWith('source'))).toHaveLength(whole + part);
  });

  test('what is recorded is what was on screen, or nothing is', async () => {
    await evidence.handlers['review.open']({ versionId });
    const before = await shown({ decision: 'declined', reason: '上限过低' });
    const said = { decision: 'declined', reason: '上限过低', statement: before.statement } as const;
    const observation = { seen: [], acknowledged: [], withdrawn: [], endReached: true };
    await evidence.handlers['review.observe']({ versionId, observation });
    expect(() => decide(said)).toThrow('statement-changed');
    expect(evidence.store.acceptances.ofVersion(versionId)).toEqual([]);
    const now = await shown({ decision: 'declined', reason: '上限过低' });
    expect(decide({ ...said, statement: now.statement }).words).toEqual({ ...now, language: 'zh' });
  });

  test('what is put off keeps until when, what for and the use, and is on the agenda that day', async () => {
    await evidence.handlers['review.open']({ versionId });
    const deferral = { until: '2026-12-18', for: 'review', use: 'as-agreed' } as const;
    expect(decide({ decision: 'set-aside', deferral })).toMatchObject({
      deferral,
      words: { button: '记录暂不决定' },
    });
    const { lines } = await evidence.handlers['agenda.list']({});
    expect(lines.find(({ id }) => id === `version:${versionId}/review`)).toMatchObject({ date: '2026-12-18' });
    expect(decide({ decision: 'set-aside' })).toMatchObject({ deferral: { absent: 'not given' } });
    expect(decide({ decision: 'declined', reason: '不用了', deferral })).toMatchObject({
      deferral: { absent: 'not applicable' },
    });
  });

  test('in a demo it says first that nobody sat at the screen', async () => {
    await evidence.seeEverything(versionId);
    const { store, now, offsetMinutes } = evidence.ports;
    evidence.ports = {
      ...evidence.ports,
      ledger: ledgerWriter({ store, now, offsetMinutes, signer: () => undefined, clock: 'rehearsal' }),
    };
    expect(decide({}).words.statement).toMatch(/^【演示：没有人坐在屏幕前/u);
  });
});
