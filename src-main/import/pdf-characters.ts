/** Radicals of the supplement (U+2E80…) that printing programs write for the characters people mean; Unicode gives them no mapping. */
const SUPPLEMENT: Readonly<Record<string, string>> = {
  '⺁': '厂',
  '⺊': '卜',
  '⺎': '兀',
  '⺒': '巳',
  '⺓': '幺',
  '⺝': '月',
  '⺟': '母',
  '⺠': '民',
  '⺫': '目',
  '⺮': '竹',
  '⺻': '聿',
  '⺼': '月',
  '⻁': '虎',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻉': '贝',
  '⻋': '车',
  '⻑': '長',
  '⻒': '长',
  '⻓': '长',
  '⻔': '门',
  '⻗': '雨',
  '⻘': '青',
  '⻙': '韦',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻢': '马',
  '⻣': '骨',
  '⻤': '鬼',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻧': '卤',
  '⻨': '麦',
  '⻩': '黄',
  '⻫': '斉',
  '⻬': '齐',
  '⻮': '齿',
  '⻯': '竜',
  '⻰': '龙',
  '⻳': '龟',
};

/** Private characters that office programs print for bullets and boxes of symbol fonts. */
const SYMBOLS: Readonly<Record<string, string>> = {
  '\uf0b7': '•',
  '\uf06c': '●',
  '\uf06e': '■',
  '\uf0d8': '➢',
  '\uf0a8': '☐',
  '\uf06f': '☐',
  '\uf0fe': '☑',
  '\uf052': '☑',
  '\uf0fc': '✓',
};

const SPECIAL =
  /[\u2e80-\u2fdf\uf000-\uf0ff\uf900-\ufaff\ufb00-\ufb06\u00ad\u200b\ufeff]|[\u0000-\u0008\u000e-\u001f]/gu; // eslint-disable-line no-control-regex

/**
 * The characters a glyph stands for: radical forms (⽅) and compatibility forms become the unified ideographs (方) they are drawn
 * for, ligatures their letters, symbol fonts their signs. Nothing else is changed; control characters stand for nothing.
 */
export function readCharacters(unicode: string): string {
  if (unicode === '' || !SPECIAL.test(unicode)) return unicode;
  SPECIAL.lastIndex = 0;
  return unicode.replace(SPECIAL, (char) => {
    if (char < ' ' || char === '\u200b' || char === '\ufeff') return '';
    if (char === '\u00ad') return '-';
    return SUPPLEMENT[char] ?? SYMBOLS[char] ?? char.normalize('NFKC');
  });
}

/** True for what a font without a Unicode map leaves: replacement and private characters. */
export function isUnreadable(text: string): boolean {
  return /[\uFFFD\uE000-\uF8FF]/.test(text);
}
