import type { Paper, PaperStyle } from '../paper.ts';

/** Points from line to line, at first and at last, where a paper is only a little longer than its pages. */
const TIGHTENED: Readonly<Partial<Record<PaperStyle, readonly [tighter: number, tightest: number]>>> = {
  letter: [26, 22.5],
  'english-letter': [16.2, 15],
  record: [15.7, 14.7],
  agreement: [18.8, 17.8],
};

/** Pages at most that are tightened: of a longer paper nobody sees that its last page is short. */
const MOST_PAGES: Readonly<Record<PaperStyle, number>> = { letter: 3, 'english-letter': 3, record: 8, agreement: 5 };

/**
 * A paper that is only a little longer than its pages is tightened to fit them before it spills onto another; what it has annexed on
 * pages of their own does not count.
 * @param print at so many points from line to line, by default as the style has them
 */
export async function fitted(
  { blocks, style }: Pick<Paper, 'blocks' | 'style'>,
  print: (line?: number) => Promise<Uint8Array>,
  pagesOf: (pdf: Uint8Array) => Promise<number>,
): Promise<Uint8Array> {
  const plain = await print();
  const annexed = blocks.filter(({ kind }) => kind === 'page-break').length;
  const lines = TIGHTENED[style];
  const pages = await pagesOf(plain);
  if (!lines || pages < 2 + annexed || pages > MOST_PAGES[style] + annexed) return plain;
  const spills = async (pdf: Uint8Array): Promise<boolean> => (await pagesOf(pdf)) >= pages;
  const tightest = await print(lines[1]);
  if (await spills(tightest)) return plain;
  const tighter = await print(lines[0]);
  return (await spills(tighter)) ? tightest : tighter;
}
