import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stylesheet } from '../../../../src-main/pdf/typeset/stylesheet.ts';
import { CHROMIUM, fontUrl, inFolder } from '../paper-tools.ts';

const PAGE = join(import.meta.dirname, '../../../../src-renderer/ui');

/** The style of the app's page, with the shipped fonts where they lie here. */
const pageStyle = (): string =>
  ['tokens.css', 'base.css']
    .map((name) => readFileSync(join(PAGE, name), 'utf8'))
    .join('\n')
    .replaceAll(
      /url\('[^']*NotoSerif(SC)?-(Regular|Bold)\.(?:ttf|woff2)'\)/gu,
      (_, chinese: string, weight: string) => {
        const file = fontUrl(weight === 'Bold' ? 700 : 400, chinese ? 'chinese' : 'latin');
        return `url('${file}')`;
      },
    );

const QUOTES = '“”‘’';
const BRACKETS = '《》（）【】、：';

/** How many ems each character is wide in an English sentence, as Chromium sets it: of the sentence itself, and of Chinese words in it. */
function widths(style: string): Readonly<Record<'en' | 'zh-CN', readonly number[]>> {
  const set = (language: string): string =>
    [...(QUOTES + BRACKETS)].map((one) => `a<span class="one" lang="${language}">${one}</span>a`).join(' ');
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><style>${style}
    p { font-family: var(--serif, inherit); font-size: 100px; width: 9000px } span:lang(zh) { font-family: var(--serif-zh, inherit) }</style><p>${set('en')}</p><p>${set('zh-CN')}</p><script>
    document.fonts.ready.then(() => {
      const found = { en: [], 'zh-CN': [] };
      for (const one of document.querySelectorAll('.one')) found[one.lang].push(one.getBoundingClientRect().width / 100);
      document.body.innerHTML = '<output>' + JSON.stringify(found) + '</output>';
    });</script></html>`;
  return inFolder((folder) => {
    const page = join(folder, 'page.html');
    writeFileSync(page, html);
    const dumped = execFileSync(
      CHROMIUM ?? 'chromium',
      [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--allow-file-access-from-files',
        '--virtual-time-budget=10000',
        `--user-data-dir=${join(folder, 'profile')}`,
        '--dump-dom',
        `file://${page}`,
      ],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    );
    return JSON.parse(/<output>(.*)<\/output>/u.exec(dumped)?.[1] ?? '') as ReturnType<typeof widths>;
  });
}

describe.skipIf(CHROMIUM === undefined)('in an English sentence', () => {
  const asWide = (characters: string): readonly number[] => [...characters].map(() => 1);

  it('of the page quotes are narrow, a Chinese title’s brackets as wide as its characters, and Chinese words keep their quotes', () => {
    const { en, 'zh-CN': zh } = widths(pageStyle());
    for (const width of en.slice(0, QUOTES.length)) expect(width).toBeLessThan(0.6);
    expect(en.slice(QUOTES.length)).toEqual(asWide(BRACKETS));
    expect(zh).toEqual(asWide(QUOTES + BRACKETS));
  }, 60_000);

  it('of a paper quotes are narrow, and a Chinese title’s brackets as wide as its characters', () => {
    const { en } = widths(stylesheet('english-letter', fontUrl));
    for (const width of en.slice(0, QUOTES.length)) expect(width).toBeLessThan(0.6);
    expect(en.slice(QUOTES.length)).toEqual(asWide(BRACKETS));
  }, 60_000);
});
