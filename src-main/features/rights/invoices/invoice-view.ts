import { type Sentence, sentence } from '../../../agreement/sentence.ts';
import type { InvoiceRecord, RedInvoiceView, RedLetterView } from '../../../contract/rights/invoices.ts';
import {
  type InvoiceAsked,
  invoiceDifferences,
  invoiceKey,
  type OtherInvoice,
  readDifferences,
  redReadDifferences,
} from '../../../term/invoice/compare-invoice.ts';
import { redStateAt, voidFrom } from '../../../term/invoice/red-letter.ts';
import {
  type InvoicePaper,
  type KeptInvoicePaper,
  type KeptRedLetter,
  type TakenBack,
  takenBack,
} from './invoice-records.ts';

/** What an invoice is held against, beside the others of its request. */
export type Held = Omit<InvoiceAsked, 'others' | 'elsewhere'>;

/** The invoices of one request as the page shows them; `all`: every one that is kept, so that none is taken twice. */
export function invoiceRecords(
  invoices: readonly InvoicePaper[],
  all: readonly InvoicePaper[],
  asked: Held,
  now: string,
): readonly InvoiceRecord[] {
  return invoices.map(({ id, body }) => {
    const others = invoices.filter((other) => other.id !== id);
    const here = new Set(invoices.map((each) => each.id));
    const elsewhere = new Set(all.filter((each) => !here.has(each.id)).map((each) => invoiceKey(each.body)));
    const told = others.map((other) => otherInvoice(other, invoices));
    const back = takenBack(body, invoices);
    const rest = back.at(-1)?.rest;
    const { orderId: _order, month: _month, red, ...said } = body;
    const last = red.at(-1);
    return {
      id,
      ...said,
      differences: [
        // What was taken back is compared with its request no more; of what a part was, the rest is.
        ...(back.length > 0 && rest === undefined
          ? []
          : invoiceDifferences(body, { ...asked, others: told, elsewhere, ...(rest === undefined ? {} : { rest }) })),
        ...body.files.flatMap(({ name, read = {} }) => readDifferences(body, read, name)),
        ...back.flatMap(redFilesDiffer),
        ...buyersDiffer(body, others),
      ],
      ...(last ? { red: redView(last, { back, total: body.total, now }) } : {}),
      redNotes: redNotes(body),
    };
  });
}

function otherInvoice({ body }: InvoicePaper, invoices: readonly InvoicePaper[]): OtherInvoice {
  const back = takenBack(body, invoices);
  const rest = back.at(-1)?.rest;
  return {
    ...{ number: body.number, code: body.code, total: body.total },
    ...(back.length > 0 ? { takenBackBy: back.map(({ issued }) => issued.number) } : {}),
    ...(rest === undefined ? {} : { rest }),
  };
}

/** Held against what there was to take back; against nothing where the ones before it left nothing. */
const redFilesDiffer = ({ issued, from = '0.00' }: TakenBack): ReturnType<typeof redReadDifferences> =>
  (issued.files ?? []).flatMap(({ name, read = {} }) => redReadDifferences({ total: from }, issued, read, name));

/** Several buyers in one request: each must be who uses the service and pays for it. */
const buyersDiffer = (
  { buyer }: KeptInvoicePaper,
  others: readonly InvoicePaper[],
): readonly { text: Sentence; note: true }[] =>
  others.some(({ body }) => body.buyer !== buyer)
    ? [{ text: sentence('rights.invoices.several-buyers'), note: true }]
    : [];

function redView(
  red: KeptRedLetter,
  { back, total, now }: { readonly back: readonly TakenBack[]; readonly total: string; readonly now: string },
): RedLetterView {
  const { raisedAt, issued, ...said } = red;
  const shown = back.map((each) => redInvoiceView(each, total));
  const last = issued && shown.at(-1);
  const rest = back.at(-1)?.rest;
  return {
    ...said,
    state: redStateAt(red, now),
    ...(raisedAt === undefined ? {} : { raisedAt, voidFrom: voidFrom(raisedAt) }),
    ...(last ? { issued: last } : {}),
    ...(rest === undefined ? {} : { rest }),
    earlier: last ? shown.slice(0, -1) : shown,
  };
}

function redInvoiceView({ issued, from, taken, rest }: TakenBack, total: string): RedInvoiceView {
  const isPart = taken !== undefined && (rest !== undefined || from !== total);
  return { ...issued, ...(isPart ? { part: { taken, ...(rest === undefined ? {} : { rest }) } } : {}) };
}

/** Who may start the taking back of an invoice, and what it means for input tax that was deducted. */
function redNotes({ use, kind }: KeptInvoicePaper): readonly Sentence[] {
  return [
    sentence(use ? 'rights.invoices.red-by-form' : 'rights.invoices.red-by-seller'),
    ...(use?.how === 'deducted' ? [sentence('rights.invoices.red-transfer-out')] : []),
    ...(kind.startsWith('electronic-') ? [] : [sentence('rights.invoices.red-return-paper')]),
  ];
}
