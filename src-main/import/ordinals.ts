/** Ways to write the number of a list item; names follow CSS where it has one. */
export type OrdinalStyle =
  | 'decimal'
  | 'decimal-zero'
  | 'decimal-full-width'
  | 'lower-letter'
  | 'upper-letter'
  | 'lower-roman'
  | 'upper-roman'
  | 'chinese'
  | 'chinese-digits'
  | 'chinese-formal'
  | 'circled'
  | 'parenthesised'
  | 'full-stop'
  | 'heavenly-stem'
  | 'earthly-branch'
  | 'english-ordinal';

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
const DIGITS = '〇一二三四五六七八九';
const FORMAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let text = '';
  for (const [worth, letters] of ROMAN) {
    while (rest >= worth) {
      text += letters;
      rest -= worth;
    }
  }
  return text;
}

/** a…z, then aa, ab … as browsers count; Word writes aa, bb (`repeat`). */
function letters(value: number, repeat: boolean): string {
  if (value < 1) return String(value);
  if (repeat) return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.min(12, Math.ceil(value / 26)));
  let rest = value;
  let text = '';
  while (rest > 0) {
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
    rest = Math.floor((rest - 1) / 26);
  }
  return text;
}

function counted(value: number, digits: string, units: readonly string[], tenAlone: boolean): string {
  if (value < 1 || value > 9999) return String(value);
  const zero = digits[0] === '〇' ? '零' : (digits[0] ?? '');
  const figures = [...String(value)].map(Number);
  let text = '';
  let skipped = false;
  figures.forEach((figure, index) => {
    if (figure === 0) {
      skipped = true;
      return;
    }
    if (skipped && text !== '') text += zero;
    skipped = false;
    text += (digits[figure] ?? '') + (units[figures.length - 1 - index] ?? '');
  });
  return tenAlone && value >= 10 && value < 20 ? text.slice(1) : text;
}

function fromRow(value: number, first: number, last: number): string {
  return value >= 1 && value <= last - first + 1 ? String.fromCharCode(first + value - 1) : String(value);
}

function englishOrdinal(value: number): string {
  const teen = value % 100 >= 11 && value % 100 <= 13;
  const ending = teen ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' }[value % 10] ?? 'th');
  return `${value}${ending}`;
}

/**
 * The number of a list item as written: `3`, `c`, `iii`, `三`, `③`. A style that cannot write the value falls back to digits.
 * @param repeat letters beyond z as Word writes them (`aa`, `bb`) and not as browsers do (`aa`, `ab`)
 */
export function ordinal(value: number, style: OrdinalStyle, repeat = false): string {
  switch (style) {
    case 'decimal':
      return String(value);
    case 'decimal-zero':
      return value >= 0 && value < 10 ? `0${value}` : String(value);
    case 'decimal-full-width':
      return String(value).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
    case 'lower-letter':
      return letters(value, repeat);
    case 'upper-letter':
      return letters(value, repeat).toUpperCase();
    case 'lower-roman':
      return roman(value);
    case 'upper-roman':
      return roman(value).toUpperCase();
    case 'chinese':
      return counted(value, DIGITS, ['', '十', '百', '千'], true);
    case 'chinese-digits':
      return String(value).replace(/\d/g, (digit) => DIGITS[Number(digit)] ?? digit);
    case 'chinese-formal':
      return counted(value, FORMAL_DIGITS, ['', '拾', '佰', '仟'], false);
    case 'circled':
      return value <= 20 ? fromRow(value, 0x2460, 0x2473) : fromRow(value - 20, 0x3251, 0x325f);
    case 'parenthesised':
      return fromRow(value, 0x2474, 0x2487);
    case 'full-stop':
      return fromRow(value, 0x2488, 0x249b);
    case 'heavenly-stem':
      return value >= 1 ? (STEMS[(value - 1) % 10] ?? '') : String(value);
    case 'earthly-branch':
      return value >= 1 ? (BRANCHES[(value - 1) % 12] ?? '') : String(value);
    case 'english-ordinal':
      return englishOrdinal(value);
  }
}
