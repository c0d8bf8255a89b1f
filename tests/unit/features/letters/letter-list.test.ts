import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asWritten, say } from '../../../../src-main/agreement/sentence.ts';
import { caseHandlers } from '../../../../src-main/features/letters/cases.ts';
import { letterHandlers } from '../../../../src-main/features/letters/handlers.ts';
import { scanPapers } from '../../../../src-main/features/letters/scan-records.ts';
import { LETTER_CASES } from '../../../../src-main/kernel/cases/cases.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

/** No other feature is asked which agreement a letter is about. */
const UNTIED = {
  cases: [],
  keysClosed: () => [],
  companyOf: () => undefined,
  notOffered: async () => new Set<string>(),
  drafted: [],
};

let desk: AppUnderTest;
let letters: ReturnType<typeof letterHandlers>;

beforeEach(async () => {
  desk = await AppUnderTest.withSamples();
  letters = letterHandlers(desk.ports, UNTIED);
});
afterEach(() => desk.end());

const list = async () => letters['letters.list']({});
const imported = async () => (await list()).templates.filter(({ source }) => source === 'imported');

describe('the list of letters', () => {
  test('begins with the newest version\u2019s while none stands, and with the standing one\u2019s once one does', async () => {
    expect((await imported()).map(({ agreementTitle, stands }) => [agreementTitle?.slice(-2), stands])).toEqual([
      ['v2', false],
      ['v1', false],
    ]);
    const older = (await imported()).find(({ agreementTitle }) => agreementTitle?.endsWith('v1'));
    const owner = desk.store.agreements.version(older!.versionId!)!.annexOf!;
    desk.conclude(owner);
    expect((await imported()).map(({ agreementTitle, stands }) => [agreementTitle?.slice(-2), stands])).toEqual([
      ['v1', true],
      ['v2', false],
    ]);
  });

  test('tells letters of one template apart by what they belong to and whom they go to', async () => {
    for (const template of await imported()) await letters['letters.start']({ templateId: template.id });
    const [older, newer] = (await list()).letters;
    expect(older?.name).toEqual(newer?.name);
    expect([newer, older].map((line) => line?.about?.version)).toEqual([asWritten('v2'), asWritten('v1')]);
    expect(newer?.about?.agreement).toBe(older?.about?.agreement);
    expect(newer?.about?.agreement).toContain('专线');
    expect(newer?.about?.provider).toContain('公司');
  });

  test('says of one of our own forms what its fields say, and how many still stop it', async () => {
    const { id } = await letters['letters.start']({ templateId: 'explanation-request' });
    const values = { addressee: ' 示例港务局 ', agreementTitle: '泊位协议', agreementVersion: '第 3 版' };
    const { problems } = await letters['letters.fill']({ letterId: id, values });
    const [line] = (await list()).letters;
    expect(line?.about).toEqual({ provider: '示例港务局', agreement: '泊位协议', version: asWritten('v3') });
    expect(line?.left).toBe(problems.filter(({ severity }) => severity === 'error').length);
    expect(line?.left).toBeGreaterThan(0);
  });

  test.each([
    ['我公司于2026年11月23日取得的文本', '2026年11月23日'],
    ['我公司2026年11月23日取得的文本', '2026年11月23日'],
    ['我公司于昨日以传真取得的全部文本', '我公司于昨日以传真取得的全部文本'],
  ])('tells the version %s as %s', async (agreementVersion, version) => {
    const { id } = await letters['letters.start']({ templateId: 'explanation-request' });
    await letters['letters.fill']({ letterId: id, values: { agreementTitle: '泊位协议', agreementVersion } });
    expect(say((await list()).letters[0]!.about!.version!, 'zh')).toBe(version);
  });

  test.each([
    '我公司于2026年11月23日取得的文本',
    '2026年11月23日版',
    'dated 23 November 2026',
    'as obtained by us on 23 Nov 2026',
  ])('tells the day in %s in the language of the list', async (agreementVersion) => {
    const { id } = await letters['letters.start']({ templateId: 'explanation-request' });
    await letters['letters.fill']({ letterId: id, values: { agreementTitle: '泊位协议', agreementVersion } });
    const version = (await list()).letters[0]!.about!.version!;
    expect([say(version, 'zh'), say(version, 'en')]).toEqual(['2026年11月23日', '23 Nov 2026']);
  });

  test('calls one of our own forms by its name in English, and by the title on its paper in Chinese', async () => {
    const { id } = await letters['letters.start']({ templateId: 'explanation-request' });
    const [line] = (await list()).letters;
    const { title, name } = await letters['letters.open']({ letterId: id });
    expect(line?.name).toEqual(name);
    expect(say(name, 'zh')).toBe(title);
    expect(title).toMatch(/\p{Script=Han}/u);
    expect(say(name, 'en')).toBe('Request for an explanation of standard terms');
  });

  test('says how far a letter got in the world, and a commitment letter knows its agreement', async () => {
    const [template] = await imported();
    const { id, agreementId } = await letters['letters.start']({ templateId: template!.id });
    const published = desk.store.agreements.version(template!.versionId!)!;
    expect(agreementId).toBe(desk.store.agreements.version(published.annexOf!)?.agreementId);
    expect((await list()).letters[0]?.way).toBeUndefined();
    const cases = caseHandlers(desk.ports, [LETTER_CASES]);
    await cases['letters.takeCaseStep']({
      origin: `letter:${id}`,
      state: 'sent',
      on: desk.ports.now().toISOString().slice(0, 10),
      by: '陈远',
    });
    expect((await list()).letters[0]?.way).toEqual({ kind: 'letter', state: 'sent' });
  });

  test('says what became of the scan that came back last', async () => {
    const { id } = await letters['letters.start']({ templateId: 'explanation-request' });
    const body = {
      receivedAt: '2026-11-29T05:00:00Z',
      files: [],
      overall: 'complete' as const,
      checks: [],
      sheets: [],
      shape: 'round-42' as const,
      seam: false,
      pictures: [],
    };
    expect((await list()).letters[0]?.scan).toBeUndefined();
    scanPapers(desk.store).put(
      { id: desk.ports.newId(), subject: id, state: 'rejected', body },
      '2026-11-29T05:00:00Z',
    );
    expect((await list()).letters[0]?.scan).toBe('rejected');
    scanPapers(desk.store).put(
      { id: desk.ports.newId(), subject: id, state: 'unchecked', body },
      '2026-11-29T06:00:00Z',
    );
    expect((await list()).letters[0]?.scan).toBe('unchecked');
  });
});

test('a printer that scales is remembered under its name', async () => {
  await letters['letters.measured']({ name: '前台', millimetres: 97.2 });
  await letters['letters.measured']({ name: '财务', millimetres: 100.3 });
  await letters['letters.measured']({ name: '前台', millimetres: 99.8 });
  expect(await letters['letters.printers']({})).toEqual([
    { name: '财务', millimetres: 100.3, measuredOn: '2026-11-23', scales: false },
    { name: '前台', millimetres: 99.8, measuredOn: '2026-11-23', scales: false },
  ]);
  expect((await letters['letters.measured']({ name: '二楼', millimetres: 100.6 })).at(-1)).toMatchObject({
    scales: true,
  });
});
