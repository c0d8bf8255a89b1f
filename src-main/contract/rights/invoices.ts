import { z } from 'zod';
import type { Sentence } from '../../agreement/sentence.ts';
import type { InvoiceDifference } from '../../term/invoice/compare-invoice.ts';
import type { InvoiceKind } from '../../term/invoice/invoice-kind.ts';
import type { InvoiceWords } from '../../term/invoice/invoice-words.ts';
import type { InvoiceUse, RedState } from '../../term/invoice/red-letter.ts';
import { call, date, filled, id, sha256, words } from '../call.ts';
import type { UndoToken } from '../undo.ts';
import { monthOf } from './inputs.ts';

export type { InvoiceDifference, InvoiceKind, InvoiceUse, InvoiceWords, RedState };

/** Kinds and uses by name: none can be forgotten. */
const KINDS = {
  'electronic-special': 'electronic-special',
  'electronic-ordinary': 'electronic-ordinary',
  'paper-special': 'paper-special',
  'paper-ordinary': 'paper-ordinary',
  'former-electronic': 'former-electronic',
} as const satisfies { readonly [Kind in InvoiceKind]: Kind };
const USES = {
  deducted: 'deducted',
  'not-deducted': 'not-deducted',
  booked: 'booked',
} as const satisfies { readonly [Use in InvoiceUse]: Use };

/** What a person confirms of an invoice. Amounts in yuan; what is not on it is empty. */
export const invoiceInput = z.strictObject({
  kind: z.enum(KINDS),
  number: filled(40),
  /** Beside the number of 8 digits of the former kinds. */
  code: words(40),
  issuedOn: date,
  buyer: filled(200),
  buyerNumber: filled(40),
  seller: words(200),
  sellerNumber: words(40),
  net: words(30),
  tax: words(30),
  total: filled(30),
  /** `6%`; several with commas between them. */
  rate: words(60),
});
export type InvoiceInput = z.infer<typeof invoiceInput>;

/** A file of an invoice, kept byte for byte, and what was read in it. */
export interface InvoiceFile {
  readonly sha256: string;
  readonly name: string;
  readonly bytes: number;
  readonly read?: InvoiceWords;
  /** Why nothing was read in it. */
  readonly unread?: Sentence;
}

/** A red-letter invoice. `part`: what it took back where that was not the whole invoice, and what it left, if anything; yuan. */
export interface RedInvoiceView {
  readonly number: string;
  readonly on: string;
  readonly files?: readonly InvoiceFile[];
  readonly part?: { readonly taken: string; readonly rest?: string };
}

/** Where the taking back of an invoice stands. */
export interface RedLetterView {
  readonly state: RedState;
  readonly by?: 'us' | 'seller';
  readonly form: string;
  readonly reason: string;
  /** UTC ISO. */
  readonly raisedAt?: string;
  /** When the form is void if nobody confirms it. */
  readonly voidFrom?: string;
  readonly answeredAt?: string;
  readonly issued?: RedInvoiceView;
  /** What red-letter invoices left, which may be taken back later: yuan. */
  readonly rest?: string;
  /** The red-letter invoices before the last word, oldest first. */
  readonly earlier: readonly RedInvoiceView[];
}

/** One invoice that is kept: what it says, in what it differs from what was asked for, what it was used for, and its taking back. */
export interface InvoiceRecord extends Omit<InvoiceInput, 'rate'> {
  readonly id: string;
  readonly rates: readonly string[];
  readonly files: readonly InvoiceFile[];
  readonly differences: readonly Pick<InvoiceDifference, 'text' | 'note'>[];
  readonly use?: { readonly how: InvoiceUse; readonly on: string };
  readonly red?: RedLetterView;
  /** What is to be known of its taking back: who may start it, and what follows for the input tax. */
  readonly redNotes: readonly Sentence[];
}

const ofInvoice = z.strictObject({ invoiceId: id });
/** A minute in Beijing, as a field of day and time gives it. */
const minute = z.iso.datetime({ local: true, precision: -1 }).regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/u);

/** What happened to a red-letter form, or that the red-letter invoice is there. */
const redMove = z.discriminatedUnion('move', [
  z.strictObject({
    move: z.literal('raised'),
    by: z.enum(['us', 'seller']),
    form: words(60),
    reason: filled(500),
    at: minute,
  }),
  z.strictObject({ move: z.enum(['confirmed', 'refused']), at: minute }),
  z.strictObject({
    move: z.literal('issued'),
    number: filled(40),
    on: date,
    reason: words(500),
    files: z.array(sha256).max(10).readonly(),
  }),
]);
export type RedMove = z.infer<typeof redMove>;

/** Invoices as they came: kept with their files, compared, used, taken back. */
export const invoiceCalls = {
  /** Keeps the files that the person chooses, byte for byte, and reads what they say; none when the dialog was closed. */
  'rights.chooseInvoiceFiles': call<readonly InvoiceFile[]>()(z.strictObject({})),
  'rights.keepInvoice': call<{ readonly invoiceId: string }>()(
    z.strictObject({
      orderId: id,
      month: monthOf,
      invoiceId: id.optional(),
      invoice: invoiceInput,
      files: z.array(sha256).max(10).readonly(),
    }),
  ),
  /** States what it was used for; without `use` that is taken back. */
  'rights.sayInvoiceUse': call<undefined>()(
    ofInvoice.extend({ use: z.strictObject({ how: z.enum(USES), on: date }).optional() }),
  ),
  'rights.tellRedLetter': call<undefined>()(ofInvoice.extend({ red: redMove })),
  /** Takes the last word about its red letter back. */
  'rights.undoRedLetter': call<undefined>()(ofInvoice),
  'rights.removeInvoice': call<UndoToken>()(ofInvoice),
  /** Saves a copy of one of its files. */
  'rights.saveInvoiceFile': call<{ readonly fileName: string } | undefined>()(ofInvoice.extend({ sha256 })),
};
