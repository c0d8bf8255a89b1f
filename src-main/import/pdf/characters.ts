/**
 * Radicals of the supplement (U+2E80…), each before the character it is drawn as. Printing programs write them for the characters
 * people mean because fonts share the glyph; Unicode gives them no mapping. Collected from the glyphs that Source Han fonts share.
 */
const SUPPLEMENT_PAIRS =
  '⺁厂⺂乛⺃乚⺅亻⺉刂⺊卜⺋㔾⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺘扌⺙攵⺛旡⺝月⺞歺⺟母⺠民⺡氵⺣灬⺤爫⺦丬⺨犭⺫目⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳㓁⺹耂⺺肀⺻聿⺼月⺾艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';
const SUPPLEMENT = new Map(
  [...SUPPLEMENT_PAIRS].flatMap((char, index, all) =>
    index % 2 === 0 ? [[char, all[index + 1] ?? char] as const] : [],
  ),
);

/** The one radical whose mapping (戶) is not what a simplified font draws (户): settled by the rest of the text. */
const DOOR = '⼾';
const SIMPLIFIED_ONLY = /[们这为时来对发产经国业东应说过现无个会关务责费总]/g;
const TRADITIONAL_ONLY = /[們這為時來對發產經國業東應說過現無個會關務責費總]/g;

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
    if (char === DOOR) return char;
    return SUPPLEMENT.get(char) ?? SYMBOLS[char] ?? char.normalize('NFKC');
  });
}

/** What the door radical stands for in a text of these characters. */
export function settleDoor(text: string): { readonly from: string; readonly to: string } {
  const simplified = text.match(SIMPLIFIED_ONLY)?.length ?? 0;
  const traditional = text.match(TRADITIONAL_ONLY)?.length ?? 0;
  return { from: DOOR, to: traditional > simplified ? '戶' : '户' };
}

/** Accented letters and signs: the look of Chinese bytes taken for Latin ones. No language writes more than a third of them. */
const LATIN_HIGH = /[\u00a1-\u024f\u02c6-\u02dd\u2020-\u2022\u2030\ufb00-\ufb06]/;

/** True for the characters that a text consists of when a font's codes were taken for another alphabet's. */
export function isForeignLooking(text: string): boolean {
  return LATIN_HIGH.test(text);
}

/** True for what a font without a Unicode map leaves: replacement and private characters. */
export function isUnreadable(text: string): boolean {
  return /[\uFFFD\uE000-\uF8FF]/.test(text);
}
