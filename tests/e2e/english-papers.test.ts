import { expect, test } from '@playwright/test';
import { FORMS } from '../../src-main/letter/forms.ts';
import { VALUES } from '../unit/letter/example.ts';
import { App } from './app.ts';
import { textOf } from './pdf-tools.ts';
import { COMPANY, furnish } from './sample.ts';

/** An English paper has two families of fonts, of which Chromium fetches the first alone before it lays a page out. */

const app = new App();

test.beforeAll(async () => {
  await app.start();
  const bank = { bank: '示例银行滨江支行', bankAccount: '1202020209900012345' };
  await furnish(app, { ...COMPANY, ...bank, email: 'lihang@example.com' });
});
test.afterAll(() => app.end());

test('no English letter is printed before its fonts are there', async () => {
  test.setTimeout(600_000);
  const blank: string[] = [];
  for (const { id: templateId } of FORMS) {
    const file = app.path(`${templateId}.pdf`);
    await app.files.saveAs(file);
    await app.page.evaluate(
      async ([templateId, values]) => {
        const ask = async (call: string, input: unknown): Promise<Record<string, unknown>> => {
          const answer = (await window.assent.call(call as never, input as never)) as {
            readonly ok: boolean;
            readonly value: Record<string, unknown>;
          };
          if (!answer.ok) throw new Error(`${call}: ${JSON.stringify(answer)}`);
          return answer.value;
        };
        const { id: letterId } = await ask('letters.start', { templateId });
        const { fields, values: held } = await ask('letters.open', { letterId });
        const keys = new Set((fields as readonly { readonly key: string }[]).map(({ key }) => key));
        const known = Object.fromEntries(Object.entries(values).filter(([key]) => keys.has(key)));
        await ask('letters.fill', { letterId, language: 'en', values: { ...(held as object), ...known } });
        await ask('letters.export', { letterId, seal: { shape: 'round-40', guides: false, seam: false } });
      },
      [templateId, VALUES] as const,
    );
    if (!textOf(file).includes('2026')) blank.push(templateId);
  }
  expect(blank).toEqual([]);
});
