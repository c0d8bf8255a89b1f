import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Input } from '../../../src-main/contract/index.ts';
import { FORMS } from '../../../src-main/letter/forms.ts';
import { fillOwnForm } from '../../../src-main/features/letters/own-forms.ts';
import { keepFile } from '../../../src-main/kernel/kept-files.ts';
import { handlers as handlersOver } from '../../../src-main/handlers.ts';
import { ledgerWriter } from '../../../src-main/kernel/ledger-writer.ts';
import { VALUES } from '../letter/example.ts';
import { bare, pdfjsPages } from '../pdf/paper-tools.ts';
import { CourtUnderTest } from '../features/evidence/court/court-under-test.ts';

const MARKS = { zh: '演示·没有人坐在屏幕前·不作证据', en: 'Demo·nobodysatatthescreen·notevidence' } as const;
const LANGUAGES = ['zh', 'en'] as const;

/** What a company that is filled in whole would give the forms. */
const OWN = {
  handler: '陈远',
  bankName: '示例银行滨江支行',
  bankAccount: '1202020209900012345',
  contactEmail: 'a@example.com',
};

/** A library that a demo wrote, opened since by the app as any other. */
class Demo extends CourtUnderTest {
  constructor() {
    super();
    // What the app began the ledger with is taken for the demo's: its first entry is what tells.
    const { store } = this.ports;
    const first = store.ledger.from.bind(store.ledger);
    const from = (sequence: number, limit: number) =>
      first(sequence, limit).map((entry) =>
        entry.sequence === 1 ? { ...entry, clock: { ...entry.clock, source: 'rehearsal' as const } } : entry,
      );
    this.ports = { ...this.ports, store: { ...store, ledger: { ...store.ledger, from } } };
    this.handlers = handlersOver(this.ports);
  }
}

const app = new Demo();
let acceptanceId = '';
let agreementId = '';
let versions: readonly string[] = [];
beforeAll(async () => {
  await app.furnish();
  app.printing();
  ({ id: agreementId, versions } = app.desk.agreement('服务条款'));
  acceptanceId = await app.accept(versions[0] ?? '');
}, 60_000);
afterAll(() => app.end());

/** No sheet of what was saved last goes without the mark. */
async function marked(name: string): Promise<void> {
  const { bytes = new Uint8Array() } = app.desk.saved.at(-1) ?? {};
  const pages = await pdfjsPages(bytes);
  expect(pages.length, name).toBeGreaterThan(0);
  for (const [index, page] of pages.entries())
    expect(
      Object.values(MARKS).some((mark) => bare(page).includes(mark)),
      `${name}, page ${index + 1}`,
    ).toBe(true);
}

const seen = async (scope: Input<'evidence.adverse'>['scope']) =>
  (await app.handlers['evidence.adverse']({ scope })).seen;

test.each(FORMS.map(({ id }) => id))('every sheet of the form %s bears the mark of a demo', async (templateId) => {
  const seal = { shape: 'round-40', guides: false, seam: false } as const;
  const { id: letterId, fields, english } = await app.handlers['letters.start']({ templateId });
  const keys = new Set(fields.map(({ key }) => key));
  const values = Object.fromEntries(Object.entries(VALUES).filter(([key]) => keys.has(key)));
  const more = Object.fromEntries(Object.entries(OWN).filter(([key]) => keys.has(key)));
  for (const language of english ? LANGUAGES : (['zh'] as const)) {
    const { values: held } = await app.handlers['letters.open']({ letterId });
    await app.handlers['letters.fill']({
      ...{ letterId, language },
      values: { ...held, ...values, ...more } as Input<'letters.fill'>['values'],
    });
    const before = app.desk.saved.length;
    await app.handlers['letters.export']({ letterId, seal });
    expect(app.desk.saved.length).toBe(before + 1);
    await marked(`${templateId} ${language}`);
  }
});

test.each(LANGUAGES)('every sheet of records and papers for a court bears it: %s', async (language) => {
  const { handlers } = app;
  const everything = { kind: 'everything' } as const;
  const one = { kind: 'acceptance', acceptanceId } as const;
  await handlers['evidence.certificate']({ acceptanceId, language, seen: await seen(one) });
  await marked('record');
  await handlers['evidence.register']({ as: 'pdf', language, seen: await seen(everything) });
  await marked('decision log');
  await handlers['evidence.deposit']({ way: 'print', by: '李航', to: '', language });
  await marked('deposit');
  const { id: listId } = await handlers['evidence.beginCourtList']({
    title: '示例纠纷',
    scope: { agreementIds: [agreementId] },
  });
  for (const as of ['list', 'statement'] as const) {
    await app.export(listId, as, language);
    await marked(as);
  }
});

test('every sheet of a text and of the agenda bears it', async () => {
  await app.handlers['review.export']({ versionId: versions[0] ?? '', as: 'pdf' });
  await marked('text');
  await app.handlers['agenda.export']?.({ items: [], language: 'zh' });
  await marked('agenda');
});

test('a text as a file, a calendar and a provider’s own forms bear it', async () => {
  const words = (): string => new TextDecoder().decode(app.desk.saved.at(-1)?.bytes);
  const mark = '演示 · 没有人坐在屏幕前 · 不作证据';
  await app.handlers['review.export']({ versionId: versions[0] ?? '', as: 'text' });
  expect(words().startsWith(`${mark}\n\n`)).toBe(true);
  await app.handlers['notices.register']({ agreementId, kind: 'change', channel: 'site', sent: '2026-11-20' });
  const { lines } = await app.handlers['agenda.list']({});
  await app.handlers['agenda.calendar']({ items: lines.map(({ id }) => id), language: 'zh' });
  const calendar = words().replaceAll('\r\n ', '');
  const events = calendar.split('BEGIN:VEVENT').slice(1);
  expect(events.length).toBeGreaterThan(0);
  for (const event of events) expect(event).toContain(`DESCRIPTION:${mark}`);
  expect(calendar).toContain(`X-WR-CALDESC:${mark}`);
  const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const body = '<w:p><w:r><w:t>公司名称</w:t></w:r></w:p>';
  const docx = zipSync({
    'word/document.xml': strToU8(`<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`),
  });
  const pdf = await PDFDocument.create();
  pdf.addPage([300, 200]);
  const forms = { docx, pdf: await pdf.save() } as const;
  const made = async (format: keyof typeof forms): Promise<Uint8Array> => {
    const { sha256 } = keepFile(app.ports, { name: `a.${format}`, bytes: forms[format] });
    const form = { id: 'f', title: '表', format, sha256, fields: [], places: [] };
    return (await fillOwnForm(app.ports, form as never, {})).bytes;
  };
  const filled = strFromU8(unzipSync(await made('docx'))['word/document.xml'] ?? new Uint8Array());
  expect(filled).toContain(`<w:body><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>${mark}</w:t></w:r></w:p>${body}`);
  const [page = ''] = await pdfjsPages(await made('pdf'));
  expect(bare(page)).toContain(MARKS.zh);
});

test('a decision that nobody made says so in the table too', async () => {
  const { store, now, offsetMinutes } = app.ports;
  app.ports = {
    ...app.ports,
    ledger: ledgerWriter({ store, now, offsetMinutes, signer: () => undefined, clock: 'rehearsal' }),
  };
  const { handlers } = app;
  app.handlers = handlersOver(app.ports);
  await app.accept(versions[0] ?? '');
  await handlers['evidence.register']({ as: 'csv', language: 'zh', seen: await seen({ kind: 'everything' }) });
  expect(new TextDecoder().decode(app.desk.saved.at(-1)?.bytes)).toContain('接受（演示，不作证据）');
});
