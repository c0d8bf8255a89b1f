import { type Sentence, sentence } from '../../agreement/sentence.ts';
import type { Fact, FactKind, InvoiceDay } from '../../agreement/fact.ts';
import { counted } from '../../agreement/quantity/typed.ts';
import { type Answer, type TermStep, allSteps, known, missingInput, unknown } from '../answer.ts';
import {
  type FactSource,
  type FoundFact,
  type OwnName,
  type TermBasis,
  factsOf,
  missingFact,
  placesOf,
} from '../basis.ts';
import { pickQuantity, type Question } from '../pick-fact.ts';
import {
  type CivilDate,
  type Month,
  addDays,
  dateWords,
  dayOfMonth,
  monthWords,
  shiftMonth,
} from '../calendar/civil-date.ts';
import { decimal } from './exact.ts';
import {
  ASKING,
  type AskRule,
  askingClauses,
  asksAfterPayment,
  type PaymentPlan,
  askRules,
} from './invoice-request.ts';
import { formatYuan, parseYuan, share } from './money.ts';

export type InvoiceType = 'ordinary' | 'special';

/** What an invoice is wanted for. */
export interface InvoiceWish {
  readonly plan: PaymentPlan;
  /** Month in which the charge arose (the order was placed, the service was used). */
  readonly month: Month;
  readonly type: InvoiceType;
  /** Day of the charge, where asking is allowed at once. */
  readonly charged?: CivilDate;
  /** Day on which the charge was paid, where somebody said, or `null` where it was not; counts where the text lets one ask only then. */
  readonly paid?: CivilDate | null;
}

/** Two documents that give different days; neither is preferred for the person. */
export interface Contradiction {
  readonly about: 'ask' | 'issue';
  readonly agreement: { readonly date: CivilDate; readonly clause?: NonNullable<TermStep['clause']> };
  readonly guide: { readonly date: CivilDate; readonly clause?: NonNullable<TermStep['clause']> };
}

export interface InvoiceDates {
  /** Earliest day to ask, by the agreement and by the guide. */
  readonly ask: { readonly agreement: Answer<CivilDate>; readonly guide: Answer<CivilDate> };
  /** Day from which the invoice is issued. */
  readonly issue: { readonly agreement: Answer<CivilDate>; readonly guide: Answer<CivilDate> };
  readonly contradictions: readonly Contradiction[];
  readonly steps: readonly TermStep[];
}

type Origin = 'agreement' | 'guide';

const ORIGIN_WORDS: Readonly<Record<Origin, Sentence>> = {
  agreement: sentence('term.invoices.origin-words.agreement'),
  guide: sentence('term.invoices.origin-words.guide'),
};
const PLAN_WORDS: Readonly<Record<PaymentPlan, Sentence>> = {
  prepaid: sentence('term.invoices.plan-words.prepaid'),
  postpaid: sentence('term.invoices.plan-words.postpaid'),
};
const TYPE_FACTS: Readonly<Record<InvoiceType, { readonly kind: FactKind; readonly name: OwnName }>> = {
  ordinary: { kind: 'invoice-ordinary', name: 'invoice-ordinary-day' },
  special: { kind: 'invoice-special', name: 'invoice-special-day' },
};

export const VAT_RATE: Question = {
  name: 'vat-rate',
  understands: { kinds: ['vat-rate'], units: ['percent'], anchors: [] },
};
const TYPE_WORDS: Readonly<Record<InvoiceType, Sentence>> = {
  ordinary: sentence('term.invoices.type-words.ordinary'),
  special: sentence('term.invoices.type-words.special'),
};

interface InvoiceFact extends FoundFact {
  readonly value: InvoiceDay;
}

const isInvoiceDay = (value: Fact['value']): value is InvoiceDay => typeof value === 'object' && 'plan' in value;

function planFacts(source: FactSource, wish: InvoiceWish): readonly InvoiceFact[] {
  return factsOf({ sources: [source] }, TYPE_FACTS[wish.type].kind).flatMap((each): readonly InvoiceFact[] => {
    const { value } = each.fact;
    return isInvoiceDay(value) && value.plan === wish.plan ? [{ ...each, value }] : [];
  });
}

/** A fact whose words speak of asking (索取) states when one may ask, whatever its kind. */
function speaksOfAsking(fact: InvoiceFact): boolean {
  return ASKING.test(fact.step.clause?.quote ?? '');
}

/** Where the text says “after day 15”: that its own day may not count yet. */
function dayAfterSaid({ step, day }: { readonly step: TermStep; readonly day?: number }): readonly TermStep[] {
  const quote = step.clause?.quote;
  if (day === undefined || quote === undefined || !saysAfter(quote, day)) return [];
  return [{ text: sentence('term.invoices.day-after', { day }) }];
}

function oneDate(
  dates: readonly { readonly date: CivilDate; readonly step: TermStep; readonly day?: number }[],
  name: string,
): Answer<CivilDate> | undefined {
  const first = dates[0];
  if (!first) return undefined;
  if (dates.every(({ date }) => date === first.date)) return known(first.date, [first.step, ...dayAfterSaid(first)]);
  const text = sentence('term.invoices.conflict');
  return unknown(
    [{ what: 'conflict', name, text }],
    dates.map(({ step }) => step),
  );
}

/** `15日后` leaves open whether the day itself counts: the next one is safe. */
function safeFrom(date: CivilDate, quote: string | undefined, day: number): CivilDate {
  return quote !== undefined && saysAfter(quote, day) ? addDays(date, 1) : date;
}

function saysAfter(quote: string, day: number): boolean {
  const chinese = new RegExp(`(?<!\\d)${day}\\s*[日号](?:之)?后`, 'u');
  const english = new RegExp(`\\bafter (?:the )?(?:day )?${day}(?:st|nd|rd|th)?\\b`, 'iu');
  const words = counted(quote.normalize('NFKC'));
  return chinese.test(words) || english.test(words);
}

function askDate(source: FactSource | undefined, origin: Origin, wish: InvoiceWish): Answer<CivilDate> {
  const plan = PLAN_WORDS[wish.plan];
  const missing = {
    what: 'fact',
    name: 'invoice-request-day',
    text: sentence('term.invoices.ask-missing', { origin: ORIGIN_WORDS[origin], plan }),
  } as const;
  if (!source) return unknown([missing], []);
  const read: readonly AskRule[] = askRules(source).filter((rule) => rule.plan === wish.plan);
  const stated = planFacts(source, wish)
    .filter(speaksOfAsking)
    .map(({ value, step }): AskRule => ({ ...value, atOnce: false, clause: step.clause ?? {} }));
  const rules = read.length > 0 ? read : stated;
  const waits = rules.find((rule) => wish.plan === 'prepaid' && asksAfterPayment(source, rule));
  if (waits && wish.paid === null) {
    const text = sentence('term.invoices.ask-after-payment', { origin: ORIGIN_WORDS[origin] });
    return unknown([missingInput('paid', sentence('term.invoices.paid-missing'))], [{ text, clause: waits.clause }]);
  }
  const paid = waits ? (wish.paid ?? undefined) : undefined;
  const dates = rules.map((rule) => {
    const charged = paid ?? wish.charged;
    const date = rule.atOnce
      ? (charged ?? `${wish.month}-01`)
      : safeFrom(dayOfMonth(shiftMonth(wish.month, rule.months), rule.day), rule.clause.quote, rule.day);
    const [words, month] = [dateWords(date), monthWords(wish.month)];
    const atOnce = { origin: ORIGIN_WORDS[origin], plan, words };
    const text = !rule.atOnce
      ? sentence('term.invoices.ask-from', { origin: ORIGIN_WORDS[origin], month, plan, words })
      : charged
        ? sentence('term.invoices.ask-at-once', atOnce)
        : sentence('term.invoices.ask-at-once-in-month', atOnce);
    return { date, day: rule.day, step: { text, clause: rule.clause } };
  });
  const places = placesOf(source, askingClauses(source));
  const lacks =
    places.length === 0
      ? missing
      : { ...missing, text: sentence('term.invoices.ask-not-recognised', { plan, places }) };
  return oneDate(dates, 'invoice-request-day') ?? unknown([lacks], []);
}

function issueDate(source: FactSource | undefined, origin: Origin, wish: InvoiceWish): Answer<CivilDate> {
  const kind = TYPE_FACTS[wish.type].name;
  if (!source) return unknown([missingFact(kind)], []);
  const facts = planFacts(source, wish).filter((fact) => !speaksOfAsking(fact));
  const dates = facts.map(({ value, step }) => {
    const day = dayOfMonth(shiftMonth(wish.month, value.months), value.day);
    const date = safeFrom(day, step.clause?.quote, value.day);
    const [words, type, month] = [dateWords(date), TYPE_WORDS[wish.type], monthWords(wish.month)];
    const text = sentence('term.invoices.issued-from', {
      origin: ORIGIN_WORDS[origin],
      month,
      plan: PLAN_WORDS[wish.plan],
      type,
      words,
    });
    return { date, day: value.day, step: { text, ...(step.clause ? { clause: step.clause } : {}) } };
  });
  return oneDate(dates, kind) ?? unknown([missingFact(kind, { sources: [source] })], []);
}

function contradiction(
  about: Contradiction['about'],
  agreement: Answer<CivilDate>,
  guide: Answer<CivilDate>,
): readonly Contradiction[] {
  if (!agreement.known || !guide.known || agreement.value === guide.value) return [];
  const side = (answer: typeof agreement): Contradiction['agreement'] => {
    const clause = answer.steps[0]?.clause;
    return { date: answer.value, ...(clause ? { clause } : {}) };
  };
  return [{ about, agreement: side(agreement), guide: side(guide) }];
}

/**
 * Earliest day to ask and day of issue for an invoice, from the agreement and, apart from it, from the provider's guide.
 * Where both speak and differ, both dates are returned with their clauses.
 */
export function invoiceDates(
  agreement: FactSource | undefined,
  guide: FactSource | undefined,
  wish: InvoiceWish,
): InvoiceDates {
  const ask = { agreement: askDate(agreement, 'agreement', wish), guide: askDate(guide, 'guide', wish) };
  const issue = { agreement: issueDate(agreement, 'agreement', wish), guide: issueDate(guide, 'guide', wish) };
  const contradictions = [
    ...contradiction('ask', ask.agreement, ask.guide),
    ...contradiction('issue', issue.agreement, issue.guide),
  ];
  const said = contradictions.map(({ about, agreement: ours, guide: theirs }): TermStep => {
    const what: Sentence =
      about === 'ask' ? sentence('term.invoices.differs.ask') : sentence('term.invoices.differs.issue');
    return {
      text: sentence('term.invoices.differs', { what, date: ours.date, date2: theirs.date }),
    };
  });
  return {
    ask,
    issue,
    contradictions,
    steps: [...allSteps([ask.agreement, ask.guide, issue.agreement, issue.guide]), ...said],
  };
}

/** A gross amount taken apart; yuan, two decimals. `net` + `vat` is always the gross. */
export interface VatSplit {
  readonly rate: number;
  readonly net: string;
  readonly vat: string;
  readonly gross: string;
}

/** Net and VAT of an amount that includes the tax, by the document's rate. */
export function vatSplit(basis: TermBasis, gross: string): Answer<VatSplit> {
  const rate = pickQuantity(basis, VAT_RATE);
  if (!rate.known) return rate;
  const fen = parseYuan(gross);
  const percent = decimal(rate.value.value);
  const net = share(fen, { n: 100n * percent.d, d: 100n * percent.d + percent.n });
  const split = { rate: rate.value.value, net: formatYuan(net), vat: formatYuan(fen - net), gross: formatYuan(fen) };
  return known(split, [
    ...rate.steps,
    {
      text: sentence('term.invoices.vat-split', {
        gross: split.gross,
        value: split.rate,
        net: split.net,
        vat: split.vat,
      }),
    },
  ]);
}
