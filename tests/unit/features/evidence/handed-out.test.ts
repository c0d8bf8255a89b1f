import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerCsv, registerOnPaper } from '../../../../src-main/features/evidence/decision-log.ts';
import { handlers as handlersOver } from '../../../../src-main/handlers.ts';
import type { setPlain } from '../../../../src-main/pdf/plain/plain.ts';
import { openFont } from '../../../../src-main/pdf/typeset/font.ts';
import { FONTS, pdfjsText } from '../../pdf/paper-tools.ts';
import { CourtUnderTest } from './court/court-under-test.ts';

const app = new CourtUnderTest();
let acceptanceId = '';
let versionId = '';
beforeAll(async () => {
  await app.furnish();
  app.printing();
  versionId = app.desk.agreement('服务条款').versions[0] ?? '';
  acceptanceId = await app.accept(versionId);
}, 60_000);
afterAll(() => app.end());

const plain = (text: string): string => text.replace(/\s+/gu, '');
const seenOf = async (scope: { readonly kind: 'everything' } | { readonly kind: 'acceptance'; acceptanceId: string }) =>
  (await app.handlers['evidence.adverse']({ scope })).seen;
const printed = async (): Promise<string> => plain(await pdfjsText(app.desk.saved.at(-1)?.bytes ?? new Uint8Array()));
const USED = '2026-10-01';
const saved = (): string => new TextDecoder().decode(app.desk.saved.at(-1)?.bytes);

test.each([
  ['zh', '制作人（签名或者盖章）：', '单位负责人（签名或者盖章）：'],
  ['en', 'Prepared by (signature or seal):', 'Person in charge of the company (signature or seal):'],
] as const)(
  'the record in %s has a line of its own for who made it and for who is in charge, each with a day',
  async (language, maker, head) => {
    const seen = await seenOf({ kind: 'acceptance', acceptanceId });
    await app.handlers['evidence.certificate']({ acceptanceId, language, seen });
    const text = plain(await pdfjsText(app.desk.saved.at(-1)?.bytes ?? new Uint8Array()));
    const [before = '', after = ''] = text.slice(text.indexOf(plain(maker))).split(plain(head));
    const day = language === 'zh' ? /年月日/u : /Date:/u;
    // The room of the day that is written by hand reads as nothing.
    expect(before.slice(plain(maker).length)).toBe(language === 'zh' ? '年月日' : 'Date:');
    expect(after).toMatch(day);
  },
);

test('a record and a decision log are of one state: what is recorded while a paper is set is not in it, and has to be seen before the next', async () => {
  const everything = await seenOf({ kind: 'everything' });
  const one = await seenOf({ kind: 'acceptance', acceptanceId });
  // While the page is set, a person says that the service was used before.
  const { print } = app.ports;
  const slow = handlersOver({
    ...app.ports,
    print: {
      ...print,
      toPdf: async (...paper: Parameters<typeof setPlain>) => {
        await app.handlers['review.conclude']({
          by: '李航',
          answers: [{ versionId, conclusion: { kind: 'made', how: 'used', on: USED } }],
        });
        return print.toPdf(...paper);
      },
    },
  });
  await slow['evidence.certificate']({ acceptanceId, language: 'zh', seen: one });
  expect(await printed()).not.toContain(USED);
  // What was confirmed before is not good for what is recorded since.
  await expect(slow['evidence.register']({ as: 'csv', language: 'zh', seen: everything })).rejects.toMatchObject({
    code: 'adverse-unseen',
  });
  const oneNow = await seenOf({ kind: 'acceptance', acceptanceId });
  await app.handlers['evidence.certificate']({ acceptanceId, language: 'zh', seen: oneNow });
  expect(await printed()).toContain(USED);
  const now = await seenOf({ kind: 'everything' });
  await app.handlers['evidence.register']({ as: 'csv', language: 'zh', seen: now });
  const csv = saved();
  await app.handlers['evidence.register']({ as: 'json', language: 'zh', seen: now });
  const { records } = JSON.parse(saved()) as { records: readonly { ledger: string }[] };
  expect(records.map(({ ledger }) => csv.includes(ledger))).toEqual([true]);
});

test('the decision log is called so, and says that a decision is internal', async () => {
  const seen = await seenOf({ kind: 'everything' });
  for (const [language, title, internal] of [
    ['zh', '协议决定清单', '决定是公司内部的'],
    ['en', 'Decision log', 'A decision is internal to the company'],
  ] as const) {
    await app.handlers['evidence.register']({ as: 'pdf', language, seen });
    const { name, bytes } = app.desk.saved.at(-1) ?? { name: '', bytes: new Uint8Array() };
    expect(name).toMatch(new RegExp(`^${title} \\d{4}-\\d\\d-\\d\\d\\.pdf$`, 'u'));
    expect(plain(await pdfjsText(bytes))).toContain(plain(internal));
  }
});

test.each([
  ['zh', '决定时间（北京时间）'],
  ['en', 'Decided at (Beijing time)'],
] as const)('the table of decisions (%s) has each time in Beijing, its offset with it', (language, header) => {
  const { store } = app;
  const late = {
    ...store,
    acceptances: {
      ...store.acceptances,
      all: () => store.acceptances.all().map((row) => ({ ...row, decidedAt: '2026-11-23T17:30:05.000Z' })),
    },
  };
  const [head = '', line = ''] = registerCsv({ store: late, now: app.ports.now }, language).slice(1).split('\r\n');
  expect(head.split(',')[0]).toBe(header);
  expect(line.split(',')[0]).toBe('2026-11-24 01:30:05+08:00');
});

test.each(['zh', 'en'] as const)(
  'the decision log on paper (%s) has the day in Beijing, and no word broken in its columns',
  (language) => {
    const { store } = app;
    const late = {
      ...store,
      acceptances: {
        ...store.acceptances,
        all: () => store.acceptances.all().map((row) => ({ ...row, decidedAt: '2026-11-23T17:30:00.000Z' })),
      },
    };
    const paper = registerOnPaper({ store: late, now: app.ports.now }, language, '2026-11-24');
    const table = paper.blocks.find(({ kind }) => kind === 'table');
    if (table?.kind !== 'table') throw new Error('no table');
    expect(table.rows[0]?.[0]).toBe('2026-11-24');
    const font = openFont(FONTS.bold);
    const widthOf = (word: string): number =>
      (font.layout(word).glyphs.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0) / font.unitsPerEm) * 10.5;
    /** The widest run of letters, digits and hyphens; Chinese may break between any two characters, a state and a heading do not. */
    const long = (words: string): number => Math.max(0, ...(words.match(/[\w:-]+/gu) ?? []).map(widthOf));
    const total = (table.widths ?? []).reduce((sum, width) => sum + width, 0);
    const lines = [table.header, ...table.rows];
    expect(lines.flat().join(' ')).toContain('2026-11-24');
    for (const cells of lines)
      cells.forEach((words, column) => {
        const room = (442 * (table.widths?.[column] ?? 0)) / total - 11;
        const whole = cells === table.header || column === 1 ? words.split(/\s/u) : [];
        expect([words, Math.max(long(words), ...whole.map(widthOf)) <= room]).toEqual([words, true]);
      });
  },
);
