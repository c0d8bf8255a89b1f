import {
  type Anchor,
  type DeliveryValue,
  type Fact,
  FACT_KINDS,
  type FactKind,
  type FactShape,
  type FactValue,
  isByHour,
  type InvoiceDay,
  type LateFeeValue,
  type LengthUnit,
  type Quantity,
  type Share,
  type TierValue,
  type Unit,
} from './fact.ts';
import { factWords } from './fact-words.ts';
import { channelOf } from './channels.ts';
import { anchorOf, delayOf, deliveryAnchor } from './present-fact.ts';
import { paymentDayIn } from './quantity/payment-day.ts';
import { saidCycle } from './quantity/billing-cycle.ts';
import { closingHour } from './quantity/closing-hour.ts';
import { creditBaseIn } from './quantity/credit-base.ts';
import { feesIn } from './quantity/fee-words.ts';
import { hoursInWords } from './quantity/hours-words.ts';
import { lateFeeLimits } from './quantity/late-fee-limits.ts';
import { monthsLater } from './quantity/months-later.ts';
import { renewalTimes } from './quantity/renewal-times.ts';
import { shareOfWords } from './quantity/share-words.ts';
import { inVouchers } from './quantity/shares/credit-words.ts';
import { amountsIn, markOf } from './quantity/yuan.ts';
import { typed, typedDates } from '../../assets/typed/typed-words.ts';
import { counted } from './quantity/typed.ts';
import { zonesIn } from './quantity/zones.ts';
import { Refusal } from './refusal.ts';
import { type Sentence, sentence } from './sentence.ts';

/** A value with its unit as a person wrote it down. */
interface Said {
  readonly value: FactValue;
  readonly unit: Unit;
  readonly calendar?: string;
}

const LENGTHS: readonly (readonly [LengthUnit | 'working-hour', string])[] = [
  ['working-hour', '个?(?:工作|服务|营业)小时|(?:business|working|support|service)[ -]hours?'],
  ['working-day', '个?(?:工作日|营业日|交易日)|(?:business|working)[ -]days?'],
  ['minute', '分钟|minutes?|min\\b'],
  ['hour', '个?小时|hours?|h\\b'],
  ['day', '个?(?:自然日|日历日|天|日)|(?:calendar )?days?|d\\b'],
  ['month', '个?月|months?'],
  ['year', '年|years?'],
];
const LENGTH = new RegExp(
  `(\\d+(?:\\.\\d+)?)(?:\\s*(?:-|–|~|至|到|to)\\s*(\\d+(?:\\.\\d+)?))?\\s*(?:${LENGTHS.map(([, words]) => `(${words})`).join('|')})`,
  'giu',
);

/** Place of a working-day calendar that the words name; the mainland's where they name none. */
function calendarOf(words: string): string | undefined {
  if (/香港|hong ?kong|\bHK\b/iu.test(words)) return 'HK';
  return undefined;
}

/** Every length that the words give; a range gives both ends. Several are several readings. */
function lengths(words: string): readonly Said[] {
  const calendar = calendarOf(words);
  const found = [...words.matchAll(LENGTH)].flatMap(([, first, last, ...units]) => {
    const unit = LENGTHS[units.findIndex((each) => each !== undefined)]?.[0] ?? 'day';
    const place = unit === 'working-day' && calendar !== undefined ? { calendar } : {};
    return [first, last].flatMap((number): readonly Said[] =>
      number === undefined ? [] : [{ value: Number(number), unit, ...place }],
    );
  });
  return once(found);
}

const once = (found: readonly Said[]): readonly Said[] => [
  ...new Map(found.map((each) => [JSON.stringify(each), each])).values(),
];

/** Percentages that stand in the words, in order. */
const percents = (words: string): readonly number[] =>
  [...words.matchAll(/(\d+(?:\.\d+)?)\s*%?/gu)].map(([, number]) => Number(number));

const BELOW = /(?:低于|小于|不足|<|below|less than|under)\s*(\d+(?:\.\d+)?)\s*%?/iu;
const FROM =
  /(?:不低于|等于或高于|高于或等于|大于等于|从|≥|>=|from|at least|not below|equal to or (?:greater|more) than)\s*(\d+(?:\.\d+)?)\s*%?/iu;
const SERVICE_DAYS = /(\d+(?:\.\d+)?)\s*(?:天|日|days?)/iu;

/** Words that say what a percentage is of. */
const OF_SOMETHING = /的\s*(?:\d|[百千万]分之)|%\s*of\b|[费款价额]|fee|charge|price|bill|amount/iu;

/** A share of the fee that the words name; of the month's where they name nothing. What they name without being read is not. */
function creditShare(words: string): Share | undefined {
  const share = shareOfWords(words);
  if (!share || typeof share.of === 'string') return share;
  const base = creditBaseIn(words) ?? (OF_SOMETHING.test(words) ? undefined : 'month-fee');
  return base && { ...share, of: base };
}

function tier(words: string): readonly Said[] {
  const lower = FROM.exec(words);
  const above = words.replace(lower?.[0] ?? '', ' ');
  const upper = BELOW.exec(above);
  if (!upper) return [];
  const given = above.replace(upper[0], ' ');
  const days = SERVICE_DAYS.exec(given);
  const sums = amountsIn(given).flatMap((sum) => markOf(sum) ?? []);
  const share = creditShare(given);
  // Words that give a sum, a share or days have a reading each: which of them is meant, a person says.
  const credits: readonly TierValue['credit'][] = [
    ...(days ? [{ value: Number(days[1]), unit: 'service-day' } as const] : []),
    ...sums.map((sum) => ({ ...sum, unit: 'money' }) as const),
    ...(share ? [share] : []),
  ];
  return credits.map((credit): Said => {
    const form = credit.unit === 'service-day' ? 'service-days' : inVouchers(given) ? 'voucher' : undefined;
    const value: TierValue = {
      below: Number(upper[1]),
      ...(lower ? { from: Number(lower[1]) } : {}),
      credit,
      ...(form && { form }),
    };
    return { value, unit: credit.unit };
  });
}

function availability(words: string): readonly Said[] {
  const period = /季|quarter/iu.test(words)
    ? 'quarter'
    : /年|year|annual/iu.test(words)
      ? 'year'
      : /月|month/iu.test(words)
        ? 'month'
        : undefined;
  const target = /目标|target/iu.test(words);
  return [...new Set(percents(words))].map((promise) => ({
    value: { promise, ...(period && { period }), ...(target && { target }) },
    unit: 'percent',
  }));
}

const LATE_PERIODS: readonly (readonly ['day' | 'month' | 'year', RegExp])[] = [
  ['day', /日|天|\bdays?\b|daily/iu],
  ['month', /月|month/iu],
  ['year', /年|year|annual|\bp\.?a\b/iu],
];
/** A late fee is a share of what is overdue; words of a period alone look like that period's fee. */
const OTHER_BASES: ReadonlySet<Share['of']> = new Set(['outage-fee', 'fees-12-months', 'fees-paid', 'remaining-term']);

/** The rate and its one period, with the ceiling and the days of grace that the words give; several periods are not read. */
function lateFee(written: string): readonly Said[] {
  const { words, ...limits } = lateFeeLimits(saidOnce(written));
  return lateRate(words).map(({ value, unit }): Said => ({ value: { ...value, ...limits }, unit }));
}

/** A small rate as it is shown, `2‰ (0.2%)`, says one thing twice; where it says two, both stay and nothing is read. */
const saidOnce = (words: string): string =>
  words.replace(/(\d[\d.]*)\s?‰\s?[（(]\s?(\d[\d.]*)\s?%\s?[)）]/gu, (both, perMille: string, percent: string) =>
    Math.abs(Number(perMille) - Number(percent) * 10) < 1e-9 ? `${perMille}‰` : both,
  );

function lateRate(words: string): readonly { readonly value: LateFeeValue; readonly unit: Unit }[] {
  const reference = /LPR|贷款市场报价利率|loan prime rate|同期[^，。]{0,10}利率/iu.exec(words)?.[0];
  if (reference !== undefined) {
    const rate = /\d+(?:\.\d+)?\s*(?:倍|times|x)/iu.exec(words)?.[0];
    return [{ value: { reference, ...(rate === undefined ? {} : { rate }) }, unit: 'text' }];
  }
  const share = shareOfWords(words);
  if (!share || OTHER_BASES.has(share.of)) return [];
  const [per, ...others] = LATE_PERIODS.filter(([, pattern]) => pattern.test(words)).map(([name]) => name);
  if (!per || others.length > 0) return [];
  const value: LateFeeValue = { rate: { ...share, of: 'overdue' }, per };
  return [{ value, unit: share.unit }];
}

function delivery(words: string): readonly Said[] {
  const channel: DeliveryValue['channel'] = /邮寄|寄出|快递|信函|\bpost\b|courier/iu.test(words)
    ? 'post'
    : channelOf(words);
  const delay: Quantity = delayOf(words);
  return [{ value: { channel, delay }, unit: delay.unit }];
}

const PLANS: readonly (readonly [InvoiceDay['plan'], RegExp])[] = [
  ['postpaid', /后付|月结|post-?paid/iu],
  ['prepaid', /预付|先付|pre-?paid/iu],
];
const INVOICE_DAY = /(\d{1,2})\s*[日号]|\bday\s*(\d{1,2})|\b(\d{1,2})(?:st|nd|rd|th)\b/giu;

/** Plan, month and day, each said: no month is taken for granted. */
function invoiceDay(words: string): readonly Said[] {
  const plans = PLANS.filter(([, pattern]) => pattern.test(words));
  const plan = plans[0]?.[0];
  const later = monthsLater(words);
  if (!plan || plans.length > 1 || !later) return [];
  const days = [...words.matchAll(INVOICE_DAY)].map(([, ...numbers]) => Number(numbers.find(Boolean)));
  return [...new Set(days)]
    .filter((day) => day >= 1 && day <= 31)
    .map((day) => ({ value: { plan, months: later.months, day }, unit: 'day' }));
}

const share = (words: string): readonly Said[] => {
  const read = shareOfWords(words);
  return read ? [{ value: read, unit: read.unit }] : [];
};

const hours = (words: string): readonly Said[] => {
  const value = hoursInWords(words);
  return value ? [{ value, unit: 'hour' }] : [];
};

const text = (words: string): readonly Said[] => (words === '' ? [] : [{ value: words, unit: 'text' }]);

const fee = (words: string): readonly Said[] => once(feesIn(words).map(({ value }) => ({ value, unit: 'money' })));

/** A sum of yuan, or figures alone, as a number; one in another currency keeps its words. */
function money(words: string): readonly Said[] {
  if (/^\d+(?:\.\d+)?$/u.test(words)) return [{ value: Number(words), unit: 'money' }];
  const sums = once(
    amountsIn(words).flatMap((sum): readonly Said[] => {
      const { value, currency = 'CNY' } = markOf(sum) ?? {};
      return value === undefined
        ? []
        : [currency === 'CNY' ? { value, unit: 'money' } : { value: words, unit: 'text' }];
    }),
  );
  return sums.length > 0 ? sums : text(words);
}

/** How each form of value is read of what a person wrote. Several answers are several readings. */
const READERS: Readonly<Record<FactShape, (words: string) => readonly Said[]>> = {
  // “The last day” is no length.
  length: (words) => lengths(words.replaceAll(/最后\s*1\s*[日天]|\blast\s+1?\s*(?:\w+ )?day\b/giu, ' ')),
  percent: (words) => [...new Set(percents(words))].map((value) => ({ value, unit: 'percent' })),
  money,
  fee,
  share,
  // A share beside a sum is one of two bounds, and neither is taken for the other.
  cap: (words) => (amountsIn(words).length === 0 && share(words).length > 0 ? share(words) : text(words)),
  tier,
  availability,
  'late-fee': lateFee,
  delivery,
  'invoice-day': invoiceDay,
  hours,
  court: text,
  text,
  date: (words) => typedDates(words).map((value) => ({ value, unit: 'date' })),
};

/** `4,320 minutes` → `4320 minutes`. */
const withoutThousands = (words: string): string =>
  words.replace(/(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])/gu, (number) => number.replaceAll(',', ''));

/** A notice of the provider: of the others, one is the customer's own and one comes after a leak. */
const isNotice = (kind: FactKind): boolean =>
  kind.endsWith('-notice') && kind !== 'non-renewal-notice' && kind !== 'breach-notice';
const NOTICE_ANCHORS: readonly (readonly [Anchor, RegExp])[] = [
  ['announced', /公告|公布|发布|张贴|publish|announce|post(?:ed|ing) on/iu],
  ['received', /收到|签收|receipt|received/iu],
  ['delivered', /送达|delivered|delivery/iu],
  ['posted', /寄出|邮寄|\bmailed\b|\bmailing\b/iu],
  ['sent', /发出|发送|\bsent\b|\bsending\b/iu],
];

/** From when what a person wrote counts, by their own words; absent where these name nothing, or several things. */
function saidAnchor(kind: FactKind, words: string): Anchor | undefined {
  if (kind === 'delivery') return deliveryAnchor(words);
  if (!isNotice(kind)) return anchorOf(kind, [words]);
  const named = NOTICE_ANCHORS.filter(([, pattern]) => pattern.test(words));
  return named.length === 1 ? named[0]?.[0] : undefined;
}

/** Close of business as a person wrote it: `17:00`, `下午5点`. */
function hourSaid(words: string): readonly Fact[] {
  const value = closingHour(`${words}前`) ?? closingHour(`before ${words}`);
  const kind = 'close-of-business';
  return value === undefined ? [] : [{ id: `person/${kind}`, kind, value, unit: 'text', clause: '', quote: '' }];
}

/** How a fact of the kind is written down, for whoever is asked for one. */
export const exampleOf = (kind: FactKind): Sentence =>
  kind === 'billing-cycle'
    ? sentence('format.said.example.cycle')
    : kind === 'payment-day'
      ? sentence('format.said.example.payment-day')
      : sentence(`format.said.example.${FACT_KINDS[kind].shape}`);

/** What a person wrote for a fact: the readings of it, each a fact of no clause. One reading is what they mean. */
export function saidReadings(kind: FactKind, written: string, scope?: string): readonly Fact[] {
  const words = typed(written);
  const { shape } = FACT_KINDS[kind];
  // A zone that is not known, or an hour that is none, counts nothing.
  if (kind === 'time-zone' && zonesIn(words).length !== 1) return [];
  if (kind === 'billing-cycle' && !saidCycle(words)) return [];
  if (kind === 'payment-day' && !paymentDayIn(words)) return [];
  if (kind === 'close-of-business') return hourSaid(words);
  const inWords = shape === 'text' || shape === 'court' || shape === 'date' || shape === 'hours';
  const ofKind = ({ unit }: Said): boolean => (FACT_KINDS[kind].units as readonly Unit[]).includes(unit);
  const figures = inWords ? words : withoutThousands(counted(words));
  // A comma that is left inside a number may be a decimal point or stand between two numbers.
  if (!inWords && /\d,\d/u.test(figures)) return [];
  return READERS[shape](figures)
    .filter(ofKind)
    .map(({ value, unit, calendar }): Fact => {
      const anchor = saidAnchor(kind, words);
      const hour = isByHour(kind) ? closingHour(words) : undefined;
      const times = kind === 'auto-renewal' ? renewalTimes(`续期，${words}`) : undefined;
      return {
        id: `person/${kind}`,
        kind,
        value,
        unit,
        ...(calendar === undefined ? {} : { calendar }),
        ...(anchor && { anchor }),
        ...(times === undefined ? {} : { times }),
        ...(hour === undefined ? {} : { hour }),
        ...(scope === undefined || scope === '' ? {} : { scope: { class: scope } }),
        clause: '',
        quote: '',
      };
    });
}

/**
 * The fact that a person wrote down. Refuses (`fact-not-read`) what gives none or several: an example of the writing is named.
 * @param meant which of several readings is meant, from 0
 */
export function saidFact(kind: FactKind, written: string, scope?: string, meant?: number): Fact {
  const readings = saidReadings(kind, written, scope);
  const only = meant === undefined ? readings[0] : readings[meant];
  if (only && (readings.length === 1 || meant !== undefined)) return only;
  throw new Refusal(
    readings.length > 1 ? 'fact-two-readings' : 'fact-not-read',
    readings.length > 1
      ? sentence('format.said.two-readings', { written, readings: readings.map((fact) => factWords(fact)) })
      : sentence('format.said.not-read', { written }),
    exampleOf(kind),
  );
}
