import { type Language, say, sentence } from '../../agreement/sentence.ts';
import { keptWithSignature, widthInEms } from '../kept-together.ts';
import {
  type Paper,
  type PaperBlock,
  type PaperRun,
  type PaperStyle,
  RULE_SIGN,
  type SignatureZone,
} from '../paper.ts';
import { unbroken } from '../unbroken.ts';
import { columnsInEms, escapeHtml, inCell, inHeading, MANY, narrowed, spanned } from './cells.ts';
import { rulerSvg } from './ruler.ts';
import { spreadsALine } from './spread.ts';
import { type FontUrl, stylesheet } from './stylesheet.ts';

/** Link target that marks a rectangle on the printed page; `finish` finds it, measures it and takes it away again. */
export const ZONE_URL = 'https://zone.invalid/';

/** An anchor usable as an id and a PDF destination whatever the clause is called. */
const anchorId = (anchor: string): string =>
  `a-${[...new TextEncoder().encode(anchor)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;

/** From so many characters on a code that does not break would spread the line before it: its paragraph is not justified. */
const SPREADS = 10;
const IN_LATIN = /^[\u0021-\u007e]+$/u;

const written = (text: string, language: Language): string =>
  narrowed(spanned(text, unbroken(text, language), 'together'), language).replace(/\n/g, '<br>');

/** Bold by rule, open for its sign: that never stands on a line of its own, so that the last character goes along with it. */
function ruleBold(text: string, language: Language): string {
  const last = [...text].at(-1) ?? '';
  const before = text.slice(0, text.length - last.length);
  const bold = (words: string): string =>
    words === '' ? '' : `<strong class="rule">${written(words, language)}</strong>`;
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

const lineToWrite = (list: readonly PaperRun[], language: Language): string =>
  list
    .map((piece) => (isByHand(piece) ? roomToWrite(piece.text, 'max-width') : `<span>${run(piece, language)}</span>`))
    .join('');

/** A label, room to sign, and who signs, in print: a line to sign on like the one of a signature zone. */
const PRINTED_NAME = /^\s*(?:（[^（）]+）|Name: .+)$/u;
const isLineToSign = ([label, room, name, ...more]: readonly PaperRun[]): boolean =>
  label !== undefined &&
  room !== undefined &&
  name !== undefined &&
  more.length === 0 &&
  !isByHand(label) &&
  isByHand(room) &&
  PRINTED_NAME.test(name.text) &&
  [label, room, name].every(({ strong, change }) => strong === undefined && change === undefined);

/** @param ems width of the labels of all lines to sign on a paper, so that these begin under each other */
function lineToSign(label: string, name: string | undefined, ems: number): string {
  const printed = name === undefined ? '' : `<span class="printed">${escapeHtml(name)}</span>`;
  const column = ems > 0 ? ` style="min-width:${ems}em"` : '';
  return `<p class="hand"><span${column}>${escapeHtml(label)}</span><i></i>${printed}</p>`;
}

/** How wide the labels of several lines to sign are. */
function labelColumn({ blocks, language }: Pick<Paper, 'blocks' | 'language'>): number {
  const labels = blocks.flatMap((block) => {
    if (block.kind === 'paragraph' && isLineToSign(block.runs)) return [block.runs[0]?.text ?? ''];
    if (block.kind !== 'signature') return [];
    return [block.signatory, block.witness].flatMap((by) => (by ? [labelled(by.label, language)] : []));
  });
  return labels.length > 1 ? Math.ceil(Math.max(...labels.map(widthInEms))) : 0;
}

function run(piece: PaperRun, language: Language): string {
  const { text, strong, underline, change } = piece;
  const byHand = isByHand(piece);
  let html = byHand ? roomToWrite(text) : written(text, language);
  if (underline && !byHand) html = `<u>${html}</u>`;
  if (strong === 'source') html = `<strong>${html}</strong>`;
  if (strong === 'rule')
    html = `${byHand ? `<span class="together">${html}` : ruleBold(text, language)}<span class="sign">${RULE_SIGN}</span></span>`;
  if (change === 'inserted') html = `<ins>${html}</ins>`;
  if (change === 'deleted') html = `<del>${html}</del>`;
  return html;
}

/** What a number is of, right before it: `CNY 1,500.00`, `Article 195`. */
const BEFORE_NUMBER =
  /(?<=\b(?:[A-Z]{3}|Articles?|[Cc]lauses?|Schedules?|version|no\.)) (?=(?:<span class="together">)?\d)/gu;

const runs = (list: readonly PaperRun[], language: Language): string =>
  list
    .map((piece) => run(piece, language))
    .join('')
    .replace(BEFORE_NUMBER, '\u00a0');

/** A paragraph whose lines would be pulled apart is not justified: by a long code in it, or by what does not fit the end of a line. */
const loose = (list: readonly PaperRun[], before = ''): string => {
  const text = list.map((piece) => piece.text).join('');
  return spreadsALine(before + text) ||
    unbroken(text, 'zh').some(({ text: code }) => code.length >= SPREADS && IN_LATIN.test(code))
    ? ' loose'
    : '';
};

const barred = (list: readonly PaperRun[]): string => (list.some(({ strong }) => strong === 'rule') ? ' barred' : '');

const idOf = (anchor: string | undefined): string => (anchor === undefined ? '' : ` id="${anchorId(anchor)}"`);

function table(block: Extract<PaperBlock, { kind: 'table' }>, { language, style }: Setting): string {
  const columns = Math.max(block.header.length, ...block.rows.map((row) => row.length));
  const widths = block.widths ?? Array.from({ length: columns }, () => 1);
  const ems = columnsInEms(widths, style);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const columnHtml = widths.map((width) => `<col style="width:${((width / total) * 100).toFixed(3)}%">`).join('');
  const cell = (tag: 'th' | 'td', text: string, column: number): string => {
    const align = tag === 'td' ? block.align?.[column] : undefined;
    return `<${tag}${align && align !== 'left' ? ` class="${align}"` : ''}>${tag === 'th' ? inHeading(text, language, ems[column] ?? 0) : inCell(text, language, ems[column] ?? 0)}</${tag}>`;
  };
  const row = (tag: 'th' | 'td', cells: readonly string[]): string =>
    `<tr>${Array.from({ length: columns }, (_, column) => cell(tag, cells[column] ?? '', column)).join('')}</tr>`;
  return `<table${idOf(block.anchor)}${columns >= MANY ? ' class="many"' : ''}>${block.caption ? `<caption>${escapeHtml(block.caption)}</caption>` : ''}<colgroup>${columnHtml}</colgroup>${
    block.header.length > 0 ? `<thead>${row('th', block.header)}</thead>` : ''
  }<tbody>${block.rows.map((cells) => row('td', cells)).join('')}</tbody></table>`;
}

/** Blank to be dated by hand. */
export const blankDate = (language: Language): string => say(sentence('format.blank-date'), language);

/** In Chinese its words leave room for the figures; in English there is a line to write on. */
const datedByHand = (language: Language): string =>
  language === 'en'
    ? `<p class="dated">${escapeHtml(blankDate(language).trim())}<i></i></p>`
    : `<p>${escapeHtml(blankDate(language))}</p>`;

/** A label before what is written after it. */
export const labelled = (label: string, language: Language): string =>
  say(sentence('format.label', { label }), language);

/** The name of whoever signs, in print: beside the line, which stays free for the hand. */
export const printedName = (name: string, language: Language): string =>
  say(sentence('format.printed-name', { name }), language);

function signature(block: SignatureZone, language: Language, column: number): string {
  const byHand = (by: SignatureZone['signatory']): string =>
    by ? lineToSign(labelled(by.label, language), by.name ? printedName(by.name, language) : undefined, column) : '';
  const hand = `${byHand(block.signatory)}${byHand(block.witness)}`;
  const signers = (block.signers ?? []).map(
    (label) =>
      `<span>${escapeHtml(labelled(label, language))}</span><i></i><span>${escapeHtml(blankDate(language))}</span>`,
  );
  const dated = block.date ? `<p>${escapeHtml(block.date)}</p>` : datedByHand(language);
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

/** What a block needs to know of its paper; `column`: how wide the labels of its lines to sign are, in ems. */
interface Setting {
  readonly language: Language;
  readonly style: PaperStyle;
  readonly column: number;
}

function blockHtml(block: PaperBlock, setting: Setting): string {
  const { language, column } = setting;
  switch (block.kind) {
    case 'title':
      return `<h1>${escapeHtml(block.text)}${block.subtitle ? `<small>${escapeHtml(block.subtitle)}</small>` : ''}</h1>`;
    case 'notice':
      return `<p class="notice">${written(block.text, language)}</p>`;
    case 'note':
      return `<p class="note">${written(block.text, language)}</p>`;
    case 'heading': {
      const tag = `h${Math.min(Math.max(block.level, 1) + 1, 6)}`;
      const number = block.number ? `${escapeHtml(block.number)}\u3000` : '';
      return `<${tag}${idOf(block.anchor)} class="heading${barred(block.runs)}">${number}${runs(block.runs, language)}</${tag}>`;
    }
    case 'addressee':
      return `<p class="flat">${escapeHtml(block.text)}</p>`;
    case 'paragraph':
      if (isLineToSign(block.runs)) return lineToSign(block.runs[0]?.text ?? '', block.runs[2]?.text.trim(), column);
      if (isLineToWrite(block.runs))
        return `<p${idOf(block.anchor)} class="to-write${block.indent === false ? ' flat' : ''}${barred(block.runs)}">${lineToWrite(block.runs, language)}</p>`;
      return `<p${idOf(block.anchor)} class="${block.indent === false ? 'flat' : ''}${loose(block.runs)}${barred(block.runs)}">${runs(block.runs, language)}</p>`;
    case 'item': {
      const depth = Math.min(Math.max(block.depth ?? 1, 1), 5);
      return `<div${idOf(block.anchor)} class="item d${depth}${loose(block.runs, block.number)}${barred(block.runs)}"><b>${escapeHtml(
        block.number,
      )}</b><span>${runs(block.runs, language)}</span></div>`;
    }
    case 'table':
      return table(block, setting);
    case 'field':
      return `<div class="field"><b>${escapeHtml(labelled(block.label, language))}</b><span>${written(block.value, language)}</span></div>`;
    case 'closing':
      return `<p class="closing">${escapeHtml(block.text)}</p>`;
    case 'signature':
      return signature(block, language, column);
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
  const setting = { language, style: paper.style, column: labelColumn(paper) };
  return blocks
    .map((block, index) => {
      const isField = block.kind === 'field';
      const fields = kept.has(index) ? 'fields tail' : 'fields';
      const opens = isField && blocks[index - 1]?.kind !== 'field' ? `<div class="${fields}">` : '';
      const closes = isField && blocks[index + 1]?.kind !== 'field' ? '</div>' : '';
      const html = `${opens}${blockHtml(block, setting)}${closes}`;
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
