import type { Fact, FactKind } from '../agreement/fact.ts';
import { sentenceOf } from '../agreement/meaning/phrases.ts';
import { sentences } from '../agreement/meaning/sentences.ts';
import { counted } from '../agreement/quantity/typed.ts';
import type { FactSource } from './basis.ts';

/**
 * Words beside a figure that change it and that no calculation accounts for. A figure that stands in such a sentence is not told: what
 * the agreement says is quoted instead, with these words.
 */

/** The statement that a fact was read from: a part between semicolons, or the whole sentence of them. */
function statementOf({ clauses }: Pick<FactSource, 'clauses'>, { clause, quote }: Fact, whole: boolean): string {
  const text = clauses.find(({ id }) => id === clause)?.text ?? '';
  const own = sentences(text).find(({ start, end }) => text.slice(start, end).includes(quote.trim()));
  if (!own) return quote;
  if (!whole) return text.slice(own.start, own.end);
  const before = text.slice(0, own.start);
  const start = Math.max(before.lastIndexOf('。'), before.lastIndexOf('. '), before.lastIndexOf('\n')) + 1;
  const stop = /[。\n]|\.\s/u.exec(text.slice(own.start));
  return text.slice(start, stop ? own.start + stop.index + 1 : text.length);
}

/** The sentence that a fact was read from, as the clause has it; its own quote where the clause is not there. */
export function sentenceOfFact(sources: readonly Pick<FactSource, 'clauses'>[], fact: Fact): string {
  const source = sources.find(({ clauses }) =>
    clauses.some(({ id, text }) => id === fact.clause && text.includes(fact.quote.trim())),
  );
  return source ? statementOf(source, fact, false) : fact.quote;
}

type Reader = (words: string, fact: Fact, others: readonly Fact[]) => string | undefined;

const first =
  (...patterns: readonly RegExp[]): Reader =>
  (words) => {
    for (const pattern of patterns) {
      const found = pattern.exec(words);
      if (found) return (found.groups?.['words'] ?? found[0]).trim();
    }
    return undefined;
  };

/** What a rate is said to be of, right beside it, that is not the sum that is late. */
const OTHER_BASE = first(
  /(?<!未付的?|应付的?|逾期的?|欠付的?|未支付的?|拖欠的?)(?<words>(?:合同|协议|订单|项目|标的)(?:总)?(?:金额|总额|价款|总价款?|价格|价)|(?:当)?(?:月|年|季)(?:度)?(?:服务)?费用?|总价款?|总费用|服务费总额)的?\s*(?:百分之|千分之|万分之|\d+(?:\.\d+)?\s*[%％‰])/u,
  /(?:%|per\s?cent)\s+(?<words>of\s+(?:the\s+)?(?:total\s+)?(?:contract|agreement|order|annual|monthly|quarterly|yearly)\b[^.;,]{0,30})/iu,
);
/** A rate for each so many days, weeks or quarters is none by the day, month or year. */
const OTHER_PERIOD = first(
  /每(?:逾期|迟延|延迟|拖欠|延期|晚|超过)?\s*(?:满|达)?\s*(?:[一1]\s*个?|个)?(?:周|星期|礼拜|旬|小时)/u,
  /每(?:逾期|迟延|延迟|拖欠|延期)\s*(?:满|达)?\s*(?:[一1]\s*个?|个)?(?:季度?|半年)/u,
  /每(?:逾期|迟延|延迟|拖欠|延期)\s*(?:满|达)?\s*(?:[2-9]|[1-9]\d+|[二两三四五六七八九十]{1,3})\s*(?:个)?(?:日|天|工作日|月)/u,
  /\b(?:per|each|every|a|for\seach)\s(?:full\s)?(?:week|fortnight|quarter|hour)\b|\bweekly\b|\bquarterly\b/iu,
);
/** A fee that is another one in another year. */
const OTHER_YEAR = first(
  /首(?:个)?(?:合同)?年(?:度)?(?:内|后|以后|之后)?|第[一二三四五1-5]年(?:度)?(?:内|后)?/u,
  /\b(?:after|during|in|within|before)\sthe\s(?:first|second|third|initial)\s(?:contract\s)?years?\b/iu,
);
const COMPOUND = first(/复利|利滚利|(?:daily|monthly|quarterly|annually)?\s?\bcompound\w*(?:\s\w+)?/iu);
const FIRST_DAY = first(
  /(?:自|从)?(?:逾期|到期)?(?:之)?(?:后)?第\s*(?![1一]\s*[日天])[\d一二三四五六七八九十]+\s*个?(?:工作)?[日天]起/u,
  /[\d一二三四五六七八九十]+\s*个?(?:工作)?[日天](?:内|之内|以内)[^，。；]{0,6}(?:免(?:收|除|予|计)?|不(?:计|收)(?:取)?)/u,
  /[^，。；]{0,6}宽限[^，。；]{0,10}/u,
  /\b(?:after\s)?(?:an?\s)?grace\speriod[^.;,]{0,24}/iu,
  /\b(?:starting|beginning|from|as\sof|commencing)\s(?:on\s|from\s)?the\s(?!first|1st|due|following|next|day|date)\S+\s(?:\w+\s)?day\b[^.;,]{0,24}/iu,
);
const SUSPENSION = first(
  /(?:暂停|停机|中止|停止|停服)(?:服务)?(?:期间?)?(?:满|达|超过|届满|后)[^，。；]{0,4}\d+\s*(?:个)?(?:自然|工作)?[日天月][^，。；]*/u,
  /[\w-]+\s(?:\([^)]*\)\s)?(?:\w+\s)?(?:days?|months?)\s(?:after|of|following|from)\s(?:the\s|such\s|that\s|its\s|any\s)?suspen\w*/iu,
);

/** A ceiling by a published rate, on a rate of the agreement's own. */
const PUBLISHED_CEILING = first(
  /(?:不(?:得|应)?(?:超过|高于)|最高(?:为)?|上限为?|以)[^，。；]{0,16}(?:LPR|贷款市场报价利率|同期[^，。；]{0,12}利率)[^，。；]{0,12}/iu,
  /\b(?:not\s(?:to\s)?(?:exceed(?:ing)?|more\sthan)|no\smore\sthan|capped\sat|limited\sto|up\sto)\s[^.;]{0,40}\b(?:LPR|prime\srate|base\srate)\b[^.;,]{0,20}/iu,
);

const figuresOf = (fact: Fact): readonly number[] =>
  [...JSON.stringify(fact.value).matchAll(/\d+(?:\.\d+)?/gu)].map(([figure]) => Number(figure));

/** A share in the sentence that is none of the fact's own and of no other fact of its clause. */
const OTHER_SHARE: Reader = (words, fact, others) => {
  const told = new Set([fact, ...others].flatMap(figuresOf));
  const { quantities } = sentenceOf(words, { start: 0, end: words.length });
  const left = [...quantities.values()].find(
    ({ measure, value }) =>
      (measure === 'percent' || measure === 'permille') &&
      !told.has(value) &&
      !told.has(Number((measure === 'percent' ? value * 10 : value / 10).toPrecision(12))) &&
      value !== 100,
  );
  if (!left) return undefined;
  const said = sentenceOf(words, { start: 0, end: words.length });
  const from = said.origin[[...said.quantities].find(([, each]) => each === left)?.[0] ?? 0] ?? 0;
  return words
    .slice(Math.max(0, from - 8), from + left.end - left.start)
    .split(/[，,；;。]/u)
    .at(-1)
    ?.trim();
};

const isLimited = ({ value }: Fact): boolean => typeof value === 'object' && 'after' in value;
const isPublished = ({ value }: Fact): boolean => typeof value === 'object' && 'reference' in value;

/** A limit that was read is accounted for. */
const OF_A_LATE_FEE: readonly Reader[] = [
  OTHER_BASE,
  OTHER_PERIOD,
  COMPOUND,
  (words, fact, others) => (isLimited(fact) ? undefined : FIRST_DAY(words, fact, others)),
  (words, fact, others) => (isPublished(fact) ? undefined : PUBLISHED_CEILING(words, fact, others)),
  (words, fact, others) => (isPublished(fact) ? undefined : OTHER_SHARE(words, fact, others)),
];

function readersOf(kind: FactKind): readonly Reader[] {
  if (kind === 'late-fee') return OF_A_LATE_FEE;
  if (kind === 'overdue-termination') return [SUSPENSION];
  return kind === 'early-termination-fee' ? [OTHER_SHARE, OTHER_YEAR] : [];
}

/** The words of its sentence that a fact leaves out though they change it; absent where all is accounted for. */
export function unreadWords(fact: Fact, source: Pick<FactSource, 'clauses' | 'facts'>): string | undefined {
  const readers = readersOf(fact.kind);
  if (readers.length === 0 || fact.quote === '') return undefined;
  const words = counted(statementOf(source, fact, fact.kind === 'early-termination-fee').normalize('NFKC'));
  const others = source.facts.filter((each) => each.clause === fact.clause && each !== fact && each.kind !== fact.kind);
  return readers.map((read) => read(words, fact, others)).find((found) => found !== undefined);
}
