import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { say, sentence } from '../../../../../src-main/agreement/sentence.ts';
import { COMPANY } from '../../../../fixtures/company.ts';
import { companies, companyOnPaper } from '../../../../../src-main/kernel/companies.ts';
import { pdfjsText } from '../../../pdf/paper-tools.ts';
import { CourtUnderTest } from './court-under-test.ts';

const OTHER = '另一家示例公司';
const app = new CourtUnderTest();
let other = '';
let [terms, level] = ['', ''];
beforeAll(async () => {
  await app.furnish();
  app.printing();
  other = (await app.handlers['settings.saveCompany']({ company: { ...COMPANY, name: OTHER, creditCode: '' } })).id;
  terms = app.desk.agreement('服务条款').id;
  level = app.desk.agreement('等级协议').id;
}, 60_000);
afterAll(() => app.end());

/** Whose list it is, as its PDF says: the list of evidence by itself. */
async function handedInBy(listId: string, language: 'zh' | 'en' = 'zh'): Promise<string | undefined> {
  const saved = await app.export(listId, 'list', language);
  return (await PDFDocument.load(saved?.bytes ?? new Uint8Array())).getAuthor();
}

test('before any decision it is the company that a person said the agreements are of, and of two companies none', async () => {
  const { id } = await app.begin();
  expect(await handedInBy(id)).toBe(say(sentence('court.paper.some-company'), 'zh'));
  await app.handlers['rights.chooseCompany']({ agreementId: terms, companyId: other });
  await app.handlers['rights.chooseCompany']({ agreementId: level, companyId: app.companyId });
  expect(await handedInBy(id)).toBe(say(sentence('court.paper.some-company'), 'zh'));
  await app.handlers['rights.chooseCompany']({ agreementId: level, companyId: other });
  expect(await handedInBy(id)).toBe(OTHER);
});

test('after decisions it is the company of the newest, in whatever order the list has them', async () => {
  await app.accept(app.desk.agreement('服务条款').versions[0] ?? '');
  app.companyId = other;
  app.desk.pass(60);
  await app.accept(app.desk.agreement('等级协议').versions[0] ?? '');
  const { id, title, rows } = await app.begin();
  const inOrder = async (keys: readonly string[]): Promise<string | undefined> => {
    await app.handlers['evidence.saveCourtList']({ listId: id, title, rows: keys.map((key) => ({ key })) });
    return handedInBy(id);
  };
  const keys = rows.map(({ key }) => key);
  expect(rows.filter(({ kind }) => kind === 'decision')).toHaveLength(2);
  expect([await inOrder(keys), await inOrder(keys.toReversed())]).toEqual([OTHER, OTHER]);
});

test('on English papers a company has its English name, on Chinese ones its registered one', async () => {
  const company = { ...COMPANY, name: OTHER, creditCode: '', nameEnglish: 'Another Example Limited' };
  await app.handlers['settings.saveCompany']({ id: other, company });
  const { id } = await app.begin();
  expect([await handedInBy(id, 'en'), await handedInBy(id)]).toEqual(['Another Example Limited', OTHER]);
});

test('on an English record the English name stands beside the recorded one', async () => {
  const twins = companies(app.store).filter(({ company }) => company.name === COMPANY.name);
  for (const { id } of twins)
    await app.handlers['settings.saveCompany']({
      id,
      company: { ...COMPANY, nameEnglish: 'Example Voyage Limited' },
    });
  const decided = await app.handlers['evidence.acceptances']({});
  const acceptanceId = decided.find(({ company }) => company === COMPANY.name)?.id ?? '';
  const { seen } = await app.handlers['evidence.adverse']({ scope: { kind: 'acceptance', acceptanceId } });
  const front = async (language: 'zh' | 'en'): Promise<string> => {
    await app.handlers['evidence.certificate']({ acceptanceId, language, seen });
    return (await pdfjsText(app.desk.saved.at(-1)?.bytes ?? new Uint8Array())).replace(/\s+/gu, ' ');
  };
  expect(await front('en')).toContain(`Example Voyage Limited (${COMPANY.name}, ${COMPANY.creditCode})`);
  expect(await front('zh')).not.toContain('Example Voyage');
});

test('of two profiles with one registered name the English name is that of either, and none where they differ', async () => {
  const name = '示例双录科技有限公司';
  const called = async (...names: readonly string[]): Promise<string> => {
    for (const nameEnglish of names)
      await app.handlers['settings.saveCompany']({
        company: { ...COMPANY, name, ...(nameEnglish === '' ? {} : { nameEnglish }) },
      });
    return companyOnPaper(app.store, name, 'en');
  };
  expect(await called('')).toBe(name);
  expect(await called('Example Twice Limited')).toBe('Example Twice Limited');
  expect(await called('Example Two Limited')).toBe(name);
  expect(companyOnPaper(app.store, name, 'zh')).toBe(name);
});
