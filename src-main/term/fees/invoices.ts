import { say, type Sentence } from '../../agreement/sentence.ts';
import type { InvoiceDay } from '../../agreement/fact.ts';
import type { LegacyKind } from '../../agreement/legacy-fact.ts';
import { type Answer, type TermStep, allSteps, known, unknown } from '../answer.ts';
import { type FactSource, type FoundFact, type TermBasis, factsOf, missingFact, numberOf } from '../basis.ts';
import { type CivilDate, type Month, dateWords, dayOfMonth, monthWords, shiftMonth } from '../calendar/civil-date.ts';
import { decimal } from './exact.ts';
import { ASKING, type AskRule, type PaymentPlan, askRules } from './invoice-request.ts';
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
  agreement: { zh: '协议', en: 'the agreement' },
  guide: { zh: '操作指南', en: 'the guide' },
};
const PLAN_WORDS: Readonly<Record<PaymentPlan, Sentence>> = {
  prepaid: { zh: '先付费', en: 'prepaid' },
  postpaid: { zh: '后付费', en: 'postpaid' },
};
const TYPE_FACTS: Readonly<Record<InvoiceType, LegacyKind>> = {
  ordinary: 'invoice-ordinary-day',
  special: 'invoice-special-day',
};
const TYPE_WORDS: Readonly<Record<InvoiceType, Sentence>> = {
  ordinary: { zh: '增值税普通发票', en: 'ordinary VAT invoice' },
  special: { zh: '增值税专用发票', en: 'special VAT invoice' },
};

interface InvoiceFact extends FoundFact {
  readonly value: InvoiceDay;
}

function isInvoiceDay(fact: FoundFact): fact is InvoiceFact {
  return typeof fact.value === 'object' && 'plan' in fact.value;
}

function planFacts(source: FactSource, wish: InvoiceWish): readonly InvoiceFact[] {
  return factsOf({ sources: [source] }, TYPE_FACTS[wish.type])
    .filter(isInvoiceDay)
    .filter((fact) => fact.value.plan === wish.plan);
}

/** A fact whose words speak of asking (索取) states when one may ask, whatever its kind. */
function speaksOfAsking(fact: InvoiceFact): boolean {
  return ASKING.test(fact.step.clause?.quote ?? '');
}

function oneDate(
  dates: readonly { readonly date: CivilDate; readonly step: TermStep }[],
  name: string,
): Answer<CivilDate> | undefined {
  const first = dates[0];
  if (!first) return undefined;
  if (dates.every(({ date }) => date === first.date)) return known(first.date, [first.step]);
  const text = {
    zh: '同一份文件给出了不同的日期，须由您确认。',
    en: 'One document gives different days; you have to say which applies.',
  };
  return unknown(
    [{ what: 'conflict', name, text }],
    dates.map(({ step }) => step),
  );
}

function askDate(source: FactSource | undefined, origin: Origin, wish: InvoiceWish): Answer<CivilDate> {
  const plan = PLAN_WORDS[wish.plan];
  const missing = {
    what: 'fact',
    name: 'invoice-request-day',
    text: {
      zh: `${say(ORIGIN_WORDS[origin], 'zh')}没有写明${say(plan, 'zh')}何时可以索取发票。`,
      en: `It is not stated in ${say(ORIGIN_WORDS[origin], 'en')} when a ${say(plan, 'en')} invoice can be asked for.`,
    },
  } as const;
  if (!source) return unknown([missing], []);
  const read: readonly AskRule[] = askRules(source).filter((rule) => rule.plan === wish.plan);
  const stated = planFacts(source, wish)
    .filter(speaksOfAsking)
    .map(({ value, step }): AskRule => ({ ...value, atOnce: false, clause: step.clause ?? {} }));
  const rules = read.length > 0 ? read : stated;
  const dates = rules.map((rule) => {
    const date = rule.atOnce
      ? (wish.charged ?? `${wish.month}-01`)
      : dayOfMonth(shiftMonth(wish.month, rule.months), rule.day);
    const [words, month] = [dateWords(date), monthWords(wish.month)];
    const step: TermStep = {
      text: rule.atOnce
        ? {
            zh: `按${say(ORIGIN_WORDS[origin], 'zh')}，${say(plan, 'zh')}费用发生后即可申请开票，最早 ${say(words, 'zh')}${wish.charged ? '' : '（以当月实际发生日为准）'}。`,
            en: `By ${say(ORIGIN_WORDS[origin], 'en')}, a ${say(plan, 'en')} invoice can be asked for once the charge arises: ${say(words, 'en')}${wish.charged ? '' : ' (the actual day of the charge in that month)'}.`,
          }
        : {
            zh: `按${say(ORIGIN_WORDS[origin], 'zh')}，${say(month, 'zh')}的${say(plan, 'zh')}费用最早 ${say(words, 'zh')} 可以索取发票。`,
            en: `By ${say(ORIGIN_WORDS[origin], 'en')}, the invoice for ${say(plan, 'en')} charges of ${say(month, 'en')} can be asked for from ${say(words, 'en')}.`,
          },
      clause: rule.clause,
    };
    return { date, step };
  });
  return oneDate(dates, 'invoice-request-day') ?? unknown([missing], []);
}

function issueDate(source: FactSource | undefined, origin: Origin, wish: InvoiceWish): Answer<CivilDate> {
  const kind = TYPE_FACTS[wish.type];
  if (!source) return unknown([missingFact(kind)], []);
  const facts = planFacts(source, wish).filter((fact) => !speaksOfAsking(fact));
  const dates = facts.map(({ value, step }) => {
    const date = dayOfMonth(shiftMonth(wish.month, value.months), value.day);
    const [words, type, month] = [dateWords(date), TYPE_WORDS[wish.type], monthWords(wish.month)];
    const text = {
      zh: `按${say(ORIGIN_WORDS[origin], 'zh')}，${say(month, 'zh')}的${say(PLAN_WORDS[wish.plan], 'zh')}费用，${say(type, 'zh')}自 ${say(words, 'zh')} 起开具。`,
      en: `By ${say(ORIGIN_WORDS[origin], 'en')}, the ${say(type, 'en')} for ${say(PLAN_WORDS[wish.plan], 'en')} charges of ${say(month, 'en')} is issued from ${say(words, 'en')}.`,
    };
    return { date, step: { text, ...(step.clause ? { clause: step.clause } : {}) } };
  });
  return oneDate(dates, kind) ?? unknown([missingFact(kind)], []);
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
      about === 'ask' ? { zh: '索取日期', en: 'day to ask' } : { zh: '开具日期', en: 'day of issue' };
    return {
      text: {
        zh: `${say(what, 'zh')}不一致：协议为 ${ours.date}，操作指南为 ${theirs.date}；两者并列，请向服务商核实。`,
        en: `The ${say(what, 'en')} differs: ${ours.date} by the agreement, ${theirs.date} by the guide; both are shown, ask the provider.`,
      },
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
  const rate = numberOf(basis, 'vat-rate');
  if (!rate.known) return rate;
  const fen = parseYuan(gross);
  const percent = decimal(rate.value);
  const net = share(fen, { n: 100n * percent.d, d: 100n * percent.d + percent.n });
  const split = { rate: rate.value, net: formatYuan(net), vat: formatYuan(fen - net), gross: formatYuan(fen) };
  return known(split, [
    ...rate.steps,
    {
      text: {
        zh: `不含税金额 = ${split.gross} ÷（1 + ${rate.value}%）= ${split.net} 元（四舍五入到分），税额 = ${split.gross} − ${split.net} = ${split.vat} 元。`,
        en: `Net = ${split.gross} / (1 + ${rate.value}%) = CNY ${split.net} (rounded half up to the fen), VAT = ${split.gross} − ${split.net} = CNY ${split.vat}.`,
      },
    },
  ]);
}
