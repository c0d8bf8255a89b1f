import { type Sentence, sentence } from '../../agreement/sentence.ts';
import type { InvoiceKind } from './invoice-kind.ts';
import { isSpecial, INVOICE_KIND_WORDS, yearOfNumber } from './invoice-kind.ts';
import { type Fen, formatYuan } from '../fees/money.ts';

/** An invoice as it is kept. Amounts: yuan, two decimals, with a minus where it takes back; empty where nobody said. */
export interface InvoiceSaid {
  readonly kind: InvoiceKind;
  readonly number: string;
  readonly code: string;
  readonly issuedOn: string;
  readonly buyer: string;
  readonly buyerNumber: string;
  readonly seller: string;
  readonly sellerNumber: string;
  readonly net: string;
  readonly tax: string;
  readonly total: string;
  readonly rates: readonly string[];
}

/** What was asked for, as far as it is known. */
export interface InvoiceAsked {
  readonly type: 'ordinary' | 'special';
  readonly buyer?: { readonly name: string; readonly taxNumber: string };
  readonly seller?: string;
  /** The charge that all invoices of the request add up to: yuan. */
  readonly amount: string;
  /** Percent of the agreement, where it states one. */
  readonly rate?: number;
  /** The other invoices of the same request: their totals, and whether they were taken back. */
  readonly others: readonly { readonly total: string; readonly reversed: boolean; readonly number: string }[];
  /** Numbers of invoices that are kept for other requests. */
  readonly elsewhere: ReadonlySet<string>;
}

export const INVOICE_DIFFERENCES = [
  'kind',
  'buyer',
  'buyer-number',
  'seller',
  'amount',
  'sum',
  'year',
  'twice',
  'negative',
  'rate',
] as const;
export type InvoiceDifferenceName = (typeof INVOICE_DIFFERENCES)[number];

/** Something in which an invoice differs from what was asked for, or from itself. `note`: to be known, and no fault by itself. */
export interface InvoiceDifference {
  readonly name: InvoiceDifferenceName;
  readonly text: Sentence;
  readonly note?: true;
}

/** Names are the same whatever the width of their letters and brackets, and with or without blanks. */
const sameName = (one: string, other: string): boolean => folded(one) === folded(other);
const folded = (name: string): string => name.normalize('NFKC').replace(/\s/gu, '').toUpperCase();

/** Yuan with a sign as fen; undefined where it is none. */
export function signedFen(text: string): Fen | undefined {
  const match = /^(-?)(\d{1,16})\.(\d{2})$/u.exec(text);
  if (!match) return undefined;
  const fen = BigInt(match[2] ?? '0') * 100n + BigInt(match[3] ?? '0');
  return match[1] === '-' ? -fen : fen;
}

/** In what an invoice differs from its request. What nobody said is compared with nothing. */
export function invoiceDifferences(said: InvoiceSaid, asked: InvoiceAsked): readonly InvoiceDifference[] {
  return [
    ...kindDiffers(said, asked),
    ...partiesDiffer(said, asked),
    ...amountDiffers(said, asked),
    ...innerDifferences(said),
    ...twice(said, asked),
    ...rateDiffers(said, asked),
  ];
}

const differs = (name: InvoiceDifferenceName, text: Sentence): readonly InvoiceDifference[] => [{ name, text }];

function kindDiffers({ kind }: InvoiceSaid, { type }: InvoiceAsked): readonly InvoiceDifference[] {
  const special = isSpecial(kind);
  if (special === undefined || special === (type === 'special')) return [];
  const wanted = sentence(type === 'special' ? 'term.invoice.wanted.special' : 'term.invoice.wanted.ordinary');
  return differs('kind', sentence('term.invoice.differs.kind', { kind: INVOICE_KIND_WORDS[kind], wanted }));
}

function partiesDiffer(said: InvoiceSaid, { buyer, seller }: InvoiceAsked): readonly InvoiceDifference[] {
  return [
    ...(buyer && said.buyer !== '' && !sameName(said.buyer, buyer.name)
      ? differs('buyer', sentence('term.invoice.differs.buyer', { found: said.buyer, wanted: buyer.name }))
      : []),
    ...(buyer && said.buyerNumber !== '' && folded(said.buyerNumber) !== folded(buyer.taxNumber)
      ? differs(
          'buyer-number',
          sentence('term.invoice.differs.buyer-number', { found: said.buyerNumber, wanted: buyer.taxNumber }),
        )
      : []),
    ...(seller !== undefined && said.seller !== '' && !sameName(said.seller, seller)
      ? differs('seller', sentence('term.invoice.differs.seller', { found: said.seller, wanted: seller }))
      : []),
  ];
}

/** All invoices of a request together are its charge; one that was taken back counts as nothing. */
function amountDiffers({ total }: InvoiceSaid, { amount, others }: InvoiceAsked): readonly InvoiceDifference[] {
  const [own, charge] = [signedFen(total), signedFen(amount)];
  if (own === undefined || charge === undefined) return [];
  const counted = others.filter(({ reversed }) => !reversed).map((other) => signedFen(other.total) ?? 0n);
  const sum = counted.reduce((all, each) => all + each, own);
  if (sum === charge) return [];
  return differs(
    'amount',
    counted.length === 0
      ? sentence('term.invoice.differs.amount', { found: total, wanted: amount })
      : sentence('term.invoice.differs.amounts', { found: formatYuan(sum), wanted: amount, count: counted.length + 1 }),
  );
}

/** Where an invoice contradicts itself. */
function innerDifferences({ net, tax, total, number, issuedOn }: InvoiceSaid): readonly InvoiceDifference[] {
  const [netFen, taxFen, totalFen] = [signedFen(net), signedFen(tax), signedFen(total)];
  const year = yearOfNumber(number);
  return [
    ...(netFen !== undefined && taxFen !== undefined && totalFen !== undefined && netFen + taxFen !== totalFen
      ? differs('sum', sentence('term.invoice.differs.sum', { net, tax, total }))
      : []),
    ...(year !== undefined && issuedOn !== '' && year !== Number(issuedOn.slice(0, 4))
      ? differs('year', sentence('term.invoice.differs.year', { year, issued: issuedOn.slice(0, 4) }))
      : []),
    ...(totalFen !== undefined && totalFen < 0n
      ? differs('negative', sentence('term.invoice.differs.negative', { total }))
      : []),
  ];
}

const twice = ({ number }: InvoiceSaid, { others, elsewhere }: InvoiceAsked): readonly InvoiceDifference[] =>
  elsewhere.has(number) || others.some((other) => other.number === number)
    ? differs('twice', sentence('term.invoice.differs.twice', { number }))
    : [];

/** The rate is the law's on the day of issue, whatever the agreement says: another one is to be known, not wrong by itself. */
function rateDiffers({ rates }: InvoiceSaid, { rate }: InvoiceAsked): readonly InvoiceDifference[] {
  const other = rates.filter((each) => Number(each.replace('%', '')) !== rate);
  if (rate === undefined || other.length === 0) return [];
  const text = sentence('term.invoice.differs.rate', { found: other.join('、'), wanted: `${rate}%` });
  return [{ name: 'rate', text, note: true }];
}

/** In what the files of one invoice, or the file and what the person wrote, say different things. */
export function readDifferences(
  said: Partial<Omit<InvoiceSaid, 'rates'>>,
  read: Partial<Omit<InvoiceSaid, 'rates'>>,
  file: string,
): readonly { readonly text: Sentence }[] {
  return (
    ['number', 'issuedOn', 'buyer', 'buyerNumber', 'seller', 'sellerNumber', 'net', 'tax', 'total'] as const
  ).flatMap((member) => {
    const [ours, theirs] = [said[member] ?? '', read[member] ?? ''];
    if (ours === '' || theirs === '' || folded(ours) === folded(theirs)) return [];
    const what = sentence(`term.invoice.member.${member}`);
    return [{ text: sentence('term.invoice.differs.file', { file, what, found: theirs, kept: ours }) }];
  });
}
