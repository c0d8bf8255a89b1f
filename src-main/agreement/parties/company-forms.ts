/** Latin words that lead a Chinese name. What ends in a stop is of the sentence before it, unless it is shortened: `St. Halvor`. */
export const LATIN_BEFORE =
  '(?:[A-Z](?:[A-Za-z0-9&.]*[A-Za-z0-9&])? |(?<![A-Za-z])(?:St|Mt|Ft|Dr|Bros|[A-Z](?:\\.[A-Z])*)\\. ){0,4}';
/** How a Chinese company names itself in full. */
export const COMPANY = `${LATIN_BEFORE}[\\p{Script=Han}（）()A-Za-z0-9·&]{2,40}?(?:有限(?:责任)?公司|股份公司|集团公司|集团|(?:分|总|子)?公司)(?:[\\p{Script=Han}]{2,12}?分公司)?`;

/** Legal forms that no English word is written like. */
const FORMS =
  'Inc|INC|LLC|L\\.L\\.C|Ltd|LTD|Limited|Corp|CORP\\.|Corporation|GmbH|AG|B\\.V|N\\.V|S\\.A(?:\\.S|\\.R\\.L)?|S\\.[LR]\\.?L?|S\\.p\\.A|SpA|SARL|S\\.à r\\.l|PLC|plc|(?:Pte|PTE|Pty|PTY|Pvt)\\.? (?:Ltd|LTD|Limited|LIMITED)|C[oO]\\.,? (?:Ltd|LTD|Limited|LIMITED)|Company|Co\\.|LP|L\\.P|LLP|Oyj?|ApS|A/S|K\\.K|PBC|Kft|s\\.r\\.o|a\\.s|d\\.o\\.o|sp\\. z o\\.o|Sp\\. z o\\.o|Sdn\\.? Bhd';
/** Forms that in capitals are words as well: only behind a name with small letters, and not before another capital. */
const CAPITALS = '(?<=\\p{Ll},? )(?:AS|AB|SE|SA|SAS|SRL|NV|BV|KG|UG|KK)(?! \\p{Lu})';
/** How a company names itself in full in English, with the legal forms of other countries. */
export const ENGLISH_COMPANY = `(?:\\p{Lu}|(?<![\\p{L}\\p{N}.@/-])(?!(?:not|be|is|are|was)\\b)\\p{Ll}(?=[\\w.]{2,20},? (?:Inc|LLC|Ltd|GmbH|B\\.V|Limited)\\b))[\\w&.'-]{0,30}(?: (?:[A-Z(][\\w&.'()-]{0,30}|of|and|&)){0,6}?,? (?:${FORMS}|${CAPITALS})(?![\\p{L}\\p{N}])\\.?`;

/**
 * A name without what stands before a bracket that it does not close, which is of the sentence: `我们（星桥科技(上海)有限公司`,
 * `We (Quayside (Oslo) Ltd`.
 */
export function ownName(found: string): string {
  let open = 0;
  for (let at = found.length - 1; at >= 0; at -= 1) {
    if (/[）)]/u.test(found.charAt(at))) open += 1;
    else if (/[（(]/u.test(found.charAt(at)) && (open -= 1) < 0) return found.slice(at + 1).trim();
  }
  return found;
}
