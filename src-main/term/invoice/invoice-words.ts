import type { InvoiceKind } from './invoice-kind.ts';
import { plainDigits } from './invoice-kind.ts';

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

/** Every value that stands behind one of these labels, each once. */
function behind(text: string, labels: string, value: string): readonly string[] {
  const found = [...text.matchAll(new RegExp(`(?:${labels})\\s*[:：]\\s*(${value})`, 'gu'))];
  return [...new Set(found.map((match) => (match[1] ?? '').trim()).filter((each) => each !== ''))];
}

/** The one value, where there is one. */
const one = (values: readonly string[]): string | undefined => (values.length === 1 ? values[0] : undefined);

const NAME = '[^\\s:：][^\\n:：]*?(?=\\s{2,}|\\s*(?:销|名称|统一社会|纳税人|$))';
const NUMBER = '[0-9A-Z]{15,20}';
const AMOUNT = '[¥￥]?\\s*-?\\s*[¥￥]?\\s*[\\d,]+\\.\\d{2}';

/**
 * Reads an invoice from its lines: those of its data (`购买方名称：…`, as `import/invoice` writes them) and those of its printed face, where
 * buyer and seller stand side by side, the buyer first.
 */
export function invoiceWords(lines: readonly string[]): InvoiceWords {
  const text = lines.map((line) => line.normalize('NFKC')).join('\n');
  const names = pair(text, '名\\s*称', `${NAME}`);
  const numbers = pair(text, '统一社会信用代码\\/纳税人识别号|纳税人识别号', NUMBER);
  const buyer = one(behind(text, '购买方名称', '[^\\n]+')) ?? names?.[0];
  const seller = one(behind(text, '销售方名称', '[^\\n]+')) ?? names?.[1];
  const buyerNumber = one(behind(text, '购买方纳税人识别号', NUMBER)) ?? numbers?.[0];
  const sellerNumber = one(behind(text, '销售方纳税人识别号', NUMBER)) ?? numbers?.[1];
  const number = one(behind(text, '发票号码', '\\d{8}(?:\\d{12})?(?!\\d)').map(plainDigits));
  const code = one(behind(text, '发票代码', '\\d{10}(?:\\d{2})?(?!\\d)'));
  const issuedOn = one(behind(text, '开票日期', '\\d{4}\\s*[年-]\\s*\\d{1,2}\\s*[月-]\\s*\\d{1,2}').map(dayOf));
  const [sumNet, sumTax] = sums(text);
  const net = one(behind(text, '合计金额', AMOUNT).map(yuan)) ?? sumNet;
  const tax = one(behind(text, '合计税额', AMOUNT).map(yuan)) ?? sumTax;
  const total = one([...new Set([...behind(text, '价税合计', AMOUNT), ...afterSmall(text)].map(yuan))]);
  const rates = [
    ...new Set([...text.matchAll(/(?<![\d.])(\d{1,2}(?:\.\d)?)\s*%/gu)].map(([, rate]) => `${rate ?? ''}%`)),
  ];
  const kind = kindOf(text, number);
  const red = /是否蓝字发票\s*[:：]\s*否|红字发票信息确认单|被红冲蓝字/u.test(text) || total?.startsWith('-') === true;
  const said = { kind, number, code, issuedOn, buyer, buyerNumber, seller, sellerNumber, net, tax, total };
  return {
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
    ...(rates.length > 0 ? { rates } : {}),
    ...(red ? { red: true as const } : {}),
  };
}

/** Two values behind one label, as they stand beside each other on an invoice; undefined for any other number of them. */
function pair(text: string, label: string, value: string): readonly [string, string] | undefined {
  const found = [...text.matchAll(new RegExp(`(?<!购买方|销售方|项目)(?:${label})\\s*[:：]\\s*(${value})`, 'gmu'))];
  const [first, second] = found.map((match) => (match[1] ?? '').trim());
  return found.length === 2 && first && second ? [first, second] : undefined;
}

/** Net and tax in the line of sums: `合 计 ¥100.00 ¥6.00`. */
function sums(text: string): readonly [string | undefined, string | undefined] {
  const match = new RegExp(`(?<!价税)合\\s*计\\s*(${AMOUNT})\\s+(${AMOUNT})`, 'u').exec(text);
  return [match?.[1] && yuan(match[1]), match?.[2] && yuan(match[2])];
}

/** `（小写）¥106.00`, folded to half width. */
const afterSmall = (text: string): readonly string[] =>
  [...text.matchAll(new RegExp(`\\(小写\\)\\s*(${AMOUNT})`, 'gu'))].map((match) => match[1] ?? '');

/** Yuan without its sign and grouping: `-106.00`. */
function yuan(text: string): string {
  const digits = text.replace(/[^\d.]/gu, '').replace(/^0+(?=\d)/u, '');
  return text.includes('-') ? `-${digits}` : digits;
}

function dayOf(text: string): string {
  const [year = '', month = '', day = ''] = text.split(/[年月-]/u).map((part) => part.trim());
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function kindOf(text: string, number: string | undefined): InvoiceKind | undefined {
  const special = /增值税专用发票/u.test(text);
  const ordinary = /普通发票/u.test(text);
  if (special === ordinary) return undefined;
  if (number?.length === 20) return special ? 'electronic-special' : 'electronic-ordinary';
  if (number?.length === 8)
    return /电子/u.test(text) ? 'former-electronic' : special ? 'paper-special' : 'paper-ordinary';
  return undefined;
}
