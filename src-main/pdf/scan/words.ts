import { say, type Sentence } from '../../agreement/sentence.ts';
import type { PageCode } from '../finish/page-code.ts';
import { SEAL_SHAPES, type SealShape } from '../finish/seal.ts';
import type { LineReading, SealReading, SealReason } from './seal-reading.ts';
import type { SeamReading, SeamReason } from './seam-reading.ts';

/** What each check says, in both languages. */

const SHAPES: Readonly<Record<SealShape, Sentence>> = {
  'round-42': { zh: '圆形 42 毫米章', en: 'a round 42 mm seal' },
  'round-40': { zh: '圆形 40 毫米章', en: 'a round 40 mm seal' },
  'round-38': { zh: '圆形 38 毫米章', en: 'a round 38 mm seal' },
  'square-22': { zh: '方形 22 毫米章', en: 'a square 22 mm seal' },
  'oval-45x30': { zh: '椭圆 45×30 毫米章', en: 'an oval 45×30 mm seal' },
};

export const noPage = (): Sentence => ({
  zh: '扫描件里没有一页是这份文书的打印件。',
  en: 'No page of the scan is a print of this letter.',
});

export const pageFound = (page: number, sheet: number): Sentence => ({
  zh: `第 ${page} 页：在扫描件第 ${sheet} 张。`,
  en: `Page ${page}: sheet ${sheet} of the scan.`,
});

export const pageMissing = (page: number, perhapsUnread: boolean): Sentence =>
  perhapsUnread
    ? {
        zh: `第 ${page} 页没有找到，可能是页码识别不出的那一张。`,
        en: `Page ${page} was not found; it may be the sheet whose code cannot be read.`,
      }
    : { zh: `缺第 ${page} 页。`, en: `Page ${page} is missing.` };

export const pageUnmeasured = (page: number, sheet: number): Sentence => ({
  zh: `第 ${page} 页在扫描件第 ${sheet} 张，但图像太模糊或分辨率不足，无法测量。`,
  en: `Page ${page} is sheet ${sheet} of the scan, but the picture is too blurred or too coarse to measure.`,
});

export const duplicate = (page: number, sheets: readonly number[]): Sentence => ({
  zh: `第 ${page} 页重复：扫描件第 ${sheets.join('、')} 张都是它。`,
  en: `Page ${page} is there more than once: sheets ${sheets.join(', ')}.`,
});

export const swapped = (order: readonly number[]): Sentence => ({
  zh: `页序颠倒：扫描件依次是第 ${order.join('、')} 页。`,
  en: `Pages are out of order: the scan has ${order.join(', ')}.`,
});

export const unreadable = (sheet: number): Sentence => ({
  zh: `扫描件第 ${sheet} 张左下角的页码识别不出，可能不属于这份文书。`,
  en: `The page code of sheet ${sheet} cannot be read; the sheet may not belong to this letter.`,
});

export function stranger(sheet: number, code: PageCode | undefined, name: string | undefined): Sentence {
  const page = code ? { zh: `第 ${code.page} 页`, en: `page ${code.page}` } : { zh: '一页', en: 'a page' };
  return name === undefined
    ? {
        zh: `扫描件第 ${sheet} 张不属于这份文书：是另一份打印件的${say(page, 'zh')}（编号 ${code?.document ?? ''}）。`,
        en: `Sheet ${sheet} does not belong to this letter: it is ${say(page, 'en')} of another print (${code?.document ?? ''}).`,
      }
    : {
        zh: `扫描件第 ${sheet} 张不属于这次打印：是“${name}”的${say(page, 'zh')}。`,
        en: `Sheet ${sheet} does not belong to this print: it is ${say(page, 'en')} of “${name}”.`,
      };
}

export const sealUnseen = (page: number): Sentence => ({
  zh: `第 ${page} 页应有的印章无法核对：这一页没有找到或无法测量。`,
  en: `The seal on page ${page} cannot be checked: the page was not found or cannot be measured.`,
});

const SEAL_REASONS: Readonly<Record<SealReason, Sentence>> = {
  'no-colour': {
    zh: '没有红色印迹，这一页没有任何颜色（如原件盖的是红章，请用彩色重新扫描）',
    en: 'there is no red ink, nor any colour on this page (if the paper bears a red seal, scan it again in colour)',
  },
  'no-red': { zh: '没有红色印迹', en: 'there is no red ink' },
  'red-without-shape': {
    zh: '盖章处有红色印迹，但看不出所选印章的外形',
    en: 'there is red ink, but not in the outline of the chosen seal',
  },
  elsewhere: { zh: '印章不在盖章处', en: 'the seal is not where it belongs' },
  'off-zone': { zh: '印章偏出盖章处', en: 'the seal stands partly outside its place' },
  'other-shape': { zh: '印章规格与所选不同', en: 'the seal is of another kind than chosen' },
  'broken-outline': { zh: '印章边框不完整', en: 'the outline of the seal is broken' },
  'red-around': { zh: '印章外围还有红色印迹', en: 'there is more red ink around the seal' },
  empty: { zh: '印章边框内几乎没有内容', en: 'there is hardly anything inside the outline' },
  solid: { zh: '印章内几乎全是红色，看不出文字', en: 'the inside is nearly all red; nothing can be read in it' },
  size: { zh: '尺寸与所选印章不符', en: 'the size is not that of the chosen seal' },
};

const millimetres = (value: number): string => value.toFixed(1);

function measured({ measured: size }: SealReading, shape: SealShape): Sentence {
  if (!size) return { zh: '', en: '' };
  const { width, height } = SEAL_SHAPES[shape];
  const text = width === height ? millimetres(size.width) : `${millimetres(size.width)}×${millimetres(size.height)}`;
  return { zh: `，量得 ${text} 毫米`, en: `, measured ${text} mm` };
}

export function seal(page: number, reading: SealReading, shape: SealShape): Sentence {
  const size = measured(reading, shape);
  if (reading.state === 'found') {
    return {
      zh: `第 ${page} 页盖有${say(SHAPES[shape], 'zh')}${say(size, 'zh')}，位置在盖章处内。`,
      en: `Page ${page} bears ${say(SHAPES[shape], 'en')}${say(size, 'en')}, in its place.`,
    };
  }
  const reasons = reading.reasons.map((reason) => SEAL_REASONS[reason]);
  const like = reading.looksLike ? SHAPES[reading.looksLike] : undefined;
  return {
    zh: `第 ${page} 页应盖${say(SHAPES[shape], 'zh')}：${reasons.map((reason) => say(reason, 'zh')).join('；')}${like ? `，像是${say(like, 'zh')}` : ''}${say(size, 'zh')}。`,
    en: `Page ${page} should bear ${say(SHAPES[shape], 'en')}: ${reasons.map((reason) => say(reason, 'en')).join('; ')}${like ? `; it looks like ${say(like, 'en')}` : ''}${say(size, 'en')}.`,
  };
}

export function line({ line: which, state, reason }: LineReading): Sentence {
  const name = which === 'name' ? { zh: '署名', en: 'the name' } : { zh: '日期', en: 'the date' };
  if (state === 'found') return { zh: `印章压在${say(name, 'zh')}上。`, en: `The seal crosses ${say(name, 'en')}.` };
  if (reason === 'not-printed') {
    return { zh: `盖章处看不到${say(name, 'zh')}一行。`, en: `The line of ${say(name, 'en')} cannot be seen.` };
  }
  return reason === 'hardly-crossed'
    ? { zh: `印章只碰到${say(name, 'zh')}的边缘。`, en: `The seal only touches ${say(name, 'en')}.` }
    : { zh: `印章没有压在${say(name, 'zh')}上。`, en: `The seal does not cross ${say(name, 'en')}.` };
}

export const seamUnseen = (page: number): Sentence => ({
  zh: `第 ${page} 页的骑缝章无法核对：这一页没有找到或无法测量。`,
  en: `The seam seal on page ${page} cannot be checked: the page was not found or cannot be measured.`,
});

const SEAM_REASONS: Readonly<Record<SeamReason, Sentence>> = {
  'no-colour': {
    zh: '右边缘没有骑缝章，这一页没有任何颜色',
    en: 'there is no seam seal at the right edge, nor any colour on this page',
  },
  'no-red': { zh: '右边缘没有骑缝章', en: 'there is no seam seal at the right edge' },
  'little-red': { zh: '右边缘只有零星红色', en: 'there are only specks of red at the right edge' },
  'edge-cut': { zh: '扫描时右边缘被裁掉，看不到骑缝章', en: 'the scan cuts off the right edge' },
  'too-short': { zh: '右边缘的红色太短，不像骑缝章', en: 'the red at the right edge is too short for a seam seal' },
  'off-edge': { zh: '红色印迹没有到纸边，不像骑缝章', en: 'the red does not run off the edge as a seam seal does' },
  height: { zh: '骑缝章的高度不对', en: 'the seam seal stands at an unusual height' },
};

export function seam(page: number, { state, reason }: SeamReading): Sentence {
  if (state === 'found') {
    return { zh: `第 ${page} 页右边缘有骑缝章。`, en: `Page ${page} bears its slice of the seam seal.` };
  }
  const why = SEAM_REASONS[reason ?? 'no-red'];
  return { zh: `第 ${page} 页：${say(why, 'zh')}。`, en: `Page ${page}: ${say(why, 'en')}.` };
}

export const seamHeight = (page: number, off: number): Sentence => ({
  zh: `第 ${page} 页的骑缝章与其他页相差 ${millimetres(off)} 毫米，可能不是同一次盖的。`,
  en: `The seam seal on page ${page} stands ${millimetres(off)} mm off the others; it may not be from the same stamping.`,
});
