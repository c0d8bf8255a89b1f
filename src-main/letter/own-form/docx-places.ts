import type { Paragraph, PartText, Row } from './docx-text.ts';
import { knownField, plainLabel } from './known-label.ts';
import type { FormPlace } from './own-form.ts';

/** A place in one paragraph: these characters give way to the value. */
export interface DocxPlace extends FormPlace {
  readonly paragraph: Paragraph;
  readonly start: number;
  readonly end: number;
}

type Found = Omit<DocxPlace, 'id' | 'paragraph'>;

/** `{{公司名称}}`, `${公司名称}`, `«公司名称»`: nothing else is ever written so. */
const TOKEN = /\{\{\s*([^{}\n]{1,40}?)\s*\}\}|\$\{\s*([^{}\n]{1,40}?)\s*\}|«\s*([^«»\n]{1,40}?)\s*»/gu;
/** Brackets also set headings apart: they count where they ask for something known, or say “fill in”. */
const BRACKETS = /【\s*([^【】\n]{1,40}?)\s*】|[[［]\s*([^[\]［］\n]{1,40}?)\s*[\]］]/gu;
const FILL_IN = /^(?:请)?(?:填写|填入|输入|插入)|^(?:please )?(?:fill in|insert|enter)\b/iu;
const BLANK_DATE = /[_＿\s\u3000]+年[_＿\s\u3000]+月[_＿\s\u3000]+日/gu;
const BLANK = /[_＿]{2,}/gu;

/** Underlined spaces are blanks to write on: for the search they are what they look like. */
function seen({ nodes }: Paragraph): string {
  return nodes
    .map(({ text, underlined }) => (underlined && text.trim() === '' ? '_'.repeat(text.length) : text))
    .join('');
}

function tokens(text: string): readonly Found[] {
  const written = [...text.matchAll(TOKEN)];
  const bracketed = [...text.matchAll(BRACKETS)].filter((match) => {
    const label = match[1] ?? match[2] ?? '';
    return FILL_IN.test(label) || knownField(label) !== undefined;
  });
  return [...written, ...bracketed].map((match) => ({
    label: (match[1] ?? match[2] ?? match[3] ?? '').replace(FILL_IN, '').trim() || match[0],
    start: match.index,
    end: match.index + match[0].length,
    shared: true,
  }));
}

/** The words before a blank that name it: back to the last mark, tab or wide space. */
function labelBefore(text: string): string {
  const close = text.replace(
    /(?<![^\s\u3000])(\p{Script=Han})[\s\u3000]+(\p{Script=Han})(?=[\s\u3000::：]|$)/gu,
    '$1$2',
  );
  const words = /([^，。；、！？,;!?\t_＿：:]{1,40})[:：]?[\s\u3000]*$/u.exec(close)?.[1] ?? '';
  return plainLabel(words.split(/\s{2,}|\u3000/u).at(-1) ?? '');
}

function blanks(text: string, taken: readonly Found[]): readonly Found[] {
  const free = (start: number, end: number): boolean => taken.every((one) => end <= one.start || start >= one.end);
  const dates = [...text.matchAll(BLANK_DATE)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => free(start, end));
  const lines = [...text.matchAll(BLANK)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => free(start, end) && dates.every((date) => end <= date.start || start >= date.end));
  let from = 0;
  return [...dates.map((place) => ({ ...place, date: true })), ...lines.map((place) => ({ ...place, date: false }))]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, date }): Found => {
      const before = labelBefore(text.slice(from, start));
      const after = plainLabel(/^[\s\u3000]*[(（]([^)）]{1,12})/u.exec(text.slice(end))?.[1] ?? '');
      from = end;
      if (date) return { label: before || '日期', start, end, kind: 'date' };
      return { label: before || after || '空白', start, end };
    });
}

/** `联系人：` with nothing after it, where the words before the colon are known. */
function openEnd(text: string): readonly Found[] {
  const label = /(?:^|[\s\u3000，；])([^，。；：:\s][^，。；：:]{0,20})[:：][\s\u3000]*$/u.exec(text)?.[1];
  if (label === undefined || knownField(label) === undefined) return [];
  return [{ label, start: text.length, end: text.length }];
}

function inParagraph(paragraph: Paragraph): readonly Omit<DocxPlace, 'id'>[] {
  const text = seen(paragraph);
  const written = tokens(text);
  const found = [...written, ...blanks(text, written)];
  const all = found.length > 0 ? found : openEnd(text);
  return all.toSorted((a, b) => a.start - b.start).map((place) => ({ ...place, paragraph }));
}

const words = (cell: readonly Paragraph[] | undefined): string => (cell ?? []).map(({ text }) => text.trim()).join('');

/** In forms made as tables an empty cell is named by the one before it. A row of data is not: it begins with a number, or is uneven. */
function emptyCells(row: Row): readonly Omit<DocxPlace, 'id'>[] {
  const texts = row.map(words);
  const pairs = texts.flatMap((text, index) => {
    const label = texts[index - 1] ?? '';
    return text === '' && label !== '' && label.length <= 30 ? [{ index, label }] : [];
  });
  const alternate = texts.length % 2 === 0 && texts.every((text, index) => (index % 2 === 0) === (text !== ''));
  return pairs.flatMap(({ index, label }) => {
    const paragraph = row[index]?.[0];
    const plausible = knownField(label) !== undefined || (alternate && !/^\d/u.test(label));
    return plausible && paragraph ? [{ label, paragraph, start: 0, end: 0 }] : [];
  });
}

/** All places of a part that wait for a value, in the order of the text. */
export function placesOf({ paragraphs, rows }: PartText, part: string): readonly DocxPlace[] {
  const inText = paragraphs.flatMap(inParagraph);
  const filled = new Set(inText.map(({ paragraph }) => paragraph));
  const inCells = rows.flatMap(emptyCells).filter(({ paragraph }) => !filled.has(paragraph));
  return [...inText, ...inCells]
    .toSorted((a, b) => a.paragraph.end - b.paragraph.end || a.start - b.start)
    .map((place, index) => ({ ...place, id: `${part}#${index + 1}` }));
}
