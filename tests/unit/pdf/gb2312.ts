const decoder = new TextDecoder('gb18030');

/** Every character of a row (区) of GB 2312-80, positions 1 to 94 that are assigned. */
const row = (number: number): string =>
  Array.from({ length: number === 55 ? 89 : 94 }, (_, index) =>
    decoder.decode(Uint8Array.of(0xa0 + number, 0xa1 + index)),
  ).join('');

/** Punctuation and signs that a Chinese paper uses. */
export const PUNCTUATION = '、。，．：；！？（）〔〕《》〈〉「」『』【】“”‘’…—～·％‰￥§№℃×÷±≤≥≠→※①②③⑩㈠ⅠⅡⅢ';

/** GB 2312's 6763 ideographs and the punctuation; `sample` takes every 61st. */
export function coverageOf(extent: 'full' | 'sample'): string {
  const ideographs = Array.from({ length: 72 }, (_, index) => row(index + 16)).join('');
  const chosen = extent === 'full' ? [...ideographs] : [...ideographs].filter((_, index) => index % 61 === 0);
  return `${chosen.join('')}${PUNCTUATION}ABCXYZabcxyz0123456789`;
}
