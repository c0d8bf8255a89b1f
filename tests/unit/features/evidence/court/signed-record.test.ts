import { afterAll, beforeAll, expect, test } from 'vitest';
import { readZip } from '../../../../../src-main/ledger/zip-read.ts';
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

test('a record that was signed stays in a pack of another language, beside the one that is made for it', async () => {
  const password = 'a long enough password';
  await app.handlers['letters.makeCertificate']({
    ...{ name: '陈远', organisation: '示例公司', algorithm: 'ec', password, keep: false },
  });
  app.desk.chosen = [{ name: 'signer.p12', bytes: app.desk.saved.at(-1)?.bytes ?? new Uint8Array() }];
  const { seen } = await app.handlers['evidence.adverse']({ scope: { kind: 'acceptance', acceptanceId } });
  await app.handlers['evidence.certificate']({
    ...{ acceptanceId, language: 'en', seen, key: { kind: 'file', password } },
  });
  const signed = app.desk.saved.at(-1)?.bytes;
  // A later one that nobody signed does not take its place.
  await issue('en');
  const pack = await enclosed('zh');
  const named = records(pack);
  expect(named.filter((path) => pack.get(path)?.length === signed?.length).map((path) => pack.get(path))).toEqual([
    signed,
  ]);
  expect(named).toHaveLength(2);
  expect(named.filter((path) => path.endsWith('（已签名）.pdf'))).toHaveLength(1);
  expect(named.filter((path) => path.endsWith('（译本，未签名）.pdf'))).toHaveLength(1);
}, 240_000);
