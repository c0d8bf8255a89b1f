import { type Language, say, sentence } from '../../agreement/sentence.ts';
import { IN_BRACKETS, keptWithSignature } from '../kept-together.ts';
import { type Paper, type PaperBlock, type PaperRun, RULE_SIGN, type SignatureZone } from '../paper.ts';
import { rulerSvg } from './ruler.ts';
import { spreadsALine } from './spread.ts';
import { type FontUrl, stylesheet } from './stylesheet.ts';

/** Link target that marks a rectangle on the printed page; `finish` finds it, measures it and takes it away again. */
export const ZONE_URL = 'https://zone.invalid/';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters but for tab and line feed: they have no place on paper and would break the parser. */
const isControl = (character: string): boolean => {
  const code = character.charCodeAt(0);
  return (code < 0x20 && character !== '\t' && character !== '\n') || code === 0x7f;
};

/** Text as HTML text or attribute value. */
export function escapeHtml(text: string): string {
  return [...text].map((character) => (isControl(character) ? '' : (ENTITIES[character] ?? character))).join('');
}

/** An anchor usable as an id and a PDF destination whatever the clause is called. */
const anchorId = (anchor: string): string =>
  `a-${[...new TextEncoder().encode(anchor)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;

/** Telephone numbers, dates and codes joined by a hyphen, a slash or a colon: broken over two lines they are misread. */
const KEEP_TOGETHER = /[\dA-Za-z]+(?:[-/:.][\dA-Za-z]+)+/g;
/** From here on a code that does not break would spread the characters of the line before it: its paragraph is not justified. */
const SPREADS = 10;
const LONGEST_TOGETHER = 28;

const written = (text: string): string =>
  escapeHtml(text)
    .replace(KEEP_TOGETHER, (word) => (word.length > LONGEST_TOGETHER ? word : `<span class="together">${word}</span>`))
    .replace(/\n/g, '<br>');

/** A day or a number in a cell goes to the next line whole, and breaks only where the cell is narrower than it is. */
const LONGEST_IN_CELL = 16;

/** The same with the marks that open before it and close behind it, and a month written with its characters or by its English name. */
const IN_CELL = new RegExp(
  `[（“《]?(?:${KEEP_TOGETHER.source}|\\d{4}年\\d{1,2}月(?:\\d{1,2}日)?版?|(?:[A-Z][a-z]{2} )?\\d{1,2} [A-Z][a-z]{2,8} \\d{4})(?:[”’）」》，。；、]+[,.;]?|[,.;](?=\\s))?`,
  'gu',
);

const inCell = (text: string): string =>
  escapeHtml(text).replace(IN_CELL, (word) =>
    word.length > LONGEST_IN_CELL ? word : `<span class="piece">${word}</span>`,
  );

/** A heading goes on to its next line before a bracket, not within it. */
function inHeading(text: string): string {
  let at = 0;
  const parts = [...text.matchAll(IN_BRACKETS)].flatMap(({ index, 0: bracket }) => {
    const before = text.slice(at, index);
    at = index + bracket.length;
    return [inCell(before), `<span class="piece">${inCell(bracket)}</span>`];
  });
  return [...parts, inCell(text.slice(at))].join('');
}

/** Bold by rule, open for its sign: that never stands on a line of its own, so that the last character goes along with it. */
function ruleBold(text: string): string {
  const last = [...text].at(-1) ?? '';
  const before = text.slice(0, text.length - last.length);
  const bold = (words: string): string => (words === '' ? '' : `<strong class="rule">${written(words)}</strong>`);
  return `${bold(before)}<span class="together">${bold(last)}`;
}

/** Room to write by hand, as wide as its blanks: these would hang out of the line they end, as blanks do. */
const BY_HAND = /^\u3000+$/u;
/** From so many blanks on it is a whole line, whatever the size of the type. */
const WHOLE_LINE = 26;

const roomToWrite = (blanks: string, most: 'width' | 'max-width' = 'width'): string =>
  `<span class="blank" style="${most}:${blanks.length < WHOLE_LINE ? `${blanks.length}em` : '100%'}"></span>`;

const isByHand = ({ text, underline }: PaperRun): boolean => underline === true && BY_HAND.test(text);

/** Labels with room to write behind each, and nothing said of that room: they share a line as far as they fit, and the room gives way. */
const isLineToWrite = (list: readonly PaperRun[]): boolean =>
  list.length > 2 &&
  list.length % 2 === 0 &&
  list.every((piece, index) => isByHand(piece) === (index % 2 === 1)) &&
  list.every((piece) => !isByHand(piece) || (piece.strong !== 'rule' && piece.change === undefined));

const lineToWrite = (list: readonly PaperRun[]): string =>
  list.map((piece) => (isByHand(piece) ? roomToWrite(piece.text, 'max-width') : `<span>${run(piece)}</span>`)).join('');

function run(piece: PaperRun): string {
  const { text, strong, underline, change } = piece;
  const byHand = isByHand(piece);
  let html = byHand ? roomToWrite(text) : written(text);
  if (underline && !byHand) html = `<u>${html}</u>`;
  if (strong === 'source') html = `<strong>${html}</strong>`;
  if (strong === 'rule')
    html = `${byHand ? `<span class="together">${html}` : ruleBold(text)}<span class="sign">${RULE_SIGN}</span></span>`;
  if (change === 'inserted') html = `<ins>${html}</ins>`;
  if (change === 'deleted') html = `<del>${html}</del>`;
  return html;
}

/** What a number is of, right before it: `CNY 1,500.00`, `Article 195`. */
const BEFORE_NUMBER =
  /(?<=\b(?:[A-Z]{3}|Articles?|[Cc]lauses?|Schedules?|version|no\.)) (?=(?:<span class="together">)?\d)/gu;

const runs = (list: readonly PaperRun[]): string => list.map(run).join('').replace(BEFORE_NUMBER, '\u00a0');

/** A paragraph whose lines would be pulled apart is not justified: by a long code in it, or by what does not fit the end of a line. */
const loose = (list: readonly PaperRun[], before = ''): string =>
  spreadsALine(before + list.map(({ text }) => text).join('')) ||
  [
    ...list
      .map(({ text }) => text)
      .join('')
      .matchAll(KEEP_TOGETHER),
  ].some(([code]) => code.length >= SPREADS)
    ? ' loose'
    : '';

const barred = (list: readonly PaperRun[]): string => (list.some(({ strong }) => strong === 'rule') ? ' barred' : '');

const idOf = (anchor: string | undefined): string => (anchor === undefined ? '' : ` id="${anchorId(anchor)}"`);

function table(block: Extract<PaperBlock, { kind: 'table' }>): string {
  const columns = Math.max(block.header.length, ...block.rows.map((row) => row.length));
  const widths = block.widths ?? Array.from({ length: columns }, () => 1);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const columnHtml = widths.map((width) => `<col style="width:${((width / total) * 100).toFixed(3)}%">`).join('');
  const cell = (tag: 'th' | 'td', text: string, column: number): string => {
    const align = tag === 'td' ? block.align?.[column] : undefined;
    return `<${tag}${align && align !== 'left' ? ` class="${align}"` : ''}>${tag === 'th' ? inHeading(text) : inCell(text)}</${tag}>`;
  };
  const row = (tag: 'th' | 'td', cells: readonly string[]): string =>
    `<tr>${Array.from({ length: columns }, (_, column) => cell(tag, cells[column] ?? '', column)).join('')}</tr>`;
  return `<table${idOf(block.anchor)}>${block.caption ? `<caption>${escapeHtml(block.caption)}</caption>` : ''}<colgroup>${columnHtml}</colgroup>${
    block.header.length > 0 ? `<thead>${row('th', block.header)}</thead>` : ''
  }<tbody>${block.rows.map((cells) => row('td', cells)).join('')}</tbody></table>`;
}

/** Blank to be dated by hand. */
export const blankDate = (language: Language): string => say(sentence('format.blank-date'), language);

/** A label before what is written after it. */
export const labelled = (label: string, language: Language): string =>
  say(sentence('format.label', { label }), language);

/** The name of whoever signs, in print: beside the line, which stays free for the hand. */
export const printedName = (name: string, language: Language): string =>
  say(sentence('format.printed-name', { name }), language);

function signature(block: SignatureZone, language: Language): string {
  const byHand = (by: SignatureZone['signatory']): string =>
    by
      ? `<p class="hand"><span>${escapeHtml(labelled(by.label, language))}</span><i></i>${
          by.name ? `<span class="printed">${escapeHtml(printedName(by.name, language))}</span>` : ''
        }</p>`
      : '';
  const hand = `${byHand(block.signatory)}${byHand(block.witness)}`;
  const signers = (block.signers ?? []).map(
    (label) =>
      `<span>${escapeHtml(labelled(label, language))}</span><i></i><span>${escapeHtml(blankDate(language))}</span>`,
  );
  const dated = block.date ? `<p>${escapeHtml(block.date)}</p>` : `<p>${escapeHtml(blankDate(language))}</p>`;
  const mark = block.mark ? `<p>${escapeHtml(block.mark)}</p>` : '';
  const zone = block.zone === '' ? '' : `<a href="${ZONE_URL}${encodeURIComponent(block.zone)}"></a>`;
  const other = block.beside
    ? `<div class="other"><p>${escapeHtml(block.beside.label)}</p>${
        block.beside.name === '' ? '' : `<p>${escapeHtml(block.beside.name)}</p>`
      }<p>${escapeHtml(blankDate(language))}</p></div>`
    : '';
  const below = signers.length > 0 ? `<div class="signers">${signers.join('')}</div>` : '';
  return `<section class="ending">${hand}${below}<div class="seal">${other}<div><p>${escapeHtml(block.label)}</p><p>${escapeHtml(
    block.name,
  )}</p>${mark}${dated}${zone}</div></div></section>`;
}

function blockHtml(block: PaperBlock, language: Language): string {
  switch (block.kind) {
    case 'title':
      return `<h1>${escapeHtml(block.text)}${block.subtitle ? `<small>${escapeHtml(block.subtitle)}</small>` : ''}</h1>`;
    case 'notice':
      return `<p class="notice">${escapeHtml(block.text)}</p>`;
    case 'note':
      return `<p class="note">${escapeHtml(block.text)}</p>`;
    case 'heading': {
      const tag = `h${Math.min(Math.max(block.level, 1) + 1, 6)}`;
      const number = block.number ? `${escapeHtml(block.number)}\u3000` : '';
      return `<${tag}${idOf(block.anchor)} class="heading${barred(block.runs)}">${number}${runs(block.runs)}</${tag}>`;
    }
    case 'addressee':
      return `<p class="flat">${escapeHtml(block.text)}</p>`;
    case 'paragraph':
      if (isLineToWrite(block.runs))
        return `<p${idOf(block.anchor)} class="to-write${block.indent === false ? ' flat' : ''}${barred(block.runs)}">${lineToWrite(block.runs)}</p>`;
      return `<p${idOf(block.anchor)} class="${block.indent === false ? 'flat' : ''}${loose(block.runs)}${barred(block.runs)}">${runs(block.runs)}</p>`;
    case 'item': {
      const depth = Math.min(Math.max(block.depth ?? 1, 1), 5);
      return `<div${idOf(block.anchor)} class="item d${depth}${loose(block.runs, block.number)}${barred(block.runs)}"><b>${escapeHtml(
        block.number,
      )}</b><span>${runs(block.runs)}</span></div>`;
    }
    case 'table':
      return table(block);
    case 'field':
      return `<div class="field"><b>${escapeHtml(labelled(block.label, language))}</b><span>${written(block.value)}</span></div>`;
    case 'closing':
      return `<p class="closing">${escapeHtml(block.text)}</p>`;
    case 'signature':
      return signature(block, language);
    case 'contents':
      return `<nav class="contents"><h2>${escapeHtml(block.title)}</h2>${block.entries
        .map(
          ({ number, text, level, anchor }) =>
            `<a class="d${Math.min(level, 5)}" href="#${anchorId(anchor)}">${
              number ? `<b>${escapeHtml(number)}</b>` : ''
            }<span>${escapeHtml(text)}</span><i></i></a>`,
        )
        .join('')}</nav>`;
    case 'ruler':
      return rulerSvg(block.millimetres);
    case 'page-break':
      return '<div class="break"></div>';
  }
}

/** Neighbouring fields share one grid, so that their values stand under each other. */
function bodyHtml(paper: Paper): string {
  const { blocks, language } = paper;
  const kept = keptWithSignature(paper);
  return blocks
    .map((block, index) => {
      const isField = block.kind === 'field';
      const fields = kept.has(index) ? 'fields tail' : 'fields';
      const opens = isField && blocks[index - 1]?.kind !== 'field' ? `<div class="${fields}">` : '';
      const closes = isField && blocks[index + 1]?.kind !== 'field' ? '</div>' : '';
      const html = `${opens}${blockHtml(block, language)}${closes}`;
      return (block.kind === 'paragraph' || block.kind === 'note') && kept.has(index)
        ? html.replace('class="', 'class="tail ')
        : html;
    })
    .join('\n');
}

/**
 * Chromium fetches a page's fonts before it lays the page out only as far as they come first in a family, and prints what it has by then:
 * words whose font is still on its way are not drawn at all. So each font has a mark of its own, which nobody sees.
 */
const FETCHED_FIRST = ['Assent Print', 'English Marks']
  .flatMap((family) => [400, 700].map((weight) => `<i style='font:${weight} 1pt "${family}"'>\u2019</i>`))
  .join('');

/**
 * A paper as one self-contained HTML document for Chromium's printToPDF (`preferCSSPageSize`, `generateTaggedPDF`).
 * `line`: points from line to line, where a letter is tightened. Nothing is loaded but the two font files; no script; everything written by a person or a provider is escaped.
 */
export function typeset(paper: Paper, options: { readonly fontUrl: FontUrl; readonly line?: number }): string {
  const language = paper.language === 'zh' ? 'zh-CN' : 'en';
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(paper.title)}</title>
<style>${stylesheet(paper.style, options.fontUrl, options.line)}</style></head>
<body class="${paper.style === 'english-letter' ? 'letter english' : paper.style}">
${paper.language === 'en' ? `<div class="fetched">${FETCHED_FIRST}</div>` : ''}
${bodyHtml(paper)}
</body></html>
`;
}
