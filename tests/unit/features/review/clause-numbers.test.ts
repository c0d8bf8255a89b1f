import { afterAll, beforeAll, expect, test } from 'vitest';
import { certificateFront } from '../../../../src-main/acceptance/certificate-front.ts';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { frontFacts } from '../../../../src-main/features/evidence/certificate/certificate-facts.ts';
import { settleNotices } from '../../../../src-main/features/notices/notice-moves.ts';
import { recordDecision } from '../../../../src-main/features/review/decision.ts';
import { keptRecord } from '../../../../src-main/kernel/kept-records.ts';
import { agreementPack } from '../../../../src-main/kernel/paper-pdf.ts';
import { EvidenceUnderTest, RENDERING } from '../evidence/evidence-handlers.ts';

/** Its key clauses are paragraphs under headings that bear the numbers, as most Chinese contracts have them. */
const TEXT = `晒谷场租用协议

出租方：青禾仓储有限公司

一、场地
出租方提供晒谷场一处。
二、付款
承租方应在收到账单后10日内付款。
八、赔偿
在任何情况下，出租方不对承租方的利润损失承担责任。
十三、争议
因本协议产生的争议，由出租方所在地人民法院管辖，违约方应赔偿损失。
第十四条 出租方可以随时解除本协议，无须承担任何责任。
`;

let app: EvidenceUnderTest;
let versionId = '';
let agreementId = '';
beforeAll(async () => {
  app = new EvidenceUnderTest();
  await app.furnish();
  const bytes = new TextEncoder().encode(TEXT);
  const outcome = await app.handlers['import.bytes']({ name: 'yard.txt', bytes });
  const sourceId = ('sourceId' in outcome ? outcome.sourceId : undefined) ?? '';
  const documents = [{ index: 0, title: '晒谷场租用协议' }];
  const [saved] = await app.handlers['import.confirm']({ sourceId, documents });
  ({ versionId = '', agreementId = '' } = saved ?? {});
});
afterAll(() => app.end());

test('a paragraph under a numbered heading is told beneath that number among the key clauses, and one of several kinds stands under each', async () => {
  const { kinds } = await app.handlers['review.page']({ versionId, language: 'zh' });
  const rows = kinds.map(({ clauses }) => clauses.map(({ number, above }) => above ?? number));
  // The heading's number is not its own: what stands beneath one heading is told apart by its words.
  expect(kinds.flatMap(({ clauses }) => clauses.flatMap(({ number }) => number ?? []))).toEqual(
    rows.flat().filter((number) => number === '第十四条'),
  );
  expect(rows.flat()).not.toContain(undefined);
  expect(new Set(rows.flat())).toEqual(new Set(['八', '十三', '第十四条']));
  // What a court and what a breach is told by: in both rows.
  expect(rows.filter((numbers) => numbers.includes('十三')).length).toBeGreaterThan(1);
});

test('facts, what is still to be seen, the printed index and the certificate call it by that number', async () => {
  const { facts } = await app.handlers['library.inspect']({ agreementId });
  expect(facts.find(({ label }) => say(label, 'zh').includes('法院'))?.number).toBe('十三');
  expect(facts.every(({ number }) => number !== undefined)).toBe(true);

  const { progress } = await app.handlers['review.open']({ versionId });
  const asked = progress.requirements.filter(({ kind }) => kind === 'clause').map(({ number }) => number);
  expect(asked).toEqual(['八', '十三', '第十四条']);

  const [version, document] = [app.store.agreements.version(versionId), app.store.agreements.document(versionId)];
  if (!version || !document) throw new Error('it was not saved');
  const { blocks } = await agreementPack(document, version, undefined, 'zh');
  const index = blocks.filter((block) => block.kind === 'contents').find(({ title }) => title.includes('索引'));
  expect(index?.entries.map(({ number }) => number)).toEqual(['八', '十三', '第十四条']);

  await app.seeEverything(versionId);
  const { id } = recordDecision(app.ports, settleNotices, app.click(versionId), RENDERING);
  const row = app.store.acceptances.byId(id);
  const { record } = keptRecord(app.store, id);
  const sections = row ? certificateFront(record, frontFacts(app.store, row, record), 'zh') : [];
  const names = sections.flatMap(({ rows }) => rows.map(({ label }) => label));
  expect(names.filter((name) => /^第(?:八|十三|十四)条/u.test(name)).length).toBeGreaterThanOrEqual(3);
});

test('the reader is told the number that such a paragraph stands beneath', async () => {
  const { document, above } = await app.handlers['review.open']({ versionId });
  const over = document.clauses.flatMap(({ id, text }) => (text.startsWith('在任何情况下') ? [above[id]] : []));
  expect(over).toEqual(['八']);
  const numbered = document.clauses.filter(({ number }) => number === '第十四条');
  expect(numbered.map(({ id }) => above[id])).toEqual([undefined]);
});
