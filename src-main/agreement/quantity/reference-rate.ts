import { counted } from './typed.ts';
import { inDigits, NUMBER, readNumber } from './written-numbers.ts';

/**
 * How a published rate is raised or lowered: by so many times itself and by so many points, both as decimal text. `atMost` is the
 * most that it can come to in percent a year, `atLeast` the least; `yearly` the yearly rate that the words put beside it as the same thing.
 */
export interface OverReference {
  readonly times: string;
  readonly plus: string;
  readonly atMost?: string;
  readonly atLeast?: string;
  readonly yearly?: string;
}

const N = String.raw`(\d+(?:\.\d+)?)`;
const SHARE = String.raw`${N}\s*(?:%|per\s?cent)`;
const A_YEAR = String.raw`(?:per\s(?:annum|year)|a\syear|p\.\s?a\.?|annually|each\syear|[/／]\s?年)`;
const MORE = String.raw`(?:above|over|plus|in\sexcess\sof|higher\sthan|on\stop\sof|more\sthan)`;
const LESS = String.raw`(?:below|under|less\sthan|lower\sthan|off)`;

const exact = (n: number): string => String(Number(n.toPrecision(12)));
const signed = (sign: number) => (n: number) => exact(sign * n);

/** Nobody adds twenty points to a published rate, nor raises it by a few hundredths of itself; between the two it is open. */
const LARGE_SHARE = 20;
const SMALL_SHARE = 10;
function shareAbove(n: number): Partial<OverReference> | undefined {
  if (n >= LARGE_SHARE) return { times: exact(1 + n / 100) };
  return n <= SMALL_SHARE ? { plus: exact(n) } : undefined;
}

type Way = readonly [RegExp, (figure: number) => Partial<OverReference> | undefined];
const way = (source: string, read: Way[1]): Way => [new RegExp(source, 'iu'), read];

const FLOOR = String.raw`(?:不(?:得|应|会)?(?:低于|少于|小于)|最低(?:为|不低于)?|至少(?:为)?|下限为|保底(?:为)?)`;
const THE_RATE = String.raw`(?:[，,、；;]\s*)?(?:但|且|并|而)?(?:如果?|若|当)?(?:该|其|上述|前述)?(?:最低|合计|年|计算)?(?:利率|标准|利息)?`;
const BELOW_IT = String.raw`(?:below|under|(?:less|lower)\sthan)`;

/** What limits it or says it once more in a year's percent; taken out of the words first. */
const BESIDE: readonly Way[] = [
  way(
    String.raw`(?:[，,、]\s*)?(?:但|且|并|而)?(?:该|其)?(?:最高|合计|年|计算)?(?:利率|标准|利息)?(?:不(?:得|应)?(?:超过|高于)|以|最高(?:为|不超过)?|上限为)\s*(?:年(?:利率|化)?(?:利率)?|年息)\s*(?:的)?\s*${SHARE}(?:为(?:上)?限)?`,
    (n) => ({ atMost: exact(n) }),
  ),
  way(
    String.raw`(?:[，,、]\s*)?(?:但|且)?(?:最高)?(?:不(?:得|应)?(?:超过|高于)|最高(?:为|不超过)?|上限为)\s*${SHARE}\s*(?:[/／每]\s?年)`,
    (n) => ({ atMost: exact(n) }),
  ),
  way(
    String.raw`,?\s*(?:(?:but|and|provided)\s)?(?:that\s)?(?:\w+\s){0,3}?(?:not\s(?:to\s)?(?:exceed(?:ing)?|more\sthan|higher\sthan|above)|never\s(?:more\sthan|exceed(?:ing)?)|no\s(?:more|higher)\sthan|capped\sat|limited\sto|at\smost|(?:a\s)?(?:maximum|cap|ceiling)\sof|up\sto)\s${SHARE}\s?${A_YEAR}`,
    (n) => ({ atMost: exact(n) }),
  ),
  way(
    String.raw`${THE_RATE}${FLOOR}\s*(?:按|为)?\s*(?:年(?:利率|化|息)(?:利率)?)\s*(?:的)?\s*${SHARE}(?:为(?:下)?限)?`,
    (n) => ({ atLeast: exact(n) }),
  ),
  way(String.raw`${THE_RATE}${FLOOR}\s*${SHARE}\s*(?:[/／每]\s?年)`, (n) => ({ atLeast: exact(n) })),
  way(
    String.raw`${THE_RATE}(?:低于|不足|不到)\s*(?:年(?:利率|化|息)(?:利率)?)\s*${SHARE}(?:的|时)?\s*[，,]\s*(?:则|仍|均)?(?:按照?|以)\s*(?:年(?:利率|化|息)(?:利率)?)?\s*\1\s*%\s*(?:计(?:算|付|收|息)?|支付|执行|收取)?`,
    (n) => ({ atLeast: exact(n) }),
  ),
  way(
    String.raw`,?\s*(?:(?:but|and|provided)\s)?(?:that\s)?(?:(?:with|subject\sto)\s)?(?:\w+\s){0,3}?(?:(?:not|never|no)\s(?:to\s)?(?:be\s)?${BELOW_IT}|at\sleast|(?:a\s)?(?:minimum|floor)(?:\srate)?\sof|floored\sat)\s${SHARE}\s?${A_YEAR}`,
    (n) => ({ atLeast: exact(n) }),
  ),
  way(
    String.raw`,?\s*(?:(?:but|and)\s)?(?:if|where)\s(?:that|the|such|this)\srate\s(?:is|falls|would\sbe|comes\sto)\s${BELOW_IT}\s${SHARE}\s?${A_YEAR},?\s(?:then\s)?(?:at\s|(?:the\srate|it)\s(?:is|will\sbe|shall\sbe)\s)?\1\s*%(?:\s?${A_YEAR})?(?:\s(?:applies|is\s(?:due|payable)))?`,
    (n) => ({ atLeast: exact(n) }),
  ),
  way(
    String.raw`[（(]?\s*(?:即|也即|亦即|相当于|折合)\s*(?:按|为)?\s*(?:年(?:利率|化|息)(?:利率)?)?(?:为)?\s*${SHARE}\s*[)）]?`,
    (n) => ({ yearly: exact(n) }),
  ),
  way(
    String.raw`[（(]?\s*(?:\bi\.\s?e\.?|\bthat\sis|\bbeing|\bequal\sto|\bequivalent\sto|\bnamely),?\s*(?:an\sannual\srate\sof\s)?${SHARE}(?:\s?${A_YEAR})?\s*[)）]?`,
    (n) => ({ yearly: exact(n) }),
  ),
];

/** Times and shares of the rate itself, then points on top or off. */
const WAYS: readonly Way[] = [
  way(String.raw`${N}\s*(?:倍|times\b|x(?![a-z]))`, (n) => ({ times: exact(n) })),
  way(String.raw`(?:减(?:去|少)?|下调|下浮|降低|less|minus|[-−])\s*${N}\s*(?:个?百分点|percentage\spoints?)`, (n) => ({
    plus: signed(-1)(n),
  })),
  way(
    String.raw`(?:减(?:去|少)?|下调|下浮|降低|less|minus|[-−])\s*${N}\s*(?:个?基点|个?bps?\b|basis\spoints?)`,
    (n) => ({
      plus: signed(-1)(n / 100),
    }),
  ),
  way(String.raw`${N}\s*(?:个?百分点|percentage\spoints?)(?:\s${A_YEAR})?\s${LESS}`, (n) => ({ plus: signed(-1)(n) })),
  way(String.raw`${N}\s*(?:个?基点|bps?\b|basis\spoints?)(?:\s${A_YEAR})?\s${LESS}`, (n) => ({
    plus: signed(-1)(n / 100),
  })),
  way(
    String.raw`(?:加收?|加计|上浮|上调|增加|plus|\+)?\s*(?:a\s(?:margin|spread)\sof\s)?${N}\s*(?:个?百分点|percentage\spoints?)(?:\s${A_YEAR})?(?:\s${MORE})?`,
    (n) => ({ plus: exact(n) }),
  ),
  way(
    String.raw`(?:加收?|加计|上浮|上调|增加|plus|\+)?\s*(?:a\s(?:margin|spread)\sof\s)?${N}\s*(?:个?基点|个点|bps?\b|basis\spoints?)(?:\s${A_YEAR})?(?:\s${MORE})?`,
    (n) => ({ plus: exact(n / 100) }),
  ),
  way(String.raw`(?:加收?|加计|另加|再加|加上|上浮|上调|\+)\s*(?:年(?:利率|化|息)(?:利率)?)\s*的?\s*${SHARE}`, (n) => ({
    plus: exact(n),
  })),
  way(String.raw`(?:减(?:去|少)?|下调|下浮|降低|[-−])\s*(?:年(?:利率|化|息)(?:利率)?)\s*的?\s*${SHARE}`, (n) => ({
    plus: signed(-1)(n),
  })),
  way(String.raw`(?:\bless|\bminus|[-−])\s*${SHARE}\s?${A_YEAR}`, (n) => ({ plus: signed(-1)(n) })),
  way(String.raw`(?:上浮|上调)[^\d]{0,4}${N}\s*%`, (n) => ({ times: exact(1 + n / 100) })),
  way(String.raw`(?:加收|加计)[^\d]{0,4}${N}\s*%`, shareAbove),
  way(String.raw`(?:下浮|下调)[^\d]{0,4}${N}\s*%`, (n) => ({ times: exact(1 - n / 100) })),
  way(String.raw`${SHARE}\s?${A_YEAR}\s${MORE}`, (n) => ({ plus: exact(n) })),
  way(String.raw`${SHARE}\s${MORE}`, shareAbove),
  way(String.raw`(?:\bplus|\+)\s*(?:a\smargin\sof\s)?${SHARE}\s?${A_YEAR}`, (n) => ({ plus: exact(n) })),
  way(String.raw`(?:\bplus|\+)\s*(?:a\smargin\sof\s)?${SHARE}`, shareAbove),
  way(String.raw`(?:的|按)\s*${SHARE}(?!点)|${SHARE}\s*of\b|^\s*${SHARE}\s*$`, (n) => ({ times: exact(n / 100) })),
];

/** Words that would change the rate; where one is left over the words are not understood. */
const LEFT_OVER =
  /[\d%‰]|倍|加|减|浮|增|调|折|百分|基点|半|超过|高于|低于|高者|低者|孰|较|以上|以下|最高|最低|至少|不足|不少于|不小于|保底|上限|下限|\b(?:times|twice|double|half|plus|less|minus|above|below|over|under|more|exceed\w*|high\w*|low\w*|great\w*|per\s?cent|percentage|points?|margin|premium|discount|spread|increas\w*|reduc\w*|cap\w*|maximum|minimum|floor\w*|at\sleast|whichever)\b/iu;

/** What is said of where and when the rate is published is no part of it. */
const PUBLISHED =
  /[（(][^）)]*(?:公布|发布|公告|published|announced|quoted|LPR|以下简称)[^）)]*[)）]|(?:公布|发布)的?|\b(?:as\s)?(?:published|announced|quoted)\s(?:by|on|at|for)\b[^,;%]*/giu;

/** A ceiling by the law is none of the agreement's. */
const BY_LAW =
  /(?:[（(,，]\s*)?(?:\bor,?\s)?(?:if\s(?:less|lower),?\s)?(?:the\s)?\b(?:highest|maximum|greatest)\b[^,;（(\d]{0,40}\b(?:laws?|permitted|allowed|authori[sz]ed|legal)\b[^;\d]*|[（(，,][^（()）\d]{0,10}(?:法律|法定|国家)[^，。；（()）\d]{0,20}(?:上限|最高|限额|规定)[^，。；（()）\d]{0,10}[)）]?/giu;

const withoutAsides = (words: string): string =>
  rateInFigures(words).replaceAll(PUBLISHED, ' ').replaceAll(BY_LAW, ' ');

const HALVES: readonly (readonly [RegExp, string])[] = [
  [/\b(\w+)\sand\s(?:a|one)[\s-]half\stimes\b/giu, '$1.5 times'],
  [/(\d+|[一二两三四五六七八九十])倍半/gu, '$1.5倍'],
  [/(?:的)?一半/gu, '的50%'],
  [/\b(?:one[\s-]half|half)\s(?:of\s)?(?=the\b|$)/giu, '50% of '],
  [/\b(?:twice|double)\b/giu, '2 times'],
  [/\b(?:treble|triple)\b/giu, '3 times'],
];
const COUNTED_TIMES = new RegExp(String.raw`(${NUMBER})(\.5)?\s*(倍|times\b)`, 'giu');
/** fifty percent (50%): one share, written twice. */
const SHARE_TWICE = new RegExp(String.raw`(${NUMBER})\s*(?:%|per\s?cent)\s?[（(]\s?(\d+(?:\.\d+)?)\s?%\s?[)）]`, 'giu');
const SHARE_IN_WORDS = new RegExp(String.raw`百分之\s?(${NUMBER})`, 'giu');
const POINTS_IN_WORDS = new RegExp(
  String.raw`(${NUMBER})(?=\s*(?:个?百分点|个?基点|percentage\spoints?|basis\spoints?))`,
  'giu',
);

/** Every figure of the words in digits: `one and a half times` → `1.5 times`, `百分之一百三十` → `130%`. */
function rateInFigures(words: string): string {
  const number = (written: string): string => String(readNumber(written) ?? written);
  const halves = HALVES.reduce((text, [pattern, by]) => text.replace(pattern, by), words.normalize('NFKC'));
  return inDigits(
    counted(
      halves
        .replace(SHARE_IN_WORDS, (_all, n: string) => `${number(n)}%`)
        .replace(SHARE_TWICE, (all, n: string, digits: string) =>
          readNumber(n) === Number(digits) ? `${digits}%` : all,
        )
        .replace(COUNTED_TIMES, (_all, n: string, half: string | undefined, unit: string) => {
          const value = readNumber(n);
          return value === undefined ? `${n}${unit}` : `${half === undefined ? value : value + 0.5} ${unit}`;
        })
        .replace(POINTS_IN_WORDS, (n: string) => number(n)),
    ),
  );
}

/**
 * What words make of a published rate: `四倍`, `plus 2 percentage points`, `上浮30%`, `4% a year above`, `less 50 basis points`, with a
 * ceiling or a floor a year. Absent where anything in them that changes the rate is left over, and where they leave open whether a share is one of
 * the rate or comes on top of it (`加2%`): nothing is dropped and nothing is picked.
 */
export function overReference(words: string): OverReference | undefined {
  let left = withoutAsides(words);
  const found: Partial<Record<keyof OverReference, string>> = {};
  for (const [pattern, read] of [...BESIDE, ...WAYS]) {
    const match = pattern.exec(left);
    const figure = match?.slice(1).find((each) => each !== undefined);
    if (!match || figure === undefined) continue;
    const said = read(Number(figure));
    const again = said && (Object.keys(said) as (keyof OverReference)[]).some((name) => found[name] !== undefined);
    if (!said || again) return undefined;
    Object.assign(found, said);
    left = `${left.slice(0, match.index)} ${left.slice(match.index + match[0].length)}`;
  }
  if (LEFT_OVER.test(left) || Object.keys(found).length === 0) return undefined;
  // A floor above the ceiling leaves no rate.
  if (Number(found.atLeast ?? 0) > Number(found.atMost ?? Infinity)) return undefined;
  return { ...found, times: found.times ?? '1', plus: found.plus ?? '0' };
}

/** Whether words say anything that changes a published rate. */
export const changesRate = (words: string): boolean => LEFT_OVER.test(withoutAsides(words));
