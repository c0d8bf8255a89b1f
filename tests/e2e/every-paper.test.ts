import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { CallName, Input, Output } from '../../src-main/contract/index.ts';
import { FORMS } from '../../src-main/letter/forms.ts';
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
test.describe.configure({ mode: 'serial' });

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

/** Has the app save a paper under a name, and looks through what stands on it. */
async function keep(name: string, make: () => Promise<unknown>): Promise<string> {
  const file = join(out, `${name}.pdf`);
  await app.files.saveAs(file);
  await make();
  expect(existsSync(file), name).toBe(true);
  const text = textOf(file);
  expect.soft(text, name).not.toMatch(/undefined|\bnull\b|\bNaN\b|\[object|\{\w+\}/u);
  return text;
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
  test.setTimeout(240_000);
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
  const accepted = (await accept(app, line.versionId)) as { readonly id: string };
  await anchor();
  for (const language of LANGUAGES)
    for (const [name, { id }] of Object.entries({ declined, putOff, accepted })) {
      const { seen } = await ask('evidence.adverse', { scope: { kind: 'acceptance', acceptanceId: id } });
      await keep(`record-${name}-${language}`, () => ask('evidence.certificate', { acceptanceId: id, language, seen }));
    }
});

test('sheets by which the ledger’s hash is deposited', async () => {
  test.setTimeout(120_000);
  for (const language of LANGUAGES)
    for (const way of ['notary', 'court-chain', 'print'] as const) {
      const to = language === 'zh' ? '示例市公证处' : 'Notary Office of Example City';
      const by = language === 'zh' ? '李航' : 'Li Hang';
      await keep(`deposit-${way}-${language}`, () =>
        ask('evidence.deposit', { way, by, to: way === 'print' ? '' : to, language }),
      );
    }
});

test('the sheet of a capture', async () => {
  const { agreementId } = await newestOf(SAMPLE.sla);
  await app.chooseFiles(
    app.file('level.mhtml', 'Snapshot-Content-Location: https://cloud.example.com/legal/sla\r\n\r\n<p>x</p>'),
  );
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
  test.setTimeout(240_000);
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
    for (const as of ['list', 'statement'] as const) {
      const adverse = await ask('evidence.courtAdverse', { listId });
      await keep(`court-${as}-${language}`, () =>
        ask('evidence.exportCourt', { listId, as, language, seen: adverse.seen }),
      );
    }
  }
});

test('every letter and form', async () => {
  test.setTimeout(400_000);
  const seal = { shape: 'round-40', guides: false, seam: false } as const;
  for (const { id: templateId } of FORMS) {
    const { id: letterId, fields, english } = await ask('letters.start', { templateId });
    const keys = new Set(fields.map(({ key }) => key));
    const values = Object.fromEntries(Object.entries(VALUES).filter(([key]) => keys.has(key)));
    for (const language of LANGUAGES) {
      if (language === 'en' && !english) continue;
      const { values: held } = await ask('letters.open', { letterId });
      await ask('letters.fill', {
        ...{ letterId, language },
        values: { ...held, ...values } as Input<'letters.fill'>['values'],
      });
      await keep(`letter-${templateId}-${language}`, () => ask('letters.export', { letterId, seal }));
    }
  }
});
