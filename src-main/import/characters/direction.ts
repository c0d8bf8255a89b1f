import bidiFactory from 'bidi-js';

const bidi = bidiFactory();

/** The characters of a line in the order in which they are drawn, and where each stood. */
export interface Drawn {
  readonly text: string;
  /** For each UTF-16 unit of `text` its index in the line. */
  readonly from: readonly number[];
}

/**
 * A line of a text that runs from left to right in the order in which it is drawn (Unicode's bidirectional algorithm), what steers the
 * direction still in it. Brackets that are drawn turned around are turned around.
 */
export function drawnOrder(line: string): Drawn {
  const levels = bidi.getEmbeddingLevels(line, 'ltr');
  const from = withWholePairs(line, bidi.getReorderedIndices(line, levels));
  const mirrored = bidi.getMirroredCharactersMap(line, levels.levels);
  return { text: from.map((index) => mirrored.get(index) ?? line[index] ?? '').join(''), from };
}

/** The halves of a character beyond the first plane keep their order. */
function withWholePairs(line: string, order: readonly number[]): readonly number[] {
  const whole = [...order];
  for (let at = 0; at + 1 < whole.length; at++) {
    const [one = 0, other = 0] = [whole[at], whole[at + 1]];
    if (one !== other + 1 || !/[\udc00-\udfff]/.test(line[one] ?? '') || !/[\ud800-\udbff]/.test(line[other] ?? ''))
      continue;
    whole[at] = other;
    whole[at + 1] = one;
    at++;
  }
  return whole;
}
