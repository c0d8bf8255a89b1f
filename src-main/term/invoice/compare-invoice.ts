import { takenBackYuan } from './signed-yuan.ts';
import { type Param, type Sentence, sentence } from '../../agreement/sentence.ts';
import type { InvoiceKind } from './invoice-kind.ts';
import { isSpecial, INVOICE_KIND_WORDS, yearOfNumber } from './invoice-kind.ts';
import type { InvoiceWords } from './invoice-words.ts';
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
  /** The other invoices of the same request. */
  readonly others: readonly OtherInvoice[];
  /** Invoices that are kept for other requests, by their `invoiceKey`. */
  readonly elsewhere: ReadonlySet<string>;
  /** What is left of this one, where a part of it was taken back: yuan. */
  readonly rest?: string;
}

/**
 * Another invoice of the same request: its total, the numbers of the red-letter invoices that took it back, and what is left of it
 * where they took back only a part.
 */
export type OtherInvoice = Pick<InvoiceSaid, 'number' | 'code' | 'total'> & {
  readonly takenBackBy?: readonly string[];
  readonly rest?: string;
};

/** What tells an invoice from every other: in the former kinds the number comes again under another code. */
export const invoiceKey = ({ code, number }: Pick<InvoiceSaid, 'number' | 'code'>): string => `${code} ${number}`;

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

/** What is left of an invoice (yuan) after a red-letter invoice; undefined where that takes back all of it, more, or nothing. */
export function restAfter(total: string, red: string): string | undefined {
  const [own, taken] = [signedFen(total), signedFen(takenBackYuan(red))];
  return own !== undefined && taken !== undefined && taken < 0n && own + taken > 0n
    ? formatYuan(own + taken)
    : undefined;
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

/** Whether it is the red-letter invoice that took one of these back, whatever the sign that its total was told with. */
const takesBack = ({ number }: Pick<InvoiceSaid, 'number'>, others: readonly OtherInvoice[]): boolean =>
  others.some(({ takenBackBy }) => takenBackBy?.includes(number) === true);

/**
 * All invoices of a request together are its charge; one that was taken back and the red-letter one that did it count as nothing, one of
 * which a part was taken back as its rest.
 */
function amountDiffers(said: InvoiceSaid, { amount, others, rest }: InvoiceAsked): readonly InvoiceDifference[] {
  const total = rest ?? said.total;
  const [own, charge] = [signedFen(total), signedFen(amount)];
  if (own === undefined || charge === undefined || takesBack(said, others)) return [];
  const counted = others
    .filter((other) => (other.takenBackBy === undefined || other.rest !== undefined) && !takesBack(other, others))
    .map((other) => signedFen(other.rest ?? other.total) ?? 0n);
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

function twice(said: InvoiceSaid, { others, elsewhere }: InvoiceAsked): readonly InvoiceDifference[] {
  const key = invoiceKey(said);
  return elsewhere.has(key) || others.some((other) => invoiceKey(other) === key)
    ? differs('twice', sentence('term.invoice.differs.twice', { number: said.number }))
    : [];
}

/** The rate is the law's on the day of issue, whatever the agreement says: another one is to be known, not wrong by itself. */
function rateDiffers({ rates }: InvoiceSaid, { rate }: InvoiceAsked): readonly InvoiceDifference[] {
  const other = rates.filter((each) => Number(each.replace('%', '')) !== rate);
  if (rate === undefined || other.length === 0) return [];
  const text = sentence('term.invoice.differs.rate', { found: other, wanted: `${rate}%` });
  return [{ name: 'rate', text, note: true }];
}

/** In what a file of an invoice says something else than is kept. What either does not say is compared with nothing. */
export function readDifferences(
  said: Partial<InvoiceSaid>,
  read: InvoiceWords,
  file: string,
): readonly { readonly text: Sentence }[] {
  const texts = (
    ['number', 'code', 'issuedOn', 'buyer', 'buyerNumber', 'seller', 'sellerNumber', 'net', 'tax', 'total'] as const
  ).map((member) => ({ member, found: read[member] ?? '', kept: said[member] ?? '' }));
  const unlike = texts.filter(({ found, kept }) => found !== '' && kept !== '' && folded(found) !== folded(kept));
  const [found, kept] = [inOrder(read.rates), inOrder(said.rates)];
  const rates = found.length > 0 && kept.length > 0 && found.map(folded).join() !== kept.map(folded).join();
  return [
    ...kindReadDiffers(said.kind, read.kind, file),
    ...unlike.map(({ member, found, kept }) =>
      fileDiffers(file, sentence(`term.invoice.member.${member}`), found, kept),
    ),
    ...(rates ? [fileDiffers(file, sentence('term.invoice.member.rates'), found, kept)] : []),
    ...(read.red && said.total !== undefined && !said.total.startsWith('-')
      ? [{ text: sentence('term.invoice.differs.file-red', { file }) }]
      : []),
  ];
}

/** What the file of a red-letter invoice says otherwise than was told of it, or than the invoice that it takes back. */
export function redReadDifferences(
  invoice: Pick<InvoiceSaid, 'total'>,
  issued: { readonly number: string; readonly on: string },
  read: InvoiceWords,
  file: string,
): readonly { readonly text: Sentence; readonly note?: true }[] {
  const found = read.total ?? '';
  const [red, own] = [signedFen(found), signedFen(invoice.total)];
  const rest = red !== undefined && red < 0n ? restAfter(invoice.total, found) : undefined;
  return [
    ...readDifferences({ number: issued.number, issuedOn: issued.on }, read, file),
    ...(red !== undefined && red >= 0n ? [{ text: sentence('term.invoice.differs.file-not-red', { file }) }] : []),
    ...(red !== undefined && own !== undefined && own + red < 0n
      ? [{ text: sentence('term.invoice.differs.red-total', { file, found, total: invoice.total }) }]
      : []),
    // A red letter may take back a part: nothing is wrong with that.
    ...(rest === undefined
      ? []
      : [{ text: sentence('term.invoice.red-part', { file, found, rest }), note: true as const }]),
  ];
}

const inOrder = (rates: readonly string[] = []): readonly string[] => rates.toSorted();

/** An electronic invoice and its print on paper are of one kind here: what counts is whether the other is a special one. */
function kindReadDiffers(
  kept: InvoiceKind | undefined,
  found: InvoiceKind | undefined,
  file: string,
): readonly { readonly text: Sentence }[] {
  if (kept === undefined || found === undefined || kept === found) return [];
  if (isSpecial(kept) !== undefined && isSpecial(kept) === isSpecial(found)) return [];
  const [theirs, ours] = [INVOICE_KIND_WORDS[found], INVOICE_KIND_WORDS[kept]];
  return [fileDiffers(file, sentence('term.invoice.member.kind'), theirs, ours)];
}

const fileDiffers = (file: string, what: Sentence, found: Param, kept: Param) => ({
  text: sentence('term.invoice.differs.file', { file, what, found, kept }),
});
