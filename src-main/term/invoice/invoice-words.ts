import type { InvoiceKind } from './invoice-kind.ts';
import { plainDigits } from './invoice-kind.ts';
import { isCivilDate } from '../calendar/civil-date.ts';
import { signedYuan, takenBackYuan } from './signed-yuan.ts';
import { faceFields, type InvoiceField } from './invoice-face.ts';

/** What an invoice's file says; a member that it does not say, or says twice in different ways, is absent. Amounts: yuan, two decimals. */
export interface InvoiceWords {
  readonly kind?: InvoiceKind;
  readonly number?: string;
  readonly code?: string;
  /** Civil date of issue. */
  readonly issuedOn?: string;
  readonly buyer?: string;
  readonly buyerNumber?: string;
  readonly seller?: string;
  readonly sellerNumber?: string;
  readonly net?: string;
  readonly tax?: string;
  readonly total?: string;
  /** `6%`, each once. */
  readonly rates?: readonly string[];
  /** It takes another invoice back. */
  readonly red?: true;
}

/** A file as it was read: the fields of its data, or else the lines of its page. */
interface ReadFile {
  readonly lines: readonly { readonly text: string }[];
  readonly fields?: readonly InvoiceField[];
}

/** Longest value that is looked at: a name of the law has 100 characters at most, an amount a few. */
const LONGEST_VALUE = 200;

/**
 * What an invoice's file says: by the fields of its data where it has any, so that no name in it can pass for another member; else by
 * the labels on its page.
 */
export function invoiceWords({ fields, lines }: ReadFile): InvoiceWords {
  return fields ? ofFields(fields, false) : ofFields(faceFields(lines.map(({ text }) => text)), true);
}

const AMOUNTS = ['net', 'tax', 'total'] as const;

/** @param printed a page: a former electronic invoice calls itself electronic there, one on paper does not */
function ofFields(fields: readonly InvoiceField[], printed: boolean): InvoiceWords {
  const all = new Map<string, Set<string>>();
  for (const [name, value] of fields) {
    const plain = value.normalize('NFKC').replace(/\s+/gu, ' ').trim().slice(0, LONGEST_VALUE);
    if (plain !== '') all.set(name, (all.get(name) ?? new Set()).add(plain));
  }
  /** The one value of a name, in the form that it is kept in. */
  const one = (name: string, form: (value: string) => string | undefined): string | undefined => {
    const values = new Set([...(all.get(name) ?? [])].map(form));
    return values.size === 1 ? [...values][0] : undefined;
  };
  const number = one('发票号码', (value) => matching(plainDigits(value), /^(?:\d{8}|\d{20})$/u));
  const total = one('价税合计', signedYuan);
  const said = {
    kind: kindOf(all.get('发票种类') ?? new Set(), number, printed),
    number,
    code: one('发票代码', (value) => matching(plainDigits(value), /^(?:\d{10}|\d{12})$/u)),
    issuedOn: one('开票日期', dayOf),
    buyer: one('购买方名称', String),
    buyerNumber: one('购买方纳税人识别号', taxNumber),
    seller: one('销售方名称', String),
    sellerNumber: one('销售方纳税人识别号', taxNumber),
    net: one('合计金额', signedYuan),
    tax: one('合计税额', signedYuan),
    total,
  };
  const rates = [...(all.get('税率') ?? [])].flatMap((rate) => {
    const [, digits] = /^(\d{1,2}(?:\.\d{1,2})?)\s?%$/u.exec(rate) ?? [];
    return digits === undefined ? [] : [`${Number(digits)}%`];
  });
  const red = all.get('是否蓝字发票')?.has('否') === true || total?.startsWith('-') === true;
  // A red letter takes back whatever its file prints: some leave the minus to the label.
  const signed = red
    ? Object.fromEntries(
        AMOUNTS.flatMap((name) => (said[name] === undefined ? [] : [[name, takenBackYuan(said[name])]])),
      )
    : {};
  return {
    ...Object.fromEntries(Object.entries({ ...said, ...signed }).filter(([, value]) => value !== undefined)),
    ...(rates.length > 0 ? { rates: [...new Set(rates)] } : {}),
    ...(red ? { red: true as const } : {}),
  };
}

const matching = (value: string, form: RegExp): string | undefined => (form.test(value) ? value : undefined);

const taxNumber = (value: string): string | undefined =>
  matching(value.replace(/\s/gu, '').toUpperCase(), /^[0-9A-Z]{15,20}$/u);

/** The day of `2026-10-12 10:11:12` and `2026年10月12日`; undefined for one that does not exist. */
function dayOf(value: string): string | undefined {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})\s?[年-]\s?(\d{1,2})\s?[月-]\s?(\d{1,2})(?!\d)/u.exec(value) ?? [];
  const civil = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCivilDate(civil) ? civil : undefined;
}

function kindOf(names: ReadonlySet<string>, number: string | undefined, printed: boolean): InvoiceKind | undefined {
  const text = [...names].join(' ');
  const special = text.includes('专用发票');
  if (special === text.includes('普通发票')) return undefined;
  if (number?.length === 20) return special ? 'electronic-special' : 'electronic-ordinary';
  if (number === undefined || !printed) return undefined;
  return text.includes('电子') ? 'former-electronic' : special ? 'paper-special' : 'paper-ordinary';
}
