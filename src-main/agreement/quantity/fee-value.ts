/** What amounts of money are in, where words name it. */
export const MONEY_CODES = ['CNY', 'HKD', 'SGD', 'TWD', 'USD', 'EUR', 'GBP', 'JPY'] as const;
export type MoneyCode = (typeof MONEY_CODES)[number];
/** The same, and a `$` that no words beside it explain. */
export const MONEY_MARKS = [...MONEY_CODES, '$'] as const;
export type MoneyMark = (typeof MONEY_MARKS)[number];

/** Over what a fee is charged. */
export const FEE_PERIODS = ['month', 'quarter', 'half-year', 'year'] as const;
export type FeePeriod = (typeof FEE_PERIODS)[number];

/** What the service costs. `currency` is absent where the words name none (`$`), `every` where it is of no period. */
export interface FeeValue {
  readonly price: number;
  readonly currency?: MoneyCode;
  readonly every?: FeePeriod;
}
