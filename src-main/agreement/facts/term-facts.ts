import type { Anchor, Fact, FactKind, FactValue, Unit } from '../fact.ts';
import type { Clause } from '../model.ts';
import { sentenceOf } from '../meaning/phrases.ts';
import { sentences } from '../meaning/sentences.ts';
import { renewalTimes } from '../quantity/renewal-times.ts';
import { noticeWindow } from '../quantity/notice-window.ts';
import { yuanIn } from '../quantity/yuan.ts';
import { SIDE_AND_SIDE } from '../rules/lengths.ts';
import {
  AT_LEAST_SPENT,
  BEFORE_THE_END,
  ENDS_ON,
  FOR_A_BENEFIT,
  LAPSES,
  NEVER_RENEWS,
  NOT_OF_A_TERM,
  OF_A_TERM,
  NOT_OF_PRICE,
  OF_PRICE,
  ON_CONDITION,
  PRICE_BEFORE_TERM,
  STARTS_ON,
} from '../rules/renewal.ts';
import { earlyEndFact, rateOf } from './early-end.ts';
import {
  byClause,
  firstOf,
  type Hit,
  lengthFact,
  quoteOf,
  type Stated,
  type Told,
  wholeQuote,
  withNearerEnd,
} from './told.ts';
import {
  ABOUT_PRICE,
  AFTER_END,
  AHEAD,
  BEFORE_END,
  BEFORE_RISE,
  BY_ITSELF,
  CHANGED_BEFORE,
  CHANGED_BEHIND,
  CHANGED_BETWEEN,
  COMMITMENT,
  DATA,
  EVERY_MONTH,
  EVERY_YEAR,
  NOT_DATA_RETURN,
  NOT_PRICE_CAP,
  NOT_TERM,
  OTHER_MEASURE,
  PRICE_CAP,
  PRICE_NOTICE,
  PRICE_WORDS,
  REMINDS,
  RENEWAL,
  RENEWING,
  SAME_LENGTH,
  STOPS_RENEWAL,
  STOPS_RENEWAL_EN,
  SUNSET,
  TAKE_OUT,
  TERM,
  WORTH,
} from '../rules/term.ts';

const BOTH =
  /任何一方|任一方|双方|各方|一方|either\sparty|each\sparty|both\sparties|neither\sparty|any\sparty|one\s(?:of\sthe\s)?part(?:y|ies)/iu;
const CUSTOMER = /客户|用户|您|甲方|customer|\byou\b|subscriber/iu;
const PROVIDER = /我们|我方|服务商|提供方|乙方|provider|\bwe\b|vendor/iu;

function partyOf(words: string): Fact['party'] {
  if (BOTH.test(words) || SIDE_AND_SIDE.test(words)) return 'both';
  const [customer, provider] = [CUSTOMER.test(words), PROVIDER.test(words)];
  return customer === provider ? undefined : customer ? 'customer' : 'provider';
}

const atEnd: { readonly anchor: Anchor } = { anchor: 'term-end' };

/** So long before the end: a time to give notice in, never the term. */
const BEFORE_ITS_END =
  /(?:届满|期满|到期|终止|结束|终了|满)(?:之)?(?:日)?(?:之?前|以前)|(?:前|至少)[^，。；]{0,2}[\uE001-\uE005]$/u;

/** What is valid for so long by itself: a certificate, a voucher, a package; no agreement. */
const OF_A_THING =
  /(?:证书|域名|代金券|优惠券|券|红包|积分|[会储充购]\p{Script=Han}?卡|密码|验证码|[资源流量]包|身份证|执照|资质|证件|授权书|链接|令牌|兑换|报价|保函|保单|订阅码)[^。；]{0,30}有效期|有效期[^，。；]{0,12}(?:证书|域名|代金券|优惠券|证件)/u;
/** The most that a term may be made to last. */
const LONGEST = /(?:最长|至多|最多)[^，。；]{0,4}期/u;
const OF_AGREEMENT = /(?:本|该|此|双方)[^，。；]{0,8}(?:协议|合同|条款)|(?:协议|合同)(?:的)?(?:有效)?期/u;

/** Whether the length is one by which a term is made longer or shorter: `延长服务期限5天`. */
function isChange(text: string, words: string): boolean {
  const start = text.indexOf(words);
  return (
    CHANGED_BETWEEN.test(words) ||
    CHANGED_BEFORE.test(text.slice(0, start)) ||
    CHANGED_BEHIND.test(text.slice(start + words.length))
  );
}

function termFact(told: Told): readonly Stated[] {
  const { text } = told.sentence;
  if (LONGEST.test(text) || (OF_A_THING.test(text) && !OF_AGREEMENT.test(text))) return [];
  if (NOT_TERM.test(text.slice(0, 60)) && !/有效期|term\b/iu.test(text)) return [];
  const hit = firstOf(
    told,
    TERM,
    (words) => !NOT_TERM.test(words) && !RENEWING.test(words) && !BEFORE_ITS_END.test(words) && !isChange(text, words),
  );
  return lengthFact('term', told, hit, { anchor: 'term-start' });
}

/** How long each renewal is; never how long before it something must be said. */
const renewalLength = (told: Told): Hit | undefined =>
  firstOf(told, RENEWAL, (words) => !/(?:提前|前)[\uE001-\uE005]/u.test(words));

/** That nothing is renewed by itself, or that all ends unless somebody renews it: a renewal that comes about no times. */
function neverRenews({ text }: Told['sentence']): boolean {
  if (LAPSES.some((pattern) => pattern.test(text)) && !NOT_OF_A_TERM.test(text)) return true;
  return NEVER_RENEWS.some((pattern) => pattern.test(text)) && !ON_CONDITION.test(text);
}

/** The days on which a term begins and ends, as the text names them; a first day only beside a length or a last day. */
function dayFacts(told: Told): readonly Stated[] {
  const { text } = told.sentence;
  if (!OF_A_TERM.test(`${text} ${told.around}`) || NOT_OF_A_TERM.test(text)) return [];
  const dated = (kind: 'start-date' | 'end-date', hit: Hit | undefined): readonly Stated[] =>
    hit?.quantity.text === undefined
      ? []
      : [{ kind, value: hit.quantity.text, unit: 'date', quote: quoteOf(told, hit) }];
  const ends = dated('end-date', firstOf(told, ENDS_ON));
  const starts = dated('start-date', firstOf(told, STARTS_ON));
  return ends.length > 0 || termFact(told).length > 0 ? [...starts, ...ends] : ends;
}

function renewalFact(told: Told): readonly Stated[] {
  const { text } = told.sentence;
  if (neverRenews(told.sentence))
    return [{ kind: 'auto-renewal', value: 0, unit: 'year', times: 0, quote: wholeQuote(told), ...atEnd }];
  if (!RENEWING.test(text) || !BY_ITSELF.test(`${text} ${told.around}`)) return [];
  const every: readonly (readonly [RegExp, Unit])[] = [
    [EVERY_YEAR, 'year'],
    [EVERY_MONTH, 'month'],
  ];
  const hit = renewalLength(told);
  if (hit) return lengthFact('auto-renewal', told, hit, atEnd);
  // Monthly or yearly, by the plan that was chosen: both.
  return every
    .filter(([pattern]) => pattern.test(text))
    .map(([, unit]) => ({ kind: 'auto-renewal', value: 1, unit, quote: wholeQuote(told), ...atEnd }));
}

const PARTS = /[，,；;]|\b(?:and|but)\s(?=(?:the\s)?(?:customer|you|either|each)\b)/giu;

/**
 * A sentence that also speaks of prices, with those parts blank: a notice of a new price stands in it before or after the one against
 * the renewal. Nothing where what is left no longer speaks of stopping one.
 */
function withoutPrices(told: Told): Told | undefined {
  const { text } = told.sentence;
  if (!OF_PRICE.test(text)) return told;
  const stops = [0, ...[...text.matchAll(PARTS)].map(({ index, 0: mark }) => index + mark.length), text.length];
  const blank = stops.slice(1).reduce((words, end, at) => {
    const part = text.slice(stops[at], end);
    const renewing = STOPS_RENEWAL.test(part) || STOPS_RENEWAL_EN.test(part);
    return words + (OF_PRICE.test(part) && !renewing ? ' '.repeat(part.length) : part);
  }, '');
  if (ABOUT_PRICE.test(blank) || !(STOPS_RENEWAL.test(blank) || STOPS_RENEWAL_EN.test(blank))) return undefined;
  return { ...told, sentence: { ...told.sentence, text: blank } };
}

function nonRenewalFact(told: Told): readonly Stated[] {
  const { text } = told.sentence;
  const stops = STOPS_RENEWAL.test(text) || STOPS_RENEWAL_EN.test(text);
  if (!stops || REMINDS.test(text) || neverRenews(told.sentence)) return [];
  const own = withoutPrices(told);
  if (own === undefined) return [];
  const renewal = renewalLength(told)?.quantity;
  const hit = firstOf(own, BEFORE_END, (_words, quantity) => quantity !== renewal);
  const party = partyOf(text);
  const quote = wholeQuote(told);
  return lengthFact('non-renewal-notice', told, hit, { ...atEnd, ...(party && { party }), quote }).map(withNearerEnd);
}

function priceFacts(told: Told): readonly Stated[] {
  const { text } = told.sentence;
  const cap = PRICE_WORDS.test(text) && !NOT_PRICE_CAP.test(text) ? firstOf(told, PRICE_CAP) : undefined;
  const notice = firstOf(told, PRICE_NOTICE, (words) => !NOT_OF_PRICE.test(words));
  const beforeTerm = notice ? undefined : firstOf(told, PRICE_BEFORE_TERM);
  const quote = cap ? quoteOf(told, cap) : '';
  const share = cap && rateOf(cap.quantity, { words: BEFORE_RISE.exec(quote)?.[0].trim() ?? quote });
  const stated: readonly Stated[] = !share
    ? []
    : OTHER_MEASURE.test(text)
      ? [{ kind: 'price-increase-cap', value: quote, unit: 'text', quote }]
      : [{ kind: 'price-increase-cap', value: share, unit: share.unit, quote }];
  const anchor: Anchor | undefined =
    beforeTerm && BEFORE_THE_END.test(quoteOf(told, beforeTerm)) ? 'term-end' : undefined;
  return [
    ...stated,
    ...lengthFact('price-notice', told, notice),
    ...lengthFact('price-notice', told, beforeTerm, anchor && { anchor }),
  ];
}

function commitmentFact(told: Told): readonly Stated[] {
  const { text } = told.sentence;
  if (!COMMITMENT.test(text) && !(AT_LEAST_SPENT.test(text) && !FOR_A_BENEFIT.test(text))) return [];
  const money = yuanIn(told.clause.text.slice(told.sentence.start, told.sentence.end));
  if (money === undefined) return [];
  const value: FactValue = money.yuan ?? money.words;
  const unit: Unit = money.yuan === undefined ? 'text' : 'money';
  return [{ kind: 'minimum-commitment', value, unit, party: 'customer', quote: wholeQuote(told) }];
}

function dataReturnFact(told: Told): readonly Stated[] {
  const { text } = told.sentence;
  // An order that is kept for somebody until it is paid is no data.
  const kept = /为您(?:保存|保留)/u.test(text) && !/订单|下单|售罄/u.test(text);
  const about = kept || DATA.test(`${text} ${told.around}`);
  if (!about || !TAKE_OUT.test(text) || NOT_DATA_RETURN.test(text)) return [];
  return lengthFact('data-return', told, firstOf(told, AFTER_END), atEnd);
}

function sunsetFact(told: Told): readonly Stated[] {
  if (!AHEAD.test(told.sentence.text)) return [];
  const fits = (words: string): boolean => !RENEWING.test(words);
  return lengthFact('sunset-notice', told, firstOf(told, SUNSET, fits), { anchor: 'announced' });
}

const FIGURE = /[\uE001-\uE009\uE00D]/u;

function statedIn(told: Told): readonly Stated[] {
  const { text } = told.sentence;
  if (!WORTH.test(text)) return [];
  const commitment = commitmentFact(told);
  if (!FIGURE.test(text) && !EVERY_YEAR.test(text) && !EVERY_MONTH.test(text) && !neverRenews(told.sentence))
    return [...commitment, ...earlyEndFact(told)];
  return [
    ...termFact(told),
    ...dayFacts(told),
    ...renewalFact(told),
    ...nonRenewalFact(told),
    ...priceFacts(told),
    ...commitment,
    ...earlyEndFact(told),
    ...dataReturnFact(told),
    ...sunsetFact(told),
  ];
}

interface Source {
  readonly clause: Clause;
  /** Headings above and the clause's own. */
  readonly headings: string;
}

/** A value is stated once in a clause, in however many languages. */
const key = ({ kind, value, unit }: Stated): string => JSON.stringify([kind, value, unit]);

/**
 * The facts of term and renewal that clauses state, each with the literal words it was read from. A renewal “for the same
 * length” takes the one term that the document states.
 */
export function termFacts(sources: readonly Source[]): readonly Fact[] {
  const found: Fact[] = [];
  const sameLength: { readonly clause: string; readonly quote: string }[] = [];
  for (const { clause, headings } of sources) {
    const said = new Set<string>();
    const counted = new Map<FactKind, number>();
    let before = '';
    for (const stretch of sentences(clause.text)) {
      const sentence = sentenceOf(clause.text, stretch);
      const told: Told = { clause, sentence, around: `${headings} ${before}` };
      for (const stated of statedIn(told)) {
        if (said.has(key(stated))) continue;
        said.add(key(stated));
        // How often it is renewed at most may stand in a sentence of its own.
        const times =
          stated.kind === 'auto-renewal' && stated.times === undefined ? renewalTimes(clause.text) : undefined;
        const nth = (counted.get(stated.kind) ?? 0) + 1;
        counted.set(stated.kind, nth);
        found.push({
          id: `${clause.id}/${stated.kind}/${nth}`,
          ...stated,
          ...(times === undefined ? {} : { times }),
          clause: clause.id,
        });
      }
      if (SAME_LENGTH.test(sentence.text) && !counted.has('auto-renewal'))
        sameLength.push({ clause: clause.id, quote: wholeQuote(told) });
      before = sentence.text;
    }
  }
  const terms = new Map(found.filter(({ kind }) => kind === 'term').map((fact) => [key(fact), fact]));
  const [only] = terms.values();
  if (only && terms.size === 1)
    for (const { clause, quote } of sameLength)
      found.push({ ...only, ...atEnd, id: `${clause}/auto-renewal/1`, kind: 'auto-renewal', clause, quote });
  return found;
}

/** A change of the terms beside one of the price is given notice of as well. */
const OF_TERMS = /条款|协议|规则|合同|terms|agreement|(?<!\b(?:payments?|pricing|price|fees?|billing)\s)polic/iu;

/** What a length of these kinds is often mistaken for, as it is so many days before something. */
const MISTAKEN: Partial<Readonly<Record<FactKind, (fact: Fact, told: Fact) => boolean>>> = {
  'non-renewal-notice': ({ kind }) =>
    kind.startsWith('renewal') ||
    kind.startsWith('termination') ||
    kind.startsWith('payment') ||
    kind === 'change-notice',
  'price-notice': ({ kind }, { quote }) =>
    kind.startsWith('renewal') || kind.startsWith('termination') || (kind === 'change-notice' && !OF_TERMS.test(quote)),
};

/** The other facts without those that say of one length what it is not: stopping a renewal is the opposite of paying for one. */
export function withoutMistaken(facts: readonly Fact[], termly: readonly Fact[]): readonly Fact[] {
  const sameLength = (one: Fact, other: Fact): boolean => {
    const { opens, closes } = noticeWindow(one.quote) ?? {};
    return (
      one.quote.includes(other.quote) &&
      [one, opens, closes].some((length) => length?.value === other.value && length.unit === other.unit)
    );
  };
  const termlyOf = byClause(termly);
  return facts.filter(
    (fact) => !termlyOf(fact.clause).some((told) => sameLength(told, fact) && MISTAKEN[told.kind]?.(fact, told)),
  );
}
