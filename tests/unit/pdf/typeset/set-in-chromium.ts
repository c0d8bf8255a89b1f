import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Paper } from '../../../../src-main/pdf/paper.ts';
import { typeset } from '../../../../src-main/pdf/typeset/typeset.ts';
import { CHROMIUM, fontUrl, inFolder } from '../paper-tools.ts';

/**
 * What leaves the lines of a paper to the left or right, as Chromium sets it: every piece of text, every line to write on and every cell is
 * measured, blanks at the end of a line too where they are underlined. A line to sign on is three centimetres long at
 * least, and in a table no word in Latin letters, no day and no hash breaks.
 */
const MEASURE = `document.fonts.ready.then(() => {
  const found = [];
  for (const area of document.querySelectorAll('.area')) {
    const { left, right } = area.getBoundingClientRect();
    const outside = (rects, words) => {
      for (const box of rects)
        if (box.width > 0 && (box.right > right + 1 || box.left < left - 1)) found.push(area.id + ': ' + words + ' ' + Math.round(box.right - right));
    };
    for (const element of area.querySelectorAll('u, .blank, i, td, th, .printed')) outside(element.getClientRects(), element.tagName);
    for (const line of area.querySelectorAll('.hand i'))
      if (line.getBoundingClientRect().width < 110) found.push(area.id + ': nowhere to sign');
    const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.data.trim() === '') continue;
      const words = document.createRange();
      words.selectNodeContents(node);
      outside(words.getClientRects(), node.data.trim().slice(0, 30));
      if (!node.parentElement.closest('td, th')) continue;
      for (const { index, 0: word } of node.data.matchAll(/[A-Za-z]{3,}|\\d{4}年\\d{1,2}月\\d{1,2}日|[0-9a-f]{8}/g)) {
        words.setStart(node, index);
        words.setEnd(node, index + word.length);
        if (new Set([...words.getClientRects()].map((box) => box.top)).size > 1) found.push(area.id + ': ' + word + ' breaks');
      }
    }
  }
  document.body.innerHTML = '<output>' + JSON.stringify(found) + '</output>';
});`;

/** All papers of one language under each other, each as wide as the printed area. */
export function faultsOnPages(papers: readonly Paper[]): readonly string[] {
  const set = papers.map((paper) => typeset(paper, { fontUrl }));
  const inner = (html: string): string => /<body[^>]*>([\s\S]*)<\/body>/u.exec(html)?.[1] ?? '';
  const [head = ''] = (set[0] ?? '').split('<body');
  const body = /<body class="([^"]*)"/u.exec(set[0] ?? '')?.[1] ?? '';
  const areas = set.map((html, index) => `<div class="area" id="${papers[index]?.title ?? ''}">${inner(html)}</div>`);
  return inFolder((folder) => {
    const page = join(folder, 'page.html');
    writeFileSync(
      page,
      `${head}<style>.area{width:156mm}</style><body class="${body}">${areas.join('')}<script>${MEASURE}</script></body></html>`,
    );
    const dumped = execFileSync(
      CHROMIUM ?? 'chromium',
      [
        ...['--headless', '--no-sandbox', '--disable-gpu', '--allow-file-access-from-files'],
        ...['--virtual-time-budget=20000', `--user-data-dir=${join(folder, 'profile')}`, '--dump-dom'],
        `file://${page}`,
      ],
      { encoding: 'utf8', maxBuffer: 1e8, stdio: ['ignore', 'pipe', 'ignore'] },
    );
    return JSON.parse(/<output>(.*)<\/output>/u.exec(dumped)?.[1] ?? 'null') as readonly string[];
  });
}
