import { afterEach, beforeEach, expect, test } from 'vitest';
import { EvidenceUnderTest } from '../evidence/evidence-handlers.ts';

const YARD = `晒谷场租用服务协议

甲方（客户）：
乙方：青禾仓储有限公司

第一条 乙方提供晒谷场一处。
第二条 甲方应在收到账单后10日内付款。

附件一：晒谷场安全承诺书

致：青禾仓储有限公司
我单位承诺：
一、不在场内生火。
二、不转借场地，违反的应赔偿损失。
承诺单位（盖章）：
`;
const other = (title: string, provider: string): string =>
  `${title}\n\n甲方（客户）：\n乙方：${provider}\n\n第一条 乙方提供${title.slice(0, 2)}。\n第二条 违约方应赔偿损失。\n`;

let app: EvidenceUnderTest;
beforeEach(async () => {
  app = new EvidenceUnderTest();
  await app.furnish();
});
afterEach(() => app.end());

/** The versions that a text becomes, in its order. */
async function imported(name: string, text: string): Promise<readonly string[]> {
  const outcome = await app.handlers['import.bytes']({ name: `${name}.txt`, bytes: new TextEncoder().encode(text) });
  const sourceId = ('sourceId' in outcome ? outcome.sourceId : undefined) ?? '';
  const { reading } = await app.handlers['import.review']({ sourceId });
  const documents = reading.documents.map(({ title, annexOf }, index) => ({
    ...{ index, title },
    ...(annexOf === undefined ? {} : { annexOf }),
  }));
  app.desk.pass(60);
  return (await app.handlers['import.confirm']({ sourceId, documents })).map(({ versionId }) => versionId);
}
const next = async (after: string): Promise<string | undefined> =>
  (await app.handlers['review.next']({ after }))?.versionId;

test('after an annex comes its main agreement, then others of the provider, then the rest; no sample', async () => {
  const [far = ''] = await imported('far', other('渡船服务协议', '江口航运有限公司'));
  const [main = '', annex = ''] = await imported('yard', YARD);
  const [near = ''] = await imported('near', other('粮仓服务协议', '青禾仓储有限公司'));
  await app.accept(annex);
  expect(await next(annex)).toBe(main);
  await app.accept(main);
  expect(await next(annex)).toBe(near);
  expect(await next(main)).toBe(near);
  await app.accept(near);
  expect(await next(near)).toBe(far);
  await app.accept(far);
  expect(await next(far)).toBeUndefined();
});

test('after a main agreement comes what is annexed to it, before anything that waits longer', async () => {
  await imported('far', other('渡船服务协议', '江口航运有限公司'));
  const [main = '', annex = ''] = await imported('yard', YARD);
  await app.accept(main);
  expect(await next(main)).toBe(annex);
});

test('after a sample the other samples are offered', async () => {
  const [first = ''] = app.desk.agreement('等级协议').versions;
  await app.accept(first);
  expect(await next(first)).toBeDefined();
});
