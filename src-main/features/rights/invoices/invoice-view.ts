import { type Sentence, sentence } from '../../../agreement/sentence.ts';
import type { InvoiceRecord, RedLetterView } from '../../../contract/rights/invoices.ts';
import {
  type InvoiceAsked,
  invoiceDifferences,
  invoiceKey,
  type OtherInvoice,
  readDifferences,
  redReadDifferences,
  restAfter,
} from '../../../term/invoice/compare-invoice.ts';
import { redStateAt, voidFrom } from '../../../term/invoice/red-letter.ts';
import { type InvoicePaper, type KeptInvoicePaper, type KeptRedLetter, redInvoiceOf } from './invoice-records.ts';

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
    const issued = redInvoiceOf(body);
    const part = partTakenBack(body, invoices);
    const { orderId: _order, month: _month, red, ...said } = body;
    const last = red.at(-1);
    return {
      id,
      ...said,
      differences: [
        // What was taken back is compared with its request no more; of what a part was, the rest is.
        ...(issued && !part
          ? []
          : invoiceDifferences(body, { ...asked, others: told, elsewhere, ...(part ? { rest: part.rest } : {}) })),
        ...body.files.flatMap(({ name, read = {} }) => readDifferences(body, read, name)),
        ...(issued ? redFilesDiffer(body, issued) : []),
        ...buyersDiffer(body, others),
      ],
      ...(last ? { red: redView(last, part, now) } : {}),
      redNotes: redNotes(body),
    };
  });
}

function otherInvoice({ body }: InvoicePaper, invoices: readonly InvoicePaper[]): OtherInvoice {
  const issued = redInvoiceOf(body);
  const part = partTakenBack(body, invoices);
  return {
    ...{ number: body.number, code: body.code, total: body.total },
    ...(issued ? { takenBackBy: issued.number } : {}),
    ...(part ? { rest: part.rest } : {}),
  };
}

/**
 * What a red-letter invoice took back of an invoice and what is left, where it was a part: by the red-letter invoice's files, else by the
 * invoice itself among those that came. Where neither says its total, all was taken back.
 */
function partTakenBack(
  body: KeptInvoicePaper,
  invoices: readonly InvoicePaper[],
): { readonly taken: string; readonly rest: string } | undefined {
  const issued = redInvoiceOf(body);
  const read = issued?.files?.flatMap((file) => file.read?.total ?? []);
  const came = invoices.flatMap((each) => (each.body.number === issued?.number ? each.body.total : []));
  const [red] = [...(read ?? []), ...came];
  const rest = red === undefined ? undefined : restAfter(body.total, red);
  return red === undefined || rest === undefined ? undefined : { taken: red.replace('-', ''), rest };
}

const redFilesDiffer = (
  body: KeptInvoicePaper,
  issued: NonNullable<KeptRedLetter['issued']>,
): ReturnType<typeof redReadDifferences> =>
  (issued.files ?? []).flatMap(({ name, read = {} }) => redReadDifferences(body, issued, read, name));

/** Several buyers in one request: each must be who uses the service and pays for it. */
const buyersDiffer = (
  { buyer }: KeptInvoicePaper,
  others: readonly InvoicePaper[],
): readonly { text: Sentence; note: true }[] =>
  others.some(({ body }) => body.buyer !== buyer)
    ? [{ text: sentence('rights.invoices.several-buyers'), note: true }]
    : [];

function redView(red: KeptRedLetter, part: ReturnType<typeof partTakenBack>, now: string): RedLetterView {
  const { raisedAt } = red;
  return {
    ...red,
    state: redStateAt(red, now),
    ...(raisedAt === undefined ? {} : { voidFrom: voidFrom(raisedAt) }),
    ...(part ? { part } : {}),
  };
}

/** Who may start the taking back of an invoice, and what it means for input tax that was deducted. */
function redNotes({ use, kind }: KeptInvoicePaper): readonly Sentence[] {
  return [
    sentence(use ? 'rights.invoices.red-by-form' : 'rights.invoices.red-by-seller'),
    ...(use?.how === 'deducted' ? [sentence('rights.invoices.red-transfer-out')] : []),
    ...(kind.startsWith('electronic-') ? [] : [sentence('rights.invoices.red-return-paper')]),
  ];
}
