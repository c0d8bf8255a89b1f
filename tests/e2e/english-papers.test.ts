import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { fill } from '../../src-main/letter/fill.ts';
import { FORMS } from '../../src-main/letter/forms.ts';
import type { LetterValues } from '../../src-main/letter/template.ts';
import { capitals } from '../../src-main/term/fees/capitals.ts';
import { VALUES } from '../unit/letter/example.ts';
import { pdfjsText } from '../unit/pdf/paper-tools.ts';
import { App } from './app.ts';
import { textOf } from './pdf-tools.ts';
import { COMPANY, furnish } from './sample.ts';

/** Every fourth form in an ordinary run, all of them in the long one. */
const EACH = process.env['ASSENT_PAPERS'] === '1' ? 1 : 4;

/** An English paper has two families of fonts, of which Chromium fetches the first alone before it lays a page out. */

const app = new App();

/** What an English paper takes from the font of its marks; years come from that of its words. */
const DRAWN = [/\b20\d\d\b/gu, /\u2019/gu, /[\u201C\u201D]/gu, /[\u2013-\u2015]/gu];

/** What of a letter's words and marks its print does not have as often as its blocks do. */
function lacking(blocks: unknown, print: string): readonly string[] {
  const written = JSON.stringify(blocks);
  const often = (text: string, drawn: RegExp): number => text.match(drawn)?.length ?? 0;
  return DRAWN.filter((drawn) => often(print, drawn) < often(written, drawn)).map(String);
}

test.beforeAll(async () => {
  await app.start();
  const bank = { bank: '示例银行滨江支行', bankAccount: '1202020209900012345' };
  await furnish(app, { ...COMPANY, ...bank, email: 'lihang@example.com' });
});
test.afterAll(() => app.end());

test('no English letter is printed before its fonts are there', async () => {
  test.setTimeout(600_000);
  const blank: string[] = [];
  for (const form of FORMS.filter((_, index) => index % EACH === 0)) {
    const { id: templateId } = form;
    const file = app.path(`${templateId}.pdf`);
    await app.files.saveAs(file);
    const filledIn = await app.page.evaluate(
      async ([templateId, values]) => {
        const ask = async (call: string, input: unknown): Promise<Record<string, unknown>> => {
          const answer = (await window.assent.call(call, input)) as {
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
        const given = { ...(held as object), ...known };
        const filled = await ask('letters.fill', { letterId, language: 'en', values: given });
        await ask('letters.export', { letterId, seal: { shape: 'round-40', guides: false, seam: false } });
        return filled['values'] as LetterValues;
      },
      [templateId, VALUES] as const,
    );
    const { blocks } = fill(form, filledIn, { inCapitals: capitals, language: 'en' });
    const print = textOf(file);
    blank.push(...lacking(blocks, print).map((drawn) => `${templateId} ${drawn}`));
    // Poppler takes what Chromium says of a glyph beside it; a reader of the page in the app has the map of the font alone.
    const figures = (text: string): number => text.match(/\d/gu)?.length ?? 0;
    const read = await pdfjsText(new Uint8Array(readFileSync(file)));
    if (read.includes('\0') || figures(read) < figures(print)) blank.push(`${templateId} figures`);
  }
  expect(blank).toEqual([]);
});
