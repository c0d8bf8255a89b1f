import type { FactValue } from '../../agreement/fact.ts';
import type { FeeValue } from '../../agreement/quantity/fee-value.ts';
import { currencyName, isSentence, type Sentence, sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { type Answer, type TermStep, mapAnswer, unknown } from '../answer.ts';
import { type FactSource, citation, factsOf, type TermBasis } from '../basis.ts';
import { capitals } from './capitals.ts';

/** Currencies that agreements are told to charge in. */
export const CURRENCIES = ['CNY', 'HKD', 'USD', 'EUR', 'GBP', 'JPY', 'SGD', 'MOP', 'TWD'] as const;
export type Currency = (typeof CURRENCIES)[number];

const WORDS: Readonly<Record<Currency, string>> = {
  CNY: '人民币|\\bRMB\\b|\\bCNY\\b|renminbi|(?<=\\d\\s?|thousand\\s|million\\s|\\bin\\s|Chinese\\s)yuan\\b',
  HKD: '港币|港元|港幣|\\bHKD\\b|HK\\$|hong kong dollars?',
  USD: '美元|美金|\\bUSD\\b|US\\$|(?:US|U\\.S\\.|United States) dollars?',
  EUR: '欧元|\\bEUR\\b|€|\\beuros?\\b',
  GBP: '英镑|\\bGBP\\b|£|pounds? sterling',
  JPY: '日元|日圆|\\bJPY\\b|japanese yen',
  SGD: '新加坡元|新币|\\bSGD\\b|(?<![A-Z])S\\$|singapore dollars?',
  MOP: '澳门元|澳門元|\\bMOP\\b|patacas?',
  TWD: '新台币|\\bTWD\\b|\\bNTD\\b|NT\\$',
};

/** What the service itself costs, right before its sum: the other amounts of the agreement are in the same. */
const PRICED =
  '(?:(?:服务|月租|租|订阅|使用|许可)费(?:用|标准)?|月费|年费)(?:为|是|：|:|按)?(?:每[月年季])?\\s?|\\b(?:monthly|annual|yearly|quarterly|subscription|service)\\s(?:(?:service|subscription)\\s)?(?:fees?|charges?|prices?)(?:\\sfor\\sthe\\sservices?)?(?:\\s(?:is|are|of|shall\\sbe|will\\sbe|amounts?\\sto)|:)\\s';

/** Words that say what is charged in. */
const CHARGED = {
  before:
    '(?:以|按|采用|币种(?:为|是|：)|(?:fees?|charges?|prices?|amounts?|invoices?|payments?)[^.;]{0,60}\\bin|\\b(?:pays?|paid|payable|billed|invoiced|charged|quoted)(?:\\s\\w+){0,3}\\sin|denominated in|currency is)\\s*',
  after: '(?:[（(][^）)]{0,12}[）)])?\\s*(?:计价|计收|计费|结算|收取|支付|标价|报价|为单位|开票|付款)',
};

const patternsOf = (code: Currency): readonly RegExp[] => [
  new RegExp(`(?:以|按|采用)\\s*(?:${WORDS[code]})${CHARGED.after}`, 'iu'),
  new RegExp(`${CHARGED.before}(?:${WORDS[code]})(?!${CHARGED.after})`, 'iu'),
  new RegExp(`(?:${PRICED})(?:(?:${WORDS[code]})\\s?\\d|\\d[\\d,.]*\\s?(?:${WORDS[code]}))`, 'iu'),
];

const CHARGED_IN = CURRENCIES.map((code) => [code, patternsOf(code)] as const);

interface Said {
  readonly code: Currency;
  readonly step: TermStep;
}

const known = new WeakMap<FactSource['clauses'], readonly Said[]>();

/** Every clause that says what is charged in; the clauses of a text are gone through once, however many amounts are told in it. */
function saidIn(source: FactSource): readonly Said[] {
  const found = known.get(source.clauses) ?? readIn(source);
  known.set(source.clauses, found);
  return found;
}

function readIn(source: FactSource): readonly Said[] {
  return source.clauses.flatMap((clause) =>
    CHARGED_IN.flatMap(([code, patterns]): readonly Said[] => {
      const quote = patterns.map((pattern) => pattern.exec(clause.text)?.[0]).find((found) => found !== undefined);
      if (quote === undefined) return [];
      const text = sentence('term.currency.charged-in', { currency: currencyName(code) });
      return [{ code, step: { text, clause: citation(source, clause.id, quote) } }];
    }),
  );
}

/** Whether what a fact says is a fee. */
export const isFee = (value: FactValue): value is FeeValue => typeof value === 'object' && 'price' in value;

const ofFees = new WeakMap<FactSource['facts'], readonly Said[]>();

/** What the fees are stated in, for a text that says of no amount what is charged in; nothing where one of them is in yuan or names none. */
function statedIn(source: FactSource): readonly Said[] {
  const found = ofFees.get(source.facts) ?? readOfFees(source);
  ofFees.set(source.facts, found);
  return found;
}

function readOfFees(source: FactSource): readonly Said[] {
  const fees = factsOf({ sources: [source] }, 'stated-fee').flatMap(({ fact: { value, doubt, clause, quote } }) =>
    isFee(value) && doubt === undefined ? [{ code: value.currency ?? 'CNY', clause, quote }] : [],
  );
  if (fees.some(({ code }) => code === 'CNY')) return [];
  return fees.map(({ code, clause, quote }) => {
    const text = sentence('term.currency.charged-in', { currency: currencyName(code) });
    return { code, step: { text, clause: citation(source, clause, quote) } };
  });
}

/** What its clauses say that is charged in; where they are silent, what its fees are stated in. */
function chargedIn(source: FactSource): readonly Said[] {
  const said = saidIn(source);
  return said.length > 0 ? said : statedIn(source);
}

/** An amount with the currency that it is in: `120000.00 美元`. */
export const amountIn = ({ amount, currency }: { readonly amount: string; readonly currency: Currency }): Sentence =>
  sentence('term.renewal.amount-in', { amount, currency: currencyName(currency) });

/** What amounts of an agreement are in: yuan where its text names no other currency; `undefined` where it names several. */
export function currencyOf({ sources: [own] }: Pick<TermBasis, 'sources'>): {
  readonly code: Currency | undefined;
  readonly steps: readonly TermStep[];
} {
  const said = own ? chargedIn(own) : [];
  const codes = new Set(said.map(({ code }) => code));
  const steps = [...new Map(said.map((each) => [each.code, each.step])).values()];
  if (codes.size > 1) return { code: undefined, steps };
  const code = said[0]?.code ?? 'CNY';
  return { code, steps: code === 'CNY' ? [] : steps };
}

/** An amount in Chinese capitals: of yuan alone. */
export function inCapitals(basis: Pick<TermBasis, 'sources'>, amount: Answer<string>): Answer<string> {
  const { code } = currencyOf(basis);
  if (code === 'CNY' || !amount.known) return mapAnswer(amount, capitals);
  return unknown([{ what: 'fact', name: 'currency', text: sentence('term.currency.no-capitals') }], []);
}

/** What amounts of an agreement are told in: a code, or that the text names several; as `Sentence.currency` takes it. */
export const currencyCode = (basis: Pick<TermBasis, 'sources'>): Currency | 'several' =>
  currencyOf(basis).code ?? 'several';

/** `元`, `港元`: what stands beside an amount of the agreement. */
export function amountUnit(basis: Pick<TermBasis, 'sources'>): Sentence {
  const { code } = currencyOf(basis);
  return code === undefined ? sentence('term.currency.several') : currencyName(code);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function told(value: unknown, currency: string): unknown {
  if (Array.isArray(value)) return value.map((each) => told(each, currency));
  if (!isObject(value)) return value;
  return isSentence(value)
    ? { currency, ...value }
    : Object.fromEntries(Object.entries(value).map(([name, each]) => [name, told(each, currency)]));
}

/** The same figures with every sentence of their working telling its amounts in the currency of the agreement, where it names none itself. */
export function inCurrency<T>(basis: Pick<TermBasis, 'sources'>, figures: T): T {
  const currency = currencyCode(basis);
  return currency === 'CNY' ? figures : (told(figures, currency) as T);
}

const AMOUNTS = /费|价|金额|款|fee|charge|price|amount/iu;
const WITHOUT_TAX =
  /(?:不|未)含(?:增值)?税|税(?:费|款|金)?(?:另计|另收|由客户另行)|\b(?:exclusive of|excluding|exclude|not including|net of|before|plus)\s(?:all\s|any\s)?(?:applicable\s)?(?:taxes|tax|vat|gst|sales tax)\b/iu;

const untaxed = new WeakMap<FactSource['clauses'], { readonly step: TermStep | undefined }>();

/** The words by which the agreement states its amounts without tax; nothing where it does not. Its clauses are gone through once. */
export function withoutTax({ sources: [own] }: Pick<TermBasis, 'sources'>): TermStep | undefined {
  if (!own) return undefined;
  const found = untaxed.get(own.clauses) ?? { step: untaxedIn(own) };
  untaxed.set(own.clauses, found);
  return found.step;
}

function untaxedIn(own: FactSource): TermStep | undefined {
  for (const clause of own.clauses) {
    const quote = (clause.text.match(/[^。；;\n]+[。；;]?/gu) ?? []).find(
      (each) => WITHOUT_TAX.test(each) && AMOUNTS.test(each),
    );
    if (quote !== undefined)
      return { text: sentence('term.currency.without-tax'), clause: citation(own, clause.id, quote.trim()) };
  }
  return undefined;
}

/** What is to be known of every amount of an agreement: its currency, where that is not yuan, and that tax comes on top. */
export function moneyNotes(basis: Pick<TermBasis, 'sources'>): readonly TermStep[] {
  const tax = withoutTax(basis);
  return [...currencyOf(basis).steps, ...(tax ? [tax] : [])];
}

const MARKS: readonly (readonly [Currency, RegExp])[] = CURRENCIES.map((code) => [
  code,
  new RegExp(code === 'CNY' ? `${WORDS[code]}|[¥￥]|(?<!港|美|欧|日|坡|门)元` : WORDS[code], 'giu'),
]);

const DOLLARS: ReadonlySet<Currency> = new Set(['USD', 'HKD', 'SGD', 'TWD']);

/**
 * An amount that was typed for an agreement, as plain figures: a currency that is written beside it must be that of the agreement.
 * @throws Refusal `other-currency`
 */
export function typedAmount(basis: Pick<TermBasis, 'sources'>, text: string): string {
  const written = text.normalize('NFKC');
  const said = MARKS.filter(([, mark]) => written.search(mark) >= 0).map(([code]) => code);
  const { code: of } = currencyOf(basis);
  const [named] = said;
  // A bare dollar sign is that of the agreement's own dollars.
  if (named === undefined) return of !== undefined && DOLLARS.has(of) ? written.replace('$', ' ').trim() : text;
  if (of === undefined) return text;
  if (said.length > 1 || named !== of) {
    const words = { text, said: said.map(currencyName), of: currencyName(of) };
    throw new Refusal(
      'other-currency',
      sentence('term.currency.other', words),
      sentence('term.currency.other.next', { of: currencyName(of) }),
    );
  }
  return of === 'CNY' ? text : MARKS.reduce((left, [, mark]) => left.replaceAll(mark, ' '), written).trim();
}
