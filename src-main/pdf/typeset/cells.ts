import type { Language } from '../../agreement/sentence.ts';
import { IN_BRACKETS, widthInEms } from '../kept-together.ts';
import { PAGE, type PaperStyle, toPoints, TYPE } from '../paper.ts';
import { type Stretch, unbrokenInCell } from '../unbroken.ts';

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

/** Text as HTML: stretches of it one way, and what stands between them another. */
function pieced<Each extends Stretch>(
  text: string,
  stretches: readonly Each[],
  within: (stretch: Each) => string,
  between: (text: string) => string = escapeHtml,
): string {
  let at = 0;
  const parts = stretches.flatMap((stretch) => {
    const before = text.slice(at, stretch.index);
    at = stretch.index + stretch.text.length;
    return [between(before), within(stretch)];
  });
  return [...parts, between(text.slice(at))].join('');
}

/** Text as HTML, with some of it in spans of a class. */
export const spanned = (text: string, stretches: readonly Stretch[], style: string): string =>
  pieced(text, stretches, (stretch) => `<span class="${style}">${escapeHtml(stretch.text)}</span>`);

/** A wide closing mark brings its own white: in English the blank behind it would double it. */
const BEHIND_WIDE = /([）》】」』](?:<\/span>)?) (?=\S)/gu;

export const narrowed = (html: string, language: Language): string =>
  language === 'en' ? html.replace(BEHIND_WIDE, '$1<span class="narrow"> </span>') : html;

/** So many columns of a record are set smaller, so that days and words find room in them; an English letter’s are anyway. */
export const MANY = 6;
const SMALL_TABLE = { size: 9.5, padding: 1.2 } as const;
/** Widths are estimates: what fits by so much less fits. */
const SURELY = 0.95;

/** What closes behind a stretch, which may go on to the next line where the cell has no room for it. */
const CLOSES = /[版”’）》〉】」』)%，。、；：！？,.;]+$/u;

/** @param ems how wide a line of the cell is: what fits it does not break, and what does not begins on a line of its own */
export function inCell(text: string, language: Language, ems: number): string {
  const stretches = unbrokenInCell(text, language).map(({ index, text: whole }) => {
    const short = whole.replace(CLOSES, '');
    const fits = [whole, short].find((each) => each !== '' && widthInEms(each) <= ems * SURELY);
    return { index, text: fits ?? whole, style: fits ? 'together' : 'piece' };
  });
  const set = (stretch: (typeof stretches)[number]): string =>
    `<span class="${stretch.style}">${escapeHtml(stretch.text)}</span>`;
  return narrowed(pieced(text, stretches, set), language);
}

/** How wide the lines of a table's columns are, in the size of its type. */
export function columnsInEms(shares: readonly number[], style: PaperStyle): readonly number[] {
  const isSmall = style === 'english-letter' || (style === 'record' && shares.length >= MANY);
  const size = isSmall ? SMALL_TABLE.size : Math.min(TYPE[style].body, 10.5);
  const padding = isSmall ? SMALL_TABLE.padding : 1.8;
  const total = shares.reduce((sum, share) => sum + share, 0);
  const width = PAGE.width - PAGE.left - PAGE.right;
  return shares.map((share) => toPoints((width * share) / total - 2 * padding) / size);
}

/** A heading goes on to its next line before a bracket, not within it. */
export function inHeading(text: string, language: Language, ems: number): string {
  const brackets = [...text.matchAll(IN_BRACKETS)].map(({ index, 0: bracket }) => ({ index, text: bracket }));
  const cell = (part: string): string => inCell(part, language, ems);
  return pieced(text, brackets, (bracket) => `<span class="piece">${cell(bracket.text)}</span>`, cell);
}
