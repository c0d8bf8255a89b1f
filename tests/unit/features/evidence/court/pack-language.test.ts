import { afterAll, beforeAll, expect, test } from 'vitest';
import { sheetLanguage } from '../../../../../src-main/features/evidence/sheet-language.ts';
import { readZip } from '../../../../../src-main/ledger/zip-read.ts';
import { pdfjsText } from '../../../pdf/paper-tools.ts';
import { CourtUnderTest } from './court-under-test.ts';

const app = new CourtUnderTest();
let agreementId = '';
let acceptanceId = '';

/** Issues the record of the one decision. */
async function issue(language: 'zh' | 'en'): Promise<void> {
  const { seen } = await app.handlers['evidence.adverse']({ scope: { kind: 'acceptance', acceptanceId } });
  await app.handlers['evidence.certificate']({ acceptanceId, language, seen });
}

/** What a pack encloses of the decision, by name. */
async function enclosed(language: 'zh' | 'en'): Promise<ReadonlyMap<string, Uint8Array>> {
  const { id } = await app.handlers['evidence.beginCourtList']({ title: 'x', scope: { agreementIds: [agreementId] } });
  const pack = await app.export(id, 'pack', language);
  return new Map(readZip(new Uint8Array(pack?.bytes ?? [])).files.map(({ path, bytes }) => [path, bytes]));
}
const records = (files: ReadonlyMap<string, Uint8Array>): readonly string[] =>
  [...files.keys()].filter((path) => /记录书|Record of review/u.test(path));

beforeAll(async () => {
  await app.furnish();
  app.printing();
  const terms = app.desk.agreement('服务条款');
  agreementId = terms.id;
  const versionId = terms.versions[0] ?? '';
  await app.handlers['review.open']({ versionId });
  ({ id: acceptanceId } = await app.handlers['review.decide']({
    ...{ versionId, companyId: app.companyId, person: '陈远', role: '总经理', basis: 'legal-representative' },
    ...{ decision: 'declined', reason: '价格可以单方变更', language: 'zh' },
  }));
}, 60_000);
afterAll(() => app.end());

test('a Chinese pack has the record in Chinese: the one that was issued, or one that is made for it', async () => {
  await issue('en');
  const made = await enclosed('zh');
  const [record = '', ...more] = records(made);
  expect(more).toEqual([]);
  expect(record).toMatch(/^证据\/\d+-\d 协议审阅与决定记录书《.+》（.+，我方台账第 1 版）\.pdf$/u);
  expect((await pdfjsText(made.get(record) ?? new Uint8Array())).replace(/\s/gu, '')).toContain('据以核对的事实');

  await issue('zh');
  await issue('en');
  const issued = app.desk.saved.filter(({ name }) => name.includes('协议审阅与决定记录书')).at(-1);
  const [kept = '', ...others] = records(await enclosed('zh'));
  expect(others).toEqual([]);
  expect((await enclosed('zh')).get(kept)).toEqual(issued?.bytes);
}, 240_000);

test('no name of a file in a pack counts versions in English', async () => {
  for (const path of (await enclosed('zh')).keys()) expect(path).not.toMatch(/ v\d/u);
}, 120_000);

test.each([
  [{ language: 'en' }, '某公司 协议审阅与决定记录书.pdf', 'en'],
  [{}, '某公司 协议审阅与决定记录书 条款 v1.pdf', 'zh'],
  [{}, '网页取证操作记录单 条款页.pdf', 'zh'],
  [{}, '某公司 Record of review and decision 条款 v1.pdf', 'en'],
  // What the agreement itself is called tells nothing of the sheet.
  [{}, '某公司 Record of review and decision 在线开具证明服务条款 v1.pdf', 'en'],
  [{}, '某公司 Certificate of acceptance 工作记录单服务协议 v2.pdf', 'en'],
  [{}, '某公司 协议接受证明 条款 v1.pdf', 'zh'],
] as const)(
  'the language of a sheet is what its entry says, else what its name tells: %j %s',
  (payload, name, language) => {
    expect(sheetLanguage({ payload }, name)).toBe(language);
  },
);
