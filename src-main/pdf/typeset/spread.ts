import { LINE_WIDTH } from '../kept-together.ts';
import { unbroken } from '../unbroken.ts';

/** What does not break: words of letters and digits with the marks that open before them and close behind them, else one character. */
const UNIT = /[“‘（《〈【「『(]*(?:[\u0021-\u024f\u00a0‰]+|[\s\S])[，。、；：！？”’）》〉】」』)%]*/gu;

/** How wide characters of other scripts are, in widths of a Chinese one. */
const NARROW = /[\s\u00a0.,:;!|()[\]ijlt]/u;
const widthOf = (unit: string): number =>
  [...unit].reduce((sum, each) => sum + (NARROW.test(each) ? 0.28 : each.charCodeAt(0) < 0x2000 ? 0.56 : 1), 0);

/** Characters that a line may be short of its measure and still be spread over it without being seen. */
const UNSEEN = 1.5;

/** What goes to the next line whole: units, several of them where what does not break goes on over them. */
function unitsOf(words: string): readonly string[] {
  const whole = unbroken(words, 'zh');
  const units: string[] = [];
  for (const { index, 0: unit } of words.matchAll(UNIT)) {
    const goesOn = whole.some((each) => index > each.index && index < each.index + each.text.length);
    if (goesOn) units.push((units.pop() ?? '') + unit);
    else units.push(unit);
  }
  return units;
}

/**
 * Whether a Chinese letter would pull the characters of one of its lines apart: where what comes next does not break and leaves a line
 * short by more than can be spread unseen.
 */
export function spreadsALine(words: string): boolean {
  let filled = 2;
  for (const unit of unitsOf(words)) {
    const width = widthOf(unit);
    if (filled + width <= LINE_WIDTH.zh) filled += width;
    else if (LINE_WIDTH.zh - filled > UNSEEN) return true;
    else filled = width;
  }
  return false;
}
