import { afterEach, beforeEach, expect, test } from 'vitest';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

const ZH = '青禾排版服务协议';
const EN = 'Northfield Typesetting Agreement';
const RENEWS_ZH = '第一条 期限\n1.1 本协议有效期一年。期满前30日任何一方未书面提出不续期的，自动续期一年。';
const RENEWS_EN =
  '1. Term\n1.1 The initial term is one year. It renews automatically for one-year terms unless either party gives notice of non-renewal at least 30 days before the end of the term.';

let desk: AppUnderTest;
beforeEach(() => {
  desk = new AppUnderTest();
  desk.now = new Date('2026-11-30T02:00:00.000Z');
});
afterEach(() => desk.end());

async function imported(title: string, body: string) {
  const outcome = await desk.handlers['import.bytes']({
    name: 'terms.txt',
    bytes: new TextEncoder().encode(`${title}\n\n${body}\n`),
  });
  if (!('sourceId' in outcome) || outcome.sourceId === undefined) throw new Error('not imported');
  await desk.handlers['import.confirm']({ sourceId: outcome.sourceId, documents: [{ index: 0, title }] });
  return desk.agreement(title);
}

async function accepted(title: string, body: string): Promise<string> {
  const { id, versions } = await imported(title, body);
  desk.conclude(versions[0] ?? '', '2026-01-12');
  return id;
}

const agenda = async () => (await desk.handlers['agenda.list']({})).lines;
const asked = async () => (await agenda()).filter(({ kind }) => kind === 'term-start');

test.each([
  [ZH, RENEWS_ZH],
  [EN, RENEWS_EN],
  [ZH, '第一条 期限\n1.1 服务期限届满前15个工作日客户未书面通知不再续约的，本协议自动续展6个月。'],
])('of a text in force that renews itself and names no first day the term is asked for: %s %#', async (title, body) => {
  const agreementId = await accepted(title, body);
  const [line, ...others] = await asked();
  expect(others).toEqual([]);
  expect(line).toMatchObject({ state: 'open', place: { screen: 'rights', agreementId, part: 'term' } });
  expect(line && say(line.title, 'en')).toContain('Enter the term');
  // The clause that has it go on, and what is missing.
  expect(line && say(line.why, 'zh')).toMatch(/1\.1/u);
  expect(line?.missing.length).toBeGreaterThan(0);
});

test('once its first day is entered the day to cancel stands in its place', async () => {
  const agreementId = await accepted(ZH, RENEWS_ZH);
  await desk.handlers['rights.keepTerm']({ agreementId, term: { starts: '2026-03-01' } });
  expect(await asked()).toEqual([]);
  const lines = await agenda();
  expect(lines.filter(({ kind }) => kind === 'cancel-by').map(({ date }) => date)).toEqual(['2027-01-29']);
});

test.each([
  ['that does not renew itself', '第一条 期限\n1.1 本协议有效期一年，期满终止，不自动续期。'],
  ['without any term', '第一条 通知\n1.1 通知应以书面作出。'],
  ['that names its days', RENEWS_ZH.replace('有效期一年', '自2026年3月1日起生效，有效期一年')],
])('nothing is asked of a text %s', async (_, body) => {
  await accepted(ZH, body);
  expect(await asked()).toEqual([]);
});

test('nothing is asked of a text that nobody accepted, nor once a person says that it ended', async () => {
  await imported(EN, RENEWS_EN);
  expect(await asked()).toEqual([]);
  await accepted(ZH, RENEWS_ZH);
  expect(await asked()).toHaveLength(1);
  const [version = ''] = desk.agreement(ZH).versions;
  await desk.handlers['review.endStanding']({ versionId: version, by: '陈远', from: '2026-11-01', why: 'terminated' });
  expect(await asked()).toEqual([]);
});

test('a person may say that it has none, and take it back', async () => {
  await accepted(ZH, RENEWS_ZH);
  const [line] = await asked();
  const itemId = line?.id ?? '';
  await desk.handlers['agenda.done']({ itemId, on: '2026-11-30', note: '按订单计', file: false });
  expect((await asked()).map(({ state }) => state)).toEqual(['done']);
  await desk.handlers['agenda.reopen']({ itemId });
  expect((await asked()).map(({ state }) => state)).toEqual(['open']);
});

test('without the table of a year the desk, the table and the decision tell the safe day to cancel, now and in the terms to come', async () => {
  const body =
    '第一条 期限\n1.1 本协议自2030年1月1日起生效，有效期一年。期满前15个工作日任何一方未书面提出不续期的，自动续期一年。';
  const agreementId = await accepted(ZH, body);
  const [cancel] = (await agenda()).filter(({ kind }) => kind === 'cancel-by');
  expect(cancel?.date).toBe('2030-12-09');
  const { coming } = await desk.handlers['rights.term']({ agreementId });
  expect(coming.map(({ cancelBy }) => cancelBy)).toEqual([
    { safe: '2031-12-08' },
    { safe: '2032-12-07' },
    { safe: '2033-12-07' },
  ]);
  const { rows } = await desk.handlers['library.table']({});
  expect(rows.find((row) => row.agreementId === agreementId)?.cells.cancelBy?.sort).toBe('2030-12-09');
  const [versionId = ''] = desk.agreement(ZH).versions;
  const { days } = await desk.handlers['review.page']({ versionId, language: 'zh' });
  // How late one could argue is not known, and the decision says so beside it.
  const latestOpen = { known: false, missing: [expect.objectContaining({ what: 'calendar', name: '2030' })] };
  expect(days).toContainEqual({
    name: 'cancelBy',
    day: '2030-12-09',
    latestOpen: expect.objectContaining(latestOpen) as unknown,
  });
});
