import { type Sentence, sentence } from '../../agreement/sentence.ts';
import { type Answer, type TermStep, mapAnswer, unknown } from '../answer.ts';
import { type FactSource, citation, type TermBasis } from '../basis.ts';
import { capitals } from './capitals.ts';

const CURRENCIES = ['CNY', 'HKD', 'USD', 'EUR', 'GBP', 'JPY', 'SGD', 'MOP', 'TWD'] as const;
export type Currency = (typeof CURRENCIES)[number];

const WORDS: Readonly<Record<Currency, string>> = {
  CNY: '人民币|\\bRMB\\b|\\bCNY\\b|renminbi',
  HKD: '港币|港元|港幣|\\bHKD\\b|HK\\$|hong kong dollars?',
  USD: '美元|美金|\\bUSD\\b|US\\$|(?:US|U\\.S\\.|United States) dollars?',
  EUR: '欧元|\\bEUR\\b|€|\\beuros?\\b',
  GBP: '英镑|\\bGBP\\b|£|pounds? sterling',
  JPY: '日元|日圆|\\bJPY\\b|japanese yen',
  SGD: '新加坡元|新币|\\bSGD\\b|S\\$|singapore dollars?',
  MOP: '澳门元|澳門元|\\bMOP\\b|patacas?',
  TWD: '新台币|\\bTWD\\b|\\bNTD\\b|NT\\$',
};

/** Words that say what is charged in. */
const CHARGED = {
  before:
    '(?:以|按|采用|币种(?:为|是|：)|(?:fees?|charges?|prices?|amounts?|invoices?|payments?)[^.;]{0,60}\\bin|denominated in|currency is)\\s*',
  after: '(?:[（(][^）)]{0,12}[）)])?\\s*(?:计价|计收|计费|结算|收取|支付|标价|报价|为单位|开票|付款)',
};

const patternsOf = (code: Currency): readonly RegExp[] => [
  new RegExp(`(?:以|按|采用)\\s*(?:${WORDS[code]})${CHARGED.after}`, 'iu'),
  new RegExp(`${CHARGED.before}(?:${WORDS[code]})(?!${CHARGED.after})`, 'iu'),
];

const CHARGED_IN = CURRENCIES.map((code) => [code, patternsOf(code)] as const);

interface Said {
  readonly code: Currency;
  readonly step: TermStep;
}

function saidIn(source: FactSource): readonly Said[] {
  return source.clauses.flatMap((clause) =>
    CHARGED_IN.flatMap(([code, patterns]): readonly Said[] => {
      const quote = patterns.map((pattern) => pattern.exec(clause.text)?.[0]).find((found) => found !== undefined);
      if (quote === undefined) return [];
      const text = sentence('term.currency.charged-in', { currency: currencyName(code) });
      return [{ code, step: { text, clause: citation(source, clause.id, quote) } }];
    }),
  );
}

/** What a currency is called beside an amount. */
export function currencyName(code: Currency): Sentence {
  return sentence(`names.currency.${code}`);
}

/** What amounts of an agreement are in: yuan where its text names no other currency; `undefined` where it names several. */
export function currencyOf({ sources: [own] }: Pick<TermBasis, 'sources'>): {
  readonly code: Currency | undefined;
  readonly steps: readonly TermStep[];
} {
  const said = own ? saidIn(own) : [];
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

/** `元`, `港元`: what stands beside an amount of the agreement. */
export function amountUnit(basis: Pick<TermBasis, 'sources'>): Sentence {
  const { code } = currencyOf(basis);
  return code === undefined ? sentence('term.currency.several') : currencyName(code);
}
