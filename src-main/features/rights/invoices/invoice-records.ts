import { z } from 'zod';
import { sentence } from '../../../agreement/sentence.ts';
import type { JsonObject } from '../../../ledger/canonical-json.ts';
import type { Store } from '../../../store/store.ts';
import { type InvoiceSaid, restAfter } from '../../../term/invoice/compare-invoice.ts';
import { INVOICE_KINDS } from '../../../term/invoice/invoice-kind.ts';
import { INVOICE_USES, type InvoiceUse, RED_STATES, type RedLetter } from '../../../term/invoice/red-letter.ts';
import { frozenWords, hash } from '../../../kernel/papers/members.ts';
import { type Paper, type PaperKind, type Repository, repository } from '../../../kernel/papers/repository.ts';
import { shape } from '../../../kernel/papers/shape.ts';
import { PAPERS } from '../../../kernel/stored-names.ts';
import { withoutAbsent } from '../../../kernel/without-absent.ts';
import type { InvoiceFile } from '../../../contract/rights/invoices.ts';

/** An invoice as it is kept: of which request, what it says, its files with what was read in them, its use, its taking back step by step. */
export interface KeptInvoicePaper extends InvoiceSaid {
  readonly orderId: string;
  readonly month: string;
  readonly files: readonly InvoiceFile[];
  readonly use?: { readonly how: InvoiceUse; readonly on: string };
  /** Every word about its taking back, oldest first; the last one counts. */
  readonly red: readonly KeptRedLetter[];
}

/** A word about the taking back; the red-letter invoice with its files. Kept without them before they were in the record. */
export interface KeptRedLetter extends RedLetter {
  readonly issued?: { readonly number: string; readonly on: string; readonly files?: readonly InvoiceFile[] };
}

export type InvoicePaper = Paper<KeptInvoicePaper, 'kept'>;

const read = z.strictObject({
  kind: z.enum(INVOICE_KINDS).exactOptional(),
  number: z.string().exactOptional(),
  code: z.string().exactOptional(),
  issuedOn: z.string().exactOptional(),
  buyer: z.string().exactOptional(),
  buyerNumber: z.string().exactOptional(),
  seller: z.string().exactOptional(),
  sellerNumber: z.string().exactOptional(),
  net: z.string().exactOptional(),
  tax: z.string().exactOptional(),
  total: z.string().exactOptional(),
  rates: z.array(z.string()).exactOptional(),
  red: z.literal(true).exactOptional(),
});

const files = z.array(
  z.strictObject({
    sha256: hash,
    name: z.string(),
    bytes: z.number(),
    read: read.exactOptional(),
    unread: frozenWords.exactOptional(),
  }),
);

export const INVOICE: PaperKind<KeptInvoicePaper, 'kept'> = {
  name: PAPERS.rights.invoice,
  noun: sentence('rights.invoices.noun'),
  feature: 'rights',
  states: ['kept'],
  shape: shape(
    z.strictObject({
      orderId: z.string(),
      month: z.string(),
      kind: z.enum(INVOICE_KINDS),
      number: z.string(),
      code: z.string(),
      issuedOn: z.string(),
      buyer: z.string(),
      buyerNumber: z.string(),
      seller: z.string(),
      sellerNumber: z.string(),
      net: z.string(),
      tax: z.string(),
      total: z.string(),
      rates: z.array(z.string()),
      files,
      use: z.strictObject({ how: z.enum(INVOICE_USES), on: z.string() }).exactOptional(),
      red: z.array(
        z.strictObject({
          state: z.enum(RED_STATES),
          by: z.enum(['us', 'seller']).exactOptional(),
          form: z.string(),
          reason: z.string(),
          raisedAt: z.string().exactOptional(),
          answeredAt: z.string().exactOptional(),
          issued: z.strictObject({ number: z.string(), on: z.string(), files: files.exactOptional() }).exactOptional(),
        }),
      ),
    }),
  ),
  called: ({ body }) => body.number,
  removal: {
    what: 'invoice',
    entries: { removed: 'invoice-removed', restored: 'invoice-restored' },
    entry: ({ subject, body }) => ({ subject: `agreement:${subject ?? ''}`, payload: invoiceEntry(body) }),
    changed: ['rights', 'agenda'],
    // Without its order nobody sees it.
    needs: ({ body }) => [body.orderId],
  },
};

/** What entries say of an invoice. */
export const invoiceEntry = ({ orderId, red: _red, use: _use, files, ...said }: KeptInvoicePaper): JsonObject => ({
  order: orderId,
  ...withoutAbsent(said),
  rates: [...said.rates],
  files: files.map(({ name, sha256 }) => ({ name, sha256 })),
});

export const invoicePapers = (store: Store): Repository<KeptInvoicePaper, 'kept'> => repository(store, INVOICE);

/** Invoices under an agreement, oldest first. */
export const invoicesOf = (store: Store, agreementId: string): readonly InvoicePaper[] =>
  invoicePapers(store).list({ about: agreementId });

/** Those of one request. */
export const ofRequest = (invoices: readonly InvoicePaper[], orderId: string, month: string): readonly InvoicePaper[] =>
  invoices.filter(({ body }) => body.orderId === orderId && body.month === month);

/** A red-letter invoice over another one, with its files. */
export type KeptRedInvoice = NonNullable<KeptRedLetter['issued']>;

/** The red-letter invoices over an invoice, oldest first: after one that took back a part there can be another over the rest. */
export const redInvoicesOf = ({ red }: KeptInvoicePaper): readonly KeptRedInvoice[] =>
  red.flatMap(({ issued }) => issued ?? []);

/** What one red-letter invoice took back, and what is left after it; yuan. */
export interface TakenBack {
  readonly issued: KeptRedInvoice;
  /** What there was to take back from: the invoice, or its rest. Absent where nothing was left. */
  readonly from?: string;
  /** Absent where nobody knows: then it took back all of it. */
  readonly taken?: string;
  /** Absent where nothing is left. */
  readonly rest?: string;
}

/**
 * What each red-letter invoice took back: by its files, else by the invoice itself among those that came. Where neither says its total,
 * all was taken back.
 */
export function takenBack(body: KeptInvoicePaper, invoices: readonly InvoicePaper[]): readonly TakenBack[] {
  let left: string | undefined = body.total;
  return redInvoicesOf(body).map((issued): TakenBack => {
    const from = left;
    const read = issued.files?.flatMap((file) => file.read?.total ?? []) ?? [];
    const came = invoices.flatMap((each) => (each.body.number === issued.number ? each.body.total : []));
    const [red] = [...read, ...came];
    left = from === undefined || red === undefined ? undefined : restAfter(from, red);
    return {
      issued,
      ...(from === undefined ? {} : { from }),
      ...(red === undefined ? {} : { taken: red.replace('-', '') }),
      ...(left === undefined ? {} : { rest: left }),
    };
  });
}

/** What is still to be taken back of an invoice: all of it, or the rest; absent where nothing is. Yuan. */
export function leftOf(body: KeptInvoicePaper, invoices: readonly InvoicePaper[]): string | undefined {
  const last = takenBack(body, invoices).at(-1);
  return last ? last.rest : body.total;
}
