import { afterAll, beforeAll, expect, test } from 'vitest';
import { say } from '../../../../../src-main/agreement/sentence.ts';
import { letterPapers } from '../../../../../src-main/kernel/papers/letters.ts';
import { COMPANY } from '../../../../fixtures/company.ts';
import { pdfjsText } from '../../../pdf/paper-tools.ts';
import { CourtUnderTest } from './court-under-test.ts';

const app = new CourtUnderTest();
let agreementId = '';
beforeAll(async () => {
  await app.furnish();
  app.printing();
  agreementId = app.desk.agreement('服务条款').id;
  await app.accept(app.desk.agreement('服务条款').versions[0] ?? '');
}, 60_000);
afterAll(() => app.end());

/** A letter of this form; `sealed`: with the scan of its sealed paper, as confirming it leaves the letter. */
async function letter(templateId: string, sealed: boolean): Promise<string> {
  const { id } = await app.handlers['letters.start']({ templateId, companyId: app.companyId });
  if (templateId === 'data-agreement') await app.handlers['letters.tieAgreement']({ letterId: id, agreementId });
  const papers = letterPapers(app.store);
  const body = papers.get(id)?.body;
  if (!body) throw new Error('no such letter');
  if (!sealed) return id;
  expect(body.values['companyName']).toBe(COMPANY.name);
  app.ports.ledger.append({ kind: 'sealed-copy-received', subject: `letter:${id}`, payload: { scan: id, files: [] } });
  papers.put({ id, state: 'sealed', body }, app.ports.now().toISOString());
  return id;
}

const words = async (): Promise<string> => {
  const { id } = await app.begin();
  return (await pdfjsText((await app.export(id, 'statement'))?.bytes ?? new Uint8Array())).replace(/\s+/gu, '');
};

test('drafts are none: the statement says that there is no agreement, and gives no advice', async () => {
  await letter('ledger-rules', false);
  await letter('data-agreement', false);
  const said = await words();
  expect(said).toContain('台账中没有双方关于保存、传输、提取方式的约定的记录');
  expect(said).not.toContain('有助于');
  expect(said).not.toContain('公司定有《电子协议台账管理办法》，');
});

test('sealed they are exhibits by their own names, and the statement names their places', async () => {
  const [rules, agreed] = [await letter('ledger-rules', true), await letter('data-agreement', true)];
  const { rows } = await app.begin();
  const place = (id: string): number => rows.findIndex(({ key }) => key === `sealed:${id}`) + 1;
  expect(rows.flatMap(({ key, name, left }) => (key.startsWith('sealed:') ? [[say(name, 'zh'), left]] : []))).toEqual([
    ['《电子协议台账管理办法》的盖章件（扫描）', false],
    ['《关于通知和电子数据的补充约定》的盖章件（扫描）', false],
  ]);
  const said = await words();
  expect(said).toContain(`公司定有《电子协议台账管理办法》，见证据目录第${place(rules)}项`);
  expect(said).toContain(`双方的《关于通知和电子数据的补充约定》（证据目录第${place(agreed)}项）`);
  expect(said).toContain('台账中没有其余协议的这种约定的记录');
});

/** The ledger rules of another company, sealed. */
async function rulesOf(companyId: string): Promise<string> {
  const { id } = await app.handlers['letters.start']({ templateId: 'ledger-rules', companyId });
  const papers = letterPapers(app.store);
  const body = papers.get(id)?.body;
  if (!body) throw new Error('no such letter');
  app.ports.ledger.append({ kind: 'sealed-copy-received', subject: `letter:${id}`, payload: { scan: id, files: [] } });
  papers.put({ id, state: 'sealed', body }, app.ports.now().toISOString());
  return id;
}

const addCompany = async (name: string): Promise<string> =>
  (await app.handlers['settings.saveCompany']({ company: { ...COMPANY, name, creditCode: '' } })).id;

test('the rules of a company that has no part in these agreements are not among the exhibits', async () => {
  const id = await rulesOf(await addCompany('示例长河贸易有限公司'));
  const sealed = (await app.begin()).rows.filter(({ key }) => key.startsWith('sealed:'));
  expect(sealed.map(({ key }) => key)).not.toContain(`sealed:${id}`);
  expect(sealed.filter(({ name }) => say(name, 'zh').includes('台账管理办法'))).toHaveLength(1);
});

test('a company that a person said an agreement is of has its rules among the exhibits, before any decision', async () => {
  const [said, other] = [await addCompany('示例云帆贸易有限公司'), await addCompany('示例海岸贸易有限公司')];
  const [ours, theirs] = [await rulesOf(said), await rulesOf(other)];
  const undecided = app.desk.agreement('等级协议').id;
  await app.handlers['rights.chooseCompany']({ agreementId: undecided, companyId: said });
  const { rows } = await app.handlers['evidence.beginCourtList']({
    title: '示例云舟服务合同纠纷',
    scope: { agreementIds: [undecided] },
  });
  const keys = rows.map(({ key }) => key);
  expect(keys).toContain(`sealed:${ours}`);
  expect(keys).not.toContain(`sealed:${theirs}`);
});
