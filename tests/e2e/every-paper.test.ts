import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import type { CallName, Input, Output } from '../../src-main/contract/index.ts';
import { FORMS } from '../../src-main/letter/forms.ts';
import type { LetterValues } from '../../src-main/letter/template.ts';
import { VALUES } from '../unit/letter/example.ts';
import { openAuthority } from '../unit/ledger/timestamp-authority.ts';
import { accept } from './accept.ts';
import { App, ROOT } from './app.ts';
import { textOf } from './pdf-tools.ts';
import { COMPANY, furnish, SAMPLE } from './sample.ts';

/**
 * Every paper as the app makes it, in both languages, kept for whoever reads them as pages (`test-results/papers`) and looked through for
 * what belongs on none: an empty place, a name of the program's, an instant as machines write it.
 */

test.skip(process.env['ASSENT_PAPERS'] !== '1', 'in the long run');

const LANGUAGES = ['zh', 'en'] as const;
const app = new App();
const out = join(ROOT, 'test-results', 'papers');

test.beforeAll(async () => {
  mkdirSync(out, { recursive: true });
  await app.start();
  await furnish(app, {
    ...COMPANY,
    bank: '示例银行滨江支行',
    bankAccount: '1202020209900012345',
    email: 'lihang@example.com',
  });
});
test.afterAll(() => app.end());

async function ask<Name extends CallName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
  return app.page.evaluate(
    async ([name, input]) => {
      const answer = (await window.assent.call(name, input)) as { ok: boolean; value?: unknown; failure?: unknown };
      if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.failure)}`);
      return answer.value as never;
    },
    [name, input] as const,
  );
}

/** What belongs on no paper: an empty place, a name of the program's, an instant as machines write it, brackets in brackets. */
const GARBAGE = /undefined|\bnull\b|\bNaN\b|\[object|\{\w+\}|—%|（[^（）]*（[^（）]*）[^（）]{0,2}）/u;

/** Has the app save something under a name; the file. */
async function saved(name: string, make: () => Promise<unknown>): Promise<string> {
  const file = join(out, name);
  await app.files.saveAs(file);
  await make();
  expect(existsSync(file), name).toBe(true);
  return file;
}

/** Has the app save a paper under a name, and looks through what stands on it. */
async function keep(name: string, make: () => Promise<unknown>): Promise<void> {
  expect.soft(textOf(await saved(`${name}.pdf`, make)), name).not.toMatch(GARBAGE);
}

const newestOf = async (title: string): Promise<{ readonly agreementId: string; readonly versionId: string }> => {
  const { agreements } = await ask('library.list', {});
  const agreement = agreements.find((each) => each.title.includes(title));
  return { agreementId: agreement?.id ?? '', versionId: agreement?.versions.at(-1)?.id ?? '' };
};

/** Has the newest entry stamped by an authority that is trusted. */
async function anchor(): Promise<void> {
  const authority = openAuthority('ec');
  try {
    const request = app.path('anchor.tsq');
    await app.files.saveAs(request);
    await ask('evidence.requestTimestamp', {});
    await app.chooseFiles(app.file('root.der', authority.root));
    await ask('evidence.trustRoot', {});
    writeFileSync(app.path('anchor.tsr'), authority.answer(readFileSync(request)));
    await app.chooseFiles(app.path('anchor.tsr'));
    await ask('evidence.attachTimestamp', {});
  } finally {
    authority.close();
  }
}

test('records of a refusal without reading, of what is put off, and of an acceptance', async () => {
  test.setTimeout(1_500_000);
  const [company] = await ask('settings.companies', {});
  const who = { companyId: company?.id ?? '', person: '陈远', role: '总经理', basis: 'legal-representative' } as const;
  const terms = await newestOf(SAMPLE.terms);
  const sla = await newestOf(SAMPLE.sla);
  const line = await newestOf(SAMPLE.line);
  for (const { versionId } of [terms, sla]) await ask('review.open', { versionId });
  const declined = await ask('review.decide', {
    ...{ ...who, versionId: terms.versionId, decision: 'declined', language: 'zh' },
    reason: '责任上限过低，且单方变更价格',
  });
  const putOff = await ask('review.decide', {
    ...{ ...who, versionId: sla.versionId, decision: 'set-aside', language: 'zh' },
    deferral: { until: '2027-01-15', for: 'explanation', use: 'as-agreed' },
  });
  const { seen } = await ask('evidence.adverse', { scope: { kind: 'acceptance', acceptanceId: declined.id } });
  await keep('record-declined-unanchored-zh', () =>
    ask('evidence.certificate', { acceptanceId: declined.id, language: 'zh', seen }),
  );
  await anchor();
  // Its reading passes faster than the authority's clock: a stamp behind it would be of a time before it.
  const accepted = (await accept(app, line.versionId)) as { readonly id: string };
  for (const language of LANGUAGES)
    for (const [name, { id }] of Object.entries({ declined, putOff, accepted })) {
      const { seen } = await ask('evidence.adverse', { scope: { kind: 'acceptance', acceptanceId: id } });
      await keep(`record-${name}-${language}`, () => ask('evidence.certificate', { acceptanceId: id, language, seen }));
    }
});

const TAKERS = {
  notary: { zh: '示例市公证处', en: 'Notary Office of Example City' },
  'court-chain': { zh: '示例互联网法院存证平台', en: 'Example Internet Court platform' },
  print: { zh: '', en: '' },
} as const;

test('sheets by which the ledger’s hash is deposited', async () => {
  test.setTimeout(1_500_000);
  for (const language of LANGUAGES)
    for (const way of ['notary', 'court-chain', 'print'] as const) {
      const to = TAKERS[way][language];
      const by = language === 'zh' ? '李航' : 'Li Hang';
      await keep(`deposit-${way}-${language}`, () => ask('evidence.deposit', { way, by, to, language }));
    }
  for (const language of LANGUAGES) {
    const mail = await saved(`deposit-mail-${language}.eml`, () =>
      ask('evidence.deposit', { way: 'mail', by: '李航', to: 'law@example.com', language }),
    );
    expect.soft(readFileSync(mail, 'utf8')).not.toMatch(GARBAGE);
  }
});

const SAVED_PAGE = [
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://cloud.example.com/legal/sla?region=cn-east-1&lang=zh',
  'Date: Mon, 23 Nov 2026 09:55:00 +0800',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related;',
  '\ttype="text/html";',
  '\tboundary="part"',
  '',
  '--part',
  'Content-Type: text/html',
  '',
  '<p>99.95%</p>',
  '--part--',
].join('\r\n');
const PNG = Buffer.from('89504e470d0a1a0a03', 'hex');

test('the sheet of a capture', async () => {
  const { agreementId } = await newestOf(SAMPLE.sla);
  await app.chooseFiles(app.file('level.mhtml', SAVED_PAGE), app.file('level.png', PNG));
  const files = await ask('evidence.keepCaptured', {});
  const { id } = await ask('evidence.recordCapture', {
    ...{
      agreementId,
      title: '服务等级协议页',
      address: 'https://cloud.example.com/legal/sla?region=cn-east-1&lang=zh',
    },
    ...{ operator: '李航', witness: '陈远', device: '办公电脑', browser: 'Firefox 140', network: '公司宽带' },
    ...{ cleaned: ['hosts', 'cache'], clock: 'national-time-page', offset: 2 },
    ...{ start: '2026-11-23T09:50', end: '2026-11-23T09:58', files: files.map(({ sha256 }) => sha256) },
  });
  for (const language of LANGUAGES)
    await keep(`capture-${language}`, () => ask('evidence.captureSheet', { captureId: id, language }));
});

test('a whole agreement, the decision log, and what a court is given', async () => {
  test.setTimeout(1_500_000);
  const sla = await newestOf(SAMPLE.sla);
  const line = await newestOf(SAMPLE.line);
  await keep('agreement', () => ask('review.export', { versionId: line.versionId, as: 'pdf' }));
  const { id: listId } = await ask('evidence.beginCourtList', {
    title: '与示例云舟公司服务合同纠纷',
    scope: { agreementIds: [line.agreementId, sla.agreementId] },
  });
  for (const language of LANGUAGES) {
    const { seen } = await ask('evidence.adverse', { scope: { kind: 'everything' } });
    await keep(`decision-log-${language}`, () => ask('evidence.register', { as: 'pdf', language, seen }));
    const adverse = await ask('evidence.courtAdverse', { listId });
    for (const as of ['list', 'statement'] as const)
      await keep(`court-${as}-${language}`, () =>
        ask('evidence.exportCourt', { listId, as, language, seen: adverse.seen }),
      );
    const pack = await saved(`court-pack-${language}.zip`, () =>
      ask('evidence.exportCourt', { listId, as: 'pack', language, seen: adverse.seen }),
    );
    for (const [path, bytes] of Object.entries(unzipSync(readFileSync(pack)))) {
      if (!path.endsWith('.pdf')) continue;
      const file = join(out, `pack-${language}-${basename(path)}`);
      writeFileSync(file, bytes);
      expect.soft(textOf(file), path).not.toMatch(GARBAGE);
    }
  }
});

test('the redline of two versions, the agenda, and the log of outages with its claim', async () => {
  test.setTimeout(1_500_000);
  const { agreements } = await ask('library.list', {});
  const line = agreements.find(({ title, versions }) => title.includes(SAMPLE.line) && versions.length > 1);
  const [older, newer] = line?.versions.slice(-2) ?? [];
  const sla = await newestOf(SAMPLE.sla);
  for (const [from, to, cause] of [
    ['2026-10-03 09:00', '2026-10-05 11:30', '光缆中断'],
    ['2026-10-20 22:00', '2026-10-20 22:45', ''],
  ] as const)
    await ask('rights.saveOutage', {
      agreementId: sla.agreementId,
      outage: { from, to, cause, instances: [] },
    });
  await ask('rights.setMonthFee', { agreementId: sla.agreementId, month: '2026-10', fee: { fee: '12000' } });
  for (const language of LANGUAGES) {
    if (older && newer)
      for (const onlyChanges of [true, false])
        await keep(`redline-${onlyChanges ? 'changes' : 'whole'}-${language}`, () =>
          ask('compare.export', { oldVersionId: older.id, newVersionId: newer.id, as: 'pdf', onlyChanges, language }),
        );
    const { lines } = await ask('agenda.list', {});
    await keep(`agenda-${language}`, () => ask('agenda.export', { items: lines.map(({ id }) => id), language }));
    await keep(`outages-${language}`, () =>
      ask('rights.exportOutages', { agreementId: sla.agreementId, month: '2026-10', language }),
    );
  }
  await ask('rights.chooseText', sla);
  const { letterId } = await ask('rights.claim', { agreementId: sla.agreementId, month: '2026-10' });
  await letterIn('drafted-claim', letterId, {});
  await keep('ruler', () => ask('letters.saveRuler', {}));
});

test('the letters that the app drafts of its own records', async () => {
  test.setTimeout(1_500_000);
  const line = await newestOf(SAMPLE.line);
  const notice = await ask('notices.register', {
    agreementId: line.agreementId,
    kind: 'change',
    channel: 'email',
    sent: '2026-11-20',
    received: '2026-11-20',
    announcedEffective: '2026-12-10',
  });
  await ask('notices.move', { noticeId: notice.id, to: 'objected', by: '陈远' });
  await letterIn('drafted-objection', (await ask('notices.draftObjection', { noticeId: notice.id })).letterId, {
    changes: VALUES['changes'] ?? [],
  });
  const { templates } = await ask('letters.list', {});
  for (const { id: templateId } of templates.filter(({ id }) => id.startsWith('commitment:'))) {
    const { id } = await ask('letters.start', { templateId });
    await letterIn(`commitment-${templateId.slice(-4)}`, id, VALUES);
  }
});

test('every letter and form', async () => {
  test.setTimeout(1_500_000);
  for (const { id: templateId } of FORMS) {
    const { id } = await ask('letters.start', { templateId });
    await letterIn(templateId, id, VALUES);
  }
});

const seal = { shape: 'round-40', guides: false, seam: false } as const;

/** Keeps a letter in the languages that it has, with the values that it has a field for. */
async function letterIn(name: string, letterId: string, values: LetterValues): Promise<void> {
  const { fields, english } = await ask('letters.open', { letterId });
  const keys = new Set(fields.map(({ key }) => key));
  const known = Object.fromEntries(Object.entries(values).filter(([key]) => keys.has(key)));
  for (const language of LANGUAGES) {
    if (language === 'en' && !english) continue;
    const { values: held } = await ask('letters.open', { letterId });
    await ask('letters.fill', {
      ...{ letterId, language },
      values: { ...held, ...known } as Input<'letters.fill'>['values'],
    });
    await keep(`letter-${name}-${language}`, () => ask('letters.export', { letterId, seal }));
  }
}
