import { expect } from 'vitest';
import { asksWhether } from '../../../../src-main/agreement/coverage.ts';
import { importSource } from '../../../../src-main/import/source.ts';
import { buildDocx, type DocxParts, paragraph, run } from '../build-docx.ts';

export const TITLE = paragraph('示例服务协议');
export const mixed = (look: string, words = '不'): string =>
  `<w:p>${run('乙方')}${run(words, look)}${run('赔偿')}</w:p>`;
export const field = (...inner: readonly string[]): string =>
  inner.map((part) => (part.startsWith('<') ? part : `<w:r>${part}</w:r>`)).join('');
export const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
export const told = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
export const drawn = (inner: string, place = '<wp:inline><wp:extent cx="3000000" cy="900000"/>'): string => {
  const end = place.startsWith('<wp:inline') ? '</wp:inline>' : '</wp:anchor>';
  return `<w:p><w:r><w:drawing>${place}<a:graphic><a:graphicData>${inner}</a:graphicData></a:graphic>${end}</w:drawing></w:r></w:p>`;
};
export const box = (words: string, look = '', fill = '<a:noFill/>'): string =>
  `<wps:wsp><wps:spPr>${fill}</wps:spPr><wps:txbx><w:txbxContent>${paragraph(words, '', look)}</w:txbxContent></wps:txbx></wps:wsp>`;
export const picture = '<pic:pic><pic:blipFill><a:blip r:embed="p"/></pic:blipFill></pic:pic>';
export const cell = (text: string, properties = '', look = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text, '', look)}</w:tc>`;
export const WHITE = '<w:color w:val="FFFFFF"/>';
export const LIGHT = '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk1><a:srgbClr val="000000"/></a:dk1>';

export interface Expected {
  /** Lines after the title, as a person sees them. */
  readonly seen: string;
  /** The kind of each suspicion, in order. */
  readonly told?: readonly string[];
  /** Parts that are asked about. */
  readonly asked?: readonly string[];
}

export type Case = readonly [name: string, parts: string | Partial<DocxParts>, expected: Expected];

/** Reads a Word file of a title and these parts, and holds what came of it against what a person sees in Word. */
export async function expectRead(
  given: string | Partial<DocxParts>,
  { seen, told: doubts = [], asked = [] }: Expected,
): Promise<void> {
  const parts = typeof given === 'string' ? { body: given } : given;
  const bytes = buildDocx({ ...parts, body: TITLE + (parts.body ?? '') });
  const { lines, suspicions = [], coverage = [] } = await importSource(bytes, 'a.docx');
  expect(
    lines
      .slice(1)
      .map(({ text }) => text)
      .join('|'),
  ).toBe(seen);
  expect(suspicions.map(({ kind }) => kind)).toEqual(doubts);
  expect(coverage.filter(asksWhether).map(({ part }) => part)).toEqual(asked);
}
