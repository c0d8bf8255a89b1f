import type { Language } from './catalogue.ts';

/** What a Chinese agreement calls its parts, as English names them. */
const PARTS_ENGLISH: Readonly<Record<string, string>> = {
  附件: 'Annex',
  附录: 'Annex',
  附表: 'Schedule',
  章: 'chapter',
  节: 'section',
  条: 'clause',
  款: 'clause',
};
const NUMERAL = '〇零一二两三四五六七八九十百千';
const COUNTED = String.raw`([\d.]+|[${NUMERAL}]+)`;
const PART_OF_AGREEMENT = new RegExp(
  String.raw`^(?:(附件|附录|附表)\s*${COUNTED}?)?\s*(?:第\s*${COUNTED}\s*([章节条款])(?:第\s*${COUNTED}\s*款)?(?:第\s*${COUNTED}\s*项)?)?$`,
  'u',
);
const OF_A_CLAUSE = new RegExp(
  String.raw`^(?:[A-Z]?\d+(?:[.-]\d+)*(?:\([a-z\d]+\))*|[${NUMERAL}]+|[A-Za-z]|[ivxlc]{1,6}|[IVXLC]{1,6})$`,
  'u',
);
/** `(1)`, `（一）`, `a)`, `③`: one of a list within its clause. */
const OF_AN_ITEM = /^(?:[(（].+[)）]|[^()（）]{1,6}[)）]|[①-⑳])$/u;
/** `2.2（1）`, `第九条（二）①`: a number of its own, and the items within it. */
const ITEMS_OF = /^([^()（）①-⑳]+?)\s*((?:[(（][^()（）]{1,6}[)）]|[①-⑳])+)$/u;
/** `第（二）项`: an item that says itself what it is. */
const ITEM_SAID = /第\s*([(（][^()（）]{1,6}[)）]|[①-⑳])\s*项(?!目)/gu;
/** An English number that says itself what it is the number of. */
const NAMES_ITSELF = /^(?:annex|schedule|appendix|exhibit|attachment|section|article|chapter|part|clause|§)(?!\p{L})/iu;

/**
 * What a clause is called by its number, wherever one is named: `第 7.4 条`, `第四条` for `四、` and `第四条` alike, `第（二）项`; what names
 * itself stays as it is written (`附件二`, `第三章`, `Section A`). In English `clause 7.4`, `clause 4`, `item (2)`, `Annex 2`.
 */
export function clauseWords(number: string, language: Language): string {
  const bare = number.trim().replace(/^(?:条款|[Cc]lause\s+)\s*/u, '');
  const [, counted] = /^第\s*(.+?)\s*条$/u.exec(bare) ?? [undefined, bare];
  if (counted !== undefined && OF_A_CLAUSE.test(counted)) {
    if (language === 'en') return `clause ${englishNumber(counted)}`;
    return /[\dA-Za-z]/u.test(counted) ? `第 ${counted} 条` : `第${counted}条`;
  }
  const plain = bare.replaceAll(ITEM_SAID, '$1');
  if (OF_AN_ITEM.test(plain)) {
    if (language === 'en') return `item ${inAscii(plain)}`;
    return /[（）①-⑳]/u.test(plain) ? `第${plain}项` : `第 ${plain} 项`;
  }
  const [, over, items] = ITEMS_OF.exec(plain) ?? [];
  if (over !== undefined && items !== undefined) return itemsWords(over, items, language);
  if (language === 'zh' || NAMES_ITSELF.test(bare)) return bare;
  return partEnglish(bare) ?? `clause ${bare}`;
}

/** Brackets as English sets them; what is in them stays as the text numbers it. */
const inAscii = (items: string): string => items.replaceAll('（', '(').replaceAll('）', ')');

/** `第 2.2 条第（1）项`, `clause 2.2(1)`. */
function itemsWords(over: string, items: string, language: Language): string {
  if (language === 'en') return clauseWords(over, 'en') + inAscii(items);
  const each = items.match(/[(（][^()（）]+[)）]|[①-⑳]/gu) ?? [];
  return each.reduce((said, item) => `${said}${clauseWords(item, 'zh')}`, clauseWords(over, 'zh'));
}

/** `附件二` → `Annex 2`, `第四条第二款` → `clause 4(2)`; undefined where the number is of yet another form. */
function partEnglish(bare: string): string | undefined {
  const [, annex, annexNumber, number, unit = '', ...inside] = PART_OF_AGREEMENT.exec(bare) ?? [];
  const named = [
    annex && [PARTS_ENGLISH[annex], annexNumber && englishNumber(annexNumber)].filter(Boolean).join(' '),
    number &&
      `${PARTS_ENGLISH[unit]} ${englishNumber(number)}${inside.map((part) => part && `(${englishNumber(part)})`).join('')}`,
  ];
  return named.filter(Boolean).join(', ') || undefined;
}

const englishNumber = (written: string): string =>
  [...written].every((character) => NUMERAL.includes(character)) ? String(counted(written)) : written;

const DIGITS = '零一二三四五六七八九';
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** A Chinese numeral below 10,000 as a number: `二十三` is 23, `一〇八` is 108. */
function counted(numeral: string): number {
  let total = 0;
  let digits = 0;
  for (const character of numeral.replaceAll('〇', '零').replaceAll('两', '二')) {
    const place = PLACES[character];
    if (place === undefined) digits = digits * 10 + DIGITS.indexOf(character);
    else {
      total += Math.max(1, digits) * place;
      digits = 0;
    }
  }
  return total + digits;
}
