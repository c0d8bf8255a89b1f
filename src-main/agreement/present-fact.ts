import type {
  Anchor,
  Base,
  DeliveryValue,
  Fact,
  FactKind,
  FactValue,
  LengthUnit,
  Quantity,
  TierValue,
  Unit,
} from './fact.ts';
import { channelOf, channelOfCase, channelsIn } from './channels.ts';
import { inServiceTime, inVouchers } from './quantity/shares/credit-words.ts';
import { creditBase, OUTAGE_FEE } from './quantity/credit-base.ts';
import { type CreditTier, LEGACY_KINDS, type LegacyFact, type LegacyKind, type LegacyValue } from './legacy-fact.ts';
import { isTarget, quoteOfTarget } from './frames/aimed.ts';
import { sentenceOf } from './meaning/phrases.ts';
import { plain } from './meaning/sentences.ts';
import type { Measure } from './quantity/quantities.ts';

const CREDIT_UNITS = { 'days of service': 'service-day', 'hours of service': 'hour', money: 'money' } as const;

/**
 * Words that tell from when a length is counted, by kind, in rounds: in the first round where any fit, exactly one must;
 * where two do, the text has to be read by a person.
 */
const ANCHOR_WORDS: Partial<Readonly<Record<FactKind, readonly (readonly (readonly [Anchor, RegExp])[])[]>>> = {
  'payment-due': [
    [
      ['order', /下单|订单|订购|预留|保留|\border|purchase/iu],
      ['invoice', /账单|出账|发票|开票|invoice|\bbill/iu],
      ['due', /应付之日|到期应付|due date/iu],
    ],
  ],
  'claim-closes': [
    // “After the end of the month in which the incident occurred” counts from the month.
    [
      [
        'month-end',
        /(?:月|季|年)(?:份|度)?(?:结束|届满|末|底|终了|最后一[日天])|(?:month|quarter|year)(?:'s)? end|(?:end|close|last day) of (?:the|that|each|such) (?:\w+ )?(?:month|quarter|year)/iu,
      ],
    ],
    [
      ['month-end', /相关月|当月|该月|次月|each month|(?:calendar |relevant |applicable )month/iu],
      ['incident', /故障|事件|中断|事故|不可用(?:发生|结束)|incident|outage|event|downtime/iu],
    ],
  ],
};

const FIXED_ANCHORS: Partial<Readonly<Record<FactKind, Anchor>>> = {
  'renewal-lead': 'term-end',
  'outage-termination': 'incident',
  'late-fee': 'due',
  'overdue-termination': 'due',
};

/** From when a length is counted, by its words. Asks the quote first, then the whole clause: an anchor that neither settles is absent. */
export function anchorOf(kind: FactKind, places: readonly string[]): Anchor | undefined {
  const fixed = FIXED_ANCHORS[kind];
  if (fixed !== undefined) return fixed;
  for (const words of places) {
    const fitting = (ANCHOR_WORDS[kind] ?? [])
      .map((round) => round.filter(([, pattern]) => pattern.test(words)))
      .find((found) => found.length > 0);
    if (fitting?.length === 1) return fitting[0]?.[0];
  }
  return undefined;
}

const NOT_BY_MONTH = /故障|事件|中断(?:发生|结束)|incident|outage/iu;
const NEXT_DAY =
  /次(?:一)?(?:个)?(工作|营业)?日|下(?:一|1)?个?(工作|营业)日|第二天|(?:next|following) (?:calendar )?((?:business|working) )?day|\bthe ((?:business|working) )?day (?:after|following)\b/iu;
/** “Deemed received” says when it counts as delivered, not that it has to arrive. */
const DEEMED =
  /(?:视为|视同)[^，。；]{0,6}(?:到达|收到|送达)|(?:deemed|considered|treated)[^,.;]{0,20}(?:received|delivered|served|given)/giu;
const DELAYS: Partial<Readonly<Record<Measure, LengthUnit>>> = {
  minute: 'minute',
  hour: 'hour',
  day: 'day',
  'nth-day': 'day',
  workday: 'working-day',
  'nth-workday': 'working-day',
};
/** “Or if sent after 5 p.m., on the next business day”: when it counts depends on the hour, or on the day. */
const DEPENDS =
  /非工作(?:时间|日)|\d{1,2}\s?(?:[:：]\s?\d{2}|[点时])\s?(?:以后|之后|后|以前|之前|前)|(?:下班|营业时间|工作时间|办公时间)[^，。；]{0,6}(?:后|以外|之外)|\bif\s[^.;,]{0,60}\b(?:after|outside|not\s(?:on\s)?a)\b|\b(?:sent|received|transmitted|given|delivered)\s[^.;]{0,24}\b(?:after|outside|before|not\s(?:on\s)?a)\b[^.;]{0,24}(?:\d|hours|close|business)|outside\s(?:of\s)?(?:normal\s)?(?:business|working|office)\shours/iu;
const WITH_NUMBER =
  /\d|[〇零一二两三四五六七八九十百]+\s?个?(?:工作日|自然日|日|天|小时|分钟|周|星期)|(?<!\bthe\s(?:business\s|working\s)?)\b(?:hours?|minutes?|days?)\safter\b/iu;
const NOT_READ: Quantity = { value: 0, unit: 'text' };

/**
 * How long after it went out a notice counts as delivered, by the words; at once where they give no time. In `text` where they
 * give a time that is not read, several, or one that depends on the hour.
 */
export function delayOf(words: string): Quantity {
  const said = plain(words);
  if (DEPENDS.test(said)) return NOT_READ;
  const lengths = [...sentenceOf(said, { start: 0, end: said.length }).quantities.values()].flatMap(
    ({ measure, value }): readonly Quantity[] => {
      const unit = DELAYS[measure];
      return unit === undefined ? [] : [{ value, unit }];
    },
  );
  const different = new Map(lengths.map((each) => [JSON.stringify(each), each]));
  const [only] = different.values();
  if (only) return different.size === 1 ? only : NOT_READ;
  const next = NEXT_DAY.exec(said);
  if (next) return { value: 1, unit: next.slice(1).some((work) => work !== undefined) ? 'working-day' : 'day' };
  return WITH_NUMBER.test(said) ? NOT_READ : { value: 0, unit: 'day' };
}

/** Where another rule of delivery ends. */
const RULE_END =
  /(?:视为|即为|视同)[^，。；,;]{0,6}(?:送达|收到|接收|到达)|(?:deemed|considered)[^,.;]{0,20}(?:received|delivered|served|given)[^,.;:]{0,40}[,.;]/giu;

/**
 * The one channel of a rule: that its own words name, else those before it (“以短信方式发送的，”) up to the rule before, else those right
 * behind it (“upon posting on the website”).
 */
function channelOfRule(rule: string, quote: string): DeliveryValue['channel'] {
  const at = Math.max(0, quote.indexOf(rule));
  const own = channelOfCase(quote.slice(at + rule.length));
  if (own !== undefined && channelsIn(rule).length === 0) return own;
  const before = quote.slice(0, at).split(RULE_END).at(-1) ?? '';
  const [behind = ''] = quote.slice(at + rule.length).split(/[,.;，。；]/u);
  return channelOf([rule, before, behind].find((words) => channelsIn(words).length > 0) ?? '');
}

function electronicAnchor(words: string): Anchor {
  if (/到达|进入|登[录陆入]|received|reach|\b(?:log|sign)\w*[\s-]?(?:in|on)\b/iu.test(words.replace(DEEMED, '')))
    return 'received';
  return /公告|公布|发布|张贴|publish|post(?:ed|ing)? on/iu.test(words) ? 'announced' : 'sent';
}

/** From when a rule of delivery counts, by its words: from arrival, a notice on a site, posting, or sending. */
export function deliveryAnchor(words: string): Anchor {
  const anchor = electronicAnchor(words);
  if (/签收|收到|收件/u.test(words.replace(DEEMED, ''))) return 'received';
  return anchor === 'sent' && /邮寄|寄出|快递|\bpost\b|courier/iu.test(words) ? 'posted' : anchor;
}

/** The part of the words that has the share: what it is of stands there, and not before a comma. */
const besideShare = (quote: string): string =>
  quote.split(/[，,；;。]/u).find((part) => /%|％|百分之/u.test(part)) ?? quote;

/** Fees of some time, and not all that was paid: `最近三个月已支付费用`, `the fees paid for the month`. */
const OF_A_PERIOD =
  /(?:当|该|上|最近|前|过去|近)[^，。；]{0,6}(?:月|年|季)|\b(?:for|in|during|over)\s(?:the|that|such|each|any)\s(?:[\w()-]+\s){0,4}(?:months?|quarters?|years?)\b|\bmonth(?:'s|ly)\b|\bannual\b/iu;

function damagesBase(quote: string): Base {
  if (OUTAGE_FEE.test(quote)) return 'outage-fee';
  return /累计|已(?:支付|付|缴|交)|\bpaid\b/iu.test(quote) && !OF_A_PERIOD.test(quote) ? 'fees-paid' : { words: quote };
}

function periodOf(quote: string): 'month' | 'quarter' | 'year' | undefined {
  if (/季度|quarter/iu.test(quote)) return 'quarter';
  if (/每年|年度|全年|一年|annual|yearly|per year|(?:each|any|calendar) year/iu.test(quote)) return 'year';
  return /月|month/iu.test(quote) ? 'month' : undefined;
}

/** The words of a rule, with what follows it in its sentence where that makes it depend on the hour or the day. */
function whenOf(rule: string, quote: string): string {
  const after = quote.slice(quote.indexOf(rule) + rule.length);
  return DEPENDS.test(after) ? `${rule}${after}` : rule;
}

interface NewForm {
  readonly value: FactValue;
  readonly unit: Unit;
  readonly anchor?: Anchor | undefined;
}

/** The quote of a tier and the rest of its sentence, before the whole clause. */
const OWN_WORDS = 2;

/** A tier of the present form: a share of a fee, or time of service. */
function tierForm(
  { credit, ...bounds }: CreditTier,
  { unit, of, currency, each }: Pick<LegacyFact, 'unit' | 'of' | 'currency' | 'each'>,
  places: readonly string[],
): NewForm {
  const served = unit in CREDIT_UNITS ? CREDIT_UNITS[unit as keyof typeof CREDIT_UNITS] : undefined;
  const form =
    served === 'service-day' || (served === undefined && inServiceTime(places.slice(0, OWN_WORDS).join(' ')))
      ? 'service-days'
      : places.some(inVouchers)
        ? 'voucher'
        : undefined;
  const tier: TierValue = {
    ...bounds,
    credit: served
      ? { value: credit, unit: served, ...(currency && { currency }) }
      : { amount: credit, unit: unit === 'times' ? 'times' : 'percent', of: creditBase(places, of ?? 'month-fee') },
    ...(form && { form }),
    ...(each && { each }),
  };
  return { value: tier, unit: served ?? (unit === 'times' ? 'times' : 'percent') };
}

/** Value, unit and anchor of the present form. @param places the quote, then the clause it is from */
function newForm({ kind, value, unit, quote, of, currency, each }: LegacyFact, places: readonly string[]): NewForm {
  const present = LEGACY_KINDS[kind].kind;
  if (typeof value === 'object') {
    if ('plan' in value) return { value, unit: 'day' };
    const more = { ...(of && { of }), ...(currency && { currency }), ...(each && { each }) };
    return tierForm(value, { unit, ...more }, places);
  }
  if (typeof value === 'string') {
    if (kind !== 'electronic-delivery') return { value, unit: kind === 'effective-date' ? 'date' : 'text' };
    const delay = delayOf(whenOf(value, quote));
    return {
      value: { channel: channelOfRule(value, quote), delay, words: value },
      unit: delay.unit,
      anchor: electronicAnchor(value),
    };
  }
  const length: Unit = unit === 'working day' ? 'working-day' : unit === 'month' || unit === 'hour' ? unit : 'day';
  switch (kind) {
    case 'availability': {
      const period = periodOf(quote);
      const target = isTarget(value, quote, places);
      return { value: { promise: value, ...(period && { period }), ...(target && { target }) }, unit: 'percent' };
    }
    case 'vat-rate':
      return { value, unit: 'percent' };
    case 'damages-multiple': {
      const written = unit === 'percent' ? 'percent' : 'times';
      return {
        value: { amount: value, unit: written, of: damagesBase(written === 'percent' ? besideShare(quote) : quote) },
        unit: written,
      };
    }
    case 'late-fee-per-day': {
      const written = unit === 'percent' ? 'percent' : 'per-mille';
      return {
        value: { rate: { amount: value, unit: written, of: 'overdue' }, per: 'day' },
        unit: written,
        anchor: 'due',
      };
    }
    case 'paper-delivery-days':
      return { value: { channel: 'post', delay: { value, unit: length } }, unit: length, anchor: 'posted' };
    case 'claim-opens-working-day':
      return { value, unit: 'working-day', anchor: NOT_BY_MONTH.test(quote) ? 'incident' : 'month-end' };
    default:
      return { value, unit: length, anchor: anchorOf(present, places) };
  }
}

/** Anchors without which a former kind would say something else. */
const NEEDS_ANCHOR: Partial<Readonly<Record<LegacyKind, Anchor>>> = {
  'payment-due-days': 'order',
  'claim-opens-working-day': 'month-end',
  'claim-closes-months': 'month-end',
};

/** Units in which a former kind was counted, where its name does not say it in words of today. */
const PRESENT_UNITS: Partial<Readonly<Record<LegacyKind, Unit>>> = {
  'claim-opens-working-day': 'working-day',
  'credit-tier': 'percent',
  'invoice-ordinary-day': 'day',
  'invoice-special-day': 'day',
  'paper-delivery-days': 'day',
};

/** A former tier was a share of the month's fee. */
const ofAnotherFee = (value: FactValue): boolean =>
  typeof value === 'object' && 'credit' in value && 'of' in value.credit && value.credit.of !== 'month-fee';

/** The former kind, where unit and anchor are the former ones. */
function legacyOf(kind: LegacyKind, { value, unit, anchor }: NewForm): LegacyKind | undefined {
  if (ofAnotherFee(value)) return undefined;
  const needed = NEEDS_ANCHOR[kind];
  const counted = PRESENT_UNITS[kind] ?? LEGACY_KINDS[kind].unit;
  return (kind === 'electronic-delivery' || unit === counted) && (needed === undefined || anchor === needed)
    ? kind
    : undefined;
}

/**
 * A fact of the present form from one of the former.
 * @param nth 1 for the first fact of its kind in its clause
 * @param clauseText the words around the quote, for what the quote leaves unsaid
 */
export function factFromLegacy(former: LegacyFact, nth: number, clauseText = ''): Fact {
  const { kind } = LEGACY_KINDS[former.kind];
  const { clause, quote } = former;
  const places = [quote, former.around ?? '', clauseText];
  const form = newForm(former, places);
  const aimed = former.kind === 'availability' && typeof former.value === 'number';
  const legacy = legacyOf(former.kind, form);
  return {
    id: `${clause}/${kind}/${nth}`,
    kind,
    value: form.value,
    unit: form.unit,
    ...(form.anchor && { anchor: form.anchor }),
    ...(former.scope && { scope: former.scope }),
    ...(former.doubt !== undefined && { doubt: former.doubt }),
    clause,
    quote: aimed ? quoteOfTarget(Number(former.value), quote, places) : quote,
    ...(legacy && { legacy }),
  };
}

/** A value that a person gave for a former kind, in that kind's unit and from its anchor; no clause says it. */
export function formerFact(kind: LegacyKind, value: LegacyValue): Fact {
  const fact = factFromLegacy({ kind, value, unit: LEGACY_KINDS[kind].unit, clause: '', quote: '' }, 1);
  const anchor = NEEDS_ANCHOR[kind] ?? fact.anchor;
  if (kind === 'damages-multiple' && typeof value === 'number') {
    return { ...fact, value: { amount: value, unit: 'times', of: 'fees-paid' }, legacy: kind };
  }
  return { ...fact, legacy: kind, ...(anchor && { anchor }) };
}

/** Facts of the former form in their order, each as one of the present form. */
export function factsFromLegacy(
  former: readonly LegacyFact[],
  clauseText: (clause: string) => string,
): readonly Fact[] {
  const counted = new Map<string, number>();
  return former.map((fact) => {
    const key = `${fact.clause}/${LEGACY_KINDS[fact.kind].kind}`;
    const nth = (counted.get(key) ?? 0) + 1;
    counted.set(key, nth);
    return factFromLegacy(fact, nth, clauseText(fact.clause));
  });
}
