/**
 * Places whose time agreements are written in, by their zone of the time zone database of IANA: as Chinese and as English call them.
 * A country of several zones stands for none; what its law calls a zone does (`US Central`).
 */
const PLACES: readonly (readonly [zone: string, chinese: string, english: string])[] = [
  ['Asia/Shanghai', '上海|深圳|广州', 'Shenzhen|Guangzhou'],
  ['Asia/Macau', '澳门', 'Macao|Macau'],
  ['Asia/Tokyo', '大阪', 'Osaka'],
  ['Asia/Seoul', '首尔|韩国', 'Seoul|Korean?'],
  ['Asia/Bangkok', '曼谷|泰国', 'Bangkok|Thailand'],
  ['Asia/Ho_Chi_Minh', '越南|胡志明市|河内', 'Vietnam|Ho Chi Minh City|Hanoi'],
  ['Asia/Jakarta', '雅加达|印尼西部', 'Jakarta|Western Indonesian?'],
  ['Asia/Manila', '马尼拉|菲律宾', 'Manila|Philippines?'],
  ['Asia/Kuala_Lumpur', '吉隆坡|马来西亚', 'Kuala Lumpur|Malaysian?'],
  ['Asia/Kolkata', '印度|孟买|新德里', 'India|Indian|Mumbai|New Delhi|Delhi|Bangalore|Bengaluru'],
  ['Asia/Dubai', '迪拜|阿联酋|海湾', 'Dubai|Abu Dhabi|Gulf|UAE'],
  ['Asia/Riyadh', '利雅得|沙特', 'Riyadh|Saudi(?: Arabian?)?|Arabia'],
  ['Asia/Jerusalem', '以色列|耶路撒冷', 'Israel|Jerusalem|Tel Aviv'],
  ['Europe/Paris', '巴黎|法国', 'Paris|France|French'],
  ['Europe/Berlin', '柏林|德国|法兰克福', 'Berlin|Frankfurt|Munich|Germany|German'],
  ['Europe/Amsterdam', '阿姆斯特丹|荷兰', 'Amsterdam|Netherlands|Dutch'],
  ['Europe/Brussels', '布鲁塞尔|比利时', 'Brussels|Belgium|Belgian'],
  ['Europe/Luxembourg', '卢森堡', 'Luxembourg'],
  ['Europe/Zurich', '苏黎世|瑞士', 'Zurich|Zürich|Geneva|Switzerland|Swiss'],
  ['Europe/Vienna', '维也纳|奥地利', 'Vienna|Austria|Austrian'],
  ['Europe/Madrid', '马德里', 'Madrid|Barcelona'],
  ['Europe/Rome', '罗马|意大利|米兰', 'Rome|Milan|Italy|Italian'],
  ['Europe/Dublin', '都柏林|爱尔兰', 'Dublin|Ireland|Irish'],
  ['Europe/Stockholm', '斯德哥尔摩|瑞典', 'Stockholm|Sweden|Swedish'],
  ['Europe/Oslo', '奥斯陆|挪威', 'Oslo|Norway|Norwegian'],
  ['Europe/Copenhagen', '哥本哈根|丹麦', 'Copenhagen|Denmark|Danish'],
  ['Europe/Helsinki', '赫尔辛基|芬兰', 'Helsinki|Finland|Finnish'],
  ['Europe/Warsaw', '华沙|波兰', 'Warsaw|Poland|Polish'],
  ['Europe/Prague', '布拉格|捷克', 'Prague|Czech'],
  ['Europe/Athens', '雅典|希腊', 'Athens|Greece|Greek'],
  ['Europe/Istanbul', '伊斯坦布尔|土耳其', 'Istanbul|Turkey|Türkiye'],
  ['Europe/Moscow', '莫斯科', 'Moscow'],
  ['Africa/Cairo', '开罗|埃及', 'Cairo|Egypt'],
  ['Africa/Johannesburg', '约翰内斯堡|南非', 'Johannesburg|South African?'],
  ['Africa/Lagos', '拉各斯|尼日利亚', 'Lagos|Nigeria'],
  ['Africa/Nairobi', '内罗毕|肯尼亚', 'Nairobi|Kenya'],
  ['America/Toronto', '多伦多', 'Toronto|Ottawa|Montreal'],
  ['America/Vancouver', '温哥华', 'Vancouver'],
  [
    'America/Chicago',
    '芝加哥|美国中部|美中',
    'Chicago|Dallas|Houston|(?:U\\.?S\\.? )?Central(?= (?:Standard|Daylight)? ?Time)',
  ],
  ['America/Denver', '丹佛|美国山区', 'Denver|(?:U\\.?S\\.? )?Mountain'],
  ['America/Phoenix', '凤凰城', 'Phoenix|Arizona'],
  ['America/New_York', '波士顿', 'Boston|Washington,? D\\.?C\\.?|Atlanta|Miami'],
  ['America/Los_Angeles', '洛杉矶|旧金山|西雅图', 'Los Angeles|San Francisco|Seattle'],
  ['America/Mexico_City', '墨西哥城', 'Mexico City'],
  ['America/Sao_Paulo', '巴西利亚|圣保罗', 'Bras[ií]lia|S[aã]o Paulo'],
  ['America/Argentina/Buenos_Aires', '布宜诺斯艾利斯|阿根廷', 'Buenos Aires|Argentina'],
  ['America/Santiago', '智利', 'Santiago'],
  ['America/Bogota', '波哥大|哥伦比亚', 'Bogot[aá]|Colombia'],
  ['Australia/Sydney', '悉尼|堪培拉', 'Sydney|Canberra'],
  ['Australia/Melbourne', '墨尔本', 'Melbourne'],
  ['Australia/Brisbane', '布里斯班', 'Brisbane'],
  ['Australia/Perth', '珀斯', 'Perth'],
  ['Pacific/Auckland', '惠灵顿|新西兰', 'Auckland|Wellington|New Zealand'],
];

const NAMED = PLACES.map(
  ([zone, chinese, english]) =>
    [
      zone,
      new RegExp(
        `(?:${chinese})(?:当地|标准|夏令)?时间|\\b(?:${english})(?:'s)?\\s(?:local\\s|standard\\s|daylight\\s|summer\\s)?time\\b|\\btime\\s(?:in|of|at)\\s(?:${english})\\b`,
        'iu',
      ),
    ] as const,
);

/** A name of the database itself. */
const IANA =
  /\b(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[A-Za-z_+-]+(?:\/[A-Za-z_+-]+)?\b/gu;

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * Abbreviations that stand for one distance from UTC, with the place whose standard or summer time they are: `EST/EDT` and `ET` are the
 * clock of the place, `EST` alone is five hours behind UTC all year. In capitals only: `et` and `pt` are words of other languages.
 */
const ABBREVIATIONS: readonly (readonly [zone: string, either: string, offsets: Readonly<Record<string, string>>])[] = [
  ['America/New_York', 'ET', { EST: '-05:00', EDT: '-04:00' }],
  ['America/Los_Angeles', 'PT', { PST: '-08:00', PDT: '-07:00' }],
  ['America/Chicago', '', { CDT: '-05:00' }],
  ['America/Denver', 'MT', { MST: '-07:00', MDT: '-06:00' }],
  ['Europe/London', '', { BST: '+01:00' }],
  ['Europe/Moscow', 'MSK', {}],
  ['Asia/Seoul', 'KST', {}],
  ['Australia/Sydney', '', { AEST: '+10:00', AEDT: '+11:00' }],
  ['Pacific/Auckland', '', { NZST: '+12:00', NZDT: '+13:00' }],
];

const isWritten = (name: string, words: string): boolean =>
  name !== '' && new RegExp(`(?<![\\w/-])${name}(?![\\w-])|(?<=/)${name}(?![\\w-])`, 'u').test(words);

/** The zones of abbreviations: the clock of a place where both of its times stand there, or what stands for it whatever the season. */
export function zonesOfAbbreviations(words: string): readonly { readonly zone: string; readonly words: string }[] {
  return ABBREVIATIONS.flatMap(([zone, either, offsets]) => {
    if (isWritten(either, words)) return [{ zone, words: either }];
    const [one, other] = Object.entries(offsets).filter(([name]) => isWritten(name, words));
    if (!one) return [];
    return [other ? { zone, words: `${one[0]}/${other[0]}` } : { zone: one[1], words: one[0] }];
  });
}

const offsetOn = (day: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(new Date(day))
    .find(({ type }) => type === 'timeZoneName')
    ?.value.replace('GMT', '') ?? '';

/** Whether a distance from UTC is that of a place in winter or in summer: beside the place it only explains it (`Boston time, UTC-5`). */
export const explains = (offset: string, zone: string): boolean =>
  /^[+-]/u.test(offset) &&
  !/^[+-]/u.test(zone) &&
  ['2026-01-15', '2026-07-15'].some((day) => (offsetOn(day, zone) || '+00:00') === offset);

/** Each zone that words name by a place in it or by its own name, with those words. */
export function zonesOfPlaces(words: string): readonly { readonly zone: string; readonly words: string }[] {
  const places = NAMED.flatMap(([zone, pattern]) => {
    const found = pattern.exec(words)?.[0];
    return found === undefined ? [] : [{ zone, words: found }];
  });
  const names = [...words.matchAll(IANA)]
    .filter(([name]) => isZone(name))
    .map(([name]) => ({ zone: name, words: name }));
  return [...places, ...names];
}

/** Clock time that is none of a zone, however it is written. */
const NO_PLACE =
  /^(?:the\s)?(?:(?:first|initial|maximum|average|total|business|working|service|support|response|resolution|recovery|restoration|repair|down|up|run|real|full|part|lead|delivery|system|server|any|each|such|same|this|that|all|of|in|at|on)\s?)+time$|^(?:系统|服务器|平台|后台|实际|发送|到达|送达|收到|发布|公布|生效|提交|支付|付款|到账|交易|订单|下单|登记|记录|显示|约定|规定|通知|签署|签收|服务|工作|营业|响应|恢复|故障|中断|上述|前述|该|此|本|其|以上|同一)+时间$/iu;
const UNREAD = [
  // An abbreviation that is not known, or stands for several zones: CST is China's and the central one of the United States.
  /\b(?:are|is|in|to|as|by)\s(?:the\s)?(?<place>[A-Z]{2,4}T)(?![\w-])/u,
  /(?:以|按照?|为|系|指|采用|依据?|均)\s?(?<place>[A-Z]{2,4}T)(?![\w-])/u,
  /(?:[^，。；、以按照为系指采用依据的时间\s]{1,8}(?:的)?)?(?:当地|所在地(?:的)?|本地)(?:标准)?时间|(?:客户|用户|服务方|服务商|甲方|乙方)[^，。；]{0,6}时区/u,
  /(?:以|按照?|为|系|指|采用|依据?)(?<place>\p{Script=Han}{2,10}时间)(?=为准|计算|$|[，。；（(])/u,
  /\b(?:the\s)?(?:local\stime|time\szone)\b(?:\s(?:of|in|at|where)\s[^.;,]{1,40})?|\b[\w]+'s?\s(?:local\stime|time\szone)\b/iu,
  /\b(?:the\s)?time\s(?:at|in|of|where)\s[^.;,]{0,40}?(?:headquarters|office|seat|premises|location|data\scent(?:er|re)|site|city|country|region|place)\b/iu,
  // Behind a word that leads to it, or as what applies: a name that is defined (`Unavailable Time: …`) is no place.
  /(?<=\b(?:in|by|to|as|at|is|are|on|of|with|using|per|under|follow)\s(?:the\s)?)(?<place>[A-Z][\p{L}.]+(?:\s[A-Z][\p{L}.]+){0,3}\s[Tt]ime\b)(?!\s(?:means|refers))|(?<named>\b[A-Z][\p{L}.]+(?:\s[A-Z][\p{L}.]+){0,3}\s[Tt]ime)(?=\s(?:applies|governs|prevails|is\sused))/u,
] as const;

/** Words that name the time of a place which is not known here, or of nobody in particular; absent where there are none. */
export function unreadZone(words: string): string | undefined {
  for (const pattern of UNREAD) {
    const match = pattern.exec(words);
    const named = match?.groups?.['place'] ?? match?.[0];
    if (named !== undefined && !NO_PLACE.test(named.trim())) return named.trim();
  }
  return undefined;
}
