/** Legal forms at the end of a Chinese name. A branch is no form: it is told apart from its company. */
const CHINESE_FORM = /(?:股份有限公司|有限责任公司|有限公司|股份公司|集团公司|总公司|(?<!分|子)公司|集团)$/u;
/** Legal forms at the end of a name in Latin letters, without their stops. */
const LATIN_FORM =
  /(?<= )(?:co ltd|company limited|(?:pte|pty|pvt|private) (?:ltd|limited)|sdn bhd|ltd|limited|inc|incorporated|corp|corporation|ll[cp]|l l c|plc|gmbh|ag|se|sa|s a|b ?v|n ?v|ab|oyj?|aps|a s|s ?r ?l|sarl|s ?p ?a|k ?k|co|company|group|holdings?)$/u;
/** Forms that are written in more than one way. */
const FAMILIES: readonly RegExp[] = [
  /^(?:有限责任公司|有限公司)$/u,
  /^(?:co ltd|company limited|ltd|limited)$/u,
  /^inc/u,
  /^corp/u,
  /^l ?l ?c$/u,
];
/** What a company does, behind its brand. */
const TRADE =
  /(?:科技|技术|信息|网络|软件|数据|智能|计算|电子|通信|数字|服务| (?:technology|technologies|tech|software|systems|services|networks?|computing|information|data|digital))$/u;
const PLACE_NAMES =
  '中国|北京|上海|天津|重庆|广州|深圳|杭州|南京|苏州|无锡|宁波|温州|嘉兴|合肥|福州|厦门|泉州|济南|青岛|郑州|武汉|长沙|成都|西安|昆明|贵阳|南宁|海口|石家庄|太原|沈阳|大连|长春|哈尔滨|兰州|乌鲁木齐|珠海|佛山|东莞|香港|澳门|浙江|江苏|广东|福建|山东|河南|河北|湖北|湖南|四川|贵州|安徽|江西|陕西';
const PLACES = new RegExp(
  `^(?:${PLACE_NAMES})(?:省|市|特别行政区)?|^(?:china|beijing|shanghai|hangzhou|shenzhen|guangzhou|nanjing|hong kong) `,
  'u',
);
/** Words that many companies share: by them alone, and with a place before them, nobody is known. */
const SHARED_CHINESE =
  '科技|技术|信息|网络|软件|数据|智能|计算|电子|通信|数字|服务|银行|保险|证券|基金|支付|金融|投资|电信|移动|联通|云|系统|平台|互联|传媒|文化|教育|物流|快递|贸易|商务|咨询|管理|发展|实业|产业';
const SHARED = new RegExp(`^(?:${SHARED_CHINESE})+$`, 'u');
const TRADES_LATIN =
  'technology|technologies|tech|software|systems?|services?|networks?|computing|information|data|digital|clouds?|internet|online|web|platforms?|solutions?|the|of|and';
const OF_TRADES = new RegExp(`^(?:(?:${TRADES_LATIN})(?: |$))+$`, 'u');
const SHARED_LATIN = new RegExp(
  `^(?:(?:${TRADES_LATIN}|banks?|banking|insurance|payments?|finance|financial|capital|telecom|mobile|media|education|logistics|trading|consulting|management|international|global)(?: |$))+$`,
  'u',
);
/** The place in brackets that tells companies of one group apart. */
const BRACKETS = /[（(][^（()）]{1,12}[）)]/gu;
/** Marks beside a name that are no part of it, before their letters become letters. */
const MARKS = /[™®©℠]/gu;

/** The star of a footnote, at an end of a word. */
const FOOTNOTE = /(?<!\S)\*+|\*+(?!\S)/gu;

/** A name without its stops. Signs that are said with it tell names apart: C++ is not C, and 1&1 is not 11. */
const plain = (name: string): string =>
  name
    .replaceAll(MARKS, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{Sc}+#&@%*=]+/gu, ' ')
    .replaceAll(FOOTNOTE, '')
    .trim();
/** Without blanks, except between figures: 3-6 is not 36. */
const squeezed = (words: string): string => words.replaceAll(/(?<!\p{N}) | (?!\p{N})/gu, '');

/** A name without its legal form, and that form; absent where it bears none. */
function formed(words: string): { readonly bare: string; readonly form: string } | undefined {
  const form = (CHINESE_FORM.exec(words) ?? LATIN_FORM.exec(words))?.[0];
  const bare = form === undefined ? '' : words.slice(0, -form.length).trim();
  return form === undefined || bare === '' ? undefined : { bare, form };
}

const isSameForm = (one: string, other: string): boolean =>
  one === other || FAMILIES.some((family) => family.test(one) && family.test(other));

/** Brands that a company of this full name may go by: without the place before, and without what it does behind. */
function brandsOf(bare: string): ReadonlySet<string> {
  const brands = new Set<string>();
  for (let rest = bare; rest !== ''; rest = rest.replace(TRADE, '').trim()) {
    for (const brand of [rest, rest.replace(PLACES, '').trim()]) brands.add(squeezed(brand));
    if (!TRADE.test(rest)) break;
  }
  return brands;
}

/** Enough of a name to know somebody by: no place, no trade, no word that many share, no two letters. */
function isBrand(words: string): boolean {
  const own = words.replace(PLACES, '').replace(TRADE, '').trim();
  const isShared = SHARED.test(squeezed(own)) || SHARED_LATIN.test(own);
  return own !== '' && !isShared && squeezed(words).length >= (/\p{Script=Han}/u.test(words) ? 2 : 3);
}

/** Words that many share behind a place, by which a company is known where its full name has no others. */
function isPlaced(words: string): boolean {
  const own = words.replace(PLACES, '');
  return own !== words && (SHARED.test(own) || SHARED_LATIN.test(own));
}

/** Several words that many share, of which one at least is of no trade: together they are a name, if nothing is left out of it. */
const isOfSeveral = (words: string): boolean =>
  words.includes(' ') && SHARED_LATIN.test(words) && !OF_TRADES.test(words);

/**
 * Whether two names as they are written may be those of one provider, so that it is worth asking: they differ in blanks, stops, width and
 * capitals alone, in how one form is written, or one is the brand and the other the full name with its legal form. Two full names with
 * other words in them are two companies, and a branch is not its company.
 */
export function maybeSameProvider(one: string, other: string): boolean {
  if (one === other) return false;
  const [a, b] = [plain(one), plain(other)];
  if (a === '' || b === '') return false;
  if (squeezed(a) === squeezed(b)) return true;
  const [full, also] = [formed(a), formed(b)];
  if (full && also) return squeezed(full.bare) === squeezed(also.bare) && isSameForm(full.form, also.form);
  const brand = full ? b : a;
  const company = formed(plain((full ? one : other).replaceAll(BRACKETS, '')));
  if (company === undefined) return false;
  if (squeezed(brand) === squeezed(company.bare) && (isPlaced(brand) || isOfSeveral(brand))) return true;
  // With a place before it, a word that many share is known by what it does left out as well, unless that is all it is.
  const isKnown = isBrand(brand) || (isPlaced(brand) && brand.replace(PLACES, '').replace(TRADE, '').trim() !== '');
  return isKnown && brandsOf(company.bare).has(squeezed(brand));
}
